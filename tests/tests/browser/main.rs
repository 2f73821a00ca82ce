//! The site in Chromium, Firefox and WebKitGTK, as its readers use it.
//!
//! Each test starts from a fresh profile. Names, titles and addresses come from the built pages, so that
//! editing an article breaks no test.

mod article;

/// Makes one test per engine of a journey: `journey => setup`.
macro_rules! in_every_engine {
    ($($journey:ident => $setup:expr),+ $(,)?) => {
        in_engines!(chromium Chromium: $($journey => $setup),+);
        in_engines!(firefox Firefox: $($journey => $setup),+);
        in_engines!(webkit WebKit: $($journey => $setup),+);
    };
}

/// Makes one test in one engine of each journey.
macro_rules! in_engines {
    ($module:ident $engine:ident: $($journey:ident => $setup:expr),+ $(,)?) => {
        mod $module {
            use site_tests::browser::{Engine, Setup, run};
            $(
                #[test]
                fn $journey() {
                    run(Engine::$engine, $setup, super::$journey);
                }
            )+
        }
    };
}

mod all_routes;
mod barriers;
mod below;
mod brief;
mod continuing;
mod embed;
mod figure;
mod figures;
mod guess;
mod hostile;
mod installed;
mod journey;
mod kinds;
mod navigation;
mod offline;
mod parts;
mod plan;
mod progress;
mod quiz;
mod reading;
mod review;
mod safety;
mod search;
mod share;
mod storage;
mod theme;
mod without_scripts;
