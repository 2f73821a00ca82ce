//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "Everything but the standing leg hangs on one hip joint, like a seesaw. On one side is \
         the weight, on the other the muscles. They balance when force times lever arm is the \
         same on both sides.",
    ),
    Method::Equation("F · a = W′ · b + load · d − cane · c"),
    Method::List(&[
        "F is the pull of the muscles that hold: gluteus medius, gluteus minimus and tensor \
         fasciae latae, all equally active. a is the mean of their lever arms, weighted by their \
         strength.",
        "W′ is the weight of everything but the standing leg: 60.6 of the 75.2 kg of the model. \
         b is how far its center of mass is from the hip.",
        "The cane is taken to stand 30 cm from the middle of the body, the hand with the bag \
         25 cm. These two distances are choices.",
        "Whether weaker muscles are enough is asked of all muscles of the hip together: they share \
         F · a with the least sum of squared activations, with no bending and no rotation left \
         over, while gluteus medius and minimus lose strength. For an upright, level stance 34 % \
         of their strength is the limit of this model.",
        "The force on the hip joint is the sum of the pull and of all weights, as arrows joined \
         tip to tail.",
    ]),
    Method::Paragraph(
        "Limits: one generic adult skeleton (Gait2392); nothing moves; only the muscles that are \
         needed pull. A model of muscles that only hold still tends to overestimate the force on \
         the hip. In people with a measuring hip joint it carried on average 238 % of body weight \
         when walking at 4 km/h and slightly less on one leg. The model has muscles only: it \
         cannot say where a dropping pelvis comes to rest, so that outline is drawn at 10° and \
         not computed. Weaker does not mean dropping: a nerve block that cut the strength of the \
         abductors of 8 men changed neither pelvic drop nor trunk lean in walking. This is a picture of mechanics, not \
         a diagnosis.",
    ),
    Method::Sources(&[
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
        Source {
            cite: "Bergmann G et al. 2001. Journal of Biomechanics 34:859–871 (measured forces)",
            doi: Some("10.1016/S0021-9290(01)00040-9"),
        },
        Source {
            cite: "Pohl et al. 2015. PMC4560003 (nerve block of the abductors of 8 men, walking; \
                   second-hand)",
            doi: None,
        },
        Source {
            cite: "Neumann DA. 1989. Biomechanical analysis of selected principles of hip joint \
                   protection (cane, load and lean)",
            doi: None,
        },
    ]),
];
