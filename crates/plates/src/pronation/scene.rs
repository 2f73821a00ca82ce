//! The drawing: the hinge in four panels with its scale, sloping ground, or the way up the leg.

use crate::geometry::Point;
pub(super) use crate::lettering::{label, labels};
use crate::scene::{Attribute, Element, Scene, Text, Token};

use super::{Show, State, carved, chain, ground, panels, ratio, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 772;

/// The same in bold.
pub(super) fn bold(place: Point, words: impl Into<Text>, token: Token) -> Element {
    label(place, words, token).with(Attribute::FontWeight, "700")
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    // What is not shown stands still, so that a drag changes only what is seen.
    let still = State::from_values(&[]);
    let of = |show: Show| if state.show == show { state } else { &still };
    let hinge = of(Show::Hinge);
    let words = words::words(state);
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements: vec![
            Element::group(vec![
                panels::behind(hinge),
                carved::carved(hinge),
                panels::side(hinge),
                panels::above(hinge),
                ratio::ratio(hinge),
            ])
            .shown(state.show == Show::Hinge),
            ground::ground(of(Show::Ground), state.show == Show::Ground),
            chain::chain(state.show == Show::Chain),
        ],
    }
}
