//! The second pass: a finished page for every route, streamed to disk.

pub mod anki;
pub mod assets;
pub mod bundle;
pub mod care;
pub mod context;
pub mod css;
pub mod document;
pub mod feeds;
pub mod frame;
pub mod hosts;
pub mod json_ld;
pub mod offline;
pub mod output;
pub mod pages;
pub mod paper;
pub mod policy;
pub mod preview;
pub mod prose;
pub mod question;
pub mod search;
pub mod shelf;

use std::collections::HashMap;
use std::time::Instant;

use content::model::{Inline, Site, Track};
use content::paths::Route;
use maud::{Markup, html};
use plates::Figure;
use plates::figure::Named;

use crate::compile::project::{Card, Project};
use crate::diagnostic::Diagnostic;
use crate::parallel;
use crate::{Options, Report};
use context::Context;
use document::Page;
use output::Output;

/// Inline Markdown of a TOML file: emphasis, strong and code.
pub fn plain_inlines(content: &[Inline]) -> Markup {
    html! {
        @for inline in content {
            @match inline {
                Inline::Text(text) => (text),
                Inline::Code(text) => code { (text) },
                Inline::Break => br;,
                Inline::Emphasis(content) => em { (plain_inlines(content)) },
                Inline::Strong(content) => strong { (plain_inlines(content)) },
                Inline::Term { content, .. } | Inline::Link { content, .. } =>
                    (plain_inlines(content)),
                Inline::Cite { .. } => {},
            }
        }
    }
}

