//! The figures and plates that content may name.

use content::model::FigureState;
use content::paths::Route;
use plates::figure::Named;
use plates::schema::{Key, Kind};
use plates::{Figure, FrameOptions};

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

/// Whether there are drawings of such a move.
///
/// # Errors
/// For an unknown one.
pub fn check_move(name: &str) -> Result<(), Unmet> {
    if plates::positions::named(name).is_some() {
        return Ok(());
    }
    let names = || plates::positions::MOVES.iter().map(|one| one.name);
    Err((
        format!("there is no move `{name}`"),
        did_you_mean(name, names(), format!("moves are {}", one_of(names()))),
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

/// The page of a figure's state: its own where it has a name, else the figure's.
pub fn route(state: &FigureState) -> Route<'_> {
    match named(state) {
        Some(named) => Route::FigureState(&state.name, named.slug),
        None => Route::Figure(&state.name),
    }
}

/// The inside of a figure's `<figure>`; empty for an unknown one, which
/// [`check`] reports.
pub fn frame(state: &FigureState, options: &FrameOptions<'_>) -> String {
    plates::frame(&state.name, &state.query, options).unwrap_or_default()
}

/// Whether a state of a figure draws a part.
///
/// # Errors
/// For a part that it does not draw.
pub fn check_part(state: &FigureState, id: &str) -> Result<(), Unmet> {
    let Some(figure) = plates::figure(&state.name) else {
        return Ok(());
    };
    let parts = (figure.scene)(&figure.parse(&state.query)).drawn_parts();
    // What is seen in two views is there twice.
    let mut ids: Vec<&str> = parts.iter().map(|part| part.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let names = || ids.iter().copied();
    if names().any(|known| known == id) {
        return Ok(());
    }
    Err((
        format!("this state of `{}` draws no part `{id}`", figure.name),
        did_you_mean(id, names(), format!("it draws {}", one_of(names()))),
    ))
}

/// Whether a region such as `tilt=8..12` can be set in a figure.
///
/// # Errors
/// For an unknown key, and a value or an end that the key cannot have.
pub fn check_region(state: &FigureState, region: &str) -> Result<(), Unmet> {
    let Some(figure) = plates::figure(&state.name) else {
        return Ok(());
    };
    region.split('&').try_for_each(|pair| {
        let (name, place) = pair.split_once('=').unwrap_or((pair, ""));
        match place.split_once("..") {
            None => check_pair(figure, pair),
            Some((least, most)) => {
                let end = |value: &str| match value {
                    "" => Ok(()),
                    value => check_pair(figure, &[name, "=", value].concat()),
                };
                end(least)?;
                end(most)?;
                let ends = (least.parse::<i32>(), most.parse::<i32>());
                if matches!(ends, (Ok(least), Ok(most)) if least > most) {
                    return Err((
                        format!("`{place}` holds nothing"),
                        format!("write the smaller end first: `{name}={most}..{least}`"),
                    ));
                }
                // With both ends open nothing has looked at the key yet.
                match figure.keys.iter().find(|key| key.name == name) {
                    Some(key) if matches!(key.kind, Kind::Integer { .. }) => Ok(()),
                    Some(_) => Err((
                        format!("`{name}` is no number in this figure"),
                        format!("write one of its values, such as `{name}=…`, without `..`"),
                    )),
                    None => check_pair(figure, &[name, "="].concat()),
                }
            }
        }
    })
}

/// The most states that are looked at for gaps between regions.
const MOST_STATES: usize = 200_000;

/// Whether every state that a reader can set lies in exactly one of the regions.
///
/// # Errors
/// For a state in none and a state in two, named by the keys that the regions speak of.
pub fn check_regions(state: &FigureState, regions: &[&str]) -> Result<(), Unmet> {
    let Some(figure) = plates::figure(&state.name) else {
        return Ok(());
    };
    let named = |key: &&Key| {
        let mut pairs = regions.iter().flat_map(|region| region.split('&'));
        pairs.any(|pair| pair.split('=').next() == Some(key.name))
    };
    let keys: Vec<&Key> = figure.keys.iter().filter(named).collect();
    let mut states = vec![String::new()];
    for key in keys {
        let values: Vec<String> = match key.kind {
            Kind::Integer { min, max, step, .. } => (min..=max)
                .step_by(usize::try_from(step.max(1)).unwrap_or(1))
                .map(|value| value.to_string())
                .collect(),
            kind => {
                let words = kind.words().unwrap_or_default().iter();
                words.map(|word| (*word).to_owned()).collect()
            }
        };
        if states.len() * values.len() > MOST_STATES {
            return Err((
                "the regions of this item speak of too many keys".to_owned(),
                "ask for fewer keys at once".to_owned(),
            ));
        }
        states = states
            .iter()
            .flat_map(|state| {
                let joint = if state.is_empty() { "" } else { "&" };
                values
                    .iter()
                    .map(move |value| [state, joint, key.name, "=", value].concat())
            })
            .collect();
    }
    for state in states {
        let mut holding = regions
            .iter()
            .filter(|region| study::score::lies_in(&state, region));
        match (holding.next(), holding.next()) {
            (Some(_), None) => {}
            (None, _) => {
                return Err((
                    format!("no region of this item holds `{state}`"),
                    "add a region for it: a reader who stops there wants to know why not"
                        .to_owned(),
                ));
            }
            (Some(one), Some(other)) => {
                return Err((
                    format!("`{state}` lies in two regions: `{one}` and `{other}`"),
                    "let the regions end where the next ones begin".to_owned(),
                ));
            }
        }
    }
    Ok(())
}

/// All values of a state, defaults too: what the lab keeps in `data-values`.
pub fn spelled(state: &FigureState) -> String {
    plates::figure(&state.name).map_or_else(String::new, |figure| {
        figure.spell(&figure.parse(&state.query))
    })
}

/// The drawing of a state for a question: alone, without names where the figure can leave them out,
/// and with `part` marked.
pub fn drawing(state: &FigureState, prefix: &str, part: Option<&str>) -> String {
    let Some(figure) = plates::figure(&state.name) else {
        return String::new();
    };
    let mut values = figure.parse(&state.query);
    for (key, value) in figure.keys.iter().zip(&mut values) {
        if key.name == "quiz" {
            *value = 1;
        }
    }
    let mut scene = (figure.scene)(&values).drawn();
    if figure.name == plates::hip_layers::FIGURE.name {
        // Without names the legend below only repeats the numbers.
        scene.size.1 = plates::hip_layers::STAGE_HEIGHT;
    }
    let mut out = String::from("<svg class=\"figure-svg\" focusable=\"false\" viewBox=\"");
    plates::svg::push_box(&mut out, scene.corner, scene.size);
    out.push_str("\">");
    let inner = plates::svg::inner(&scene, prefix);
    match part {
        Some(part) => {
            let name = format!("data-part=\"{part}\"");
            out.push_str(&inner.replace(&name, &format!("{name} data-marked")));
        }
        None => out.push_str(&inner),
    }
    out.push_str("</svg>");
    out
}
