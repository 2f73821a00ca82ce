//! `/tracks/<slug>/`: one way through the library; and the list of tracks on the
//! home page.

use content::model::{FigureState, Located, Target, Track};
use content::paths::Route;
use maud::{Markup, html};

use super::page_head;
use crate::figures;
use crate::write::context::{Context, count};
use crate::write::document::Page;
use crate::write::{json_ld, offline};

/// What a track asks of its reader.
#[derive(Clone, Copy, Debug, Default)]
struct Extent {
    topics: usize,
    figures: usize,
    quizzes: usize,
    /// Minutes of reading: those of its topics.
    minutes: u32,
}

impl Extent {
    fn of(context: &Context<'_>, track: &Track) -> Self {
        let mut extent = Extent::default();
        for step in &track.steps {
            match &step.value {
                Target::Topic { slug, .. } => {
                    extent.topics += 1;
                    extent.minutes += context
                        .topic(slug)
                        .map_or(0, |(meta, _)| meta.outline.readability.minutes());
                }
                Target::Figure(_) => extent.figures += 1,
                _ => extent.quizzes += 1,
            }
        }
        extent
    }

    /// `6 topics, 40 minutes of reading · 2 figures · 3 quizzes`.
    fn words(self) -> String {
        let mut parts = Vec::new();
        if self.topics > 0 {
            parts.push(format!(
                "{}, {} of reading",
                count(self.topics, "topic"),
                count(self.minutes as usize, "minute")
            ));
        }
        if self.figures > 0 {
            parts.push(count(self.figures, "figure"));
        }
        match self.quizzes {
            0 => {}
            1 => parts.push(String::from("1 quiz")),
            more => parts.push(format!("{more} quizzes")),
        }
        parts.join(" · ")
    }
}

/// Writes a track's page.
pub fn page(context: &Context<'_>, track: &Track) -> Page {
    let path = Route::Track(&track.slug).to_path();
    let extent = Extent::of(context, track);
    let home = context.path(Route::Home);
    let main = html! {
        div.index {
            p.crumbs { a href=(format!("{home}#tracks")) { "Tracks" } }
            (page_head(&track.title, Some(&track.summary)))
            p.meta { (extent.words()) }
            div.keep data-slot="keep"
                data-keep=(context.inside(&offline::list_path(&track.slug))) {}
            ol.entries.track-steps {
                @for step in &track.steps { (entry(context, step)) }
            }
            nav.onward aria-label="Other tracks" {
                ul {
                    @for other in &context.project.shared.tracks {
                        @if other.slug.value != track.slug.value {
                            li {
                                span.onward-label { "Track" } " "
                                a href=(context.path(Route::Track(&other.slug))) { (other.title) }
                            }
                        }
                    }
                }
            }
        }
    };
    let steps: Vec<(String, String)> = track
        .steps
        .iter()
        .filter_map(|step| named(context, step))
        .collect();
    Page {
        title: track.title.clone(),
        description: track.summary.clone(),
        json_ld: json_ld::track(context, track, &path, extent.minutes, &steps),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

/// A step as an entry of the list; what the reader has done of it is filled in
/// by the browser, as on the lists of topics and quizzes.
fn entry(context: &Context<'_>, step: &Located<Target>) -> Markup {
    match &step.value {
        Target::Topic { slug, .. } => match context.topic(slug) {
            Some((meta, head)) => html! {
                li.entry data-topic=(slug) {
                    h2 { a href=(context.href(step)) { (head.title) } }
                    p { (head.description) }
                    p.meta {
                        "Topic · "
                        (count(meta.outline.readability.minutes() as usize, "minute"))
                    }
                    p.read-count data-slot="read-count" {}
                }
            },
            None => Markup::default(),
        },
        Target::Quiz { slug, .. } => match context.project.quizzes.get(slug) {
            Some(Some(quiz)) => html! {
                li.entry data-quiz=(slug) data-items=(quiz.items.len()) {
                    h2 { a href=(context.href(step)) { "Quiz: " (quiz.title) } }
                    p { (quiz.summary) }
                    p.meta { "Quiz · " (count(quiz.items.len(), "question")) }
                    p.read-count data-slot="read-count" {}
                }
            },
            _ => Markup::default(),
        },
        Target::Figure(state) => match figure_words(state) {
            Some((title, description)) => html! {
                li.entry {
                    h2 { a href=(context.href(step)) { (title) } }
                    p { (description) }
                    p.meta { "Figure" }
                }
            },
            None => Markup::default(),
        },
        _ => Markup::default(),
    }
}

/// Title and description of a figure, or of its state where that has a name.
fn figure_words(state: &FigureState) -> Option<(&'static str, &'static str)> {
    if let Some(named) = figures::named(state) {
        return Some((named.label, named.description));
    }
    plates::figure(&state.name).map(|figure| (figure.title, figure.description))
}

/// The name of a step and its path inside the site.
fn named(context: &Context<'_>, step: &Located<Target>) -> Option<(String, String)> {
    match &step.value {
        Target::Topic { slug, .. } => {
            let (_, head) = context.topic(slug)?;
            Some((head.title.clone(), Route::Topic(slug).to_path()))
        }
        Target::Quiz { slug, .. } => {
            let quiz = context.project.quizzes.get(slug)?.as_ref()?;
            Some((quiz.title.clone(), Route::Quiz(slug).to_path()))
        }
        Target::Figure(state) => {
            let (title, _) = figure_words(state)?;
            Some((title.to_owned(), figures::route(state).to_path()))
        }
        _ => None,
    }
}

/// The tracks on the home page.
pub fn section(context: &Context<'_>) -> Markup {
    html! {
        section.home-section aria-labelledby="tracks" {
            header.home-section-head {
                h2 id="tracks" tabindex="-1" { "Pick a track" }
                @if let Some(intro) = &context.site.intros.tracks { p { (intro) } }
            }
            ul.parts.tracks {
                @for track in &context.project.shared.tracks {
                    li {
                        h3 { a href=(context.path(Route::Track(&track.slug))) { (track.title) } }
                        p { (track.summary) }
                        p.meta { (Extent::of(context, track).words()) }
                    }
                }
            }
        }
    }
}
