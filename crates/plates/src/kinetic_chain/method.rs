//! How the figure is computed, in words; only the prerendered page holds them.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "A task says what must hold: the feet flat, your weight over them, the trunk no further \
         over than so much. Every joint has a range and a price for leaving straight. The \
         calculation looks for the cheapest pose in which all of that holds. Then it makes one \
         group of joints after another cheap (back, hips, knees, ankles) and looks again. Poses \
         that differ by two degrees or more are the ways you see.",
    ),
    Method::Equation("minimize Σ price · (angle − straight)²"),
    Method::List(&[
        "A joint of a leg costs 1, the low back 4. In the step the back ankle costs 4 and likes to \
         be bent by 14.2°, what one adult used late in stance. These prices are choices.",
        "Stiff ankles bend 5° at most, hips tight in front stay bent by 10°, a low back held stiff \
         moves 5° either way. Heels that roll in are tipped by 8° on the floor, and the oblique \
         hinge under the ankle turns the shin.",
        "Weak muscles may hold 70 % of the turning effect that the plain way asks of them. \
         Standing still asks next to nothing of calf and thigh, and in a step the calculation \
         cannot tell how much each foot carries, so nothing can be weak there.",
        "Each group of muscles is drawn by the line of one: the inner head of gastrocnemius, rectus \
         femoris, psoas, gluteus maximus and medius, each by its middle part.",
        "The weight has to be between 4 and 14 cm ahead of the back of the heel. In the squat the \
         trunk may lean 60°, in the step 10°, standing on both legs 2°, on one leg 5°.",
    ]),
    Method::Paragraph(
        "Limits: nothing moves and nobody tires. Which way a person takes, this cannot say; people \
         mix ways, and change them. The trunk is one piece, the arms are drawing only, and the \
         foot has no arch that could give. It knows strength and stiffness, not signals: a muscle \
         that is inhibited or comes on late, or how you breathe, cannot be shown at rest. One \
         generic adult skeleton: a picture of mechanics, not a diagnosis.",
    ),
    Method::Paragraph(
        "Measured in people: when a nerve block made the muscles at the side of the hip weaker, \
         eight men did not drop the pelvis or lean the trunk more in walking. Standing on wedges \
         that rolled the feet in turned shin and hip inward and tipped the pelvis forward in 35 \
         healthy adults.",
    ),
    Method::Sources(&[
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
        Source {
            cite: "Nocedal J, Wright SJ. 2006. Numerical Optimization, 2nd edition, chapter 18 \
                   (the method of solution)",
            doi: None,
        },
        Source {
            cite: "Pohl et al. 2015. PMC4560003 (nerve block, n = 8 men; second-hand)",
            doi: None,
        },
        Source {
            cite: "Khamis S, Yizhar Z. 2007. Gait & Posture 25:127–134 (wedges)",
            doi: Some("10.1016/j.gaitpost.2006.02.005"),
        },
    ]),
];
