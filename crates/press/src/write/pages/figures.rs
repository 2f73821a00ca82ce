//! `/figures/`: the gallery; `/figures/<name>/`: one figure at full size.

use content::model::FigureState;
use content::paths::Route;
use maud::{PreEscaped, html};
use plates::{Figure, Place};

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
                            span.plate-thumb { (PreEscaped(thumbnail(figure))) }
                            span.gallery-title { (figure.title) }
                        }
                        p { (figure.description) }
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
fn thumbnail(figure: &Figure) -> String {
    let options = plates::svg::SvgOptions {
        prefix: figure.name,
        class: "plate-svg",
        naming: plates::svg::Naming::Inside,
    };
    let mut svg = String::new();
    plates::svg::push_svg(&mut svg, &(figure.scene)(&figure.parse("")), &options);
    svg
}

/// Writes a figure's own page.
pub fn page(context: &Context<'_>, figure: &Figure) -> Page {
    let path = Route::Figure(figure.name).to_path();
    let state = FigureState {
        name: figure.name.to_owned(),
        query: String::new(),
    };
    let address = context.path(Route::Figure(figure.name));
    let shown_in: Vec<_> = context
        .library
        .iter()
        .filter(|(topic, _)| topic.outline.shows(figure.name))
        .collect();
    let main = html! {
        div.figure-page {
            p.crumbs { a href=(context.path(Route::Figures)) { "Figures" } }
            figure.figure data-figure=(figure.name) data-state="" aria-labelledby="figure-title" {
                (PreEscaped(figures::frame(&state, "figure", Place::Page, &address)))
            }
            div.prose {
                p { (figure.description) }
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
    Page {
        title: figure.title.to_owned(),
        description: figure.description.to_owned(),
        json_ld: json_ld::figure(context, figure, &path),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
