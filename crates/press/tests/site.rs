//! The built mini-site: what is on its pages, and that nothing is left to a
//! browser's imagination.

#[allow(dead_code, reason = "each test file uses its own part")]
mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use content::fragment;
use content::paths::Route;
use press::Compression;
use scraper::{ElementRef, Html, Node, Selector};

/// The mini-site, built once.
fn site() -> &'static PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let out = common::folder("site").join("dist");
        press::build(&common::options(&out)).expect("the valid mini-site builds");
        out
    })
}

fn page(path: &str) -> String {
    let file = site().join(path.trim_start_matches('/'));
    let file = if path.ends_with('/') {
        file.join("index.html")
    } else {
        file
    };
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn pages() -> Vec<String> {
    let all = common::files(site());
    all.into_iter()
        .filter(|file| file.ends_with(".html"))
        .map(|file| match file.strip_suffix("index.html") {
            Some(folder) => format!("/{folder}"),
            None => format!("/{file}"),
        })
        .collect()
}

fn all<'d>(html: &'d Html, selector: &str) -> Vec<ElementRef<'d>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

#[track_caller]
fn one<'d>(html: &'d Html, selector: &str) -> ElementRef<'d> {
    let mut found = all(html, selector);
    assert_eq!(found.len(), 1, "`{selector}` stands once");
    found.remove(0)
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>()
}

/// The elements in the order of their opening tags in the text, read without
/// any of an HTML parser's repairs.
fn written(html: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest
            .find(|character: char| !character.is_ascii_alphanumeric() && character != '-')
            .unwrap_or(rest.len());
        let name = rest[..end].to_lowercase();
        if name.is_empty() {
            continue;
        }
        rest = &rest[end..];
        if matches!(name.as_str(), "script" | "style")
            && let Some(close) = rest.find(&format!("</{name}"))
        {
            rest = &rest[close..];
        }
        names.push(name);
    }
    names
}

