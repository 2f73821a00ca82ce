//! A page as a finished document.

use content::fragment;
use content::paths::Route;
use maud::{DOCTYPE, PreEscaped, html};

use super::context::Context;
use super::json_ld;
use super::pages::embed;
use super::policy;
use super::preview::SIZE;

/// Stands in the HTML of a page before the first thing that [`super::css::Style::first`] does not
/// style: what is above it is painted without waiting for the rest.
pub const LATE_STYLE: &str = "<!--style-->";

/// Around what waits until the page has settled, where there are scripts: a `<noscript data-fold>` in a
/// document, a `<template data-fold>` in a fragment, which only scripts ask for.
pub const FOLD: &str = "<!--fold-->";
/// The end of that.
pub const UNFOLD: &str = "<!--/fold-->";

/// Where the body belongs while the rest of a document is written.
const BODY: &str = "<!--body-->";

/// A page before it gets its frame.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its path inside the site.
    pub path: String,
    /// Plain text, without the site's name.
    pub title: String,
    /// One plain sentence.
    pub description: String,
    /// What it is, for search engines.
    pub json_ld: Vec<serde_json::Value>,
    /// `og:type`
    pub kind: &'static str,
    /// Whether search engines should list it.
    pub indexed: bool,
    /// The HTML of `<main>`.
    pub main: String,
}

/// The title of a page as the browser shows it.
pub fn title(context: &Context<'_>, page: &Page) -> String {
    if page.path == "/" {
        format!("{}: {}", context.site.name, page.title)
    } else {
        format!("{} · {}", page.title, context.site.name)
    }
}

/// The page's fragment, for in-site navigation.
pub fn fragment(context: &Context<'_>, page: &Page) -> String {
    // The document that a fragment is put into has the style already.
    let pieces = pieces(&page.main, ["", "<template data-fold>", "</template>"]);
    let mut text = fragment::encode(&title(context, page), "");
    text.reserve(page.main.len());
    text.extend(pieces);
    text
}

/// The marks in the HTML of a page, in the order of what takes their places in [`pieces`].
const MARKS: [&str; 3] = [LATE_STYLE, FOLD, UNFOLD];

/// The HTML of a page with something else in place of its marks. Finding one rare letter is many times
/// quicker than finding a text, and a page has a hundred thousand letters.
fn pieces<'a>(main: &'a str, instead: [&'a str; 3]) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for (letter, _) in main.match_indices('!') {
        let at = letter.saturating_sub(1);
        let here = main.get(at..).unwrap_or_default();
        if let Some((mark, instead)) = MARKS
            .iter()
            .zip(instead)
            .find(|(mark, _)| here.starts_with(**mark))
        {
            pieces.extend([&main[done..at], instead]);
            done = at + mark.len();
        }
    }
    pieces.push(&main[done..]);
    pieces
}

