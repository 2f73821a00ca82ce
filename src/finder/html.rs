//! Results as HTML. Every text is escaped: whatever somebody types or a file says is shown as text.

use search::Kind;
use search::query::{Found, Group, Piece, Results};
use web_sys::Element;

/// The word of a kind in attributes.
pub(super) const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Topic => "topic",
        Kind::Term => "term",
        Kind::Figure => "figure",
        Kind::Quiz => "question",
    }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Topic => "Topics",
        Kind::Term => "Glossary",
        Kind::Figure => "Figures",
        Kind::Quiz => "Questions",
    }
}

/// The address of all results for some words.
pub(super) fn page_of(base: &str, words: &str) -> String {
    if words.is_empty() {
        return [base, "search/"].concat();
    }
    let words = String::from(js_sys::encode_uri_component(words));
    [base, "search/?q=", &words].concat()
}

/// What was found, in one sentence or two.
pub(super) fn summary(results: &Results, words: &str) -> String {
    if results.groups.is_empty() {
        return [
            "Nothing found for “",
            words,
            "”. Try another word, or look in the list from A to Z.",
        ]
        .concat();
    }
    let mut text = String::new();
    for (typed, taken) in &results.corrected {
        text.push_str(&["No page says “", typed, "”. Showing “", taken, "”. "].concat());
    }
    for (at, group) in results.groups.iter().enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        push_number(&mut text, group.all);
        text.push_str(if group.cut { " or more " } else { " " });
        let noun = match group.kind {
            Kind::Term => "glossary term",
            Kind::Quiz => "quiz",
            kind => word(kind),
        };
        text.push_str(noun);
        if group.all != 1 || group.cut {
            text.push_str(if group.kind == Kind::Quiz { "zes" } else { "s" });
        }
    }
    text.push('.');
    text
}

fn push_number(out: &mut String, number: usize) {
    search::digits::push_decimal(out, u32::try_from(number).unwrap_or(u32::MAX));
}

/// The groups, and in the dialog the way to all of them.
pub(super) fn list(results: &Results, words: &str, base: &str, place: &str) -> String {
    let mut html = String::new();
    for shown in &results.groups {
        group(&mut html, shown, base, place);
    }
    if place == "dialog" && !results.groups.is_empty() {
        html.push_str("<p class=\"finder-all\"><a href=\"");
        escape(&mut html, &page_of(base, words));
        html.push_str("\">All results for “");
        escape(&mut html, words);
        html.push_str("”</a></p>");
    }
    html
}

fn group(html: &mut String, group: &Group, base: &str, place: &str) {
    let id = ["found-", place, "-", word(group.kind)].concat();
    html.push_str(&["<section aria-labelledby=\"", &id, "\" data-kind=\""].concat());
    html.push_str(
        &[
            word(group.kind),
            "\"><h2 id=\"",
            &id,
            "\">",
            name(group.kind),
        ]
        .concat(),
    );
    html.push_str("</h2><ul>");
    for found in &group.found {
        result(html, found, base);
    }
    html.push_str("</ul>");
    if place == "page" && group.all > group.found.len() {
        html.push_str("<button type=\"button\" class=\"quiet\" data-more=\"");
        html.push_str(&[word(group.kind), "\">Show more<span class=\"vh\"> of "].concat());
        html.push_str(&[name(group.kind), "</span></button>"].concat());
    }
    html.push_str("</section>");
}

fn result(html: &mut String, found: &Found, base: &str) {
    html.push_str("<li><a href=\"");
    escape(html, base);
    escape(html, &found.path);
    html.push_str("\"><span class=\"finder-title\">");
    pieces(html, &found.title);
    html.push_str("</span>");
    if !found.place.is_empty() {
        html.push_str(" <span class=\"finder-place\">");
        escape(html, &found.place);
        html.push_str("</span>");
    }
    if !found.text.is_empty() {
        html.push_str(" <span class=\"finder-text\">");
        pieces(html, &found.text);
        html.push_str("</span>");
    }
    html.push_str("</a></li>");
}

fn pieces(html: &mut String, pieces: &[Piece]) {
    for piece in pieces {
        if piece.marked {
            html.push_str("<mark>");
        }
        escape(html, &piece.text);
        if piece.marked {
            html.push_str("</mark>");
        }
    }
}

fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

/// Scrolls as little as it takes to see all of an element.
pub(super) fn into_view(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
