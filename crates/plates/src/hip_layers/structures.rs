//! What can be named in the drawing: where it lies, in which layers it is seen, what is known of it.
//!
//! Facts follow the list of muscles that was checked against anatomy references; for muscles that
//! only follow standard textbooks no nerve roots are given.

use crate::anatomy::{self, lateral};
use crate::atlas::VASTUS_LATERALIS;
use crate::geometry::{Borders, Patch, Point, Table, point, points};
use crate::path::{Path, View, outline};
use crate::scene::Part;
use crate::three_glutes;

/// Where something lies in one view.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// Not to be seen from there.
    None,
    /// A muscle, band or ligament, as far as this share of its fibers.
    Patch(&'static Borders, f32),
    /// A closed outline.
    Loop(Table),
    /// A place on a bone.
    Spot(f32, f32),
}

/// Attachments, nerve and action.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    pub begins: &'static str,
    pub ends: &'static str,
    pub nerve: &'static str,
    pub action: &'static str,
}

/// Something with a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Structure {
    pub part: Part,
    /// The layers in which it is seen, the lowest bit for the skin.
    pub layers: u8,
    pub behind: Shape,
    pub side: Shape,
    pub facts: Option<Facts>,
}

impl Shape {
    /// A coarse outline to hit, with the place of its number.
    pub(super) fn target(self, view: &View, number: Option<(f32, f32)>) -> String {
        let mut path = Path::new();
        match self {
            Self::None => {}
            Self::Patch(borders, to) => {
                let rim = rim(borders, to, 4);
                path.polyline(&view.all(&rim), true);
            }
            Self::Loop(table) => {
                path.polyline(&view.all(&points(table)), true);
            }
            Self::Spot(x, y) => {
                path.polyline(&view.all(&circle(x, y, 1.0, 8)), true);
            }
        }
        if let Some((x, y)) = number {
            path.polyline(&view.all(&circle(x, y, 1.3, 6)), true);
        }
        path.data()
    }

    /// The outline to draw a ring along.
    pub(super) fn ring(self, view: &View) -> String {
        match self {
            // A path needs data; one point draws nothing.
            Self::None => "m0 0".to_owned(),
            Self::Patch(borders, to) => outline(&view.all(&rim(borders, to, 9))),
            Self::Loop(table) => outline(&view.all(&points(table))),
            Self::Spot(x, y) => outline(&view.all(&circle(x, y, 0.9, 10))),
        }
    }

    pub(super) const fn is_drawn(self) -> bool {
        !matches!(self, Self::None)
    }
}

fn circle(x: f32, y: f32, radius: f64, steps: u32) -> Vec<Point> {
    let center = point(f64::from(x), f64::from(y));
    (0..steps)
        .map(|step| {
            let angle = std::f64::consts::TAU * f64::from(step) / f64::from(steps);
            center.plus(point(radius * angle.cos(), radius * angle.sin()))
        })
        .collect()
}

/// The border of a patch as far as `to`.
fn rim(borders: &Borders, to: f32, steps: usize) -> Vec<Point> {
    let patch = Patch::new(borders);
    let to = f64::from(to);
    let share = |step: usize| step as f64 / steps as f64;
    let mut rim = Vec::with_capacity(4 * steps);
    rim.extend((0..steps).map(|step| patch.at(0.0, to * share(step))));
    rim.extend((0..steps).map(|step| patch.at(share(step), to)));
    rim.extend((0..steps).map(|step| patch.at(1.0, to * (1.0 - share(step)))));
    rim.extend((0..steps).map(|step| patch.at(1.0 - share(step), 0.0)));
    rim
}

const fn named(
    id: &'static str,
    name: &'static str,
    description: &'static str,
    layers: u8,
    behind: Shape,
    side: Shape,
) -> Structure {
    Structure {
        part: Part {
            id,
            name,
            description,
        },
        layers,
        behind,
        side,
        facts: None,
    }
}

impl Structure {
    const fn with(
        mut self,
        begins: &'static str,
        ends: &'static str,
        nerve: &'static str,
        action: &'static str,
    ) -> Self {
        self.facts = Some(Facts {
            begins,
            ends,
            nerve,
            action,
        });
        self
    }

    /// Whether it is seen in a layer.
    pub(super) const fn is_in(&self, layer: i32) -> bool {
        layer >= 0 && layer < 8 && (self.layers >> layer) & 1 == 1
    }
}

