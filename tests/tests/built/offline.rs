//! What is kept on the device: the worker's list, the lists of tracks, the manifest.

use std::fs;

use base64::Engine as _;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use site_tests::{
    budget::Budget,
    page::Page,
    site::{self, file_of},
};

fn bytes(file: &str) -> Vec<u8> {
    fs::read(site::dist().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The bytes that are sent for a file.
fn sent(file: &str) -> u64 {
    let path = site::dist().join(file);
    let size = fs::metadata(site::dist().join(format!("{file}.br")));
    let size = size.or_else(|_| fs::metadata(&path));
    size.unwrap_or_else(|error| panic!("{file}: {error}")).len()
}

/// The value of a constant that the press has filled in.
fn constant(script: &str, name: &str) -> Json {
    let start = format!("const {name} = ");
    let line = script.lines().find_map(|line| line.strip_prefix(&start));
    let line = line.unwrap_or_else(|| panic!("sw.js: no {name}"));
    serde_json::from_str(line.trim_end_matches(';'))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_worker_installs_what_is_there_and_little_of_it() {
    let script = site::text("sw.js");
    let mut total = 0;
    let mut files = Vec::new();
    for entry in constant(&script, "shell").as_array().expect("a list") {
        let file = file_of(entry[0].as_str().expect("an address"));
        let digest = Sha256::digest(bytes(&file));
        let hash = base64::engine::general_purpose::STANDARD.encode(digest);
        assert_eq!(entry[1], format!("sha256-{hash}"), "{file}");
        total += sent(&file);
        println!("{:>7} {file}", sent(&file));
        files.push(file);
    }
    for needed in [
        "offline.html",
        "page.frag",
        "app-",
        "boot-",
        "offline-",
        "desk-",
        "fonts/",
    ] {
        assert!(
            files.iter().any(|file| file.starts_with(needed)),
            "{needed} is not among {files:?}"
        );
    }
    assert!(
        !files.iter().any(|file| file.starts_with("lab-")),
        "the lab is only kept by those who use it"
    );
    for address in constant(&script, "large").as_array().expect("a list") {
        bytes(&file_of(address.as_str().expect("an address")));
    }
    Budget::read().hold(&[("offline_shell", total as f64)]);
}

#[test]
fn a_track_says_truly_how_much_it_keeps() {
    let mut count = 0;
    for route in site::routes() {
        let page = Page::of(&route);
        let Some(list) = page.attr("[data-keep]", "data-keep") else {
            continue;
        };
        let list: Json = serde_json::from_str(&site::text(&file_of(&list))).expect("a list");
        let files: Vec<String> = list["files"]
            .as_array()
            .expect("files")
            .iter()
            .map(|address| file_of(address.as_str().unwrap_or_default()))
            .collect();
        let total: u64 = files.iter().map(|file| sent(file)).sum();
        assert_eq!(list["bytes"], total, "{route}");
        let pages = files.iter().filter(|file| file.ends_with(".frag")).count();
        assert_eq!(list["pages"], pages, "{route}");
        // Every step, and every drawing that a kept page shows.
        for link in page.all(".track-steps a[href]") {
            let address = link.attr("href").unwrap_or_default();
            let path = address.split(['?', '#']).next().unwrap_or_default();
            let fragment = format!("{}page.frag", path.trim_start_matches('/'));
            assert!(files.contains(&fragment), "{route}: {fragment} is not kept");
        }
        for file in files.iter().filter(|file| file.ends_with(".frag")) {
            let shown = Page::parse(file, &site::text(file));
            for image in shown.all("main img[src], img[src]") {
                let image = file_of(image.attr("src").unwrap_or_default());
                assert!(files.contains(&image), "{route}: {file} shows {image}");
            }
        }
        println!("{route}: {pages} pages, {total} bytes");
        count += 1;
    }
    assert!(count > 0, "no track");
}

#[test]
fn the_manifest_makes_the_site_installable_wherever_it_lies() {
    let manifest: Json =
        serde_json::from_str(&site::text("manifest.webmanifest")).expect("a manifest");
    // Relative, so that they hold below a path too; the id is that of the start.
    assert_eq!(manifest["start_url"], "./");
    assert_eq!(manifest["scope"], "./");
    assert_eq!(manifest["id"], Json::Null);
    assert_eq!(manifest["display"], "minimal-ui");
    for name in ["name", "short_name", "description", "lang"] {
        assert!(manifest[name].is_string(), "{name}");
    }
    let mut sizes = Vec::new();
    for icon in manifest["icons"].as_array().expect("icons") {
        let file = icon["src"].as_str().expect("a file");
        let content = bytes(file);
        if file.ends_with(".png") {
            // Width and height stand in the first chunk of every PNG.
            let number = |at: usize| {
                content[at..at + 4]
                    .iter()
                    .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
            };
            let size = format!("{}x{}", number(16), number(20));
            assert_eq!(icon["sizes"], size, "{file}");
            sizes.push((size, icon["purpose"].as_str().unwrap_or("any").to_owned()));
        }
    }
    for (size, purpose) in [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ] {
        let there = sizes.contains(&(size.to_owned(), purpose.to_owned()));
        assert!(there, "no icon of {size} for {purpose}");
    }
}
