//! Which structures each layer is about, and where their numbers stand.

/// A number on the drawing, centimeters: what it points at, where it stands.
pub(super) type Anchor = [f32; 4];

/// A structure with its number in both views.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    pub id: &'static str,
    pub behind: Option<Anchor>,
    pub side: Option<Anchor>,
}

const fn both(id: &'static str, behind: Anchor, side: Anchor) -> Label {
    Label {
        id,
        behind: Some(behind),
        side: Some(side),
    }
}

const fn side_only(id: &'static str, side: Anchor) -> Label {
    Label {
        id,
        behind: None,
        side: Some(side),
    }
}

const fn on(x: f32, y: f32) -> Anchor {
    [x, y, x, y]
}

/// The most labels that a layer has.
pub(super) const MOST: usize = 7;

/// The labels of each layer, in the order of their numbers.
#[rustfmt::skip]
pub(super) const LABELS: [&[Label]; 6] = [
    &[
        both("iliac-crest", [9.0, 101.8, 11.6, 98.8], [-7.6, 101.8, -5.2, 98.8]),
        side_only("asis", [0.2, 93.9, -2.6, 92.0]),
        both("psis", [4.1, 95.5, 7.2, 95.0], [-14.2, 95.6, -11.0, 95.4]),
        both("sacrum", [0.0, 93.6, 2.4, 90.8], [-15.9, 91.6, -12.8, 91.2]),
        both("greater-trochanter", [13.9, 84.2, 10.8, 84.4], [-7.4, 84.4, -4.2, 84.8]),
        both("ischial-tuberosity", [5.0, 81.6, 7.2, 79.2], [-10.8, 82.0, -13.4, 80.2]),
    ],
    &[
        both("gluteus-maximus", on(8.0, 87.4), on(-12.8, 86.4)),
        both("gluteus-medius", on(10.4, 99.0), on(-9.0, 98.2)),
        both("iliotibial-band", [14.6, 80.4, 16.4, 80.4], on(-5.5, 82.0)),
        side_only("tensor-fasciae-latae", on(-2.4, 90.0)),
        both("biceps-femoris", on(7.2, 73.4), on(-11.4, 72.6)),
    ],
    &[
        both("gluteus-medius", on(9.4, 95.8), on(-7.0, 95.0)),
        both("piriformis", on(5.2, 91.0), [-10.6, 88.4, -16.4, 91.4]),
        both("obturator-internus", [10.4, 85.3, 16.4, 86.4], [-11.1, 85.4, -17.4, 85.0]),
        both("quadratus-femoris", [10.9, 81.8, 16.4, 81.8], [-9.6, 83.2, -16.9, 81.4]),
        both("sciatic-nerve", [7.8, 77.2, 11.0, 76.2], [-10.6, 86.8, -17.2, 88.2]),
    ],
    &[
        both("gluteus-minimus", on(10.0, 92.0), on(-6.0, 92.4)),
        both("piriformis", on(5.2, 91.0), [-10.2, 88.8, -16.4, 91.4]),
        both("obturator-internus", [10.4, 85.3, 16.4, 86.4], [-11.1, 85.4, -17.4, 85.0]),
        both("quadratus-femoris", [10.9, 81.8, 16.4, 81.8], [-9.6, 83.2, -16.9, 81.4]),
        both("sciatic-nerve", [7.8, 77.2, 11.0, 76.2], [-10.6, 86.8, -17.2, 88.2]),
        side_only("rectus-femoris", on(-0.8, 80.4)),
    ],
    &[
        both("piriformis", on(5.2, 91.0), [-10.2, 89.0, -16.0, 94.2]),
        both("superior-gemellus", [8.9, 86.5, 16.2, 89.6], [-10.9, 86.6, -17.0, 88.4]),
        both("obturator-internus", [10.4, 85.3, 16.5, 86.4], [-11.1, 85.4, -17.4, 85.5]),
        both("inferior-gemellus", [9.0, 84.5, 16.5, 83.2], [-9.6, 84.5, -17.2, 82.6]),
        both("quadratus-femoris", [10.9, 81.6, 16.2, 80.0], [-9.6, 82.9, -16.6, 79.7]),
        both("sciatic-nerve", [7.8, 77.2, 11.0, 76.2], [-10.7, 87.3, -16.6, 91.3]),
        Label { id: "sacrotuberous-ligament", behind: Some([3.2, 86.2, 0.6, 83.2]), side: None },
    ],
    &[
        both("iliac-crest", [9.2, 101.6, 9.0, 97.8], [-7.5, 101.6, -7.5, 98.4]),
        side_only("asis", [-0.1, 93.9, 2.4, 95.6]),
        both("sacrum", on(0.0, 94.4), [-14.2, 92.6, -17.0, 91.4]),
        side_only("femoral-head", [-4.6, 87.2, -1.4, 89.6]),
        both("greater-trochanter", [13.2, 84.6, 16.2, 85.4], on(-7.5, 83.4)),
        both("ischial-tuberosity", [4.9, 81.3, 7.2, 78.6], [-10.8, 81.8, -13.6, 80.2]),
        both("gluteal-tuberosity", [12.2, 77.4, 15.4, 77.0], [-7.3, 76.6, -10.4, 76.0]),
    ],
];
