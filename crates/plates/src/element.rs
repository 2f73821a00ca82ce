//! Elements of a drawing and the words to build them with.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use crate::geometry::Point;
use crate::path::{nearest, push_integer, push_tenths};
use crate::scene::Part;
use crate::tag::{Attribute, Tag};
use crate::theme::Token;

/// Text that is often a constant.
pub type Text = Cow<'static, str>;

/// What stands between an element's tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Child elements, in paint order.
    Children(Vec<Element>),
    /// Character data.
    Text(Text),
}

/// One element of a drawing: a [`Node`] behind one pointer, so that building a tree moves little.
///
/// Copies share what they hold until one is changed, so what did not change from one state to the
/// next is neither built nor compared again, see [`crate::kept::Kept`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(Arc<Node>);

/// What an element is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its kind.
    pub tag: Tag,
    /// Its attributes in the order they are written.
    pub attributes: Vec<(Attribute, Text)>,
    /// The part it draws, when it draws one.
    pub part: Option<Part>,
    /// What it holds.
    pub content: Content,
}

impl Deref for Element {
    type Target = Node;

    fn deref(&self) -> &Node {
        &self.0
    }
}

impl Element {
    /// Whether the other is a copy of this one that nobody changed.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The elements in it, unless copies share them.
    pub(crate) fn own_children_mut(&mut self) -> Option<&mut [Self]> {
        match &mut Arc::get_mut(&mut self.0)?.content {
            Content::Children(children) => Some(children),
            Content::Text(_) => Some(&mut []),
        }
    }

    fn node_mut(&mut self) -> &mut Node {
        Arc::make_mut(&mut self.0)
    }

    /// How many elements it is, with all it holds.
    pub(crate) fn count(&self) -> usize {
        match &self.content {
            Content::Children(children) => 1 + children.iter().map(Self::count).sum::<usize>(),
            Content::Text(_) => 1,
        }
    }

    /// Whether it is not drawn, with all it holds.
    pub(crate) fn is_hidden(&self) -> bool {
        let hidden = |(attribute, value): &(Attribute, Text)| {
            *attribute == Attribute::Display && value == "none"
        };
        self.attributes.iter().any(hidden)
    }

    /// Its path data.
    pub(crate) fn data(&self) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(name, _)| *name == Attribute::Data)
            .map(|(_, data)| data.as_ref())
    }

    /// Replaces the value of an attribute that it has.
    pub(crate) fn set(&mut self, attribute: Attribute, value: impl Into<Text>) {
        let mut all = self.node_mut().attributes.iter_mut();
        if let Some(found) = all.find(|(name, _)| *name == attribute) {
            found.1 = value.into();
        }
    }

    /// The list of the elements in it, unless it holds text.
    pub(crate) fn list_mut(&mut self) -> Option<&mut Vec<Self>> {
        match &mut self.node_mut().content {
            Content::Children(children) => Some(children),
            Content::Text(_) => None,
        }
    }

    /// The elements in it.
    pub(crate) fn children_mut(&mut self) -> &mut [Self] {
        self.list_mut().map_or(&mut [], Vec::as_mut_slice)
    }
}

impl Element {
    fn new(tag: Tag, content: Content) -> Self {
        Self(Arc::new(Node {
            tag,
            attributes: Vec::new(),
            part: None,
            content,
        }))
    }

    fn empty(tag: Tag) -> Self {
        Self::new(tag, Content::Children(Vec::new()))
    }

    /// A group of elements.
    #[must_use]
    pub fn group(children: Vec<Self>) -> Self {
        Self::new(Tag::Group, Content::Children(children))
    }

    /// A path with the given data.
    #[must_use]
    pub fn path(data: impl Into<Text>) -> Self {
        Self::empty(Tag::Path).with(Attribute::Data, data)
    }

    /// A circle in drawing units.
    #[must_use]
    pub fn circle(center: Point, radius: f64) -> Self {
        Self::empty(Tag::Circle)
            .number(Attribute::Cx, center.x)
            .number(Attribute::Cy, center.y)
            .number(Attribute::R, radius)
    }

    /// A line of text anchored at a place.
    #[must_use]
    pub fn text(place: Point, words: impl Into<Text>) -> Self {
        Self::new(Tag::Text, Content::Text(words.into()))
            .number(Attribute::X, place.x)
            .number(Attribute::Y, place.y)
    }

    /// A copy of the element with the given local id.
    #[must_use]
    pub fn copy_of(id: &'static str) -> Self {
        Self::empty(Tag::Use).with(Attribute::Href, id)
    }

