//! Writes a scene as SVG text.

use crate::path::push_integer;
use crate::scene::{Attribute, Content, Element, Scene};

/// How a scene is written.
#[derive(Debug, Clone, Copy)]
pub struct SvgOptions<'a> {
    /// Put before every local id, so that many drawings can share a page.
    pub prefix: &'a str,
    /// The value of the `class` attribute.
    pub class: &'a str,
    /// Where the accessible name and description come from.
    pub naming: Naming<'a>,
    /// Whether images that are drawn name their files; else all wait, as those do that are not drawn.
    pub fetch: bool,
}

/// Where a drawing's accessible name and description come from.
#[derive(Debug, Clone, Copy)]
pub enum Naming<'a> {
    /// `title` and `desc` inside the drawing.
    Inside,
    /// Elements of the page.
    Elements {
        /// Id of the element that names the drawing.
        name: &'a str,
        /// Id of the element that describes it.
        description: &'a str,
    },
}

/// Appends `text` with the characters escaped that HTML and SVG reserve, and the others a run at a time:
/// most of a page is text.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    let reserved = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"');
    while let Some(at) = rest.as_bytes().iter().position(reserved) {
        let (plain, behind) = rest.split_at(at);
        out.push_str(plain);
        out.push_str(match behind.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            _ => "&quot;",
        });
        rest = behind.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// Appends ` name="value"`, escaped.
pub fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value);
    out.push('"');
}

/// What the writer puts before the name of a sheet of the [`crate::atlas`] where an image needs
/// an address: the press knows it and replaces the two, see [`crate::atlas::linked`].
pub const SHEET: &str = "sheet:";

/// Where an image that is not drawn has the address of its file: browsers fetch what `href` names
/// even for an image that nobody sees.
pub const WAITING: &str = "data-href";

/// The value of an attribute with its local id made unique by `prefix`.
#[must_use]
pub fn resolved(attribute: Attribute, value: &str, prefix: &str) -> Option<String> {
    match attribute {
        Attribute::Id => Some([prefix, "-", value].concat()),
        Attribute::Href => Some(["#", prefix, "-", value].concat()),
        Attribute::Sheet => Some([SHEET, value].concat()),
        Attribute::ClipPath | Attribute::Mask | Attribute::FillFrom => {
            Some(["url(#", prefix, "-", value, ")"].concat())
        }
        _ => None,
    }
}

/// How much of the elements is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Everything.
    Whole,
    /// What is not drawn without its path data; whether images that are drawn name their files.
    Drawn { fetch: bool },
    /// Inside of what is not drawn.
    Undrawn,
}

/// Whether an element and what it holds is not drawn, and no other element borrows from it.
pub(crate) fn is_undrawn(element: &Element) -> bool {
    fn lends(element: &Element) -> bool {
        let named = |(attribute, _): &(Attribute, _)| *attribute == Attribute::Id;
        element.attributes.iter().any(named)
            || match &element.content {
                Content::Children(children) => children.iter().any(lends),
                Content::Text(_) => false,
            }
    }
    element.is_hidden() && !lends(element)
}

fn push_element(out: &mut String, element: &Element, prefix: &str, extent: Extent) {
    let extent = if matches!(extent, Extent::Drawn { .. }) && is_undrawn(element) {
        Extent::Undrawn
    } else {
        extent
    };
    let name = element.tag.name();
    out.push('<');
    out.push_str(name);
    for (attribute, value) in &element.attributes {
        if extent == Extent::Undrawn && *attribute == Attribute::Data {
            continue;
        }
        let unique = resolved(*attribute, value, prefix);
        let waits = matches!(extent, Extent::Undrawn | Extent::Drawn { fetch: false });
        let name = if waits && *attribute == Attribute::Sheet {
            WAITING
        } else {
            attribute.name()
        };
        push_attribute(out, name, unique.as_deref().unwrap_or(value));
    }
    match &element.content {
        Content::Children(children) if children.is_empty() => out.push_str("/>"),
        Content::Children(children) => {
            out.push('>');
            push_elements(out, children, prefix, extent);
            push_end(out, name);
        }
        Content::Text(text) => {
            out.push('>');
            push_escaped(out, text);
            push_end(out, name);
        }
    }
}

