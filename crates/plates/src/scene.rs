//! A small typed SVG tree.
//!
//! Invariant: the tree of one figure has the same shape in every state. Only attribute values
//! and texts change, so a live drawing is updated without building or removing elements; what
//! a state does not show is there with `display="none"`.

use std::borrow::Cow;

/// Text that is often a constant.
pub type Text = Cow<'static, str>;

/// A color of the theme; the style sheet defines each for light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// Text and outlines.
    Ink,
    /// Secondary text, guide lines.
    InkSoft,
    /// The page behind the drawing.
    Paper,
    /// The body's ghost silhouette.
    Skin,
    /// The silhouette's line.
    SkinLine,
    /// Lit bone.
    Bone,
    /// Bone in shade.
    BoneShade,
    /// Bone outlines.
    BoneLine,
    /// Gluteus maximus and other superficial muscle.
    Muscle,
    /// The lit side of muscle fibers.
    MuscleLight,
    /// The shaded side of muscle fibers, muscle outlines.
    MuscleDark,
    /// Gluteus medius.
    Medius,
    /// Gluteus minimus.
    Minimus,
    /// Deep rotators.
    Deep,
    /// Tendon, fascia and ligament.
    Tendon,
    /// Lines in tendon.
    TendonLine,
    /// Nerve.
    Nerve,
    /// Outline of nerve.
    NerveLine,
    /// Arrow of a muscle's force.
    ForceMuscle,
    /// Arrow of a weight.
    ForceWeight,
    /// Arrow of a joint's force.
    ForceJoint,
    /// Things carried or held.
    Object,
}

impl Token {
    /// The CSS value, a custom property.
    #[must_use]
    pub const fn css(self) -> &'static str {
        match self {
            Self::Ink => "var(--ink)",
            Self::InkSoft => "var(--ink-soft)",
            Self::Paper => "var(--paper)",
            Self::Skin => "var(--skin)",
            Self::SkinLine => "var(--skin-line)",
            Self::Bone => "var(--bone)",
            Self::BoneShade => "var(--bone-shade)",
            Self::BoneLine => "var(--bone-line)",
            Self::Muscle => "var(--muscle)",
            Self::MuscleLight => "var(--muscle-light)",
            Self::MuscleDark => "var(--muscle-dark)",
            Self::Medius => "var(--medius)",
            Self::Minimus => "var(--minimus)",
            Self::Deep => "var(--deep)",
            Self::Tendon => "var(--tendon)",
            Self::TendonLine => "var(--tendon-line)",
            Self::Nerve => "var(--nerve)",
            Self::NerveLine => "var(--nerve-line)",
            Self::ForceMuscle => "var(--force-muscle)",
            Self::ForceWeight => "var(--force-weight)",
            Self::ForceJoint => "var(--force-joint)",
            Self::Object => "var(--object)",
        }
    }
}

/// The elements a drawing may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// `g`
    Group,
    /// `path`
    Path,
    /// `circle`
    Circle,
    /// `text`
    Text,
    /// `use`
    Use,
    /// `clipPath`
    Clip,
    /// `pattern`
    Pattern,
    /// `mask`
    Mask,
    /// `linearGradient`
    Gradient,
    /// `stop`
    Stop,
}

impl Tag {
    /// The element's name in SVG.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Group => "g",
            Self::Path => "path",
            Self::Circle => "circle",
            Self::Text => "text",
            Self::Use => "use",
            Self::Clip => "clipPath",
            Self::Pattern => "pattern",
            Self::Mask => "mask",
            Self::Gradient => "linearGradient",
            Self::Stop => "stop",
        }
    }
}

/// The attributes a drawing may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the SVG attribute of the same name")]
pub enum Attribute {
    Id,
    Part,
    Class,
    Href,
    ClipPath,
    Data,
    X,
    Y,
    Cx,
    Cy,
    R,
    Width,
    Height,
    Transform,
    Fill,
    FillOpacity,
    Stroke,
    StrokeWidth,
    StrokeOpacity,
    StrokeDasharray,
    StrokeLinecap,
    StrokeLinejoin,
    Opacity,
    Display,
    TextAnchor,
    FontSize,
    FontWeight,
    FontStyle,
    PaintOrder,
    PatternUnits,
    Mask,
    FillFrom,
    Offset,
    StopColor,
    X2,
    Y2,
    Dy,
}

