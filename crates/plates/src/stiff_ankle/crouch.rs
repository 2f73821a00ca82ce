//! The squats side by side, each with what gives.

use kinetics::GAIT2392;
use kinetics::kinematics::Kinematics;

use crate::geometry::point;
use crate::number::fixed;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Text, Token};
use crate::skeleton::{Plane, Projection, Style, bones, skin};

use super::scene::{label, labels};
use super::squat::{Way, Ways};

/// Page height of the floor below the squats.
const FLOOR: f64 = 448.0;
/// Drawing units in a meter.
const SCALE: f64 = 222.0;
/// Width of one way.
const COLUMN: f64 = 240.0;
/// The heel of each, from the left of its column.
const HEEL: f64 = 92.0;

const PARTS: [Part; 3] = [
    Part {
        id: "way-1",
        name: "First Way to Squat",
        description: "A squat from the side with the heels down.",
    },
    Part {
        id: "way-2",
        name: "Second Way to Squat",
        description: "Another squat from the side with the heels down.",
    },
    Part {
        id: "way-3",
        name: "Third Way to Squat",
        description: "A squat from the side, with a wedge under the heels where one is needed.",
    },
];

/// What each way is called: what it asks more of than the others.
pub(super) fn names(ways: &Ways) -> [&'static str; 3] {
    if !ways.fits {
        return ["Lean more", "Less deep", "Heels up"];
    }
    let found: Vec<&Way> = ways.ways.iter().flatten().collect();
    let most = |of: fn(&Way) -> f64| {
        let values = found.iter().map(|way| of(way));
        values.fold(f64::NEG_INFINITY, f64::max)
    };
    let (back, hip) = (most(|way| way.back), most(|way| way.hip));
    ways.ways.map(|way| match way {
        Some(_) if found.len() == 1 => "One way",
        Some(way) if way.back >= back => "More back",
        Some(way) if way.hip >= hip => "More hip",
        Some(_) => "Shared out",
        None => "A third way",
    })
}

/// Which of the four numbers of a way is what gives.
fn gives(ways: &Ways, index: usize) -> Option<usize> {
    if ways.fits {
        return match names(ways)[index] {
            "More back" => Some(2),
            "More hip" => Some(1),
            _ => None,
        };
    }
    Some([0, 1, 3][index])
}

/// The wedge under the heels, its angle in radians.
fn wedge(heel: f64, angle: f64) -> String {
    let tip = heel + 0.1788 * SCALE;
    let mut path = Path::new();
    let back = heel - 0.05 * SCALE;
    path.polyline(
        &[
            point(tip, FLOOR),
            point(back, FLOOR),
            point(back, FLOOR - (tip - back) * angle.tan()),
        ],
        true,
    );
    path.data()
}

fn body(way: &Way, left: f64) -> Vec<Element> {
    let projection = Projection {
        plane: Plane::Side,
        origin: point(left + HEEL, FLOOR),
        scale: SCALE,
    };
    // A pose of a solution is finite; the neutral one is never seen.
    let k = Kinematics::new(&GAIT2392, &way.pose)
        .or_else(|_| Kinematics::new(&GAIT2392, &kinetics::Pose::NEUTRAL));
    let Ok(k) = k else {
        return vec![Element::group(Vec::new()), Element::group(Vec::new())];
    };
    let style = Style {
        left_leg: false,
        ..Style::WHOLE
    };
    vec![
        Element::group(skin(&k, &projection, &style)),
        Element::group(bones(&k, &projection, &style)),
    ]
}

fn column(ways: &Ways, index: usize) -> Element {
    let left = COLUMN * index as f64;
    let found = ways.ways[index];
    let way = found.unwrap_or(Way {
        pose: kinetics::Pose::NEUTRAL,
        thigh: 0.0,
        lean: 0.0,
        hip: 0.0,
        back: 0.0,
        shank: 0.0,
        wedge: 0.0,
    });
    let mut floor = Path::new();
    floor.move_to(point(left + 16.0, FLOOR));
    floor.line_to(point(left + COLUMN - 16.0, FLOOR));
    let mut drawn = vec![
        Element::path(wedge(left + HEEL, way.wedge.to_radians()))
            .fill(Token::Object)
            .shown(way.wedge > 0.05),
    ];
    drawn.extend(body(&way, left));
    let degrees = |name: &'static str, value: f64, decimals: usize| -> Text {
        [name, &fixed(value, decimals), "°"].concat().into()
    };
    let back = if way.back < 0.0 {
        "Back arches "
    } else {
        "Back bends "
    };
    let numbers = [
        degrees("Trunk leans ", way.lean, 0),
        if ways.fits {
            degrees("Hips bend ", way.hip, 0)
        } else {
            degrees("Thighs at ", way.thigh, 0)
        },
        degrees(back, way.back.abs(), 0),
        if ways.fits {
            degrees("Ankles bend ", way.shank, 0)
        } else if way.wedge > 0.0 {
            degrees("Heels up ", way.wedge, 1)
        } else {
            "Heels down".into()
        },
    ];
    let given = gives(ways, index);
    let lines = numbers
        .into_iter()
        .enumerate()
        .map(|(line, words)| {
            let bold = given == Some(line);
            let token = if bold { Token::ForceMuscle } else { Token::Ink };
            label(
                point(left + 0.5 * COLUMN, FLOOR + 42.0 + 36.0 * line as f64),
                words,
                token,
            )
            .with(Attribute::FontWeight, if bold { "700" } else { "400" })
        })
        .collect();
    Element::group(vec![
        Element::path(floor.data()).stroke(Token::InkSoft, "3"),
        labels(
            "middle",
            vec![
                label(
                    point(left + 0.5 * COLUMN, 44.0),
                    names(ways)[index],
                    Token::Ink,
                )
                .with(Attribute::FontWeight, "700"),
                label(
                    point(left + 0.5 * COLUMN, 250.0),
                    "None found",
                    Token::InkSoft,
                )
                .shown(found.is_none()),
            ],
        ),
        Element::group(drawn).shown(found.is_some()),
        labels("middle", lines).shown(found.is_some()),
    ])
    .part(PARTS[index])
}

/// The ways of the state.
pub(super) fn squats(ways: &Ways, shown: bool) -> Element {
    Element::group((0..3).map(|index| column(ways, index)).collect()).shown(shown)
}
