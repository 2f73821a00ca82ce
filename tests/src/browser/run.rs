//! A test with its browser.

use std::{
    fs,
    panic::{self, AssertUnwindSafe},
    sync::{Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

use futures_util::FutureExt;

use super::{Browser, Engine, Setup};
use crate::site;

/// Browsers at the same time: as many as a small machine has cores.
const MOST: usize = 2;
/// No single test may take longer.
const LIMIT: Duration = Duration::from_secs(900);

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

/// Leave to run one more browser.
struct Permit;

impl Permit {
    fn wait() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = ENDED
            .wait_while(running, |running| *running >= MOST)
            .unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}

/// Runs a test in a browser of its own.
///
/// When the test fails, the address, the page's problems and a screenshot are kept in
/// `target/site-tests/failures/` before the browser ends.
///
/// # Panics
/// If the test does, or takes longer than [`LIMIT`].
pub fn run(engine: Engine, setup: Setup, test: impl AsyncFnOnce(&Browser)) {
    let _permit = Permit::wait();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let outcome = runtime.block_on(async {
        let browser = Browser::start(engine, setup).await;
        let outcome = AssertUnwindSafe(tokio::time::timeout(LIMIT, test(&browser)))
            .catch_unwind()
            .await;
        if !matches!(outcome, Ok(Ok(()))) {
            // Whatever fails here must not hide why the test failed.
            let telling = AssertUnwindSafe(tokio::time::timeout(
                Duration::from_secs(15),
                tell(&browser),
            ));
            let _ = telling.catch_unwind().await;
        }
        browser.stop().await;
        outcome
    });
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(_)) => panic!("not finished after {} s", LIMIT.as_secs()),
        Err(cause) => panic::resume_unwind(cause),
    }
}

/// Prints where the browser stood when the test failed, and keeps a picture of it.
async fn tell(browser: &Browser) {
    let name = thread::current()
        .name()
        .unwrap_or("test")
        .replace("::", "-");
    if let Ok(address) = browser.client.current_url().await {
        println!("{name} failed at {address}");
    }
    if browser.setup.scripts {
        println!("problems of the page: {:?}", browser.problems().await);
    }
    if let Ok(picture) = browser.client.screenshot().await {
        let file = site::scratch("failures").join(format!("{name}.png"));
        if fs::write(&file, picture).is_ok() {
            println!("screenshot: {}", file.display());
        }
    }
}
