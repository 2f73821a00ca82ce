//! The hip in the pose, from the side and from behind, with the lines the muscles pull along.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::muscle::MusclePath;
use kinetics::{Body, GAIT2392, MuscleId, Segment, Side};

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};
use crate::skeleton::{self, Plane, Projection, Style};

use super::State;
use super::chart::{label, labels};
use super::muscles::{COMPARTMENTS, IDS, LABELS};
use super::roles::Roles;

/// One of the two views: the frame (left, top, right, bottom) and where the hip is in it.
struct Panel {
    plane: Plane,
    clip: &'static str,
    frame: [f64; 4],
    hip: Point,
    title: &'static str,
}

const PANELS: [Panel; 2] = [
    Panel {
        plane: Plane::Side,
        clip: "from-side",
        frame: [8.0, 8.0, 356.0, 350.0],
        hip: point(136.0, 196.0),
        title: "From the right",
    },
    Panel {
        plane: Plane::Back,
        clip: "from-behind",
        frame: [364.0, 8.0, 712.0, 350.0],
        hip: point(562.0, 196.0),
        title: "From behind",
    },
];

/// Drawing units in a meter.
const SCALE: f64 = 860.0;
/// Length of the arrow of the pull in drawing units.
const ARROW: f64 = 78.0;

const BONES: Part = Part {
    id: "bones",
    name: "Pelvis and thigh bone",
    description: "The pelvis and the right thigh bone, from the right side and from behind.",
};
const PULL: Part = Part {
    id: "pull",
    name: "Pull on the thigh bone",
    description: "The direction in which the chosen muscle pulls the thigh bone.",
};

const STYLE: Style = Style {
    ghost: false,
    left_leg: false,
    arms: false,
    upper_body: false,
};

/// One sentence for a compartment, by its place in the list.
const ABOUT: [&str; 13] = [
    "The line of the upper fibers of gluteus maximus.",
    "The line of the middle fibers of gluteus maximus.",
    "The line of the lower fibers of gluteus maximus.",
    "The line of the front fibers of gluteus medius.",
    "The line of the middle fibers of gluteus medius.",
    "The line of the back fibers of gluteus medius.",
    "The line of the front fibers of gluteus minimus.",
    "The line of the middle fibers of gluteus minimus.",
    "The line of the back fibers of gluteus minimus.",
    "The line from the sacrum to the top of the thigh bone.",
    "The line of the two small muscles below piriformis.",
    "The line from the sitting bone to the back of the thigh bone.",
    "The line from the front of the hip bone down the outside of the thigh.",
];

/// The projection that puts the right hip where the panel has it.
fn projection(k: &Kinematics, panel: &Panel) -> Projection {
    let center = k.frame(Body::Femur(Side::Right), Reference::Ground).origin;
    let plain = Projection {
        plane: panel.plane,
        origin: point(0.0, 0.0),
        scale: SCALE,
    };
    Projection {
        origin: panel.hip.minus(plain.at(center)),
        ..plain
    }
}

fn box_path([left, top, right, bottom]: [f64; 4]) -> String {
    let mut path = Path::new();
    path.polyline(
        &[
            point(left, top),
            point(right, top),
            point(right, bottom),
            point(left, bottom),
        ],
        true,
    );
    path.data()
}

/// The arrow of the pull on the thigh: from the first point below the hip toward the last above.
fn pull(k: &Kinematics, muscle: MuscleId, p: &Projection) -> String {
    let mut path = Path::new();
    if let Some(data) = GAIT2392.muscle(muscle) {
        let pelvis = k.pelvis(Reference::Ground);
        let string = MusclePath::new(data, k, Side::Right);
        let crossing = string
            .nodes()
            .windows(2)
            .find(|pair| pair[0].segment == Segment::Pelvis && pair[1].segment != Segment::Pelvis);
        if let Some([above, below]) = crossing {
            let (tip, tail) = (
                p.at(pelvis.point(above.position)),
                p.at(pelvis.point(below.position)),
            );
            // The line stays visible beyond the tip; one toward the viewer is seen short.
            let length = ARROW.min(0.62 * tip.minus(tail).length());
            path.arrow(tail, tail.plus(tip.minus(tail).unit().times(length)), 11.0);
        }
    }
    path.data()
}

/// The two views of `state`.
pub(super) fn hip(state: &State, roles: &Roles) -> Vec<Element> {
    let Some(k) = roles.drawn.as_ref() else {
        return Vec::new();
    };
    let views = PANELS.map(|panel| (projection(k, &panel), panel));

    let mut elements = Vec::new();
    let mut bones = Vec::new();
    for (p, panel) in &views {
        elements.push(Element::clip(
            panel.clip,
            vec![Element::path(box_path(panel.frame))],
        ));
        let drawn = [skeleton::skin(k, p, &STYLE), skeleton::bones(k, p, &STYLE)].concat();
        bones.push(Element::group(drawn).with(Attribute::ClipPath, panel.clip));
    }
    elements.push(Element::group(bones).part(BONES));

    let mut lines = Vec::new();
    for (index, compartment) in COMPARTMENTS.iter().enumerate() {
        let chosen = state.muscle == Some(index);
        let strings = views.iter().map(|(p, panel)| {
            let data = skeleton::muscle(k, compartment.id, Side::Right, p);
            Element::path(data).with(Attribute::ClipPath, panel.clip)
        });
        lines.push(
            Element::group(strings.collect())
                .with(Attribute::Fill, "none")
                .with(Attribute::Stroke, compartment.token.css())
                .with(Attribute::StrokeWidth, if chosen { "10" } else { "4" })
                .with(Attribute::Opacity, if chosen { "1" } else { ".5" })
                .part(Part {
                    id: IDS[index + 1],
                    name: LABELS[index + 1],
                    description: ABOUT[index],
                }),
        );
    }
    elements.push(
        Element::group(lines)
            .with(Attribute::StrokeLinecap, "round")
            .with(Attribute::StrokeLinejoin, "round"),
    );

    let chosen = state.compartment();
    let mut over = Vec::new();
    for (p, panel) in &views {
        let (string, arrow) = chosen.map_or_else(Default::default, |chosen| {
            (
                skeleton::muscle(k, chosen.id, Side::Right, p),
                pull(k, chosen.id, p),
            )
        });
        over.push(
            Element::group(vec![
                Element::path(string)
                    .stroke(Token::Paper, "3")
                    .with(Attribute::StrokeDasharray, "2 9")
                    .with(Attribute::StrokeLinecap, "round"),
                Element::path(arrow)
                    .fill(Token::ForceMuscle)
                    .outlined(Token::Paper, "4")
                    .with(Attribute::StrokeLinejoin, "round")
                    .with(Attribute::PaintOrder, "stroke"),
                Element::circle(panel.hip, 8.0)
                    .fill(Token::Paper)
                    .outlined(Token::ForceJoint, "5"),
            ])
            .with(Attribute::ClipPath, panel.clip),
        );
    }
    elements.push(Element::group(over).part(PULL));

    for (_, panel) in &views {
        elements.push(Element::path(box_path(panel.frame)).stroke(Token::InkSoft, "2"));
    }
    let titles = views.iter().map(|(_, panel)| {
        label(
            point(panel.frame[0] + 12.0, panel.frame[1] + 32.0),
            panel.title,
            Token::Ink,
        )
    });
    elements.push(labels("start", titles.collect()));
    elements
}
