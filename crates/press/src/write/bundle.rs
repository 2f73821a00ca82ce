//! The bundles that Trunk wrote, and the script that starts them.
//!
//! A bundle is a module of glue and its WebAssembly: `app`, `lab`, `desk`, and
//! whatever else `index.html` names: one is a `[[bin]]` with its feature in
//! `Cargo.toml`, a link in `index.html` and a line of `tests/budget.toml`. Both files get their hash into their
//! name, and the browser checks the whole hash before it runs them: glue by
//! the import map, WebAssembly by `fetch`, the starter by its attribute.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::assets::{files, publish, read, script, without_comments};
use super::output::Output;
use super::policy;
use crate::diagnostic::Diagnostic;

/// Bundles without which there is no site.
const NEEDED: [&str; 3] = ["app", "lab", "desk"];

/// The script that starts the app, and what it knows.
#[derive(Clone, Debug, Default)]
pub struct Boot {
    /// Its address.
    pub address: String,
    /// Its hash, for the `integrity` attribute.
    pub integrity: String,
    /// The import map that it puts into the page: the hashes of all glue.
    pub import_map: String,
    /// The page's side of the service worker.
    pub offline: File,
    /// The bundles by name.
    pub bundles: BTreeMap<String, Bundle>,
}

/// The files of a bundle.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// The module of glue.
    pub glue: File,
    /// The WebAssembly.
    pub wasm: File,
}

/// A file that scripts load.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its address, beginning with the site's base.
    pub address: String,
    /// Its hash, as `integrity` has it.
    pub integrity: String,
}

/// Copies the bundles and the starter under names with their hashes.
///
/// # Errors
/// When a bundle is missing or incomplete, or a file cannot be read or
/// written.
pub fn copy(
    bundle: &Path,
    boot: &Path,
    offline: &str,
    base: &str,
    output: &Output,
) -> Result<Boot, Vec<Diagnostic>> {
    let mut found: BTreeMap<String, (Option<File>, Option<File>)> = BTreeMap::new();
    for file in files(bundle) {
        if file.contains('/') {
            // Snippets: imported by the glue with relative addresses.
            let bytes = read(&bundle.join(&file))?;
            output.write(&file, &bytes).map_err(one)?;
            continue;
        }
        let Some((name, ending)) = named(&file) else {
            continue;
        };
        let mut bytes = read(&bundle.join(&file))?;
        if ending == "js" {
            // A processor reads all of it before anything runs.
            bytes = without_comments(&String::from_utf8_lossy(&bytes)).into_bytes();
        }
        let written = write(&format!("{name}.{ending}"), &bytes, base, output)?;
        let (glue, wasm) = found.entry(name.to_owned()).or_default();
        *if ending == "js" { glue } else { wasm } = Some(written);
    }
    let mut bundles = BTreeMap::new();
    for (name, files) in found {
        let glue = files.0.ok_or_else(|| lacks(bundle, &name, ".js"))?;
        let wasm = files.1.ok_or_else(|| lacks(bundle, &name, "_bg.wasm"))?;
        bundles.insert(name, Bundle { glue, wasm });
    }
    if let Some(name) = NEEDED.iter().find(|name| !bundles.contains_key(**name)) {
        return Err(lacks(bundle, name, ".js"));
    }
    let offline = write("offline.js", offline.as_bytes(), base, output)?;
    let glue = bundles.values().map(|bundle| &bundle.glue);
    let modules = glue.chain([&offline]);
    let hashes: BTreeMap<_, _> = modules.map(|it| (&it.address, &it.integrity)).collect();
    let import_map = json!({ "integrity": hashes }).to_string();
    let known: BTreeMap<_, _> = bundles
        .iter()
        .map(|(name, Bundle { glue, wasm })| {
            (name, [&glue.address, &wasm.address, &wasm.integrity])
        })
        .collect();
    let script = script(&boot.join("boot.js"))?
        .replacen("OFFLINE", &json!(offline.address).to_string(), 1)
        .replacen("IMPORT_MAP", &json!(import_map).to_string(), 1)
        .replacen("BUNDLES", &json!(known).to_string(), 1);
    let File { address, integrity } = write("boot.js", script.as_bytes(), base, output)?;
    Ok(Boot {
        address,
        integrity,
        import_map,
        offline,
        bundles,
    })
}

/// The bundle that a file of Trunk's belongs to, and its ending. Trunk puts a
/// hash into the names of the main bundle.
fn named(file: &str) -> Option<(&str, &str)> {
    let (stem, ending) = file.rsplit_once('.')?;
    let stem = match ending {
        "js" => stem,
        "wasm" => stem.strip_suffix("_bg")?,
        _ => return None,
    };
    Some((stem.split_once('-').map_or(stem, |(name, _)| name), ending))
}

fn write(name: &str, bytes: &[u8], base: &str, output: &Output) -> Result<File, Vec<Diagnostic>> {
    Ok(File {
        address: publish(name, bytes, base, output).map_err(one)?,
        integrity: policy::hash(bytes),
    })
}

fn one(problem: Diagnostic) -> Vec<Diagnostic> {
    vec![problem]
}

fn lacks(bundle: &Path, name: &str, ending: &str) -> Vec<Diagnostic> {
    one(Diagnostic::of_file(
        &bundle.display().to_string(),
        format!("the bundle lacks {name}{ending}"),
        "run `cargo xtask build`, which builds it first, or give `--no-bundle`",
    ))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn files_tell_which_bundle_they_belong_to() {
        for (file, expected) in [
            ("app-2179a054a490902f.js", Some(("app", "js"))),
            ("app-2179a054a490902f_bg.wasm", Some(("app", "wasm"))),
            ("lab.js", Some(("lab", "js"))),
            ("lab_bg.wasm", Some(("lab", "wasm"))),
            ("index.html", None),
        ] {
            assert_eq!(named(file), expected, "{file}");
        }
    }
}
