//! Rotations as three-by-three matrices.

use super::Vec3;
use super::functions::sin_cos;
use core::ops::Mul;

/// A three-by-three matrix, kept as its columns. Here always a rotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mat3 {
    /// Images of the three unit vectors.
    pub columns: [Vec3; 3],
}

impl Mat3 {
    /// No rotation.
    pub const IDENTITY: Mat3 = Mat3 {
        columns: [Vec3::X, Vec3::Y, Vec3::Z],
    };

    /// Rotation by `angle` radians about the unit vector `axis` (Rodrigues' formula).
    ///
    /// ```text
    /// R = cos θ I + sin θ [a]x + (1 - cos θ) a aᵀ
    /// ```
    pub fn rotation(axis: Vec3, angle: f64) -> Mat3 {
        let (s, c) = sin_cos(angle);
        let t = 1.0 - c;
        let Vec3 { x, y, z } = axis;
        Mat3 {
            columns: [
                Vec3::new(t * x * x + c, t * x * y + s * z, t * x * z - s * y),
                Vec3::new(t * x * y - s * z, t * y * y + c, t * y * z + s * x),
                Vec3::new(t * x * z + s * y, t * y * z - s * x, t * z * z + c),
            ],
        }
    }

    /// The transpose, which for a rotation is its inverse.
    pub fn transposed(&self) -> Mat3 {
        let [a, b, c] = self.columns;
        Mat3 {
            columns: [
                Vec3::new(a.x, b.x, c.x),
                Vec3::new(a.y, b.y, c.y),
                Vec3::new(a.z, b.z, c.z),
            ],
        }
    }
}

impl Mul<Vec3> for Mat3 {
    type Output = Vec3;
    fn mul(self, v: Vec3) -> Vec3 {
        self.columns[0] * v.x + self.columns[1] * v.y + self.columns[2] * v.z
    }
}

impl Mul for Mat3 {
    type Output = Mat3;
    fn mul(self, o: Mat3) -> Mat3 {
        Mat3 {
            columns: [
                self * o.columns[0],
                self * o.columns[1],
                self * o.columns[2],
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_turn_about_z_takes_x_to_y() {
        let turned = Mat3::rotation(Vec3::Z, core::f64::consts::FRAC_PI_2) * Vec3::X;
        assert!((turned - Vec3::Y).length() < 1e-15);
    }

    #[test]
    fn transpose_undoes_an_oblique_rotation() {
        let r = Mat3::rotation(Vec3::new(1.0, 2.0, -2.0).unit(), 0.7);
        let v = Vec3::new(0.3, -0.1, 0.9);
        assert!((r.transposed() * (r * v) - v).length() < 1e-15);
    }
}
