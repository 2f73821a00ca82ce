//! Prepared compression and hashed names.

use std::{fs, io::Read};

use sha2::{Digest, Sha256};
use site_tests::{
    http,
    site::{self, Served},
};

fn bytes(file: &str) -> Vec<u8> {
    fs::read(site::dist().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Endings of files that shrink when compressed.
const TEXTS: [&str; 10] = [
    "html",
    "css",
    "frag",
    "js",
    "wasm",
    "svg",
    "xml",
    "txt",
    "json",
    "webmanifest",
];

#[test]
fn every_text_has_its_compressed_files_and_they_hold_the_same() {
    let mut count = 0;
    for file in site::files() {
        let ending = file.rsplit('.').next().unwrap_or_default();
        if !TEXTS.contains(&ending) {
            continue;
        }
        let plain = bytes(&file);
        let mut from_brotli = Vec::new();
        brotli::Decompressor::new(bytes(&format!("{file}.br")).as_slice(), 4096)
            .read_to_end(&mut from_brotli)
            .unwrap_or_else(|error| panic!("{file}.br: {error}"));
        assert!(from_brotli == plain, "{file}.br holds something else");
        let mut from_gzip = Vec::new();
        flate2::read::GzDecoder::new(bytes(&format!("{file}.gz")).as_slice())
            .read_to_end(&mut from_gzip)
            .unwrap_or_else(|error| panic!("{file}.gz: {error}"));
        assert!(from_gzip == plain, "{file}.gz holds something else");
        count += 1;
    }
    println!("{count} files, each as it is, in Brotli and in gzip");
    assert!(count > 20, "only {count} files");
}

#[test]
fn the_server_sends_the_compressed_file_that_is_accepted() {
    let server = site::serve(Served::AsBuilt);
    for (accepted, encoding, ending) in [
        ("gzip, deflate, br", "br", ".br"),
        ("gzip", "gzip", ".gz"),
        ("", "", ""),
        ("br;q=0, gzip", "gzip", ".gz"),
    ] {
        let answer = http::get(&format!("{server}/topics/"), accepted);
        assert_eq!(
            answer.header("content-encoding"),
            encoding,
            "accepted: {accepted:?}"
        );
        assert!(
            answer
                .header("vary")
                .to_lowercase()
                .contains("accept-encoding"),
            "accepted: {accepted:?}"
        );
        assert!(
            answer.body == bytes(&format!("topics/index.html{ending}")),
            "accepted: {accepted:?}"
        );
    }
}

#[test]
fn names_with_a_hash_are_true_and_cached_for_long() {
    let server = site::serve(Served::AsBuilt);
    let mut kinds = Vec::new();
    for file in site::files() {
        let Some((stem, ending)) = file.rsplit_once('.') else {
            continue;
        };
        let Some((_, hash)) = stem.rsplit_once('-') else {
            continue;
        };
        if hash.len() != 16 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            continue;
        }
        let digest = Sha256::digest(bytes(&file));
        let real: String = digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            hash, real,
            "{file}: the name says something else than the content"
        );
        let caching = http::get(&format!("{server}/{file}"), "")
            .header("cache-control")
            .to_owned();
        assert!(
            caching.contains("immutable") && caching.contains("max-age=31536000"),
            "{file}: {caching}"
        );
        kinds.push(ending.to_owned());
    }
    for ending in ["js", "wasm", "woff2"] {
        assert!(
            kinds.iter().any(|kind| kind == ending),
            "no .{ending} with a hash in its name"
        );
    }
    for path in ["/", "/topics/", "/topics/page.frag", "/sitemap.xml"] {
        let caching = http::get(&format!("{server}{path}"), "")
            .header("cache-control")
            .to_owned();
        assert!(
            !caching.contains("immutable"),
            "{path} must be able to change: {caching}"
        );
    }
}

#[test]
fn no_script_or_module_is_left_without_a_hash() {
    for file in site::files() {
        let changes = [".js", ".css", ".wasm", ".woff2"]
            .iter()
            .any(|ending| file.ends_with(ending));
        let hashed = file
            .rsplit_once('.')
            .and_then(|(stem, _)| stem.rsplit_once('-'))
            .is_some_and(|(_, hash)| hash.len() == 16);
        // The glue's snippets lie in a folder whose name has the hash; browsers ask for the worker anew.
        assert!(
            !changes || hashed || file.starts_with("snippets/") || file == "sw.js",
            "{file} would be cached beyond its time"
        );
    }
}

#[test]
fn text_never_waits_for_its_font() {
    let page = site_tests::page::Page::of("/");
    let css: String = page
        .all("style")
        .into_iter()
        .flat_map(|style| style.text())
        .collect();
    let faces: Vec<&str> = css
        .split("@font-face")
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default())
        .collect();
    assert!(!faces.is_empty(), "no font");
    for face in faces.iter().filter(|face| face.contains("url(")) {
        let shown_first = ["swap", "optional", "fallback"].iter().any(|way| {
            face.replace(' ', "")
                .contains(&format!("font-display:{way}"))
        });
        assert!(
            shown_first,
            "text of this face is invisible until it is loaded: {face}"
        );
    }
    assert!(
        faces
            .iter()
            .any(|face| face.contains("local(") && face.contains("size-adjust")),
        "no fallback of the same measure"
    );
}

/// Two clones in different folders must build the same files.
#[test]
fn no_file_names_a_folder_of_the_machine_that_built_it() {
    let repository = xtask::tools::repository().to_owned();
    let home = std::env::var_os("HOME").map(std::path::PathBuf::from);
    let homes = home
        .iter()
        .flat_map(|home| [home.join(".cargo"), home.join(".rustup")]);
    let folders: Vec<String> = std::iter::once(repository)
        .chain(homes)
        .map(|folder| folder.display().to_string())
        .collect();
    let read = |file: &String| file.ends_with(".wasm") || file.ends_with(".js");
    for file in site::files().into_iter().filter(read) {
        let content = String::from_utf8_lossy(&bytes(&file)).into_owned();
        for folder in &folders {
            assert!(!content.contains(folder), "{file} names {folder}");
        }
    }
}
