//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "A muscle turns a bone about a joint as a hand turns a wrench: pull times lever arm. The \
         lever arm is how much the muscle shortens when the joint turns a little. For every pose \
         the length of the muscle and its lever arms for three motions are computed anew, and \
         for the curves at 61 angles of hip flexion.",
    ),
    Method::Equation("r = −dL / dq"),
    Method::List(&[
        "L is the length of the muscle from bone to bone, q the angle of the joint. A positive r \
         pulls the angle up, a negative one pulls it down.",
        "The three angles are hip flexion (the thigh swings forward), adduction (toward the other \
         leg) and internal rotation (the knee turns inward), in this order.",
        "A change of sides is where a curve crosses zero, between two samples in a straight line.",
    ]),
    Method::Paragraph(
        "Limits: one generic adult skeleton (Gait2392); every muscle is a string between a few \
         points. Real muscles wrap around bone and are broad. Against measured hips the sizes \
         can be off by a third, and gluteus maximus loses too much of its arm when the hip is \
         deeply bent. The signs are the safer statement: in four cadaver hips, 15 of 18 muscle \
         parts shifted toward inward rotation as the hip was bent, and so do all the rotators of \
         this model. A lever arm says what a muscle can do, not whether you use it.",
    ),
    Method::Sources(&[
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
        Source {
            cite: "Delp SL, Hess WE, Hungerford DS, Jones LC. 1999. Journal of Biomechanics \
                   32:493–501 (measured rotation arms of the hip)",
            doi: None,
        },
    ]),
];
