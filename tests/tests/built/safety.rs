//! What a page may load and run: the policy, the hashes, the headers.

use base64::Engine as _;
use sha2::{Digest, Sha256};
use site_tests::{
    http,
    page::Page,
    site::{self, Served},
};

fn hash(bytes: &[u8]) -> String {
    let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(bytes));
    format!("sha256-{digest}")
}

fn pages() -> Vec<Page> {
    let files = site::files().into_iter();
    files
        .filter(|file| file.ends_with(".html"))
        .map(|file| Page::parse(&format!("/{file}"), &site::text(&file)))
        .collect()
}

fn policy(page: &Page) -> String {
    let policy = page.one("meta[http-equiv=Content-Security-Policy]");
    policy.attr("content").unwrap_or_default().to_owned()
}

#[test]
fn the_policy_forbids_what_is_not_used() {
    for page in pages() {
        let policy = policy(&page);
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{}: {part}: {policy}", page.route);
        }
        for part in [
            "unsafe-inline",
            "'unsafe-eval'",
            "http:",
            "https:",
            " *",
            "blob:",
        ] {
            assert!(!policy.contains(part), "{}: {part}: {policy}", page.route);
        }
        // In force before anything that it is about.
        let first = page.all("head > *");
        let before: Vec<_> = first
            .iter()
            .map(|element| element.value().name())
            .take_while(|name| !matches!(*name, "script" | "style" | "link"))
            .collect();
        assert_eq!(before.get(1), Some(&"meta"), "{}: {before:?}", page.route);
        assert_eq!(
            page.attr("meta[name=referrer]", "content").as_deref(),
            Some("no-referrer"),
            "{}",
            page.route
        );
    }
}

#[test]
fn what_stands_inline_is_known_to_the_policy_by_its_hash() {
    for page in pages() {
        let policy = policy(&page);
        for element in page.all("style, script:not([src]):not([type='application/ld+json'])") {
            let text: String = element.text().collect();
            let name = element.value().name();
            assert!(
                policy.contains(&hash(text.as_bytes())),
                "{}: <{name}> of {} bytes is not in the policy",
                page.route,
                text.len()
            );
        }
        for element in page.all("*") {
            for (name, value) in element.value().attrs() {
                assert!(
                    name != "style" && !name.starts_with("on") && !value.starts_with("javascript:"),
                    "{}: <{} {name}=\"{value}\">",
                    page.route,
                    element.value().name()
                );
            }
        }
    }
}

#[test]
fn every_script_is_checked_before_it_runs() {
    let mut starter = None;
    for page in pages() {
        let scripts = page.all("script[src]");
        assert!(!scripts.is_empty(), "{}: no script", page.route);
        for script in scripts {
            let file = script
                .attr("src")
                .unwrap_or_default()
                .trim_start_matches('/');
            let text = site::text(file);
            assert_eq!(
                script.attr("integrity"),
                Some(hash(text.as_bytes()).as_str()),
                "{}: {file}",
                page.route
            );
            if file.starts_with("boot-") {
                starter = Some(text);
            }
        }
    }
    // The starter knows the hash of every module; the browser tests see that it uses them.
    let starter = starter.expect("a starter");
    let files = site::files().into_iter();
    let modules = files.filter(|file| {
        !file.contains('/')
            // Pages name these two with their hashes.
            && !file.starts_with("boot-")
            && !file.starts_with("embed-")
            && (file.ends_with(".js") || file.ends_with(".wasm"))
            && file.contains('-')
    });
    let mut count = 0;
    for file in modules {
        let bytes = std::fs::read(site::dist().join(&file)).expect("a file");
        assert!(starter.contains(&hash(&bytes)), "{file} without its hash");
        count += 1;
    }
    assert!(count >= 4, "only {count} modules");
}

/// The directives of a policy: names and sources.
fn directives(policy: &str) -> Vec<(String, Vec<String>)> {
    let parts = policy.split(';').map(str::split_whitespace);
    parts
        .filter_map(|mut words| {
            let name = words.next()?.to_owned();
            Some((name, words.map(str::to_owned).collect()))
        })
        .collect()
}

#[test]
fn hosts_are_told_the_same_policy() {
    let server = site::serve(Served::AsBuilt);
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    for route in routes {
        let answer = http::get(&format!("{server}{route}"), "");
        let said = answer.header("content-security-policy").to_owned();
        let ancestors = if route.starts_with("/embed/") {
            "*"
        } else {
            "'none'"
        };
        // A page names the style that it has, a host that of all pages; the rest is the same.
        let own = policy(&Page::of(&route));
        let (own, said) = (directives(&own), directives(&said));
        assert_eq!(said.len(), own.len() + 1, "{route}: {said:?}");
        for ((name, own), (its, said)) in own.iter().zip(&said) {
            let fits = if name == "style-src" {
                own.iter().all(|source| said.contains(source))
            } else {
                own == said
            };
            assert!(fits && name == its, "{route}: {name}: {own:?}, {said:?}");
        }
        let last = said.last().expect("a directive");
        assert_eq!(last.0, "frame-ancestors", "{route}");
        assert_eq!(last.1, [ancestors], "{route}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{route}: {name}");
        }
        assert!(
            answer.header("permissions-policy").contains("camera=()"),
            "{route}"
        );
    }
    // Hosts join what several rules say, and some read at most a hundred rules of 2,000 letters.
    let rules = site::text("_headers");
    let places = rules.lines().filter(|line| line.starts_with('/')).count();
    assert!(places <= 100, "{places} rules");
    let longest = rules.lines().map(str::len).max().unwrap_or_default();
    assert!(longest <= 2000, "a line of {longest} letters");
    assert!(site::files().contains(&".nojekyll".to_owned()));
}
