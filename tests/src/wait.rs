//! Waiting for something to become so.

use std::time::{Duration, Instant};

/// How long a browser may take for anything that a reader would wait for.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// What one look counts at most: while the whole machine stood still, no browser could do anything.
const LOOK: Duration = Duration::from_secs(3);
/// How often to look.
const INTERVAL: Duration = Duration::from_millis(25);

/// Looks again and again until `look` gives `Ok`.
///
/// `expected` says what is waited for; the `Err` of `look` says what is there instead.
///
/// # Panics
/// After [`PATIENCE`], with both.
pub async fn until<T>(expected: &str, look: impl AsyncFnMut() -> Result<T, String>) -> T {
    within(PATIENCE, expected, look).await
}

/// [`until`], with a deadline of its own.
///
/// # Panics
/// After `patience`, with what was expected and what was there. A look that takes long, as where a machine was
/// put to sleep, counts little of it.
pub async fn within<T>(
    patience: Duration,
    expected: &str,
    mut look: impl AsyncFnMut() -> Result<T, String>,
) -> T {
    let mut waited = Duration::ZERO;
    loop {
        let start = Instant::now();
        match look().await {
            Ok(found) => return found,
            Err(instead) => assert!(
                waited < patience,
                "expected within {} s: {expected}\nthere was: {instead}",
                patience.as_secs_f32(),
            ),
        }
        tokio::time::sleep(INTERVAL).await;
        waited += start.elapsed().min(LOOK);
    }
}
