//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "Many muscles can extend the hip, so no equation alone says who does. The model asks for \
         the way with the least effort: the smallest sum of squared activations that supplies the \
         turning effect, with nothing left over that would move the thigh sideways or turn it. \
         Then gluteus maximus is made weaker and the model is asked again.",
    ),
    Method::Equation("min Σ aᵢ²  with  Σ rᵢ aᵢ Fᵢ = M,  0 ≤ aᵢ ≤ 1"),
    Method::List(&[
        "aᵢ is the activation of a muscle, Fᵢ its full strength, rᵢ its lever arm, M what is asked \
         for: extension, no adduction, no rotation.",
        "A share is how much of the turning effect a group supplies. The groups are gluteus \
         maximus; semimembranosus, semitendinosus and the long head of biceps femoris; the \
         adductors with pectineus and gracilis; and all others, mostly parts of gluteus medius \
         and the short rotators.",
        "The pull on the head of the thigh bone is the forward part of the sum of all muscle \
         pulls across the hip, in the frame of the pelvis. Weights and pushes from the ground are \
         not in it.",
        "The lines of the muscles are as wide as their pull.",
    ]),
    Method::Paragraph(
        "Limits: one generic adult skeleton (Gait2392), straight knee, nothing moves, strength \
         does not depend on length. Above 45° of flexion the lever arm of gluteus maximus is too \
         small in this model, and so is its share. That the hamstrings take the larger share even \
         at full strength is a property of this model. A published model of the hip came to the \
         same direction: less gluteal force, more forward force, most of all in extension. This \
         is mechanics; it does not show that one muscle takes over from another in you.",
    ),
    Method::Sources(&[
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
        Source {
            cite: "Crowninshield RD, Brand RA. 1981. Journal of Biomechanics 14:793–801 (sharing \
                   by least effort)",
            doi: None,
        },
        Source {
            cite: "Lewis et al. (PMC2580726; forces on the front of the hip in a model)",
            doi: None,
        },
    ]),
];
