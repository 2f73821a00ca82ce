//! The preview images of the built mini-site, and the pages of states with a
//! name.

#[allow(dead_code, reason = "each test file uses its own part")]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use content::paths::Route;
use press::Previews;
use scraper::{Html, Selector};

const ORIGIN: &str = "https://mini.example";

fn build(name: &str) -> PathBuf {
    let out = common::folder(name).join("dist");
    let mut options = common::options(&out);
    options.previews = Previews::Each;
    press::build(&options).expect("the valid mini-site builds");
    out
}

/// The mini-site with every preview image, built once.
fn site() -> &'static PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build("previews"))
}

fn page(path: &str) -> Html {
    let file = site().join(path.trim_start_matches('/')).join("index.html");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    Html::parse_document(&text)
}

#[track_caller]
fn attribute(html: &Html, selector: &str, name: &str) -> String {
    let selector = Selector::parse(selector).expect("a selector");
    let found = html.select(&selector).next().expect("an element");
    found.attr(name).unwrap_or_default().to_owned()
}

fn meta(html: &Html, property: &str) -> String {
    attribute(html, &format!("meta[property=\"{property}\"]"), "content")
}

/// The pages by the file of their preview image.
fn images() -> BTreeMap<String, String> {
    let files = common::files(site());
    let pages = files
        .iter()
        .filter_map(|file| file.strip_suffix("index.html"));
    pages
        .map(|path| {
            let path = format!("/{path}");
            let image = meta(&page(&path), "og:image");
            let file = image.strip_prefix(ORIGIN).expect("a whole address");
            (path, file.trim_start_matches('/').to_owned())
        })
        .collect()
}

/// The colors of an image, row by row, after checking its size.
fn pixels(file: &str) -> Vec<[u8; 3]> {
    let bytes = fs::File::open(site().join(file)).expect("the image is there");
    let decoder = png::Decoder::new(std::io::BufReader::new(bytes));
    let mut reader = decoder.read_info().expect("a PNG");
    assert_eq!(reader.info().size(), (1200, 630), "{file}");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut bytes).expect("pixels");
    bytes.chunks(3).map(|it| [it[0], it[1], it[2]]).collect()
}

#[test]
fn every_page_has_an_image_of_the_right_size_that_says_what_it_shows() {
    let images = images();
    for (path, file) in &images {
        let html = page(path);
        assert!(site().join(file).is_file(), "{path}: {file}");
        assert_eq!(meta(&html, "og:image:width"), "1200");
        assert_eq!(meta(&html, "og:image:height"), "630");
        assert!(!meta(&html, "og:image:alt").is_empty(), "{path}");
        let card = attribute(&html, "meta[name=\"twitter:card\"]", "content");
        assert_eq!(card, "summary_large_image");
    }
    for file in images.values().collect::<BTreeSet<_>>() {
        let bytes = fs::metadata(site().join(file)).expect("a file").len();
        // Larger ones are not shown by some who show previews.
        assert!(bytes < 300_000, "{file}: {bytes} bytes");
        let pixels = pixels(file);
        let paper = pixels[0];
        let ink = |columns: std::ops::Range<usize>| {
            let drawn = |at: &usize| columns.contains(&(at % 1200)) && pixels[*at] != paper;
            (0..pixels.len()).filter(drawn).count()
        };
        assert!(ink(72..480) > 5_000, "{file}: words");
        assert!(ink(530..1200) > 30_000, "{file}: a drawing");
        assert_eq!(
            ink(0..60) + ink(482..530) + ink(1164..1200),
            0,
            "{file}: margins"
        );
    }
}

#[test]
fn figures_their_states_and_articles_have_images_of_their_own() {
    let images = images();
    let home = &images["/"];
    let mut own = BTreeSet::new();
    let mut count = 0;
    for (path, file) in &images {
        match Route::parse(path) {
            Some(Route::Figure(_) | Route::FigureState(..)) => {}
            Some(Route::Topic("first")) => {}
            // A figure in a frame is the same picture.
            _ if path.starts_with("/embed/figures/") => {
                assert_eq!(file, &images[&path["/embed".len()..]], "{path}");
                continue;
            }
            _ => {
                assert_eq!(file, home, "{path}: shares the site's");
                continue;
            }
        }
        count += 1;
        own.insert(file);
        assert_ne!(file, home, "{path}");
    }
    assert_eq!(own.len(), count, "no two alike");
    assert!(count > plates::FIGURES.len(), "figures and an article");
}

#[test]
fn a_state_with_a_name_has_a_page() {
    for figure in plates::FIGURES {
        let gallery = page("/figures/");
        let whole = Route::Figure(figure.name).to_path();
        for named in figure.named {
            let path = Route::FigureState(figure.name, named.slug).to_path();
            let html = page(&path);
            let of_figure = |name: &str| attribute(&html, "figure.figure", name);
            assert_eq!(of_figure("data-figure"), figure.name);
            assert_eq!(of_figure("data-state"), named.query);
            let address = attribute(&html, ".figure-frame", "data-address");
            assert_eq!(address, whole, "{path}: other states are the figure's");
            let current = ".figure-named a[aria-current]";
            assert_eq!(attribute(&html, current, "href"), path);
            let canonical = attribute(&html, "link[rel=canonical]", "href");
            assert_eq!(canonical, [ORIGIN, &path].concat());
            assert_eq!(
                attribute(&html, "meta[name=description]", "content"),
                named.description
            );
            assert_eq!(
                meta(&html, "og:title"),
                format!("{} · {}", named.label, figure.title)
            );
            let link = format!(".gallery-states a[href=\"{path}\"]");
            assert_eq!(attribute(&gallery, &link, "href"), path);
        }
    }
}

#[test]
fn the_gallery_is_light() {
    let size = |path: PathBuf| fs::metadata(path).expect("a file").len();
    let gallery = page("/figures/");
    let mut images = 0;
    for image in gallery.select(&Selector::parse(".gallery img").expect("a selector")) {
        let source = image.attr("src").expect("an address");
        assert!(size(site().join(source.trim_start_matches('/'))) > 1_000);
        assert_eq!(image.attr("loading"), Some("lazy"));
        assert!(image.attr("width").is_some() && image.attr("height").is_some());
        images += 1;
    }
    assert_eq!(images, plates::FIGURES.len());
    let empty = size(site().join("quizzes/index.html"));
    let full = size(site().join("figures/index.html"));
    let each = full.saturating_sub(empty) / plates::FIGURES.len() as u64;
    assert!(each < 2_000, "{each} bytes of HTML for a figure");
}

#[test]
fn images_are_the_same_in_every_build() {
    let again = build("previews-again");
    let of = |out: &Path| -> Vec<(String, Vec<u8>)> {
        let files = common::files(out).into_iter();
        files
            .filter(|file| file.starts_with("previews/") || file.starts_with("plates/"))
            .map(|file| (file.clone(), fs::read(out.join(&file)).expect("a file")))
            .collect()
    };
    let (first, second) = (of(site()), of(&again));
    assert!(!first.is_empty() && first == second);
    // A second build over the first takes them over.
    let mut options = common::options(&again);
    options.previews = Previews::Each;
    press::build(&options).expect("it builds over an old site");
    assert!(of(&again) == first);
}
