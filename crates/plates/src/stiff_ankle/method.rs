//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "Dorsiflexion with the heel down is how far the shank can lean over the foot. The figure \
         takes that one angle through three tasks.",
    ),
    Method::Paragraph(
        "Walking. Adults who walk freely reach a peak late in stance of 11.8° (Schwartz), 13.4° \
         (CGM2.3), 14.2° (one adult, OpenSim) and 15.7° (PGCS). What is missing is the difference. \
         If the foot turns about the ball of the big toe by that angle, the heel rises by",
    ),
    Method::Equation("rise = distance from heel to ball · sin(missing angle)"),
    Method::Paragraph(
        "Knee to the wall. With the heel down and the knee above the wall's foot, the toes are \
         away from the wall by",
    ),
    Method::Equation("d = length of the shank · sin(lean) − distance from ankle to toe tip"),
    Method::List(&[
        "The shank of the model is 43.0 cm long; its most distal point on the toes is 18.6 cm \
         before the ankle.",
        "Kneecap and skin are left out, so on a real wall the number is larger. Use it to compare \
         yourself with yourself.",
        "A study of 64 men warns not to take left and right for alike. In 899 adults the range got \
         smaller with age.",
    ]),
    Method::Paragraph(
        "Squat. The model looks for poses with both feet flat, the center of mass over the feet, \
         the thighs at the wanted angle and the trunk leaning no more than allowed. Every joint \
         that leaves its upright position has a price; the back costs four times as much. The \
         prices are a choice. With one group of joints after another made cheap, other poses come \
         out: they are shown side by side, none as the right one. A wedge gives the shank its own \
         angle.",
    ),
    Method::Paragraph(
        "Limits: one generic adult skeleton (Gait2392), nothing moves, both feet point straight \
         ahead and the arms hang; held forward they would let the trunk stay more upright. What a \
         person with a stiff ankle does in walking is not computed: shorter step, early heel \
         rise, a foot that turns out or rolls in are possibilities. This is a picture of \
         mechanics, not a diagnosis.",
    ),
    Method::Sources(&[
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
        Source {
            cite: "Seth A et al. 2018. PLoS Computational Biology (OpenSim, with the walking data \
                   of one adult)",
            doi: Some("10.1371/journal.pcbi.1006223"),
        },
        Source {
            cite: "Rabin A et al. 2015 (ankle bend in the lunge, left and right, 64 men)",
            doi: Some("10.4085/1062-6050-49.3.40"),
        },
        Source {
            cite: "PubMed 41723909 (ankle bend in the lunge by age and sex, 899 adults; abstract)",
            doi: None,
        },
    ]),
];
