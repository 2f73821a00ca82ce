//! How a coordinate moves what lies beyond its joint.

use crate::math::Vec3;

/// The velocity field of a coordinate in the pelvis frame, per unit of the coordinate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Twist {
    /// Axis of turning, a unit vector.
    pub turning: Vec3,
    /// Velocity of the point of the body that passes through the origin, in m/rad.
    pub moving: Vec3,
}

impl Twist {
    /// Turning about an axis through `center`.
    pub fn about(axis: Vec3, center: Vec3) -> Self {
        Twist {
            turning: axis,
            moving: center.cross(axis),
        }
    }

    /// Velocity of a point, in m/rad.
    pub fn at(&self, point: Vec3) -> Vec3 {
        self.turning.cross(point) + self.moving
    }

    /// Rate at which a unit force along a line does work: `force · velocity` for a force `u`
    /// through a point `p`, with `moment = p x u`.
    pub fn power(&self, u: Vec3, moment: Vec3) -> f64 {
        self.turning.dot(moment) + self.moving.dot(u)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn power_is_force_times_velocity() {
        let t = Twist::about(Vec3::new(0.0, 0.6, 0.8), Vec3::new(0.1, -0.2, 0.3));
        let (p, u) = (Vec3::new(0.4, 0.5, -0.6), Vec3::new(0.0, 1.0, 0.0));
        assert!((t.power(u, p.cross(u)) - u.dot(t.at(p))).abs() < 1e-15);
    }
}