impl Attribute {
    /// The attribute's name in SVG.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Part => "data-part",
            Self::Class => "class",
            Self::Href => "href",
            Self::ClipPath => "clip-path",
            Self::Data => "d",
            Self::X => "x",
            Self::Y => "y",
            Self::Cx => "cx",
            Self::Cy => "cy",
            Self::R => "r",
            Self::Width => "width",
            Self::Height => "height",
            Self::Transform => "transform",
            Self::Fill => "fill",
            Self::FillOpacity => "fill-opacity",
            Self::Stroke => "stroke",
            Self::StrokeWidth => "stroke-width",
            Self::StrokeOpacity => "stroke-opacity",
            Self::StrokeDasharray => "stroke-dasharray",
            Self::StrokeLinecap => "stroke-linecap",
            Self::StrokeLinejoin => "stroke-linejoin",
            Self::Opacity => "opacity",
            Self::Display => "display",
            Self::TextAnchor => "text-anchor",
            Self::FontSize => "font-size",
            Self::FontWeight => "font-weight",
            Self::FontStyle => "font-style",
            Self::PaintOrder => "paint-order",
            Self::PatternUnits => "patternUnits",
            Self::Mask => "mask",
            Self::FillFrom => "fill",
            Self::Offset => "offset",
            Self::StopColor => "stop-color",
            Self::X2 => "x2",
            Self::Y2 => "y2",
            Self::Dy => "dy",
        }
    }
}

/// A named part of a drawing; ids are permanent because links and quizzes point at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The permanent id, unique within the drawing.
    pub id: &'static str,
    /// What the part is called.
    pub name: &'static str,
    /// One sentence on what is drawn.
    pub description: &'static str,
}

/// What stands between an element's tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Child elements, in paint order.
    Children(Vec<Element>),
    /// Character data.
    Text(Text),
}

/// One element of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its kind.
    pub tag: Tag,
    /// Its attributes in the order they are written.
    pub attributes: Vec<(Attribute, Text)>,
    /// The part it draws, when it draws one.
    pub part: Option<Part>,
    /// What it holds.
    pub content: Content,
}

impl Element {
    fn new(tag: Tag) -> Self {
        Self {
            tag,
            attributes: Vec::new(),
            part: None,
            content: Content::Children(Vec::new()),
        }
    }

    /// A group of elements.
    #[must_use]
    pub fn group(children: Vec<Self>) -> Self {
        Self {
            content: Content::Children(children),
            ..Self::new(Tag::Group)
        }
    }

    /// A path with the given data.
    #[must_use]
    pub fn path(data: impl Into<Text>) -> Self {
        Self::new(Tag::Path).with(Attribute::Data, data)
    }

    /// A circle in drawing units.
    #[must_use]
    pub fn circle(center: crate::geometry::Point, radius: f64) -> Self {
        Self::new(Tag::Circle)
            .number(Attribute::Cx, center.x)
            .number(Attribute::Cy, center.y)
            .number(Attribute::R, radius)
    }

    /// A line of text anchored at a place.
    #[must_use]
    pub fn text(place: crate::geometry::Point, words: impl Into<Text>) -> Self {
        let mut element = Self::new(Tag::Text)
            .number(Attribute::X, place.x)
            .number(Attribute::Y, place.y);
        element.content = Content::Text(words.into());
        element
    }

    /// A copy of the element with the given local id.
    #[must_use]
    pub fn copy_of(id: &'static str) -> Self {
        Self::new(Tag::Use).with(Attribute::Href, id)
    }

