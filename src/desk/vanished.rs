//! Questions that the reader has answered and that the site no longer has. Their answers stay in the
//! record, but nothing can ask them, so they must not be counted as due.

use crate::platform::storage::{self, VANISHED_KEY as KEY};

/// Notes whether a question was looked for in vain. Where nothing can be stored, nothing is noted.
pub fn note(name: &str, is_gone: bool) {
    let stored = storage::read(KEY).ok().flatten().unwrap_or_default();
    let mut names: Vec<&str> = stored.lines().collect();
    if names.contains(&name) == is_gone {
        return;
    }
    if is_gone {
        names.push(name);
    } else {
        names.retain(|known| *known != name);
    }
    let _ = storage::write(KEY, &names.join("\n"));
}
