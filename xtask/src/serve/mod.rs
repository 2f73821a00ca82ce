//! A small static server for the built site: what a good host does, on this machine only.
//!
//! It serves `GET` and `HEAD` over HTTP/1.1 from one folder: right media types, the `.br` and
//! `.gz` files that the press prepared, validators, long caching for names with a content hash,
//! `404.html` with status 404. It listens on 127.0.0.1 and nowhere else.

mod files;
mod headers;
mod media;
mod negotiate;
mod reload;
mod request;
mod response;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub use reload::Reload;

use crate::process::{AtPath, Failure, Result};

use request::{Incoming, Reader};
use response::Response;

/// Connections served at once; further ones are told to come back.
const MOST_CONNECTIONS: usize = 256;
/// How long an open connection may stay silent.
const IDLE: Duration = Duration::from_secs(15);

/// What to serve and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with the site.
    pub root: PathBuf,
    /// The port; 0 takes a free one.
    pub port: u16,
    /// The path below which the site lies, with slashes at both ends; `/` for the root.
    pub base: String,
    /// Reload open pages when told to, and let nothing be cached.
    pub reload: Option<Reload>,
    /// Remember every answer for [`Server::served`].
    pub record: bool,
}

impl Options {
    /// Serves `root` at a free port, at `/`, without extras.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            port: 0,
            base: "/".to_owned(),
            reload: None,
            record: false,
        }
    }
}

/// One answer that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// `GET` or another method.
    pub method: String,
    /// The address as asked for, with its query.
    pub target: String,
    /// The status code.
    pub status: u16,
    /// Bytes of the body as sent, compressed if it was.
    pub bytes: usize,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    stopping: Arc<AtomicBool>,
    served: Arc<Mutex<Vec<Served>>>,
    listener: Option<JoinHandle<()>>,
}

/// What every connection needs.
#[derive(Debug)]
struct Shared {
    options: Options,
    stopping: Arc<AtomicBool>,
    served: Arc<Mutex<Vec<Served>>>,
    connections: AtomicUsize,
}

/// Starts a server for somebody at the terminal.
///
/// # Errors
/// As [`Server::start`], in words.
pub fn start(options: Options) -> Result<Server> {
    let root = options.root.clone();
    Server::start(options).at("serve", &root)
}

/// Says early that a port is taken.
///
/// # Errors
/// If it is.
pub fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::new(format!(
            "cannot listen on port {port}: {error}. Choose another with --port."
        ))),
    }
}

impl Server {
    /// Starts serving on 127.0.0.1.
    ///
    /// # Errors
    /// If the port is taken or the folder does not exist.
    pub fn start(mut options: Options) -> io::Result<Self> {
        options.root = options.root.canonicalize()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let served = Arc::new(Mutex::new(Vec::new()));
        let base = options.base.clone();
        let shared = Arc::new(Shared {
            options,
            stopping: Arc::clone(&stopping),
            served: Arc::clone(&served),
            connections: AtomicUsize::new(0),
        });
        let listener = thread::Builder::new()
            .name("serve".into())
            .spawn(move || accept(&listener, &shared))?;
        Ok(Self {
            address,
            base,
            stopping,
            served,
            listener: Some(listener),
        })
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The site's first page, such as `http://127.0.0.1:8080/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// Every answer so far, if [`Options::record`] was set; the record starts anew.
    pub fn served(&self) -> Vec<Served> {
        std::mem::take(&mut *self.served.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(listener) = self.listener.take() {
            // A listener that broke off has nothing left to wait for.
            let _ = listener.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the listener out of `accept`.
        drop(TcpStream::connect(self.address));
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        if shared.connections.fetch_add(1, Ordering::SeqCst) >= MOST_CONNECTIONS {
            shared.connections.fetch_sub(1, Ordering::SeqCst);
            refuse(stream);
            continue;
        }
        let for_thread = Arc::clone(shared);
        let started = thread::Builder::new()
            .name("connection".into())
            .spawn(move || {
                // A connection that breaks is the browser's affair.
                let _ = converse(stream, &for_thread);
                for_thread.connections.fetch_sub(1, Ordering::SeqCst);
            });
        if started.is_err() {
            shared.connections.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

fn refuse(mut stream: TcpStream) {
    let busy = Response::plain(503, "Too many connections at once.\n").with("Retry-After", "1");
    let _ = stream.write_all(&busy.bytes(false, false));
}

/// Answers one connection's requests until it closes.
fn converse(stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_write_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut output = stream.try_clone()?;
    let mut reader = Reader::new(stream);
    while !shared.stopping.load(Ordering::SeqCst) {
        let request = match reader.next()? {
            // It came while the server was ending: as if the line had been cut before.
            Incoming::Request(_) if shared.stopping.load(Ordering::SeqCst) => return Ok(()),
            Incoming::Request(request) => request,
            Incoming::Closed => return Ok(()),
            Incoming::Bad(status, reason) => {
                let answer = Response::plain(status, reason);
                return output.write_all(&answer.bytes(false, false));
            }
        };
        let events = shared.options.reload.as_ref();
        if let Some(reload) = events.filter(|_| request.path() == reload::EVENTS) {
            return reload.stream(&mut output, &shared.stopping);
        }
        let answer = files::answer(&request, &shared.options);
        let keep = request.keep_alive();
        let head_only = request.method == "HEAD";
        if shared.options.record {
            let mut served = shared.served.lock().unwrap_or_else(PoisonError::into_inner);
            served.push(Served {
                method: request.method.clone(),
                target: request.target.clone(),
                status: answer.status,
                bytes: if head_only { 0 } else { answer.body.len() },
            });
        }
        output.write_all(&answer.bytes(keep, head_only))?;
        if !keep {
            return Ok(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
