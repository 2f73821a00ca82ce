//! What pages are, in the vocabulary of schema.org.

use content::model::{Quiz, Review, Topic};
use content::paths::Route;
use plates::Figure;
use plates::figure::Named;
use serde_json::{Value, json};

use super::context::Context;

fn organization(context: &Context<'_>) -> Value {
    json!({ "@type": "Organization", "name": context.site.author })
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
        "description": context.site.description,
        "url": context.canonical("/"),
        "inLanguage": "en",
        "publisher": organization(context),
    })]
}

/// An article.
pub fn topic(context: &Context<'_>, topic: &Topic, path: &str, minutes: u32) -> Vec<Value> {
    let goals: Vec<&str> = topic.goals.iter().map(|goal| goal.text.as_str()).collect();
    let mut page = json!({
        "@type": ["MedicalWebPage", "LearningResource"],
        "name": topic.title,
        "description": topic.description,
        "url": context.canonical(path),
        "inLanguage": "en",
        "isAccessibleForFree": true,
        "license": context.site.license_url,
        "learningResourceType": "article",
        "teaches": goals,
        "timeRequired": format!("PT{minutes}M"),
        "datePublished": topic.written.iso(),
        "author": { "@type": "Organization", "name": topic.author },
        "publisher": organization(context),
    });
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
    let page = json!({
        "@type": ["Quiz", "LearningResource"],
        "name": quiz.title,
        "description": quiz.summary,
        "url": context.canonical(path),
        "inLanguage": "en",
        "isAccessibleForFree": true,
        "license": context.site.license_url,
        "learningResourceType": "quiz",
        "about": { "@type": "Thing", "name": topic },
        "publisher": organization(context),
    });
    let steps = [
        home_step(context),
        ("Quizzes", Route::Quizzes.to_path()),
        (quiz.title.as_str(), path.to_owned()),
    ];
    vec![page, breadcrumbs(context, &steps)]
}

/// A figure.
pub fn figure(context: &Context<'_>, figure: &Figure, path: &str) -> Vec<Value> {
    let page = simulation(context, figure.title, figure.description, path);
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
    let mut page = simulation(context, named.label, named.description, path);
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

fn simulation(context: &Context<'_>, name: &str, description: &str, path: &str) -> Value {
    json!({
        "@type": ["WebPage", "LearningResource"],
        "name": name,
        "description": description,
        "url": context.canonical(path),
        "inLanguage": "en",
        "isAccessibleForFree": true,
        "license": context.site.license_url,
        "learningResourceType": "simulation",
        "publisher": organization(context),
    })
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
    let page = json!({
        "@type": kind,
        "name": name,
        "url": context.canonical(path),
        "inLanguage": "en",
        "publisher": organization(context),
    });
    let steps = [home_step(context), (name, path.to_owned())];
    vec![page, breadcrumbs(context, &steps)]
}
