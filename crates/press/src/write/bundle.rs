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

/// A bundle as Trunk wrote it, or what is there of it.
#[derive(Default)]
struct Parts {
    glue: Option<Vec<u8>>,
    wasm: Option<Vec<u8>>,
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
    let mut found: BTreeMap<String, Parts> = BTreeMap::new();
    for file in files(bundle) {
        let bytes = || read(&bundle.join(&file));
        if file.contains('/') {
            // Snippets: imported by the glue with relative addresses.
            output.write(&file, &bytes()?).map_err(one)?;
        } else if let Some((name, ending)) = named(&file) {
            let Parts { glue, wasm } = found.entry(name.to_owned()).or_default();
            *if ending == "js" { glue } else { wasm } = Some(bytes()?);
        }
    }
    let mut bundles = BTreeMap::new();
    for (name, parts) in found {
        let glue = parts.glue.ok_or_else(|| lacks(bundle, &name, ".js"))?;
        let wasm = parts.wasm.ok_or_else(|| lacks(bundle, &name, "_bg.wasm"))?;
        // A processor reads all of it before anything runs.
        let glue = without_comments(&String::from_utf8_lossy(&glue));
        let known = numbers(&glue);
        let glue = renamed(glue.as_bytes(), &known);
        let wasm = renamed(&wasm, &known);
        let glue = write(&format!("{name}.js"), &glue, base, output)?;
        let wasm = write(&format!("{name}.wasm"), &wasm, base, output)?;
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

/// How the names begin that glue and module know each other's functions by. They end with [`HASH`] digits of a hash
/// in base 16, which no compression makes shorter.
const BINDING: &[u8] = b"__wbg_";
const HASH: usize = 16;

/// The bindings in a piece of glue or a module: where each begins and ends. Around them stand marks and lengths in
/// the one, and in the other a length and the byte 0, for a function.
fn bindings(bytes: &[u8]) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from
                + bytes[from..]
                    .windows(BINDING.len())
                    .position(|it| it == BINDING)?;
            let length = bytes[start..].iter().position(|it| !is_of_name(*it));
            from = length.map_or(bytes.len(), |length| start + length);
            let name = &bytes[start..from];
            let hash = name.len().checked_sub(HASH).map(|at| &name[at..]);
            if hash.is_some_and(|hash| hash.iter().all(is_digit)) {
                return Some(start..from);
            }
        }
    })
}

const fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

const fn is_digit(byte: &u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'a'..=b'f')
}

/// A number for each binding of a piece of glue, in the order in which they appear.
fn numbers(glue: &str) -> BTreeMap<Vec<u8>, usize> {
    let mut known = BTreeMap::new();
    for place in bindings(glue.as_bytes()) {
        let next = known.len();
        known
            .entry(glue.as_bytes()[place].to_owned())
            .or_insert(next);
    }
    known
}

/// The same bytes with numbers for the hashes of these bindings. Lengths stay, so a module stays one.
fn renamed(bytes: &[u8], known: &BTreeMap<Vec<u8>, usize>) -> Vec<u8> {
    let mut renamed = bytes.to_owned();
    for place in bindings(bytes) {
        if let Some(number) = known.get(&bytes[place.clone()]) {
            let number = format!("{number:0HASH$x}");
            renamed[place.end - HASH..place.end].copy_from_slice(number.as_bytes());
        }
    }
    renamed
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
    use super::{named, numbers, renamed};

    #[test]
    fn the_bindings_of_glue_and_module_get_the_same_numbers() {
        let glue = "__wbg_then_e3f7f2d365708be8: f,\n__wbg_get_2080c49015e35254: g, __wbg_get_imports,\n\
            __wbindgen_cast_0000000000000001, wasm.__wbg_then_e3f7f2d365708be8";
        let module = b"\x0b./search.js_\x1b__wbg_then_e3f7f2d365708be8\0\x1a__wbg_get_2080c49015e35254\0\x1b__wbg_else_ffffffffffffffff";
        let known = numbers(glue);
        assert_eq!(
            String::from_utf8_lossy(&renamed(glue.as_bytes(), &known)),
            "__wbg_then_0000000000000000: f,\n__wbg_get_0000000000000001: g, __wbg_get_imports,\n\
            __wbindgen_cast_0000000000000001, wasm.__wbg_then_0000000000000000"
        );
        assert_eq!(
            String::from_utf8_lossy(&renamed(module, &known)),
            "\x0b./search.js_\x1b__wbg_then_0000000000000000\0\x1a__wbg_get_0000000000000001\0\x1b__wbg_else_ffffffffffffffff"
        );
    }

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