    /// A sheet of the [`crate::atlas`] by its name, with the fragment that chooses its colors, in
    /// the frame `left`, `top`, `width`, `height`.
    #[must_use]
    pub fn sheet(name: impl Into<Text>, frame: [i32; 4]) -> Self {
        let mut element = Self::empty(Tag::Image).with(Attribute::Sheet, name);
        for (attribute, value) in [
            Attribute::X,
            Attribute::Y,
            Attribute::Width,
            Attribute::Height,
        ]
        .into_iter()
        .zip(frame)
        {
            element = element.number(attribute, f64::from(value));
        }
        element
    }

    /// A clip region with a local id.
    #[must_use]
    pub fn clip(id: &'static str, children: Vec<Self>) -> Self {
        let element = Self::new(Tag::Clip, Content::Children(children));
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
            Self::empty(Tag::Stop)
                .with(Attribute::Offset, offset)
                .with(Attribute::StopColor, color)
        };
        let stops = vec![
            stop("0", "#000"),
            stop(".06", "#fff"),
            stop(share, "#fff"),
            stop("1", "#000"),
        ];
        let shape = Self::path(region).with(Attribute::FillFrom, gradient);
        vec![
            Self::new(Tag::Gradient, Content::Children(stops))
                .with(Attribute::Id, gradient)
                .with(Attribute::X2, "0")
                .with(Attribute::Y2, "1"),
            Self::new(Tag::Mask, Content::Children(vec![shape])).with(Attribute::Id, id),
        ]
    }

    /// A mask with a local id under which the left `share` of the width of `region` (path data)
    /// fades in.
    #[must_use]
    pub fn fade_in(
        id: &'static str,
        gradient: &'static str,
        share: &'static str,
        region: String,
    ) -> Vec<Self> {
        let stops = [("0", "#000"), (share, "#fff")].map(|(offset, color)| {
            Self::empty(Tag::Stop)
                .with(Attribute::Offset, offset)
                .with(Attribute::StopColor, color)
        });
        let shape = Self::path(region).with(Attribute::FillFrom, gradient);
        vec![
            Self::new(Tag::Gradient, Content::Children(stops.into())).with(Attribute::Id, gradient),
            Self::new(Tag::Mask, Content::Children(vec![shape])).with(Attribute::Id, id),
        ]
    }

    /// A square tile with a local id that fills shapes by repetition, `side` units wide.
    ///
    /// Fill with it by [`Attribute::FillFrom`].
    #[must_use]
    pub fn pattern(id: &'static str, side: f64, children: Vec<Self>) -> Self {
        Self::new(Tag::Pattern, Content::Children(children))
            .with(Attribute::Id, id)
            .with(Attribute::PatternUnits, "userSpaceOnUse")
            .number(Attribute::Width, side)
            .number(Attribute::Height, side)
    }

    /// Adds an attribute.
    ///
    /// The value of [`Attribute::Id`], [`Attribute::Href`], [`Attribute::ClipPath`],
    /// [`Attribute::Mask`] and [`Attribute::FillFrom`] is a local id: the writer makes it unique
    /// on the page.
    #[must_use]
    pub fn with(self, attribute: Attribute, value: impl Into<Text>) -> Self {
        self.add(attribute, value.into())
    }

    /// One body for every kind of value.
    #[inline(never)]
    fn add(mut self, attribute: Attribute, value: Text) -> Self {
        self.node_mut().attributes.push((attribute, value));
        self
    }

    /// Adds an attribute rounded to a whole number.
    #[must_use]
    pub fn number(self, attribute: Attribute, value: f64) -> Self {
        let mut digits = String::new();
        push_integer(&mut digits, nearest(value));
        self.with(attribute, digits)
    }

    /// Turns the element clockwise about a place of the drawing.
    #[must_use]
    pub fn turned(self, degrees: f64, center: Point) -> Self {
        let mut value = String::from("rotate(");
        push_tenths(&mut value, degrees);
        for coordinate in [center.x, center.y] {
            value.push(' ');
            push_tenths(&mut value, coordinate);
        }
        value.push(')');
        self.with(Attribute::Transform, value)
    }

    /// Mirrors the element about the vertical line at `x`, a multiple of half a unit.
    #[must_use]
    pub fn mirrored(self, x: f64) -> Self {
        let mut value = String::from("matrix(-1 0 0 1 ");
        push_tenths(&mut value, 2.0 * x);
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
        self.node_mut().part = Some(part);
        self.with(Attribute::Part, part.id)
    }
}
