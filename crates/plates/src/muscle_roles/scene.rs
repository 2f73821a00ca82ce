//! The drawing: the hip in the pose above, the curves of its moment arms below.

use crate::scene::Scene;

use super::roles::Roles;
use super::{State, chart, hip, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 756;

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    let roles = Roles::new(state);
    let words = words::words(state, &roles);
    let mut elements = hip::hip(state, &roles);
    elements.push(chart::chart(state, &roles));
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements,
    }
}
