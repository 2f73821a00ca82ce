//! What pages are, in the vocabulary of schema.org.
//!
//! A page's own function says what is particular to it; [`graph`] adds what every page has.

use content::model::{Item, Kind, Quiz, Review, Topic, Track, words};
use content::paths::Route;
use plates::Figure;
use plates::figure::Named;
use serde_json::{Value, json};

use super::context::Context;
use super::document::Page;
use super::preview::SIZE;
use crate::compile::outline::Outline;
use crate::compile::project::Card;

/// The whole graph of a page: its own entries, the first of which gets address, description, language,
/// image, publisher and the site it is part of, where it does not name them itself.
pub fn graph(context: &Context<'_>, page: &Page) -> Value {
    let mut entries = page.json_ld.clone();
    if let Some(Value::Object(first)) = entries.first_mut() {
        let address = context.canonical(&page.path);
        let mut add = |key: &str, value: Value| {
            first.entry(key).or_insert(value);
        };
        add("@id", json!(format!("{address}#page")));
        add("url", json!(address));
        add("description", json!(page.description));
        add("inLanguage", json!("en"));
        add("isAccessibleForFree", json!(true));
        add("license", json!(context.site.license_url));
        add("publisher", organization(context));
        if page.path != "/" {
            let site = context.canonical("/");
            add(
                "isPartOf",
                json!({
                    "@type": "WebSite",
                    "@id": format!("{site}#page"),
                    "name": context.site.name,
                    "url": site,
                }),
            );
        }
        if let Some(preview) = context.previews.of(&page.path) {
            let (width, height) = SIZE;
            let image = [context.origin.as_str(), &preview.address].concat();
            add(
                "image",
                json!({
                    "@type": "ImageObject",
                    "url": image,
                    "width": width,
                    "height": height,
                }),
            );
        }
    }
    json!({ "@context": "https://schema.org", "@graph": entries })
}

fn organization(context: &Context<'_>) -> Value {
    json!({
        "@type": "Organization",
        "name": context.site.author,
        "url": context.canonical("/"),
    })
}

