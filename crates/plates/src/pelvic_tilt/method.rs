//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "Standing, three pieces are stacked: thigh, pelvis, trunk. The hip is the angle between \
         thigh and pelvis, the low back the angle between pelvis and trunk. Tilt the pelvis and \
         both change by the same amount. These are sums of angles, nothing more.",
    ),
    Method::Equation("hip extension = thigh back − tilt,   low back extension = tilt"),
    Method::Paragraph(
        "How far this hip extends is computed: a leg hangs over the end of a table, the pelvis \
         held flat, and its weight extends the hip until the relaxed tissue holds it.",
    ),
    Method::Equation("M(H, K) = g · (m_thigh · c + m_below · L) · cos(H − tilt)"),
    Method::List(&[
        "H is the bend of the hip against the pelvis, K = 80° that of the knee. M is the passive \
         turning effect of the hip: exp(1.4655 − 0.0034 K − 0.0750 H) − exp(1.3403 − 0.0226 K + \
         0.0305 H) + 8.072, in N m and degrees.",
        "A tight hip feels its end earlier: in the first part of M, H is made smaller by the \
         degrees of the slider.",
        "m_thigh · c and m_below · L are the masses of the model's leg times their distance from \
         the hip; together they weigh 36.0 N m with the thigh level.",
        "What the examiner sees is the thigh against level: H − tilt. The usual reading: a thigh \
         above level means short hip flexors.",
        "Pelvis upright, 0°, means that the front of the hip bones and the pubic bone stand above \
         one another. On the table, 0° is flat.",
    ]),
    Method::Paragraph(
        "Limits: a calculation for one generic adult with the average relaxed hip of a few \
         healthy adults; people differ widely. The spine of the model has one joint; the drawing \
         spreads its bend over six disks. Where the missing degrees come from is not computed \
         here: bodies find several ways. A picture of mechanics, not a diagnosis.",
    ),
    Method::Paragraph(
        "Measured: compared with the true extension of the hip, the modified Thomas test had a \
         sensitivity of 31.82 % and a specificity of 57.14 %. Once pelvic tilt was included, it \
         agreed with the hip at r = 0.98.",
    ),
    Method::Sources(&[
        Source {
            cite: "Vigotsky AD et al. 2016. PeerJ 4:e2325 (the test and pelvic tilt, CC BY)",
            doi: Some("10.7717/peerj.2325"),
        },
        Source {
            cite: "Riener R, Edrich T. 1999. Journal of Biomechanics 32:539–544 (passive hip; \
                   figures taken from code that cites the paper)",
            doi: None,
        },
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
    ]),
];
