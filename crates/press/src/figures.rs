//! The figures and plates that content may name.

use content::model::FigureState;
use plates::figure::Named;
use plates::schema::{Key, Kind};
use plates::{Figure, FrameOptions, Place};

use crate::diagnostic::{did_you_mean, one_of};

/// What is wrong, and the fix.
type Unmet = (String, String);

/// Whether there is such a figure and such a state.
///
/// # Errors
/// For an unknown figure, an unknown key, and a value that the figure would
/// read as another one.
pub fn check(state: &FigureState) -> Result<(), Unmet> {
    let Some(figure) = plates::figure(&state.name) else {
        let names = || plates::FIGURES.iter().map(|figure| figure.name);
        return Err((
            format!("there is no figure `{}`", state.name),
            did_you_mean(
                &state.name,
                names(),
                format!("figures are {}", one_of(names())),
            ),
        ));
    };
    if state.query.is_empty() {
        return Ok(());
    }
    state
        .query
        .split('&')
        .try_for_each(|pair| check_pair(figure, pair))
}

fn check_pair(figure: &Figure, pair: &str) -> Result<(), Unmet> {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    let Some(key) = figure.keys.iter().find(|key| key.name == name) else {
        let names = || figure.keys.iter().map(|key| key.name);
        return Err((
            format!("the figure `{}` has no key `{name}`", figure.name),
            did_you_mean(name, names(), format!("it knows {}", one_of(names()))),
        ));
    };
    if figure.print(&figure.parse(pair)) == pair || is_default(key, value) {
        return Ok(());
    }
    let help = match key.kind {
        Kind::Integer { min, max, step, .. } => {
            format!("write a number from {min} to {max} in steps of {step}")
        }
        kind => {
            let words = || kind.words().unwrap_or_default().iter().copied();
            did_you_mean(value, words(), format!("write {}", one_of(words())))
        }
    };
    Err((format!("`{name}` cannot be `{value}` in this figure"), help))
}

fn is_default(key: &Key, value: &str) -> bool {
    match key.kind {
        Kind::Integer { .. } => value.parse() == Ok(key.default),
        kind => {
            let words = kind.words().unwrap_or_default();
            usize::try_from(key.default).is_ok_and(|at| words.get(at) == Some(&value))
        }
    }
}

/// Whether there is such a static drawing.
///
/// # Errors
/// For an unknown one.
pub fn check_plate(name: &str) -> Result<(), Unmet> {
    let names = || plates::PLATES.iter().map(|plate| plate.name);
    if names().any(|plate| plate == name) {
        return Ok(());
    }
    Err((
        format!("there is no plate `{name}`"),
        did_you_mean(name, names(), format!("plates are {}", one_of(names()))),
    ))
}

/// The query of `state` as the figure prints it: defaults left out.
pub fn query(state: &FigureState) -> String {
    plates::figure(&state.name).map_or_else(String::new, |figure| {
        figure.print(&figure.parse(&state.query))
    })
}

/// The figure's state with a name that has this query, if there is one.
pub fn named(state: &FigureState) -> Option<&'static Named> {
    let figure = plates::figure(&state.name)?;
    let query = query(state);
    let mut named = figure.named.iter();
    named.find(|named| !query.is_empty() && named.query == query)
}

/// The inside of a figure's `<figure>`; empty for an unknown one, which
/// [`check`] reports.
pub fn frame(state: &FigureState, prefix: &str, place: Place, address: &str) -> String {
    let options = FrameOptions {
        heading: if place == Place::Embedded { 3 } else { 1 },
        prefix,
        place,
        address,
    };
    plates::frame(&state.name, &state.query, &options).unwrap_or_default()
}
