//! From a request to a file of the site.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::Options;
use super::headers;
use super::media::media_type;
use super::negotiate::{self, Encoding, Part};
use super::reload;
use super::request::Request;
use super::response::Response;

/// The answer to a request.
pub(super) fn answer(request: &Request, options: &Options) -> Response {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Response::plain(405, "Only GET and HEAD are answered here.\n")
            .with("Allow", "GET, HEAD");
    }
    if options.reload.is_some() && request.path() == reload::SCRIPT {
        let script = reload::SCRIPT_TEXT.as_bytes().into();
        return Response::new(200, "text/javascript; charset=utf-8", script)
            .with("Cache-Control", "no-store");
    }
    let rules = fs::read_to_string(options.root.join(headers::FILE)).unwrap_or_default();
    let response = headers::add(&rules, request.path(), found(request, options));
    // How long a file may be kept is said by the rules; without a word of them, it is asked for anew.
    if response.has("Cache-Control") || response.status == 301 {
        return response;
    }
    response.with("Cache-Control", "no-cache")
}

fn found(request: &Request, options: &Options) -> Response {
    match locate(request.path(), options) {
        Found::File(file) => send(200, &file, request, options)
            .unwrap_or_else(|error| Response::plain(500, &format!("Cannot read it: {error}\n"))),
        Found::Folder(path) => {
            Response::empty(301).with("Location", format!("{path}{}", request.query()))
        }
        Found::Nothing => missing(request, options),
    }
}

/// Where a path leads.
enum Found {
    File(PathBuf),
    /// A folder asked for without its slash, and the address with it.
    Folder(String),
    Nothing,
}

fn locate(path: &str, options: &Options) -> Found {
    let Some(relative) = path.strip_prefix(&options.base) else {
        let without_slash = options.base.strip_suffix('/');
        return if without_slash == Some(path) && !path.is_empty() {
            Found::Folder(options.base.clone())
        } else {
            Found::Nothing
        };
    };
    let (names, wants_folder) = match relative.strip_suffix('/') {
        Some(names) => (names, true),
        None => (relative, relative.is_empty()),
    };
    let mut file = options.root.clone();
    if !names.is_empty() {
        for name in names.split('/') {
            match decoded(name) {
                Some(name) => file.push(name),
                None => return Found::Nothing,
            }
        }
    }
    // A link that leads out of the site's folder is not followed.
    let inside = file
        .canonicalize()
        .is_ok_and(|real| real.starts_with(&options.root));
    if !inside {
        return Found::Nothing;
    }
    if wants_folder {
        file.push("index.html");
    } else if file.is_dir() {
        // No name is empty here, so this cannot become an address at another host.
        return Found::Folder(format!("{}{names}/", options.base));
    }
    if file.is_file() {
        Found::File(file)
    } else {
        Found::Nothing
    }
}

/// One name of a path, percent-decoded; `None` for what no file of the site is called.
fn decoded(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let name = String::from_utf8(bytes).ok()?;
    let harmless = !matches!(name.as_str(), "" | "." | "..")
        && !name.contains(['/', '\\', '\0'])
        && !name.chars().any(char::is_control);
    harmless.then_some(name)
}

/// The site's own page for what is not there.
fn missing(request: &Request, options: &Options) -> Response {
    let page = options.root.join("404.html");
    if page.is_file()
        && let Ok(response) = send(404, &page, request, options)
    {
        return response;
    }
    Response::plain(404, "There is nothing at this address.\n")
}

fn send(status: u16, file: &Path, request: &Request, options: &Options) -> io::Result<Response> {
    if options.reload.is_some() {
        return fresh(status, file);
    }
    let range = request.header("range").filter(|_| status == 200);
    let accept = request.header("accept-encoding");
    // A part is a part of the file itself, never of its compressed form.
    let encodings = if range.is_some() {
        vec![Encoding::Identity]
    } else {
        negotiate::encodings(accept)
    };
    let (chosen, encoding) = prepared(file, &encodings);
    let metadata = fs::metadata(&chosen)?;
    let tag = tag(&metadata, encoding);
    let headed = |response: Response| {
        let mut response = response.with("ETag", tag.clone());
        if status >= 400 {
            // What is missing now may be there later, whatever the rules say of its address.
            response = response.with("Cache-Control", "no-cache");
        }
        if has_prepared(file) {
            response = response.with("Vary", "Accept-Encoding");
        }
        if encoding == Encoding::Identity {
            response.with("Accept-Ranges", "bytes")
        } else {
            response.with("Content-Encoding", encoding.name())
        }
    };
    if status == 200 && negotiate::matches(request.header("if-none-match"), &tag) {
        return Ok(headed(Response::empty(304)));
    }
    let bytes = fs::read(&chosen)?;
    let current = request.header("if-range").is_none_or(|value| value == tag);
    let length = bytes.len();
    match negotiate::part(range.filter(|_| current), length) {
        Part::Whole => Ok(headed(Response::new(status, media_type(file), bytes))),
        Part::Bytes(first, last) => {
            let body = bytes.get(first..=last).unwrap_or_default().to_vec();
            Ok(headed(Response::new(206, media_type(file), body))
                .with("Content-Range", format!("bytes {first}-{last}/{length}")))
        }
        Part::Outside => Ok(Response::plain(416, "The file has no such part.\n")
            .with("Content-Range", format!("bytes */{length}"))),
    }
}

/// A file as it is now, for somebody who is editing it; pages also learn to reload.
fn fresh(status: u16, file: &Path) -> io::Result<Response> {
    let media_type = media_type(file);
    let mut body = fs::read(file)?;
    if media_type.starts_with("text/html") {
        let text = String::from_utf8_lossy(&body);
        body = text
            .replacen("</head>", &format!("{}</head>", reload::TAG), 1)
            .into_bytes();
    }
    Ok(Response::new(status, media_type, body).with("Cache-Control", "no-store"))
}

/// The best prepared form of a file that exists.
fn prepared(file: &Path, encodings: &[Encoding]) -> (PathBuf, Encoding) {
    encodings
        .iter()
        .map(|encoding| (sibling(file, *encoding), *encoding))
        .find(|(path, _)| path.is_file())
        .unwrap_or_else(|| (file.to_path_buf(), Encoding::Identity))
}

fn has_prepared(file: &Path) -> bool {
    [Encoding::Brotli, Encoding::Gzip]
        .iter()
        .any(|encoding| sibling(file, *encoding).is_file())
}

fn sibling(file: &Path, encoding: Encoding) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(encoding.suffix());
    name.into()
}

/// A validator: the file's length and time, and the form it is sent in.
fn tag(metadata: &Metadata, encoding: Encoding) -> String {
    let time = metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .map_or(0, |time| time.as_nanos());
    format!("\"{:x}-{time:x}-{}\"", metadata.len(), encoding.name())
}