/// The elements of the parsed tree, parents first.
fn parsed(html: &Html) -> Vec<String> {
    html.tree
        .root()
        .descendants()
        .filter_map(|node| match node.value() {
            Node::Element(element) => Some(element.name().to_lowercase()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_parser_reads_each_page_as_it_was_written() {
    for path in pages() {
        let text = page(&path);
        let html = Html::parse_document(&text);
        assert_eq!(written(&text), parsed(&html), "{path}: elements");
        let again = html.root_element().html();
        let twice = Html::parse_document(&again);
        assert_eq!(twice.root_element().html(), again, "{path}: parsed twice");
        let main = one(&html, "main");
        let fragment = text
            .split_once("<main id=\"main\" tabindex=\"-1\">")
            .and_then(|(_, rest)| rest.split_once("</main>"))
            .map(|(main, _)| main)
            .unwrap_or_default();
        assert!(!fragment.is_empty(), "{path}: main is filled");
        // No end tag was added or moved, so every element closes where written.
        let opened = written(fragment).len();
        let inside = main.descendants().filter(|it| it.value().is_element());
        assert_eq!(opened + 1, inside.count(), "{path}: main");
    }
}

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
    for path in pages() {
        let html = Html::parse_document(&page(&path));
        for link in all(&html, "a[href]") {
            let href = link.attr("href").unwrap_or_default();
            let (address, anchor) = href.split_once('#').unwrap_or((href, ""));
            let address = address.split('?').next().unwrap_or_default();
            if address.starts_with("https://") {
                continue;
            }
            let target = if address.is_empty() { &path } else { address };
            if !target.ends_with('/') && !target.ends_with(".html") {
                assert!(
                    site().join(target.trim_start_matches('/')).is_file(),
                    "{href}"
                );
                continue;
            }
            let found = Html::parse_document(&page(target));
            if !anchor.is_empty() {
                assert_eq!(
                    all(&found, &format!("[id=\"{anchor}\"]")).len(),
                    1,
                    "{path}: {href}"
                );
            }
        }
    }
}

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
fn a_question_is_written_as_agreed_in_both_places() {
    for (path, count) in [("/topics/first/", 1), ("/quizzes/first/", 10)] {
        let html = Html::parse_document(&page(path));
        assert_eq!(all(&html, "form.question").len(), count, "{path}");
        let form = one(&html, "form#q-largest[data-question=\"first/largest\"]");
        for (name, value) in [
            ("data-rev", "1"),
            ("data-kind", "one"),
            ("data-topic", "first"),
            ("data-section", "one"),
        ] {
            assert_eq!(form.attr(name), Some(value), "{path}: {name}");
        }
        one(
            &html,
            "#q-largest li[data-choice=a][data-correct=true] input[type=radio][name=\"first/largest\"][value=a]",
        );
        one(
            &html,
            "#q-largest details .explanations > li[data-for=b] a[href=\"/topics/first/#p-item\"]",
        );
        one(&html, "#q-largest p.verdict[role=status][data-slot]");
    }
    let html = Html::parse_document(&page("/quizzes/first/"));
    assert_eq!(all(&html, "#q-which input[type=checkbox]").len(), 2);
    assert_eq!(
        one(&html, "#q-which").attr("data-section"),
        Some("one"),
        "from the paragraph that answers it"
    );
}

/// What a form shows of each row: its label and the answers it offers, the right one in brackets.
fn rows(html: &Html, form: &str) -> Vec<String> {
    all(html, &format!("{form} [data-choice]"))
        .into_iter()
        .map(|row| {
            let inside = |css: &str| {
                row.select(&Selector::parse(css).expect("a selector"))
                    .collect::<Vec<_>>()
            };
            let label = inside("label").first().map(|it| words(*it));
            let mut text = label.unwrap_or_default();
            let answer = row.attr("data-answer");
            for option in inside("option") {
                let right = option.attr("value") == answer;
                let [open, close] = if right { ["[", "]"] } else { ["", ""] };
                text += &format!(" {open}{}{close}", words(option));
            }
            if inside("select[disabled]").len() == 1 {
                text += " given";
            }
            text
        })
        .collect()
}

#[test]
fn every_kind_is_written_as_agreed() {
    let html = Html::parse_document(&page("/quizzes/first/"));
    assert_eq!(
        rows(&html, "#q-size"),
        [
            "True, because it covers that.",
            "False, because it lies under that."
        ]
    );
    assert_eq!(one(&html, "#q-size").attr("data-confusable"), Some("sizes"));
    assert_eq!(
        rows(&html, "#q-steps"),
        [
            "The foot is flat Place 1 [2] 3",
            "The heel lands Place [1] 2 3",
            "The toes push Place 1 2 [3]",
        ],
        "by the alphabet"
    );
    let key: Vec<String> = all(&html, "#q-steps .explanations > li > p:first-child")
        .into_iter()
        .map(|line| words(line).trim().to_owned())
        .collect();
    assert_eq!(
        key,
        [
            "1. The heel lands",
            "2. The foot is flat",
            "3. The toes push"
        ]
    );
    assert_eq!(
        rows(&html, "#q-jobs"),
        [
            "This Choose Holding [Turning]",
            "That Choose [Holding] Turning",
            "The other [Turning] given",
        ]
    );
    assert_eq!(
        words(one(&html, "#q-jobs [data-for=this] > p:first-child")).trim(),
        "This: Turning"
    );
    let row = one(&html, "#q-how-far [data-choice=answer]");
    for (name, value) in [
        ("data-answer", "7.5"),
        ("data-tolerance", "0.5"),
        ("data-unit", "°"),
    ] {
        assert_eq!(row.attr(name), Some(value), "{name}");
    }
    assert_eq!(
        words(one(&html, "#q-how-far .hint")),
        "Write a number; 0.5° more or less is fine."
    );
    assert_eq!(
        words(one(&html, "#q-how-far .explanations strong:not(.mark)")),
        "7.5°"
    );

    one(&html, "form#q-runner.case[data-kind=case]:not(.ask)");
    let steps: Vec<String> = all(&html, "#q-runner .step.ask")
        .into_iter()
        .map(|step| step.attr("data-kind").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(steps, ["one", "match", "number"]);
    one(
        &html,
        "#q-runner input[name=\"first/runner/first\"][value=first-told]",
    );
    one(&html, "#q-runner [data-for=first-told] a");
    assert_eq!(all(&html, "#q-runner [data-action=check]").len(), 3);
    assert_eq!(all(&html, "#q-runner .answer-key").len(), 3);
    assert_eq!(all(&html, "#q-runner .question-link").len(), 1);
    assert_eq!(
        rows(&html, "#q-runner .step:nth-of-type(3)"),
        ["The hip [Turns] given", "The knee Choose [Bends] Turns"]
    );
}

#[test]
fn a_question_with_a_figure_is_complete_without_scripts() {
    let html = Html::parse_document(&page("/quizzes/first/"));
    // Two views, and the name nowhere but among the choices.
    let marked = all(&html, "#q-marked .question-figure [data-marked]");
    assert_eq!(marked.len(), 2);
    for part in marked {
        assert_eq!(part.attr("data-part"), Some("gluteus-medius"));
    }
    one(&html, "#q-marked .question-figure[aria-hidden=true]");
    let legend = words(one(&html, "#q-marked .question-figure svg"));
    assert!(!legend.contains("Gluteus"), "{legend}");
    assert_eq!(words(one(&html, "#q-marked .question-looks")), "A fan.");
    assert_eq!(all(&html, "#q-marked .choices input[type=radio]").len(), 2);

    assert!(all(&html, "#q-found [data-marked]").is_empty());
    for row in all(&html, "#q-found [data-choice]") {
        let id = row.attr("data-choice").unwrap_or_default();
        one(&html, &format!("#q-found svg [data-part={id}]"));
    }
    for image in all(&html, ".question-figure image") {
        assert_ne!(image.attr("display"), Some("none"), "loaded for nothing");
    }

    let figure = one(&html, "#q-tilted figure.figure[data-figure=pelvic-tilt]");
    assert_eq!(figure.attr("data-state"), Some("tilt=0"));
    assert_eq!(
        figure.attr("data-start"),
        Some("show=standing&tilt=0&tight=30&back=0")
    );
    let regions: Vec<_> = all(&html, "#q-tilted li[hidden][data-where]")
        .into_iter()
        .map(|row| (row.attr("data-where"), row.attr("data-correct")))
        .collect();
    assert_eq!(
        regions,
        [
            (Some("tilt=..9"), Some("false")),
            (Some("tilt=10..13"), Some("true")),
            (Some("tilt=14.."), Some("false")),
        ]
    );
    assert_eq!(all(&html, "#q-tilted .explanations > li").len(), 3);
    let ids: Vec<_> = all(&html, "[id]")
        .into_iter()
        .filter_map(|element| element.attr("id"))
        .collect();
    let unique: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "no id twice");
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
    let extent = words(one(&html, "[data-track=start-here] > .meta"));
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
    let drawings = all(&html, ".sheet .drawings img");
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

#[test]
fn the_same_content_gives_the_same_bytes() {
    let out = common::folder("site-again").join("dist");
    let options = common::options(&out);
    press::build(&options).expect("it builds");
    press::build(&options).expect("it builds over an old site");
    let files = common::files(&out);
    assert_eq!(files, common::files(site()));
    for file in files {
        assert!(
            fs::read(out.join(&file)).ok() == fs::read(site().join(&file)).ok(),
            "{file}"
        );
    }
}

#[test]
fn a_site_below_a_folder_stays_inside_it() {
    let out = common::folder("site-base").join("dist");
    let mut options = common::options(&out);
    options.base = String::from("/course/");
    options.origin = Some(String::from("https://host.example"));
    press::build(&options).expect("it builds");
    for file in common::files(&out) {
        if !file.ends_with(".html") {
            continue;
        }
        let text = fs::read_to_string(out.join(&file)).expect("a page");
        let html = Html::parse_document(&text);
        assert_eq!(one(&html, "html").attr("data-base"), Some("/course/"));
        for attribute in ["href", "src"] {
            for element in all(&html, &format!("[{attribute}^=\"/\"]")) {
                let address = element.attr(attribute).unwrap_or_default();
                assert!(address.starts_with("/course/"), "{file}: {address}");
            }
        }
        assert!(
            !text.contains("url(/fonts"),
            "{file}: fonts are below the base"
        );
    }
    let topic = fs::read_to_string(out.join("topics/first/index.html")).expect("a page");
    assert!(topic.contains("https://host.example/course/topics/first/"));
}

#[test]
fn text_files_get_compressed_siblings() {
    let out = common::folder("site-compressed").join("dist");
    let mut options = common::options(&out);
    options.compression = Compression::Best;
    press::build(&options).expect("it builds");
    let size = |file: &str| fs::metadata(out.join(file)).map(|it| it.len()).ok();
    for file in ["index.html", "topics/first/page.frag", "feed.xml"] {
        let whole = size(file);
        for ending in ["br", "gz"] {
            let packed = size(&format!("{file}.{ending}"));
            assert!(packed.is_some() && packed < whole, "{file}.{ending}");
        }
    }
}

/// A bundle as Trunk leaves it, with `mark` in the app's text.
fn made_up_bundle(folder: &std::path::Path, mark: &str) -> PathBuf {
    let bundle = folder.join(format!("bundle-{mark}"));
    fs::create_dir_all(&bundle).expect("a folder");
    for name in ["lab.js", "lab_bg.wasm", "desk.js", "desk_bg.wasm"] {
        fs::write(bundle.join(name), name).expect("a file");
    }
    for name in ["app-0123456789abcdef.js", "app-0123456789abcdef_bg.wasm"] {
        fs::write(bundle.join(name), format!("{name} {mark}")).expect("a file");
    }
    bundle
}

#[test]
fn below_a_path_everything_stays_below_it() {
    let folder = common::folder("site-below");
    let mut options = common::options(&folder.join("dist"));
    options.folders.bundle = Some(made_up_bundle(&folder, "one"));
    options.base = String::from("/course/");
    press::build(&options).expect("it builds");
    let read = |file: &str| fs::read_to_string(options.out.join(file)).expect("a file");
    let worker = read("sw.js");
    assert!(worker.contains(r#"const base = "/course/";"#), "{worker}");
    assert!(worker.contains(r#""prime-mover /course/ ""#), "{worker}");
    let shell = worker.lines().find(|line| line.starts_with("const shell"));
    let addresses = shell
        .expect("a list")
        .split('"')
        .filter(|it| it.starts_with('/'));
    let addresses: Vec<&str> = addresses.collect();
    assert!(addresses.len() > 8, "{addresses:?}");
    for address in addresses {
        let file = address.strip_prefix("/course/");
        let file = file.unwrap_or_else(|| panic!("{address} lies elsewhere"));
        assert!(options.out.join(file).is_file(), "{address}");
    }
    for line in read("_headers")
        .lines()
        .filter(|line| line.starts_with('/'))
    {
        assert!(line.starts_with("/course/"), "{line}");
    }
    let keep = read("keep/start-here.json");
    let list: serde_json::Value = serde_json::from_str(&keep).expect("a list");
    for address in list["files"].as_array().expect("files") {
        let address = address.as_str().unwrap_or_default();
        assert!(address.starts_with("/course/"), "{address}");
    }
    // Relative addresses hold wherever the site lies.
    let manifest = read("manifest.webmanifest");
    assert!(manifest.contains(r#""start_url": "./""#), "{manifest}");
    let boot = common::files(&options.out);
    let boot = boot.iter().find(|file| file.starts_with("boot-"));
    let boot = read(boot.expect("a starter"));
    assert!(boot.contains("\"/course/app-"), "{boot}");
    assert!(boot.contains("import(\"/course/offline-"), "{boot}");
}

#[test]
fn the_release_before_stays_for_tabs_that_are_open() {
    let folder = common::folder("site-releases");
    let mut before = None;
    let mut apps = Vec::new();
    for mark in ["one", "two", "three"] {
        let mut options = common::options(&folder.join(mark));
        options.folders.bundle = Some(made_up_bundle(&folder, mark));
        options.keep_previous = before.replace(options.out.clone());
        press::build(&options).expect("it builds");
        let files = common::files(&options.out);
        let is_app = |file: &&String| file.starts_with("app-") && file.ends_with(".js");
        let found: BTreeSet<String> = files.iter().filter(is_app).cloned().collect();
        apps.push(found);
    }
    assert_eq!(apps[0].len(), 1);
    assert_eq!(apps[1].len(), 2, "its own and the one before");
    assert!(apps[1].is_superset(&apps[0]));
    assert_eq!(apps[2].len(), 2, "one release back, no more");
    assert!(apps[2].is_disjoint(&apps[0]));
    let mut options = common::options(&folder.join("four"));
    options.keep_previous = Some(folder.join("nowhere"));
    let problems = press::build(&options).expect_err("there is no such release");
    assert!(
        format!("{problems:?}").contains("--keep-previous"),
        "{problems:?}"
    );
}

#[test]
fn a_bundle_is_named_by_its_content() {
    let folder = common::folder("site-bundle");
    let bundle = folder.join("bundle");
    fs::create_dir_all(bundle.join("snippets/a")).expect("a folder");
    for (name, text) in [
        ("app-0123456789abcdef.js", "app"),
        ("app-0123456789abcdef_bg.wasm", "wasm"),
        ("lab.js", "lab"),
        ("lab_bg.wasm", "lab wasm"),
        ("desk.js", "desk"),
        ("desk_bg.wasm", "desk wasm"),
        ("snippets/a/inline0.js", "snippet"),
        ("index.html", "not copied"),
    ] {
        fs::write(bundle.join(name), text).expect("a file");
    }
    let mut options = common::options(&folder.join("dist"));
    options.folders.bundle = Some(bundle);
    press::build(&options).expect("it builds");
    let text = fs::read_to_string(options.out.join("index.html")).expect("a page");
    let html = Html::parse_document(&text);
    let boot = one(&html, "body > script[src]");
    let read = |address: &str| {
        let file = options.out.join(address.trim_start_matches('/'));
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{address}: {error}"))
    };
    let script = read(boot.attr("src").unwrap_or_default());
    let integrity = press::write::policy::hash(script.as_bytes());
    assert_eq!(boot.attr("integrity"), Some(integrity.as_str()));
    // What the starter knows: each file by an address that holds it, and its hash.
    for content in ["app", "wasm", "lab", "lab wasm", "desk", "desk wasm"] {
        let known = script.split('"').filter(|word| word.starts_with('/'));
        let known: Vec<&str> = known.map(|word| word.trim_end_matches('\\')).collect();
        assert!(
            known.iter().any(|address| read(address) == content),
            "{content} is not among {known:?}"
        );
        let hash = press::write::policy::hash(content.as_bytes());
        assert!(script.contains(&hash), "{content} without its hash");
    }
    // The import map is an inline script, which the policy knows by its hash.
    let map = script
        .lines()
        .find_map(|line| line.strip_prefix("map.textContent = "));
    let map: String =
        serde_json::from_str(map.expect("a map").trim_end_matches(';')).expect("a text");
    let policy = one(&html, "meta[http-equiv=Content-Security-Policy]");
    let policy = policy.attr("content").unwrap_or_default();
    assert!(policy.contains(&press::write::policy::hash(map.as_bytes())));
    assert!(options.out.join("snippets/a/inline0.js").is_file());
    let bundle = options.folders.bundle.as_ref().expect("a bundle");
    fs::remove_file(bundle.join("desk_bg.wasm")).expect("a file less");
    let problems = press::build(&options).expect_err("a bundle lacks a file");
    assert!(
        format!("{problems:?}").contains("the bundle lacks desk_bg.wasm"),
        "{problems:?}"
    );
    assert_eq!(one(&html, "html").attr("data-app"), None);
}

/// The columns of a line of tab-separated values in quotes.
fn columns(line: &str) -> Vec<String> {
    let mut columns = Vec::new();
    let mut letters = line.chars().peekable();
    while letters.next() == Some('"') {
        let mut column = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if letters.peek() == Some(&'"') => {
                    let _ = letters.next();
                    column.push('"');
                }
                '"' => break,
                letter => column.push(letter),
            }
        }
        columns.push(column);
        if letters.next().is_none() {
            break;
        }
    }
    columns
}

#[test]
fn every_question_is_a_card_with_a_permanent_id() {
    let deck = page("anki/prime-mover.txt");
    let (head, cards): (Vec<_>, Vec<_>) = deck.lines().partition(|line| line.starts_with('#'));
    assert_eq!(
        head,
        [
            "#separator:tab",
            "#html:true",
            "#notetype:Basic",
            "#deck:Prime Mover",
            "#guid column:1",
            "#tags column:4"
        ]
    );
    let quiz = page("quizzes/first/");
    let quiz = Html::parse_document(&quiz);
    let forms = all(&quiz, "form.question");
    let names: Vec<String> = forms
        .iter()
        .filter_map(|form| Some(format!("prime-mover:{}", form.attr("data-question")?)))
        .collect();
    let cards: Vec<Vec<String>> = cards.into_iter().map(columns).collect();
    for card in &cards {
        assert_eq!(card.len(), 4, "{card:?}");
        assert!(card[3].starts_with("prime-mover part-"), "{card:?}");
        assert!(card[2].contains("/quizzes/"), "a way back: {card:?}");
    }
    let of_quiz: Vec<&String> = cards
        .iter()
        .map(|card| &card[0])
        .filter(|name| name.starts_with("prime-mover:first/"))
        .collect();
    assert_eq!(of_quiz, names.iter().collect::<Vec<_>>());
    let mut unique: Vec<&String> = cards.iter().map(|card| &card[0]).collect();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), cards.len());

    // And each has its answer on the page that only paper has.
    assert_eq!(all(&quiz, ".print-key > ol > li").len(), forms.len());
}

#[test]
fn goals_name_the_questions_that_ask_about_them() {
    let progress = page("progress/");
    let progress = Html::parse_document(&progress);
    // What lies over the drawing is drawn on the same sheet.
    let sheet = |css: &str| one(&progress, css).attr("viewBox").map(str::to_owned);
    let map = sheet(".mastery-map");
    assert!(map.is_some() && map == sheet(".mastery-body .plate-labels"));
    let listed: Vec<String> = all(&progress, ".mastery tr[data-names]")
        .iter()
        .flat_map(|row| row.attr("data-names").unwrap_or_default().split(' '))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    let quiz = page("quizzes/first/");
    let quiz = Html::parse_document(&quiz);
    for form in all(&quiz, "form.question") {
        let name = [
            form.attr("data-question").unwrap_or_default(),
            ":",
            form.attr("data-rev").unwrap_or_default(),
        ]
        .concat();
        assert!(listed.contains(&name), "{name} is in {listed:?}");
    }
}