use Shape::{Loop, None as Hidden, Patch as Fleshy, Spot};
use anatomy::muscle as back;
use lateral::muscle as right;

const BONE: u8 = 0b11_1110;
const BARE_BONE: u8 = 0b10_0000;
const UNDER_THE_GLUTES: u8 = 0b01_1100;
const THIGH: u8 = 0b01_1110;

#[rustfmt::skip]
const NERVE_BEHIND: Table = &[
    (4.4, 89.9), (6.0, 87.6), (7.0, 84.6), (7.4, 80.0), (7.35, 76.6), (8.35, 76.4), (8.4, 80.0),
    (8.0, 84.6), (6.9, 87.8), (5.4, 90.1),
];
#[rustfmt::skip]
const NERVE_SIDE: Table = &[
    (-11.1, 87.4), (-11.0, 85.2), (-10.7, 82.6), (-9.8, 82.6), (-10.0, 85.2), (-10.2, 87.4),
];
#[rustfmt::skip]
const SKIN_BEHIND: Table = &[
    (0.0, 104.0), (14.0, 104.0), (16.0, 97.0), (17.4, 91.0), (18.0, 85.0), (17.8, 79.0),
    (16.9, 72.0), (16.2, 67.0), (1.2, 67.0), (0.7, 74.0), (0.0, 78.6),
];
#[rustfmt::skip]
const SKIN_SIDE: Table = &[
    (-15.0, 104.0), (-15.8, 99.0), (-17.4, 95.0), (-19.0, 91.0), (-19.9, 87.0), (-19.8, 83.2),
    (-18.6, 79.4), (-16.6, 76.2), (-15.8, 70.0), (-15.6, 67.0), (5.2, 67.0), (5.2, 79.0),
    (3.6, 87.2), (4.6, 95.0), (4.0, 104.0),
];
#[rustfmt::skip]
const ILIUM_BEHIND: Table = &[
    (5.8, 91.4), (4.6, 94.4), (4.7, 99.6), (6.6, 101.0), (9.2, 101.1), (11.4, 99.6),
    (12.9, 96.6), (12.4, 93.2), (10.4, 91.4), (8.2, 90.6),
];
#[rustfmt::skip]
const ILIUM_SIDE: Table = &[
    (-9.4, 91.8), (-12.6, 93.0), (-13.2, 96.6), (-11.2, 100.0), (-7.4, 101.1), (-3.4, 97.8),
    (-0.8, 94.0), (-2.4, 91.2), (-5.6, 90.2), (-8.6, 90.6),
];
#[rustfmt::skip]
const FEMUR_BEHIND: Table = &[
    (9.8, 79.0), (9.9, 73.0), (9.4, 68.0), (11.8, 68.0), (12.6, 75.0), (13.0, 80.0),
];

