//! The processes behind a browser: its driver and, where needed, an X server.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Read},
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

use super::engine::Engine;

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver with a folder of its own; everything ends and goes with it.
#[derive(Debug)]
pub(super) struct Driver {
    // Dropped in this order: first the processes, then what they wrote.
    driver: Group,
    _display: Option<Group>,
    folder: Folder,
    port: u16,
}

/// A folder that goes when it is dropped.
#[derive(Debug)]
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is still writing its profile may hold it; it is in the temporary folder anyway.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A process and all that it started.
#[derive(Debug)]
struct Group(Child);

impl Group {
    fn start(command: &mut Command) -> io::Result<Self> {
        command
            .process_group(0)
            .stdin(Stdio::null())
            .spawn()
            .map(Self)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // The group's number is that of its first process. Without `unsafe`, only a program can signal it.
        let _ = Command::new("kill")
            .args(["-KILL", "--", &format!("-{}", self.0.id())])
            .stderr(Stdio::null())
            .status();
        let _ = self.0.wait();
    }
}

impl Driver {
    /// Starts the driver of an engine and waits until it listens.
    ///
    /// # Panics
    /// If it does not start; the message holds what it printed.
    pub(super) fn start(engine: Engine) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!(
            "prime-mover-browser-{}-{number}",
            std::process::id()
        ));
        fs::create_dir_all(folder.join("downloads"))
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));

        let port = free_port();
        let program = engine.driver();
        let mut command = Command::new(&program);
        let log = folder.join("driver.log");
        let output = fs::File::create(&log).expect("a log file for the driver");
        command
            .args(engine.driver_arguments(port))
            .env("TMPDIR", &folder)
            .env("XDG_DOWNLOAD_DIR", folder.join("downloads"))
            .stdout(output.try_clone().expect("a second handle of the log"))
            .stderr(output);
        let display = engine.needs_display().then(|| {
            let (server, number) = display();
            command
                .env("DISPLAY", format!(":{number}"))
                .env_remove("WAYLAND_DISPLAY")
                .env("GDK_BACKEND", "x11");
            // What a desktop session would bring along and a test does not need.
            command.env("NO_AT_BRIDGE", "1").env("GTK_USE_PORTAL", "0");
            // Nor a graphics card, which Mesa's software would stand in for: its threads have crashed the browser.
            command
                .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
            server
        });
        let driver = Group::start(&mut command)
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let driver = Self {
            driver,
            _display: display,
            folder: Folder(folder),
            port,
        };
        driver.wait_until_listening(&log);
        driver
    }

    fn wait_until_listening(&self, log: &Path) {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(
                start.elapsed() < PATIENCE,
                "the driver (process {}) does not listen on port {}; it printed:\n{}",
                self.driver.0.id(),
                self.port,
                fs::read_to_string(log).unwrap_or_default()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Where the driver listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the browser saves files.
    pub(super) fn downloads(&self) -> PathBuf {
        self.folder.0.join("downloads")
    }

    /// A folder for the files of the test itself.
    pub(super) fn folder(&self) -> &Path {
        &self.folder.0
    }
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener
        .local_addr()
        .expect("the address of a listener")
        .port()
}

/// An X server without a screen, and the number of its display, which it chooses itself.
fn display() -> (Group, String) {
    let program = xtask::tools::browsers::xvfb().unwrap_or_else(|| {
        panic!("Xvfb is not installed: `cargo xtask test` installs it or says how")
    });
    let mut command = Command::new(program);
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1200x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut server = Group::start(&mut command).expect("Xvfb");
    let output = server
        .0
        .stdout
        .take()
        .map(|pipe| Box::new(pipe) as Box<dyn Read>);
    let mut number = String::new();
    if let Some(output) = output {
        // An end without a line leaves the number empty, which is told below.
        let _ = BufReader::new(output).read_line(&mut number);
    }
    assert!(!number.trim().is_empty(), "Xvfb did not name its display");
    (server, number.trim().to_owned())
}
