//! Where the values come from and how the bridge is computed; only the prerendered page holds it.

use crate::figure::{Method, Source};

/// How the figure computes, from what, and where it stops being true.
pub const METHOD: &[Method] = &[
    Method::Paragraph(
        "Studies: electrodes on the skin or in the muscle pick up its electrical activity (EMG). It \
         is given in percent of the activity while the same person pushes as hard as possible \
         without moving: a maximal voluntary isometric contraction, % MVIC. Values are taken from \
         the sources below as they stand there; nothing is averaged here.",
    ),
    Method::List(&[
        "% MVIC is not force, and it is not muscle growth. It also changes with the speed, the \
         load, the place of the electrodes and the position of the reference push, which differ \
         from study to study.",
        "Standard deviations are as large as the means in some exercises. Do not rank exercises by \
         small differences: sorting goes by steps of 10 %.",
        "A bar is the range of the means that a review found. A review may hold the very studies \
         that stand beside it as dots, so two marks need not be two measurements.",
        "The 125 % for loaded step-ups is one study of 15 people.",
        "Second-hand: read in a text about the study, not in the study.",
        "Equipment is what the name of the exercise says. Pooled lunges, split squats and modified \
         single-leg squats come from a review of strength training and stand under weights. None of \
         the values read here names a band.",
        "In a review of 39 studies of body-weight hip extension, the averages of three families of \
         exercises for gluteus maximus were 33, 33 and 30 %: squats and lunges, bridges, and those \
         on belly or hands and knees.",
        "Another way to compare is an index of gluteal activity against that of the tensor fasciae \
         latae, by fine wires in 20 people: 115 for the clam, 64 for the sidestep, 59 for the \
         single-leg bridge, 50 on hands and knees. It is no % MVIC and so not in the chart.",
    ]),
    Method::Paragraph(
        "Bridge: the feet push straight up, the shoulders carry the rest. The weights of the \
         segments about the shoulders give that push, and the push and the weights of the leg \
         give the moment at the hip:",
    ),
    Method::Equation(
        "N = Σ m g x / x_ankle    M_hip = N · (x_ankle − x_hip) − Σ_leg m g · (x − x_hip)",
    ),
    Method::List(&[
        "In a bridge on two legs each foot has half of N. On one leg the other one is held straight \
         in line with its fellow thigh and hangs on the pelvis.",
        "The moments at hip and knee are shared among the muscles so that the sum of the squares \
         of their activations is as small as it can be. Real people share in more ways than one. A \
         bar that passes its mark means that other muscles pull against it.",
        "The push of the feet would straighten the knee. The hamstrings, which extend the hip and \
         bend the knee, hold both. With friction, people can trade one moment for the other by \
         pushing the feet forward or pulling them back.",
        "Studies found more activity of gluteus maximus in bridges (25 % MVIC on two legs, 40 to \
         54 % on one) than this sharing gives. People may tense more muscles than the moments \
         need, and % MVIC is no share of strength.",
        "The model takes shoulders and ankles at the same height above what they rest on; so the \
         drawing puts the feet on a low block.",
    ]),
    Method::Paragraph(
        "Limits: one generic adult of 75 kg (Gait2392); nothing moves; no friction under the feet; \
         the trunk is one piece; the paths of gluteus maximus are straight; the shins lean by 25° at the top. This is a picture of \
         mechanics, not a diagnosis and not a training plan.",
    ),
    Method::Sources(&[
        Source {
            cite: "Review of gluteal activation in exercises. 2014. International Journal of Sports \
                   Physical Therapy 9(2):157–167, Table 2 (PMC4004121)",
            doi: None,
        },
        Source {
            cite: "Distefano LJ et al. 2009. Journal of Orthopaedic & Sports Physical Therapy \
                   (gluteus medius, from the abstract)",
            doi: None,
        },
        Source {
            cite: "Ekstrom RA et al. 2007. Journal of Orthopaedic & Sports Physical Therapy \
                   37(12):754–762",
            doi: Some("10.2519/jospt.2007.2471"),
        },
        Source {
            cite: "MacAskill MJ et al. 2014. International Journal of Sports Physical Therapy",
            doi: None,
        },
        Source {
            cite: "Macadam P, Feser EH. 2019. International Journal of Sports Physical Therapy \
                   14(1):14–31 (PMC6350668)",
            doi: None,
        },
        Source {
            cite: "Krause Neto W et al. 2020. Journal of Sports Science and Medicine 19:195–203, \
                   Table 2",
            doi: None,
        },
        Source {
            cite: "Contreras B et al. 2015. Journal of Applied Biomechanics 31:452–458",
            doi: None,
        },
        Source {
            cite: "Selkowitz DM et al. 2013. Journal of Orthopaedic & Sports Physical Therapy \
                   43(2):54–64 (the index)",
            doi: None,
        },
        Source {
            cite: "Boren K et al. 2011. International Journal of Sports Physical Therapy \
                   6(3):206–223 (PMC3201064), second-hand",
            doi: None,
        },
        Source {
            cite: "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM. 1990. IEEE Transactions \
                   on Biomedical Engineering 37:757–767 (the model Gait2392, CC BY 3.0)",
            doi: None,
        },
    ]),
];
