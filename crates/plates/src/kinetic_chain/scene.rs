//! The drawing: side view, front view, the label of the way, the legend.

use crate::geometry::{Point, point};
use crate::lettering::{label, lettered};
use crate::path::Path;
use crate::scene::{Attribute, Element, Scene, Token};

use super::State;
use super::body::{self, FLOOR};
use super::{links, marks, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 716;
/// Where the two floors begin and end.
const FLOORS: [(f64, f64); 2] = [(20.0, 404.0), (440.0, 704.0)];

fn line(from: Point, to: Point) -> String {
    let mut path = Path::new();
    path.move_to(from).line_to(to);
    path.data()
}

fn floors() -> Vec<Element> {
    FLOORS
        .iter()
        .map(|&(left, right)| {
            Element::path(line(point(left, FLOOR + 3.0), point(right, FLOOR + 3.0)))
                .stroke(Token::InkSoft, "3")
        })
        .collect()
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    let task = state.chain.task;
    let ways = state.ways();
    let words = words::words(state, &ways);
    let neutral = kinetics::Pose::NEUTRAL;
    let pose = ways.solid().map_or(neutral, |way| way.pose);
    let views = body::views(task);

    let mut elements = floors();
    // Whole numbers and the model's own poses are finite, so there is always a body.
    if let Some(k) = body::standing(task, &pose) {
        elements.push(Element::group(body::ghosts(task, &ways, &k)).part(links::OTHERS));
        let mut solid = body::body(task, &k, ways.count > 0);
        let [side, front] = body::weight(task, &k).map(|(center, floor)| {
            Element::group(vec![
                Element::path(line(center, floor))
                    .stroke(Token::ForceWeight, "3")
                    .with(Attribute::StrokeDasharray, "10 9"),
                Element::circle(center, 8.0)
                    .fill(Token::ForceWeight)
                    .outlined(Token::Paper, "2"),
            ])
        });
        solid.push(Element::group(marks::muscles(state, &k, &views)));
        solid.push(front);
        elements.push(Element::group(solid).part(links::BODY));
        elements.push(side.part(links::WEIGHT));
        elements.push(Element::group(marks::dots(state, &k, &views)));
    }
    elements.push(lettered(vec![
        label(point(24.0, 40.0), "From the side", Token::Ink),
        label(point(474.0, 40.0), "From the front", Token::Ink),
        label(
            point(24.0, 650.0),
            words::shown_way(state, &ways),
            Token::Ink,
        ),
        label(point(54.0, 700.0), "stiff", Token::Ink),
        label(point(170.0, 700.0), "tight", Token::Ink),
        label(point(286.0, 700.0), "rolled in", Token::Ink),
        label(point(478.0, 700.0), "weak", Token::Ink),
        label(point(602.0, 700.0), "weight", Token::Ink),
    ]));
    let signs = [34.0, 142.0, 262.0, 446.0, 584.0].map(|x| point(x, 691.0));
    elements.push(Element::group(marks::legend(signs)));
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements,
    }
}
