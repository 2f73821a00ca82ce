//! Vectors in three dimensions.

use core::ops::{Add, AddAssign, Mul, Neg, Sub};

/// A vector or point: `x` forward, `y` up, `z` to the subject's right.
///
/// The unit is that of the quantity it holds: meters for points, newtons for forces.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vec3 {
    /// Forward (anterior) component.
    pub x: f64,
    /// Upward (superior) component.
    pub y: f64,
    /// Component to the subject's right.
    pub z: f64,
}

impl Vec3 {
    /// The zero vector.
    pub const ZERO: Vec3 = Vec3::new(0.0, 0.0, 0.0);
    /// Forward.
    pub const X: Vec3 = Vec3::new(1.0, 0.0, 0.0);
    /// Up.
    pub const Y: Vec3 = Vec3::new(0.0, 1.0, 0.0);
    /// To the subject's right.
    pub const Z: Vec3 = Vec3::new(0.0, 0.0, 1.0);

    /// A vector from its components.
    pub const fn new(x: f64, y: f64, z: f64) -> Self {
        Vec3 { x, y, z }
    }

    /// Scalar product.
    pub fn dot(self, other: Vec3) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// Vector product, right-handed.
    pub fn cross(self, other: Vec3) -> Vec3 {
        Vec3::new(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    /// Euclidean length.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The vector scaled to length one; the zero vector stays zero, so that nothing divides by it.
    pub fn unit(self) -> Vec3 {
        let length = self.length();
        if length > 0.0 {
            self * (1.0 / length)
        } else {
            Vec3::ZERO
        }
    }

    /// The mirror image in the body's midplane: `z` changes sign.
    pub const fn mirrored(self) -> Vec3 {
        Vec3::new(self.x, self.y, -self.z)
    }

    /// The mirror image of a direction of *turning*.
    ///
    /// A mirror turns rotation about an in-plane axis around, so `x` and `y` change sign and `z`
    /// stays: mirrored flexion is flexion.
    pub const fn mirrored_axis(self) -> Vec3 {
        Vec3::new(-self.x, -self.y, self.z)
    }

    /// True when all three components are finite.
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite() && self.z.is_finite()
    }
}

impl Add for Vec3 {
    type Output = Vec3;
    fn add(self, o: Vec3) -> Vec3 {
        Vec3::new(self.x + o.x, self.y + o.y, self.z + o.z)
    }
}

impl AddAssign for Vec3 {
    fn add_assign(&mut self, o: Vec3) {
        *self = *self + o;
    }
}

impl Sub for Vec3 {
    type Output = Vec3;
    fn sub(self, o: Vec3) -> Vec3 {
        Vec3::new(self.x - o.x, self.y - o.y, self.z - o.z)
    }
}

impl Neg for Vec3 {
    type Output = Vec3;
    fn neg(self) -> Vec3 {
        Vec3::new(-self.x, -self.y, -self.z)
    }
}

impl Mul<f64> for Vec3 {
    type Output = Vec3;
    fn mul(self, k: f64) -> Vec3 {
        Vec3::new(self.x * k, self.y * k, self.z * k)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cross_follows_the_right_hand() {
        assert_eq!(Vec3::X.cross(Vec3::Y), Vec3::Z);
        assert_eq!(Vec3::Y.cross(Vec3::X), -Vec3::Z);
    }

    #[test]
    fn unit_of_zero_is_zero() {
        assert_eq!(Vec3::ZERO.unit(), Vec3::ZERO);
        assert!((Vec3::new(3.0, 4.0, 12.0).unit().length() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn mirroring_an_axis_keeps_flexion_and_turns_rotation() {
        assert_eq!(Vec3::Z.mirrored_axis(), Vec3::Z);
        assert_eq!(Vec3::Y.mirrored_axis(), -Vec3::Y);
    }
}
