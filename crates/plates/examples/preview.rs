//! Writes a page with every figure and plate, to look at them: `cargo run --example preview`.

use std::fmt::Write as _;

/// Colors close to those of the site, so that drawings can be judged without it.
const STYLE: &str = "
:root{--paper:#fbf7ef;--ink:#2b211b;--ink-soft:#7d7064;--skin:#f3e3d3;--skin-line:#d5b79c;
--bone:#efe6cf;--bone-shade:#8d7a55;--bone-line:#6b5f49;--muscle:#b84c3c;--muscle-light:#e8a08c;
--muscle-dark:#4a1712;--medius:#c96a45;--minimus:#a8503f;--deep:#8f3b47;--tendon:#f1ead8;
--tendon-line:#9a8c6a;--nerve:#f2c14e;--nerve-line:#8a6410;--force-muscle:#a3261b;
--force-weight:#1f4e79;--force-joint:#5b3a86;--object:#5d5148}
.dark{--paper:#171310;--ink:#efe6da;--ink-soft:#a5988a;--skin:#2c231d;--skin-line:#5b493b;
--bone:#d8ccb0;--bone-shade:#6d5c3c;--bone-line:#2a2318;--muscle:#a8483a;--muscle-light:#e0937f;
--muscle-dark:#2a0b08;--medius:#b96243;--minimus:#97473a;--deep:#853945;--tendon:#e3d9c2;
--tendon-line:#8a7c5c;--nerve:#e6b445;--nerve-line:#5c430a;--force-muscle:#ff8d7d;
--force-weight:#8fc1ef;--force-joint:#c5a6f0;--object:#b5a798}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 Georgia,serif}
main{max-width:640px;margin:auto;padding:16px}svg{width:100%;height:auto;display:block}
.figure-text{font-family:Arial,sans-serif}
@media(min-width:600px){.figure-text{font-size:22px}}
";

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments
        .next()
        .unwrap_or_else(|| "preview.html".to_owned());
    let dark = arguments.next().is_some_and(|word| word == "dark");
    let queries: Vec<String> = arguments.collect();
    let mut page = String::new();
    let theme = if dark { "dark" } else { "light" };
    let _ = write!(
        page,
        "<!doctype html><html class={theme}><meta charset=utf-8><meta name=viewport \
         content=\"width=device-width\"><style>{STYLE}</style><body><main>"
    );
    for (index, query) in queries.iter().enumerate() {
        let prefix = format!("fig-{index}");
        let options = plates::FrameOptions::new(
            2,
            &prefix,
            plates::Place::Embedded,
            "/figures/one-leg-stance/",
        );
        let (name, query) = query.split_once('?').unwrap_or((query, ""));
        let html = plates::frame(name, query, &options)
            .or_else(|| plates::plate(name).map(|plate| plate.image("")));
        page.push_str("<figure style=margin:0>");
        page.push_str(&html.unwrap_or_default());
        page.push_str("</figure>");
    }
    std::fs::write(out, page)
}
