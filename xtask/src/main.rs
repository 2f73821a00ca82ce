//! `cargo xtask <command>`: set up, build, serve, check and test the site.

use std::process::{Command, ExitCode};
use std::time::Duration;

use xtask::address::PublicUrl;
use xtask::build::{self, Options};
use xtask::process::{self, Failure, Result};
use xtask::serve;
use xtask::setup::{self, Purpose};
use xtask::steps::{self, Steps};
use xtask::{dev, test, tools, traffic};

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--public-url URL]   set up, build, and serve at http://127.0.0.1:8080/
  dev [--port N]                        the same, building and reloading on every save
  build [--public-url URL] [--keep-previous DIR]
                                        write the site to dist/; keep the hashed files of the
                                        release in DIR for tabs that are open
  check [--report] [--write-ids]        compile and lint the content alone
  test                                  set up and run everything that has to hold
  bench [--runs N] [--only KINDS]       measure pages of the built site on a slow phone; KINDS is
                                        home,article,figure,quiz or some of them
  bench-content N                       build N made-up topics and measure
  traffic [--price P]                   bytes and price of a million views of the built site
  setup [--tests]                       only get what is missing

URL is https://host/path/ or /path/: where the site will lie.";

const PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        return Err(Failure::new(USAGE));
    };
    let mut rest = Arguments(rest.to_vec());
    let logs = tools::repository().join("target/xtask-logs");
    let steps = Steps::new(logs.clone())?;
    match command.as_str() {
        "serve" => {
            let port = rest.port()?;
            let options = rest.build_options()?;
            rest.end()?;
            serve(&steps, port, &options)
        }
        "dev" => {
            let port = rest.port()?;
            rest.end()?;
            serve::check_port(port)?;
            setup::set_up(&steps, Purpose::Site)?;
            dev::dev(&logs, port)
        }
        "build" => {
            let options = rest.build_options()?;
            rest.end()?;
            build::build(&steps, &options)?;
            done(&steps, &options.dist().display().to_string());
            Ok(())
        }
        "check" => check(&steps, rest),
        "bench" => bench(&rest.0),
        "bench-content" => bench_content(&steps, rest),
        "traffic" => {
            let price = rest.price()?;
            rest.end()?;
            let views = traffic::views(&Options::default().dist())?;
            print!("{}", traffic::table(views, price));
            Ok(())
        }
        "test" => {
            rest.end()?;
            test::test(&steps)
        }
        "setup" => {
            let tests = rest.flag("--tests");
            rest.end()?;
            let purpose = if tests { Purpose::Tests } else { Purpose::Site };
            setup::set_up(&steps, purpose)?;
            done(&steps, "everything is there");
            Ok(())
        }
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Failure::new(format!("no command {unknown:?}\n\n{USAGE}"))),
    }
}

fn serve(steps: &Steps, port: u16, options: &Options) -> Result<()> {
    // Said before the long build, not after it.
    serve::check_port(port)?;
    build::build(steps, options)?;
    let server = serve::start(serve::Options {
        port,
        base: options.base().to_owned(),
        ..serve::Options::new(options.dist())
    })?;
    done(steps, "the site is at");
    println!("\n    {}\n\nCtrl-C stops it.", server.url());
    server.wait();
    Ok(())
}

fn check(steps: &Steps, mut rest: Arguments) -> Result<()> {
    let flags = ["--report", "--write-ids"];
    let chosen: Vec<_> = flags.into_iter().filter(|name| rest.flag(name)).collect();
    rest.end()?;
    let press = build::press(steps)?;
    process::attached(
        Command::new(press)
            .current_dir(tools::repository())
            .arg("check")
            .args(chosen),
    )
}

/// Starts the program that measures; it reads the words itself.
fn bench(words: &[String]) -> Result<()> {
    process::attached(
        process::cargo()
            .current_dir(tools::repository())
            .args([
                "run",
                "--quiet",
                "--package",
                "site-tests",
                "--bin",
                "bench",
            ])
            .arg("--")
            .args(words),
    )
}

fn bench_content(steps: &Steps, mut rest: Arguments) -> Result<()> {
    let count = rest.next().unwrap_or_else(|| "10000".to_owned());
    if count.parse::<u32>().is_err() {
        return Err(Failure::new(format!("{count:?} is not a number of topics")));
    }
    rest.end()?;
    let target = tools::repository().join("target/bench");
    steps.take("press (optimized)", |step| {
        step.run(
            process::cargo()
                .current_dir(tools::repository())
                .env("CARGO_TARGET_DIR", &target)
                .args(["build", "--profile", "bench", "--package", "press"]),
        )
    })?;
    process::attached(
        Command::new(target.join("release/press"))
            .current_dir(tools::repository())
            .args(["bench-content", &count]),
    )
}

fn done(steps: &Steps, text: &str) {
    let time = steps.elapsed();
    // A run in which nothing had to be done needs no accounts.
    if time > Duration::from_secs(20) {
        println!("\n{}\n", steps.summary());
    }
    steps.say(&format!("ready in {}: {text}", steps::seconds(time)));
}

/// The words after the command that nobody has asked for yet.
struct Arguments(Vec<String>);

impl Arguments {
    /// Takes the first word.
    fn next(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    /// Takes `name`, wherever it stands.
    fn flag(&mut self, name: &str) -> bool {
        let found = self.0.iter().position(|word| word == name);
        found.map(|at| self.0.remove(at)).is_some()
    }

    /// Takes `name` and the word after it.
    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        if at + 1 == self.0.len() {
            return Err(Failure::new(format!("{name} needs a value\n\n{USAGE}")));
        }
        self.0.remove(at);
        Ok(Some(self.0.remove(at)))
    }

    fn port(&mut self) -> Result<u16> {
        match self.value("--port")? {
            Some(text) => text
                .parse()
                .map_err(|_| Failure::new(format!("--port {text}: not a port"))),
            None => Ok(PORT),
        }
    }

    fn price(&mut self) -> Result<f64> {
        let text = self.value("--price")?.unwrap_or_else(|| "0.05".to_owned());
        let price = text.parse().ok().filter(|price| *price >= 0.0);
        price.ok_or_else(|| Failure::new(format!("--price {text}: not a price for a gigabyte")))
    }

    fn build_options(&mut self) -> Result<Options> {
        let url = self.value("--public-url")?;
        let previous = self.value("--keep-previous")?;
        Ok(Options {
            keep_previous: previous.map(|folder| {
                // The press runs in the repository, whoever asks from wherever.
                std::path::absolute(&folder).unwrap_or_else(|_| folder.into())
            }),
            public_url: url.as_deref().map(PublicUrl::parse).transpose()?,
            ..Options::default()
        })
    }

    /// Nothing may be left.
    fn end(self) -> Result<()> {
        match self.0.first() {
            Some(word) => Err(Failure::new(format!("what is {word:?}?\n\n{USAGE}"))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(words: &[&str]) -> Arguments {
        Arguments(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn options_stand_in_any_order() {
        let mut rest = arguments(&["--public-url", "/x/", "--port", "81"]);
        assert_eq!(rest.port().ok(), Some(81));
        let options = rest.build_options().expect("an address");
        assert_eq!(options.base(), "/x/");
        assert!(rest.end().is_ok());
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(arguments(&["--port"]).port().is_err());
        assert!(arguments(&["--port", "x"]).port().is_err());
        assert!(arguments(&["--port=81"]).end().is_err());
        assert!(run(&["no-such".to_owned()]).is_err());
    }
}
