//! Which shapes a body has, and in which order they are painted.

use kinetics::math::Vec3;
use kinetics::{Body, GAIT2392, Side};

use super::bone::Bone;
use super::place::Placed;
use super::posed::Posed;
use super::{Plane, Projection, Style, front, shell, side};
use crate::scene::{Attribute, Element, Token};

/// The soft shapes without paint.
pub(super) fn silhouette(body: &Posed<'_>, style: &Style) -> Vec<Element> {
    let mut shapes = Vec::with_capacity(24);
    let legs: &[Side] = if style.left_leg {
        &[Side::Left, Side::Right]
    } else {
        &[Side::Right]
    };
    for &leg in legs {
        let (thigh, shank) = (body.long(Body::Femur(leg)), body.long(Body::Tibia(leg)));
        if body.sideways() {
            shapes.push(shell::side::THIGH.shape(&thigh));
            shapes.push(shell::side::SHANK.shape(&shank));
            shapes.push(shell::side::FOOT.shape(&body.foot(Body::Calcn(leg))));
            shapes.push(shell::side::TOES.shape(&body.foot(Body::Toes(leg))));
        } else {
            shapes.push(shell::front::THIGH.shape(&thigh));
            shapes.push(shell::front::SHANK.shape(&shank));
            shapes.push(shell::front::HEEL.shape(&body.heel(leg)));
            shapes.push(shell::front::INSTEP.shape(&body.instep(leg)));
            shapes.push(shell::front::BALL.shape(&body.ball(leg)));
            shapes.push(shell::front::TOES.shape(&body.toes(leg)));
        }
    }
    let trunk = body.trunk();
    if body.sideways() {
        shapes.push(shell::side::HIPS.shape(&body.sacrum()));
    } else {
        shapes.push(shell::front::HIPS.shape(&body.plate(
            &body.pelvis,
            Vec3::new(GAIT2392.hip.location.x, 0.0, 0.0),
            false,
        )));
    }
    if style.upper_body {
        let (chest, head) = if body.sideways() {
            (&shell::side::TRUNK, &shell::side::HEAD)
        } else {
            (&shell::front::TRUNK, &shell::front::HEAD)
        };
        shapes.push(chest.shape(&trunk));
        shapes.push(head.shape(&body.head()));
    }
    if style.arms {
        for side in Side::BOTH {
            let [upper, lower, hand] = body.arm(side);
            shapes.push(shell::side::UPPER_ARM.shape(&upper));
            shapes.push(shell::side::FOREARM.shape(&lower));
            shapes.push(shell::side::HAND.shape(&hand));
        }
    }
    shapes
}

fn far(element: Element) -> Element {
    element.with(Attribute::Opacity, ".5")
}

/// The bones in paint order.
pub(super) fn skeleton(body: &Posed<'_>, style: &Style) -> Vec<Element> {
    if body.sideways() {
        from_side(body, style)
    } else {
        from_front(body, style, body.p.plane == Plane::Back)
    }
}

fn one(bone: &'static Bone, placed: &Placed) -> Element {
    bone.element(placed)
}

/// What moves as one has one `transform`: a frame of a drag writes each.
fn together(placed: &Placed, bones: Vec<Element>) -> Element {
    Element::group(bones).with(Attribute::Transform, placed.transform())
}

/// The near ribs, and what lies on them.
fn rib_cage(ribs: &'static Bone, over: &'static Bone, trunk: &Placed, p: &Projection) -> Element {
    together(trunk, vec![ribs.bands(p), ribs.outline(), over.drawing()])
}

/// A tendon, in its own color.
fn sinew(shape: &'static Bone, placed: &Placed) -> Element {
    one(shape, placed)
        .fill(Token::Tendon)
        .with(Attribute::Stroke, Token::TendonLine.css())
}

fn side_leg(body: &Posed<'_>, leg: Side) -> Vec<Element> {
    let shank = body.long(Body::Tibia(leg));
    let mut bones = vec![
        one(&side::TIBIA, &shank),
        one(&side::TALUS, &body.foot(Body::Talus(leg))),
        one(&side::TOES, &body.toes(leg)),
        one(&side::FOOT, &body.foot(Body::Calcn(leg))),
        one(&side::FIBULA, &shank),
        one(&side::FEMUR, &body.long(Body::Femur(leg))),
    ];
    if let Some([tendon, patella]) = body.kneecap(leg) {
        bones.push(sinew(&side::TENDON, &tendon));
        bones.push(one(&side::PATELLA, &patella));
    }
    bones
}

fn arm(body: &Posed<'_>, side: Side) -> Vec<Element> {
    let [upper, lower, hand] = body.arm(side);
    vec![
        one(&side::FOREARM, &lower),
        one(&side::HAND, &hand),
        one(&side::HUMERUS, &upper),
    ]
}

