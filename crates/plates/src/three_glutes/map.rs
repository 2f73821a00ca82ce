//! Where muscles lie on the plate, for laying something over them.

use super::{Borders, MEDIUS_FLAP, Patch, Side, muscle, outline, view};

/// Points on each side of a muscle's border.
const STEPS: usize = 5;

/// The muscles that have an article of their own: the topic's slug, and the outline as path data in the
/// plate's units. On the left what lies below the skin, on the right what lies deeper.
#[must_use]
pub fn outlines() -> Vec<(&'static str, String)> {
    let drawn: [(&str, Side, &[&Borders]); 4] = [
        ("gluteus-maximus", Side::Left, &[&muscle::GLUTEUS_MAXIMUS]),
        ("gluteus-medius", Side::Right, &[&MEDIUS_FLAP]),
        ("gluteus-minimus", Side::Right, &[&muscle::GLUTEUS_MINIMUS]),
        (
            "deep-rotators",
            Side::Right,
            &[
                &muscle::PIRIFORMIS,
                &muscle::GEMELLUS_SUPERIOR,
                &muscle::OBTURATOR_INTERNUS,
                &muscle::GEMELLUS_INFERIOR,
                &muscle::QUADRATUS_FEMORIS,
            ],
        ),
    ];
    drawn
        .into_iter()
        .map(|(topic, side, muscles)| {
            let view = view(side);
            let data: String = muscles
                .iter()
                .map(|borders| outline(&view.all(&Patch::new(borders).outline(STEPS))))
                // A path begins at its own place, also behind another one.
                .map(|data| data.replacen('m', "M", 1))
                .collect();
            (topic, data)
        })
        .collect()
}