    /// A clip region with a local id.
    #[must_use]
    pub fn clip(id: &'static str, children: Vec<Self>) -> Self {
        let element = Self {
            content: Content::Children(children),
            ..Self::new(Tag::Clip)
        };
        element.with(Attribute::Id, id)
    }

    /// A mask with a local id that fades at the top and, from `share` of the height of `region`
    /// (path data) on, toward the lower edge.
    #[must_use]
    pub fn fade(
        id: &'static str,
        gradient: &'static str,
        share: &'static str,
        region: String,
    ) -> Vec<Self> {
        let stop = |offset: &'static str, color: &'static str| {
            Self::new(Tag::Stop)
                .with(Attribute::Offset, offset)
                .with(Attribute::StopColor, color)
        };
        let mut ramp = Self::new(Tag::Gradient)
            .with(Attribute::Id, gradient)
            .with(Attribute::X2, "0")
            .with(Attribute::Y2, "1");
        ramp.content = Content::Children(vec![
            stop("0", "#000"),
            stop(".06", "#fff"),
            stop(share, "#fff"),
            stop("1", "#000"),
        ]);
        let mut mask = Self::new(Tag::Mask).with(Attribute::Id, id);
        let shape = Self::path(region).with(Attribute::FillFrom, gradient);
        mask.content = Content::Children(vec![shape]);
        vec![ramp, mask]
    }

    /// Adds an attribute.
    ///
    /// The value of [`Attribute::Id`], [`Attribute::Href`], [`Attribute::ClipPath`],
    /// [`Attribute::Mask`] and [`Attribute::FillFrom`] is a local id: the writer makes it unique on the page.
    #[must_use]
    pub fn with(mut self, attribute: Attribute, value: impl Into<Text>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    /// Adds an attribute rounded to a whole number.
    #[must_use]
    pub fn number(self, attribute: Attribute, value: f64) -> Self {
        let mut digits = String::new();
        crate::path::push_integer(&mut digits, crate::path::nearest(value));
        self.with(attribute, digits)
    }

    /// Turns the element clockwise about a place of the drawing.
    #[must_use]
    pub fn turned(self, degrees: f64, center: crate::geometry::Point) -> Self {
        let mut value = String::from("rotate(");
        crate::path::push_tenths(&mut value, degrees);
        for coordinate in [center.x, center.y] {
            value.push(' ');
            crate::path::push_tenths(&mut value, coordinate);
        }
        value.push(')');
        self.with(Attribute::Transform, value)
    }

    /// Moves the element to the right by drawing units.
    #[must_use]
    pub fn moved(self, right: f64) -> Self {
        let mut value = String::from("translate(");
        crate::path::push_tenths(&mut value, right);
        value.push(')');
        self.with(Attribute::Transform, value)
    }

    /// Mirrors the element about the vertical line at `x`, a multiple of half a unit.
    #[must_use]
    pub fn mirrored(self, x: f64) -> Self {
        let mut value = String::from("matrix(-1 0 0 1 ");
        crate::path::push_tenths(&mut value, 2.0 * x);
        value.push_str(" 0)");
        self.with(Attribute::Transform, value)
    }

    /// Fills with a color.
    #[must_use]
    pub fn fill(self, token: Token) -> Self {
        self.with(Attribute::Fill, token.css())
    }

    /// Strokes with a color and a width in drawing units, and does not fill.
    #[must_use]
    pub fn stroke(self, token: Token, width: &'static str) -> Self {
        self.with(Attribute::Fill, "none")
            .with(Attribute::Stroke, token.css())
            .with(Attribute::StrokeWidth, width)
    }

    /// Outlines a filled shape.
    #[must_use]
    pub fn outlined(self, token: Token, width: &'static str) -> Self {
        self.with(Attribute::Stroke, token.css())
            .with(Attribute::StrokeWidth, width)
    }

    /// Shows the element or keeps it in the tree unseen.
    #[must_use]
    pub fn shown(self, shown: bool) -> Self {
        self.with(Attribute::Display, if shown { "inline" } else { "none" })
    }

    /// Names the part that the element draws.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.part = Some(part);
        self.with(Attribute::Part, part.id)
    }
}

