//! The files of the index that are here.

use std::cell::RefCell;
use std::collections::BTreeMap;

use search::File;
use search::query::Files;
use search::root::Root;
use wasm_bindgen_futures::spawn_local;

use crate::platform::{
    dom,
    fetch::{FetchError, Pending},
};

/// Where the root is, inside the site.
const ROOT: &str = "search/root.txt";

thread_local! {
    static HERE: RefCell<Here> = RefCell::default();
}

#[derive(Default)]
struct Here {
    texts: BTreeMap<File, String>,
    /// Where the files of the root are, with the base.
    folder: String,
}

impl Files for Here {
    fn text(&self, file: File) -> Option<&str> {
        self.texts.get(&file).map(String::as_str)
    }
}

/// Asks a question of the files that are here.
pub(super) fn with<T>(work: impl FnOnce(&dyn Files) -> T) -> T {
    HERE.with_borrow(|here| work(here))
}

/// Fetches the root before somebody needs it.
pub(super) fn fetch_root() {
    if HERE.with_borrow(|here| here.texts.is_empty()) {
        spawn_local(async {
            fetch(&[File::Root]).await;
        });
    }
}

/// Fetches files, all at once; `false` if one did not come.
pub(super) async fn fetch(files: &[File]) -> bool {
    let folder = HERE.with_borrow(|here| here.folder.clone());
    let on_their_way: Vec<(File, Pending)> = files
        .iter()
        .map(|file| {
            let address = match file {
                File::Root => [dom::base_path().as_str(), ROOT].concat(),
                file => [folder.as_str(), &file.name()].concat(),
            };
            (*file, Pending::fetch(address))
        })
        .collect();
    let mut all = true;
    for (file, pending) in on_their_way {
        match pending.text().await {
            Ok(text) => keep(file, text),
            Err(FetchError::Status(_)) if file != File::Root => {
                // The site was published anew since the root came: begin again with the new one.
                HERE.with_borrow_mut(|here| here.texts.clear());
                keep(file, String::new());
            }
            Err(_) => all = false,
        }
    }
    all
}

fn keep(file: File, text: String) {
    HERE.with_borrow_mut(|here| {
        if file == File::Root
            && let Some(root) = Root::decode(&text)
        {
            here.folder = [dom::base_path().as_str(), &root.folder, "/"].concat();
        }
        here.texts.insert(file, text);
    });
}
