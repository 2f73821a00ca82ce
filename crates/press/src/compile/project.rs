//! The first pass: reads every file, keeps what others need to know of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use content::ids::is_slug;
use content::model::{
    CareCard, Coverage, Date, FigureState, Goal, Located, Page, Part, Reference, Review, Site,
    Synonym, Target, Term, Topic, Track, words,
};

use super::fairness;
use super::outline::{self, Need, Outline, Want};
use super::readability::{self, Readability};
use crate::diagnostic::{Diagnostic, Log, Source};
use crate::parallel;
use crate::read;
use crate::read::anatomy::Anatomy;
use crate::read::editorial::Editorial;

/// The files that are read whole and kept.
#[derive(Debug, Default)]
pub struct Shared {
    /// `glossary.toml`; `None` where the file is missing.
    pub terms: Option<Vec<Term>>,
    /// `synonyms.toml`; none without that file.
    pub synonyms: Vec<Synonym>,
    /// `references.toml`
    pub references: Option<Vec<Reference>>,
    /// `parts.toml`
    pub parts: Option<Vec<Part>>,
    /// `tracks.toml`; empty where the file is missing: no site needs tracks.
    pub tracks: Vec<Track>,
    /// `editorial.toml`; `None` where the file is missing: nothing is held to rules then.
    pub editorial: Option<Editorial>,
    /// `anatomy.toml`; `None` where the file is missing.
    pub anatomy: Option<Anatomy>,
    /// `coverage.toml`
    pub coverage: Option<Coverage>,
    /// `care.toml`
    pub care: Option<CareCard>,
    /// `site.toml`
    pub site: Option<Site>,
    /// The about page.
    pub about: Option<Page>,
}

/// What is kept of a topic: everything but its text.
#[derive(Debug)]
pub struct TopicMeta {
    /// The address.
    pub slug: String,
    /// What the front matter says; `None` when it has errors.
    pub head: Option<TopicHead>,
    /// What the body offers and needs.
    pub outline: Outline,
}

/// What is kept of a topic's front matter.
#[derive(Debug)]
pub struct TopicHead {
    /// Plain text.
    pub title: String,
    /// One plain sentence.
    pub description: String,
    /// The part's number.
    pub part: Located<u32>,
    /// The place in the part.
    pub order: Located<u32>,
    /// When it was written.
    pub written: Date,
    /// When it was reviewed.
    pub reviewed: Option<Date>,
    /// How hard its summary is to read.
    pub summary: Readability,
    /// What a reader can do afterwards.
    pub goals: Vec<Goal>,
    /// The figure of its preview image: the one it names, else the first it
    /// shows.
    pub figure: Option<FigureState>,
}

/// A card: the essence of a topic on one page to print.
#[derive(Debug)]
pub struct Card {
    /// The topic it belongs to.
    pub slug: String,
    /// What it says.
    pub page: Page,
    /// What it offers and needs.
    pub outline: Outline,
}

/// What is kept of a quiz: everything but its text.
#[derive(Debug)]
pub struct QuizMeta {
    /// The address.
    pub slug: String,
    /// Plain text.
    pub title: String,
    /// One plain sentence.
    pub summary: String,
    /// The topic it belongs to.
    pub topic: Located<String>,
    /// The questions.
    pub items: Vec<ItemMeta>,
    /// What the quiz needs.
    pub wants: Vec<Want>,
}

/// What is kept of a question.
#[derive(Debug)]
pub struct ItemMeta {
    /// Permanent within the quiz.
    pub id: Located<String>,
    /// Its stem as [`fairness::normal`] makes it.
    pub asks: String,
    /// The ids of what is chosen, placed or written.
    pub choices: Vec<Located<String>>,
    /// Raised when its meaning changes.
    pub rev: u32,
    /// The goal of the topic that it asks about.
    pub goal: String,
    /// The group of look-alikes that it belongs to.
    pub confusable: Option<String>,
    /// The paragraph of the topic that answers it.
    pub answered_at: Option<String>,
}

