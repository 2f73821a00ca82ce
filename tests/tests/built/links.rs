//! No link, anchor or asset inside the site is dead, and nothing is loaded from elsewhere.

use std::collections::{BTreeSet, HashMap};

use site_tests::{page::Page, site};

/// All pages by route, the 404 page among them.
fn pages() -> HashMap<String, Page> {
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    routes
        .into_iter()
        .map(|route| (route.clone(), Page::of(&route)))
        .collect()
}

/// Attributes that name something to load or to go to.
const ADDRESSES: [&str; 6] = ["href", "src", "poster", "data", "action", "formaction"];

/// Every address on a page: element, attribute, value.
fn addresses(page: &Page) -> Vec<(String, &'static str, String)> {
    let mut found = Vec::new();
    for element in page.all("*") {
        let tag = element.value().name().to_owned();
        for name in ADDRESSES {
            if let Some(value) = element.attr(name) {
                found.push((tag.clone(), name, value.to_owned()));
            }
        }
        for candidate in element
            .attr("srcset")
            .unwrap_or_default()
            .split(',')
            .filter(|it| !it.trim().is_empty())
        {
            let address = candidate.trim().split(' ').next().unwrap_or_default();
            found.push((tag.clone(), "srcset", address.to_owned()));
        }
    }
    for style in page.all("style") {
        let css: String = style.text().collect();
        for rest in css.split("url(").skip(1) {
            let address = rest
                .split(')')
                .next()
                .unwrap_or_default()
                .trim_matches(['"', '\'']);
            found.push(("style".into(), "url", address.to_owned()));
        }
    }
    found
}

fn is_elsewhere(address: &str) -> bool {
    address.starts_with("http:") || address.starts_with("https:") || address.starts_with("//")
}

#[test]
fn no_link_anchor_or_asset_is_dead() {
    let pages = pages();
    let files: BTreeSet<String> = site::files().into_iter().collect();
    let mut dead = Vec::new();
    let mut checked = 0;
    for (route, page) in &pages {
        for (tag, name, address) in addresses(page) {
            if is_elsewhere(&address)
                || address.starts_with("data:")
                || address.starts_with("mailto:")
            {
                continue;
            }
            checked += 1;
            let (rest, anchor) = address.split_once('#').unwrap_or((&address, ""));
            let path = rest.split('?').next().unwrap_or_default();
            let target = if path.is_empty() {
                route.as_str()
            } else {
                path
            };
            let there = target.starts_with('/') && files.contains(&site::file_of(target));
            let anchor_there =
                anchor.is_empty() || pages.get(target).is_some_and(|page| page.has_id(anchor));
            if !there || !anchor_there {
                dead.push(format!("{route}: <{tag} {name}=\"{address}\">"));
            }
        }
    }
    dead.sort();
    dead.dedup();
    assert!(
        dead.is_empty(),
        "{} dead of {checked} addresses:\n{}",
        dead.len(),
        dead.join("\n")
    );
    assert!(checked > 100, "only {checked} addresses were looked at");
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let mut found = Vec::new();
    for (route, page) in pages() {
        for (tag, name, address) in addresses(&page) {
            let may_leave = tag == "a" || (tag == "link" && page_link_may_leave(&page, &address));
            if is_elsewhere(&address) && !may_leave {
                found.push(format!("{route}: <{tag} {name}=\"{address}\">"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A canonical link names the site's own public address and loads nothing.
fn page_link_may_leave(page: &Page, address: &str) -> bool {
    page.attr("link[rel=canonical]", "href").as_deref() == Some(address)
}

#[test]
fn links_to_elsewhere_are_sources_only() {
    for (route, page) in pages() {
        for (tag, _, address) in addresses(&page) {
            if tag == "a" && is_elsewhere(&address) {
                let known = [
                    "https://doi.org/",
                    "https://creativecommons.org/",
                    "https://github.com/",
                ];
                assert!(
                    known.iter().any(|start| address.starts_with(start)),
                    "{route}: a link to {address}"
                );
            }
        }
    }
}

#[test]
fn feed_and_sitemap_and_robots_name_pages_that_exist() {
    let origin = site::origin();
    let origin = origin.trim_end_matches('/');
    let feed = site::text("feed.xml");
    assert!(
        feed.starts_with("<?xml") && feed.contains("http://www.w3.org/2005/Atom"),
        "{}",
        &feed[..200.min(feed.len())]
    );
    let topics: Vec<String> = site::routes()
        .into_iter()
        .filter(|route| route.starts_with("/topics/") && route != "/topics/")
        .collect();
    assert!(topics.len() >= 5, "{topics:?}");
    // The newest topics; which ones, the press tests.
    let told = topics
        .iter()
        .filter(|route| feed.contains(&format!("{origin}{route}")));
    assert_eq!(told.count(), topics.len().min(20), "topics in feed.xml");
    assert!(
        site::text("robots.txt").contains(&format!("{origin}/sitemap.xml")),
        "robots.txt names the sitemap"
    );
    let files: BTreeSet<String> = site::files().into_iter().collect();
    let mut routes = site::routes();
    for route in &routes {
        assert!(
            files.contains(&site::file_of(route)),
            "sitemap.xml names {route}, which is not there"
        );
    }
    // Every page that search engines may list is in the sitemap.
    for file in files.iter().filter(|file| file.ends_with(".html")) {
        let page = Page::parse(file, &site::text(file));
        let hidden = page
            .attr("meta[name=robots]", "content")
            .is_some_and(|it| it.contains("noindex"));
        let listed = routes.iter().any(|route| site::file_of(route) == *file);
        assert_ne!(
            hidden, listed,
            "{file}: hidden from search engines: {hidden}, in the sitemap: {listed}"
        );
    }
    let count = routes.len();
    routes.sort();
    routes.dedup();
    assert_eq!(routes.len(), count, "sitemap.xml names a page twice");
}

#[test]
fn every_page_has_a_preview_image() {
    let origin = site::origin();
    let files: BTreeSet<String> = site::files().into_iter().collect();
    for (route, page) in pages() {
        let content = |property: &str| {
            page.attr(&format!("meta[property='og:{property}']"), "content")
                .unwrap_or_default()
        };
        let image = content("image");
        let file = image.strip_prefix(origin.trim_end_matches('/'));
        let file = file.unwrap_or_else(|| panic!("{route}: {image} is not of {origin}"));
        assert!(
            files.contains(file.trim_start_matches('/')),
            "{route}: {image} is not there"
        );
        assert!(!content("image:alt").is_empty(), "{route}: no words for it");
    }
}
