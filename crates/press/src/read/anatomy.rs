//! `anatomy.toml`: attachments, nerves and actions, once for all texts.

use content::model::Located;

use super::table::{self, Table};
use crate::diagnostic::{Diagnostic, Log, Source, did_you_mean};

/// The table of muscles and what texts call things.
#[derive(Clone, Debug, Default)]
pub struct Anatomy {
    /// The muscles.
    pub muscles: Vec<Muscle>,
    /// Nerves, by id.
    pub nerves: Vec<Called>,
    /// Places of attachment, by id.
    pub places: Vec<Called>,
    /// Actions, by id.
    pub actions: Vec<Called>,
}

/// A muscle.
#[derive(Clone, Debug)]
pub struct Muscle {
    /// The id that glossary and figures use.
    pub id: Located<String>,
    /// What texts call it, lower-case.
    pub names: Vec<String>,
    /// Where it begins, in words.
    pub begins: String,
    /// Where it ends, in words.
    pub ends: String,
    /// Its nerve, in words; `None` where sources differ.
    pub nerve: Option<String>,
    /// What it does, in words.
    pub action: String,
    /// The ids of its nerves.
    pub nerves: Vec<String>,
    /// The ids of places where it may be said to begin.
    pub begins_at: Vec<String>,
    /// The ids of places where it may be said to end.
    pub ends_at: Vec<String>,
    /// The ids of actions that it has in no pose.
    pub never: Vec<String>,
}

/// Something and what texts call it.
#[derive(Clone, Debug)]
pub struct Called {
    /// Its id.
    pub id: String,
    /// Lower-case.
    pub names: Vec<String>,
}

/// Reads `anatomy.toml`; reports ids that nothing has.
pub fn read(source: &Source) -> (Anatomy, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut table = Table::new(&log, 0, "the file", &toml);
    let nerves = called(&mut table, "nerve", "the nerve");
    let places = called(&mut table, "place", "the place");
    let actions = called(&mut table, "action", "the action");
    let mut muscles: Vec<Muscle> = Vec::new();
    for inner in table.tables("muscle", "the muscle") {
        let Some(muscle) = muscle(inner, &nerves, &places, &actions) else {
            continue;
        };
        if muscles
            .iter()
            .any(|other| other.id.value == muscle.id.value)
        {
            log.error(
                &muscle.id.span,
                format!("the muscle `{}` is listed twice", muscle.id.value),
                "keep one of the two entries",
            );
        }
        muscles.push(muscle);
    }
    table.finish();
    let anatomy = Anatomy {
        muscles,
        nerves,
        places,
        actions,
    };
    (anatomy, log.into_problems())
}

fn called(table: &mut Table<'_>, key: &'static str, what: &'static str) -> Vec<Called> {
    let mut all = Vec::new();
    for mut inner in table.tables(key, what) {
        let id = inner.slug("id");
        let names = inner.texts("names");
        inner.finish();
        if let (Some(id), Some(names)) = (id, names) {
            all.push(Called {
                id: id.value,
                names: lower(&names),
            });
        }
    }
    all
}

fn lower(names: &[Located<String>]) -> Vec<String> {
    names.iter().map(|name| name.to_lowercase()).collect()
}

fn muscle(
    mut table: Table<'_>,
    nerves: &[Called],
    places: &[Called],
    actions: &[Called],
) -> Option<Muscle> {
    let id = table.slug("id");
    let names = table.texts("names");
    let begins = table.text("begins");
    let ends = table.text("ends");
    let nerve = table.optional_text("nerve");
    let action = table.text("action");
    let mut ids = |key, among: &[Called]| {
        let listed = table.texts(key)?;
        for id in listed.iter() {
            if !among.iter().any(|it| it.id == id.value) {
                let known = among.iter().map(|it| it.id.as_str());
                table.error(
                    &id.span,
                    format!("`{key}` names `{}`, which the file does not list", id.value),
                    did_you_mean(id, known, "add it with its `names`"),
                );
            }
        }
        Some(listed.value.into_iter().map(|id| id.value).collect())
    };
    let nerves = ids("nerves", nerves);
    let begins_at = ids("begins_at", places);
    let ends_at = ids("ends_at", places);
    let never = ids("never", actions);
    table.finish();
    Some(Muscle {
        id: id?,
        names: lower(&names?),
        begins: begins?.value,
        ends: ends?.value,
        nerve: nerve.map(|it| it.value),
        action: action?.value,
        nerves: nerves?,
        begins_at: begins_at?,
        ends_at: ends_at?,
        never: never?,
    })
}
