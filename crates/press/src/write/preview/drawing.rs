//! A scene as SVG that needs no font: letters are paths. Its colors are custom
//! properties, for which [`Ink::light`] puts colors.

use std::collections::HashMap;

use plates::scene::{Attribute, Content, Element, Scene, Tag};
use plates::svg::{push_attribute, resolved};

use super::font::Font;

/// What drawings take from the site's style: its colors and its letters.
pub(super) struct Ink {
    colors: HashMap<String, String>,
    fonts: [Font; 4],
}

/// The weights that the fonts are made at.
const WEIGHTS: [f32; 4] = [400.0, 500.0, 600.0, 700.0];

impl Ink {
    /// The ink of a site with this style; `None` if the font cannot be read.
    pub(super) fn new(css: &str) -> Option<Self> {
        let [a, b, c, d] = WEIGHTS.map(Font::of_weight);
        Some(Self {
            colors: colors(css),
            fonts: [a?, b?, c?, d?],
        })
    }

    /// The font of a weight, or of the next heavier one.
    pub(super) fn font(&self, weight: f32) -> &Font {
        let at = WEIGHTS.iter().position(|it| *it >= weight);
        &self.fonts[at.unwrap_or(WEIGHTS.len() - 1)]
    }

    /// A custom property's value in the light theme; black for an unknown one.
    pub(super) fn color(&self, name: &str) -> &str {
        self.colors.get(name).map_or("#000", String::as_str)
    }

    /// `svg` with the light theme's colors in the place of custom properties.
    pub(super) fn light(&self, svg: &str) -> String {
        let mut light = String::with_capacity(svg.len());
        let mut rest = svg;
        while let Some((before, after)) = rest.split_once("var(--") {
            let (name, behind) = after.split_once(')').unwrap_or((after, ""));
            light.push_str(before);
            light.push_str(self.color(name));
            rest = behind;
        }
        light.push_str(rest);
        light
    }
}

/// The custom properties of a style sheet as the light theme has them; of
/// several declarations the first, which is everybody's.
fn colors(css: &str) -> HashMap<String, String> {
    let mut colors = HashMap::new();
    for declaration in css.split([';', '{', '}']) {
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        let Some(name) = name.trim().strip_prefix("--") else {
            continue;
        };
        let value = value.trim();
        let light = value
            .strip_prefix("light-dark(")
            .and_then(|pair| pair.split(',').next())
            .unwrap_or(value);
        colors
            .entry(name.to_owned())
            .or_insert_with(|| light.trim().to_owned());
    }
    colors
}

/// How letters are set, inherited from group to text.
#[derive(Clone, Copy)]
struct Setting {
    size: f64,
    weight: f32,
    /// The share of the line that stands left of its place.
    anchor: f64,
}

impl Setting {
    fn inside(mut self, element: &Element) -> Self {
        for (attribute, value) in &element.attributes {
            match attribute {
                Attribute::FontSize => self.size = number(value),
                Attribute::FontWeight => self.weight = value.parse().unwrap_or(400.0),
                Attribute::TextAnchor => {
                    self.anchor = match value.as_ref() {
                        "middle" => 0.5,
                        "end" => 1.0,
                        _ => 0.0,
                    }
                }
                _ => {}
            }
        }
        self
    }
}

fn number(text: &str) -> f64 {
    text.trim_end_matches("px").parse().unwrap_or_default()
}

/// Appends the elements of `scene`, whose local ids get `prefix`.
pub(super) fn push(out: &mut String, scene: &Scene, prefix: &str, ink: &Ink) {
    let setting = Setting {
        size: 16.0,
        weight: 400.0,
        anchor: 0.0,
    };
    let mut writer = Writer { out, prefix, ink };
    writer.elements(&scene.elements, setting);
}

struct Writer<'w> {
    out: &'w mut String,
    prefix: &'w str,
    ink: &'w Ink,
}

