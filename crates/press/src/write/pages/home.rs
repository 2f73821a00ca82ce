//! `/`: the promise in one screen.

use content::paths::Route;
use maud::{Markup, PreEscaped, html};
use plates::{FrameOptions, Place};

use crate::figures;
use crate::write::context::{Context, count};
use crate::write::document::Page;
use crate::write::{json_ld, plain_inlines};

/// The static drawing beside the promise.
const HERO_PLATE: &str = "three-glutes";

/// Writes the home page.
pub fn page(context: &Context<'_>) -> Page {
    let home = &context.site.home;
    let main = html! {
        div.home {
            section.hero aria-labelledby="title" {
                div.hero-text {
                    h1 id="title" tabindex="-1" { (home.title) }
                    p.lede { (home.lead) }
                    p.hero-actions {
                        a.button.primary data-slot="continue"
                            href=(context.path(Route::Topic(&home.start))) { (home.start_label) }
                        " "
                        a.button href=(context.path(Route::Topics)) { "See all topics" }
                    }
                    p.hero-note {
                        span { "Free. No account. Your progress stays in this browser." }
                        a data-slot="due" href=(context.path(Route::Review)) hidden {}
                    }
                }
                figure.plate.hero-plate { (context.plate(HERO_PLATE)) }
            }
            @if !context.project.shared.tracks.is_empty() { (super::tracks::section(context)) }
            (course(context))
            (figure(context))
            @if !home.points.is_empty() { (promises(context)) }
        }
    };
    let path = Route::Home.to_path();
    Page {
        title: context.site.tagline.clone(),
        description: context.site.description.clone(),
        json_ld: json_ld::home(context),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

fn course(context: &Context<'_>) -> Markup {
    let topics = context.path(Route::Topics);
    html! {
        section.home-section aria-labelledby="course" {
            header.home-section-head {
                h2 id="course" { "The course" }
                @if let Some(intro) = &context.site.intros.topics { p { (intro) } }
            }
            ol.parts {
                @for part in context.project.shared.parts.iter().flatten() {
                    @let number = part.number.value;
                    @let in_part = context.library.iter().filter(|(_, it)| it.part.value == number);
                    @let topic_count = in_part.count();
                    @if topic_count > 0 {
                        li {
                            p.part-number { "Part " (number) }
                            h3 { a href=(format!("{topics}#part-{number}")) { (part.title) } }
                            p { (part.summary) }
                            p.meta { (count(topic_count, "topic")) }
                        }
                    }
                }
            }
        }
    }
}

fn figure(context: &Context<'_>) -> Markup {
    let home = &context.site.home;
    let Some(state) = &home.figure else {
        return Markup::default();
    };
    let address = context.path(Route::Figure(&state.name));
    html! {
        section.home-section aria-labelledby="try" {
            header.home-section-head {
                h2 id="try" { "Move it yourself" }
                p { (plain_inlines(&home.caption)) }
            }
            figure.figure data-figure=(state.name) data-state=(figures::query(state))
                aria-labelledby="fig-1-title" {
                @let options = FrameOptions::new(3, "fig-1", Place::Embedded, &address);
                (PreEscaped(figures::frame(state, &options)))
            }
        }
    }
}

fn promises(context: &Context<'_>) -> Markup {
    html! {
        section.home-section aria-labelledby="promise" {
            header.home-section-head { h2 id="promise" { "What you can count on" } }
            ul.promises {
                @for point in &context.site.home.points {
                    li {
                        h3 { (point.title) }
                        p { (plain_inlines(&point.text)) }
                        @if let Some((link, label)) = &point.link {
                            p { a href=(context.href(link)) { (label) } }
                        }
                    }
                }
            }
        }
    }
}
