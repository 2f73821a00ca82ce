//! Reading the files that all topics share.

use std::path::Path;

use content::model::Site;

use super::page::page;
use super::{About, Shared, read_source};
use crate::compile::outline::{Need, Want};
use crate::diagnostic::Diagnostic;
use crate::read;

/// The file of other words, which a site may do without.
const SYNONYMS: &str = "synonyms.toml";

pub(super) fn shared(
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
    let mut wants = Vec::new();
    let about = site
        .as_ref()
        .and_then(|site| page(root, name, &site.about, problems))
        .map(|(page, outline, needs)| {
            wants.extend(needs);
            About { page, outline }
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
