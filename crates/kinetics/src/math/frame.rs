//! Rigid frames: where a body is and how it is turned.

use super::{Mat3, Vec3};

/// A body's place in a reference frame.
///
/// `point_in_reference = rotation * point_in_body + origin`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Orientation of the body's axes.
    pub rotation: Mat3,
    /// Origin of the body, in meters.
    pub origin: Vec3,
}

impl Frame {
    /// The reference frame itself.
    pub const IDENTITY: Frame = Frame {
        rotation: Mat3::IDENTITY,
        origin: Vec3::ZERO,
    };

    /// The point of the reference frame that is at `local` in the body.
    pub fn point(&self, local: Vec3) -> Vec3 {
        self.rotation * local + self.origin
    }

    /// The direction in the reference frame that is `local` in the body.
    pub fn direction(&self, local: Vec3) -> Vec3 {
        self.rotation * local
    }

    /// The frame `inner`, given in this body, seen from the reference.
    pub fn then(&self, inner: &Frame) -> Frame {
        Frame {
            rotation: self.rotation * inner.rotation,
            origin: self.point(inner.origin),
        }
    }

    /// The reference frame as seen from the body.
    pub fn inverse(&self) -> Frame {
        let rotation = self.rotation.transposed();
        Frame {
            rotation,
            origin: -(rotation * self.origin),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_then_its_inverse_is_the_identity() {
        let f = Frame {
            rotation: Mat3::rotation(Vec3::new(0.6, 0.0, 0.8), 1.1),
            origin: Vec3::new(0.2, -0.5, 0.1),
        };
        let p = Vec3::new(0.01, 0.02, 0.03);
        assert!((f.then(&f.inverse()).point(p) - p).length() < 1e-15);
    }
}