/// The way from the home page to a page: names and paths.
fn breadcrumbs(context: &Context<'_>, steps: &[(&str, String)]) -> Value {
    let items: Vec<Value> = steps
        .iter()
        .enumerate()
        .map(|(at, (name, path))| {
            json!({
                "@type": "ListItem",
                "position": at + 1,
                "name": name,
                "item": context.canonical(path),
            })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

fn home_step<'c>(context: &'c Context<'_>) -> (&'c str, String) {
    (&context.site.name, Route::Home.to_path())
}

/// The site.
pub fn home(context: &Context<'_>) -> Vec<Value> {
    vec![json!({
        "@type": "WebSite",
        "name": context.site.name,
        "alternateName": context.site.tagline,
    })]
}

/// An article.
pub fn topic(context: &Context<'_>, topic: &Topic, outline: &Outline, path: &str) -> Vec<Value> {
    let goals: Vec<&str> = topic.goals.iter().map(|goal| goal.text.as_str()).collect();
    let sources: Vec<&str> = outline
        .cited
        .iter()
        .filter_map(|id| Some(context.reference(id)?.cite.as_str()))
        .collect();
    let mut page = json!({
        "@type": ["MedicalWebPage", "LearningResource"],
        "name": topic.title,
        "description": topic.description,
        "about": { "@type": "Thing", "name": topic.title },
        "audience": { "@type": "Audience", "audienceType": "general public" },
        "learningResourceType": "article",
        "educationalLevel": "beginner",
        "teaches": goals,
        "timeRequired": format!("PT{}M", outline.readability.minutes()),
        "datePublished": topic.written.iso(),
        "dateModified": topic.changed().iso(),
        "author": { "@type": "Organization", "name": topic.author },
    });
    if !sources.is_empty() {
        page["citation"] = json!(sources);
    }
    if let Review::Reviewed { reviewer, on } = &topic.review {
        page["lastReviewed"] = json!(on.iso());
        page["reviewedBy"] = json!({ "@type": "Person", "name": reviewer });
    }
    let steps = [
        home_step(context),
        ("Topics", Route::Topics.to_path()),
        (topic.title.as_str(), path.to_owned()),
    ];
    vec![page, breadcrumbs(context, &steps)]
}

/// A quiz.
pub fn quiz(context: &Context<'_>, quiz: &Quiz, path: &str) -> Vec<Value> {
    let topic = context.topic(&quiz.topic).map(|(_, head)| &head.title);
    let address = context.canonical(path);
    let questions: Vec<Value> = quiz
        .items
        .iter()
        .map(|item| question(item, &address))
        .collect();
    let page = json!({
        "@type": ["Quiz", "LearningResource"],
        "name": quiz.title,
        "about": { "@type": "Thing", "name": topic },
        "assesses": topic,
        "learningResourceType": "quiz",
        "educationalLevel": "beginner",
        "interactivityType": "active",
        "hasPart": questions,
    });
    let steps = [
        home_step(context),
        ("Quizzes", Route::Quizzes.to_path()),
        (quiz.title.as_str(), path.to_owned()),
    ];
    vec![page, breadcrumbs(context, &steps)]
}

/// A question of the quiz at `address`. Its choices and answers stand in the page, and are not said twice.
fn question(item: &Item, address: &str) -> Value {
    let kind = match item.kind {
        Kind::One(_) | Kind::NamePart(_) => Some("Multiple choice"),
        Kind::Several(_) => Some("Checkbox"),
        Kind::TrueOrFalse(_) => Some("True/False"),
        Kind::Match(_) => Some("Matching"),
        // The common words for types of questions have none for these.
        Kind::Order(_)
        | Kind::Number(_)
        | Kind::FindPart(_)
        | Kind::SetFigure(_)
        | Kind::Case(_) => None,
    };
    let stem = words(&item.stem);
    let mut question = json!({
        "@type": "Question",
        "name": stem,
        "url": format!("{address}#q-{}", item.id.value),
    });
    if let Some(kind) = kind {
        question["eduQuestionType"] = json!(kind);
    }
    question
}

/// A figure.
pub fn figure(context: &Context<'_>, figure: &Figure, path: &str) -> Vec<Value> {
    let page = simulation(figure.title);
    let steps = [
        home_step(context),
        ("Figures", Route::Figures.to_path()),
        (figure.title, path.to_owned()),
    ];
    vec![page, breadcrumbs(context, &steps)]
}

/// A figure in a state that has a name.
pub fn figure_state(
    context: &Context<'_>,
    figure: &Figure,
    named: &Named,
    path: &str,
) -> Vec<Value> {
    let whole = Route::Figure(figure.name).to_path();
    let mut page = simulation(named.label);
    page["isPartOf"] = json!({
        "@type": "LearningResource",
        "name": figure.title,
        "url": context.canonical(&whole),
    });
    let steps = [
        home_step(context),
        ("Figures", Route::Figures.to_path()),
        (figure.title, whole),
        (named.label, path.to_owned()),
    ];
    vec![page, breadcrumbs(context, &steps)]
}

fn simulation(name: &str) -> Value {
    json!({
        "@type": ["WebPage", "LearningResource"],
        "name": name,
        "about": { "@type": "Thing", "name": name },
        "learningResourceType": "simulation",
        "educationalLevel": "beginner",
        "interactivityType": "active",
    })
}

/// A track: its steps, names and paths, in order.
pub fn track(
    context: &Context<'_>,
    track: &Track,
    path: &str,
    minutes: u32,
    steps: &[(String, String)],
) -> Vec<Value> {
    let parts: Vec<Value> = steps
        .iter()
        .map(|(name, path)| {
            json!({ "@type": "LearningResource", "name": name, "url": context.canonical(path) })
        })
        .collect();
    let page = json!({
        "@type": ["CollectionPage", "LearningResource"],
        "name": track.title,
        "about": { "@type": "Thing", "name": context.site.tagline },
        "learningResourceType": "course track",
        "educationalLevel": "beginner",
        "timeRequired": format!("PT{minutes}M"),
        "hasPart": parts,
    });
    let steps = [home_step(context), (track.title.as_str(), path.to_owned())];
    vec![page, breadcrumbs(context, &steps)]
}

/// A card to print, and the topic it belongs to.
pub fn card(context: &Context<'_>, card: &Card, path: &str, topic: &str) -> Vec<Value> {
    let page = json!({
        "@type": ["WebPage", "LearningResource"],
        "name": card.page.title,
        "about": { "@type": "Thing", "name": topic },
        "learningResourceType": "handout",
        "educationalLevel": "beginner",
    });
    let steps = [
        home_step(context),
        ("Topics", Route::Topics.to_path()),
        (topic, Route::Topic(&card.slug).to_path()),
        (card.page.title.as_str(), path.to_owned()),
    ];
    vec![page, breadcrumbs(context, &steps)]
}

/// A page that lists others.
pub fn collection(context: &Context<'_>, path: &str, name: &str) -> Vec<Value> {
    listed(context, "CollectionPage", path, name)
}

/// The about page.
pub fn about(context: &Context<'_>, path: &str, name: &str) -> Vec<Value> {
    listed(context, "AboutPage", path, name)
}

/// The glossary.
pub fn glossary(context: &Context<'_>, path: &str) -> Vec<Value> {
    listed(context, "DefinedTermSet", path, "Glossary")
}

fn listed(context: &Context<'_>, kind: &str, path: &str, name: &str) -> Vec<Value> {
    let page = json!({ "@type": kind, "name": name });
    let steps = [home_step(context), (name, path.to_owned())];
    vec![page, breadcrumbs(context, &steps)]
}
