//! Figures and plates as pure functions: state to drawing and words.
//!
//! * [`scene`] is a small typed SVG tree, [`svg`] writes it, [`scene::diff`] finds what changed.
//! * [`schema`] reads and prints the state of a figure as a query string.
//! * [`figure::Figure`] is what a figure provides; [`FIGURES`] lists them.
//! * [`frame`] is the HTML of a live figure, [`plate`] a drawing without controls.
//!
//! To add a figure: a module with a state, `KEYS`, a `scene`, `words` and a `change` sentence, all
//! functions of the state alone; its `FIGURE` in [`FIGURES`]; its method in `frame`. The numbers
//! come from `kinetics`. The tree of a figure keeps its shape in every state, see [`scene`].
//!
//! Nothing here touches a DOM, a clock, a disk or a source of randomness, and nothing panics on
//! any input: unknown names give `None`, unreadable queries give defaults.
//!
//! Drawings take their colors from CSS custom properties, listed by [`scene::Token`].

pub mod anatomy;
mod element;
pub mod figure;
mod frame;
pub mod geometry;
pub mod ink;
pub mod number;
pub mod one_leg_stance;
pub mod path;
pub mod scene;
pub mod schema;
pub mod svg;
mod tag;
mod theme;
pub mod three_glutes;

pub use figure::{Figure, Handle, Words};
pub use frame::{FrameOptions, Place, link, value_text};

/// Every figure, in the order of the gallery.
pub const FIGURES: &[Figure] = &[one_leg_stance::FIGURE];

/// A static drawing.
#[derive(Debug, Clone, Copy)]
pub struct Plate {
    /// The permanent name.
    pub name: &'static str,
    /// The drawing.
    pub scene: fn() -> scene::Scene,
}

/// Every static drawing.
pub const PLATES: &[Plate] = &[Plate {
    name: "three-glutes",
    scene: three_glutes::scene,
}];

/// The figure with a permanent name.
#[must_use]
pub fn figure(name: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.name == name)
}

/// The HTML inside the `<figure>` element of a figure in the state that `query` gives.
///
/// `None` when there is no such figure; any query is accepted.
#[must_use]
pub fn frame(name: &str, query: &str, options: &FrameOptions<'_>) -> Option<String> {
    figure(name).map(|figure| frame::html(figure, query, options))
}

/// A static drawing as an `svg` element; its name and description are inside.
///
/// `None` when there is no such plate.
#[must_use]
pub fn plate(name: &str) -> Option<String> {
    let scene = PLATES.iter().find(|plate| plate.name == name)?;
    let mut out = String::new();
    let options = svg::SvgOptions {
        prefix: scene.name,
        class: "plate-svg",
        naming: svg::Naming::Inside,
    };
    svg::push_svg(&mut out, &(scene.scene)(), &options);
    Some(out)
}