impl Writer<'_> {
    fn elements(&mut self, elements: &[Element], setting: Setting) {
        for element in elements {
            let setting = setting.inside(element);
            match &element.content {
                Content::Text(text) if element.tag == Tag::Text => {
                    self.line(element, text, setting);
                }
                Content::Text(_) => {}
                Content::Children(children) => {
                    self.open(element.tag.name());
                    self.attributes(element, |_| true);
                    if children.is_empty() {
                        self.out.push_str("/>");
                        continue;
                    }
                    self.out.push('>');
                    self.elements(children, setting);
                    self.close(element.tag.name());
                }
            }
        }
    }

    /// A line of text as a group that has its colors and a path.
    fn line(&mut self, element: &Element, text: &str, setting: Setting) {
        let line = self.ink.font(setting.weight).line(text, setting.size);
        let value = |wanted: Attribute| {
            let found = element.attributes.iter().find(|it| it.0 == wanted);
            found.map_or("", |(_, value)| value.as_ref())
        };
        let x = number(value(Attribute::X)) - setting.anchor * line.width;
        let down = value(Attribute::Dy);
        let down = match down.strip_suffix("em") {
            Some(share) => number(share) * setting.size,
            None => number(down),
        };
        let y = number(value(Attribute::Y)) + down;
        self.open("g");
        self.attributes(element, |attribute| !of_letters(attribute));
        self.out.push_str("><path");
        let place = format!("translate({x:.2} {y:.2})");
        push_attribute(self.out, "transform", &place);
        push_attribute(self.out, "d", &line.path);
        self.out.push_str("/></g>");
    }

    fn open(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn attributes(&mut self, element: &Element, wanted: fn(Attribute) -> bool) {
        for (attribute, value) in &element.attributes {
            if wanted(*attribute) {
                let unique = resolved(*attribute, value, self.prefix);
                let value = unique.as_deref().unwrap_or(value);
                push_attribute(self.out, attribute.name(), value);
            }
        }
    }
}

/// Whether an attribute says how letters are set, which paths do not know.
fn of_letters(attribute: Attribute) -> bool {
    matches!(
        attribute,
        Attribute::X
            | Attribute::Y
            | Attribute::Dy
            | Attribute::TextAnchor
            | Attribute::FontSize
            | Attribute::FontWeight
            | Attribute::FontStyle
            | Attribute::Class
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use plates::geometry::point;
    use plates::scene::Token;

    const CSS: &str = ":root{--ink:light-dark(#231a16,#ede4d8);--nerve:#f2c14e}\
        @media (forced-colors:active){:root{--ink:CanvasText}}";

    fn drawn(elements: Vec<Element>) -> String {
        let scene = Scene {
            corner: (0, 0),
            size: (10, 10),
            title: "t".into(),
            description: "d".into(),
            elements,
        };
        let mut out = String::new();
        let ink = Ink::new(CSS).expect("a font");
        push(&mut out, &scene, "p", &ink);
        ink.light(&plates::atlas::inlined(&out))
    }

    #[test]
    fn colors_are_those_of_the_light_theme() {
        let dot = Element::circle(point(1.0, 2.0), 3.0).fill(Token::Ink);
        let svg = drawn(vec![dot.outlined(Token::Nerve, "2")]);
        assert!(
            svg.contains("fill=\"#231a16\"") && svg.contains("stroke=\"#f2c14e\""),
            "{svg}"
        );
    }

    #[test]
    fn letters_stand_where_the_browser_puts_them() {
        let width = Font::of_weight(400.0)
            .expect("a font")
            .line("ab", 20.0)
            .width;
        for (anchor, share) in [("start", 0.0), ("middle", 0.5), ("end", 1.0)] {
            let label = Element::text(point(100.0, 50.0), "ab").with(Attribute::Dy, "1.5em");
            let svg = drawn(vec![
                Element::group(vec![label])
                    .with(Attribute::TextAnchor, anchor)
                    .with(Attribute::FontSize, "20"),
            ]);
            let place = format!("translate({:.2} 80.00)", 100.0 - share * width);
            assert!(svg.contains(&place), "{anchor}: {svg}");
            assert!(!svg.contains("<text"), "{svg}");
        }
    }
}
