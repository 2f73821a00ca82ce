//! Ids: permanent ones are there, none is there twice, and what refers to one finds it.

use std::{collections::HashMap, fs};

use scraper::ElementRef;
use site_tests::{page::Page, site};
use xtask::tools;

#[test]
fn permanent_ids_are_on_their_pages() {
    let path = tools::repository().join("content/ids.lock");
    let lock =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut pages: HashMap<String, Page> = HashMap::new();
    let mut missing = Vec::new();
    let mut count = 0;
    for line in lock
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (kind, rest) = line
            .split_once(':')
            .unwrap_or_else(|| panic!("ids.lock: {line:?}"));
        let (page, css) = match (kind, rest.split_once('#').or_else(|| rest.split_once('/'))) {
            ("topic", None) => (
                format!("/topics/{rest}/"),
                format!("article[data-topic='{rest}']"),
            ),
            ("topic", Some((slug, id))) => (format!("/topics/{slug}/"), format!("[id='{id}']")),
            ("quiz", None) => (
                format!("/quizzes/{rest}/"),
                format!("article[data-quiz='{rest}']"),
            ),
            ("quiz", Some((item, choice))) if item.contains('/') => {
                let slug = item.split('/').next().unwrap_or_default();
                (
                    format!("/quizzes/{slug}/"),
                    format!("[data-question='{item}'] [data-choice='{choice}']"),
                )
            }
            ("quiz", Some((slug, _))) => (
                format!("/quizzes/{slug}/"),
                format!("form[data-question='{rest}']"),
            ),
            ("track", _) => (format!("/tracks/{rest}/"), "main h1".to_owned()),
            ("term", _) => ("/glossary/".to_owned(), format!("[id='{rest}']")),
            ("ref", _) => ("/references/".to_owned(), format!("[id='ref-{rest}']")),
            ("goal", Some((slug, goal))) => {
                (format!("/topics/{slug}/"), format!("[data-goal='{goal}']"))
            }
            _ => panic!("ids.lock: {line:?} is of no known kind"),
        };
        let parsed = pages.entry(page.clone()).or_insert_with(|| Page::of(&page));
        if parsed.all(&css).is_empty() {
            missing.push(format!("{line}: no {css} on {page}"));
        }
        count += 1;
    }
    assert!(
        missing.is_empty(),
        "{} of {count} permanent ids lead nowhere:\n{}",
        missing.len(),
        missing.join("\n")
    );
    assert!(count > 100, "only {count} permanent ids");
}

#[test]
fn ids_are_unique_and_references_find_them() {
    let mut wrong = Vec::new();
    for route in site::routes() {
        let page = Page::of(&route);
        let mut ids = page.ids();
        ids.sort_unstable();
        wrong.extend(
            ids.windows(2)
                .filter(|two| two[0] == two[1])
                .map(|two| format!("{route}: id {} twice", two[0])),
        );
        for name in [
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "aria-details",
            "for",
            "popovertarget",
        ] {
            for element in page.all(&format!("[{name}]")) {
                for id in element.attr(name).unwrap_or_default().split_whitespace() {
                    if !page.has_id(id) {
                        wrong.push(format!("{route}: {name}=\"{id}\" finds nothing"));
                    }
                }
            }
        }
        // `use` and paint servers inside drawings.
        for element in page.all("svg *") {
            for value in element.value().attrs().map(|(_, value)| value) {
                if let Some(id) = value
                    .strip_prefix("url(#")
                    .and_then(|rest| rest.strip_suffix(')'))
                    && !page.has_id(id)
                {
                    wrong.push(format!("{route}: {value} finds nothing"));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn headings_do_not_skip_a_level() {
    for route in site::routes() {
        let page = Page::of(&route);
        let mut before = 0;
        for heading in page.all("main h1, main h2, main h3, main h4, main h5, main h6") {
            let level: u32 = heading.value().name()[1..].parse().unwrap_or(9);
            let id = heading.attr("id").unwrap_or_default();
            assert!(
                level <= before + 1,
                "{route}: <h{level} id=\"{id}\"> follows <h{before}>"
            );
            before = level;
        }
    }
}

#[test]
fn every_question_explains_every_choice() {
    for route in site::routes()
        .iter()
        .filter(|route| route.starts_with("/quizzes/") && *route != "/quizzes/")
    {
        let page = Page::of(route);
        let questions = page.all("form.question");
        assert!(
            questions.len() >= 6,
            "{route}: {} questions",
            questions.len()
        );
        for question in questions {
            let name = question.attr("data-question").unwrap_or_default();
            let select = |css: &str| {
                question
                    .select(&site_tests::page::selector(css))
                    .collect::<Vec<_>>()
            };
            let choices = select("[data-choice]");
            for ask in select(".ask").into_iter().chain([question]) {
                let kind = ask.attr("data-kind").unwrap_or_default();
                let rows = |css: &str| ask.select(&site_tests::page::selector(css)).count();
                let (all, right) = (rows("[data-choice]"), rows("[data-correct=true] input"));
                let fits = match kind {
                    "one" | "true-or-false" => (2..=4).contains(&all) && right == 1,
                    "several" => (2..=4).contains(&all) && right >= 1,
                    "order" | "match" => (2..=4).contains(&all) && rows("select") == all,
                    "number" => all == 1 && rows("input[inputmode=decimal]") == 1,
                    "case" => rows(".step") == 3,
                    "name-part" => (2..=4).contains(&all) && right == 1,
                    "find-part" => all >= 2 && right == 1,
                    "set-figure" => rows("[data-where][data-correct=true]") >= 1,
                    _ => false,
                };
                assert!(
                    fits,
                    "{route}: {name}: {all} rows of the kind `{kind}`, {right} right"
                );
            }
            for choice in choices {
                let id = choice.attr("data-choice").unwrap_or_default();
                let Some(ask) = choice
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .find(|it| it.value().classes().any(|name| name == "ask"))
                else {
                    panic!("{route}: {name}#{id} stands in nothing that can be checked");
                };
                let key = format!(".explanations > [data-for='{id}'] a[href*='#']");
                let links: Vec<_> = ask.select(&site_tests::page::selector(&key)).collect();
                assert_eq!(
                    links.len(),
                    1,
                    "{route}: {name}#{id} has one link to the paragraph that answers it"
                );
            }
        }
    }
}
