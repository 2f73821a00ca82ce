//! The bridge: the person, the forces, and who shares the hip's moment.

use kinetics::Motion;
use kinetics::experiments::bridge::{Bridge, BridgeResult, Legs, bridge, hip_moment};

use crate::geometry::{Point, point};
use crate::number::fixed;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::body::{self, FLOOR, Places};
use super::scene::{label, labels};
use super::{Show, State};

const MOMENT: Part = Part {
    id: "hip-moment",
    name: "Hip moment",
    description: "The turning effect that the muscles must hold at one hip.",
};
const PUSH: Part = Part {
    id: "foot-push",
    name: "Push under the foot",
    description: "The floor's push on one working foot.",
};
const SHARES: Part = Part {
    id: "shares",
    name: "Who holds the hip moment",
    description: "The hip moment on two legs and on one, and which muscles hold how much of it.",
};

/// Left end of the bars and drawing units for a newton meter.
const BARS: (f64, f64) = (146.0, 1.6);

fn input(state: &State, legs: Legs) -> Bridge {
    Bridge {
        legs,
        lift: f64::from(state.lift) / 100.0,
        load: f64::from(state.load),
        ..Bridge::default()
    }
}

fn result(state: &State, legs: Legs) -> Option<BridgeResult> {
    // The model refuses numbers that are not finite; a state holds whole numbers.
    bridge(&input(state, legs)).ok()
}

/// The moment of one working hip, in N m.
pub(super) fn moment(state: &State, legs: Legs) -> f64 {
    hip_moment(&input(state, legs)).unwrap_or_default()
}

/// What the words need of a bridge.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lifted {
    /// Moment of one working hip, N m.
    pub(super) moment: f64,
    /// Moment of one working knee, N m; positive for the extensors.
    pub(super) knee: f64,
    /// Push under one working foot, N.
    pub(super) foot: f64,
    /// Part of the hip's moment by gluteus maximus.
    pub(super) maximus: f64,
    /// Part of the hip's moment by the hamstrings.
    pub(super) hamstrings: f64,
    /// Activation of gluteus maximus, 0 to 1.
    pub(super) activation: f64,
    /// Whether the muscles can hold it.
    pub(super) holds: bool,
    /// What the muscles cannot supply of the moments at the hip and at the knee, N m.
    pub(super) missing: [f64; 2],
}

impl Lifted {
    pub(super) fn new(state: &State, legs: Legs) -> Self {
        result(state, legs).map_or_else(Self::default, |result| Self::from_model(&result))
    }

    fn from_model(result: &BridgeResult) -> Self {
        Self {
            moment: result.hip_moment,
            knee: result.knee_moment,
            foot: result.foot_force,
            maximus: result.gluteus_share,
            hamstrings: result.hamstring_share,
            activation: result.gluteus_activation,
            holds: result.holds,
            missing: [Motion::HipFlexion, Motion::KneeAngle]
                .map(|motion| result.shared.missing[motion.index()].abs()),
        }
    }
}

/// An arrow round the hip, the way the muscles turn the thigh.
fn turn(hip: Point) -> Element {
    let radius = 46.0;
    let at = |degrees: f64| {
        let angle = degrees.to_radians();
        hip.plus(point(radius * angle.cos(), -radius * angle.sin()))
    };
    let mut arc = Path::new();
    arc.smooth(&[at(170.0), at(130.0), at(90.0), at(50.0), at(22.0)], false);
    let arc = arc.data();
    let tip = at(-4.0);
    let mut head = Path::new();
    head.polyline(
        &[
            tip,
            at(22.0).plus(point(13.0, -4.0)),
            at(22.0).plus(point(-15.0, 6.0)),
        ],
        true,
    );
    Element::group(vec![
        Element::path(arc.clone())
            .stroke(Token::Paper, "10")
            .with(Attribute::StrokeOpacity, ".8"),
        Element::path(arc).stroke(Token::ForceMuscle, "5"),
        Element::path(head.data()).fill(Token::ForceMuscle),
        Element::circle(hip, 7.0)
            .fill(Token::Paper)
            .outlined(Token::ForceMuscle, "4"),
    ])
}

fn rectangle(left: f64, top: f64, wide: f64, high: f64) -> String {
    let mut path = Path::new();
    let corners = [
        point(left, top),
        point(left + wide, top),
        point(left + wide, top + high),
        point(left, top + high),
    ];
    path.polyline(&corners, true);
    path.data()
}

/// Fill, outline and name of a bar's pieces, in their order.
const PIECES: [(Token, Token, &str); 3] = [
    (Token::Muscle, Token::MuscleDark, "Gluteus maximus"),
    (Token::MuscleLight, Token::MuscleDark, "Hamstrings"),
    (Token::Paper, Token::Ink, "Others"),
];

