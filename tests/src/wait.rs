//! Waiting for something to become so.

use std::time::{Duration, Instant};

/// How long a browser may take for anything that a reader would wait for.
pub const PATIENCE: Duration = Duration::from_secs(30);
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
/// After `patience`, with what was expected and what was there.
pub async fn within<T>(
    patience: Duration,
    expected: &str,
    mut look: impl AsyncFnMut() -> Result<T, String>,
) -> T {
    let start = Instant::now();
    loop {
        match look().await {
            Ok(found) => return found,
            Err(instead) => assert!(
                start.elapsed() < patience,
                "expected within {} s: {expected}\nthere was: {instead}",
                patience.as_secs_f32(),
            ),
        }
        tokio::time::sleep(INTERVAL).await;
    }
}
