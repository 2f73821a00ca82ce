//! Child processes: run, watched for progress, and where a standstill ends them, stopped with everything
//! they started.

use std::collections::VecDeque;
use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// A download that moves nothing for this long is given up for the next route.
pub const STALL: Duration = Duration::from_secs(20);

/// Variables that steer the WebAssembly build and would break a native one.
const WEB_ONLY: [&str; 5] = [
    "RUSTC",
    "RUSTC_BOOTSTRAP",
    "CARGO_UNSTABLE_BUILD_STD",
    "CARGO_UNSTABLE_BUILD_STD_FEATURES",
    "CARGO_BUILD_TARGET",
];

/// What went wrong, in words for the person at the terminal.
#[derive(Debug)]
pub struct Failure {
    text: String,
    stop: bool,
}

/// The result of everything that can go wrong here.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure described by `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            stop: false,
        }
    }

    /// The end of something that was stopped because something else had failed.
    fn stop() -> Self {
        Self {
            text: "stopped, because another step failed".to_owned(),
            stop: true,
        }
    }

    /// Whether this only follows from another failure.
    pub fn is_stop(&self) -> bool {
        self.stop
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Failure {}

/// Names the file or folder in an input or output error.
pub trait AtPath<T> {
    /// Turns the error into a failure that says what was attempted on which path.
    fn at(self, action: &str, path: &Path) -> Result<T>;
}

impl<T> AtPath<T> for std::io::Result<T> {
    fn at(self, action: &str, path: &Path) -> Result<T> {
        self.map_err(|error| Failure::new(format!("cannot {action} {}: {error}", path.display())))
    }
}

/// A native `cargo`, free of the variables of the WebAssembly build, that gives up
/// downloads which do not move.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    native(&mut command);
    command
}

/// A native `rustc`.
pub fn rustc() -> Command {
    let mut command = Command::new("rustc");
    native(&mut command);
    command
}

/// Clears from `command` what would steer a native build wrong.
pub fn native(command: &mut Command) {
    for name in WEB_ONLY {
        command.env_remove(name);
    }
    give_up_stalled_downloads(command);
}

/// Makes Cargo abandon a connection after [`STALL`] without progress.
pub fn give_up_stalled_downloads(command: &mut Command) {
    command
        .env("CARGO_HTTP_TIMEOUT", STALL.as_secs().to_string())
        .env("CARGO_NET_RETRY", "1");
}

/// The first line a command prints, if it ends well: `trunk --version` and the like.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    if !output.status.success() {
        return None;
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Some(text.lines().next().unwrap_or_default().trim().to_owned())
}

/// Whether a command ends well; what it prints is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a command with this terminal as its input and output.
///
/// # Errors
/// If it cannot be started or ends badly.
pub fn attached(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("cannot start {}: {error}", words(command))))?;
    ended(status, command, "")
}

/// How a watched command is run.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    /// Give up when neither output nor `grows` moves for this long.
    pub stall: Option<Duration>,
    /// Folders whose growth counts as progress.
    pub grows: Vec<PathBuf>,
    /// The file to which everything printed is appended.
    pub log: Option<PathBuf>,
    /// Stop when this becomes true.
    pub stop: Arc<AtomicBool>,
}

/// The last lines of a running command, shared with whoever reports on it.
#[derive(Clone, Debug, Default)]
pub struct Output(Arc<Mutex<Lines>>);

#[derive(Debug, Default)]
struct Lines {
    kept: VecDeque<String>,
    count: u64,
}

const KEPT_LINES: usize = 400;

impl Output {
    fn push(&self, line: String) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.kept.len() == KEPT_LINES {
            lines.kept.pop_front();
        }
        lines.kept.push_back(line);
        lines.count += 1;
    }

    /// Drops everything kept.
    pub fn clear(&self) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.kept.clear();
    }

    fn count(&self) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).count
    }

    /// The latest line that is not empty.
    pub fn last(&self) -> Option<String> {
        let lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines
            .kept
            .iter()
            .rev()
            .map(|line| line.trim())
            .find(|line| !line.is_empty())
            .map(str::to_owned)
    }

    /// Everything kept, oldest first.
    pub fn text(&self) -> String {
        let lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines
            .kept
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Runs a command with its output collected in `output`.
///
/// # Errors
/// If it cannot be started, ends badly, or stands still for longer than `watch.stall`, if there is
/// such a limit; then it is stopped together with everything it started.
pub fn watched(command: &mut Command, watch: &Watch, output: &Output) -> Result<()> {
    let log = match &watch.log {
        Some(path) => Some(Arc::new(Mutex::new(
            fs::File::options()
                .create(true)
                .append(true)
                .open(path)
                .at("write", path)?,
        ))),
        None => None,
    };
    if watch.stall.is_some() {
        // A group of its own, so that it can be stopped as a whole.
        command.process_group(0);
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("cannot start {}: {error}", words(command))))?;
    let mut readers = Vec::new();
    if let Some(pipe) = child.stdout.take() {
        readers.push(collect(pipe, output.clone(), log.clone()));
    }
    if let Some(pipe) = child.stderr.take() {
        readers.push(collect(pipe, output.clone(), log));
    }
    match wait(&mut child, watch, output) {
        Ok(End::Itself(status)) => {
            for reader in readers {
                // A reader cannot fail: it ends with its pipe.
                let _ = reader.join();
            }
            ended(status, command, &output.text())
        }
        Ok(End::Stopped) => {
            stop(&mut child, watch);
            Err(Failure::stop())
        }
        Ok(End::Stalled) => {
            stop(&mut child, watch);
            Err(Failure::new(format!(
                "{} made no progress for {} s and was stopped",
                words(command),
                watch.stall.unwrap_or_default().as_secs()
            )))
        }
        Err(error) => Err(Failure::new(format!("lost {}: {error}", words(command)))),
    }
}

