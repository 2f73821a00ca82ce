//! Entries: `[[item.entry]]` and `[[item.pair]]`.

use content::model::{Entry, Pair, words};

use super::{Span, Table, inline, reason, two_to_four};

/// Reads the entries of `kind = "order"`, which stand in the right order.
pub(super) fn order(table: &mut Table<'_>, place: &Span, path: &str) -> Option<Vec<Entry>> {
    let tables = table.tables("entry", "the entry");
    two_to_four(table, place, tables.len(), "entries", path, "entry");
    let mut entries = Vec::new();
    for mut table in tables {
        entries.extend(entry(&mut table));
        table.finish();
    }
    open(table, place, &entries.iter().collect::<Vec<_>>());
    Some(entries)
}

/// Reads the pairs of `kind = "match"`.
pub(super) fn pairs(table: &mut Table<'_>, place: &Span, path: &str) -> Option<Vec<Pair>> {
    let tables = table.tables("pair", "the pair");
    let count = tables.len();
    two_to_four(table, place, count, "pairs", path, "pair");
    let mut pairs: Vec<Pair> = Vec::new();
    for mut table in tables {
        let with = inline(&mut table, "with");
        let entry = entry(&mut table);
        table.finish();
        pairs.extend(entry.zip(with).map(|(entry, with)| Pair { entry, with }));
    }
    let first = pairs.first().map(|pair| words(&pair.with));
    if pairs.len() == count
        && count > 1
        && pairs.iter().all(|pair| Some(words(&pair.with)) == first)
    {
        table.error(
            place,
            "every pair of this item has the same other half",
            "write at least two different texts under `with`",
        );
    }
    open(
        table,
        place,
        &pairs.iter().map(|pair| &pair.entry).collect::<Vec<_>>(),
    );
    Some(pairs)
}

fn entry(table: &mut Table<'_>) -> Option<Entry> {
    let id = table.slug("id");
    let text = inline(table, "text");
    let given = table.optional_flag("given").unwrap_or(false);
    let reason = reason(table);
    let (id, text, reason) = (id?, text?, reason?);
    Some(Entry {
        id,
        text,
        given,
        why: reason.why,
        link: reason.link,
    })
}

fn open(table: &Table<'_>, place: &Span, entries: &[&Entry]) {
    if !entries.is_empty() && entries.iter().all(|entry| entry.given) {
        table.error(
            place,
            "every answer of this item is given",
            "leave at least one for the reader: remove its `given = true`",
        );
    }
}
