//! The site on the device: the connection is cut at each stage by ending the server.

use std::{
    io::{self, BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    thread,
};

use base64::Engine as _;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use site_tests::{
    browser::{Browser, Role, WindowHandle, argument, containing, key::Key},
    page::{Page, words},
    site::{self, Copy},
    wait,
};
use xtask::{serve::Server, tools};

use crate::article::{Article, questions};

in_engines!(chromium Chromium:
    what_was_read_opens_without_a_connection => Setup::default(),
    an_interrupted_installation_leaves_nothing => Setup::default(),
    an_update_waits_for_the_open_question => Setup::default(),
    a_track_is_kept_when_the_reader_says_so => Setup::default(),
    a_server_that_fails_speaks_for_itself => Setup::default(),
    the_kill_switch_takes_everything_away => Setup::default(),
    a_line_that_hangs_is_not_waited_for => Setup::default(),
);
in_engines!(firefox Firefox:
    what_was_read_opens_without_a_connection => Setup::default(),
    an_interrupted_installation_leaves_nothing => Setup::default(),
    an_update_waits_for_the_open_question => Setup::default(),
    a_track_is_kept_when_the_reader_says_so => Setup::default(),
    a_server_that_fails_speaks_for_itself => Setup::default(),
    the_kill_switch_takes_everything_away => Setup::default(),
);
in_engines!(webkit WebKit:
    what_was_read_opens_without_a_connection => Setup::default(),
    an_interrupted_installation_leaves_nothing => Setup::default(),
    an_update_waits_for_the_open_question => Setup::default(),
    a_track_is_kept_when_the_reader_says_so => Setup::default(),
    a_server_that_fails_speaks_for_itself => Setup::default(),
    the_kill_switch_takes_everything_away => Setup::default(),
);

/// A copy of the site with a server that can be ended and started again at the same address.
struct Host {
    copy: Copy,
    server: Option<Server>,
    port: u16,
}

impl Host {
    fn start(name: &str) -> Self {
        let copy = site::copy(name);
        let server = copy.serve();
        let port = server.address().port();
        Self {
            copy,
            server: Some(server),
            port,
        }
    }

    fn cut(&mut self) {
        self.server = None;
    }

    fn back(&mut self) {
        self.server = Some(self.copy.serve_at(self.port));
    }

    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    async fn open(&self, browser: &Browser, path: &str) {
        let address = self.address(path);
        let opened = browser.client.goto(&address).await;
        opened.unwrap_or_else(|error| panic!("{path}: {error}"));
        browser.ready().await;
    }
}

async fn asks(browser: &Browser, code: &str) -> Json {
    let code = format!(
        "const done = arguments[arguments.length - 1];
        (async () => {{ {code} }})().then(done, (error) => done(String(error)));"
    );
    browser.script_async(&code, &[]).await
}

/// Waits until a script of the page gives `true`.
async fn holds(browser: &Browser, what: &str, code: &str) {
    wait::until(what, async || match asks(browser, code).await {
        Json::Bool(true) => Ok(()),
        other => Err(other.to_string()),
    })
    .await;
}

/// Moves as a reader does, and waits until the worker serves the page. `false` where the engine has none.
async fn installed(browser: &Browser) -> bool {
    let has = asks(browser, "return 'serviceWorker' in navigator").await;
    if has != Json::Bool(true) {
        println!("{:?} has no service worker here", browser.engine);
        return false;
    }
    browser.scroll_to(40.0).await;
    let code = "return Boolean(navigator.serviceWorker.controller)";
    holds(browser, "a worker that serves the page", code).await;
    true
}

/// Waits until a page is on the device.
async fn is_kept(browser: &Browser, path: &str) {
    let code = format!("return Boolean(await caches.match('{path}page.frag'))");
    holds(browser, &format!("{path} on the device"), &code).await;
}

async fn what_was_read_opens_without_a_connection(browser: &Browser) {
    let mut host = Host::start("offline");
    let (read, unread) = (Article::nth(0), Article::nth(1));
    let (quiz, question) = questions("one").remove(0);
    host.open(browser, "/topics/").await;
    if !installed(browser).await {
        return;
    }
    is_kept(browser, "/topics/").await;
    for path in [&read.route, &quiz] {
        host.open(browser, path).await;
        is_kept(browser, path).await;
    }

    host.cut();
    // By its address, also the page that was open before the worker came.
    for (path, title) in [
        (read.route.as_str(), read.title.as_str()),
        ("/topics/", "Topics"),
    ] {
        host.open(browser, path).await;
        browser.page().get(Role::Heading, title).await;
        browser
            .page()
            .says("Offline: what you have read is here.")
            .await;
    }
    // A quiz works: an answer is checked and explained.
    host.open(browser, &quiz).await;
    question.choose(browser, question.choice(true)).await;
    browser.press(&[Key::Enter]).await;
    browser.page().says("Correct.").await;
    // What was not read says so, and leads to what was.
    host.open(browser, &unread.route).await;
    browser.page().get(Role::Heading, "You are offline").await;
    browser.page().click(Role::Link, &read.title).await;
    browser.arrives_at(&read.route).await;
    browser.page().get(Role::Heading, &read.title).await;

    // So does an address that no release ever had, however it is written.
    for unknown in ["/no-such-page/", "/topics/no-such", "/no-such.html"] {
        host.open(browser, unknown).await;
        browser.page().get(Role::Heading, "You are offline").await;
        browser.page().get(Role::Link, &read.title).await;
    }

    host.back();
    host.open(browser, &unread.route).await;
    browser.page().get(Role::Heading, &unread.title).await;
    host.open(browser, "/no-such-page/").await;
    browser
        .page()
        .get(Role::Heading, "This page is not here")
        .await;
}

async fn an_interrupted_installation_leaves_nothing(browser: &Browser) {
    let host = Host::start("interrupted");
    let frame = host.copy.bytes("offline.html");
    std::fs::remove_file(host.copy.folder().join("offline.html")).expect("a file less");
    host.open(browser, "/topics/").await;
    browser.scroll_to(40.0).await;
    wait::until("an installation that misses a file", async || {
        let served = host.server.as_ref().expect("a server").served();
        let missed = |it: &xtask::serve::Served| it.target == "/offline.html" && it.status == 404;
        if served.iter().any(missed) {
            Ok(())
        } else {
            Err(format!("{served:?}"))
        }
    })
    .await;
    let nothing = "const left = (await caches.keys()).filter((name) => !name.endsWith('kept'));
        const registration = await navigator.serviceWorker.getRegistration();
        return left.length === 0 && !registration?.active && !registration?.installing";
    holds(browser, "nothing left behind", nothing).await;
    // The next visit tries again.
    host.copy.write("offline.html", &frame);
    host.open(browser, "/topics/").await;
    assert!(installed(browser).await);
}

/// What a worker knows of a file: its hash.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    format!(
        "sha256-{}",
        base64::engine::general_purpose::STANDARD.encode(digest)
    )
}

