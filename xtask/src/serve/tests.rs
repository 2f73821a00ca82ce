//! The server over real sockets.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::{Options, Reload, Served, Server};

static FOLDERS: AtomicU32 = AtomicU32::new(0);

/// A small site in a folder that goes away again.
struct Site(PathBuf);

impl Site {
    fn new(files: &[(&str, &str)]) -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::SeqCst);
        let name = format!("xtask-serve-{}-{number}", std::process::id());
        let outer = std::env::temp_dir().join(name);
        for (path, text) in files {
            let path = outer.join("site").join(path);
            fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        fs::write(outer.join("secret.txt"), "secret").expect("a file");
        Self(outer)
    }

    fn usual() -> Self {
        Self::new(&[
            ("index.html", "<html><head></head>home"),
            ("404.html", "no such page"),
            ("topics/index.html", "topics"),
            ("topics/page.frag", "fragment"),
            ("two words.txt", "0123456789"),
            ("app-646dd3725a42c272_bg.wasm", "plain"),
            ("app-646dd3725a42c272_bg.wasm.br", "brotli"),
            ("app-646dd3725a42c272_bg.wasm.gz", "gzip"),
        ])
    }

    fn options(&self) -> Options {
        Options::new(self.0.join("site"))
    }

    fn serve(&self) -> Server {
        Server::start(self.options()).expect("a free port")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    headers: HashMap<String, String>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

fn read_answer(reader: &mut impl BufRead, head_only: bool) -> Answer {
    let mut line = String::new();
    reader.read_line(&mut line).expect("a status line");
    let status = line.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.unwrap_or_else(|| panic!("no status in {line:?}"));
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a header");
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.insert(name.to_lowercase(), value.to_owned()),
            None => break,
        };
    }
    let length = headers
        .get("content-length")
        .and_then(|length| length.parse().ok())
        .filter(|_| !head_only)
        .unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body");
    Answer {
        status,
        headers,
        body: String::from_utf8(body).expect("text"),
    }
}

fn ask(address: SocketAddr, request: &str) -> Answer {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(request.as_bytes()).expect("sent");
    read_answer(&mut BufReader::new(stream), request.starts_with("HEAD"))
}

/// Asks for one path with further header lines.
fn get(server: &Server, path: &str, headers: &str) -> Answer {
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n");
    ask(server.address(), &request)
}