/// Everything that has a name, larger things before what lies on them.
pub(super) const STRUCTURES: &[Structure] = &[
    named("skin", "Skin", "The outline of hip, buttock and thigh.", 0b00_0001, Loop(SKIN_BEHIND), Loop(SKIN_SIDE)),
    named("ilium", "Ilium", "The wide wing of the hip bone, on which the gluteal muscles start.", 0b11_0000, Loop(ILIUM_BEHIND), Loop(ILIUM_SIDE)),
    named("sacrum", "Sacrum", "The bone at the back of the pelvis, wedged between the two hip bones.", BONE | 1, Loop(anatomy::SACRUM), Loop(lateral::SACRUM)),
    named("coccyx", "Coccyx", "The tailbone, the lower tip of the spine.", BONE, Spot(0.0, 85.8), Spot(-13.0, 85.6)),
    named("femur", "Femur", "The shaft of the thigh bone.", BARE_BONE, Loop(FEMUR_BEHIND), Loop(lateral::FEMUR)),
    named("obturator-foramen", "Obturator Foramen", "The opening below the hip socket, closed by a membrane.", BARE_BONE, Loop(anatomy::OBTURATOR_FORAMEN), Loop(lateral::OBTURATOR_FORAMEN)),
    named("iliac-crest", "Iliac Crest", "The upper rim of the hip bone, which you feel below your waist.", BONE | 1, Spot(9.2, 101.4), Spot(-7.5, 101.4)),
    named("psis", "Posterior Superior Iliac Spine", "The back end of the crest, below the dimple at the low back.", BONE | 1, Spot(4.1, 95.6), Spot(-13.6, 95.6)),
    named("asis", "Anterior Superior Iliac Spine", "The front end of the crest, the point at the front of your hip.", BONE | 1, Hidden, Spot(-0.2, 93.9)),
    named("aiis", "Anterior Inferior Iliac Spine", "A bump above the socket, where rectus femoris starts.", BARE_BONE, Hidden, Spot(-1.6, 91.0)),
    named("posterior-gluteal-line", "Posterior Gluteal Line", "A fine ridge: maximus starts behind it, medius in front of it.", BARE_BONE, Spot(6.2, 96.2), Spot(-11.5, 95.6)),
    named("anterior-gluteal-line", "Anterior Gluteal Line", "A fine ridge: medius starts above it, minimus below it.", BARE_BONE, Spot(10.4, 94.4), Spot(-6.4, 97.4)),
    named("greater-sciatic-notch", "Greater Sciatic Notch", "The deep notch through which piriformis and the sciatic nerve leave the pelvis.", BARE_BONE, Spot(5.4, 91.0), Spot(-9.6, 90.4)),
    named("ischial-spine", "Ischial Spine", "The small spike between the two notches of the hip bone.", BARE_BONE, Spot(5.1, 87.6), Spot(-11.0, 86.6)),
    named("pubis", "Pubis", "The front part of the hip bone.", BARE_BONE, Spot(1.0, 84.4), Spot(-0.6, 85.2)),
    named("hip-socket", "Hip Socket", "The cup of the hip bone that holds the head of the femur.", BARE_BONE, Hidden, Spot(-4.0, 88.4)),
    named("femoral-head", "Femoral Head", "The ball of the hip joint.", 0b11_0000, Spot(7.0, 87.0), Spot(-5.2, 86.8)),
    named("femoral-neck", "Femoral Neck", "The bridge from the ball of the joint to the shaft.", BARE_BONE, Spot(9.6, 85.2), Hidden),
    named("intertrochanteric-crest", "Intertrochanteric Crest", "The ridge between the two trochanters, where quadratus femoris ends.", BARE_BONE, Spot(10.7, 82.8), Hidden),
    named("lesser-trochanter", "Lesser Trochanter", "The small bump on the inner side of the femur, where the hip flexor iliopsoas ends.", BARE_BONE, Spot(8.9, 81.0), Hidden),
    named("linea-aspera", "Linea Aspera", "The rough line down the back of the femur.", BARE_BONE, Spot(10.8, 70.6), Hidden),
    named("gluteal-tuberosity", "Gluteal Tuberosity", "The rough strip at the back of the upper femur, where fibers of maximus end.", BARE_BONE, Spot(12.2, 77.4), Spot(-7.3, 76.8)),
    named("ischial-tuberosity", "Ischial Tuberosity", "The sitting bone, where the hamstrings start.", BARE_BONE | 1, Spot(5.0, 81.8), Spot(-10.6, 81.9)),
    named("greater-trochanter", "Greater Trochanter", "The bump at the side of the hip, where most short hip muscles end.", 0b11_1001, Spot(13.0, 84.4), Spot(-7.6, 84.6)),
    named("adductor-magnus", "Adductor Magnus", "The largest muscle of the inner thigh.", THIGH, Fleshy(&back::ADDUCTOR_MAGNUS, 1.0), Hidden)
        .with("Pubis, ischium and ischial tuberosity", "Linea aspera and inner side of the knee", "Obturator nerve; its rear part the tibial nerve", "adducts; its rear part extends the hip"),
    named("vastus-lateralis", "Vastus Lateralis", "The outer part of the quadriceps.", THIGH, Fleshy(&VASTUS_LATERALIS, 0.42), Fleshy(&right::VASTUS_LATERALIS, 0.45))
        .with("Linea aspera and shaft of the femur", "Kneecap and tibia", "Femoral nerve", "extends the knee"),
    named("sartorius", "Sartorius", "The long strap from the front of the pelvis to the inner side of the knee.", THIGH, Hidden, Fleshy(&right::SARTORIUS, 0.85))
        .with("Anterior superior iliac spine", "Inner side of the upper tibia", "Femoral nerve", "flexes and abducts the hip, turns the thigh outward, bends the knee"),
    named("rectus-femoris", "Rectus Femoris", "The part of the quadriceps that crosses the hip.", THIGH, Hidden, Fleshy(&right::RECTUS_FEMORIS, 0.54))
        .with("Anterior inferior iliac spine and ilium above the socket", "Kneecap and tibia", "Femoral nerve", "flexes the hip, extends the knee"),
    named("quadratus-femoris", "Quadratus Femoris", "The square muscle from the sitting bone to the femur.", UNDER_THE_GLUTES, Fleshy(&back::QUADRATUS_FEMORIS, 1.0), Fleshy(&right::QUADRATUS_FEMORIS, 1.0))
        .with("Outer side of the ischial tuberosity", "Intertrochanteric crest and its tubercle", "Nerve to quadratus femoris, (L4) L5 S1", "turns the thigh outward, adducts"),
    named("obturator-internus", "Obturator Internus", "It turns around the ischium from inside the pelvis, between the two gemelli.", UNDER_THE_GLUTES, Fleshy(&back::OBTURATOR_INTERNUS, 1.0), Fleshy(&right::OBTURATOR_INTERNUS, 0.6))
        .with("Inner surface of the obturator membrane and its margins", "Inner side of the greater trochanter", "Nerve to obturator internus, L5 S1", "turns the thigh outward; abducts the flexed hip"),
    named("superior-gemellus", "Superior Gemellus", "The small twin above the tendon of obturator internus.", UNDER_THE_GLUTES, Fleshy(&back::GEMELLUS_SUPERIOR, 1.0), Fleshy(&right::GEMELLUS_SUPERIOR, 0.6))
        .with("Ischial spine", "With the tendon of obturator internus", "Nerve to obturator internus, L5 S1", "turns the thigh outward; abducts the flexed hip"),
    named("inferior-gemellus", "Inferior Gemellus", "The small twin below the tendon of obturator internus.", UNDER_THE_GLUTES, Fleshy(&back::GEMELLUS_INFERIOR, 1.0), Fleshy(&right::GEMELLUS_INFERIOR, 0.6))
        .with("Ischial tuberosity", "With the tendon of obturator internus", "Nerve to quadratus femoris, (L4) L5 S1", "turns the thigh outward; abducts the flexed hip"),
    named("sciatic-nerve", "Sciatic Nerve", "The thickest nerve of the body; here it leaves the pelvis below piriformis.", UNDER_THE_GLUTES, Loop(NERVE_BEHIND), Loop(NERVE_SIDE)),
    named("piriformis", "Piriformis", "The pear-shaped muscle from inside the pelvis to the top of the greater trochanter.", UNDER_THE_GLUTES, Fleshy(&back::PIRIFORMIS, 1.0), Fleshy(&right::PIRIFORMIS, 1.0))
        .with("Front of the sacrum (S2 to S4), sacrotuberous ligament", "Upper border of the greater trochanter", "Nerve to piriformis, S1 S2", "turns the straight hip outward; abducts the flexed hip"),
    named("sacrotuberous-ligament", "Sacrotuberous Ligament", "The strong band from the sacrum to the sitting bone.", 0b11_1100, Fleshy(&three_glutes::SACROTUBEROUS_LIGAMENT, 1.0), Fleshy(&right::SACROTUBEROUS_LIGAMENT, 1.0)),
    named("semimembranosus", "Semimembranosus", "The inner, deeper hamstring.", THIGH, Fleshy(&back::SEMIMEMBRANOSUS, 0.36), Hidden)
        .with("Ischial tuberosity", "Back of the inner tibia", "Tibial part of the sciatic nerve", "extends the hip, bends the knee"),
    named("semitendinosus", "Semitendinosus", "The inner hamstring with the long tendon.", THIGH, Fleshy(&back::SEMITENDINOSUS, 0.36), Fleshy(&right::SEMITENDINOSUS, 0.36))
        .with("Ischial tuberosity", "Inner side of the upper tibia", "Tibial part of the sciatic nerve", "extends the hip, bends the knee, turns the leg inward"),
    named("biceps-femoris", "Biceps Femoris", "The outer hamstring; its long head starts at the sitting bone.", THIGH, Fleshy(&back::BICEPS_FEMORIS, 0.36), Fleshy(&right::BICEPS_FEMORIS, 0.36))
        .with("Long head: ischial tuberosity; short head: linea aspera", "Head of the fibula", "Long head: tibial part, short head: fibular part of the sciatic nerve", "extends the hip (long head), bends the knee, turns the leg outward"),
    named("gluteus-minimus", "Gluteus Minimus", "The smallest and deepest of the three glutes.", 0b00_1000, Fleshy(&back::GLUTEUS_MINIMUS, 1.0), Fleshy(&right::GLUTEUS_MINIMUS, 1.0))
        .with("Ilium between the anterior and inferior gluteal lines", "Front of the greater trochanter", "Superior gluteal nerve, L4 L5 S1", "abducts, turns the thigh inward"),
    named("gluteus-medius", "Gluteus Medius", "The fan at the side of the hip.", 0b00_0110, Fleshy(&back::GLUTEUS_MEDIUS, 1.0), Fleshy(&right::GLUTEUS_MEDIUS, 1.0))
        .with("Ilium between the anterior and posterior gluteal lines", "Side of the greater trochanter", "Superior gluteal nerve, L4 L5 S1", "abducts; its front turns the thigh inward, its back outward; it keeps your pelvis level on one leg"),
    named("iliotibial-band", "Iliotibial Band", "The strong band down the outside of the thigh; maximus and tensor pull on it.", 0b00_0010, Fleshy(&three_glutes::ILIOTIBIAL_BAND, 0.72), Fleshy(&right::ILIOTIBIAL_BAND, 0.54)),
    named("tensor-fasciae-latae", "Tensor Fasciae Latae", "The short muscle at the front of the hip that pulls on the iliotibial band.", 0b00_0010, Hidden, Fleshy(&right::TENSOR_FASCIAE_LATAE, 1.0))
        .with("Anterior superior iliac spine and front of the crest", "Iliotibial band, which ends below the knee", "Superior gluteal nerve, L4 to S1", "flexes and abducts the hip, turns the thigh inward, steadies the knee"),
    named("gluteus-maximus", "Gluteus Maximus", "The largest of the three glutes, from the back of the pelvis down and outward.", 0b00_0010, Fleshy(&back::GLUTEUS_MAXIMUS, 1.0), Fleshy(&right::GLUTEUS_MAXIMUS, 1.0))
        .with("Ilium behind the posterior gluteal line, back of sacrum and coccyx, sacrotuberous ligament", "Most fibers: iliotibial band; deep lower fibers: gluteal tuberosity", "Inferior gluteal nerve, L5 S1 S2", "extends the hip, turns the thigh outward; upper fibers abduct, lower ones adduct"),
];

