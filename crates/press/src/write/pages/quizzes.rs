//! `/quizzes/`: all quizzes; `/quizzes/<slug>/`: one quiz.

use std::collections::BTreeMap;

use content::model::Quiz;
use content::paths::Route;
use content::practice::{Mode, Practice, Scope};
use maud::{Markup, html};

use super::page_head;
use crate::compile::project::QuizMeta;
use crate::write::context::{Context, count};
use crate::write::document::Page;
use crate::write::json_ld;
use crate::write::question::{self, Setting};
use crate::write::{anki, paper};

/// Writes the ways to practice and the list of quizzes, in the order of their topics.
pub fn index(context: &Context<'_>) -> Page {
    let path = Route::Quizzes.to_path();
    let intro = context.site.intros.quizzes.as_deref();
    let main = html! {
        div.index {
            (page_head("Quizzes", intro))
            (practice(context))
            @for (number, title, quizzes) in parts(context) {
                @let heading = format!("part-{number}");
                section.part aria-labelledby=(heading) {
                    header.part-head {
                        p.part-number { "Part " (number) }
                        h2 id=(heading) tabindex="-1" { (title) }
                        p {
                            a href=(practice_link(context, Mode::Everything, Scope::Part(number))) {
                                "Quiz me on everything in part " (number)
                            }
                        }
                    }
                    ul.entries {
                        @for quiz in quizzes {
                            li.entry data-quiz=(quiz.slug) data-part=(number)
                                data-items=(quiz.items.len()) {
                                h3 { a href=(context.path(Route::Quiz(&quiz.slug))) { (quiz.title) } }
                                p { (quiz.summary) }
                                p.meta { (count(quiz.items.len(), "question")) }
                                p.read-count data-slot="read-count" {}
                            }
                        }
                    }
                }
            }
            (take_away(context))
        }
    };
    Page {
        title: String::from("Quizzes"),
        description: intro.unwrap_or(&context.site.description).to_owned(),
        json_ld: json_ld::collection(context, &path, "Quizzes"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

/// The parts that have quizzes: number, title, quizzes in reading order.
fn parts<'p>(context: &Context<'p>) -> Vec<(u32, &'p str, Vec<&'p QuizMeta>)> {
    let parts = context.project.shared.parts.iter().flatten();
    let with_quizzes = parts.map(|part| {
        let number = part.number.value;
        let topics = context.library.iter();
        let topics = topics.filter(|(_, head)| head.part.value == number);
        let quizzes = topics.filter_map(|(topic, _)| context.quizzes_of.get(topic.slug.as_str()));
        let quizzes = quizzes.flatten().copied().collect::<Vec<_>>();
        (number, part.title.as_str(), quizzes)
    });
    with_quizzes
        .filter(|(.., quizzes)| !quizzes.is_empty())
        .collect()
}

/// The address of a kind of practice.
fn practice_link(context: &Context<'_>, mode: Mode, scope: Scope) -> String {
    let query = Practice { mode, scope }.print();
    [context.path(Route::Review), query].concat()
}

fn practice(context: &Context<'_>) -> Markup {
    let ways = [
        (
            Mode::Due,
            "What is due now",
            "The questions whose time has come. Then it stops.",
        ),
        (
            Mode::Missed,
            "Only what I missed",
            "Every question that you have not answered right since you missed it.",
        ),
        (
            Mode::Mixed,
            "Mixed practice",
            "Things that look alike, in turns. If you take one for the other, you see both side by \
             side.",
        ),
    ];
    html! {
        section.practice aria-labelledby="practice" {
            h2 id="practice" tabindex="-1" { "Practice" }
            p.notice.without-scripts {
                "Practice needs JavaScript, because it reads from this browser what you have \
                 answered. The quizzes below work without it."
            }
            ul.ways {
                @for (mode, name, what) in ways {
                    li {
                        a href=(practice_link(context, mode, Scope::All)) { (name) }
                        p { (what) }
                    }
                }
            }
            @let groups = groups(context);
            @if !groups.is_empty() {
                h3 { "Look-alikes" }
                ul.look-alike-groups {
                    @for (group, names) in groups {
                        li data-group=(group) data-names=(names.join(" ")) {
                            a href=(practice_link(context, Mode::Mixed, Scope::Group(group.to_owned()))) {
                                (title_of(group))
                            }
                            " (" (count(names.len(), "question")) ")"
                        }
                    }
                }
            }
        }
    }
}

/// The groups of look-alikes with the names of their questions, in reading order.
fn groups<'p>(context: &Context<'p>) -> BTreeMap<&'p str, Vec<String>> {
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (.., quizzes) in parts(context) {
        for quiz in quizzes {
            for item in &quiz.items {
                if let Some(group) = &item.confusable {
                    let names = groups.entry(group).or_default();
                    names.push(content::ids::question(&quiz.slug, &item.id));
                }
            }
        }
    }
    groups
}

