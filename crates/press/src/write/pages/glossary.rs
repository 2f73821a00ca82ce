//! `/glossary/`: every term, by letter.

use std::collections::BTreeMap;

use content::model::Term;
use content::paths::Route;
use maud::{Markup, html};

use super::page_head;
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;

/// Writes the glossary.
pub fn page(context: &Context<'_>) -> Page {
    let path = Route::Glossary.to_path();
    let intro = context.site.intros.glossary.as_deref();
    let mut letters: BTreeMap<char, Vec<&Term>> = BTreeMap::new();
    for term in context.project.shared.terms.iter().flatten() {
        let first = term.name.chars().next().unwrap_or('#');
        let letter = first.to_uppercase().next().unwrap_or(first);
        letters.entry(letter).or_default().push(term);
    }
    for terms in letters.values_mut() {
        terms.sort_by_key(|term| term.name.to_lowercase());
    }
    let main = html! {
        div.glossary {
            (page_head("Glossary", intro))
            nav.letters aria-label="Letters" {
                ul {
                    @for letter in letters.keys() {
                        li { a href=(format!("#{}", letter_id(*letter))) { (letter) } }
                    }
                }
            }
            @for (letter, terms) in &letters {
                @let id = letter_id(*letter);
                section.letter aria-labelledby=(id) {
                    h2 id=(id) tabindex="-1" { (letter) }
                    dl.terms {
                        @for term in terms { (entry(term)) }
                    }
                }
            }
        }
    };
    Page {
        title: String::from("Glossary"),
        description: intro.unwrap_or(&context.site.description).to_owned(),
        json_ld: json_ld::glossary(context, &path),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

fn letter_id(letter: char) -> String {
    format!("letter-{}", letter.to_lowercase())
}

fn entry(term: &Term) -> Markup {
    html! {
        div.term-entry id=(term.id.as_str()) {
            dt {
                dfn { (term.name) }
                @if let Some(say) = &term.say { " " span.say { (say) } }
            }
            dd {
                p { (term.meaning) }
                @if let Some(more) = &term.more { p { (more) } }
                @if !term.also.is_empty() { p.meta { "Also: " (term.also.join(", ")) } }
            }
        }
    }
}