/// A whole drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// The left and top of the view box in drawing units.
    pub corner: (i32, i32),
    /// The width and height of the view box in drawing units.
    pub size: (i32, i32),
    /// The accessible name.
    pub title: Text,
    /// The accessible description.
    pub description: Text,
    /// The elements in paint order.
    pub elements: Vec<Element>,
}

impl Scene {
    /// The named parts in document order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        fn collect(elements: &[Element], parts: &mut Vec<Part>) {
            for element in elements {
                parts.extend(element.part);
                if let Content::Children(children) = &element.content {
                    collect(children, parts);
                }
            }
        }
        let mut parts = Vec::new();
        collect(&self.elements, &mut parts);
        parts
    }
}

impl Scene {
    /// How many elements the drawing has.
    #[must_use]
    pub fn count(&self) -> usize {
        fn count(elements: &[Element]) -> usize {
            elements
                .iter()
                .map(|element| match &element.content {
                    Content::Children(children) => 1 + count(children),
                    Content::Text(_) => 1,
                })
                .sum()
        }
        count(&self.elements)
    }
}

/// One change of a live drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patch<'new> {
    /// Which element: its index in document order below the `svg` element.
    pub element: usize,
    /// The attribute to set, or `None` for the element's text.
    pub attribute: Option<Attribute>,
    /// The new value, before local ids are made unique.
    pub value: &'new str,
}

/// What changes from `old` to `new`, or `None` when the trees differ in shape.
#[must_use]
pub fn diff<'new>(old: &Scene, new: &'new Scene) -> Option<Vec<Patch<'new>>> {
    fn walk<'new>(
        old: &[Element],
        new: &'new [Element],
        next: &mut usize,
        patches: &mut Vec<Patch<'new>>,
    ) -> Option<()> {
        if old.len() != new.len() {
            return None;
        }
        for (before, after) in old.iter().zip(new) {
            let element = *next;
            *next += 1;
            if before.tag != after.tag || before.attributes.len() != after.attributes.len() {
                return None;
            }
            for (was, is) in before.attributes.iter().zip(&after.attributes) {
                if was.0 != is.0 {
                    return None;
                }
                if was.1 != is.1 {
                    let attribute = Some(is.0);
                    patches.push(Patch {
                        element,
                        attribute,
                        value: &is.1,
                    });
                }
            }
            match (&before.content, &after.content) {
                (Content::Children(was), Content::Children(is)) => walk(was, is, next, patches)?,
                (Content::Text(was), Content::Text(is)) => {
                    if was != is {
                        patches.push(Patch {
                            element,
                            attribute: None,
                            value: is,
                        });
                    }
                }
                _ => return None,
            }
        }
        Some(())
    }
    let mut patches = Vec::new();
    walk(&old.elements, &new.elements, &mut 0, &mut patches)?;
    Some(patches)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;

    fn scene(label: &'static str, radius: f64) -> Scene {
        Scene {
            corner: (0, 0),
            size: (10, 10),
            title: "t".into(),
            description: "d".into(),
            elements: vec![
                Element::group(vec![Element::circle(point(1.0, 2.0), radius)]),
                Element::text(point(0.0, 0.0), label),
            ],
        }
    }

    #[test]
    fn diff_names_only_what_changed() {
        let (old, new) = (scene("a", 3.0), scene("b", 4.0));
        let patches = diff(&old, &new).expect("same shape");
        assert_eq!(
            patches,
            [
                Patch {
                    element: 1,
                    attribute: Some(Attribute::R),
                    value: "4"
                },
                Patch {
                    element: 2,
                    attribute: None,
                    value: "b"
                },
            ]
        );
        assert_eq!(diff(&old, &old), Some(Vec::new()));
    }

    #[test]
    fn diff_refuses_another_shape() {
        let mut other = scene("a", 3.0);
        other.elements.pop();
        assert_eq!(diff(&scene("a", 3.0), &other), None);
    }
}
