//! Figures and plates as pure functions: state to drawing and words.
//!
//! * [`scene`] is a small typed SVG tree, [`svg`] writes it, [`scene::diff`] finds what changed.
//! * [`schema`] reads and prints the state of a figure as a query string.
//! * [`figure::Figure`] is what a figure provides; [`FIGURES`] lists them.
//! * [`skeleton`] is the whole body, drawn from a pose of the model.
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
pub mod atlas;
mod element;
pub mod exercises;
pub mod figure;
mod foot;
mod frame;
pub mod geometry;
pub mod hip_layers;
pub mod ink;
mod kept;
pub mod kinetic_chain;
mod lettering;
pub mod load_sharing;
pub mod muscle_roles;
pub mod number;
pub mod one_leg_stance;
pub mod path;
pub mod pelvic_tilt;
pub mod positions;
pub mod pronation;
pub mod scene;
pub mod schema;
pub mod skeleton;
pub mod stiff_ankle;
pub mod svg;
mod tag;
mod theme;
pub mod three_glutes;
pub mod tight_hip_flexors;
pub mod walking;

pub use figure::{Along, Figure, Handle, Link, Named, Row, Words};
pub use frame::{FrameOptions, Place, link, value_text};

/// Every figure, in the order of the gallery.
pub const FIGURES: &[Figure] = &[
    hip_layers::FIGURE,
    muscle_roles::FIGURE,
    one_leg_stance::FIGURE,
    walking::FIGURE,
    pelvic_tilt::FIGURE,
    tight_hip_flexors::FIGURE,
    stiff_ankle::FIGURE,
    pronation::FIGURE,
    load_sharing::FIGURE,
    kinetic_chain::FIGURE,
    exercises::FIGURE,
];

/// A static drawing.
#[derive(Debug, Clone, Copy)]
pub struct Plate {
    /// The permanent name.
    pub name: &'static str,
    /// The drawing without its labels.
    pub scene: fn() -> scene::Scene,
    /// The labels, on a sheet of the same size.
    pub labels: fn() -> scene::Scene,
}

impl Plate {
    /// The drawing as an image file of its own.
    ///
    /// `colors` is the style of its custom properties, such as
    /// `:root{color-scheme:light dark;--ink:light-dark(#000,#fff)}`: an image does not see the
    /// style of the page, but takes its color scheme from it.
    #[must_use]
    pub fn image(&self, colors: &str) -> String {
        let mut out = String::new();
        let options = svg::SvgOptions {
            prefix: self.name,
            class: "plate-svg",
            naming: svg::Naming::Inside,
            fetch: true,
        };
        svg::push_svg(&mut out, &(self.scene)(), &options);
        // Behind the opening tag, before anything that is drawn.
        let at = out.find('>').map_or(0, |at| at + 1);
        out.insert_str(at, "</style>");
        out.insert_str(at, colors);
        out.insert_str(at, "<style>");
        out
    }

    /// The labels as an `svg` element of the page, where they have its typeface and its size of
    /// text. Hidden from assistive technology: the image's description says more.
    #[must_use]
    pub fn overlay(&self) -> String {
        let scene = (self.labels)();
        let (corner, size) = (scene.corner, scene.size);
        let mut out = String::from(
            "<svg class=\"plate-labels\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"",
        );
        for value in [corner.0, corner.1, size.0, size.1] {
            path::push_integer(&mut out, value);
            out.push(' ');
        }
        out.pop();
        out.push_str("\">");
        out.push_str(&svg::inner(&scene, self.name));
        out.push_str("</svg>");
        out
    }
}

/// Every static drawing.
pub const PLATES: &[Plate] = &[Plate {
    name: "three-glutes",
    scene: three_glutes::scene,
    labels: three_glutes::labels,
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

/// The topics that the parts of a figure lead to; a library need not have all of them.
///
/// Apart from [`Figure`], so that the live figures need not carry them.
#[must_use]
pub fn links(name: &str) -> &'static [Link] {
    match name {
        "kinetic-chain" => kinetic_chain::LINKS,
        _ => &[],
    }
}

/// The static drawing with a permanent name.
///
/// `None` when there is no such plate.
#[must_use]
pub fn plate(name: &str) -> Option<&'static Plate> {
    PLATES.iter().find(|plate| plate.name == name)
}
