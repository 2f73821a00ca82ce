//! Pictures of every page: `cargo run -p site-tests --bin screenshots -- <out folder> [part of a route …]`.
//!
//! Full pages at 360, 768 and 1440 CSS pixels, light and dark, in Chromium, from the site in `dist/` or in
//! `PRIME_MOVER_DIST`.

use std::{env, fs, path::Path, process::ExitCode};

use site_tests::{
    browser::{Browser, Engine, Setup},
    site,
};

const WIDTHS: [u32; 3] = [360, 768, 1440];
const THEMES: [&str; 2] = ["light", "dark"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((folder, parts)) = arguments.split_first() else {
        eprintln!(
            "say where the pictures go: cargo run -p site-tests --bin screenshots -- <folder> [part of a route …]"
        );
        return ExitCode::FAILURE;
    };
    let folder = Path::new(folder);
    if let Err(error) = fs::create_dir_all(folder) {
        eprintln!("{}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    routes
        .retain(|route| parts.is_empty() || parts.iter().any(|part| route.contains(part.as_str())));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let Ok(runtime) = runtime else {
        eprintln!("cannot start an async runtime");
        return ExitCode::FAILURE;
    };
    runtime.block_on(async {
        let browser = Browser::start(Engine::Chromium, Setup::default()).await;
        for route in &routes {
            for theme in THEMES {
                browser.prefer_color_scheme(theme).await;
                for width in WIDTHS {
                    browser.viewport(width, 900).await;
                    browser.open(route).await;
                    let name = route.trim_matches('/').replace('/', "-");
                    let name = if name.is_empty() { "home" } else { &name };
                    let file = folder.join(format!("{name}-{width}-{theme}.png"));
                    match fs::write(&file, browser.full_page().await) {
                        Ok(()) => println!("{}", file.display()),
                        Err(error) => eprintln!("{}: {error}", file.display()),
                    }
                }
            }
        }
        browser.stop().await;
    });
    ExitCode::SUCCESS
}
