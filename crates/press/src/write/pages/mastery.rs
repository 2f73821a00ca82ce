//! What the reader knows, as far as the press can write it: every learning goal with the questions
//! that ask about it, all new. The desk fills in the rest.

use content::model::Part;
use content::paths::Route;
use maud::{Markup, html};
use plates::three_glutes::map;

use crate::compile::project::{TopicHead, TopicMeta};
use crate::write::context::Context;

/// The drawing that muscles are marked on.
const PLATE: &str = "three-glutes";

/// The states of a goal: the word in attributes, the word on the page, what it means. `study::Mastery`
/// has the rules.
const STATES: [(&str, &str, &str); 5] = [
    ("new", "New", "You have not answered its questions yet."),
    (
        "seen",
        "Seen",
        "You have met it; a question about it still waits for a right answer.",
    ),
    (
        "recalled",
        "Recalled",
        "You knew it. One right answer is enough for a first time.",
    ),
    (
        "solid",
        "Solid",
        "You knew it on three days, one of them at least a week after another.",
    ),
    (
        "fading",
        "Fading",
        "You knew it, and it is time to look again.",
    ),
];

/// The section of the progress page.
pub(super) fn section(context: &Context<'_>) -> Markup {
    html! {
        section.mastery data-desk="mastery" aria-labelledby="known" {
            h2 id="known" tabindex="-1" { "What you know" }
            p {
                "Each topic has a few goals, and each goal has questions. Your answers, and the days \
                 between them, say where you are. A miss or a long pause moves a goal back: that is \
                 how memory works, and it is no mark against you."
            }
            p.notice.without-scripts {
                "JavaScript fills this in from your own browser. Without it, every goal stands as new."
            }
            p.mastery-sum role="status" data-slot="mastery-sum" {}
            (legend())
            (body(context))
            @for part in context.project.shared.parts.iter().flatten() { (table(context, part)) }
            div.calibration data-slot="calibration" {}
            div.horizon data-slot="horizon" {}
            div.keeping data-slot="keeping" {}
        }
    }
}

fn legend() -> Markup {
    html! {
        dl.mastery-key {
            @for (state, name, means) in STATES {
                div { dt data-mastery=(state) { (name) } dd { (means) } }
            }
        }
    }
}

/// The muscles on the body: outlines over the plate, and the same in words.
fn body(context: &Context<'_>) -> Markup {
    let Some(plate) = plates::plate(PLATE) else {
        return Markup::default();
    };
    let scene = (plate.scene)();
    let ((left, top), (width, height)) = (scene.corner, scene.size);
    let outlines = map::outlines();
    let known = outlines
        .iter()
        .filter_map(|(topic, data)| Some((context.topic(topic)?, data)));
    html! {
        div.mastery-body {
            figure.plate {
                div.plate-sheet {
                    (context.plate(PLATE))
                    svg.mastery-map viewBox=(format!("{left} {top} {width} {height}")) aria-hidden="true"
                        focusable="false" {
                        defs {
                            pattern id="map-seen" width="16" height="16"
                                patternUnits="userSpaceOnUse" {
                                circle cx="8" cy="8" r="2.6" {}
                            }
                            pattern id="map-recalled" width="14" height="14"
                                patternUnits="userSpaceOnUse" {
                                path d="M0 14L14 0" {}
                            }
                            pattern id="map-fading" width="14" height="14"
                                patternUnits="userSpaceOnUse" {
                                path d="M0 7H14" {}
                            }
                        }
                        @for ((topic, _), data) in known.clone() {
                            @let id = format!("map-{}", topic.slug);
                            defs { path id=(id) d=(data) {} }
                            // One look for each state; the style shows that of the present one.
                            g data-map=(topic.slug) data-mastery="new" {
                                @for (state, ..) in STATES {
                                    use data-when=(state) href=(format!("#{id}"))
                                        fill=[pattern(state)] {}
                                }
                            }
                        }
                    }
                }
            }
            ul.mastery-muscles {
                @for ((topic, head), _) in known {
                    li data-map=(topic.slug) data-mastery="new" {
                        a href=(context.path(Route::Topic(&topic.slug))) { (head.title) } " "
                        span data-slot="mastery" { "New" }
                    }
                }
            }
        }
    }
}

/// What fills a muscle in a state, where that is no plain color.
fn pattern(state: &str) -> Option<String> {
    let has = ["seen", "recalled", "fading"].contains(&state);
    has.then(|| format!("url(#map-{state})"))
}

/// The goals of a part, topic by topic.
fn table(context: &Context<'_>, part: &Part) -> Markup {
    let number = part.number.value;
    let topics = context
        .library
        .iter()
        .filter(|(_, head)| head.part.value == number);
    if topics.clone().next().is_none() {
        return Markup::default();
    }
    html! {
        details.mastery-part {
            summary {
                "Part " (number) ": " (part.title) " "
                span.mastery-count data-slot="mastery-count" {}
            }
            div.table-scroll role="region" tabindex="0"
                aria-label=(format!("Goals of part {number}")) {
                table {
                    thead { tr { th scope="col" { "Goal" } th scope="col" { "Where you are" } } }
                    @for (topic, head) in topics { (goals(context, topic, head)) }
                }
            }
        }
    }
}

fn goals(context: &Context<'_>, topic: &TopicMeta, head: &TopicHead) -> Markup {
    let quizzes = context.quizzes_of.get(topic.slug.as_str());
    let items = |goal: &str| {
        let mut names = Vec::new();
        for quiz in quizzes.into_iter().flatten() {
            let about = quiz.items.iter().filter(|item| item.goal == goal);
            names.extend(about.map(|item| {
                let name = content::ids::question(&quiz.slug, &item.id);
                format!("{name}:{}", item.rev)
            }));
        }
        names.join(" ")
    };
    html! {
        tbody data-topic=(topic.slug) {
            tr {
                th.mastery-topic colspan="2" scope="rowgroup" {
                    a href=(context.path(Route::Topic(&topic.slug))) { (head.title) } " "
                    span data-slot="reset" {}
                }
            }
            @for goal in &head.goals {
                tr data-names=(items(&goal.id)) {
                    th scope="row" { (goal.text) }
                    td data-mastery="new" { "New" }
                }
            }
        }
    }
}
