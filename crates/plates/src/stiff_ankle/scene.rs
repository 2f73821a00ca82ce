//! The drawing: a scale and a leg, or three squats.

use crate::foot::side::Stand;
use crate::geometry::point;
use crate::kept::Kept;
pub(super) use crate::lettering::{label, labels};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Part, Scene, Text, Token};

use super::squat::Ways;
use super::{Show, State, crouch, gauge, lunge, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 670;
/// Page height of the floor.
pub(super) const FLOOR: f64 = 600.0;
/// Drawing units for a centimeter of the legs.
pub(super) const LEG_SCALE: f64 = 7.8;
/// Bend of the knee in late stance, degrees: nearly straight.
const KNEE: f64 = 5.0;

const LEG: Part = Part {
    id: "leg",
    name: "Heel Down",
    description: "The leg you stand on, late in a step, with the heel on the floor: the shank \
                  leans as far as the ankle lets it.",
};
const HEEL_UP: Part = Part {
    id: "heel-up",
    name: "Heel Lifts",
    description: "The same leg at the lean that walking takes: what the ankle does not give, the \
                  rising heel does.",
};

/// The angle of the shank from upright as a thin sector about the ankle.
fn sector(view: &View, stand: &Stand) -> Element {
    let ankle = crate::foot::side::joint::ANKLE;
    let ankle = point(ankle.0, ankle.1);
    let ball = crate::foot::side::joint::BALL;
    let heel = -stand.heel.to_radians();
    let ankle_at = ankle.rotated(point(ball.0, ball.1), heel);
    let reach = 30.0;
    let lean = (stand.ankle + stand.heel).to_radians();
    let tip = |angle: f64| ankle_at.plus(point(reach * angle.sin(), reach * angle.cos()));
    let mut path = Path::new();
    path.move_to(view.at(tip(0.0)));
    path.line_to(view.at(ankle_at));
    path.line_to(view.at(tip(lean)));
    // The control point of an arc this flat lies where its tangents meet.
    let middle = ankle_at.plus(
        tip(0.5 * lean)
            .minus(ankle_at)
            .times(1.0 / (0.5 * lean).cos()),
    );
    path.bend_to(view.at(middle), view.at(tip(0.0)));
    Element::path(path.data())
        .stroke(Token::ForceJoint, "3.5")
        .with(Attribute::StrokeLinejoin, "round")
}

fn standing(stand: &Stand, left: f64, id: &'static str, lines: [Text; 2], part: Part) -> Element {
    let view = View::new(point(left + 112.0, FLOOR - 4.0), LEG_SCALE);
    let [first, second] = lines;
    Element::group(vec![
        Element::group(vec![stand.draw(&view, id), sector(&view, stand)]).part(part),
        labels(
            "start",
            vec![
                label(point(left + 12.0, 40.0), first, Token::Ink),
                label(point(left + 12.0, 76.0), second, Token::ForceJoint)
                    .with(Attribute::FontWeight, "700"),
            ],
        ),
    ])
}

fn walking(state: &State, shown: bool) -> Element {
    let walking = state.walking();
    let bend = f64::from(state.bend).min(walking.needs.1);
    let down = Stand {
        ankle: bend,
        heel: 0.0,
        knee: KNEE,
    };
    let up = Stand {
        heel: walking.short.1,
        ..down
    };
    let degrees = |value: f64, decimals: usize| -> Text {
        ["Shank ", &crate::number::fixed(value, decimals), "°"]
            .concat()
            .into()
    };
    let enough = walking.short.1 <= 0.0;
    let second: [Text; 2] = if enough {
        ["Heel stays down".into(), degrees(walking.needs.1, 1)]
    } else {
        let rise = crate::number::fixed(100.0 * walking.heel_rise, 1);
        [
            "Heel lifts early".into(),
            ["By ", &rise, "\u{a0}cm"].concat().into(),
        ]
    };
    let first: [Text; 2] = if enough {
        ["Full step".into(), degrees(bend, 1)]
    } else {
        ["Shorter step".into(), degrees(bend, 0)]
    };
    Element::group(vec![
        standing(&down, 222.0, "skin-down", first, LEG),
        standing(&up, 458.0, "skin-up", second, HEEL_UP),
    ])
    .shown(shown)
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    // The squat takes far more computing than the rest.
    let ways = if state.show == Show::Squat {
        state.squat()
    } else {
        Ways::NONE
    };
    let words = words::words(state);
    let mut floor = Path::new();
    floor.move_to(point(232.0, FLOOR));
    floor.line_to(point(712.0, FLOOR));
    let legs = state.show != Show::Squat;
    // What is not shown stands still, so that a drag changes only what is seen.
    let still = State::from_values(&[]);
    let of = |show: Show| if state.show == show { state } else { &still };
    static WALKING: Kept<(i32, bool), Element> = Kept::new();
    static LUNGE: Kept<(i32, bool), Element> = Kept::new();
    static SQUATS: Kept<(Ways, bool), Element> = Kept::new();
    let part = |kept: &Kept<(i32, bool), Element>, show, draw: fn(&State, bool) -> Element| {
        let (state, shown) = (of(show), state.show == show);
        kept.of((state.bend, shown), || draw(state, shown))
    };
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements: vec![
            Element::path(floor.data())
                .stroke(Token::InkSoft, "3")
                .shown(legs),
            gauge::gauge(state, legs),
            part(&WALKING, Show::Walking, walking),
            part(&LUNGE, Show::Lunge, lunge::lunge),
            SQUATS.of((ways, !legs), || crouch::squats(&ways, !legs)),
        ],
    }
}
