//! Telling open pages to load again, for `cargo xtask dev`.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Where pages listen.
pub(super) const EVENTS: &str = "/__reload";
/// The script that makes them listen. A file of its own, because the site's content
/// security policy allows no inline script that it does not know.
pub(super) const SCRIPT: &str = "/__reload.js";
/// What that file holds.
pub(super) const SCRIPT_TEXT: &str = "\
new EventSource('/__reload').onmessage = () => location.reload();\n";
/// What is put into every page's head.
pub(super) const TAG: &str = "<script src=\"/__reload.js\" defer></script>";

/// How often a quiet line is checked for a listener that left.
const PING: Duration = Duration::from_secs(2);

/// Shared between the one who builds and the server.
#[derive(Clone, Debug, Default)]
pub struct Reload(Arc<(Mutex<u64>, Condvar)>);

impl Reload {
    /// Tells all open pages.
    pub fn tell(&self) {
        let (count, changed) = &*self.0;
        *count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        changed.notify_all();
    }

    /// Streams events to one page until it leaves.
    pub(super) fn stream(&self, output: &mut impl Write, stopping: &AtomicBool) -> io::Result<()> {
        let (count, changed) = &*self.0;
        // Before the first word: whoever has read that is told of everything that follows.
        let mut seen = *count.lock().unwrap_or_else(PoisonError::into_inner);
        output.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\
              Cache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n",
        )?;
        while !stopping.load(Ordering::SeqCst) {
            let guard = count.lock().unwrap_or_else(PoisonError::into_inner);
            let (guard, _) = changed
                .wait_timeout_while(guard, PING, |now| *now == seen)
                .unwrap_or_else(PoisonError::into_inner);
            let now = *guard;
            drop(guard);
            let message: &[u8] = if now == seen {
                b": still here\n\n"
            } else {
                b"data: reload\n\n"
            };
            seen = now;
            output.write_all(message)?;
            output.flush()?;
        }
        Ok(())
    }
}
