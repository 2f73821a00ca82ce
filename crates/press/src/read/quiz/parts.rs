//! Questions with a figure: `figure`, `part`, `[[item.choice]]` and `[[item.region]]`.

use content::model::{Aim, FigureState, Kind, Located, Marked, Region, Sought};

use super::{Span, Table, choices, inline, two_to_four};
use crate::figures;
use crate::read::target;

/// Reads what `kind = "name-part"` needs.
pub(super) fn marked(table: &mut Table<'_>, place: &Span, path: &str) -> Option<Marked> {
    let figure = figure(table);
    let part = table.slug("part");
    let looks = inline(table, "looks");
    let choices = one(table, place, path);
    let (figure, part) = (figure?, part?);
    if let Err((what, help)) = figures::check_part(&figure.value, &part.value) {
        table.error(&part.span, what, help);
    }
    Some(Marked {
        figure,
        part,
        looks: looks?,
        choices: choices?,
    })
}

/// Reads what `kind = "find-part"` needs.
pub(super) fn sought(table: &mut Table<'_>, place: &Span, path: &str) -> Option<Sought> {
    let figure = figure(table);
    let choices = one(table, place, path);
    let (figure, choices) = (figure?, choices?);
    for choice in &choices {
        if let Err((what, help)) = figures::check_part(&figure.value, &choice.id.value) {
            table.error(&choice.id.span, what, help);
        }
    }
    Some(Sought { figure, choices })
}

/// Reads what `kind = "set-figure"` needs.
pub(super) fn aim(table: &mut Table<'_>, place: &Span, path: &str) -> Option<Aim> {
    let figure = figure(table);
    let tables = table.tables("region", "the region");
    let count = tables.len();
    two_to_four(table, place, count, "regions", path, "region");
    let mut regions = Vec::new();
    for mut table in tables {
        let place = table.text("where");
        let choice = choices::choice(&mut table);
        table.finish();
        regions.extend(
            place
                .zip(choice)
                .map(|(place, choice)| Region { place, choice }),
        );
    }
    let figure = figure?;
    let mut sound = regions.len() == count;
    for region in &regions {
        if let Err((what, help)) = figures::check_region(&figure.value, &region.place.value) {
            table.error(&region.place.span, what, help);
            sound = false;
        }
    }
    let correct = regions.iter().filter(|region| region.choice.correct);
    if sound && count > 0 && correct.count() != 1 {
        table.error(
            place,
            "not exactly one region of this item is correct",
            "write `correct = true` in the one that the question asks for",
        );
        sound = false;
    }
    if sound {
        let places: Vec<&str> = regions.iter().map(|it| it.place.value.as_str()).collect();
        if let Err((what, help)) = figures::check_regions(&figure.value, &places) {
            table.error(place, what, help);
        }
        let start = figures::spelled(&figure.value);
        let answered = regions
            .iter()
            .any(|it| it.choice.correct && study::score::lies_in(&start, &it.place.value));
        if answered {
            table.error(
                &figure.span,
                "the figure begins in the right answer",
                "give it another state, such as `figure = \"pelvic-tilt?tilt=0\"`",
            );
        }
    }
    Some(Aim { figure, regions })
}

fn one(table: &mut Table<'_>, place: &Span, path: &str) -> Option<Vec<content::model::Choice>> {
    match choices::read(table, "one", place, path) {
        Some(Kind::One(choices)) => Some(choices),
        _ => None,
    }
}

/// The figure under `figure`, if there is such a figure and such a state.
fn figure(table: &mut Table<'_>) -> Option<Located<FigureState>> {
    let text = table.text("figure")?;
    let state = target::figure_state(&text);
    match figures::check(&state) {
        Ok(()) => Some(Located::new(state, text.span.clone())),
        Err((what, help)) => {
            table.error(&text.span, what, help);
            None
        }
    }
}
