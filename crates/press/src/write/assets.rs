//! What every document loads: style, fonts, scripts, the app and the other
//! bundles.

use std::fs;
use std::path::{Path, PathBuf};

use content::paths;
use sha2::{Digest, Sha256};

use super::bundle::{self, Boot};
use super::output::Output;
use super::{css, offline, policy};
use crate::diagnostic::Diagnostic;
use crate::parallel;

/// Where assets come from; each may be absent.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// The style's folder, with `order.txt`.
    pub style: Option<PathBuf>,
    /// Files that are copied as they are; fonts get their hash in the name.
    pub public: Option<PathBuf>,
    /// The folder of `boot.js` and `theme.js`.
    pub boot: Option<PathBuf>,
    /// What Trunk wrote.
    pub bundle: Option<PathBuf>,
}

/// What documents say about assets. Addresses begin with the site's base.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The style.
    pub style: css::Style,
    /// The hashes of its parts, which each document names.
    pub style_hashes: Vec<String>,
    /// The address of the file with what documents do not have inline.
    pub later_style: Option<String>,
    /// The script that sets the theme before the first paint.
    pub theme: String,
    /// The script of pages that stand inside other sites: its address and its hash.
    pub embed: Option<(String, String)>,
    /// The app; `None` without a bundle.
    pub boot: Option<Boot>,
    /// The icon.
    pub icon: Option<String>,
    /// The web manifest.
    pub manifest: Option<String>,
    /// The file of the icon, whose shapes are the site's mark.
    pub mark: String,
    /// The files of static drawings and of the atlas' sheets, by name.
    pub plates: Vec<(&'static str, String)>,
    /// The files of moves, those of a move in the order of its positions.
    pub moves: Vec<MoveFile>,
    /// The content security policy that fits every document.
    pub policy: String,
}

/// The drawing of a position.
#[derive(Clone, Debug)]
pub struct MoveFile {
    /// The move's name.
    pub name: &'static str,
    /// Where the file is, with the site's base in front.
    pub address: String,
}

/// Files of the public folder that are notes to ourselves.
const PRIVATE: [&str; 2] = ["md", "py"];

/// Writes the assets into `output`; `version` is the date of the content, for
/// people.
///
/// # Errors
/// When a file is missing or cannot be read or written.
pub fn write(
    folders: &Folders,
    base: &str,
    version: &str,
    output: &Output,
) -> Result<Assets, Vec<Diagnostic>> {
    let mut assets = Assets::default();
    if let Some(style) = &folders.style {
        let style = css::join(style)?;
        assets.style = style;
    }
    if let Some(public) = &folders.public {
        copy_public(public, base, output, &mut assets)?;
    }
    if let Some(boot) = &folders.boot {
        assets.theme = script(&boot.join("theme.js"))?;
        let embed = script(&boot.join("embed.js"))?;
        let address =
            publish("embed.js", embed.as_bytes(), base, output).map_err(|problem| vec![problem])?;
        assets.embed = Some((address, policy::hash(embed.as_bytes())));
        if let Some(bundle) = &folders.bundle {
            let offline = offline::page_script(boot, base, version)?;
            assets.boot = Some(bundle::copy(bundle, boot, &offline, base, output)?);
        }
    }
    let later = assets.style.later();
    if !later.is_empty() {
        let address = publish("style/later.css", later.as_bytes(), base, output);
        assets.later_style = Some(address.map_err(|problem| vec![problem])?);
    }
    type Image<'a> = &'a dyn Fn(&str) -> String;
    let mut write_image = |name: &'static str, image: Image<'_>| {
        let image = image(&colors(&assets.style.first, &image("")));
        let address = publish(
            &format!("plates/{name}.svg"),
            image.as_bytes(),
            base,
            output,
        )
        .map_err(|problem| vec![problem])?;
        assets.plates.push((name, address));
        Ok::<_, Vec<Diagnostic>>(())
    };
    for plate in plates::PLATES {
        write_image(plate.name, &|colors| plate.image(colors))?;
    }
    for sheet in plates::atlas::SHEETS {
        write_image(sheet.name, &|colors| sheet.image(colors))?;
    }
    assets.moves = moves(&assets.style.first, base, output).map_err(|problem| vec![problem])?;
    let parts = assets.style.parts();
    assets.style_hashes = parts.map(|part| policy::hash(part.as_bytes())).to_vec();
    assets.policy = policy::of_site(&assets);
    Ok(assets)
}

/// Writes a file under its name with its hash; gives its address, with the site's base in front.
pub(super) fn publish(
    name: &str,
    bytes: &[u8],
    base: &str,
    output: &Output,
) -> Result<String, Diagnostic> {
    let path = hashed(name, bytes);
    output.write(&path, bytes)?;
    Ok(paths::join(base, &format!("/{path}")))
}

