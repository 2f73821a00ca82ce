//! The files of the index that are here.

use std::cell::RefCell;

use search::File;
use search::query::Files;
use search::root::Root;
use wasm_bindgen_futures::spawn_local;

use crate::platform::{
    dom,
    fetch::{FetchError, Request},
};

/// Where the root is, inside the site.
const ROOT: &str = "search/root.txt";

thread_local! {
    static HERE: RefCell<Here> = RefCell::default();
}

#[derive(Default)]
struct Here {
    /// Few enough to look through.
    texts: Vec<(File, String)>,
    /// Where the files of the root are, with the base.
    folder: String,
}

impl Files for Here {
    fn text(&self, file: File) -> Option<&str> {
        let mut texts = self.texts.iter();
        texts
            .find(|(it, _)| *it == file)
            .map(|(_, text)| text.as_str())
    }
}

/// Asks a question of the files that are here.
pub(super) fn with<T>(work: impl FnOnce(&dyn Files) -> T) -> T {
    HERE.with_borrow(|here| work(here))
}

/// Fetches the root before somebody needs it, unless the starter has it already, and perhaps a shard.
pub(super) fn fetch_root() {
    if let Some(place) = dom::query("[data-root]") {
        let [root, shard] = ["data-root", "data-shard"].map(|name| {
            let text = dom::attr(&place, name);
            let _ = place.remove_attribute(name);
            text
        });
        keep(File::Root, root);
        if let Some((number, text)) = shard.split_once('\n')
            && let Ok(number) = number.parse()
        {
            keep(File::Words(number), text.to_owned());
        }
    }
    if HERE.with_borrow(|here| here.texts.is_empty()) {
        spawn_local(async {
            fetch(&[File::Root]).await;
        });
    }
}

/// Fetches files, all at once and from now on; `false` if one did not come.
pub(super) fn fetch(files: &[File]) -> impl Future<Output = bool> + use<> {
    let folder = folder();
    let on_their_way: Vec<(File, Request)> = files
        .iter()
        .map(|file| {
            let address = match file {
                File::Root => root(),
                file => [folder.as_str(), &file.name()].concat(),
            };
            (*file, Request::start(&address))
        })
        .collect();
    async move {
        let mut all = true;
        for (file, request) in on_their_way {
            match request.text().await {
                Ok(text) if file == File::Root || self::folder() == folder => keep(file, text),
                // It belongs to a root that another question has replaced meanwhile.
                Ok(_) => {}
                Err(FetchError::Status(_)) if file != File::Root => {
                    // The site was published anew since the root came: begin again with the new one. What
                    // else was asked for belongs to the old one.
                    let Ok(text) = Request::start(&root()).text().await else {
                        return false;
                    };
                    HERE.with_borrow_mut(|here| here.texts.clear());
                    keep(File::Root, text);
                    if self::folder() == folder {
                        // It is not new; it lacks this file.
                        keep(file, String::new());
                    }
                    return true;
                }
                Err(_) => all = false,
            }
        }
        all
    }
}

/// Where the root is, with the base.
fn root() -> String {
    [dom::base_path().as_str(), ROOT].concat()
}

/// Where the files of the present root are.
fn folder() -> String {
    HERE.with_borrow(|here| here.folder.clone())
}

fn keep(file: File, text: String) {
    HERE.with_borrow_mut(|here| {
        if file == File::Root
            && let Some(root) = Root::decode(&text)
        {
            here.folder = [dom::base_path().as_str(), &root.folder, "/"].concat();
        }
        here.texts.retain(|(it, _)| *it != file);
        here.texts.push((file, text));
    });
}
