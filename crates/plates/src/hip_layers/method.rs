//! How the plates were drawn, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the plates were drawn, from what, and what they do not show.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "The plates are drawn by a program, not by hand: bones follow the outlines of a digital \
         skeleton, muscles are woven fiber by fiber between where they begin and where they end. \
         No anatomist has checked them yet. Obturator internus, the coccyx, the outline of the skin and adductor \
         magnus are the weakest parts.",
    ),
    Method::List(&[
        "A generic adult, 1.70 m tall, standing straight. Bodies differ: in shape, in size, and in \
         where a muscle or a nerve runs.",
        "The lines along which a model of the skeleton lets each gluteal muscle and rotator pull lie inside \
         the drawn muscle in both views; a test holds that.",
        "Vessels, smaller nerves, the hip joint's capsule and the muscles at the front of the hip \
         are left out.",
        "Alone from behind, the left side is a layer less deep than the right one.",
        "Colors by muscle are those of Okabe and Ito, which stay apart with any color vision.",
    ]),
    Method::Paragraph(
        "Where gluteus maximus ends: textbooks let about three quarters of it end in the \
         iliotibial band. A dissection of 25 bodies of donors in Japan, published in 2025, found the \
         upper three quarters on the gluteal tuberosity instead. The lines of the model end on the femur too. Both \
         accounts can be shown; the question is open.",
    ),
    Method::Sources(&[
        Source {
            cite: "Rajagopal A et al. 2016. IEEE Transactions on Biomedical Engineering (skeleton \
                   and muscle lines, by way of the package myo-sim, Apache-2.0)",
            doi: Some("10.1109/TBME.2016.2586891"),
        },
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0: gemelli \
                   and quadratus femoris)",
            doi: None,
        },
        Source {
            cite: "Structural re-evaluation of the human gluteus maximus. 2025. Scientific Reports \
                   (25 Japanese cadavers)",
            doi: None,
        },
    ]),
];