/// The page's document.
pub fn document(context: &Context<'_>, page: &Page) -> String {
    let assets = &context.assets;
    let title = title(context, page);
    let whole = embed::whole(&page.path);
    let canonical = context.canonical(whole.as_ref().unwrap_or(&page.path));
    let preview = context.previews.of(whole.as_ref().unwrap_or(&page.path));
    let card = if preview.is_some() {
        "summary_large_image"
    } else {
        "summary"
    };
    let style = &assets.style;
    let inline: &[&String] = match Route::parse(&page.path) {
        Some(Route::Topic(_)) => &[&style.first],
        Some(Route::Figure(_) | Route::FigureState(..)) => &[&style.first, &style.figure],
        Some(Route::Quiz(_)) if page.main.contains("class=\"figure-svg\"") => {
            &[&style.first, &style.article, &style.figure, &style.question]
        }
        Some(Route::Quiz(_)) => &[&style.first, &style.article, &style.question],
        _ => &style.parts(),
    };
    let later = assets.later_style.as_ref().filter(|_| inline.len() < 5);
    let link = html! {
        @if let Some(style) = later { link rel="stylesheet" href=(style); }
    }
    .into_string();
    // A style sheet holds up what stands behind it. Where nothing waits for it, it comes last, for paper, and the
    // starter script makes it count: dialogs and in-site navigation will want it. (It keeps one when `main`
    // gets another page, too.)
    let pieces = pieces(&page.main, [&link, "<noscript data-fold>", "</noscript>"]);
    let last = later.filter(|_| !pieces.contains(&link.as_str()));
    let frame = context.frames.of(&page.path, &context.base);
    let failed = assets.boot.is_none().then_some("failed");
    let around = html! {
        (DOCTYPE)
        html lang="en" data-base=(context.base) data-app=[failed] data-embed[whole.is_some()] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::of_document(assets, inline));
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                meta name="description" content=(page.description);
                @if page.indexed || whole.is_some() {
                    link rel="canonical" href=(canonical);
                }
                @if !page.indexed {
                    meta name="robots" content="noindex";
                }
                script { (PreEscaped(&assets.theme)) }
                @if let Some((address, hash)) = assets.embed.as_ref().filter(|_| whole.is_some()) {
                    script src=(address) integrity=(hash) {}
                }
                @for part in inline { style { (PreEscaped(part)) } }
                @if let Some(icon) = &assets.icon {
                    link rel="icon" type="image/svg+xml" href=(icon);
                }
                @if let Some(manifest) = &assets.manifest {
                    link rel="manifest" href=(manifest);
                }
                link rel="alternate" type="application/atom+xml" title=(context.site.name)
                    href=(context.inside("/feed.xml"));
                meta property="og:type" content=(page.kind);
                meta property="og:site_name" content=(context.site.name);
                meta property="og:title" content=(page.title);
                meta property="og:description" content=(page.description);
                meta property="og:url" content=(canonical);
                @if let Some(preview) = preview {
                    @let (width, height) = SIZE;
                    meta property="og:image"
                        content=([context.origin.as_str(), &preview.address].concat());
                    meta property="og:image:width" content=(width);
                    meta property="og:image:height" content=(height);
                    meta property="og:image:alt" content=(preview.alt);
                }
                meta name="twitter:card" content=(card);
                @if !page.json_ld.is_empty() {
                    script type="application/ld+json" { (PreEscaped(json(context, page))) }
                }
            }
            body {
                (PreEscaped(BODY))
                @if let Some(style) = last {
                    @if assets.boot.is_some() {
                        link rel="stylesheet" media="print" href=(style);
                        noscript { (PreEscaped(&link)) }
                    } @else {
                        (PreEscaped(&link))
                    }
                }
                @if let Some(boot) = &assets.boot {
                    script defer src=(boot.address) integrity=(boot.integrity) {}
                }
            }
        }
    }
    .into_string();
    // Put together at once: most of a document is what it says, and it would be copied as it grows.
    // The mark is near the end.
    let (head, end) = around.rsplit_once(BODY).unwrap_or((&around, ""));
    let [before, behind] = &*frame;
    [&[head, before], &*pieces, &[behind, end]]
        .concat()
        .concat()
}

/// What the page is as one graph; nothing in it can close the script element.
fn json(context: &Context<'_>, page: &Page) -> String {
    json_ld::graph(context, page)
        .to_string()
        .replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_nothing_else() {
        for main in [
            "",
            "!",
            "no style",
            "<!--style-->",
            "<p>Go!</p>\u{2013}!<!--no--><!--style--><p>!<!--fold-->!<!--/fold--><!--fold--><!--/fold-->",
            "\u{2013}!--style-->",
            "end<!--style",
        ] {
            let expected = main
                .replace(LATE_STYLE, "S")
                .replace(FOLD, "F")
                .replace(UNFOLD, "U");
            assert_eq!(pieces(main, ["S", "F", "U"]).concat(), expected, "{main}");
        }
    }
}
