//! Mini-sites for the tests of the press.

use std::fs;
use std::path::{Path, PathBuf};

use press::{Compression, Folders, Ids, Options, Previews};

/// The folder of the fixtures.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/content")
}

/// A fresh folder for a test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Copies the files below `from` over those below `to`.
pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the fixture is there") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

/// How the valid mini-site is built into `out`.
pub(crate) fn options(out: &Path) -> Options {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Options {
        content: fixtures().join("valid"),
        folders: Folders {
            style: Some(root.join("style")),
            public: Some(root.join("public")),
            boot: Some(root.join("src/boot")),
            bundle: None,
        },
        out: out.to_owned(),
        base: String::from("/"),
        origin: None,
        compression: Compression::Off,
        previews: Previews::Shared,
        ids: Ids::Check,
        keep_previous: None,
        shelf: None,
    }
}

/// Every file below `folder`, as its path inside it, sorted.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inside) = open.pop() {
        for entry in fs::read_dir(inside).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(folder).expect("below the folder");
                found.push(inside.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}
