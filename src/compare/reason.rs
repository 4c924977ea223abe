//! Reasons in words, from the words and figures that two passages share or do not share.

use super::align::{Laid, Passage};
use super::weigh::Signs;
use crate::corpus::{Part, Sort};

/// The most words that a reason lists.
const MOST_WORDS: usize = 5;

/// What both have.
pub(super) fn both(laid: &Laid<'_>, signs: &Signs) -> Vec<String> {
    let wanted = laid.wanted;
    let figures = signs.said_figures.iter().filter_map(|&at| wanted.report.reading.figures.get(at as usize));
    let figures: Vec<String> = figures.map(|figure| figure.span.of(&wanted.report.article.text).to_owned()).collect();
    let shared = words(wanted, laid.shared().map(|(mine, _)| mine));
    let all: Vec<&str> = figures.iter().chain(&shared).map(String::as_str).take(MOST_WORDS).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let mut reasons = vec![["Both have ", &list(&all, " and "), "."].concat()];
    // Another word that says the same is shown: the reader may think otherwise.
    let other = laid.shared().find(|(mine, theirs)| mine.stem != theirs.stem && mine.sort != Sort::Name);
    if let Some((mine, theirs)) = other {
        let words = [wanted.word(mine), laid.given.word(theirs)];
        reasons.push(["\"", words[0], "\" here is \"", words[1], "\" there."].concat());
    }
    reasons
}

/// What the other lacks; `who` names it.
pub(super) fn lacks(who: &str, laid: &Laid<'_>, signs: &Signs) -> Vec<String> {
    let wanted = laid.wanted;
    let figures = signs.unsaid_figures.iter().filter_map(|&at| wanted.report.reading.figures.get(at as usize));
    let figures: Vec<&str> =
        figures.map(|figure| figure.span.of(&wanted.report.article.text)).take(MOST_WORDS).collect();
    let unsaid = words(wanted, signs.unsaid.iter().filter_map(|&at| wanted.parts.get(at)));
    let unsaid: Vec<&str> = unsaid.iter().map(String::as_str).take(MOST_WORDS).collect();
    let mut reasons = Vec::new();
    if !figures.is_empty() {
        reasons.push([who, " does not give ", &list(&figures, " or "), "."].concat());
    }
    if !unsaid.is_empty() {
        reasons.push([who, " says nothing of ", &list(&unsaid, " or "), "."].concat());
    }
    reasons
}

/// Words in quotation marks, none twice; the words of one name together.
fn words<'p>(passage: Passage<'_>, parts: impl Iterator<Item = &'p Part>) -> Vec<String> {
    let mut spans: Vec<(crate::text::Span, Option<crate::corpus::Term>)> = Vec::new();
    for part in parts {
        match spans.last_mut() {
            Some((span, entity)) if part.entity.is_some() && *entity == part.entity => *span = span.to(part.span),
            _ => spans.push((part.span, part.entity)),
        }
    }
    let mut words: Vec<String> = Vec::new();
    for (span, _) in spans.into_iter().take(2 * MOST_WORDS) {
        let word = ["\"", span.of(&passage.report.article.text), "\""].concat();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Words as a list: "a, b and c".
fn list(words: &[&str], and: &str) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => [&rest.join(", "), and, last].concat(),
        _ => words.concat(),
    }
}

/// An ISO date as one says it: "5 November 2024"; anything else as it is.
#[must_use]
pub fn day(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = iso.get(..10).unwrap_or(iso).split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let name = month.and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.wrapping_sub(1)));
    match (year, name, day.and_then(|day| day.parse::<u8>().ok())) {
        (Some(year), Some(month), Some(day)) => [&day.to_string(), " ", month, " ", year].concat(),
        (Some(year), Some(month), None) => [month, " ", year].concat(),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_said_in_words() {
        for (iso, expect) in [
            ("2024-11-05", "5 November 2024"),
            ("2024-11-05T10:00:00Z", "5 November 2024"),
            ("2024-11", "November 2024"),
            ("2024-W44", "2024-W44"),
            ("soon", "soon"),
            ("", ""),
        ] {
            assert_eq!(day(iso), expect);
        }
    }
}
