//! Foot and shank, drawn large.
//!
//! Outlines follow the projections in [`crate::anatomy`] of the same skeleton, with the bones of
//! the foot drawn one by one; the toes end where the most distal toe point of Gait2392 is.

pub(crate) mod behind;
pub(crate) mod side;

use crate::geometry::{Table, points};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Token};

/// Several closed outlines as one path.
pub(crate) fn outlines(view: &View, tables: &[Table]) -> Element {
    let mut path = Path::new();
    for table in tables {
        path.smooth(&view.all(&points(table)), true);
    }
    Element::path(path.data())
}

/// Paint for bones.
pub(crate) fn bony(bones: Vec<Element>) -> Element {
    Element::group(bones)
        .fill(Token::Bone)
        .outlined(Token::BoneLine, "2")
        .with(Attribute::StrokeLinejoin, "round")
}

/// A silhouette without inner borders: every shape outlined first, then every shape filled.
pub(crate) fn ghost(id: &'static str, shapes: Vec<Element>) -> Element {
    Element::group(vec![
        Element::group(vec![Element::group(shapes).with(Attribute::Id, id)])
            .fill(Token::SkinLine)
            .outlined(Token::SkinLine, "5"),
        Element::copy_of(id).fill(Token::Skin),
    ])
}
