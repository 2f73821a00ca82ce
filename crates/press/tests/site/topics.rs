//! Topics, and what stands around their text: guesses, tracks, cards, frames, plans.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};

use super::{all, one, page, site, words};

#[test]
fn a_topic_is_written_as_agreed() {
    let html = Html::parse_document(&page("/topics/first/"));
    let article = one(&html, "main > article.topic[data-topic=first]");
    assert_eq!(
        article.child_elements().next().map(|it| it.value().name()),
        Some("header")
    );
    assert_eq!(words(one(&html, "h1#title")), "The first & only <topic>");
    assert_eq!(all(&html, ".summary > p").len(), 3);
    let contents: Vec<_> = all(&html, "nav.toc li a")
        .iter()
        .filter_map(|link| link.attr("href"))
        .collect();
    assert_eq!(contents, ["#one", "#unknown"]);
    one(
        &html,
        "section[data-section=one] > .section-end[data-section-end=one] > button[data-action=toggle-read]",
    );
    one(&html, "p#p-turns > button.term[popovertarget=term-hip]");
    let cite = one(&html, "p#p-turns > button.cite[popovertarget=source-2]");
    assert_eq!(words(cite), "Source 2, opinion of experts");
    one(&html, "div#source-1[popover] .strength-strong");
    one(&html, "div#source-1[popover] .strength-limited");
    one(&html, "li#p-item");
    one(&html, "h3#part-of-one");
    one(&html, "table > tbody > tr:first-child > td[data-align=end]");
    one(
        &html,
        "figure[data-figure=one-leg-stance][data-state=\"lean=5\"] > figcaption",
    );
    one(&html, ".callout-story + .callout-found[role=note]");
    one(&html, "aside#care .care-level[data-level=emergency]");
    one(&html, "ol > #source-list-2");
    one(&html, "nav.onward a[rel=next][href=\"/topics/second/\"]");
    let meta = words(one(&html, ".topic-head .meta"));
    assert!(
        meta.contains("written January 2, 2026 · not yet reviewed by a clinician"),
        "{meta}"
    );
    let second = Html::parse_document(&page("/topics/second/"));
    let meta = words(one(&second, ".topic-head .meta"));
    assert!(
        meta.contains("reviewed by A. Clinician, physiotherapist on March 4, 2026"),
        "{meta}"
    );
    one(&second, "section[data-section=only] aside#care");
    one(&second, "nav.onward a[rel=prev][href=\"/topics/first/\"]");
}

#[test]
fn what_stands_in_a_frame_is_alone_and_its_links_leave_it() {
    for (path, inside) in [
        (
            "/embed/figures/one-leg-stance/",
            "[data-figure=one-leg-stance]",
        ),
        ("/embed/quizzes/first/", "form.question"),
    ] {
        let text = page(path);
        let html = Html::parse_document(&text);
        assert!(one(&html, "html").attr("data-embed").is_some(), "{path}");
        assert!(!all(&html, inside).is_empty(), "{path}");
        assert_eq!(all(&html, "h1").len(), 1, "{path}");
        for chrome in [".site-head", ".site-foot", ".skip"] {
            assert!(all(&html, chrome).is_empty(), "{path}: {chrome}");
        }
        let whole = path.trim_start_matches("/embed");
        one(&html, &format!(".embed-credit a[href='{whole}']"));
        for link in all(&html, "main a[href]:not([data-named])") {
            let href = link.attr("href").unwrap_or_default();
            assert!(
                href.starts_with('#') || link.attr("target") == Some("_blank"),
                "{path}: {href} stays in the frame, which shows no other page"
            );
        }
        let script = one(&html, "head script[src]");
        assert!(script.attr("integrity").is_some(), "{path}");
        let file = script.attr("src").unwrap_or_default();
        assert!(page(file).contains("primeMoverHeight"), "{path}: {file}");
        assert!(
            !site().join(&path[1..]).join("page.frag").exists(),
            "{path}"
        );
    }
    assert!(!page("/sitemap.xml").contains("/embed/"));
    assert!(!page("/topics/first/").contains("primeMoverHeight"));
}

#[test]
fn a_plan_has_a_place_that_needs_no_index() {
    let text = page("/plan/");
    let html = Html::parse_document(&text);
    let place = one(&html, "[data-desk=plan]");
    assert!(words(place).contains("JavaScript"));
    for list in ["/topics/", "/figures/", "/quizzes/"] {
        one(&html, &format!("[data-desk=plan] a[href='{list}']"));
    }
    assert!(
        !text.contains("/topics/first/"),
        "it grows with no list of pages"
    );
    one(&html, ".plan-care");
}