async fn an_update_waits_for_the_open_question(browser: &Browser) {
    let mut host = Host::start("update");
    let (quiz, question) = questions("one").remove(0);
    host.open(browser, &quiz).await;
    assert!(installed(browser).await);
    question.choose(browser, &question.choices[0].0).await;
    browser.script("window.siteTestMark = true", &[]).await;

    // A new release: another frame, and with it another list and another name.
    let before = host.copy.bytes("offline.html");
    let frame = String::from_utf8_lossy(&before).replacen("<html", "<html data-site-test", 1);
    host.copy.write("offline.html", frame.as_bytes());
    let worker = String::from_utf8(host.copy.bytes("sw.js")).expect("a text");
    let worker = worker.replace(&hash(&before), &hash(frame.as_bytes()));
    let at = worker.find("\"release-").expect("a release") + "\"release-".len();
    let new = format!("{}0123456789abcdef{}", &worker[..at], &worker[at + 16..]);
    host.copy.write("sw.js", new.as_bytes());
    let update = "const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        return Boolean(registration.waiting)";
    holds(browser, "a new worker that waits", update).await;
    let offers = browser.page().all(Role::Button, "Update").await;
    assert!(offers.is_empty(), "an offer while a question is open");

    browser.press(&[Key::Enter]).await;
    browser
        .page()
        .says("A new version of this site is ready.")
        .await;
    let mark = browser
        .script("return window.siteTestMark ?? false", &[])
        .await;
    assert_eq!(mark, json!(true), "nothing is forced");
    // Another tab has the same offer.
    let first = browser.client.window().await.expect("a window");
    let second = browser.client.new_window(false).await.expect("a tab");
    let second = second.handle;
    let to = async |tab: &WindowHandle| {
        let switched = browser.client.switch_to_window(tab.clone()).await;
        switched.expect("the other tab");
    };
    to(&second).await;
    host.open(browser, "/topics/").await;
    browser.scroll_to(40.0).await;
    browser.page().get(Role::Button, "Update").await;
    browser.script("window.siteTestMark = true", &[]).await;
    to(&first).await;
    let updated = async || {
        browser.page().click(Role::Button, "Update").await;
        wait::until("the page in its new release", async || {
            let code =
                "return window.siteTestMark === undefined && document.documentElement.dataset.app";
            match browser.try_script(code, &[]).await {
                Ok(Json::String(state)) if state == "ready" => Ok(()),
                other => Err(format!("{other:?}")),
            }
        })
        .await;
    };
    updated().await;
    to(&second).await;
    updated().await;
    let current = "return (await caches.keys()).some((name) => name.endsWith('0123456789abcdef'))
        && !(await navigator.serviceWorker.getRegistration()).waiting";
    holds(browser, "the new release", current).await;

    // Without a connection too it is the new release's frame.
    host.cut();
    host.open(browser, &quiz).await;
    let frame = "return 'siteTest' in document.documentElement.dataset";
    holds(browser, "a page in the new frame", frame).await;
    host.open(browser, "/never-read/").await;
    browser.page().get(Role::Heading, "You are offline").await;
    holds(browser, "the new page for what is missing", frame).await;
}