/// The whole of `content/`, as far as it is kept in memory.
#[derive(Debug)]
pub struct Project {
    /// The folder `content/`.
    pub root: PathBuf,
    /// How the folder is named in diagnostics.
    pub name: String,
    /// The files that the whole site shares.
    pub shared: Shared,
    /// By slug; a topic whose file has errors is there, too.
    pub topics: BTreeMap<String, TopicMeta>,
    /// By slug of their topics.
    pub cards: Vec<Card>,
    /// By slug; `None` for a quiz whose file has errors.
    pub quizzes: BTreeMap<String, Option<QuizMeta>>,
    /// What the site's texts and coverage need, with the file that asks.
    pub wants: Vec<(String, Want)>,
}

impl Project {
    /// A file of the folder by its name, as diagnostics write it.
    pub fn display(&self, file: &str) -> String {
        format!("{}/{file}", self.name)
    }

    /// Reads a file of the folder.
    ///
    /// # Errors
    /// One that says why it cannot be read.
    pub fn source(&self, file: &str) -> Result<Source, Diagnostic> {
        read_source(&self.root, &self.name, file)
    }

    /// Reads a topic again, whole. It was read without errors before.
    ///
    /// # Errors
    /// Those of a file that changed in between.
    pub fn topic(&self, slug: &str) -> Result<Topic, Vec<Diagnostic>> {
        let source = self
            .source(&topic_file(slug))
            .map_err(|problem| vec![problem])?;
        let read = read::topic::read(slug, &source);
        read.topic.ok_or(read.problems)
    }

    /// Reads a quiz again, whole.
    ///
    /// # Errors
    /// Those of a file that changed in between.
    pub fn quiz(&self, slug: &str) -> Result<content::model::Quiz, Vec<Diagnostic>> {
        let source = self
            .source(&quiz_file(slug))
            .map_err(|problem| vec![problem])?;
        let (quiz, problems) = read::quiz::read(slug, &source);
        quiz.ok_or(problems)
    }
}

/// A topic's file inside `content/`.
pub fn topic_file(slug: &str) -> String {
    format!("topics/{slug}.md")
}

/// A card's file inside `content/`.
pub fn card_file(slug: &str) -> String {
    format!("cards/{slug}.md")
}

/// A quiz's file inside `content/`.
pub fn quiz_file(slug: &str) -> String {
    format!("quizzes/{slug}.toml")
}

fn read_source(root: &Path, name: &str, file: &str) -> Result<Source, Diagnostic> {
    let shown = format!("{name}/{file}");
    match fs::read(root.join(file)) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Source::new(shown, text)),
            Err(_) => Err(Diagnostic::of_file(
                &shown,
                "this file is not UTF-8 text",
                "save it as UTF-8",
            )),
        },
        Err(error) => Err(Diagnostic::of_file(
            &shown,
            format!("this file cannot be read: {error}"),
            "content/README.md says what belongs in it",
        )),
    }
}

/// The file of other words, which a site may do without.
const SYNONYMS: &str = "synonyms.toml";

/// Reads everything in the folder `root`; diagnostics call it `name`.
pub fn load(root: &Path, name: &str) -> (Project, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let topics = list(root, name, "topics", "md", &mut problems);
    let quizzes = list(root, name, "quizzes", "toml", &mut problems);
    let (shared, mut wants) = shared(root, name, &mut problems);
    let cards = cards(root, name, &mut problems, &mut wants);
    problems.extend(super::body::check(root, name));
    let read_topics = parallel::map(topics.len(), |index| {
        topic(root, name, topics[index].clone())
    });
    let read_quizzes = parallel::map(quizzes.len(), |index| quiz(root, name, &quizzes[index]));
    let mut project = Project {
        root: root.to_owned(),
        name: name.to_owned(),
        shared,
        cards,
        topics: BTreeMap::new(),
        quizzes: BTreeMap::new(),
        wants,
    };
    for (meta, found) in read_topics {
        problems.extend(found);
        project.topics.insert(meta.slug.clone(), meta);
    }
    for (slug, (meta, found)) in quizzes.into_iter().zip(read_quizzes) {
        problems.extend(found);
        project.quizzes.insert(slug, meta);
    }
    (project, problems)
}