fn from_side(body: &Posed<'_>, style: &Style) -> Vec<Element> {
    let trunk = body.trunk();
    let mut bones = Vec::with_capacity(10);
    if style.arms {
        bones.push(far(Element::group(arm(body, Side::Left))));
    }
    if style.left_leg {
        bones.push(far(Element::group(side_leg(body, Side::Left))));
    }
    bones.push(far(one(&side::HIP_BONE, &body.hip_bone(Side::Left))));
    if style.upper_body {
        let mut spine = vec![one(&side::UPPER_SPINE, &trunk)];
        spine.extend(
            (0..5)
                .rev()
                .map(|index| one(&side::VERTEBRA, &body.lumbar(index))),
        );
        bones.push(Element::group(spine));
        bones.push(one(&side::SKULL, &body.head()));
        bones.push(rib_cage(&side::RIBS, &side::SCAPULA, &trunk, body.p));
    }
    // The near arm would hide the hip, so it hangs behind it.
    if style.arms {
        bones.push(Element::group(arm(body, Side::Right)));
    }
    bones.push(one(&side::SACRUM, &body.sacrum()));
    bones.push(one(&side::HIP_BONE, &body.hip_bone(Side::Right)));
    bones.push(Element::group(side_leg(body, Side::Right)));
    bones
}

fn front_leg(body: &Posed<'_>, leg: Side, behind: bool) -> Vec<Element> {
    let shank = body.long(Body::Tibia(leg));
    let thigh = Element::group(vec![
        one(&front::FEMUR, &body.long(Body::Femur(leg))),
        one(&front::FEMUR_TOP, &body.femur_end(leg, 0.0)),
        one(&front::FEMUR_END, &body.femur_end(leg, 0.396)),
    ]);
    let shank = together(
        &shank,
        vec![front::FIBULA.drawing(), front::TIBIA.drawing()],
    );
    let heel = one(&front::HEEL, &body.heel(leg));
    let instep = one(&front::INSTEP, &body.instep(leg));
    let toes = one(&front::TOES, &body.toes(leg));
    let kneecap: Vec<Element> = body
        .kneecap(leg)
        .map_or_else(Vec::new, |[tendon, patella]| {
            vec![
                sinew(&front::TENDON, &tendon),
                one(&front::PATELLA, &patella),
            ]
        });
    let mut bones = Vec::with_capacity(8);
    if behind {
        bones.extend(kneecap);
        bones.extend([toes, instep, heel, shank, thigh]);
    } else {
        bones.extend([heel, shank, instep, toes, thigh]);
        bones.extend(kneecap);
    }
    bones
}

fn from_front(body: &Posed<'_>, style: &Style, behind: bool) -> Vec<Element> {
    let trunk = body.trunk();
    let mut bones = Vec::with_capacity(12);
    let spine = || {
        let mut spine = vec![one(&front::UPPER_SPINE, &trunk)];
        spine.extend((0..5).map(|index| one(&front::VERTEBRA, &body.lumbar(index))));
        Element::group(spine)
    };
    if style.upper_body && !behind {
        bones.push(together(
            &trunk,
            vec![
                far(front::SHOULDERS.drawing()),
                far(front::RIBS_BACK.bands(body.p)),
            ],
        ));
        bones.push(spine());
        let (ribs, collar) = (&front::RIBS_FRONT, &front::COLLAR_BONES);
        bones.push(rib_cage(ribs, collar, &trunk, body.p));
        bones.push(one(&front::SKULL, &body.head()));
    }
    let pelvis = |side: Side| one(&front::HIP_BONE, &body.hip_bone(side));
    let sacrum = one(&front::SACRUM, &body.sacrum());
    if behind {
        let legs = if style.left_leg { 2 } else { 1 };
        for leg in [Side::Right, Side::Left].into_iter().take(legs) {
            bones.push(Element::group(front_leg(body, leg, true)));
        }
        bones.extend([pelvis(Side::Left), pelvis(Side::Right), sacrum]);
    } else {
        bones.extend([sacrum, pelvis(Side::Left), pelvis(Side::Right)]);
        let legs = if style.left_leg { 2 } else { 1 };
        for leg in [Side::Right, Side::Left].into_iter().take(legs) {
            bones.push(Element::group(front_leg(body, leg, false)));
        }
    }
    if style.upper_body && behind {
        bones.push(far(one(&front::COLLAR_BONES, &trunk)));
        bones.push(one(&front::SKULL_BACK, &body.head()));
        let ribs = front::RIBS_BACK.bands(body.p);
        bones.push(ribs.with(Attribute::Transform, trunk.transform()));
        bones.push(spine());
        bones.push(one(&front::SHOULDERS, &trunk));
    }
    if style.arms {
        for side in Side::BOTH {
            bones.push(Element::group(arm(body, side)));
        }
    }
    bones
}
