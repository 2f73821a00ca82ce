//! Solving a small symmetric positive definite system.

use super::MAX_ROWS;

/// A factor L with `L Lᵀ = M`, in place of the lower triangle of M.
pub(super) struct Cholesky {
    factor: [[f64; MAX_ROWS]; MAX_ROWS],
    size: usize,
}

impl Cholesky {
    /// Factors the leading `size` rows of `matrix` (lower triangle).
    ///
    /// A pivot lost to rounding becomes infinite, which leaves that unknown at zero: right for a row
    /// that repeats others.
    pub(super) fn new(mut matrix: [[f64; MAX_ROWS]; MAX_ROWS], size: usize) -> Self {
        for j in 0..size {
            let original = matrix[j][j];
            let mut pivot = original;
            for k in 0..j {
                pivot -= matrix[j][k] * matrix[j][k];
            }
            let root = if pivot > 1e-15 * original {
                pivot.sqrt()
            } else {
                f64::INFINITY
            };
            matrix[j][j] = root;
            for i in j + 1..size {
                let mut value = matrix[i][j];
                for k in 0..j {
                    value -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = value / root;
            }
        }
        Cholesky {
            factor: matrix,
            size,
        }
    }

    /// Solves for one right-hand side, in place.
    pub(super) fn solve(&self, rhs: &mut [f64; MAX_ROWS]) {
        let l = &self.factor;
        for i in 0..self.size {
            let mut value = rhs[i];
            for k in 0..i {
                value -= l[i][k] * rhs[k];
            }
            rhs[i] = value / l[i][i];
        }
        for i in (0..self.size).rev() {
            let mut value = rhs[i];
            for k in i + 1..self.size {
                value -= l[k][i] * rhs[k];
            }
            rhs[i] = value / l[i][i];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_solves_a_system_and_leaves_a_repeated_row_at_zero() {
        let mut m = [[0.0; MAX_ROWS]; MAX_ROWS];
        m[0][0] = 4.0;
        m[1][0] = 2.0;
        m[1][1] = 3.0;
        let mut rhs = [0.0; MAX_ROWS];
        (rhs[0], rhs[1]) = (2.0, 5.0);
        Cholesky::new(m, 2).solve(&mut rhs);
        assert!((rhs[0] + 0.5).abs() < 1e-15 && (rhs[1] - 2.0).abs() < 1e-15);

        (m[1][0], m[1][1]) = (4.0, 4.0);
        let mut rhs = [0.0; MAX_ROWS];
        (rhs[0], rhs[1]) = (2.0, 2.0);
        Cholesky::new(m, 2).solve(&mut rhs);
        assert_eq!((rhs[0], rhs[1]), (0.5, 0.0));
    }
}
