//! The second pass: a finished page for every route, streamed to disk.

pub mod anki;
pub mod assets;
pub mod bundle;
pub mod care;
pub mod context;
pub mod css;
pub mod document;
pub mod feeds;
mod frame;
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

use std::sync::atomic::{AtomicUsize, Ordering};
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

/// A page to write.
enum Job<'p> {
    Topic(usize, &'p str),
    Quiz(usize, &'p str),
    Figure(&'static Figure),
    FigureState(&'static Figure, &'static Named),
    EmbeddedFigure(&'static Figure),
    EmbeddedQuiz(&'p str),
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
    let bytes = AtomicUsize::new(0);
    let results = parallel::map(jobs.len(), |place| {
        let page = write_page(&context, &output, (&index, &list), &jobs[place])?;
        bytes.fetch_add(page.1, Ordering::Relaxed);
        Ok(page.0)
    });
    let mut paths = Vec::with_capacity(results.len());
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(path) => paths.extend(path),
            Err(found) => problems.extend::<Vec<Diagnostic>>(found),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    index.finish(&context, &output).map_err(one)?;
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
    for deck in anki::decks(&context)? {
        output
            .write(&deck.path, deck.text.as_bytes())
            .map_err(one)?;
    }
    if let Some(previous) = &options.keep_previous {
        hosts::keep(previous, &output).map_err(one)?;
    }
    output.finish().map_err(one)?;
    Ok(Report {
        pages: jobs.len(),
        bytes: bytes.into_inner(),
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
    jobs.extend(topics.map(|(place, (topic, _))| Job::Topic(place, &topic.slug)));
    let quizzes = context.quizzes.iter().enumerate();
    jobs.extend(quizzes.map(|(place, quiz)| Job::Quiz(place, &quiz.slug)));
    let quizzes = context.quizzes.iter();
    jobs.extend(quizzes.map(|quiz| Job::EmbeddedQuiz(&quiz.slug)));
    jobs.extend(context.project.shared.tracks.iter().map(Job::Track));
    jobs.extend(context.project.cards.iter().map(Job::Card));
    jobs
}

/// Writes a page; returns its path when it is to be listed, and its size.
fn write_page(
    context: &Context<'_>,
    output: &Output,
    (index, list): (&search::Collector, &pages::search::List<'_>),
    job: &Job<'_>,
) -> Result<(Option<String>, usize), Vec<Diagnostic>> {
    let one = |problem: Diagnostic| vec![problem];
    let mut page = match job {
        Job::Topic(place, slug) => {
            let topic = context.project.topic(slug)?;
            index.topic(output, *place, &topic).map_err(one)?;
            pages::topic::page(context, &topic)?
        }
        Job::Quiz(place, slug) => {
            let quiz = context.project.quiz(slug)?;
            index.quiz(output, *place, &quiz).map_err(one)?;
            pages::quizzes::page(context, &quiz)
        }
        Job::Figure(figure) => pages::figures::page(context, figure),
        Job::EmbeddedFigure(figure) => pages::embed::figure(context, figure),
        Job::EmbeddedQuiz(slug) => pages::embed::quiz(context, slug)?,
        Job::FigureState(figure, named) => pages::figures::state_page(context, figure, named),
        Job::Card(card) => pages::cards::page(context, card),
        Job::Search => list.search(context),
        Job::SearchLetter(at) => list.page(context, *at),
        Job::Track(track) => pages::tracks::page(context, track),
        Job::List(write) => write(context),
    };
    page.main = plates::atlas::linked(page.main, &context.assets.plates);
    let document = document::document(context, &page);
    let fragment = document::fragment(context, &page);
    let file = match page.path.strip_suffix('/') {
        Some(folder) => [folder, "/index.html"].concat(),
        None => page.path.clone(),
    };
    let beside =
        Route::parse(&page.path).map_or_else(|| [&file, ".frag"].concat(), Route::fragment_path);
    output.write(&file, document.as_bytes()).map_err(one)?;
    // Nobody walks to a page that stands in a frame.
    if pages::embed::whole(&page.path).is_none() {
        output.write(&beside, fragment.as_bytes()).map_err(one)?;
    }
    let listed = page.indexed.then_some(page.path);
    Ok((listed, document.len()))
}
