//! Made-up content in any amount, to measure that a page costs what it shows
//! and that time and memory grow with the number of topics, not faster.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::bench_search;
use press::{Compression, Diagnostic, Folders, Ids, Options, Previews, Report};

/// The topic whose page is weighed. It has neighbors at every size.
const WEIGHED: usize = 5;
const TERMS: usize = 48;
const REFERENCES: usize = 32;
const SECTIONS: usize = 6;
/// Words in a paragraph; three paragraphs a section make some 900 in all.
const PARAGRAPH: usize = 50;
/// Topics in a part.
const PART: usize = 100;

const WORDS: [&str; 48] = [
    "hip", "muscle", "side", "leg", "stand", "walk", "force", "bone", "pull", "thigh", "back",
    "front", "pelvis", "level", "weight", "step", "slow", "push", "foot", "ground", "turn", "bend",
    "straight", "chair", "stair", "run", "knee", "trunk", "lean", "cane", "hand", "joint", "work",
    "share", "rest", "train", "week", "pain", "study", "people", "found", "strong", "weak",
    "small", "large", "deep", "early", "late",
];

/// One word in so many is none of `WORDS`.
const RARE: usize = 6;
/// How many such words there are: what ten thousand articles may have.
const VOCABULARY: usize = 40_000;

/// A made-up word of its own for each number.
fn rare_word(number: usize) -> String {
    const CONSONANTS: &[u8; 16] = b"bcdfghklmnprstvz";
    const VOWELS: &[u8; 5] = b"aeiou";
    let mut word = String::new();
    let mut rest = number + 80;
    while rest > 0 {
        word.push(char::from(CONSONANTS[rest % 16]));
        word.push(char::from(VOWELS[rest / 16 % 5]));
        rest /= 80;
    }
    word.push('n');
    word
}

/// Queries of common words, of rare ones, and with typos.
fn queries() -> Vec<String> {
    let rare = rare_word(700);
    let mut typo = rare_word(20_000);
    typo.insert(2, 'x');
    vec![
        String::from("hip"),
        String::from("weak hip"),
        String::from("stand on one leg"),
        String::from("pain side thigh"),
        String::from("hip muscle side leg stand walk"),
        [rare.as_str(), " hip"].concat(),
        typo,
        String::from("mucsle straihgt streth"),
    ]
}

/// Numbers that look random and are the same each time (SplitMix64; Steele et
/// al. 2014, DOI 10.1145/2660193.2660195).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % limit as u64).unwrap_or_default()
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// One of the common words, or now and then one of many that are the rarer the later they come.
    fn word(&mut self) -> String {
        if self.below(RARE) > 0 {
            return WORDS[self.below(WORDS.len())].to_owned();
        }
        let mut limit = VOCABULARY;
        while limit > 10 && self.below(4) > 0 {
            limit /= 4;
        }
        rare_word(self.below(limit))
    }
}

/// Generates `count` topics below `root/target/`, builds them and says what it
/// took.
///
/// # Errors
/// What a build reports.
pub(crate) fn run(root: &Path, count: usize) -> Result<String, Vec<Diagnostic>> {
    let folder = root.join("target/bench-content");
    let old = root.join("target/bench-content.old");
    // Some file systems make files slowly just after many were deleted, so the
    // last run's are deleted after measuring; a run that was broken off has left its own.
    let _ = fs::remove_dir_all(&old);
    let aside = fs::rename(&folder, &old).is_ok();
    let content = folder.join("content");
    generate(&content, count).map_err(|error| {
        vec![Diagnostic::of_file(
            &content.display().to_string(),
            format!("made-up content cannot be written: {error}"),
            "make room on the disk",
        )]
    })?;
    let options = Options {
        content,
        folders: Folders {
            style: Some(root.join("style")),
            public: Some(root.join("public")),
            boot: Some(root.join("src/boot")),
            bundle: None,
        },
        out: folder.join("dist"),
        base: String::from("/"),
        origin: None,
        compression: Compression::Off,
        previews: Previews::Shared,
        ids: Ids::Ignore,
        keep_previous: None,
        shelf: None,
    };
    let (start, used) = (Instant::now(), processor_time());
    let report = press::build(&options)?;
    let elapsed = start.elapsed();
    let used = used
        .zip(processor_time())
        .map(|(before, after)| after - before);
    let page = options
        .out
        .join(format!("topics/{}/index.html", slug(WEIGHED)));
    let size = fs::metadata(&page).map_or(0, |metadata| metadata.len());
    if aside {
        // What stays is in nobody's way.
        let _ = fs::remove_dir_all(&old);
    }
    let search = bench_search::report(&options.out, &queries());
    Ok(summary(count, &report, elapsed, used, size) + &search)
}

