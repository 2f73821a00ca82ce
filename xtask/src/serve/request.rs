//! Reading requests.

use std::io::{self, Read};

/// Longest head of a request.
const LONGEST_HEAD: usize = 16 * 1024;

/// The head of a request; the methods served here have no body.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// Path and query, as sent.
    pub(super) target: String,
    version_1_0: bool,
    headers: Vec<(String, String)>,
}

/// What came over the connection.
#[derive(Debug)]
pub(super) enum Incoming {
    Request(Request),
    /// The other side is done, or silent for too long.
    Closed,
    /// Something that is no request, with the status and the words to answer.
    Bad(u16, &'static str),
}

/// Splits a connection into requests.
pub(super) struct Reader<R> {
    input: R,
    buffer: Vec<u8>,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            buffer: Vec::new(),
        }
    }

    /// The next request.
    pub(super) fn next(&mut self) -> io::Result<Incoming> {
        loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                let rest = self.buffer.split_off(end + 4);
                let head = std::mem::replace(&mut self.buffer, rest);
                return Ok(parse(head.get(..end).unwrap_or_default()));
            }
            if self.buffer.len() > LONGEST_HEAD {
                return Ok(Incoming::Bad(431, "The request's head is too long.\n"));
            }
            let mut chunk = [0; 4096];
            match self.input.read(&mut chunk) {
                Ok(0) => return Ok(Incoming::Closed),
                Ok(count) => self
                    .buffer
                    .extend_from_slice(chunk.get(..count).unwrap_or_default()),
                Err(error) if is_timeout(&error) => return Ok(Incoming::Closed),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

fn is_timeout(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}

fn find(bytes: &[u8], pattern: &[u8]) -> Option<usize> {
    bytes
        .windows(pattern.len())
        .position(|window| window == pattern)
}

fn parse(head: &[u8]) -> Incoming {
    const BAD: Incoming = Incoming::Bad(400, "This is not an HTTP request.\n");
    let Ok(head) = std::str::from_utf8(head) else {
        return BAD;
    };
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target), Some(version), None) =
        (first.next(), first.next(), first.next(), first.next())
    else {
        return BAD;
    };
    if !matches!(version, "HTTP/1.1" | "HTTP/1.0") {
        return Incoming::Bad(505, "Only HTTP/1.1 is spoken here.\n");
    }
    let mut headers = Vec::new();
    for line in lines {
        let Some((name, value)) = line.split_once(':') else {
            return BAD;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let request = Request {
        method: method.to_owned(),
        target: local(target).to_owned(),
        version_1_0: version == "HTTP/1.0",
        headers,
    };
    if !request.target.starts_with('/') {
        return BAD;
    }
    let sends_body = request.header("transfer-encoding").is_some()
        || request.header("content-length").is_some_and(|n| n != "0");
    if sends_body {
        return if matches!(method, "GET" | "HEAD") {
            Incoming::Bad(400, "A request for a file has no body.\n")
        } else {
            Incoming::Bad(405, "Only GET and HEAD are answered here.\n")
        };
    }
    Incoming::Request(request)
}

/// The path and query of a target in absolute form, as proxies send it.
fn local(target: &str) -> &str {
    match target.strip_prefix("http://") {
        Some(rest) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => target,
    }
}

impl Request {
    /// A header's value; the name in lower case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The target without its query.
    pub(super) fn path(&self) -> &str {
        self.target
            .split_once('?')
            .map_or(&self.target, |(path, _)| path)
    }

    /// The query with its question mark, or nothing.
    pub(super) fn query(&self) -> &str {
        self.target.get(self.path().len()..).unwrap_or_default()
    }

    /// Whether the connection goes on after the answer.
    pub(super) fn keep_alive(&self) -> bool {
        match self.header("connection") {
            Some(value) if value.eq_ignore_ascii_case("close") => false,
            Some(value) if value.eq_ignore_ascii_case("keep-alive") => true,
            _ => !self.version_1_0,
        }
    }
}
