//! The files that the whole site shares.

use content::model::{
    CareCard, CareKind, CareLevel, Coverage, Home, HomePoint, Intros, Located, Part, Point,
    Reference, Site, Target, Term, Track,
};

use super::markdown;
use super::table::{self, Table};
use super::target::{self, figure_state};
use crate::diagnostic::{Diagnostic, Log, Source};

/// Reads a file that is one list of tables under `key`.
fn list<T>(
    source: &Source,
    key: &'static str,
    what: &'static str,
    mut read: impl FnMut(&mut Table<'_>) -> Option<T>,
) -> (Vec<T>, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut table = Table::new(&log, 0, "the file", &toml);
    let mut all = Vec::new();
    for mut inner in table.tables(key, what) {
        all.extend(read(&mut inner));
        inner.finish();
    }
    table.finish();
    (all, log.into_problems())
}

/// Reports an id that was seen before.
fn once(table: &Table<'_>, seen: &mut Vec<String>, id: &Located<String>) {
    if seen.contains(&id.value) {
        table.error(
            &id.span,
            format!("the id `{}` is used twice", id.value),
            "keep one of the two entries",
        );
    }
    seen.push(id.value.clone());
}

/// Reads `glossary.toml`. A term with errors is there with what it has, so
/// that links to it are not reported as well.
pub fn glossary(source: &Source) -> (Vec<Term>, Vec<Diagnostic>) {
    let mut seen = Vec::new();
    list(source, "term", "the term", |table| {
        let id = table.slug("id");
        let name = table.text("name");
        let say = table.optional_text("say");
        let meaning = table.text("meaning");
        let more = table.optional_text("more");
        let also = table.optional_texts("also");
        let id = id?;
        once(table, &mut seen, &id);
        Some(Term {
            id,
            name: name.map_or_else(String::new, |it| it.value),
            say: say.map(|it| it.value),
            meaning: meaning.map_or_else(String::new, |it| it.value),
            more: more.map(|it| it.value),
            also: also.value.into_iter().map(|it| it.value).collect(),
        })
    })
}

/// Reads `references.toml`; with errors as in [`glossary`].
pub fn references(source: &Source) -> (Vec<Reference>, Vec<Diagnostic>) {
    let mut seen = Vec::new();
    let states = [
        "abstract checked",
        "table checked",
        "partly checked",
        "second-hand",
    ];
    list(source, "reference", "the reference", |table| {
        let id = table.slug("id");
        let cite = table.text("cite");
        let doi = table.optional_text("doi");
        let kind = table.text("kind");
        let finding = table.text("finding");
        let status = table.word("status", &states, |word| {
            states.contains(&word).then(|| word.to_owned())
        });
        if let Some(doi) = doi.as_ref().filter(|doi| !doi.starts_with("10.")) {
            table.error(
                &doi.span,
                format!("`{}` is not a digital object identifier", doi.value),
                "write it without an address: `doi = \"10.1000/182\"`",
            );
        }
        let id = id?;
        once(table, &mut seen, &id);
        let text = |text: Option<Located<String>>| text.map_or_else(String::new, |it| it.value);
        Some(Reference {
            id,
            cite: text(cite),
            doi: doi.map(|it| it.value),
            kind: text(kind),
            finding: text(finding),
            status: status.unwrap_or_default(),
        })
    })
}

/// Reads `parts.toml`.
pub fn parts(source: &Source) -> (Vec<Part>, Vec<Diagnostic>) {
    let mut seen = Vec::new();
    list(source, "part", "the part", |table| {
        let number = table.number("number");
        let title = table.text("title");
        let summary = table.text("summary");
        let number = number?;
        let id = Located::new(number.value.to_string(), number.span.clone());
        once(table, &mut seen, &id);
        Some(Part {
            number,
            title: title?.value,
            summary: summary?.value,
        })
    })
}

/// Reads `tracks.toml`; steps that are no step are left out and reported.
pub fn tracks(source: &Source) -> (Vec<Track>, Vec<Diagnostic>) {
    let mut seen = Vec::new();
    list(source, "track", "the track", |table| {
        let slug = table.slug("slug");
        let title = table.text("title");
        let summary = table.text("summary");
        let steps = table.texts("steps");
        let slug = slug?;
        once(table, &mut seen, &slug);
        let steps = steps?;
        if steps.is_empty() {
            table.error(
                &steps.span,
                format!("the track `{}` has no steps", slug.value),
                "name its topics, figures and quizzes in order: `steps = [\"topic:three-glutes\"]`",
            );
        }
        let mut read: Vec<Located<Target>> = Vec::new();
        for step in &steps.value {
            let Some(target) = target::read(table.log(), step, &step.span) else {
                continue;
            };
            if !is_step(&target) {
                table.error(
                    &step.span,
                    format!("`{}` is no step of a track", step.value),
                    "a step is a whole page: `topic:slug`, `figure:name?state` or `quiz:slug`",
                );
            } else if read.iter().any(|other| other.value == target.value) {
                table.error(
                    &step.span,
                    format!("`{}` is in this track twice", step.value),
                    "keep one of the two steps",
                );
            } else {
                read.push(target);
            }
        }
        Some(Track {
            slug,
            title: title?.value,
            summary: summary?.value,
            steps: read,
        })
    })
}

/// Whether `target` is a page of the library as a whole.
const fn is_step(target: &Target) -> bool {
    matches!(
        target,
        Target::Topic { anchor: None, .. } | Target::Figure(_) | Target::Quiz { item: None, .. }
    )
}

/// Reads `care.toml`.
pub fn care(source: &Source) -> (Option<CareCard>, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut table = Table::new(&log, 0, "the care card", &toml);
    let title = table.text("title");
    let intro = table.text("intro");
    let closing = table.text("closing");
    let words = CareKind::ALL.map(CareKind::word);
    let mut levels = Vec::new();
    for mut inner in table.tables("level", "the level") {
        let kind = inner.word("kind", &words, CareKind::parse);
        let title = inner.text("title");
        let action = inner.text("action");
        let items = inner.texts("items");
        inner.finish();
        let level = || {
            Some(CareLevel {
                kind: kind?,
                title: title?.value,
                action: action?.value,
                items: items?.value.into_iter().map(|it| it.value).collect(),
            })
        };
        levels.extend(level());
    }
    table.finish();
    let card = || {
        Some(CareCard {
            title: title?.value,
            intro: intro?.value,
            levels,
            closing: closing?.value,
        })
    };
    (card(), log.into_problems())
}

/// Reads `coverage.toml`.
pub fn coverage(source: &Source) -> (Coverage, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut points = Vec::new();
    for (id, homes) in Table::new(&log, 0, "the file", &toml).all_texts() {
        if homes.is_empty() {
            log.error(
                &id.span,
                format!("nothing teaches the point `{}`", id.value),
                "name at least one home, such as `topic:three-glutes#everyday`",
            );
        }
        let homes = homes
            .iter()
            .filter_map(|home| target::read(&log, home, &home.span))
            .collect();
        points.push(Point { id, homes });
    }
    (Coverage { points }, log.into_problems())
}

/// Reads `site.toml`.
pub fn site(source: &Source) -> (Option<Site>, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut table = Table::new(&log, 0, "the site", &toml);
    let name = table.text("name");
    let tagline = table.text("tagline");
    let description = table.text("description");
    let origin = table.text("origin");
    let author = table.text("author");
    let license = table.text("license");
    let license_url = table.text("license_url");
    let about = table.text("about");
    let home = match table.table("home", "the home page") {
        Some(home) => self::home(home),
        None => {
            log.error(
                &table.span,
                "the site lacks `[home]`",
                "add a table `[home]` with `title`, `lead`, `start` and `start_label`",
            );
            None
        }
    };
    let intros = table.table("intros", "the list of intros").map(intros);
    table.finish();
    let origin = origin.and_then(|origin| match checked_origin(&origin) {
        Some(checked) => Some(checked),
        None => {
            log.error(
                &origin.span,
                format!("`{}` is not an origin", origin.value),
                "write scheme and host only: `https://prime-mover.example`",
            );
            None
        }
    });
    let site = || {
        Some(Site {
            name: name?.value,
            tagline: tagline?.value,
            description: description?.value,
            origin: origin?,
            author: author?.value,
            license: license?.value,
            license_url: license_url?.value,
            about: about?,
            home: home?,
            intros: intros.unwrap_or_default(),
        })
    };
    (site(), log.into_problems())
}

/// `text` without its trailing slash when it is scheme and host.
pub fn checked_origin(text: &str) -> Option<String> {
    let origin = text.strip_suffix('/').unwrap_or(text);
    let host = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"))?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    (!host.is_empty() && host.bytes().all(fits)).then(|| origin.to_owned())
}

fn home(mut table: Table<'_>) -> Option<Home> {
    let title = table.text("title");
    let lead = table.text("lead");
    let start = table.slug("start");
    let start_label = table.text("start_label");
    let figure = table.optional_text("figure");
    let caption = table.optional_text("caption");
    let log = table.log();
    let mut points = Vec::new();
    for mut inner in table.tables("point", "the point") {
        let title = inner.text("title");
        let text = inner.text("text");
        let link = inner.optional_text("link");
        let label = if link.is_some() {
            inner.text("link_label")
        } else {
            inner.optional_text("link_label")
        };
        inner.finish();
        let point = || {
            let text = text?;
            let link = match (link, label) {
                (Some(link), Some(label)) => {
                    Some((target::read(log, &link, &link.span)?, label.value))
                }
                _ => None,
            };
            Some(HomePoint {
                title: title?.value,
                text: markdown::inline(log, &text, &text.span),
                link,
            })
        };
        points.extend(point());
    }
    table.finish();
    Some(Home {
        title: title?.value,
        lead: lead?.value,
        start: start?,
        start_label: start_label?.value,
        figure: figure.map(|text| Located::new(figure_state(&text), text.span.clone())),
        caption: caption
            .map(|text| markdown::inline(log, &text, &text.span))
            .unwrap_or_default(),
        points,
    })
}

fn intros(mut table: Table<'_>) -> Intros {
    let mut text = |key| table.optional_text(key).map(|it| it.value);
    let intros = Intros {
        topics: text("topics"),
        quizzes: text("quizzes"),
        figures: text("figures"),
        glossary: text("glossary"),
        references: text("references"),
        tracks: text("tracks"),
        progress: text("progress"),
    };
    table.finish();
    intros
}