#[test]
fn a_track_leads_through_its_steps_in_order() {
    let html = Html::parse_document(&page("/tracks/start-here/"));
    let steps: Vec<(String, String)> = all(&html, ".track-steps > li h2 a")
        .into_iter()
        .map(|link| {
            (
                link.attr("href").unwrap_or_default().to_owned(),
                words(link),
            )
        })
        .collect();
    let steps: Vec<(&str, &str)> = steps
        .iter()
        .map(|(href, words)| (href.as_str(), words.as_str()))
        .collect();
    assert_eq!(
        steps,
        [
            ("/topics/first/", "The first & only <topic>"),
            (
                "/figures/one-leg-stance/with-a-cane/",
                "With a cane on the left"
            ),
            ("/figures/one-leg-stance/?lean=2", "Standing on one leg"),
            ("/quizzes/first/", "Quiz: The first quiz"),
        ]
    );
    // The browser fills these, as on the lists of topics and quizzes.
    one(&html, "li[data-topic=first] [data-slot=read-count]");
    one(
        &html,
        "li[data-quiz=first][data-items] [data-slot=read-count]",
    );
    let extent = words(one(&html, "main > .index > .meta"));
    assert_eq!(extent, "1 topic, 1 minute of reading · 2 figures · 1 quiz");
    let home = Html::parse_document(&page("/"));
    let tracks = all(&home, "[aria-labelledby=tracks] li a");
    let tracks: Vec<_> = tracks.iter().map(|link| link.attr("href")).collect();
    assert_eq!(
        tracks,
        [Some("/tracks/start-here/"), Some("/tracks/only-the-quiz/")]
    );
}

#[test]
fn guesses_stand_before_the_text_and_lead_into_it() {
    let html = Html::parse_document(&page("/topics/first/"));
    let guesses = one(&html, "section.guesses");
    assert_eq!(words(one(&html, ".guesses summary")), "Does it turn?");
    let link = one(&html, ".guesses details a");
    assert_eq!(link.attr("href"), Some("#p-turns"));
    let after = guesses.next_siblings().filter_map(ElementRef::wrap).next();
    assert_eq!(
        after.and_then(|it| it.attr("class")),
        Some("prose"),
        "read after it"
    );
    let other = Html::parse_document(&page("/topics/second/"));
    assert!(all(&other, ".guesses").is_empty());
}

#[test]
fn a_card_has_drawings_that_stand_still_and_its_topic_leads_to_it() {
    let html = Html::parse_document(&page("/cards/first/"));
    let drawings = all(&html, ".sheet .drawings > img");
    assert_eq!(drawings.len(), 2);
    let mut files = BTreeSet::new();
    for drawing in drawings {
        let source = drawing.attr("src").unwrap_or_default();
        let svg = page(source);
        assert!(svg.starts_with("<svg "), "{source}");
        assert!(files.insert(source.to_owned()), "each state has a file");
        let alt = drawing.attr("alt").unwrap_or_default();
        assert!(alt.contains("leg"), "{alt}");
        assert!(drawing.attr("width").is_some(), "room is kept");
    }
    let topic = Html::parse_document(&page("/topics/first/"));
    let link = one(&topic, ".card-link a");
    assert_eq!(link.attr("href"), Some("/cards/first/"));
    let other = Html::parse_document(&page("/topics/second/"));
    assert!(all(&other, ".card-link").is_empty());
}

#[test]
fn moves_stand_side_by_side_with_their_names_and_are_there_on_paper() {
    let html = Html::parse_document(&page("/cards/first/"));
    let names: Vec<String> = all(&html, ".moves strong").into_iter().map(words).collect();
    assert_eq!(names, ["Bridge", "Up from a chair"]);
    let drawings = all(&html, ".moves .drawings img");
    let labels: Vec<String> = all(&html, ".moves span").into_iter().map(words).collect();
    assert_eq!(labels, ["Start", "End", "Start", "End"]);
    let mut files = BTreeSet::new();
    for (drawing, label) in drawings.iter().zip(&labels) {
        let svg = page(drawing.attr("src").unwrap_or_default());
        assert!(svg.contains("<style>:root{"), "it has the page's colors");
        assert!(files.insert(svg), "each position is another drawing");
        let alt = drawing.attr("alt").unwrap_or_default();
        assert!(alt.contains(&[", ", label, ". "].concat()), "{alt}");
        assert_eq!(drawing.attr("loading"), None, "who prints has not scrolled");
    }
    assert_eq!(files.len(), 4);
    assert_eq!(all(&html, ".drawings.upright img").len(), 2, "the chair's");
}

#[test]
fn the_page_about_the_site_shows_its_drawings() {
    let html = Html::parse_document(&page("/about/"));
    let drawing = one(&html, ".drawings img");
    let source = drawing.attr("src").unwrap_or_default();
    assert!(source.starts_with("/plates/one-leg-stance-"), "{source}");
    assert!(site().join(&source[1..]).is_file(), "{source}");
}
