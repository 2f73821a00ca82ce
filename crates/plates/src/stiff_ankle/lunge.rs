//! The knee-to-wall test: a leg, a wall and a ruler on the floor.

use crate::foot::side::{Stand, joint};
use crate::geometry::point;
use crate::number::fixed;
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Part, Token};

use super::State;
use super::scene::{FLOOR, LEG_SCALE, label, labels};

/// How far the kneecap and its skin stand in front of the knee's center, in centimeters.
const KNEECAP: f64 = 6.6;
/// The longest distance on the ruler, in centimeters.
const RULER: i32 = 15;

const LUNGE: Part = Part {
    id: "lunge",
    name: "Leg at the Wall",
    description: "A leg whose heel stays down while the knee moves toward a wall.",
};
const MEASURE: Part = Part {
    id: "ruler",
    name: "Ruler",
    description: "A ruler in centimeters from the tip of the toes to the point below the knee.",
};

/// The test of `state`.
pub(super) fn lunge(state: &State, shown: bool) -> Element {
    let view = View::new(point(366.0, FLOOR - 4.0), LEG_SCALE);
    let result = state.lunge();
    let stand = Stand {
        ankle: f64::from(state.bend),
        heel: 0.0,
        knee: 30.0 + f64::from(state.bend),
    };
    let knee = view.at(stand.knee_at());
    let toe = view.at(point(joint::TOE_TIP.0, 0.0)).x;
    // The model's distance on the page; it starts at the tip of the toes.
    let end = toe + 100.0 * result.distance * LEG_SCALE;
    let wall = (knee.x + KNEECAP * LEG_SCALE).max(toe) + 3.0;

    let mut bricks = Path::new();
    bricks.polyline(
        &[
            point(wall, 96.0),
            point(wall + 16.0, 96.0),
            point(wall + 16.0, FLOOR),
            point(wall, FLOOR),
        ],
        true,
    );
    let mut plumb = Path::new();
    plumb.move_to(knee);
    plumb.line_to(point(knee.x, FLOOR + 26.0));
    let mut ruler = Path::new();
    ruler.move_to(point(toe, FLOOR + 10.0));
    ruler.line_to(point(toe + f64::from(RULER) * LEG_SCALE, FLOOR + 10.0));
    for tick in 0..=RULER {
        let x = toe + f64::from(tick) * LEG_SCALE;
        ruler.move_to(point(x, FLOOR + 10.0));
        ruler.line_to(point(x, FLOOR + if tick % 5 == 0 { 26.0 } else { 18.0 }));
    }
    let mut span = Path::new();
    span.move_to(point(toe, FLOOR + 5.0));
    span.line_to(point(end, FLOOR + 5.0));

    let reaches = result.distance >= 0.0;
    let centimeters = [&fixed(100.0 * result.distance.abs(), 1), "\u{a0}cm"].concat();
    let mut text = vec![
        label(
            point(234.0, 40.0),
            if reaches {
                "Toe tip to below the knee"
            } else {
                "Knee stays behind the toes"
            },
            Token::Ink,
        ),
        label(point(234.0, 76.0), centimeters, Token::ForceJoint)
            .with(Attribute::FontWeight, "700"),
    ];
    text.push(label(point(wall + 24.0, 130.0), "Wall", Token::InkSoft));
    let numbers = [0, 5, 10].map(|tick: i32| {
        let x = toe + f64::from(tick) * LEG_SCALE;
        label(
            point(x, FLOOR + 52.0),
            crate::number::whole(tick),
            Token::InkSoft,
        )
    });
    let unit = point(toe + 10.0 * LEG_SCALE + 22.0, FLOOR + 52.0);
    let unit = label(unit, "cm", Token::InkSoft);
    Element::group(vec![
        Element::path(bricks.data())
            .fill(Token::InkSoft)
            .with(Attribute::FillOpacity, ".35"),
        Element::group(vec![stand.draw(&view, "skin-lunge")]).part(LUNGE),
        Element::group(vec![
            Element::path(plumb.data())
                .stroke(Token::ForceJoint, "2.5")
                .with(Attribute::StrokeDasharray, "9 8"),
            Element::circle(knee, 7.0)
                .fill(Token::Paper)
                .outlined(Token::ForceJoint, "4"),
            Element::path(ruler.data()).stroke(Token::InkSoft, "2.5"),
            Element::path(span.data()).stroke(Token::ForceJoint, "8"),
            labels("middle", numbers.to_vec()),
            labels("start", vec![unit]),
        ])
        .part(MEASURE),
        labels("start", text),
    ])
    .shown(shown)
}
