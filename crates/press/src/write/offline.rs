//! What works without a connection: the service worker with its list, and for
//! each track the list of its files.

use std::collections::BTreeSet;
use std::path::Path;

use content::model::{Target, Track};
use content::paths::{self, Route};
use serde_json::json;

use super::assets::{hashed, script};
use super::context::Context;
use super::output::Output;
use super::{hosts, policy};
use crate::compile::project::Project;
use crate::diagnostic::Diagnostic;
use crate::figures;

/// The page that is shown for pages that are not on the device. It is also
/// the frame in which those that are get shown.
pub const PAGE: &str = "/offline.html";

/// The worker's file. Its name never changes, or old tabs would ask for an old
/// one for ever.
const WORKER: &str = "sw.js";

/// The bundle that is too large to fetch for readers who never use it.
const LARGE: &str = "lab";

/// The most that the search index may add to what a track keeps, in bytes.
const SEARCH: u64 = 1_000_000;

/// The names of the caches begin with this: two sites of one origin keep
/// apart.
fn prefix(base: &str) -> String {
    format!("prime-mover {base} ")
}

/// `offline.js`, which knows the name of the cache and the date of the
/// content.
///
/// # Errors
/// When the file cannot be read.
pub fn page_script(boot: &Path, base: &str, version: &str) -> Result<String, Vec<Diagnostic>> {
    let cache = json!([&prefix(base), "kept"].concat()).to_string();
    Ok(script(&boot.join("offline.js"))?
        .replace("KEPT", &cache)
        .replace("VERSION", &json!(version).to_string()))
}

/// The date of the newest article, for people.
pub fn version(project: &Project) -> String {
    let heads = project.topics.values().filter_map(|it| it.head.as_ref());
    heads
        .map(|head| head.changed)
        .max()
        .map_or_else(String::new, |date| date.words())
}

/// Writes the worker and the lists of tracks. All pages are written.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(
    context: &Context<'_>,
    boot: Option<&Path>,
    output: &Output,
) -> Result<(), Vec<Diagnostic>> {
    let one = |problem: Diagnostic| vec![problem];
    let (Some(started), Some(boot)) = (&context.assets.boot, boot) else {
        return Ok(());
    };
    let files = output.written();
    let inside = |address: &str| paths::strip_base(&context.base, address).map(str::to_owned);
    let bundles = started.bundles.iter();
    let (large, small): (Vec<_>, Vec<_>) = bundles.partition(|(name, _)| *name == LARGE);
    let addresses = |(_, bundle): &(&String, &super::bundle::Bundle)| {
        [bundle.glue.address.clone(), bundle.wasm.address.clone()]
    };
    let large: Vec<String> = large.iter().flat_map(addresses).collect();
    let mut shell: Vec<String> = small.iter().flat_map(addresses).collect();
    shell.extend([started.address.clone(), started.offline.address.clone()]);
    let fixed = [
        PAGE,
        "/page.frag",
        "/favicon.svg",
        "/manifest.webmanifest",
        "/icons/icon-192.png",
    ];
    shell.extend(fixed.map(|path| context.inside(path)));
    let fonts = files.iter().filter(|file| file.ends_with(".woff2"));
    shell.extend(fonts.map(|file| context.inside(&["/", file].concat())));
    let mut listed = Vec::with_capacity(shell.len());
    for address in shell {
        let path = inside(&address).unwrap_or_default();
        if files.contains(path.trim_start_matches('/')) {
            let bytes = output.read(&path).map_err(one)?;
            listed.push((address, policy::hash(&bytes)));
        }
    }
    let text = script(&boot.join("worker.js"))?;
    let known = json!([text, listed, large]).to_string();
    let release = hashed("release", known.as_bytes());
    // The hashes come last: they may contain any letters.
    let text = [
        ("PREFIX", json!(prefix(&context.base))),
        ("RELEASE", json!(release)),
        ("BASE", json!(context.base)),
        ("LARGE", json!(large)),
        ("SHELL", json!(listed)),
    ]
    .iter()
    .fold(text, |text, (name, value)| {
        text.replace(name, &value.to_string())
    });
    output.write(WORKER, text.as_bytes()).map_err(one)?;
    for track in &context.project.shared.tracks {
        let (path, list) = list(context, track, &large, &files, output).map_err(one)?;
        output.write(&path, list.as_bytes()).map_err(one)?;
    }
    Ok(())
}

/// The path of the list of what a track keeps.
pub fn list_path(slug: &str) -> String {
    ["/keep/", slug, ".json"].concat()
}

/// What a track keeps: the fragments of its pages, their drawings, the lab
/// where a page has a live figure, the search index while it is small.
fn list(
    context: &Context<'_>,
    track: &Track,
    large: &[String],
    files: &BTreeSet<String>,
    output: &Output,
) -> Result<(String, String), Diagnostic> {
    let mut kept = BTreeSet::from([Route::Track(&track.slug).fragment_path()]);
    for step in &track.steps {
        kept.extend(fragment(&step.value));
        if let Target::Topic { slug, .. } = &step.value {
            let quizzes = context.quizzes_of.get(slug.as_str()).into_iter().flatten();
            kept.extend(quizzes.map(|quiz| Route::Quiz(&quiz.slug).fragment_path()));
        }
    }
    kept.retain(|path| files.contains(path.trim_start_matches('/')));
    let pages = kept.len();
    let drawings = files.iter().filter(|file| file.ends_with(".svg"));
    let drawings: Vec<String> = drawings
        .filter(|file| hosts::is_hashed(file))
        .map(|file| ["/", file].concat())
        .collect();
    let mut alive = false;
    for path in kept.clone() {
        let text = String::from_utf8_lossy(&output.read(&path)?).into_owned();
        alive |= text.contains("data-figure");
        let shown = drawings.iter().filter(|path| text.contains(*path));
        kept.extend(shown.cloned());
    }
    if alive {
        let lab = large
            .iter()
            .filter_map(|it| paths::strip_base(&context.base, it));
        kept.extend(lab.map(str::to_owned));
    }
    let of_search = |file: &&String| file.starts_with("search/") || file.starts_with("index-");
    let index = files.iter().filter(of_search);
    let index: Vec<String> = index
        .filter(|file| !file.ends_with(".html") && !file.ends_with(".frag"))
        .map(|file| ["/", file].concat())
        .collect();
    let size = |paths: &mut dyn Iterator<Item = &String>| paths.map(|path| output.size(path)).sum();
    let search: u64 = size(&mut index.iter());
    if search <= SEARCH {
        kept.extend(index);
    }
    let bytes: u64 = size(&mut kept.iter());
    let addresses: Vec<String> = kept.iter().map(|path| context.inside(path)).collect();
    let list = json!({ "pages": pages, "bytes": bytes, "files": addresses });
    Ok((list_path(&track.slug), list.to_string()))
}

/// The fragment of a page that a track leads to.
fn fragment(target: &Target) -> Option<String> {
    match target {
        Target::Topic { slug, .. } => Some(Route::Topic(slug).fragment_path()),
        Target::Quiz { slug, .. } => Some(Route::Quiz(slug).fragment_path()),
        Target::Figure(state) => Some(figures::route(state).fragment_path()),
        _ => None,
    }
}