fn piece(index: usize, left: f64, top: f64, wide: f64) -> Element {
    Element::path(rectangle(left, top, wide, 30.0))
        .fill(PIECES[index].0)
        .outlined(PIECES[index].1, "2")
}

/// One bar: name, pieces, a mark where the demand ends, the demand.
fn bar(state: &State, legs: Legs, lifted: &Lifted) -> Element {
    let (top, name) = match legs {
        Legs::Double => (FLOOR + 74.0, "Two legs"),
        Legs::Single => (FLOOR + 126.0, "One leg"),
    };
    let (zero, unit) = BARS;
    let demand = lifted.moment.max(0.0);
    let supplied = demand - lifted.missing[0].min(demand);
    let maximus = (lifted.maximus * demand).max(0.0);
    let hamstrings = (lifted.hamstrings * demand).max(0.0);
    let others = (supplied - maximus - hamstrings).max(0.0);
    let mut children = Vec::new();
    let mut left = zero;
    for (index, moment) in [maximus, hamstrings, others].into_iter().enumerate() {
        children.push(piece(index, left, top, unit * moment));
        left += unit * moment;
    }
    let end = zero + unit * demand;
    let mut mark = Path::new();
    mark.move_to(point(end, top - 7.0));
    mark.line_to(point(end, top + 37.0));
    children.push(Element::path(mark.data()).stroke(Token::Ink, "4"));
    let now = state.legs() == legs;
    let text = |place: Point, words: String| {
        label(place, words, Token::Ink).with(Attribute::FontWeight, if now { "700" } else { "400" })
    };
    let beside = left.max(end) + 12.0;
    children.push(labels(
        "start",
        vec![
            text(point(14.0, top + 25.0), name.to_owned()),
            text(
                point(beside, top + 25.0),
                [&fixed(demand, 0), "\u{a0}N\u{a0}m"].concat(),
            ),
        ],
    ));
    Element::group(children)
}

fn legend() -> Vec<Element> {
    let top = FLOOR + 190.0;
    let mut elements = Vec::new();
    let mut words = Vec::new();
    for (index, left) in [16.0, 300.0, 510.0].into_iter().enumerate() {
        elements.push(
            Element::path(rectangle(left, top, 26.0, 26.0))
                .fill(PIECES[index].0)
                .outlined(PIECES[index].1, "2"),
        );
        words.push(label(
            point(left + 36.0, top + 23.0),
            PIECES[index].2,
            Token::Ink,
        ));
    }
    elements.push(labels("start", words));
    elements
}

/// The drawing of the bridge.
pub(super) fn drawing(state: &State) -> Element {
    let shown = matches!(state.show, Show::Bridge(_));
    let legs = state.legs();
    let other = match legs {
        Legs::Double => Legs::Single,
        Legs::Single => Legs::Double,
    };
    let Some(now) = result(state, legs) else {
        return Element::group(Vec::new()).shown(shown);
    };
    let places = Places::new(&now);
    let lifted = Lifted::from_model(&now);
    // While the chart is shown, nobody sees the bars.
    let compared = if shown {
        Lifted::new(state, other)
    } else {
        Lifted::default()
    };
    let (double, single) = match legs {
        Legs::Double => (lifted, compared),
        Legs::Single => (compared, lifted),
    };
    let mut children = body::person(state, &places, &now);
    let mut push = Path::new();
    let foot = point(places.ankle.x, places.ankle.y + 18.0);
    push.arrow(foot, foot.minus(point(0.0, 0.3 * lifted.foot)), 8.0);
    children.push(
        Element::group(vec![
            Element::path(push.data())
                .fill(Token::ForceJoint)
                .outlined(Token::Paper, "2"),
            labels(
                "start",
                vec![label(
                    foot.plus(point(16.0, -76.0)),
                    [&fixed(lifted.foot, 0), "\u{a0}N"].concat(),
                    Token::ForceJoint,
                )],
            ),
        ])
        .part(PUSH),
    );
    children.push(
        Element::group(vec![
            turn(places.hip),
            labels(
                "end",
                vec![
                    label(
                        places.hip.plus(point(-96.0, -104.0)),
                        ["Hip ", &fixed(lifted.moment, 0), "\u{a0}N\u{a0}m"].concat(),
                        Token::ForceMuscle,
                    )
                    .with(Attribute::FontWeight, "700"),
                ],
            ),
        ])
        .part(MOMENT),
    );
    let mut shares = vec![labels(
        "start",
        vec![label(
            point(14.0, FLOOR + 44.0),
            "Moment at each working hip",
            Token::Ink,
        )],
    )];
    shares.push(bar(state, Legs::Double, &double));
    shares.push(bar(state, Legs::Single, &single));
    shares.extend(legend());
    children.push(Element::group(shares).part(SHARES));
    Element::group(children).shown(shown)
}
