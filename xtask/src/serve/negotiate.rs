//! Which prepared encoding, which part, and whether the browser has it already.

/// A way a file can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    /// Its name in HTTP.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// What the prepared file's name ends in.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
            Self::Identity => "",
        }
    }
}

/// The encodings that `accept` allows, the best first. Unencoded always comes last and is
/// there even when refused: a file in a form one did not ask for beats none.
pub(super) fn encodings(accept: Option<&str>) -> Vec<Encoding> {
    let accept = accept.unwrap_or_default();
    let quality = |wanted: &str| {
        let mut fallback = 0.0;
        for item in accept.split(',') {
            let mut parts = item.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let quality = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
            if name.eq_ignore_ascii_case(wanted) {
                return quality;
            }
            if name == "*" {
                fallback = quality;
            }
        }
        fallback
    };
    let mut found: Vec<(Encoding, f32)> = [Encoding::Brotli, Encoding::Gzip]
        .into_iter()
        .map(|encoding| (encoding, quality(encoding.name())))
        .filter(|(_, quality)| *quality > 0.0)
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut encodings: Vec<_> = found.into_iter().map(|(encoding, _)| encoding).collect();
    encodings.push(Encoding::Identity);
    encodings
}

/// Whether `If-None-Match` names the tag.
pub(super) fn matches(if_none_match: Option<&str>, tag: &str) -> bool {
    if_none_match.is_some_and(|list| {
        list.split(',')
            .map(str::trim)
            .any(|item| item == "*" || item.strip_prefix("W/").unwrap_or(item) == tag)
    })
}

/// What a `Range` header asks of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it: no range, or one in a form that may be ignored.
    Whole,
    /// The bytes from the first up to and including the second.
    Bytes(usize, usize),
    /// Nothing that exists.
    Outside,
}

/// Reads a `Range` header for a file of `length` bytes.
pub(super) fn part(range: Option<&str>, length: usize) -> Part {
    let Some(range) = range.and_then(|range| range.strip_prefix("bytes=")) else {
        return Part::Whole;
    };
    let Some((first, last)) = range.split_once('-') else {
        return Part::Whole;
    };
    let number = |text: &str| text.trim().parse::<usize>().ok();
    match (first.trim(), last.trim()) {
        ("", count) => match number(count) {
            Some(0) => Part::Outside,
            Some(_) if length == 0 => Part::Outside,
            Some(count) => Part::Bytes(length.saturating_sub(count), length - 1),
            None => Part::Whole,
        },
        (first, last) => {
            let Some(first) = number(first) else {
                return Part::Whole;
            };
            let last = if last.is_empty() {
                usize::MAX
            } else {
                match number(last) {
                    Some(last) if last >= first => last,
                    _ => return Part::Whole,
                }
            };
            if first >= length {
                Part::Outside
            } else {
                Part::Bytes(first, last.min(length - 1))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_accepted_encoding_comes_first() {
        use Encoding::{Brotli, Gzip, Identity};
        for (accept, expected) in [
            (None, vec![Identity]),
            (
                Some("gzip, deflate, br, zstd"),
                vec![Brotli, Gzip, Identity],
            ),
            (Some("gzip"), vec![Gzip, Identity]),
            (Some("br;q=0.1, gzip;q=0.9"), vec![Gzip, Brotli, Identity]),
            (Some("br;q=0, *"), vec![Gzip, Identity]),
            (Some("BR ; q=1"), vec![Brotli, Identity]),
            (Some("br;q=oops"), vec![Identity]),
        ] {
            assert_eq!(encodings(accept), expected, "{accept:?}");
        }
    }

    #[test]
    fn tags_are_compared_weakly() {
        assert!(matches(Some("\"a\", W/\"b\""), "\"b\""));
        assert!(matches(Some("*"), "\"b\""));
        assert!(!matches(Some("\"bb\""), "\"b\""));
        assert!(!matches(None, "\"b\""));
    }

    #[test]
    fn ranges_are_clamped_or_ignored() {
        for (range, expected) in [
            ("bytes=0-3", Part::Bytes(0, 3)),
            ("bytes=8-99", Part::Bytes(8, 9)),
            ("bytes=8-", Part::Bytes(8, 9)),
            ("bytes=-4", Part::Bytes(6, 9)),
            ("bytes=-99", Part::Bytes(0, 9)),
            ("bytes=10-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=5-2", Part::Whole),
            ("bytes=0-1,4-5", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("bytes=x", Part::Whole),
        ] {
            assert_eq!(part(Some(range), 10), expected, "{range}");
        }
        assert_eq!(part(Some("bytes=-1"), 0), Part::Outside);
        assert_eq!(part(None, 10), Part::Whole);
    }
}
