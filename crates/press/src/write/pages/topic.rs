//! `/topics/<slug>/`: one article.

use std::collections::HashMap;

use content::model::{Quiz, Review, Term, Topic};
use content::paths::Route;
use maud::{Markup, html};

use crate::compile::outline::Outline;
use crate::diagnostic::Diagnostic;
use crate::write::care::care_card;
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;
use crate::write::prose::{Writer, evidence};

/// Writes an article; `quizzes` are those that it asks questions of, by slug.
///
/// # Errors
/// None for a topic of the project.
pub fn page(
    context: &Context<'_>,
    topic: &Topic,
    quizzes: &HashMap<String, Quiz>,
) -> Result<Page, Vec<Diagnostic>> {
    let slug = topic.slug.as_str();
    let outline = context
        .project
        .topics
        .get(slug)
        .map(|meta| &meta.outline)
        .ok_or_else(Vec::new)?;
    let main = article(context, topic, outline, quizzes);
    let path = Route::Topic(slug).to_path();
    Ok(Page {
        title: topic.title.clone(),
        description: topic.description.clone(),
        json_ld: json_ld::topic(context, topic, outline, &path),
        kind: "article",
        indexed: true,
        main: main.into_string(),
        path,
    })
}

fn article(
    context: &Context<'_>,
    topic: &Topic,
    outline: &Outline,
    quizzes: &HashMap<String, Quiz>,
) -> Markup {
    let mut writer = Writer::new(context, &outline.cited, quizzes);
    let prose = html! {
        div.prose {
            (writer.blocks(&topic.body.intro, None))
            @for section in &topic.body.sections { (writer.topic_section(section)) }
        }
    };
    let care = context
        .project
        .shared
        .care
        .as_ref()
        .filter(|_| topic.pain && !writer.care_shown);
    html! {
        article.topic data-topic=(topic.slug) {
            (head(context, topic, outline.readability.minutes()))
            (contents(outline))
            (guesses(topic))
            (prose)
            (super::cards::link(context, &topic.slug))
            @if let Some(care) = care { (care_card(care)) }
            (goals(topic))
            (sources(context, outline))
            (colophon(topic))
            (onward(context, topic))
            @for term in writer.terms.iter().filter_map(|id| context.term(id)) {
                (term_popover(context, term))
            }
            (source_popovers(context, &writer, outline))
        }
    }
}

fn head(context: &Context<'_>, topic: &Topic, minutes: u32) -> Markup {
    let parts = context.project.shared.parts.iter().flatten();
    let part = parts
        .into_iter()
        .find(|part| part.number.value == topic.part.value);
    let noun = if minutes == 1 { "minute" } else { "minutes" };
    let review = match &topic.review {
        Review::NotYet => String::from(crate::read::topic::NOT_REVIEWED),
        Review::Reviewed { reviewer, on } => {
            format!("reviewed by {reviewer} on {}", on.words())
        }
    };
    html! {
        header.topic-head {
            p.crumbs {
                a href=(context.path(Route::Topics)) { "Topics" }
                @if let Some(part) = part {
                    " " span { "Part " (part.number.value) ": " (part.title) }
                }
            }
            h1 id="title" tabindex="-1" { (topic.title) }
            div.summary {
                @for line in &topic.summary { p { (line) } }
            }
            p.meta { (minutes) " " (noun) " · written " (topic.written.words()) " · " (review) }
            div.actions {
                button type="button" data-action="share" data-needs-desk { "Share" } " "
                button type="button" data-action="print" { "Print" }
            }
        }
    }
}

fn contents(outline: &Outline) -> Markup {
    html! {
        nav.toc aria-labelledby="toc-title" {
            details {
                summary id="toc-title" { "On this page" }
                ol {
                    @for (id, title) in &outline.sections {
                        li { a href=(format!("#{id}")) { (title) } }
                    }
                }
            }
        }
    }
}

/// Questions to guess at before reading, with their short answers: not scored. The desk takes the guesses.
fn guesses(topic: &Topic) -> Markup {
    if topic.guesses.is_empty() {
        return Markup::default();
    }
    html! {
        section.guesses aria-labelledby="guesses" {
            h2 id="guesses" { "Guess first" }
            @for guess in &topic.guesses {
                details {
                    summary data-needs-desk { (guess.ask) }
                    p { (guess.then) " " a href=(format!("#{}", guess.at.value)) { "Read why" } }
                }
            }
        }
    }
}