/// A page to write, or the pages of one subject.
enum Job<'p> {
    /// An article and its quizzes, so that each of these is read once for all pages that show it.
    Subject(usize, &'p str),
    Figure(&'static Figure),
    FigureState(&'static Figure, &'static Named),
    EmbeddedFigure(&'static Figure),
    Track(&'p Track),
    Card(&'p Card),
    Search,
    SearchLetter(usize),
    List(fn(&Context<'_>) -> Page),
}

/// Writes the site of a project without errors.
///
/// # Errors
/// When files are missing, changed since they were checked, or cannot be
/// written.
pub fn site(project: &Project, site: &Site, options: &Options) -> Result<Report, Vec<Diagnostic>> {
    let start = Instant::now();
    let one = |problem: Diagnostic| vec![problem];
    let output = Output::begin(&options.out, options.compression).map_err(one)?;
    let output = output.with_shelf(options.shelf.as_deref());
    let version = offline::version(project);
    let assets = assets::write(&options.folders, &options.base, &version, &output)?;
    let origin = options
        .origin
        .clone()
        .unwrap_or_else(|| site.origin.clone());
    let mut context = Context::new(project, site, origin, options.base.clone(), assets);
    context.previews = preview::write(&context, options.previews, &output)?;
    let list = pages::search::List::new(&context);
    let mut jobs = jobs(&context);
    jobs.extend((0..list.pages()).map(Job::SearchLetter));
    let index = search::Collector::new(parallel::threads());
    let results = parallel::map(jobs.len(), |place| {
        write_job(&context, &output, (&index, &list), &jobs[place])
    });
    let mut done = Done::default();
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(one) => done.add(one),
            Err(found) => problems.extend::<Vec<Diagnostic>>(found),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let Done {
        pages,
        bytes,
        mut paths,
        cards,
    } = done;
    // All articles before all quizzes, these by name, whichever were written together.
    paths.sort_by_cached_key(|path| {
        let list = |list: &str| path.starts_with(list) && path.len() > list.len();
        let quiz = list("/quizzes/");
        let behind = list("/tracks/") || list("/cards/");
        (behind, quiz, quiz.then(|| path.clone()))
    });
    // Neither looks at what the other writes, and both are long at ten thousand topics.
    let (indexed, dealt) = parallel::both(
        || index.finish(&context, &output),
        || anki::write(&context, &cards, &output),
    );
    indexed.and(dealt).map_err(one)?;
    drop(cards);
    // The worker's lists say how much is sent.
    output.compress().map_err(one)?;
    offline::write(&context, options.folders.boot.as_deref(), &output)?;
    for (path, text) in [
        ("sitemap.xml", feeds::sitemap(&context, &paths)),
        ("feed.xml", feeds::feed(&context)),
        ("robots.txt", feeds::robots(&context)),
        (hosts::FILES, hosts::list(&output.written())),
        ("_headers", hosts::headers(&context, &output.written())),
        // Without this file GitHub Pages would leave out what begins with `_`.
        (".nojekyll", String::new()),
    ] {
        output.write(path, text.as_bytes()).map_err(one)?;
    }
    if let Some(previous) = &options.keep_previous {
        hosts::keep(previous, &output).map_err(one)?;
    }
    output.finish().map_err(one)?;
    Ok(Report {
        pages,
        bytes,
        elapsed: start.elapsed(),
    })
}

/// Every page of the site, lists first: they take longest.
fn jobs<'p>(context: &Context<'p>) -> Vec<Job<'p>> {
    let mut jobs = vec![
        Job::List(pages::home::page),
        Job::List(pages::topics::page),
        Job::List(pages::figures::index),
        Job::List(pages::quizzes::index),
        Job::List(pages::review::page),
        Job::List(pages::plan::page),
        Job::Search,
        Job::List(pages::progress::page),
        Job::List(pages::glossary::page),
        Job::List(pages::references::page),
        Job::List(pages::about::not_found),
        Job::List(pages::about::offline),
    ];
    if context.project.shared.about.is_some() {
        jobs.push(Job::List(pages::about::page));
    }
    for figure in plates::FIGURES {
        jobs.push(Job::Figure(figure));
        jobs.push(Job::EmbeddedFigure(figure));
        let named = figure.named.iter();
        jobs.extend(named.map(|named| Job::FigureState(figure, named)));
    }
    let topics = context.library.iter().enumerate();
    jobs.extend(topics.map(|(place, (topic, _))| Job::Subject(place, &topic.slug)));
    jobs.extend(context.project.shared.tracks.iter().map(Job::Track));
    jobs.extend(context.project.cards.iter().map(Job::Card));
    jobs
}

/// What is known of pages once they are written.
#[derive(Default)]
struct Done {
    pages: usize,
    /// The size of their documents.
    bytes: usize,
    /// The paths of those that are to be listed.
    paths: Vec<String>,
    /// The cards of their questions, by the number of the part.
    cards: Vec<(u32, String)>,
}

impl Done {
    fn add(&mut self, mut other: Done) {
        self.pages += other.pages;
        self.bytes += other.bytes;
        self.paths.append(&mut other.paths);
        self.cards.append(&mut other.cards);
    }
}

fn write_job(
    context: &Context<'_>,
    output: &Output,
    (index, list): (&search::Collector, &pages::search::List<'_>),
    job: &Job<'_>,
) -> Result<Done, Vec<Diagnostic>> {
    let page = match job {
        Job::Subject(place, slug) => return write_subject(context, output, index, *place, slug),
        Job::Figure(figure) => pages::figures::page(context, figure),
        Job::EmbeddedFigure(figure) => pages::embed::figure(context, figure),
        Job::FigureState(figure, named) => pages::figures::state_page(context, figure, named),
        Job::Card(card) => pages::cards::page(context, card),
        Job::Search => list.search(context),
        Job::SearchLetter(at) => list.page(context, *at),
        Job::Track(track) => pages::tracks::page(context, track),
        Job::List(write) => write(context),
    };
    let mut done = Done::default();
    write_page(context, output, page, &mut done)?;
    Ok(done)
}

/// Writes an article and its quizzes.
fn write_subject(
    context: &Context<'_>,
    output: &Output,
    index: &search::Collector,
    place: usize,
    slug: &str,
) -> Result<Done, Vec<Diagnostic>> {
    let one = |problem: Diagnostic| vec![problem];
    let mut done = Done::default();
    let topic = context.project.topic(slug)?;
    let own = context.quizzes_of.get(slug).map_or(&[][..], Vec::as_slice);
    let mut quizzes = HashMap::new();
    let outline = context.topic(slug).map(|(meta, _)| &meta.outline);
    let asked = outline.iter().flat_map(|outline| &outline.questions);
    let asked = asked.filter_map(|(question, _)| Some(question.split_once('/')?.0));
    for quiz in own.iter().map(|quiz| quiz.slug.as_str()).chain(asked) {
        if !quizzes.contains_key(quiz) {
            quizzes.insert(quiz.to_owned(), context.project.quiz(quiz)?);
        }
    }
    index.topic(output, place, &topic).map_err(one)?;
    let page = pages::topic::page(context, &topic, &quizzes)?;
    write_page(context, output, page, &mut done)?;
    for quiz in own.iter().filter_map(|meta| quizzes.get(&meta.slug)) {
        let place = context.quiz_place(&quiz.slug).unwrap_or_default();
        index.quiz(output, place, quiz).map_err(one)?;
        let questions = pages::quizzes::questions(context, quiz);
        let page = pages::quizzes::page(context, quiz, &questions);
        write_page(context, output, page, &mut done)?;
        let page = pages::embed::quiz(context, quiz, &questions);
        write_page(context, output, page, &mut done)?;
        let part = topic.part.value;
        done.cards.push((part, anki::cards(context, part, quiz)));
    }
    Ok(done)
}

fn write_page(
    context: &Context<'_>,
    output: &Output,
    mut page: Page,
    done: &mut Done,
) -> Result<(), Vec<Diagnostic>> {
    let one = |problem: Diagnostic| vec![problem];
    page.main = plates::atlas::linked(page.main, &context.assets.plates);
    let document = document::document(context, &page);
    let file = match page.path.strip_suffix('/') {
        Some(folder) => [folder, "/index.html"].concat(),
        None => page.path.clone(),
    };
    output.write(&file, document.as_bytes()).map_err(one)?;
    // Nobody walks to a page that stands in a frame.
    if pages::embed::whole(&page.path).is_none() {
        let beside = Route::parse(&page.path)
            .map_or_else(|| [&file, ".frag"].concat(), Route::fragment_path);
        let fragment = document::fragment(context, &page);
        output.write(&beside, fragment.as_bytes()).map_err(one)?;
    }
    done.pages += 1;
    done.bytes += document.len();
    if page.indexed {
        done.paths.push(page.path);
    }
    Ok(())
}
