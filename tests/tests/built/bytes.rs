//! What the site weighs, against `tests/budget.toml`. What a browser really loads is measured in
//! `performance.rs`.

use std::fs;

use site_tests::{budget::Budget, page::Page, site};

/// The size of a file in Brotli.
fn brotli(file: &str) -> f64 {
    let path = site::dist().join(format!("{file}.br"));
    fs::metadata(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .len() as f64
}

/// The file of a kind whose name begins like this.
fn hashed(start: &str, ending: &str) -> String {
    let found: Vec<String> = site::files()
        .into_iter()
        .filter(|file| file.starts_with(start) && file.ends_with(ending))
        .collect();
    assert_eq!(found.len(), 1, "one file {start}…{ending}: {found:?}");
    found[0].clone()
}

#[test]
fn bundles_keep_their_budget() {
    Budget::read().hold(&[
        ("app_wasm", brotli(&hashed("app-", ".wasm"))),
        ("app_glue", brotli(&hashed("app-", ".js"))),
        ("lab_wasm", brotli(&hashed("lab-", ".wasm"))),
        ("desk_wasm", brotli(&hashed("desk-", ".wasm"))),
        ("search_wasm", brotli(&hashed("search-", ".wasm"))),
        ("boot_script", brotli(&hashed("boot-", ".js"))),
    ]);
}

/// What the first paint of a page waits for: its HTML and the style sheets that its head links.
fn painted_with(route: &str) -> f64 {
    let page = Page::of(route);
    let sheets = page.all("head link[rel=stylesheet]:not([media=print])");
    let sheets = sheets.iter().filter_map(|link| link.attr("href"));
    brotli(&site::file_of(route)) + sheets.map(|path| brotli(&site::file_of(path))).sum::<f64>()
}

#[test]
fn pages_paint_with_few_bytes() {
    let budget = Budget::read();
    let heaviest = |name: &str, fits: &dyn Fn(&str) -> bool| {
        let pages = site::routes()
            .into_iter()
            .filter(|route| fits(route))
            .map(|route| (painted_with(&route), route));
        let (bytes, route) = pages
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .unwrap_or_else(|| panic!("no {name}"));
        println!("the heaviest of {name} is {route}");
        bytes
    };
    let below =
        |folder: &'static str| move |route: &str| route.starts_with(folder) && route != folder;
    budget.hold(&[
        ("article_html", heaviest("article_html", &below("/topics/"))),
        ("home_html", heaviest("home_html", &|route| route == "/")),
        ("figure_html", heaviest("figure_html", &below("/figures/"))),
        ("quiz_html", heaviest("quiz_html", &below("/quizzes/"))),
    ]);
}

#[test]
fn pictures_of_the_gallery_are_small() {
    let page = Page::of("/figures/");
    let pictures = page.all(".plate-thumb img");
    assert!(pictures.len() > 5, "the gallery shows the figures");
    let sizes = pictures.iter().filter_map(|image| image.attr("src"));
    let heaviest = sizes.map(|path| brotli(&site::file_of(path)));
    Budget::read().hold(&[("thumbnail", heaviest.fold(0.0, f64::max))]);
}

#[test]
fn the_text_font_keeps_its_budget() {
    let fonts: Vec<f64> = site::files()
        .iter()
        .filter(|file| file.ends_with(".woff2") && !file.contains("italic"))
        .map(|file| {
            fs::metadata(site::dist().join(file)).map_or(f64::NAN, |data| data.len() as f64)
        })
        .collect();
    assert_eq!(fonts.len(), 1, "one upright text font");
    Budget::read().hold(&[("text_font", fonts[0])]);
}
