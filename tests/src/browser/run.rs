//! A test with its browser.

use std::{
    any::Any,
    fs,
    io::{self, Write as _},
    panic::{self, AssertUnwindSafe},
    sync::{Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

use futures_util::FutureExt;
use tokio::time::timeout;

use super::{Browser, Engine, Setup};
use crate::site;

/// Browsers at the same time: as many as a small machine has cores.
const MOST: usize = 2;
/// No single test may take longer.
const LIMIT: Duration = Duration::from_secs(900);
/// How long a browser may take to tell how a test failed.
const TELLING: Duration = Duration::from_secs(15);

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
/// `target/site-tests/failures/` before the browser ends. A test under which the browser itself died (a crash of
/// its graphics driver, say) is told and run once more: dying twice fails it.
///
/// # Panics
/// If the test does, or takes longer than [`LIMIT`].
pub fn run(engine: Engine, setup: Setup, test: impl AsyncFn(&Browser)) {
    let _permit = Permit::wait();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let mut outcome = once(engine, setup.clone(), &test).await;
        if outcome.as_ref().is_err_and(|failure| !failure.alive) {
            // Past the test's own output, which nobody sees when it passes.
            let name = thread::current().name().unwrap_or("a test").to_owned();
            let _ = writeln!(io::stderr(), "{engine:?} died in {name}: once more");
            outcome = once(engine, setup, &test).await;
        }
        if let Err(failure) = outcome {
            panic::resume_unwind(failure.cause);
        }
    });
}

/// How a test failed.
struct Failure {
    cause: Box<dyn Any + Send>,
    /// Whether the browser still answered then.
    alive: bool,
}

async fn once(engine: Engine, setup: Setup, test: &impl AsyncFn(&Browser)) -> Result<(), Failure> {
    let browser = Browser::start(engine, setup).await;
    let outcome = AssertUnwindSafe(timeout(LIMIT, test(&browser)))
        .catch_unwind()
        .await;
    let cause: Box<dyn Any + Send> = match outcome {
        Ok(Ok(())) => {
            browser.stop().await;
            return Ok(());
        }
        Ok(Err(_)) => {
            let told = format!("not finished after {} s", LIMIT.as_secs());
            eprintln!("{told}");
            Box::new(told)
        }
        Err(cause) => cause,
    };
    // Whatever fails here must not hide why the test failed.
    let telling = AssertUnwindSafe(timeout(TELLING, tell(&browser)));
    let _ = telling.catch_unwind().await;
    let answer = timeout(TELLING, browser.client.execute("return 1", Vec::new())).await;
    let alive = matches!(answer, Ok(Ok(_)));
    browser.stop().await;
    Err(Failure { cause, alive })
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