fn goals(topic: &Topic) -> Markup {
    html! {
        section.goals aria-labelledby="goals" {
            h2 id="goals" { "What you can do now" }
            ul {
                @for goal in &topic.goals { li data-goal=(goal.id.as_str()) { (goal.text) } }
            }
        }
    }
}

fn sources(context: &Context<'_>, outline: &Outline) -> Markup {
    if outline.cited.is_empty() {
        return Markup::default();
    }
    html! {
        section.sources aria-labelledby="sources" {
            h2 id="sources" { "Sources" }
            ol {
                @for (at, id) in outline.cited.iter().enumerate() {
                    @if let Some(reference) = context.reference(id) {
                        li id=(format!("source-list-{}", at + 1)) {
                            p.ref-cite { (reference.cite) }
                            p.ref-finding { (reference.finding) }
                            p.meta {
                                (reference.kind) " · " (reference.status)
                                @if let Some(doi) = &reference.doi { " · " (doi_link(doi)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The link to a publication.
pub fn doi_link(doi: &str) -> Markup {
    html! { a href=(format!("https://doi.org/{doi}")) { "doi " (doi) } }
}

fn colophon(topic: &Topic) -> Markup {
    html! {
        p.meta.colophon {
            "By " (topic.author) ". Conflicts of interest: " (topic.conflicts) "."
        }
    }
}

fn onward(context: &Context<'_>, topic: &Topic) -> Markup {
    let [before, after] = context.neighbors(&topic.slug);
    let shown: Vec<&str> = [before, after]
        .into_iter()
        .flatten()
        .map(|(meta, _)| meta.slug.as_str())
        .collect();
    let next = topic
        .next
        .iter()
        .filter(|slug| !shown.contains(&slug.as_str()))
        .filter_map(|slug| context.topic(slug));
    let quizzes = context.quizzes_of.get(topic.slug.as_str());
    html! {
        nav.onward aria-label="Read next" {
            ul {
                @if let Some((meta, head)) = before {
                    li {
                        span.onward-label { "Previous" } " "
                        a rel="prev" href=(context.path(Route::Topic(&meta.slug))) { (head.title) }
                    }
                }
                @if let Some((meta, head)) = after {
                    li {
                        span.onward-label { "Next" } " "
                        a rel="next" href=(context.path(Route::Topic(&meta.slug))) { (head.title) }
                    }
                }
                @for (meta, head) in next {
                    li {
                        span.onward-label { "Read also" } " "
                        a href=(context.path(Route::Topic(&meta.slug))) { (head.title) }
                    }
                }
                @for quiz in quizzes.into_iter().flatten() {
                    li {
                        span.onward-label { "Quiz" } " "
                        a href=(context.path(Route::Quiz(&quiz.slug))) { (quiz.title) }
                    }
                }
            }
        }
    }
}

fn term_popover(context: &Context<'_>, term: &Term) -> Markup {
    let id = format!("term-{}", term.id.value);
    let name = format!("{id}-name");
    let entry = format!("{}#{}", context.path(Route::Glossary), term.id.value);
    html! {
        div.popover popover id=(id) role="note" aria-labelledby=(name) {
            p.popover-title {
                dfn id=(name) { (term.name) }
                @if let Some(say) = &term.say { " " span.say { (say) } }
            }
            p { (term.meaning) }
            p.popover-foot {
                a href=(entry) { "More in the glossary" } " "
                (close(&id))
            }
        }
    }
}

fn source_popovers(context: &Context<'_>, writer: &Writer<'_>, outline: &Outline) -> Markup {
    html! {
        @for ((at, id), strengths) in outline.cited.iter().enumerate().zip(&writer.strengths) {
            @if let Some(reference) = context.reference(id) {
                @let popover = format!("source-{}", at + 1);
                @let name = format!("{popover}-name");
                div.popover popover id=(popover) role="note" aria-labelledby=(name) {
                    p.popover-title id=(name) {
                        "Source " (at + 1)
                        @for strength in strengths {
                            " "
                            span class=(format!("strength strength-{}", strength.word())) {
                                (evidence(*strength))
                            }
                        }
                    }
                    p.ref-cite { (reference.cite) }
                    p { (reference.finding) }
                    p.popover-foot {
                        @if let Some(doi) = &reference.doi { (doi_link(doi)) " " }
                        (close(&popover))
                    }
                }
            }
        }
    }
}

fn close(popover: &str) -> Markup {
    html! {
        button.quiet type="button" popovertarget=(popover) popovertargetaction="hide" { "Close" }
    }
}
