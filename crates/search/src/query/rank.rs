//! Which documents fit best.

use super::clause::Clause;
use crate::Kind;

/// A document and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ranked {
    /// Its number.
    pub number: u32,
    /// More is better.
    pub score: f32,
}

/// What a kind is worth beside the others.
const WORTH: [f32; 4] = [1.0, 0.6, 0.7, 0.5];
/// How far a document counts as having a common word whose list is cut.
const PERHAPS: f32 = 0.5;

/// The documents of each kind, the best first, and whether there may be more: a common word lists only
/// those it says most about.
pub(super) fn rank(clauses: &[Clause<'_>]) -> [(Vec<Ranked>, bool); 4] {
    Kind::ALL.map(|kind| of_kind(clauses, kind))
}

fn of_kind(clauses: &[Clause<'_>], kind: Kind) -> (Vec<Ranked>, bool) {
    // Number, clause, score; for each document and clause the best alternative.
    let mut hits: Vec<(u32, usize, f32)> = Vec::new();
    let mut cut = vec![false; clauses.len()];
    for (at, clause) in clauses.iter().enumerate() {
        for alternative in &clause.alternatives {
            let mut words: Vec<(u32, f32)> = Vec::new();
            for (entry, rarity) in &alternative.entries {
                let list = entry.list(kind);
                cut[at] |= list.all as usize > list.listed.len();
                let scores = list.listed.iter();
                words.extend(scores.map(|(number, impact)| (*number, rarity * f32::from(*impact))));
            }
            words.sort_unstable_by_key(|(number, _)| *number);
            let of = alternative.entries.len() as f32;
            for same in words.chunk_by(|one, other| one.0 == other.0) {
                let sum: f32 = same.iter().map(|(_, score)| score).sum();
                let share = same.len() as f32 / of;
                hits.push((same[0].0, at, alternative.weight * share * share * sum / of));
            }
        }
    }
    hits.sort_unstable_by_key(|(number, at, _)| (*number, *at));
    let mut ranked: Vec<(Ranked, f32)> = hits
        .chunk_by(|one, other| one.0 == other.0)
        .map(|hits| total(hits, &cut, kind))
        .collect();
    // Who asked for two things does not want a page about one of them, unless there is nothing else.
    let most = ranked
        .iter()
        .map(|(_, covered)| *covered)
        .fold(0.0, f32::max);
    ranked.retain(|(_, covered)| *covered >= 0.6 * most);
    ranked.sort_unstable_by(|(one, _), (other, _)| {
        other
            .score
            .total_cmp(&one.score)
            .then(one.number.cmp(&other.number))
    });
    let ranked = ranked.into_iter().map(|(ranked, _)| ranked).collect();
    (ranked, cut.contains(&true))
}

/// The score of one document, and how many clauses it covers.
fn total(hits: &[(u32, usize, f32)], cut: &[bool], kind: Kind) -> (Ranked, f32) {
    let mut best = vec![0.0_f32; cut.len()];
    for (_, at, score) in hits {
        best[*at] = best[*at].max(*score);
    }
    let mut covered = 0.0;
    for (score, cut) in best.iter().zip(cut) {
        covered += match (*score > 0.0, cut) {
            (true, _) => 1.0,
            (false, true) => PERHAPS,
            (false, false) => 0.0,
        };
    }
    let share = covered / cut.len().max(1) as f32;
    let score = best.iter().sum::<f32>() * share * share * WORTH[kind as usize];
    let number = hits[0].0;
    (Ranked { number, score }, covered)
}