#[test]
fn folders_serve_their_index() {
    let site = Site::usual();
    let server = site.serve();
    let home = get(&server, "/?from=elsewhere", "");
    assert_eq!(
        (home.status, home.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    assert_eq!(home.header("cache-control"), "no-cache");
    let fragment = get(&server, "/topics/page.frag", "");
    assert_eq!(fragment.body, "fragment");
    assert_eq!(fragment.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(get(&server, "/topics/", "").body, "topics");
}

#[test]
fn a_folder_without_its_slash_is_redirected_with_its_query() {
    let site = Site::usual();
    let server = site.serve();
    let answer = get(&server, "/topics?a=b", "");
    assert_eq!(
        (answer.status, answer.header("location")),
        (301, "/topics/?a=b")
    );
    // Nothing here may become an address at another host.
    for path in ["//topics", "//example.com/..", "/\\example.com"] {
        let answer = get(&server, path, "");
        assert_eq!(
            (answer.status, answer.header("location")),
            (404, ""),
            "{path}"
        );
    }
}

#[test]
fn what_is_missing_is_said_with_the_sites_own_page() {
    let site = Site::usual();
    let server = site.serve();
    let answer = get(&server, "/nowhere/", "If-None-Match: *\r\n");
    assert_eq!((answer.status, answer.body.as_str()), (404, "no such page"));
    assert_eq!(answer.header("cache-control"), "no-cache");
    let bare = Site::new(&[("index.html", "home")]);
    assert_eq!(get(&bare.serve(), "/x", "").status, 404);
}

#[test]
fn the_sites_own_headers_are_sent() {
    let rules = "/*\n  Referrer-Policy: no-referrer\n\
        /topics/*\n  Content-Security-Policy: default-src 'none'; img-src 'self'\n\
        /plates/*\n  Cache-Control: public, max-age=31536000, immutable\n";
    let site = Site::new(&[
        ("_headers", rules),
        ("index.html", "home"),
        ("topics/index.html", "topics"),
        ("404.html", "no such page"),
        ("plates/hip.svg", "a drawing"),
    ]);
    let server = site.serve();
    let home = get(&server, "/", "");
    assert_eq!(home.header("referrer-policy"), "no-referrer");
    assert_eq!(home.header("content-security-policy"), "");
    assert_eq!(home.header("cache-control"), "no-cache");
    let kept = "public, max-age=31536000, immutable";
    assert_eq!(
        get(&server, "/plates/hip.svg", "").header("cache-control"),
        kept
    );
    // What is missing now may be there later.
    let missing = get(&server, "/plates/knee.svg", "");
    assert_eq!(missing.header("cache-control"), "no-cache");
    let topics = get(&server, "/topics/", "");
    let policy = "default-src 'none'; img-src 'self'";
    assert_eq!(topics.header("content-security-policy"), policy);
    assert_eq!(topics.header("referrer-policy"), "no-referrer");
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let site = Site::usual();
    std::os::unix::fs::symlink(site.0.join("secret.txt"), site.0.join("site/link.txt"))
        .expect("a link");
    let server = site.serve();
    for path in [
        "/../secret.txt",
        "/topics/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/link.txt",
        "/index.html%00.txt",
        "/%zz",
        "/%",
    ] {
        let answer = get(&server, path, "");
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("secret"), "{path}");
    }
}

#[test]
fn prepared_files_are_chosen_by_what_the_browser_accepts() {
    let site = Site::usual();
    let server = site.serve();
    let path = "/app-646dd3725a42c272_bg.wasm";
    for (accept, body, encoding) in [
        ("gzip, deflate, br", "brotli", "br"),
        ("gzip", "gzip", "gzip"),
        ("identity", "plain", ""),
    ] {
        let answer = get(&server, path, &format!("Accept-Encoding: {accept}\r\n"));
        assert_eq!(answer.body, body);
        assert_eq!(answer.header("content-encoding"), encoding);
        assert_eq!(answer.header("content-type"), "application/wasm");
        assert_eq!(answer.header("vary"), "Accept-Encoding");
    }
    // A file without prepared siblings does not vary.
    assert_eq!(get(&server, "/two%20words.txt", "").header("vary"), "");
}

#[test]
fn a_known_file_is_not_sent_again() {
    let site = Site::usual();
    let server = site.serve();
    let first = get(&server, "/topics/", "");
    let tag = first.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = get(&server, "/topics/", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    assert_eq!(again.header("etag"), tag);
    fs::write(site.0.join("site/topics/index.html"), "changed topics").expect("a file");
    let changed = get(&server, "/topics/", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!(
        (changed.status, changed.body.as_str()),
        (200, "changed topics")
    );
}

#[test]
fn each_encoding_has_its_own_tag() {
    let site = Site::usual();
    let server = site.serve();
    let path = "/app-646dd3725a42c272_bg.wasm";
    let brotli = get(&server, path, "Accept-Encoding: br\r\n");
    let gzip = get(&server, path, "Accept-Encoding: gzip\r\n");
    assert_ne!(brotli.header("etag"), gzip.header("etag"));
}

#[test]
fn parts_of_files_are_served() {
    let site = Site::usual();
    let server = site.serve();
    let part = get(&server, "/two%20words.txt", "Range: bytes=2-4\r\n");
    assert_eq!((part.status, part.body.as_str()), (206, "234"));
    assert_eq!(part.header("content-range"), "bytes 2-4/10");
    let outside = get(&server, "/two%20words.txt", "Range: bytes=20-\r\n");
    assert_eq!(
        (outside.status, outside.header("content-range")),
        (416, "bytes */10")
    );
    let stale = get(
        &server,
        "/two%20words.txt",
        "Range: bytes=2-4\r\nIf-Range: \"old\"\r\n",
    );
    assert_eq!((stale.status, stale.body.as_str()), (200, "0123456789"));
}

#[test]
fn head_sends_the_same_head_and_no_body() {
    let site = Site::usual();
    let server = site.serve();
    let full = get(&server, "/topics/", "");
    let head = ask(
        server.address(),
        "HEAD /topics/ HTTP/1.1\r\nHost: x\r\n\r\n",
    );
    assert_eq!(head.status, 200);
    assert_eq!(head.header("content-length"), full.header("content-length"));
    assert_eq!(head.header("etag"), full.header("etag"));
}

#[test]
fn one_connection_carries_many_requests() {
    let site = Site::usual();
    let server = site.serve();
    let mut stream = TcpStream::connect(server.address()).expect("a connection");
    let twice = "HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET /topics/ HTTP/1.1\r\nHost: x\r\n\r\n";
    stream.write_all(twice.as_bytes()).expect("sent");
    let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
    assert_eq!(read_answer(&mut reader, true).status, 200);
    assert_eq!(read_answer(&mut reader, false).body, "topics");
    let last = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    stream.write_all(last.as_bytes()).expect("sent");
    assert_eq!(read_answer(&mut reader, false).status, 200);
    let mut rest = Vec::new();
    reader.read_to_end(&mut rest).expect("closed by the server");
    assert!(rest.is_empty());
}

#[test]
fn what_is_not_a_request_for_a_file_is_refused() {
    let site = Site::usual();
    let server = site.serve();
    for (request, status) in [
        (
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc".to_owned(),
            405,
        ),
        ("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n".to_owned(), 405),
        (
            "GET / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc".to_owned(),
            400,
        ),
        ("nonsense\r\n\r\n".to_owned(), 400),
        ("GET nowhere HTTP/1.1\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/2\r\n\r\n".to_owned(), 505),
        (
            format!("GET / HTTP/1.1\r\nX: {}\r\n", "x".repeat(20_000)),
            431,
        ),
    ] {
        assert_eq!(
            ask(server.address(), &request).status,
            status,
            "{request:.40}"
        );
    }
}

#[test]
fn a_site_below_a_path_is_served_there() {
    let site = Site::usual();
    let options = Options {
        base: "/course/".into(),
        ..site.options()
    };
    let server = Server::start(options).expect("a free port");
    assert!(server.url().ends_with("/course/"));
    assert_eq!(get(&server, "/course/topics/", "").body, "topics");
    assert_eq!(
        get(&server, "/course/topics", "").header("location"),
        "/course/topics/"
    );
    assert_eq!(get(&server, "/course", "").header("location"), "/course/");
    assert_eq!(get(&server, "/topics/", "").status, 404);
}

#[test]
fn answers_are_remembered_on_request() {
    let site = Site::usual();
    let options = Options {
        record: true,
        ..site.options()
    };
    let server = Server::start(options).expect("a free port");
    get(&server, "/topics/?q=1", "");
    let expected = Served {
        method: "GET".into(),
        target: "/topics/?q=1".into(),
        status: 200,
        bytes: 6,
    };
    assert_eq!(server.served(), [expected]);
    assert!(server.served().is_empty());
}

#[test]
fn open_pages_are_told_to_reload() {
    let site = Site::usual();
    let reload = Reload::default();
    let options = Options {
        reload: Some(reload.clone()),
        ..site.options()
    };
    let server = Server::start(options).expect("a free port");
    let page = get(&server, "/", "Accept-Encoding: br\r\n");
    assert!(
        page.body.contains("/__reload.js\" defer></script></head>"),
        "{}",
        page.body
    );
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(
        get(&server, "/__reload.js", "")
            .body
            .contains("EventSource")
    );

    let mut stream = TcpStream::connect(server.address()).expect("a connection");
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .expect("a timeout");
    stream
        .write_all(b"GET /__reload HTTP/1.1\r\nHost: x\r\n\r\n")
        .expect("sent");
    let mut lines = BufReader::new(stream).lines();
    let mut wait_for = |wanted: &str| {
        lines
            .by_ref()
            .any(|line| line.expect("the stream goes on") == wanted)
    };
    assert!(wait_for("retry: 500"));
    reload.tell();
    assert!(wait_for("data: reload"));
}

#[test]
fn dropping_the_server_frees_its_port() {
    let site = Site::usual();
    let server = site.serve();
    let address = server.address();
    drop(server);
    assert!(TcpStream::connect(address).is_err());
}