/// Writes the drawings of moves. Moves that begin alike share a file.
fn moves(css: &str, base: &str, output: &Output) -> Result<Vec<MoveFile>, Diagnostic> {
    let moves = plates::positions::MOVES.iter();
    let all: Vec<_> = moves
        .flat_map(|one| one.positions.iter().map(|position| (one.name, position)))
        .collect();
    let drawn = parallel::map(all.len(), |at| {
        let (name, position) = all[at];
        let image = position.image(&colors(css, &position.image("")));
        let address = publish("plates/move.svg", image.as_bytes(), base, output)?;
        Ok(MoveFile { name, address })
    });
    drawn.into_iter().collect()
}

/// The style's values of the custom properties that a drawing uses. An image
/// does not see the style of the page that shows it.
pub(super) fn colors(css: &str, drawing: &str) -> String {
    let mut names: Vec<&str> = drawing
        .split("var(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .collect();
    names.sort_unstable();
    names.dedup();
    let mut style = String::from(":root{color-scheme:light dark");
    for name in names {
        let declared = format!("{name}:");
        if let Some((_, rest)) = css.split_once(&declared)
            && let Some(value) = rest.split([';', '}']).next()
        {
            style.push_str(&format!(";{declared}{}", value.trim()));
        }
    }
    style.push('}');
    style
}

/// A script without the lines that are only comments.
pub(super) fn script(path: &Path) -> Result<String, Vec<Diagnostic>> {
    let text = read(path)?;
    Ok(without_comments(&String::from_utf8_lossy(&text)))
}

/// A script without indentation, empty lines and comments that stand on lines of their own, as ours and
/// those of wasm-bindgen do. Neither has a text of several lines.
pub(super) fn without_comments(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*") && (line.ends_with("*/") || !line.contains("*/"));
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            short.push_str(line);
            short.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    short
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    fs::read(path).map_err(|error| {
        vec![Diagnostic::of_file(
            &path.display().to_string(),
            format!("this file cannot be read: {error}"),
            "bring it back; the site needs it",
        )]
    })
}

/// `name.ending` with the hash of `bytes`: `name-0123456789abcdef.ending`.
pub(super) fn hashed(path: &str, bytes: &[u8]) -> String {
    let hash = short_hash(&Sha256::digest(bytes));
    match path.rsplit_once('.') {
        Some((name, ending)) => format!("{name}-{hash}.{ending}"),
        None => format!("{path}-{hash}"),
    }
}

/// What stands in names of a SHA-256 hash: 16 hexadecimal digits.
pub(super) fn short_hash(hash: &[u8]) -> String {
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Every file below `folder`, as its path inside it, sorted.
pub(super) fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inside))
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{inside}{name}");
            if entry.path().is_dir() {
                folders.push(format!("{path}/"));
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn copy_public(
    public: &Path,
    base: &str,
    output: &Output,
    assets: &mut Assets,
) -> Result<(), Vec<Diagnostic>> {
    let address = |path: &str| paths::join(base, &format!("/{path}"));
    for file in files(public) {
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        if PRIVATE.contains(&ending) {
            continue;
        }
        let bytes = read(&public.join(&file))?;
        let mut path = file.clone();
        if ending == "woff2" {
            path = hashed(&file, &bytes);
            let (plain, new) = (format!("url(/{file})"), format!("url({})", address(&path)));
            assets.style.first = assets.style.first.replace(&plain, &new);
        }
        output
            .write(&path, &bytes)
            .map_err(|problem| vec![problem])?;
        match file.as_str() {
            "favicon.svg" => {
                assets.icon = Some(address(&path));
                assets.mark = String::from_utf8_lossy(&bytes).into_owned();
            }
            "manifest.webmanifest" => assets.manifest = Some(address(&path)),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_brings_the_colors_it_uses() {
        let css = ":root{--ink: light-dark(#000, #fff);\n--bone: #eee;--nerve:#ff0}";
        let drawing = r#"<path fill="var(--ink)" stroke="var(--nerve)"/><path fill="var(--ink)"/>"#;
        assert_eq!(
            colors(css, drawing),
            ":root{color-scheme:light dark;--ink:light-dark(#000, #fff);--nerve:#ff0}"
        );
    }

    #[test]
    fn scripts_lose_the_comments_that_stand_alone() {
        let script = "/* types */\nclass A {\n    /**\n     * @returns {number}\n     */\n    get b() {\n\n        return 1; // one\n    }\n}\n/* c */ d();\n// end\n";
        assert_eq!(
            without_comments(script),
            "class A {\nget b() {\nreturn 1; // one\n}\n}\n/* c */ d();\n"
        );
    }

    #[test]
    fn names_carry_the_hash_before_the_ending() {
        assert_eq!(hashed("a/b.js", b""), "a/b-e3b0c44298fc1c14.js");
    }
}
