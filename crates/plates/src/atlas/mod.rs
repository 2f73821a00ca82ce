//! The hip in layers, from behind and from the side: the image files of the figure `hip-layers`.
//!
//! Each layer of each view is a sheet of its own, written by the press as a file, so that the
//! hatching is in no page and in no WebAssembly. A sheet shows one side of the body; the figure
//! mirrors it for the other. All sheets of a view have the same size and lie exactly over another.

mod bone;
mod engraving;
mod lateral;
mod links;
mod page;
mod posterior;
mod strand;
mod thumbnail;
#[cfg(test)]
mod vision;

pub use links::{ground, inlined, linked, thumbnail};
pub use page::{SCALE, Side, TOP};
pub(crate) use posterior::VASTUS_LATERALIS;

use crate::geometry::point;
use crate::path::Path;
use crate::scene::{Attribute, Element, Scene};
use crate::svg;

/// One layer of one view.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// The permanent name, also of its file.
    pub name: &'static str,
    /// The view it belongs to.
    pub side: Side,
    /// What is drawn.
    elements: fn() -> Vec<Element>,
}

/// Every sheet, deepest first within a view.
pub const SHEETS: &[Sheet] = &[
    sheet("hip-behind-skin", Side::Posterior, posterior::skin),
    sheet("hip-behind-bone", Side::Posterior, posterior::bone),
    sheet("hip-behind-deep", Side::Posterior, posterior::deep),
    sheet("hip-behind-minimus", Side::Posterior, posterior::minimus),
    sheet("hip-behind-medius", Side::Posterior, posterior::medius),
    sheet("hip-behind-maximus", Side::Posterior, posterior::maximus),
    sheet("hip-side-skin", Side::Lateral, lateral::skin),
    sheet("hip-side-bone", Side::Lateral, lateral::bone),
    sheet("hip-side-deep", Side::Lateral, lateral::deep),
    sheet("hip-side-minimus", Side::Lateral, lateral::minimus),
    sheet("hip-side-medius", Side::Lateral, lateral::medius),
    sheet("hip-side-maximus", Side::Lateral, lateral::maximus),
];

const fn sheet(name: &'static str, side: Side, elements: fn() -> Vec<Element>) -> Sheet {
    Sheet {
        name,
        side,
        elements,
    }
}

/// The sheet with a permanent name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Sheet> {
    SHEETS.iter().find(|sheet| sheet.name == name)
}

/// The styles of the ways to color the muscles, chosen by the fragment of the file's address.
///
/// `#muscle` gives each group of muscles a color of the set of Okabe and Ito, which people with
/// any kind of color vision can tell apart; `#fibers` leaves nothing but the fibers.
fn modes() -> String {
    let mut style = String::new();
    for [family, property, color, light, dark] in links::FAMILIES {
        for piece in [
            "#muscle:target .",
            family,
            "{",
            property,
            ":",
            color,
            ";--muscle-light:",
            light,
            ";--muscle-dark:",
            dark,
            "}",
        ] {
            style.push_str(piece);
        }
    }
    style.push_str(
        "#fibers:target{--muscle:var(--paper);--medius:var(--paper);--minimus:var(--paper);\
         --deep:var(--paper);--muscle-light:var(--paper);--muscle-dark:var(--ink)}",
    );
    style
}

/// The fragment of a sheet's address for each way to color the muscles.
pub const FRAGMENTS: [&str; 3] = ["", "#muscle", "#fibers"];

impl Sheet {
    /// The drawing of the sheet.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let [left, top, width, height] = self.side.sheet();
        let (left, top) = (f64::from(left), f64::from(top));
        let (right, bottom) = (left + f64::from(width), top + f64::from(height));
        let mut region = Path::new();
        region.polyline(
            &[
                point(left, top),
                point(right, top),
                point(right, bottom),
                point(left, bottom),
            ],
            true,
        );
        let region = region.data();
        let mut elements = Element::fade("f", "r", ".8", region.clone());
        let mut body = Element::group((self.elements)())
            .with(Attribute::Mask, "f")
            .with(Attribute::StrokeLinecap, "round")
            .with(Attribute::StrokeLinejoin, "round");
        if self.side == Side::Posterior {
            elements.extend(Element::fade_in("g", "s", ".14", region));
            body = Element::group(vec![body]).with(Attribute::Mask, "g");
        }
        elements.push(body);
        let [left, top, width, height] = self.side.sheet();
        Scene {
            corner: (left, top),
            size: (width, height),
            title: self.name.into(),
            description: "One layer of the hip.".into(),
            elements,
        }
    }

    /// What stands inside the `svg` element of the sheet; `prefix` makes its ids unique.
    #[must_use]
    pub fn inner(&self, prefix: &str) -> String {
        svg::inner(&self.scene(), prefix)
    }

    /// The same with a fraction of the ink.
    pub(crate) fn thinned(&self, prefix: &str, ink: thumbnail::Ink) -> String {
        let mut scene = self.scene();
        scene.elements = thumbnail::thinned(&scene.elements, ink);
        svg::inner(&scene, prefix)
    }

    /// The sheet as an image file; `colors` is the style of its custom properties, as for
    /// [`crate::Plate::image`].
    #[must_use]
    pub fn image(&self, colors: &str) -> String {
        let [left, top, width, height] = self.side.sheet();
        let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
        svg::push_box(&mut out, (left, top), (width, height));
        out.push_str("\"><style>");
        out.push_str(colors);
        out.push_str(&modes());
        // The fragment of the address names one of the two groups.
        out.push_str("</style><g id=\"muscle\"><g id=\"fibers\">");
        out.push_str(&self.inner("h"));
        out.push_str("</g></g></svg>");
        out
    }
}
