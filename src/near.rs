//! What a finger means that hits beside a part of a drawing; for questions and for live figures.

use web_sys::DomRect;

/// How far from a part, in CSS pixels, a finger still hits it (half of a 44 px target).
pub const NEAR: f64 = 22.0;

/// How far a point is from a rectangle, in CSS pixels; 0 inside.
pub fn distance(rect: &DomRect, x: f64, y: f64) -> f64 {
    let beside = (rect.left() - x).max(x - rect.right()).max(0.0);
    let above = (rect.top() - y).max(y - rect.bottom()).max(0.0);
    beside.hypot(above)
}
