//! Steps of a longer piece of work: announced, timed, and summed up at the end.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::process::{self, AtPath, Output, Result, Watch};

/// How often a long step says that it is still at work.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// The steps taken so far.
#[derive(Debug)]
pub struct Steps {
    started: Instant,
    logs: PathBuf,
    done: Mutex<Vec<Done>>,
    stop: Arc<AtomicBool>,
}

#[derive(Debug)]
struct Done {
    name: String,
    took: Duration,
    well: bool,
}

/// A step at work.
#[derive(Debug)]
pub struct Step {
    logs: PathBuf,
    slug: String,
    output: Output,
    stop: Arc<AtomicBool>,
}

impl Steps {
    /// No steps yet. What their commands print is kept in the folder `logs`.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn new(logs: PathBuf) -> Result<Self> {
        fs::create_dir_all(&logs).at("create", &logs)?;
        Ok(Self {
            started: Instant::now(),
            logs,
            done: Mutex::new(Vec::new()),
            stop: Arc::default(),
        })
    }

    /// Takes one step: says when it starts, now and then that it goes on, and how long it took.
    /// If it fails, the steps beside it are stopped.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn take<T>(&self, name: &str, work: impl FnOnce(&Step) -> Result<T>) -> Result<T> {
        let result = self.attempt(name, work);
        if result.is_err() {
            self.stop.store(true, Ordering::SeqCst);
        }
        result
    }

    /// Takes a step that may fail, because there is another route.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn attempt<T>(&self, name: &str, work: impl FnOnce(&Step) -> Result<T>) -> Result<T> {
        let step = Step {
            logs: self.logs.clone(),
            slug: slug(name),
            output: Output::default(),
            stop: Arc::clone(&self.stop),
        };
        // Each command of the step appends to its log; one of an earlier run is not wanted.
        drop(fs::remove_file(step.log()));
        println!("[{}] start  {name}", clock(self.started.elapsed()));
        let started = Instant::now();
        let (stop, stopped) = mpsc::channel::<()>();
        let result = thread::scope(|scope| {
            let output = &step.output;
            scope.spawn(move || {
                while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(HEARTBEAT) {
                    let last = output.last().unwrap_or_default();
                    let clock = clock(self.started.elapsed());
                    println!("[{clock}]   …    {name}: {}", shortened(&last));
                }
            });
            let result = work(&step);
            drop(stop);
            result
        });
        let took = started.elapsed();
        let word = if result.is_ok() { "done " } else { "FAILED" };
        println!(
            "[{}] {word}  {name} ({})",
            clock(self.started.elapsed()),
            seconds(took)
        );
        self.done
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(Done {
                name: name.to_owned(),
                took,
                well: result.is_ok(),
            });
        result
    }

    /// One line to the terminal, with the time since the start.
    pub fn say(&self, text: &str) {
        println!("[{}] {text}", clock(self.started.elapsed()));
    }

    /// The time since the first step.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// A table of the steps and their durations.
    pub fn summary(&self) -> String {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let width = done.iter().map(|d| d.name.chars().count()).max();
        let width = width.unwrap_or(0).max("in all".len());
        let mut text = String::from("Steps\n");
        for step in done.iter() {
            let word = if step.well { "ok" } else { "FAILED" };
            text.push_str(&format!(
                "  {:width$}  {:>10}  {word}\n",
                step.name,
                seconds(step.took)
            ));
        }
        text.push_str(&format!(
            "  {:width$}  {:>10}",
            "in all",
            seconds(self.started.elapsed())
        ));
        text
    }
}

impl Step {
    /// Runs a command of this step; its output is shown only if it fails.
    ///
    /// # Errors
    /// If the command cannot be started or fails.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        self.run_watched(command, Watch::default())
    }

    /// As [`Step::run`], giving up when the command stands still.
    ///
    /// # Errors
    /// If the command cannot be started, fails or stalls.
    pub fn run_watched(&self, command: &mut Command, watch: Watch) -> Result<()> {
        let watch = Watch {
            log: Some(self.log()),
            stop: Arc::clone(&self.stop),
            ..watch
        };
        process::watched(command, &watch, &self.output)
    }

    fn log(&self) -> PathBuf {
        self.logs.join(format!("{}.log", self.slug))
    }

    /// One line to the terminal about this step.
    pub fn note(&self, text: &str) {
        println!("               {text}");
    }

    /// Starts the collected output anew, for the next command.
    pub fn forget_output(&self) {
        self.output.clear();
    }

    /// Everything the step's commands printed last.
    pub fn output(&self) -> String {
        self.output.text()
    }
}

/// `  12.3 s`, from a minute on `4 min 05 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

fn clock(time: Duration) -> String {
    format!("{:>2}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

fn shortened(line: &str) -> String {
    const WIDTH: usize = 90;
    if line.chars().count() <= WIDTH {
        line.to_owned()
    } else {
        line.chars().take(WIDTH - 1).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::Failure;

    #[test]
    fn durations_read_naturally() {
        assert_eq!(seconds(Duration::from_millis(940)), "0.9 s");
        assert_eq!(seconds(Duration::from_secs(65)), "1 min 05 s");
    }

    #[test]
    fn names_become_file_names() {
        assert_eq!(slug("Trunk 0.21.14 (Cargo)"), "trunk-0-21-14-cargo");
    }

    #[test]
    fn the_summary_names_every_step_and_its_outcome() {
        let folder = std::env::temp_dir().join(format!("xtask-steps-{}", std::process::id()));
        let steps = Steps::new(folder.clone()).expect("a temporary folder");
        steps.take("good", |_| Ok(())).expect("nothing fails");
        let bad: Result<()> = steps.take("bad", |_| Err(Failure::new("no")));
        assert!(bad.is_err());
        let summary = steps.summary();
        assert!(
            summary.contains("good") && summary.contains("ok"),
            "{summary}"
        );
        assert!(summary.contains("FAILED"), "{summary}");
        fs::remove_dir_all(&folder).expect("the temporary folder goes away");
    }
}