/// Answers everybody that it cannot, until the test has ended. Each connection has a thread: browsers
/// open some in advance and say nothing on them, which must not keep the others waiting.
fn failing(port: u16) {
    let listener = TcpListener::bind(("127.0.0.1", port)).expect("the same port");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || apologize(stream));
        }
    });
}

/// Reads a request to the end of its head: what is left unread when a connection closes takes the answer
/// with it.
fn apologize(mut stream: TcpStream) -> io::Result<()> {
    for line in BufReader::new(&stream).lines() {
        if line?.is_empty() {
            break;
        }
    }
    let body = "<title>Down</title><h1>Back in an hour</h1>";
    let head = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nConnection: close";
    let length = body.len();
    write!(stream, "{head}\r\nContent-Length: {length}\r\n\r\n{body}")
}

async fn a_server_that_fails_speaks_for_itself(browser: &Browser) {
    let mut host = Host::start("failing");
    let (read, unread) = (Article::nth(0), Article::nth(1));
    host.open(browser, "/topics/").await;
    if !installed(browser).await {
        return;
    }
    host.open(browser, &read.route).await;
    is_kept(browser, &read.route).await;
    host.cut();
    failing(host.port);
    // What was asked on a connection of the server before fails once, as on a line that is cut.
    let down = "return (await fetch('/feed.xml', { cache: 'no-store' })).status === 503";
    holds(browser, "the server that fails", down).await;
    let address = host.address(&unread.route);
    browser.client.goto(&address).await.expect("an answer");
    let heading = browser.page().get(Role::Heading, containing("")).await;
    assert_eq!(browser.words_of(&heading).await, "Back in an hour");
    // What is on the device comes in its place.
    host.open(browser, &read.route).await;
    browser.page().get(Role::Heading, &read.title).await;
}