/// `side-of-the-hip` as `Side of the hip`.
fn title_of(group: &str) -> String {
    let mut title = group.replace('-', " ");
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    title
}

/// The questions as files for a program of cards.
fn take_away(context: &Context<'_>) -> Markup {
    html! {
        section.practice.take-away aria-labelledby="take-away" {
            h2 id="take-away" tabindex="-1" { "Take the questions with you" }
            p {
                "Anki is a free program that shows cards when they are due, also without a network. \
                 Save a file here, and in Anki choose File, then Import. A newer file later updates \
                 the cards and keeps what Anki knows about you."
            }
            ul.ways {
                li {
                    a href=(context.inside(&anki::path(None))) download { "Anki cards: the whole course" }
                }
                @for (number, title, _) in parts(context) {
                    li {
                        a href=(context.inside(&anki::path(Some(number)))) download {
                            "Anki cards: part " (number) ", " (title)
                        }
                    }
                }
            }
            p { "On paper: each quiz prints with its answers on a last page." }
        }
    }
}

/// The forms of a quiz, which its page and the one for frames share.
pub fn questions(context: &Context<'_>, quiz: &Quiz) -> Markup {
    html! {
        ol.questions {
            @for item in &quiz.items {
                li { (question::form(context, quiz, item, Setting::Quiz)) }
            }
        }
    }
}

/// Writes a quiz with its [`questions`].
pub fn page(context: &Context<'_>, quiz: &Quiz, questions: &Markup) -> Page {
    let slug = quiz.slug.as_str();
    let path = Route::Quiz(slug).to_path();
    let topic = context.topic(&quiz.topic);
    let topic_path = context.path(Route::Topic(&quiz.topic));
    let main = html! {
        article.quiz data-quiz=(slug) {
            header.page-head {
                p.crumbs { a href=(context.path(Route::Quizzes)) { "Quizzes" } }
                h1 id="title" tabindex="-1" { (quiz.title) }
                p.lede { (quiz.summary) }
                p.meta {
                    (count(quiz.items.len(), "question")) " · "
                    a href=(topic_path) { "Read the topic" } " · "
                    a href=(practice_link(context, Mode::Missed, Scope::Quiz(slug.to_owned()))) {
                        "Only what I missed"
                    }
                }
                div.actions {
                    button type="button" data-action="share" data-needs-desk { "Share" } " "
                    button type="button" data-action="print" { "Print" }
                }
            }
            (questions)
            section.print-key aria-labelledby="answers" {
                h2 id="answers" { "Answers" }
                ol { @for item in &quiz.items { li { (paper::back(item)) } } }
            }
            nav.onward aria-label="Read next" {
                ul {
                    @if let Some((_, head)) = topic {
                        li {
                            span.onward-label { "Topic" } " "
                            a href=(topic_path) { (head.title) }
                        }
                    }
                    li {
                        span.onward-label { "More" } " "
                        a href=(context.path(Route::Quizzes)) { "All quizzes" }
                    }
                }
            }
        }
    };
    Page {
        title: format!("Quiz: {}", quiz.title),
        description: quiz.summary.clone(),
        json_ld: json_ld::quiz(context, quiz, &path),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
