//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "Late in a step the thigh points back. If the hip does not extend, the angle it lacks must \
         come from somewhere. Two sums always hold, whoever walks:",
    ),
    Method::Equation("extension lost = more pelvic tilt + thigh points back less"),
    Method::Equation("more pelvic tilt = trunk leans forward + low back extends"),
    Method::Paragraph(
        "How a loss is shared is not given by the sums. Here every part has a price, and the \
         cheapest sum of squares wins: leaning the trunk costs 1, extending the low back 20, \
         bending the knee and shortening the step what fits the study. “Share alike” makes the low \
         back as cheap as the trunk, “Trunk kept upright” next to free.",
    ),
    Method::Equation("step shorter = leg · (lost − trunk − back) − shank · knee"),
    Method::Paragraph(
        "Measured: adults walked with the tightness of psoas emulated on both sides (data set \
         PGCS). For every 10° of hip extension lost, the pelvis tilted 4.2° more, the trunk leaned \
         4.0° more and the knee stayed 2.4° more bent. The prices are fitted to these three \
         numbers. The data carry no license, so nothing else of them is shown.",
    ),
    Method::List(&[
        "Full extension is taken as 10° at the hip. The drawn start is a choice: thigh 20° back, \
         pelvis tilted 10°, trunk upright.",
        "Hip, knee, pelvis and trunk are drawn with the calculated angles. The leading leg and the \
         feet are then put on the floor.",
        "The length marked on the floor is the calculated one, for small angles; the drawn feet \
         can be a little off.",
    ]),
    Method::Paragraph(
        "Limits: one instant of the step, small angles, prices fitted to three numbers of one \
         study, and those for the other ways are not measured at all. A description, not a \
         prediction for a person, and not a diagnosis.",
    ),
    Method::Sources(&[
        Source {
            cite: "PGCS: walking of adults with an emulated contracture of psoas on both sides \
                   (data without a license, used as a target)",
            doi: None,
        },
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
    ]),
];