async fn a_track_is_kept_when_the_reader_says_so(browser: &Browser) {
    let mut host = Host::start("track");
    let route = site::routes()
        .into_iter()
        .find(|route| route.starts_with("/tracks/"))
        .expect("a track");
    host.open(browser, &route).await;
    assert!(installed(browser).await);
    let keep = containing("Keep this track");
    browser.page().get(Role::Button, keep.clone()).await;
    let unfocused = "return document.activeElement === document.body";
    holds(browser, "nobody took the focus", unfocused).await;
    browser.page().click(Role::Button, keep.clone()).await;
    // How much it is, before anything is fetched.
    let said = browser.page().says(" pages, ").await;
    assert!(said.contains("kB") || said.contains("MB"), "{said}");
    browser.page().click(Role::Button, "Download").await;
    browser.page().says("This track is on this device").await;

    host.cut();
    let page = Page::of(&route);
    for link in page.all(".track-steps a[href]") {
        let address = link.attr("href").unwrap_or_default();
        host.open(browser, address).await;
        let heading = browser
            .script("return document.querySelector('h1').textContent", &[])
            .await;
        assert_ne!(
            heading,
            json!("You are offline"),
            "{address}: {}",
            words(link)
        );
    }
    host.open(browser, &route).await;
    browser.page().says("This track is on this device").await;
    browser.page().click(Role::Button, "Remove it").await;
    browser.page().says("Removed from this device.").await;
    // Where the button was, the focus stays.
    let button = browser.page().get(Role::Button, keep.clone()).await;
    let focused = browser
        .script(
            "return document.activeElement === arguments[0]",
            &[argument(&button)],
        )
        .await;
    assert_eq!(focused, json!(true));

    // A later release has other files: its list counts, not the one from before.
    host.back();
    let file = format!(
        "keep/{}.json",
        route.trim_matches('/').replace("tracks/", "")
    );
    let mut list: Json = serde_json::from_slice(&host.copy.bytes(&file)).expect("a list");
    let files = list["files"].as_array_mut().expect("files");
    let at = files
        .iter()
        .position(|it| it.as_str().is_some_and(|it| it.starts_with("/quizzes/")))
        .expect("a quiz");
    let gone = files.remove(at);
    let gone = gone.as_str().unwrap_or_default().trim_start_matches('/');
    std::fs::remove_file(host.copy.folder().join(gone)).expect("a file less");
    host.copy.write(&file, list.to_string().as_bytes());
    host.open(browser, &route).await;
    browser.page().click(Role::Button, keep).await;
    browser.page().click(Role::Button, "Download").await;
    browser.page().says("This track is on this device").await;
}

async fn the_kill_switch_takes_everything_away(browser: &Browser) {
    let host = Host::start("kill");
    host.open(browser, "/topics/").await;
    assert!(installed(browser).await);
    let path = tools::repository().join("deploy/kill-switch/sw.js");
    let switch = std::fs::read(&path).expect("the kill switch");
    host.copy.write("sw.js", &switch);
    host.open(browser, "/topics/").await;
    browser.scroll_to(40.0).await;
    let gone = "await (await navigator.serviceWorker.getRegistration())?.update();
        return !(await caches.keys()).some((name) => name.startsWith('prime-mover'))";
    holds(browser, "nothing on the device", gone).await;
    host.open(browser, "/topics/").await;
    browser.page().get(Role::Heading, "Topics").await;
    let served = "return navigator.serviceWorker.controller === null";
    holds(browser, "a page that no worker serves", served).await;
}

async fn a_line_that_hangs_is_not_waited_for(browser: &Browser) {
    let mut host = Host::start("hang");
    let read = Article::nth(0);
    host.open(browser, "/topics/").await;
    assert!(installed(browser).await);
    host.open(browser, &read.route).await;
    is_kept(browser, &read.route).await;
    host.cut();
    // Takes connections and never answers.
    let _hanging = TcpListener::bind(("127.0.0.1", host.port)).expect("the same port");
    host.open(browser, &read.route).await;
    browser.page().get(Role::Heading, &read.title).await;
}
