//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "The joint below the talus turns about one slanted axis, like a hinge between two boards \
         that are cut at an angle. Turning about it is part roll of the heel and part turn of the \
         shank, always in the same proportion. With the foot on the ground:",
    ),
    Method::Equation("turn of the shank ÷ roll of the heel = tan i ÷ cos d"),
    Method::List(&[
        "i is how far the axis rises above the ground, d how far it points toward the midline.",
        "The model Gait2392 has 37.2° and 8.7°, which gives 0.768. An axis at 45° that points \
         straight ahead gives 1.",
        "Eight specimens measured in the laboratory gave 0.68 ± 0.15 (mean and standard \
         deviation): the band on the scale.",
    ]),
    Method::Paragraph(
        "Up the leg. In 35 healthy adults who stood on wedges of 10° to 20°, shank and hip turned \
         in more and the pelvis tilted forward more. The arrows show these directions; their \
         lengths mean nothing. It is a finding in people who stand still on wedges, not evidence \
         that pronation causes pain or weak muscles.",
    ),
    Method::Paragraph(
        "Limits: a hinge is an approximation. The real axis wanders as the joint turns and differs \
         from foot to foot. The forefoot is drawn as if it stayed on the ground. The wooden hinge \
         is turned by both angles at once, which is exact for small ones only. This is a picture \
         of mechanics, not a diagnosis: pronation itself is normal.",
    ),
    Method::Sources(&[
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
        Source {
            cite: "PMC5987802 (turn of the shank for each degree of eversion, eight specimens)",
            doi: None,
        },
        Source {
            cite: "Khamis S, Yizhar Z. 2007. Gait & Posture 25:127–134 (standing on wedges, 35 \
                   healthy adults)",
            doi: Some("10.1016/j.gaitpost.2006.02.005"),
        },
    ]),
];
