//! The frame of a page: header, `<main>`, footer, as the app renders them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use prime_mover::shell;

/// What stands before and behind the inside of `<main>`.
type Frame = Arc<[String; 2]>;

/// The frames of a site: a handful, which thousands of pages share.
#[derive(Debug, Default)]
pub struct Frames {
    known: Mutex<HashMap<(String, bool), Frame>>,
}

impl Frames {
    /// The frame of the page at `path` (inside the site) of a site served below `base`.
    pub fn of(&self, path: &str, base: &str) -> Frame {
        let (top, whole) = shell::kind(path);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let frame = known.entry((top.to_owned(), whole));
        let frame = frame.or_insert_with(|| Arc::new(shell::frame(path, base)));
        Arc::clone(frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_of_its_kind_is_that_of_the_page() {
        let frames = Frames::default();
        for path in [
            "/",
            "/404.html",
            "/topics/",
            "/topics/hip/",
            "/topics/three-glutes/",
            "/figures/",
            "/figures/walking/",
            "/figures/walking/slow/",
            "/quizzes/",
            "/quizzes/hip/",
            "/embed/quizzes/hip/",
            "/embed/figures/walking/",
            "/tracks/hip/",
            "/glossary/",
            "/progress/",
            "/search/",
            "/search/a/",
        ] {
            let frame = frames.of(path, "/course/");
            let whole = shell::render(path, "/course/", String::from("<p>Hip</p>"));
            assert_eq!(frame.join("<p>Hip</p>"), whole, "{path}");
        }
    }
}
