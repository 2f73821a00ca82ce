//! `deploy/nginx.conf` in a real nginx, on loopback, as this user, with a folder of its own.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use site_tests::{
    http::{self, Answer},
    page::Page,
    site,
};
use xtask::tools;

/// Where Debian's packages put the module that serves prepared Brotli.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A running nginx; it ends with the test.
struct Nginx {
    process: Child,
    folder: PathBuf,
    origin: String,
    brotli: bool,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Nginx {
    fn start(name: &str) -> Self {
        let program = tools::nginx()
            .unwrap_or_else(|| panic!("nginx is not installed: `cargo xtask test` installs it"));
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .expect("a free port")
            .port();
        let folder = site::scratch(&format!("nginx-{name}-{}", std::process::id()));
        let brotli = Path::new(BROTLI).is_file();
        let load = if brotli {
            format!("load_module {BROTLI};\n")
        } else {
            String::new()
        };
        let main = format!(
            "{load}daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log error.log;\n\
             events {{}}\nhttp {{\naccess_log off;\nclient_body_temp_path body;\nproxy_temp_path proxy;\n\
             fastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n\
             include site.conf;\n}}\n"
        );
        fs::write(folder.join("nginx.conf"), main).expect("a file");
        fs::write(folder.join("site.conf"), adapted(port, brotli)).expect("a file");
        let process = Command::new(program)
            .arg("-p")
            .arg(&folder)
            .args(["-c", "nginx.conf", "-e", "error.log"])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx starts");
        let mut nginx = Self {
            process,
            folder,
            origin: format!("http://127.0.0.1:{port}"),
            brotli,
        };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = nginx.process.try_wait().expect("a state");
            let log = fs::read_to_string(nginx.folder.join("error.log")).unwrap_or_default();
            let late = start.elapsed() > Duration::from_secs(20);
            assert!(ended.is_none() && !late, "nginx does not listen:\n{log}");
            thread::sleep(Duration::from_millis(20));
        }
        nginx
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        http::ask(&format!("{}{path}", self.origin), headers)
    }
}

/// The file as it stands in `deploy/`, with the three lines that every owner sets.
fn adapted(port: u16, brotli: bool) -> String {
    let path = tools::repository().join("deploy/nginx.conf");
    let text = fs::read_to_string(path).expect("deploy/nginx.conf");
    let mut changed = 0;
    let lines = text.lines().map(|line| {
        let new = match line.trim() {
            "listen 80;" => format!("listen 127.0.0.1:{port};"),
            "listen [::]:80;" => String::new(),
            "root /srv/prime-mover;" => format!("root \"{}\";", site::dist().display()),
            "brotli_static on;" if !brotli => String::new(),
            _ => return format!("{line}\n"),
        };
        changed += 1;
        format!("{new}\n")
    });
    let text: String = lines.collect();
    assert!(changed >= 3, "the lines to set have other words now");
    text
}

fn hashed(ending: &str) -> String {
    let mut files = site::files().into_iter();
    files
        .find(|file| file.ends_with(ending) && file.starts_with("app-"))
        .unwrap_or_else(|| panic!("no app-….{ending}"))
}

#[test]
fn nginx_serves_the_site_as_the_local_server_does() {
    let nginx = Nginx::start("site");
    let mut accepts = vec![("gzip", "gzip", ".gz"), ("", "", "")];
    if nginx.brotli {
        accepts.push(("gzip, deflate, br", "br", ".br"));
    }
    for file in ["index.html", "topics/page.frag", &hashed(".wasm")] {
        let address = format!("/{}", file.trim_end_matches("index.html"));
        for (accept, encoding, ending) in &accepts {
            let answer = nginx.get(&address, &[("Accept-Encoding", accept)]);
            assert_eq!(answer.status, 200, "{address}");
            assert_eq!(answer.header("content-encoding"), *encoding, "{address}");
            assert_eq!(answer.header("vary"), "Accept-Encoding", "{address}");
            let prepared = fs::read(site::dist().join(format!("{file}{ending}")));
            assert!(answer.body == prepared.expect("a file"), "{address}");
        }
    }
    let types = [
        ("/", "text/html; charset=utf-8"),
        ("/topics/page.frag", "text/plain; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        (&format!("/{}", hashed(".wasm")), "application/wasm"),
    ];
    for (address, expected) in types {
        let found = nginx.get(address, &[]);
        assert_eq!(found.header("content-type"), expected, "{address}");
    }
}

#[test]
fn nginx_says_what_may_be_kept_and_what_pages_may_do() {
    let nginx = Nginx::start("headers");
    let forever = "public, max-age=31536000, immutable";
    let script = format!("/{}", hashed(".js"));
    for (address, caching) in [
        ("/", "no-cache"),
        ("/topics/page.frag", "no-cache"),
        ("/icons/icon-192.png", "no-cache"),
        (&script, forever),
    ] {
        let answer = nginx.get(address, &[]);
        assert_eq!(answer.header("cache-control"), caching, "{address}");
    }
    // What the file `_headers` says to other hosts, nginx says too; a missing page no less.
    let rules = site::text("_headers");
    let always = rules
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with(' '));
    let always: Vec<_> = always
        .filter_map(|line| line.trim().split_once(": "))
        .collect();
    assert!(always.len() >= 4, "{rules}");
    for address in ["/", "/nowhere/", &script] {
        let answer = nginx.get(address, &[]);
        for (name, value) in &always {
            assert_eq!(answer.header(&name.to_lowercase()), *value, "{address}");
        }
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{address}: {policy}"
        );
    }
    let files = site::files().into_iter();
    for file in files.filter(|file| file.starts_with("embed/") && file.ends_with(".html")) {
        let answer = nginx.get(&format!("/{file}"), &[]);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-ancestors *"), "{file}: {policy}");
    }
    // No way of writing an address makes another page one of those.
    let disguised = nginx.get("/embed/..%2ftopics/", &[]);
    let policy = disguised.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
}

#[test]
fn nginx_answers_missing_unchanged_and_partial_things_rightly() {
    let nginx = Nginx::start("answers");
    let missing = nginx.get("/no-such-page/", &[]);
    assert_eq!(missing.status, 404);
    let page = Page::parse("/no-such-page/", &missing.text());
    assert_eq!(page.all("h1").len(), 1, "the site's own page");
    assert_eq!(nginx.get("/_headers", &[]).status, 404);

    let first = nginx.get("/topics/", &[]);
    let tag = first.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = nginx.get("/topics/", &[("If-None-Match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));

    let folder = nginx.get("/topics?from=x", &[]);
    assert_eq!(folder.status, 301);
    assert_eq!(folder.header("location"), "/topics/?from=x");

    let whole = fs::read(site::dist().join("icons/icon-192.png")).expect("an icon");
    let part = nginx.get("/icons/icon-192.png", &[("Range", "bytes=8-15")]);
    assert_eq!((part.status, part.body.as_slice()), (206, &whole[8..16]));
    let range = format!("bytes 8-15/{}", whole.len());
    assert_eq!(part.header("content-range"), range);
    let outside = nginx.get("/icons/icon-192.png", &[("Range", "bytes=9999999-")]);
    assert_eq!(outside.status, 416);

    let out = nginx.get("/..%2f..%2fetc/passwd", &[]);
    assert!(matches!(out.status, 400 | 404), "{}", out.status);
}
