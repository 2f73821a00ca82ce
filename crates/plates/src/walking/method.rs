//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "The pose is one adult's recorded walk: 72.6 kg, one cycle from the contact of the right \
         heel to the next. From the same recording come the moments: the turning effects that \
         the muscles must have supplied at each joint of the right leg. Many muscles could share \
         them. Here they do it with the least effort:",
    ),
    Method::Equation("minimize Σ aᵢ²   so that   Σ rᵢ aᵢ sᵢ Fᵢ = M,   0 ≤ aᵢ ≤ 1"),
    Method::List(&[
        "aᵢ is how active a muscle is, Fᵢ its greatest force, sᵢ its strength from the sliders, \
         rᵢ its lever arm in this pose.",
        "M are six moments: flexion, adduction and rotation of the hip, and those of knee, ankle \
         and the joint below it. They are known up to 79 % of the cycle.",
        "The cycle is solved at every third percent and laid over the same cycle at full \
         strength. “Take over” is the mean change of a group’s force from 0 to 79 %.",
        "After 79 %, lines and dotted curves show the forces that computed muscle control found \
         for the same walk. That is another method, so the curves do not join, and the sliders \
         change nothing there.",
        "The borders of the phases are the usual ones of textbooks: 0, 2, 12, 31, 50, 62, 75, 87 \
         and 100 %. In this recording the toes leave the floor at 64 %.",
    ]),
    Method::Paragraph(
        "Limits: one person, not a norm, drawn with one generic skeleton that was not scaled to \
         them; this person’s pelvis sits tilted backward in the model, so the hip reads a little \
         too extended. The lower foot is put on the floor. The walk itself stays the same when \
         you take strength away: the figure says what this walk would ask of other muscles, not \
         how a person with weak muscles would walk. The sum of squares is a rule, not what a \
         nervous system does; muscles here know no speed, and none tightens against another. \
         Arms are left out. In other people’s simulations, too, walking is sensitive to weak \
         calf, hip abductor and hip flexor muscles and tolerates a weak gluteus maximus well. \
         This is mechanics, not a diagnosis.",
    ),
    Method::Sources(&[
        Source {
            cite: "Seth A et al. 2018. PLoS Computational Biology 14:e1006223 (the recorded walk \
                   and the forces by computed muscle control, distributed with OpenSim)",
            doi: Some("10.1371/journal.pcbi.1006223"),
        },
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
        Source {
            cite: "Crowninshield RD, Brand RA. 1981. Journal of Biomechanics 14:793–801 (muscle \
                   forces by optimization)",
            doi: None,
        },
        Source {
            cite: "van der Krogt MM, Delp SL, Schwartz MH. 2012. Gait & Posture 36:113–119 (how \
                   much weakness walking tolerates, in simulation)",
            doi: None,
        },
    ]),
];