/// How a command came to its end.
enum End {
    Itself(ExitStatus),
    Stalled,
    Stopped,
}

fn wait(child: &mut Child, watch: &Watch, output: &Output) -> std::io::Result<End> {
    let mut seen = (0, 0);
    let mut moved = Instant::now();
    let mut pause = Duration::from_millis(2);
    let mut looked = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Itself(status));
        }
        if watch.stop.load(Ordering::SeqCst) {
            return Ok(End::Stopped);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
        let Some(stall) = watch.stall else { continue };
        if looked.elapsed() < stall / 20 {
            continue;
        }
        looked = Instant::now();
        let grown: u64 = watch.grows.iter().map(|folder| folder_bytes(folder)).sum();
        let now = (output.count(), grown);
        if now != seen {
            seen = now;
            moved = Instant::now();
        } else if moved.elapsed() > stall {
            return Ok(End::Stalled);
        }
    }
}

fn collect(
    pipe: impl Read + Send + 'static,
    output: Output,
    log: Option<Arc<Mutex<fs::File>>>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let mut reader = BufReader::new(pipe);
        let mut bytes = Vec::new();
        while reader
            .read_until(b'\n', &mut bytes)
            .is_ok_and(|read| read > 0)
        {
            if let Some(log) = &log {
                let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
                // The log is a convenience: a full disk must not hide the build's own error.
                let _ = log.write_all(&bytes);
            }
            output.push(String::from_utf8_lossy(&bytes).trim_end().to_owned());
            bytes.clear();
        }
    })
}

/// Stops a child, and where it leads a group of its own, the whole group.
fn stop(child: &mut Child, watch: &Watch) {
    if watch.stall.is_some() {
        // The shell's own `kill` exists everywhere; Rust's library can stop one process only.
        let script = format!("kill -9 -{}", child.id());
        succeeds(Command::new("sh").args(["-c", &script]));
    }
    // Either call fails only when the child has ended already.
    let _ = child.kill();
    let _ = child.wait();
}

fn ended(status: ExitStatus, command: &Command, output: &str) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    let gap = if output.is_empty() { "" } else { "\n" };
    Err(Failure::new(format!(
        "{output}{gap}{} failed ({status})",
        words(command)
    )))
}

/// The command as one would type it.
pub fn words(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

/// The size of everything in a folder; what cannot be read counts as nothing.
fn folder_bytes(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    entries
        .flatten()
        .map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => folder_bytes(&entry.path()),
            Ok(_) => entry.metadata().map_or(0, |data| data.len()),
            Err(_) => 0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_failure_carries_the_output() {
        let output = Output::default();
        let result = watched(
            &mut shell("echo one; echo two >&2; exit 3"),
            &Watch::default(),
            &output,
        );
        let text = result.map_or_else(|failure| failure.to_string(), |()| String::new());
        assert!(text.contains("one") && text.contains("two"), "{text}");
        assert!(text.contains("exit status: 3"), "{text}");
    }

    #[test]
    fn a_stalled_command_is_stopped_with_its_children() {
        let folder = std::env::temp_dir().join(format!("xtask-stall-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let witness = folder.join("witness");
        let script = format!("(sleep 2; touch '{}') & wait", witness.display());
        let watch = Watch {
            stall: Some(Duration::from_millis(300)),
            ..Watch::default()
        };
        let started = Instant::now();
        let result = watched(&mut shell(&script), &watch, &Output::default());
        assert!(result.is_err());
        assert!(started.elapsed() < Duration::from_millis(1500));
        thread::sleep(Duration::from_millis(2200));
        assert!(!witness.exists(), "a grandchild outlived its group");
        fs::remove_dir_all(&folder).expect("the temporary folder goes away");
    }

    #[test]
    fn a_failure_elsewhere_stops_a_command() {
        let watch = Watch::default();
        let stop = Arc::clone(&watch.stop);
        let failure = thread::scope(|scope| {
            let running =
                scope.spawn(|| watched(&mut shell("sleep 5"), &watch, &Output::default()));
            thread::sleep(Duration::from_millis(100));
            stop.store(true, Ordering::SeqCst);
            running.join().expect("no panic")
        });
        assert!(failure.is_err_and(|failure| failure.is_stop()));
    }

    #[test]
    fn output_keeps_a_slow_command_alive() {
        let watch = Watch {
            stall: Some(Duration::from_millis(600)),
            ..Watch::default()
        };
        let script = "for i in 1 2 3 4 5; do echo $i; sleep 0.2; done";
        let output = Output::default();
        watched(&mut shell(script), &watch, &output).expect("it keeps talking");
        assert_eq!(output.last().as_deref(), Some("5"));
    }
}
