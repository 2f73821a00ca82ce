//! `/figures/`: the gallery; `/figures/<name>/`: one figure at full size;
//! `/figures/<name>/<state>/`: the same in a state that has a name.

use content::model::FigureState;
use content::paths::Route;
use maud::{Markup, PreEscaped, html};
use plates::figure::Named;
use plates::{Figure, FrameOptions, Link, Place};

use super::page_head;
use crate::figures;
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;

/// Writes the gallery.
pub fn index(context: &Context<'_>) -> Page {
    let path = Route::Figures.to_path();
    let intro = context.site.intros.figures.as_deref();
    let main = html! {
        div.index {
            (page_head("Figures", intro))
            ul.gallery {
                @for figure in plates::FIGURES {
                    li {
                        a href=(context.path(Route::Figure(figure.name))) {
                            span.plate-thumb { (thumbnail(context, figure)) }
                            span.gallery-title { (figure.title) }
                        }
                        p { (figure.description) }
                        @if !figure.named.is_empty() {
                            ul.gallery-states {
                                @for named in figure.named {
                                    @let route = Route::FigureState(figure.name, named.slug);
                                    li { a href=(context.path(route)) { (named.label) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Page {
        title: String::from("Figures"),
        description: intro.unwrap_or(&context.site.description).to_owned(),
        json_ld: json_ld::collection(context, &path, "Figures"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

/// The figure's drawing in its default state.
fn thumbnail(context: &Context<'_>, figure: &Figure) -> Markup {
    let (width, height) = (figure.scene)(&figure.parse("")).size;
    html! {
        @if let Some(address) = context.previews.thumbnail(figure.name) {
            // The title below says what it shows.
            img src=(address) width=(width) height=(height) loading="lazy" alt="";
        }
    }
}

/// Writes a figure's own page.
pub fn page(context: &Context<'_>, figure: &Figure) -> Page {
    let path = Route::Figure(figure.name).to_path();
    let crumbs = html! {
        a href=(context.path(Route::Figures)) { "Figures" }
    };
    Page {
        // A topic may have the same title.
        title: format!("{}: live figure", figure.title),
        description: figure.description.to_owned(),
        json_ld: json_ld::figure(context, figure, &path),
        kind: "website",
        indexed: true,
        main: main(
            context,
            figure,
            "",
            &crumbs,
            &html! { p { (figure.description) } },
        ),
        path,
    }
}

/// Writes the page of a figure in a state that has a name.
pub fn state_page(context: &Context<'_>, figure: &Figure, named: &Named) -> Page {
    let path = Route::FigureState(figure.name, named.slug).to_path();
    let crumbs = html! {
        a href=(context.path(Route::Figures)) { "Figures" } " "
        span { a href=(context.path(Route::Figure(figure.name))) { (figure.title) } }
    };
    let about = html! {
        p { strong { (named.label) "." } " " (named.description) }
        p { (figure.description) }
    };
    Page {
        title: [named.label, " · ", figure.title].concat(),
        description: named.description.to_owned(),
        json_ld: json_ld::figure_state(context, figure, named, &path),
        kind: "website",
        indexed: true,
        main: main(context, figure, named.query, &crumbs, &about),
        path,
    }
}

/// The figure in a state, what it is, and where it is explained.
fn main(
    context: &Context<'_>,
    figure: &Figure,
    query: &str,
    crumbs: &Markup,
    about: &Markup,
) -> String {
    let state = FigureState {
        name: figure.name.to_owned(),
        query: query.to_owned(),
    };
    let address = context.path(Route::Figure(figure.name));
    let shown_in: Vec<_> = context
        .library
        .iter()
        .filter(|(topic, _)| topic.outline.shows(figure.name))
        .collect();
    let has = |topic: &str| {
        let mut topics = context.library.iter();
        topics.any(|(known, _)| known.slug == topic)
    };
    let links = known(plates::links(figure.name), has);
    let main = html! {
        div.figure-page {
            div.figure-bar {
                p.crumbs { (crumbs) }
                button type="button" data-action="share" data-needs-desk { "Share this figure" }
            }
            figure.figure data-figure=(figure.name) data-state=(query)
                aria-labelledby="figure-title" {
                @let options = FrameOptions::new(1, "figure", Place::Page, &address);
                (PreEscaped(figures::frame(&state, &options)))
            }
            div.prose {
                (about)
                @if !links.is_empty() {
                    h2 id="links" { "Where each link is explained" }
                    ul {
                        @for link in links {
                            li { a href=(context.path(Route::Topic(link.topic))) { (link.title) } }
                        }
                    }
                }
                @if !shown_in.is_empty() {
                    h2 id="read" { "Where it is explained" }
                    ul {
                        @for (topic, head) in shown_in {
                            li { a href=(context.path(Route::Topic(&topic.slug))) { (head.title) } }
                        }
                    }
                }
            }
        }
    };
    main.into_string()
}

/// The links whose topic the library has.
fn known(links: &'static [Link], has: impl Fn(&str) -> bool) -> Vec<&'static Link> {
    links.iter().filter(|link| has(link.topic)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_topic_that_is_not_there_is_left_out() {
        let links = plates::links("kinetic-chain");
        let titles = |links: Vec<&Link>| links.iter().map(|link| link.title).collect::<Vec<_>>();
        assert_eq!(titles(known(links, |topic| topic == "pronation")), ["Foot"]);
        assert!(known(links, |_| false).is_empty());
    }
}