fn summary(
    count: usize,
    report: &Report,
    elapsed: Duration,
    used: Option<f64>,
    size: u64,
) -> String {
    let mut text = format!("topics            {count}\n");
    // Writing to a string does not fail.
    let _ = writeln!(text, "pages             {}", report.pages);
    let _ = writeln!(text, "build             {:.2} s", elapsed.as_secs_f64());
    let _ = writeln!(
        text,
        "rate              {:.0} pages a second",
        report.pages as f64 / elapsed.as_secs_f64().max(1e-6)
    );
    if let Some(seconds) = used {
        let _ = writeln!(text, "processor time    {seconds:.1} s");
    }
    let _ = match peak_memory() {
        Some(megabytes) => writeln!(text, "peak memory       {megabytes} MB"),
        None => writeln!(text, "peak memory       not known on this system"),
    };
    let _ = writeln!(text, "one topic page    {size} bytes");
    text
}

/// The most memory this process ever held, in megabytes.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes / 1024)
}

/// What this process has used of the processors, in seconds; Linux counts in
/// hundredths.
fn processor_time() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some((user + system) / 100.0)
}

/// Of the same width at every size.
fn slug(topic: usize) -> String {
    format!("topic-{topic:06}")
}

fn generate(content: &Path, count: usize) -> std::io::Result<()> {
    for folder in ["topics", "quizzes", "pages"] {
        fs::create_dir_all(content.join(folder))?;
    }
    for topic in 1..=count {
        let slug = slug(topic);
        fs::write(
            content.join(format!("topics/{slug}.md")),
            topic_file(topic, count),
        )?;
        fs::write(
            content.join(format!("quizzes/{slug}.toml")),
            quiz_file(topic),
        )?;
    }
    fs::write(content.join("glossary.toml"), glossary())?;
    fs::write(content.join("references.toml"), references())?;
    fs::write(content.join("parts.toml"), parts(count))?;
    fs::write(
        content.join("coverage.toml"),
        format!("A1 = [\"topic:{}\"]\n", slug(1)),
    )?;
    fs::write(
        content.join("care.toml"),
        "title = \"Care\"\nintro = \"Intro.\"\nclosing = \"Closing.\"\n",
    )?;
    fs::write(content.join("site.toml"), site())?;
    fs::write(content.join("editorial.toml"), editorial())?;
    fs::write(
        content.join("pages/about.md"),
        "+++\ntitle = \"About\"\ndescription = \"About.\"\n+++\nMade up.\n",
    )
}

fn topic_file(topic: usize, count: usize) -> String {
    let mut random = Random(topic as u64);
    let mut body = String::new();
    let mut cited = Vec::new();
    for section in 0..SECTIONS {
        let id = section_id(section);
        let _ = write!(body, "\n## {} {{#{id}}}\n", random.words(4));
        for paragraph in 0..3 {
            let reference = random.below(REFERENCES);
            let term = (random.below(TERMS / 3) * 3 + paragraph) % TERMS;
            let _ = write!(
                body,
                "\n{}. A [{}](term:term-{term:02}) {}. {} \
                 [limited](cite:reference-{reference:02}) {{#p-{section}-{paragraph}}}\n",
                random.words(PARAGRAPH / 2),
                random.words(2),
                random.words(PARAGRAPH / 4),
                random.words(PARAGRAPH / 4),
            );
            if !cited.contains(&reference) {
                cited.push(reference);
            }
        }
        if section == 1 {
            body.push_str("\n:::figure one-leg-stance?lean=5\nA caption.\n:::\n");
        }
        let _ = write!(body, "\n:::check {}/item-{section}\n:::\n", slug(topic));
    }
    body.push_str("\n:::callout today\nStand up.\n:::\n");
    let sources: Vec<String> = cited
        .iter()
        .map(|reference| format!("\"reference-{reference:02}\""))
        .collect();
    let next = if topic < count { topic + 1 } else { 1 };
    format!(
        "+++\ntitle = \"{}\"\nsummary = \"\"\"{}.\n{}.\n{}.\"\"\"\ndescription = \"{}.\"\n\
         part = {}\norder = {}\nauthor = \"Nobody\"\n\
         review = \"not yet reviewed by a clinician\"\nwritten = 2026-11-20\n\
         conflicts = \"none\"\npain = false\ncovers = [\"A1\"]\nsources = [{}]\n\
         next = [\"{}\"]\n[[goals]]\nid = \"goal\"\ntext = \"{}.\"\n+++\n{body}",
        random.words(5),
        random.words(12),
        random.words(12),
        random.words(12),
        random.words(18),
        (topic - 1) / PART + 1,
        (topic - 1) % PART + 1,
        sources.join(", "),
        slug(next),
        random.words(8),
    )
}

