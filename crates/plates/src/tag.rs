//! The part of SVG that drawings use.

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
    /// `image`
    Image,
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
            Self::Image => "image",
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
    Sheet,
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
            Self::Sheet => "href",
        }
    }
}
