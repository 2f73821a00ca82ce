//! The links of the chain: what each does, and which topic explains it.

use crate::figure::Link;
use crate::scene::Part;

const fn link(part: &'static str, topic: &'static str, title: &'static str) -> Link {
    Link { part, topic, title }
}

/// Where each link is explained, from the floor up. A topic that the library does not have yet is
/// left out of a page.
pub const LINKS: &[Link] = &[
    link("foot", "pronation", "Foot"),
    link("ankle", "stiff-ankle", "Ankle"),
    link("calf", "stiff-ankle", "Calf"),
    link("knee", "kinetic-chain", "Knee"),
    link("thigh", "tight-hip-flexors", "Front of the thigh"),
    link("hip-front", "tight-hip-flexors", "Front of the hip"),
    link("hip-side", "gluteus-medius", "Side of the hip"),
    link("hip-back", "gluteus-maximus", "Back of the hip"),
    link("pelvis", "pelvic-tilt", "Pelvis"),
    link("low-back", "core-breath-and-glutes", "Low back"),
    link("trunk", "core-breath-and-glutes", "Trunk"),
    link("body", "kinetic-chain", "The whole chain"),
];

const fn part(id: &'static str, name: &'static str, description: &'static str) -> Part {
    Part {
        id,
        name,
        description,
    }
}

pub(super) const BODY: Part = part(
    "body",
    "Body",
    "The way you are looking at, with its bones, from the side and from the front.",
);
pub(super) const OTHERS: Part = part(
    "other-ways",
    "Other Ways",
    "The outlines behind the body: other ways to do the same with the same limits.",
);
pub(super) const WEIGHT: Part = part(
    "weight",
    "Line of Weight",
    "Your weight acts along this line, and it has to meet the floor where you stand.",
);
pub(super) const FOOT: Part = part(
    "foot",
    "Foot",
    "The foot stands on the floor and may roll in, which turns the shin with it.",
);
pub(super) const ANKLE: Part = part(
    "ankle",
    "Ankle",
    "The ankle lets the shin tip forward over the foot while the heel stays down.",
);
pub(super) const KNEE: Part = part(
    "knee",
    "Knee",
    "The knee bends and straightens between shin and thigh.",
);
pub(super) const PELVIS: Part = part(
    "pelvis",
    "Pelvis",
    "The pelvis passes the load between trunk and legs, and can tip forward or drop to a side.",
);
pub(super) const LOW_BACK: Part = part(
    "low-back",
    "Low Back",
    "The low back arches or rounds, so that the trunk need not follow the pelvis.",
);
pub(super) const TRUNK: Part = part(
    "trunk",
    "Trunk",
    "The trunk is the heaviest link, so leaning it moves your weight the most.",
);
pub(super) const CALF: Part = part(
    "calf",
    "Calf",
    "The calf keeps the shin from tipping forward and pushes you off the floor.",
);
pub(super) const THIGH: Part = part(
    "thigh",
    "Front of the Thigh",
    "The quadriceps straighten the knee and keep it from folding.",
);
pub(super) const HIP_FRONT: Part = part(
    "hip-front",
    "Front of the Hip",
    "The hip flexors bend the hip, and when they are tight they keep it from straightening.",
);
pub(super) const HIP_SIDE: Part = part(
    "hip-side",
    "Side of the Hip",
    "Gluteus medius holds the pelvis level when you stand on one leg.",
);
pub(super) const HIP_BACK: Part = part(
    "hip-back",
    "Back of the Hip",
    "Gluteus maximus straightens the hip, together with the hamstrings.",
);