fn push_end(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn push_elements(out: &mut String, elements: &[Element], prefix: &str, extent: Extent) {
    for element in elements {
        push_element(out, element, prefix, extent);
    }
}

/// What stands inside the `svg` element, without title and description.
#[must_use]
pub fn inner(scene: &Scene, prefix: &str) -> String {
    let mut out = String::new();
    push_elements(&mut out, &scene.elements, prefix, Extent::Whole);
    out
}

/// Appends the value of a `viewBox`.
pub fn push_box(out: &mut String, corner: (i32, i32), size: (i32, i32)) {
    for (index, value) in [corner.0, corner.1, size.0, size.1].into_iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        push_integer(out, value);
    }
}

/// Appends `scene` as an `svg` element.
///
/// The namespace is written out, so that the text is also a file of its own. What is not drawn in
/// this state has no path data; [`crate::scene::Scene::undrawn`] tells a live drawing what to add.
pub fn push_svg(out: &mut String, scene: &Scene, options: &SvgOptions<'_>) {
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
    push_box(out, scene.corner, scene.size);
    out.push('"');
    push_attribute(out, "class", options.class);
    out.push_str(" role=\"img\"");
    match options.naming {
        Naming::Inside => {
            let id = |end: &str| [options.prefix, end].concat();
            push_attribute(out, "aria-labelledby", &id("-name"));
            push_attribute(out, "aria-describedby", &id("-desc"));
            out.push_str("><title");
            push_attribute(out, "id", &id("-name"));
            out.push('>');
            push_escaped(out, &scene.title);
            out.push_str("</title><desc");
            push_attribute(out, "id", &id("-desc"));
            out.push('>');
            push_escaped(out, &scene.description);
            out.push_str("</desc>");
        }
        Naming::Elements { name, description } => {
            push_attribute(out, "aria-labelledby", name);
            push_attribute(out, "aria-describedby", description);
            out.push('>');
        }
    }
    let extent = Extent::Drawn {
        fetch: options.fetch,
    };
    push_elements(out, &scene.elements, options.prefix, extent);
    out.push_str("</svg>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Token;

    fn scene() -> Scene {
        Scene {
            corner: (-5, 0),
            size: (10, 20),
            title: "A & B".into(),
            description: "<drawn>".into(),
            elements: vec![
                Element::clip("c", vec![Element::copy_of("bone")]),
                Element::path("m0 0h1")
                    .fill(Token::Bone)
                    .with(Attribute::Id, "bone"),
            ],
        }
    }

    #[test]
    fn a_shape_can_be_filled_with_a_pattern() {
        let dot = Element::circle(crate::geometry::point(2.0, 2.0), 1.0).fill(Token::Ink);
        let dotted = Scene {
            elements: vec![
                Element::pattern("dots", 8.0, vec![dot]),
                Element::path("m0 0h9v9z").with(Attribute::FillFrom, "dots"),
            ],
            ..scene()
        };
        assert_eq!(
            inner(&dotted, "f1"),
            "<pattern id=\"f1-dots\" patternUnits=\"userSpaceOnUse\" width=\"8\" height=\"8\">\
             <circle cx=\"2\" cy=\"2\" r=\"1\" fill=\"var(--ink)\"/></pattern>\
             <path d=\"m0 0h9v9z\" fill=\"url(#f1-dots)\"/>"
        );
    }

    #[test]
    fn a_drawing_is_written_with_unique_ids_and_escapes() {
        let mut out = String::new();
        let options = SvgOptions {
            prefix: "f1",
            class: "drawing",
            naming: Naming::Inside,
            fetch: true,
        };
        push_svg(&mut out, &scene(), &options);
        assert_eq!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-5 0 10 20\" class=\"drawing\" \
             role=\"img\" aria-labelledby=\"f1-name\" aria-describedby=\"f1-desc\">\
             <title id=\"f1-name\">A &amp; B</title><desc id=\"f1-desc\">&lt;drawn&gt;</desc>\
             <clipPath id=\"f1-c\"><use href=\"#f1-bone\"/></clipPath>\
             <path d=\"m0 0h1\" fill=\"var(--bone)\" id=\"f1-bone\"/></svg>"
        );
    }
}