fn section_id(section: usize) -> String {
    if section + 1 == SECTIONS {
        String::from("unknown")
    } else {
        format!("section-{section}")
    }
}

fn quiz_file(topic: usize) -> String {
    let mut random = Random(topic as u64 + (1 << 32));
    let slug = slug(topic);
    let mut text = format!(
        "title = \"{}\"\nsummary = \"{}.\"\ntopic = \"{slug}\"\n",
        random.words(4),
        random.words(10)
    );
    for item in 0..SECTIONS {
        let _ = write!(
            text,
            "\n[[item]]\nid = \"item-{item}\"\nrev = 1\nkind = \"one\"\ngoal = \"goal\"\n\
             covers = [\"A1\"]\nstem = \"{}?\"\n",
            random.words(10)
        );
        for choice in 0..3 {
            let correct = choice == item % 3;
            // One wrong choice is longer and one shorter than the right one: the check refuses patterns.
            let words = match (choice + 3 - item % 3) % 3 {
                0 => 5,
                1 => 9,
                _ => 3,
            };
            let _ = write!(
                text,
                "[[item.choice]]\nid = \"choice-{choice}\"\ntext = \"{}\"\ncorrect = {}\n\
                 why = \"{}.\"\nlink = \"topic:{slug}#p-{item}-{choice}\"\n",
                random.words(words),
                correct,
                random.words(14)
            );
        }
    }
    text
}

/// Rules that the made-up texts keep, so that checking them is measured too. The names of the terms are
/// words of every sentence.
fn editorial() -> String {
    let terms: Vec<String> = (0..TERMS)
        .map(|term| format!("\"term-{term:02}\""))
        .collect();
    format!(
        "everyday = [{}]\n[limits]\nitems_min = {SECTIONS}\ngoal_items_min = {SECTIONS}\n\
         section_words_min = {PARAGRAPH}\n",
        terms.join(", ")
    )
}

fn glossary() -> String {
    let mut random = Random(1 << 33);
    let mut text = String::new();
    for term in 0..TERMS {
        let _ = write!(
            text,
            "[[term]]\nid = \"term-{term:02}\"\nname = \"{}\"\nmeaning = \"{}.\"\n",
            random.words(2),
            random.words(14)
        );
    }
    text
}

fn references() -> String {
    let mut random = Random(1 << 34);
    let mut text = String::new();
    for reference in 0..REFERENCES {
        let _ = write!(
            text,
            "[[reference]]\nid = \"reference-{reference:02}\"\ncite = \"{}\"\n\
             kind = \"review\"\nfinding = \"{}.\"\nstatus = \"abstract checked\"\n",
            random.words(8),
            random.words(16)
        );
    }
    text
}

fn parts(count: usize) -> String {
    let mut text = String::new();
    for part in 1..=count.div_ceil(PART).max(1) {
        let _ = write!(
            text,
            "[[part]]\nnumber = {part}\ntitle = \"Part\"\nsummary = \"Made up.\"\n"
        );
    }
    text
}

fn site() -> String {
    format!(
        "name = \"Bench\"\ntagline = \"Made up\"\ndescription = \"Made up.\"\n\
         origin = \"https://bench.example\"\nauthor = \"Nobody\"\nlicense = \"CC BY 4.0\"\n\
         license_url = \"https://creativecommons.org/licenses/by/4.0/\"\n\
         about = \"pages/about.md\"\n[home]\ntitle = \"Bench\"\nlead = \"Made up.\"\n\
         start = \"{}\"\nstart_label = \"Start\"\n",
        slug(1)
    )
}