/// The slugs of the files in `folder`, sorted; reports every other file.
fn list(
    root: &Path,
    name: &str,
    folder: &str,
    extension: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut slugs = Vec::new();
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Diagnostic::of_file(
                &format!("{name}/{folder}"),
                format!("this folder cannot be read: {error}"),
                "create it; content/README.md says what belongs in it",
            ));
            return slugs;
        }
    };
    for entry in entries.flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if file.starts_with('.') || file.ends_with('~') {
            continue;
        }
        match file.rsplit_once('.') {
            Some((slug, found)) if found == extension && is_slug(slug) => {
                slugs.push(slug.to_owned());
            }
            _ => problems.push(Diagnostic::of_file(
                &format!("{name}/{folder}/{file}"),
                "this file would be left out",
                format!("name it `<slug>.{extension}` (lower-case words joined by hyphens), or move it away"),
            )),
        }
    }
    slugs.sort();
    slugs
}

/// Reads the cards, where there is a folder of them.
fn cards(
    root: &Path,
    name: &str,
    problems: &mut Vec<Diagnostic>,
    wants: &mut Vec<(String, Want)>,
) -> Vec<Card> {
    if !root.join("cards").exists() {
        return Vec::new();
    }
    let mut cards = Vec::new();
    for slug in list(root, name, "cards", "md", problems) {
        let file = card_file(&slug);
        let source = match read_source(root, name, &file) {
            Ok(source) => source,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let (page, found) = read::topic::read_page(&source);
        problems.extend(found);
        let Some(page) = page else { continue };
        let log = Log::new(&source);
        let mut outline = outline::of(&log, &page.body);
        problems.extend(log.into_problems());
        let topic = Want::new(Need::Topic(slug.clone()), 0..1);
        let all = outline.wants.drain(..).chain([topic]);
        wants.extend(all.map(|want| (file.clone(), want)));
        cards.push(Card {
            slug,
            page,
            outline,
        });
    }
    cards
}

fn topic(root: &Path, name: &str, slug: String) -> (TopicMeta, Vec<Diagnostic>) {
    let source = match read_source(root, name, &topic_file(&slug)) {
        Ok(source) => source,
        Err(problem) => {
            let meta = TopicMeta {
                slug,
                head: None,
                outline: Outline::default(),
            };
            return (meta, vec![problem]);
        }
    };
    let read = read::topic::read(&slug, &source);
    let mut problems = read.problems;
    let log = Log::new(&source);
    let mut outline = outline::of(&log, &read.body);
    let first = outline.first_figure().cloned();
    if let Some(topic) = &read.topic {
        front_matter_wants(&log, topic, &mut outline);
    }
    problems.extend(log.into_problems());
    let head = read.topic.map(|topic| TopicHead {
        summary: readability::of(&topic.summary.join("\n")),
        title: topic.title,
        description: topic.description,
        part: topic.part,
        order: topic.order,
        written: topic.written,
        reviewed: match topic.review {
            Review::NotYet => None,
            Review::Reviewed { on, .. } => Some(on),
        },
        goals: topic.goals,
        figure: topic.figure.map(|figure| figure.value).or(first),
    });
    let meta = TopicMeta {
        slug,
        head,
        outline,
    };
    (meta, problems)
}

/// Adds what the front matter needs; reports sources that the text does not
/// cite and citations that `sources` does not list.
fn front_matter_wants(log: &Log<'_>, topic: &Topic, outline: &mut Outline) {
    let listed = &topic.sources;
    for source in listed.iter() {
        if !outline.cited.contains(&source.value) {
            log.error(
                &source.span,
                format!("the text does not cite `{}`", source.value),
                format!(
                    "cite it, such as `[limited](cite:{0})`, or take it out of `sources`",
                    source.value
                ),
            );
        }
    }
    for cited in &outline.cited {
        if !listed.iter().any(|source| source.value == *cited) {
            log.error(
                &listed.span,
                format!("`sources` lacks `{cited}`, which the text cites"),
                format!("add `\"{cited}\"`"),
            );
        }
    }
    let mut want = |need, span: &std::ops::Range<usize>| {
        outline.wants.push(Want::new(need, span.clone()));
    };
    want(Need::Part(topic.part.value), &topic.part.span);
    for point in &topic.covers {
        want(Need::Point(point.value.clone()), &point.span);
    }
    for next in &topic.next {
        want(Need::Topic(next.value.clone()), &next.span);
    }
    for guess in &topic.guesses {
        let target = Target::Here(guess.at.value.clone());
        want(Need::Target(target), &guess.at.span);
    }
    if let Some(figure) = &topic.figure {
        want(Need::Figure(figure.value.clone()), &figure.span);
    }
}

fn quiz(root: &Path, name: &str, slug: &str) -> (Option<QuizMeta>, Vec<Diagnostic>) {
    let source = match read_source(root, name, &quiz_file(slug)) {
        Ok(source) => source,
        Err(problem) => return (None, vec![problem]),
    };
    let (quiz, mut problems) = read::quiz::read(slug, &source);
    let Some(quiz) = quiz else {
        return (None, problems);
    };
    let log = Log::new(&source);
    fairness::check(&log, &quiz);
    problems.extend(log.into_problems());
    let mut wants = vec![Want::new(
        Need::Topic(quiz.topic.value.clone()),
        quiz.topic.span.clone(),
    )];
    let mut items = Vec::new();
    for item in quiz.items {
        wants.push(Want::new(
            Need::Goal(quiz.topic.value.clone(), item.goal.value.clone()),
            item.goal.span,
        ));
        for point in item.covers {
            wants.push(Want::new(Need::Point(point.value), point.span));
        }
        let answers = item.kind.answers();
        let answered_at = answers
            .iter()
            .filter(|answer| answer.correct)
            .find_map(|answer| match &answer.link.value {
                Target::Topic {
                    slug,
                    anchor: Some(anchor),
                } if *slug == quiz.topic.value => Some(anchor.clone()),
                _ => None,
            });
        let mut choices = Vec::new();
        for answer in answers {
            let link = answer.link.clone();
            wants.push(Want::new(Need::Target(link.value), link.span));
            choices.push(Located::new(answer.id, answer.at.clone()));
        }
        items.push(ItemMeta {
            id: item.id,
            asks: fairness::normal(&words(&item.stem)),
            choices,
            rev: item.rev,
            goal: item.goal.value,
            confusable: item.confusable.map(|group| group.value),
            answered_at,
        });
    }
    let meta = QuizMeta {
        slug: quiz.slug,
        title: quiz.title,
        summary: quiz.summary,
        topic: quiz.topic,
        items,
        wants,
    };
    (Some(meta), problems)
}

fn shared(
    root: &Path,
    name: &str,
    problems: &mut Vec<Diagnostic>,
) -> (Shared, Vec<(String, Want)>) {
    let mut open = |file: &str| match read_source(root, name, file) {
        Ok(source) => Some(source),
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let glossary = open("glossary.toml").map(|source| read::lists::glossary(&source));
    let references = open("references.toml").map(|source| read::lists::references(&source));
    // These may be missing.
    let mut find = |file: &str| root.join(file).exists().then(|| open(file)).flatten();
    let synonyms = find(SYNONYMS).map(|source| read::synonyms::read(&source));
    let tracks = find("tracks.toml").map(|source| read::lists::tracks(&source));
    let anatomy = find("anatomy.toml").map(|source| read::anatomy::read(&source));
    let editorial = find("editorial.toml").map(|source| read::editorial::read(&source));
    let parts = open("parts.toml").map(|source| read::lists::parts(&source));
    let coverage = open("coverage.toml").map(|source| read::lists::coverage(&source));
    let care = open("care.toml").map(|source| read::lists::care(&source));
    let site = open("site.toml").map(|source| read::lists::site(&source));
    let (site, site_problems) = site.unwrap_or_default();
    let about_source = site.as_ref().and_then(|site| open(&site.about));
    let mut wants = Vec::new();
    let site_about = site
        .as_ref()
        .map(|site| site.about.value.clone())
        .unwrap_or_default();
    let about = about_source.and_then(|source| {
        let (page, found) = read::topic::read_page(&source);
        problems.extend(found);
        let page = page?;
        let log = Log::new(&source);
        let outline = outline::of(&log, &page.body);
        problems.extend(log.into_problems());
        wants.extend(
            outline
                .wants
                .into_iter()
                .map(|want| (site_about.clone(), want)),
        );
        Some(page)
    });
    let mut keep = |found: Vec<Diagnostic>| problems.extend(found);
    keep(site_problems);
    let terms = glossary.map(|(terms, found)| (terms, keep(found)).0);
    let synonyms = synonyms.map(|(synonyms, found)| (synonyms, keep(found)).0);
    let synonyms = synonyms.unwrap_or_default();
    for target in synonyms.iter().flat_map(|synonym| &synonym.see) {
        let want = Want::new(Need::Target(target.value.clone()), target.span.clone());
        wants.push((String::from(SYNONYMS), want));
    }
    let references = references.map(|(references, found)| (references, keep(found)).0);
    let parts = parts.map(|(parts, found)| (parts, keep(found)).0);
    let tracks = tracks.map_or_else(Vec::new, |(tracks, found)| (tracks, keep(found)).0);
    let anatomy = anatomy.map(|(anatomy, found)| (anatomy, keep(found)).0);
    let editorial = editorial.map(|(editorial, found)| (editorial, keep(found)).0);
    let coverage = coverage.map(|(coverage, found)| (coverage, keep(found)).0);
    let care = care.and_then(|(care, found)| (care, keep(found)).0);
    if let Some(coverage) = &coverage {
        for home in coverage.points.iter().flat_map(|point| &point.homes) {
            let want = Want::new(Need::Target(home.value.clone()), home.span.clone());
            wants.push((String::from("coverage.toml"), want));
        }
    }
    for step in tracks.iter().flat_map(|track| &track.steps) {
        let want = Want::new(Need::Target(step.value.clone()), step.span.clone());
        wants.push((String::from("tracks.toml"), want));
    }
    if let Some(site) = &site {
        wants.extend(
            site_wants(site)
                .into_iter()
                .map(|want| (String::from("site.toml"), want)),
        );
    }
    let shared = Shared {
        terms,
        synonyms,
        references,
        parts,
        tracks,
        editorial,
        anatomy,
        coverage,
        care,
        site,
        about,
    };
    (shared, wants)
}

fn site_wants(site: &Site) -> Vec<Want> {
    let home = &site.home;
    let mut wants = vec![Want::new(
        Need::Topic(home.start.value.clone()),
        home.start.span.clone(),
    )];
    if let Some(figure) = &home.figure {
        wants.push(Want::new(
            Need::Figure(figure.value.clone()),
            figure.span.clone(),
        ));
    }
    for (link, _) in home.points.iter().filter_map(|point| point.link.as_ref()) {
        wants.push(Want::new(
            Need::Target(link.value.clone()),
            link.span.clone(),
        ));
    }
    wants
}
