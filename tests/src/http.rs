//! The smallest HTTP client that tests of a local server need.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

/// An answer of a server.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body as sent, compressed if it was.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty if it was not sent.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .iter()
            .find(|(its, _)| its == name)
            .map_or("", |(_, value)| value)
    }

    /// The body as text; what is not UTF-8 is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Asks a local server for an address such as `http://127.0.0.1:4321/topics/`.
///
/// `encodings` is what the client accepts, such as `br, gzip`; empty for none.
///
/// # Panics
/// If the server cannot be reached or answers something that is not HTTP.
pub fn get(address: &str, encodings: &str) -> Answer {
    ask(address, &[("Accept-Encoding", encodings)])
}

/// As [`get`], with any headers.
///
/// # Panics
/// If the server cannot be reached or answers something that is not HTTP.
pub fn ask(address: &str, headers: &[(&str, &str)]) -> Answer {
    let rest = address.strip_prefix("http://").expect("an http address");
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let mut stream = TcpStream::connect(host).unwrap_or_else(|error| panic!("{host}: {error}"));
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let request =
        format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n");
    let mut bytes = Vec::new();
    stream
        .write_all(request.as_bytes())
        .and_then(|()| stream.read_to_end(&mut bytes))
        .unwrap_or_else(|error| panic!("{address}: {error}"));
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .expect("the end of the headers");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|code| code.parse().ok());
    Answer {
        status: status.unwrap_or_else(|| panic!("{address}: no status in {head}")),
        headers: lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
            .collect(),
        body: bytes[end + 4..].to_vec(),
    }
}