/// Where maximus ends after the dissections of 2025.
pub(super) const MAXIMUS_ENDS_2025: &str = "Upper three quarters: a tendon plate on the gluteal tuberosity, partly grown to the iliotibial band";

const COUNT: usize = STRUCTURES.len();

const fn words(names: bool) -> [&'static str; COUNT + 1] {
    let mut all = [if names { "Nothing" } else { "none" }; COUNT + 1];
    let mut at = 0;
    while at < COUNT {
        let part = STRUCTURES[at].part;
        all[at + 1] = if names { part.name } else { part.id };
        at += 1;
    }
    all
}

/// `none` and the permanent ids.
pub(super) const IDS: &[&str] = &words(false);
/// The names in the same order.
pub(super) const NAMES: &[&str] = &words(true);

/// The place of a structure among all, by its id.
pub(super) fn index(id: &str) -> Option<usize> {
    STRUCTURES.iter().position(|known| known.part.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_view_has_at_least_twenty_names() {
        let count = |shape: fn(&Structure) -> Shape| {
            let all = STRUCTURES.iter();
            all.filter(|known| known.layers != 0 && shape(known).is_drawn())
                .count()
        };
        assert!(count(|known| known.behind) >= 20);
        assert!(count(|known| known.side) >= 20);
    }

    #[test]
    fn every_label_names_a_structure_that_its_layer_shows() {
        for (layer, labels) in super::super::labels::LABELS.iter().enumerate() {
            for label in *labels {
                let known = index(label.id).map(|at| &STRUCTURES[at]);
                let known = known.expect(label.id);
                assert!(known.is_in(layer as i32), "{layer} {}", label.id);
                assert!(
                    label.behind.is_none() || known.behind.is_drawn(),
                    "{}",
                    label.id
                );
                assert!(
                    label.side.is_none() || known.side.is_drawn(),
                    "{}",
                    label.id
                );
            }
        }
    }
}
