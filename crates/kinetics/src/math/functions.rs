//! Sine and its relatives, the same to the last bit everywhere.
//!
//! The standard library leaves these to the platform, so the browser and a native build may differ
//! in the last place. A figure is drawn once natively and again in the browser and must not change
//! in between; hence one implementation in Rust for both. Square roots need none: they are exact by
//! the floating-point standard.

/// Sine and cosine of an angle in radians.
pub(crate) fn sin_cos(x: f64) -> (f64, f64) {
    libm::sincos(x)
}

/// Sine of an angle in radians.
pub(crate) fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// Cosine of an angle in radians.
pub(crate) fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// Tangent of an angle in radians.
pub(crate) fn tan(x: f64) -> f64 {
    libm::tan(x)
}

/// Arc sine, in radians; arguments beyond one count as one.
pub(crate) fn asin(x: f64) -> f64 {
    libm::asin(x.clamp(-1.0, 1.0))
}

/// Angle of the direction `(x, y)`, in radians.
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// Length of `(x, y)`.
pub(crate) fn hypot(x: f64, y: f64) -> f64 {
    libm::hypot(x, y)
}

/// The exponential.
pub(crate) fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// `x` to the power `y`.
pub(crate) fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_platform_to_rounding() {
        for i in -40..=40 {
            let x = 0.1 * f64::from(i);
            let near = |a: f64, b: f64| assert!((a - b).abs() <= 4e-16 * (1.0 + b.abs()), "{x}");
            near(sin_cos(x).0, x.sin());
            near(sin_cos(x).1, x.cos());
            near(sin(x), x.sin());
            near(cos(x), x.cos());
            near(atan2(x, 0.7), x.atan2(0.7));
            near(hypot(x, 0.7), x.hypot(0.7));
            near(exp(x), x.exp());
            near(pow(x.abs(), 1.7), x.abs().powf(1.7));
        }
        assert_eq!(asin(1.0 + 1e-12), core::f64::consts::FRAC_PI_2);
    }
}
