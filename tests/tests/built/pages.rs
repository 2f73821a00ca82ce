//! Every route answers with a finished page, and says in its head what it is.

use serde_json::Value as Json;
use site_tests::{
    http,
    page::{Page, words},
    site::{self, Served},
};

#[test]
fn every_route_answers_with_a_page() {
    let server = site::serve(Served::AsBuilt);
    for route in site::routes() {
        let answer = http::get(&format!("{server}{route}"), "");
        assert_eq!(answer.status, 200, "{route}");
        assert_eq!(
            answer.header("content-type"),
            "text/html; charset=utf-8",
            "{route}"
        );
        println!("{route}: {} bytes", answer.body.len());
    }
}

#[test]
fn files_of_every_kind_answer_with_their_type() {
    let server = site::serve(Served::AsBuilt);
    let types = [
        ("html", "text/html; charset=utf-8"),
        ("frag", "text/plain; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("wasm", "application/wasm"),
        ("woff2", "font/woff2"),
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("txt", "text/plain; charset=utf-8"),
        ("webmanifest", "application/manifest+json"),
    ];
    let files = site::files();
    for (ending, expected) in types {
        let Some(file) = files
            .iter()
            .find(|file| file.ends_with(&format!(".{ending}")))
        else {
            continue;
        };
        let answer = http::get(&format!("{server}/{file}"), "");
        assert_eq!(answer.header("content-type"), expected, "{file}");
    }
    let sitemap = http::get(&format!("{server}/sitemap.xml"), "");
    assert!(
        sitemap.header("content-type").contains("xml"),
        "{}",
        sitemap.header("content-type")
    );
}

#[test]
fn an_unknown_address_answers_404_with_a_helpful_page() {
    let server = site::serve(Served::AsBuilt);
    for path in [
        "/no-such-page/",
        "/topics/no-such-topic/",
        "/no-such-file.js",
        "/topics/../../etc/passwd",
    ] {
        let answer = http::get(&format!("{server}{path}"), "");
        assert_eq!(answer.status, 404, "{path}");
        let page = Page::parse(path, &answer.text());
        assert_eq!(words(page.one("h1")), "This page is not here", "{path}");
        assert!(
            page.all("main a[href]").len() >= 3,
            "{path}: the page offers ways on"
        );
    }
}

#[test]
fn every_head_says_what_the_page_is() {
    let origin = site::origin();
    let origin = origin.trim_end_matches('/');
    let mut titles = Vec::new();
    let mut descriptions = Vec::new();
    for route in site::routes() {
        let page = Page::of(&route);
        let own = format!("{origin}{route}");
        let title = words(page.one("head > title"));
        let description = page
            .attr("meta[name=description]", "content")
            .unwrap_or_default();
        assert!(
            title.contains("Prime Mover") && title.chars().count() <= 90,
            "{route}: title {title:?}"
        );
        let length = description.chars().count();
        assert!(
            (40..=300).contains(&length),
            "{route}: description of {length} characters: {description:?}"
        );
        assert_eq!(page.attr("html", "lang").as_deref(), Some("en"), "{route}");
        assert_eq!(
            page.one("link[rel=canonical]").attr("href"),
            Some(own.as_str()),
            "{route}"
        );
        assert_eq!(page.all("h1").len(), 1, "{route}: one h1");
        assert_eq!(
            page.one("h1").attr("tabindex"),
            Some("-1"),
            "{route}: the h1 can take the focus on arrival"
        );
        let property = |name: &str| {
            page.attr(&format!("meta[property='{name}']"), "content")
                .unwrap_or_default()
        };
        assert_eq!(property("og:url"), own, "{route}");
        assert_eq!(property("og:description"), description, "{route}");
        assert!(
            !property("og:title").is_empty() && !property("og:site_name").is_empty(),
            "{route}"
        );
        assert!(
            matches!(property("og:type").as_str(), "website" | "article"),
            "{route}: {}",
            property("og:type")
        );
        assert!(
            page.attr("meta[name='twitter:card']", "content").is_some(),
            "{route}"
        );
        assert!(
            page.attr("meta[name=viewport]", "content")
                .is_some_and(|it| !it.contains("maximum-scale")),
            "{route}"
        );
        titles.push(title);
        descriptions.push(description);
    }
    for (what, mut list) in [("title", titles), ("description", descriptions)] {
        list.sort();
        let twice: Vec<_> = list
            .windows(2)
            .filter(|two| two[0] == two[1])
            .map(|two| &two[0])
            .collect();
        assert!(
            twice.is_empty(),
            "two pages have the same {what}: {twice:?}"
        );
    }
}

#[test]
fn structured_data_is_valid_and_speaks_of_the_page() {
    let origin = site::origin();
    for route in site::routes() {
        let page = Page::of(&route);
        let text: String = page
            .one("script[type='application/ld+json']")
            .text()
            .collect();
        let data: Json =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{route}: {error}\n{text}"));
        assert_eq!(data["@context"], "https://schema.org", "{route}");
        let graph = data["@graph"]
            .as_array()
            .unwrap_or_else(|| panic!("{route}: no @graph"));
        assert!(!graph.is_empty(), "{route}");
        for entry in graph {
            assert!(
                entry["@type"].is_string() || entry["@type"].is_array(),
                "{route}: {entry}"
            );
        }
        if route.starts_with("/topics/") && route != "/topics/" {
            let own = format!("{}{route}", origin.trim_end_matches('/'));
            assert!(
                text.contains(&own),
                "{route}: the data names the page's own address"
            );
            assert!(
                text.contains("MedicalWebPage"),
                "{route}: a page on health says so"
            );
        }
    }
}

#[test]
fn fragments_are_the_content_of_main() {
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    for route in routes {
        let file = site::file_of(&route);
        let html = site::text(&file);
        let fragment = match file.strip_suffix("index.html") {
            Some(folder) => format!("{folder}page.frag"),
            None => file.replace(".html", ".frag"),
        };
        let text = site::text(&fragment);
        let decoded = content::fragment::decode(&text)
            .unwrap_or_else(|error| panic!("{fragment}: {error:?}"));
        let start = html
            .find("<main")
            .and_then(|at| html[at..].find('>').map(|end| at + end + 1));
        let (start, end) = (
            start.expect("<main>"),
            html.rfind("</main>").expect("</main>"),
        );
        // The document's own style sheet stands where it is first needed; every document has one.
        let (before, after) = html[start..end]
            .split_once("<link rel=\"stylesheet\" href=\"")
            .unwrap_or((&html[start..end], ""));
        let after = after.split_once("\">").map_or("", |(_, after)| after);
        // What waits is there without scripts in a document alone.
        let main = [before, after].concat().replace("noscript", "template");
        assert!(
            main == decoded.html,
            "{route}: main and its fragment differ from `{}` on",
            main.bytes()
                .zip(decoded.html.bytes())
                .position(|(a, b)| a != b)
                .and_then(|at| main.get(at..at + 80))
                .unwrap_or_default()
        );
        let page = Page::parse(&route, &html);
        assert_eq!(words(page.one("head > title")), decoded.title, "{route}");
    }
}

#[test]
fn articles_carry_what_readers_of_health_pages_need() {
    for route in site::routes()
        .iter()
        .filter(|route| route.starts_with("/topics/") && *route != "/topics/")
    {
        let page = Page::of(route);
        let has = |css: &str, what: &str| assert!(!page.all(css).is_empty(), "{route}: {what}");
        has(".summary > p", "a summary");
        has("section[data-section=unknown]", "what we don't know");
        has(".callout-today", "one thing to do today");
        has("#sources", "sources");
        has("form.question", "a check-in");
        has("nav.toc a[href='#unknown']", "a table of contents");
        has("figure", "a figure or plate");
        let meta = words(
            page.all(".topic-head .meta")
                .first()
                .copied()
                .expect("a line of facts"),
        );
        for fact in ["minute", "20", "clinician"] {
            assert!(
                meta.contains(fact),
                "{route}: {fact:?} is missing in {meta:?}"
            );
        }
        let sections = page.all("section[data-section]").len();
        assert!((4..=9).contains(&sections), "{route}: {sections} sections");
    }
}

/// What is answered or set below the first section waits for the page to settle: in a document where readers
/// without scripts have it, in a fragment where nothing of it is laid out.
#[test]
fn what_waits_is_there_without_scripts() {
    for route in site::routes() {
        if !route.starts_with("/topics/") || route == "/topics/" {
            continue;
        }
        let file = site::file_of(&route);
        let document = site::text(&file);
        let fragment = site::text(&file.replace("index.html", "page.frag"));
        let count = |text: &str, what: &str| text.matches(what).count();
        let checks = count(&document, "<noscript data-fold>");
        let controls = count(&document, "<template data-fold>");
        assert!(checks > 0, "{route}: nothing waits");
        assert_eq!(count(&fragment, "<noscript"), 0, "{route}");
        assert_eq!(
            count(&fragment, "<template data-fold>"),
            checks + controls,
            "{route}"
        );
        assert_eq!(count(&document, "</noscript>"), checks, "{route}");
        assert_eq!(count(&document, "</template>"), controls, "{route}");
        for text in [&document, &fragment] {
            assert_eq!(
                count(text, "<!--fold") + count(text, "<!--/fold"),
                0,
                "{route}"
            );
        }
        let first = document.split("</section>").next().unwrap_or_default();
        assert_eq!(
            count(first, "data-fold"),
            0,
            "{route}: the first section waits"
        );
    }
}
