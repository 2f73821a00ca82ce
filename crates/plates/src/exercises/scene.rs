//! The sheet: the chart or the bridge on it, the other one unseen.

pub(super) use crate::lettering::{label, labels};
use crate::scene::Scene;

use super::{State, bridge, chart, words};

/// The size of the drawing.
const SIZE: (i32, i32) = (720, 724);

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    Scene {
        corner: (0, 0),
        size: SIZE,
        title: words::name(state).into(),
        description: words::sentence(state).into(),
        elements: vec![chart::chart(state), bridge::drawing(state)],
    }
}
