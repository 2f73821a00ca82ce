//! Writing answers.

use std::borrow::Cow;

/// Status, headers, body.
#[derive(Clone, Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    headers: Vec<(Cow<'static, str>, String)>,
    pub(super) body: Vec<u8>,
}

impl Response {
    /// An answer without a body.
    pub(super) fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// An answer with a body.
    pub(super) fn new(status: u16, media_type: &str, body: Vec<u8>) -> Self {
        Self {
            body,
            ..Self::empty(status)
        }
        .with("Content-Type", media_type)
    }

    /// A sentence.
    pub(super) fn plain(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text.as_bytes().into())
            .with("Cache-Control", "no-cache")
    }

    /// Adds a header.
    pub(super) fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Whether it has a header of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        let mut headers = self.headers.iter();
        headers.any(|(its, _)| its.eq_ignore_ascii_case(name))
    }

    /// The answer as it goes over the wire.
    pub(super) fn bytes(&self, keep_alive: bool, head_only: bool) -> Vec<u8> {
        let mut text = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if self.status != 304 {
            text.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        // A wrong media type should show here, not only at a stricter host.
        text.push_str("X-Content-Type-Options: nosniff\r\n");
        text.push_str(if keep_alive {
            "Connection: keep-alive\r\n\r\n"
        } else {
            "Connection: close\r\n\r\n"
        });
        let mut bytes = text.into_bytes();
        if !head_only && self.status != 304 {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        416 => "Range Not Satisfiable",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Internal Server Error",
    }
}
