//! Every address has its page, every link arrives, and machines find them all.

use std::collections::{BTreeMap, BTreeSet};

use content::fragment;
use content::paths::Route;
use scraper::Html;

use super::{all, one, page, pages, site, words};

/// A page's text without its links to style sheets.
fn without_style_links(text: &str) -> String {
    let mut pieces = text.split("<link rel=\"stylesheet\"");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('>').map_or("", |(_, rest)| rest));
    }
    plain
}

#[test]
fn every_route_has_a_document_and_a_fragment() {
    let routes = [
        Route::Home,
        Route::Topics,
        Route::Topic("first"),
        Route::Topic("second"),
        Route::Figures,
        Route::Figure("one-leg-stance"),
        Route::FigureState("one-leg-stance", "with-a-cane"),
        Route::Quizzes,
        Route::Quiz("first"),
        Route::Track("start-here"),
        Route::Card("first"),
        Route::Review,
        Route::Plan,
        Route::Progress,
        Route::Glossary,
        Route::References,
        Route::Search,
        Route::About,
        Route::NotFound,
    ];
    for route in routes {
        let text = page(&route.to_path());
        let html = Html::parse_document(&text);
        let fragment = page(&route.fragment_path());
        let fragment = fragment::decode(&fragment).expect("a fragment");
        assert_eq!(words(one(&html, "head > title")), fragment.title);
        // A document alone links the rest of the style where it is needed first.
        let main = format!("<main id=\"main\" tabindex=\"-1\">{}</main>", fragment.html);
        assert!(
            without_style_links(&text).contains(&main),
            "{route:?}: the fragment is what main has"
        );
        assert_eq!(all(&html, "h1").len(), 1, "{route:?}");
    }
}

#[test]
fn ids_are_unique_and_what_they_name_exists() {
    for path in pages() {
        let html = Html::parse_document(&page(&path));
        let mut ids = BTreeSet::new();
        for element in all(&html, "[id]") {
            let id = element.attr("id").unwrap_or_default();
            assert!(ids.insert(id.to_owned()), "{path}: `{id}` stands twice");
        }
        for attribute in [
            "aria-labelledby",
            "aria-describedby",
            "popovertarget",
            "for",
        ] {
            for element in all(&html, &format!("[{attribute}]")) {
                for id in element.attr(attribute).unwrap_or_default().split(' ') {
                    assert!(ids.contains(id), "{path}: {attribute}=\"{id}\"");
                }
            }
        }
    }
}

#[test]
fn every_internal_link_arrives() {
    let ids_of = |html: &Html| -> BTreeSet<String> {
        let ids = all(html, "[id]").into_iter();
        ids.filter_map(|element| element.attr("id").map(str::to_owned))
            .collect()
    };
    let documents: BTreeMap<String, Html> = pages()
        .into_iter()
        .map(|path| (path.clone(), Html::parse_document(&page(&path))))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<String>> = documents
        .iter()
        .map(|(path, html)| (path.as_str(), ids_of(html)))
        .collect();
    for (path, html) in &documents {
        for link in all(html, "a[href]") {
            let href = link.attr("href").unwrap_or_default();
            let (address, anchor) = href.split_once('#').unwrap_or((href, ""));
            let address = address.split('?').next().unwrap_or_default();
            if address.starts_with("https://") {
                continue;
            }
            let target = if address.is_empty() { path } else { address };
            if !target.ends_with('/') && !target.ends_with(".html") {
                assert!(
                    site().join(target.trim_start_matches('/')).is_file(),
                    "{href}"
                );
                continue;
            }
            let found = ids
                .get(target)
                .is_some_and(|ids| anchor.is_empty() || ids.contains(anchor));
            assert!(found, "{path}: {href}");
        }
    }
}

#[test]
fn heads_say_what_pages_are() {
    for path in pages() {
        let html = Html::parse_document(&page(&path));
        let content = |selector: &str| {
            let element = one(&html, selector);
            element.attr("content").unwrap_or_default().to_owned()
        };
        assert!(!content("meta[name=description]").is_empty(), "{path}");
        assert!(!content("meta[property=\"og:title\"]").is_empty(), "{path}");
        if matches!(path.as_str(), "/404.html" | "/offline.html") {
            assert_eq!(content("meta[name=robots]"), "noindex");
            continue;
        }
        let canonical = one(&html, "link[rel=canonical]").attr("href");
        let embedded = path.starts_with("/embed/");
        let whole = path.trim_start_matches("/embed");
        assert_eq!(
            canonical,
            Some(format!("https://mini.example{whole}").as_str())
        );
        assert_eq!(
            content("meta[property=\"og:url\"]"),
            canonical.unwrap_or_default()
        );
        if embedded {
            assert_eq!(content("meta[name=robots]"), "noindex", "{path}");
            continue;
        }
        let json = words(one(&html, "script[type=\"application/ld+json\"]"));
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert!(json["@graph"][0]["@type"].is_string() || json["@graph"][0]["@type"].is_array());
    }
    let topic = page("/topics/first/");
    assert!(topic.contains("The first & only \\u003ctopic>"));
    assert!(topic.contains("\"datePublished\":\"2026-01-02\""));
}

#[test]
fn machines_find_every_page() {
    let sitemap = page("/sitemap.xml");
    let listed = sitemap.matches("<loc>").count();
    let pages = pages();
    let own = pages.iter().filter(|path| !path.starts_with("/embed/"));
    assert_eq!(
        listed,
        own.count() - 2,
        "every page but the missing one and the offline one"
    );
    assert!(
        sitemap.contains(
            "<loc>https://mini.example/topics/second/</loc><lastmod>2026-03-04</lastmod>"
        )
    );
    let feed = page("/feed.xml");
    assert!(feed.contains("<updated>2026-03-04T00:00:00Z</updated>"));
    assert!(feed.contains("<title>The first &amp; only &lt;topic&gt;</title>"));
    assert!(page("/robots.txt").contains("Sitemap: https://mini.example/sitemap.xml"));
}
