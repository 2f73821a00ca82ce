//! The built site: its files, its sitemap, and a server for it.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    sync::{
        LazyLock, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use base64::Engine as _;
use sha2::{Digest, Sha256};
use xtask::{
    serve::{Options, Server},
    tools,
};

/// The folder of the built site: `PRIME_MOVER_DIST`, else `dist/` of this clone.
///
/// # Panics
/// If there is no built site.
pub fn dist() -> PathBuf {
    let folder = env::var_os("PRIME_MOVER_DIST")
        .map_or_else(|| tools::repository().join("dist"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "no built site in {}: run `cargo xtask build` first, or name another folder in PRIME_MOVER_DIST",
        folder.display()
    );
    folder
}

/// A file of the built site as text.
///
/// # Panics
/// If it is not there or not UTF-8.
pub fn text(file: &str) -> String {
    let path = dist().join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The paths of the pages of the sitemap, such as `/topics/three-glutes/`, in its order.
///
/// # Panics
/// If the sitemap names no page or one of another origin.
pub fn routes() -> Vec<String> {
    let sitemap = text("sitemap.xml");
    let origin = origin();
    let routes: Vec<String> = sitemap
        .split("<loc>")
        .skip(1)
        .map(|rest| {
            let address = rest.split("</loc>").next().unwrap_or_default().trim();
            let path = address.strip_prefix(origin.trim_end_matches('/'));
            path.unwrap_or_else(|| panic!("sitemap.xml: {address} does not begin with {origin}"))
                .to_owned()
        })
        .collect();
    assert!(!routes.is_empty(), "sitemap.xml names no page");
    routes
}

/// The address that the site gives itself, with a slash at the end: the home page's canonical link.
///
/// # Panics
/// If the home page has none.
pub fn origin() -> String {
    let home = crate::page::Page::parse("/", &text("index.html"));
    home.attr("link[rel=canonical]", "href")
        .expect("a canonical link on the home page")
}

/// The file of a route: `/topics/` is `topics/index.html`.
pub fn file_of(route: &str) -> String {
    let file = route.trim_start_matches('/');
    if file.is_empty() || file.ends_with('/') {
        format!("{file}index.html")
    } else {
        file.to_owned()
    }
}

/// All files below the built site, as paths with `/` relative to it, sorted.
///
/// # Panics
/// If a folder cannot be read.
pub fn files() -> Vec<String> {
    files_in(&dist())
}

fn files_in(root: &Path) -> Vec<String> {
    fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &format!("{name}/"), found)?;
            } else {
                found.push(name);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(root, "", &mut found).unwrap_or_else(|error| panic!("{}: {error}", root.display()));
    found.sort();
    found
}

/// Whether pages are served as they are, or with the probe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served {
    /// The built site, nothing changed.
    AsBuilt,
    /// With a script as the first thing in `<head>` that records errors, warnings and violations of the
    /// content security policy, for browsers whose drivers do not tell.
    Probed,
}

/// The address of the running server, such as `http://127.0.0.1:4321`, started at the first call.
///
/// # Panics
/// If it cannot be started.
pub fn serve(how: Served) -> String {
    static AS_BUILT: LazyLock<Server> = LazyLock::new(|| start(&dist()));
    static PROBED: LazyLock<Server> = LazyLock::new(|| start(&probed_copy()));
    let server = match how {
        Served::AsBuilt => &AS_BUILT,
        Served::Probed => &PROBED,
    };
    server.url().trim_end_matches('/').to_owned()
}

/// A server of the built site for one test alone, which records what it serves.
///
/// # Panics
/// If it cannot be started.
pub fn recorder() -> Server {
    Server::start(Options {
        record: true,
        ..Options::new(dist())
    })
    .expect("a server for the built site")
}

fn start(folder: &Path) -> Server {
    Server::start(Options::new(folder))
        .unwrap_or_else(|error| panic!("cannot serve {}: {error}", folder.display()))
}

/// A folder of the tests' own, below `target/`.
///
/// # Panics
/// If it cannot be made.
pub fn scratch(name: &str) -> PathBuf {
    let folder = tools::repository().join("target/site-tests").join(name);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}

/// A copy of the built site that a test may change; it goes with the test.
#[derive(Debug)]
pub struct Copy(PathBuf);

/// Copies the built site, without compressed files: a changed one would be served as it was.
///
/// # Panics
/// If it cannot be copied.
pub fn copy(name: &str) -> Copy {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let copy = Copy(scratch(&format!("{name}-{}-{number}", std::process::id())));
    for file in files()
        .iter()
        .filter(|file| !file.ends_with(".br") && !file.ends_with(".gz"))
    {
        // One file under two names: only what a test writes anew is its own.
        let path = copy.0.join(file);
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| {
                let own = dist().join(file);
                fs::hard_link(&own, &path).or_else(|_| fs::copy(&own, &path).map(drop))
            })
            .unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    copy
}

impl Copy {
    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Its files, as paths relative to it.
    pub fn files(&self) -> Vec<String> {
        files_in(&self.0)
    }

    /// What a file holds.
    ///
    /// # Panics
    /// If it is not there.
    pub fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.0.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Writes a file.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn write(&self, file: &str, bytes: &[u8]) {
        let path = self.0.join(file);
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        // The file may have another name in `dist/`, which keeps what it holds.
        let old = fs::remove_file(&path).or_else(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        });
        folder
            .and(old)
            .and_then(|()| fs::write(&path, bytes))
            .unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// A server for it that records what it serves.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn serve(&self) -> Server {
        self.serve_at(0)
    }

    /// As [`Copy::serve`], at a port.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn serve_at(&self, port: u16) -> Server {
        Server::start(Options {
            record: true,
            port,
            ..Options::new(&self.0)
        })
        .expect("a server for the copy")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // It lies below `target/` anyway.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The script that records what goes wrong on a page.
const PROBE: &str = include_str!("scripts/probe.js");

/// Copies the site with the probe in every page. Compressed files stay behind: they would be served
/// without it.
fn probed_copy() -> PathBuf {
    static MAKING: Mutex<()> = Mutex::new(());
    let _alone = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    let copies = scratch("probed");
    // A process that has ended needs its copy no more.
    for entry in fs::read_dir(&copies).into_iter().flatten().flatten() {
        if !Path::new("/proc").join(entry.file_name()).exists() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    let copy = copies.join(std::process::id().to_string());
    let dist = dist();
    let write = |file: &str| -> io::Result<()> {
        let to = copy.join(file);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        if file.ends_with(".html") {
            let html = fs::read_to_string(dist.join(file))?;
            fs::write(
                to,
                html.replacen("<head>", &format!("<head><script>{PROBE}</script>"), 1),
            )
        } else if file == "_headers" {
            // The probe stands before the policy in the page; in the header it must be named.
            let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(PROBE));
            let known = format!("script-src 'self' 'sha256-{hash}'");
            let rules = fs::read_to_string(dist.join(file))?;
            fs::write(to, rules.replace("script-src 'self'", &known))
        } else {
            fs::copy(dist.join(file), to).map(|_| ())
        }
    };
    for file in files()
        .iter()
        .filter(|file| !file.ends_with(".br") && !file.ends_with(".gz"))
    {
        write(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    copy
}
