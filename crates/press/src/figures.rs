//! The figures and plates that content may name.

use content::model::FigureState;

use crate::diagnostic::{did_you_mean, one_of};

/// The names of the live figures.
pub fn names() -> Vec<&'static str> {
    vec!["one-leg-stance"]
}

/// Whether there is such a figure and such a state.
///
/// # Errors
/// What is wrong, and the fix.
pub fn check(state: &FigureState) -> Result<(), (String, String)> {
    if names().contains(&state.name.as_str()) {
        return Ok(());
    }
    Err((
        format!("there is no figure `{}`", state.name),
        did_you_mean(
            &state.name,
            names(),
            format!("figures are {}", one_of(names())),
        ),
    ))
}

/// The names of the static drawings.
pub fn plate_names() -> Vec<&'static str> {
    vec!["three-glutes"]
}

/// Whether there is such a static drawing.
///
/// # Errors
/// What is wrong, and the fix.
pub fn check_plate(name: &str) -> Result<(), (String, String)> {
    if plate_names().contains(&name) {
        return Ok(());
    }
    let plates = plate_names();
    Err((
        format!("there is no plate `{name}`"),
        did_you_mean(
            name,
            plates.iter().copied(),
            format!("plates are {}", one_of(plates.iter().copied())),
        ),
    ))
}
