//! The folder that a build writes: its bytes, its bundle, its base.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use press::Compression;
use press::write::output::Output;
use scraper::Html;

use super::{all, common, one, site};

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
    let files = ["index.html", "topics/first/page.frag", "feed.xml"];
    let output = Output::begin(&out, Compression::Best).expect("it begins");
    for file in files {
        let bytes = fs::read(site().join(file)).expect("a file of the site");
        output.write(file, &bytes).expect("it is written");
    }
    output.finish().expect("it is finished");
    let size = |file: &str| fs::metadata(out.join(file)).map(|it| it.len()).ok();
    for file in files {
        let whole = size(file);
        for ending in ["br", "gz"] {
            let packed = size(&format!("{file}.{ending}"));
            assert!(packed.is_some() && packed < whole, "{file}.{ending}");
        }
    }
}

#[test]
fn what_was_compressed_and_painted_before_gives_the_same_bytes() {
    let folder = common::folder("site-shelf");
    let shelf = folder.join("shelf");
    let contents = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        let files = common::files(folder).into_iter();
        files
            .map(|file| (file.clone(), fs::read(folder.join(file)).expect("a file")))
            .collect()
    };
    let page = fs::read(site().join("about/index.html")).expect("a page");
    let written = |name: &str, shelf: Option<&Path>| {
        let out = folder.join(name);
        let output = Output::begin(&out, Compression::Best).expect("it begins");
        let output = output.with_shelf(shelf);
        for (file, bytes) in [
            ("index.html", &page[..]),
            ("a/b.txt", b"b"),
            ("c.css", b"c"),
        ] {
            output.write(file, bytes).expect("it is written");
        }
        let painted = output.made("by hand", &page, || Ok::<_, String>(page[..9].to_vec()));
        let painted = painted.expect("an image");
        output.write("d.png", &painted).expect("it is written");
        output.finish().expect("it is finished");
        contents(&out)
    };
    let without = written("without", None);
    assert_eq!(without.len(), 3 * 3 + 1, "{:?}", without.keys());
    assert!(written("empty", Some(&shelf)) == without);
    let kept = contents(&shelf);
    assert_eq!(kept.len(), 3 + 1, "{:?}", kept.keys());
    assert!(written("full", Some(&shelf)) == without);
    assert!(contents(&shelf) == kept, "nothing else was made");
    for (at, (name, entry)) in kept.iter().enumerate() {
        let damaged = match at % 3 {
            0 => entry[..entry.len() / 2].to_vec(),
            1 => Vec::new(),
            _ => [entry.as_slice(), b"more"].concat(),
        };
        fs::write(shelf.join(name), damaged).expect("it can be damaged");
    }
    assert!(written("damaged", Some(&shelf)) == without);
    assert!(contents(&shelf) == kept, "what was damaged was made again");
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
        let address = known
            .iter()
            .find(|address| read(address).trim_end() == content)
            .unwrap_or_else(|| panic!("{content} is not among {known:?}"));
        let hash = press::write::policy::hash(read(address).as_bytes());
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

/// A folder with a site of one file in it, and where the site stands.
fn old_site(name: &str, stands: &str) -> PathBuf {
    let folder = common::folder(name);
    fs::create_dir(folder.join(stands)).expect("a folder can be made");
    fs::write(folder.join(stands).join("a.txt"), "old").expect("a file can be written");
    folder.join("dist")
}

#[test]
fn a_site_that_cannot_be_replaced_stays() {
    let out = old_site("site-stays", "dist");
    let output = Output::begin(&out, Compression::Off).expect("it begins");
    output.write("a.txt", b"new").expect("it is written");
    fs::remove_dir_all(out.with_file_name("dist.new")).expect("it can be removed");
    let problem = output.finish().expect_err("there is nothing to put there");
    assert!(problem.message.contains("cannot be written"), "{problem}");
    assert_eq!(fs::read(out.join("a.txt")).ok(), Some(b"old".to_vec()));
    let problem = output.read("a.txt").expect_err("it is gone");
    assert!(problem.message.contains("cannot be read"), "{problem}");
}

#[test]
fn a_site_that_a_broken_off_build_left_beside_its_place_is_brought_back() {
    let out = old_site("site-back", "dist.old");
    let output = Output::begin(&out, Compression::Off).expect("it begins");
    drop(output);
    assert_eq!(fs::read(out.join("a.txt")).ok(), Some(b"old".to_vec()));
}
