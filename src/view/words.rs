//! Every sentence and label that the page shows, in one place.

use crate::attribution::Stance;
pub use crate::compare::day;
use crate::compare::{FigureRelation, Relation};
use crate::corpus::Report;
use crate::lexicon::{Class, lexicon};

use super::amount::thousands;
use super::sheet::{Section, SectionKind, Tone};

/// What the page is called.
pub const TITLE: &str = "crossread";
/// What it does, in the text area.
pub const PASTE_HERE: &str = "Paste a news article here …";
/// The label of the text area.
pub const ARTICLE: &str = "The article";
/// Beside the text area.
pub const PROMISE: &str = "It is read in your browser. Nothing you paste leaves this page.";
/// The button that reads.
pub const READ: &str = "Read it";
/// The button that shows the example.
pub const EXAMPLE: &str = "Try an example";
/// The example: an outlet that isn't one, on the matter of the digests; some of its figures are theirs, some are not.
pub const EXAMPLE_TEXT: &str = include_str!("example.txt");
/// The button that opens a file.
pub const OPEN: &str = "Open a file";
/// The button back to the text.
pub const EDIT: &str = "Edit the text";
/// The button that makes room for another article.
pub const NEW: &str = "Another article";
/// The label of the outlet's field.
pub const OUTLET: &str = "Outlet";
/// The label of the date's field.
pub const PUBLISHED: &str = "Published";
/// While it works.
pub const READING: &str = "Reading …";
/// The heading of the overview.
pub const OVERVIEW: &str = "Beside the other reports";
/// The button back to the overview.
pub const BACK: &str = "Overview";
/// How the overview is used.
pub const CHOOSE: &str = "Choose a highlight in the article to see what the other reports say of it.";
/// A highlight that nobody else speaks of.
pub const NOBODY: &str = "None of the other reports speaks of this.";
/// Nothing was pasted.
pub const EMPTY: &str = "There is nothing to read yet: paste an article, open a file, or try the example.";
/// The program broke.
pub const FAILED: &str = "This could not be read: crossread broke on it, which is a fault of crossread. Another article can be read as before.";
/// Nothing was found.
pub const NOTHING: &str = "Nothing was found here that can be checked: no figures and no claims.";
/// The heading of the reader's own reports.
pub const REPORTS: &str = "Other reports";
/// The button that adds a report from a file.
pub const ADD: &str = "Add reports from files";
/// The button that adds the article shown.
pub const KEEP: &str = "Add this article to them";
/// The button that forgets the reader's own reports.
pub const FORGET: &str = "Forget mine";
/// After forgetting.
pub const FORGOTTEN: &str = "Your own reports are forgotten.";
/// When the browser's storage is full or shut.
pub const NO_ROOM: &str =
    "This browser has no room to keep your reports, so they are kept only until you close the page.";
/// When the text area was emptied of what is too long to be read.
pub const SAVE_ALL: &str = "Save all of it as a file";
/// The heading of the notes.
pub const NOTES: &str = "Notes on the reading";
/// Beside a guess.
pub const GUESSED: &str = "guessed from the text";
/// Where no date was found.
pub const NO_DATE: &str = "No date was found in the text: give it, so that days such as “Monday” can be told.";
/// The button that takes the tags out.
pub const STRIP: &str = "Take the tags out";
/// An outlet that isn't known.
pub const NO_OUTLET: &str = "An outlet not named";
/// The pasted article, where it stands among the passages.
pub const THIS_ARTICLE: &str = "This article";
/// A file that is no text.
pub const BINARY: &str = "It is no text; save it as plain text or as a web page first.";
/// A corpus that can't be fetched.
pub const NO_CORPUS: &str = "The other reports could not be loaded; those that come with the page are used instead.";

/// The heading of a section of the overview.
#[must_use]
pub fn heading(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Of(Tone::Conflicts) => "Conflicts",
        SectionKind::Of(Tone::Updated) => "Overtaken by time",
        SectionKind::Of(Tone::Differs) => "Only looks different",
        SectionKind::Of(Tone::Agrees) => "Agrees",
        SectionKind::Of(Tone::Related) => "On the same matter",
        SectionKind::Of(Tone::Alone) => "Only here",
        SectionKind::Problems => "The article against itself",
        SectionKind::Origins => "Who it goes back to",
        SectionKind::Missing => "Not in this article",
    }
}

/// A word for a tone, as it stands in a sentence.
#[must_use]
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Conflicts => "conflicts",
        Tone::Updated => "overtaken by time",
        Tone::Differs => "only looks different",
        Tone::Agrees => "agrees",
        Tone::Related => "on the same matter",
        Tone::Alone => "only here",
    }
}

/// What is done when a text was too long.
#[must_use]
pub fn too_long(read: usize, all: usize) -> String {
    format!(
        "This is very long: {} characters. The first {} were read; the rest is not shown.",
        thousands(all as f64),
        thousands(read as f64)
    )
}

/// What was found, in one sentence.
#[must_use]
pub fn found(figures: usize, claims: usize, reports: usize) -> String {
    format!(
        "{} and {} found, laid beside {}.",
        count(figures, "figure", "figures"),
        count(claims, "claim", "claims"),
        count(reports, "other report", "other reports")
    )
}

/// How many of the reader's own reports there are, and where they are.
#[must_use]
pub fn own(reports: usize) -> String {
    if reports == 0 {
        return "Add reports of your own to lay beside the article; they stay in this browser.".to_owned();
    }
    format!("{} of your own, kept in this browser.", count(reports, "report", "reports"))
}

/// While a file is opened.
#[must_use]
pub fn opening(name: &str) -> String {
    format!("Reading {name} …")
}

/// Why a file can't be read.
#[must_use]
pub fn file(name: &str, why: &dyn std::fmt::Display) -> String {
    format!("{name} can't be read. {why}")
}

/// What was added to the reader's own reports.
#[must_use]
pub fn added(reports: usize) -> String {
    format!("{} added.", count(reports, "report", "reports"))
}

/// What the overview holds, in one line.
#[must_use]
pub fn tally(sections: &[Section]) -> String {
    let parts = sections.iter().filter_map(|section| {
        let n = section.items.len();
        Some(match section.kind {
            SectionKind::Of(Tone::Conflicts) => count(n, "conflict", "conflicts"),
            SectionKind::Of(Tone::Updated) => format!("{n} overtaken"),
            SectionKind::Of(Tone::Agrees) => format!("{n} {}", if n == 1 { "agrees" } else { "agree" }),
            SectionKind::Of(Tone::Alone) => format!("{n} only here"),
            SectionKind::Missing => format!("{n} missing"),
            _ => return None,
        })
    });
    let line = parts.collect::<Vec<_>>().join(" · ");
    if line.is_empty() { OVERVIEW.to_owned() } else { line }
}

/// How many things there are.
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n as f64), if n == 1 { one } else { many })
}

/// How one figure stands to another: `here` is the article's, `there` the other report's.
#[must_use]
pub fn figures(relation: FigureRelation, here: &str, there: &str) -> String {
    match relation {
        FigureRelation::Same if here.eq_ignore_ascii_case(there) => format!("agrees: {here} in both"),
        FigureRelation::Same => format!("agrees: {here} here, {there} there"),
        FigureRelation::Compatible => format!("can both hold: {here} here, {there} there"),
        FigureRelation::Conflicting => format!("conflicts: {here} here, {there} there"),
        FigureRelation::Updated => format!("overtaken by time: {here} here, {there} there"),
    }
}

/// How one claim stands to another.
#[must_use]
pub fn claims(relation: Relation) -> &'static str {
    match relation {
        Relation::Supported => "agrees: it is said there too",
        Relation::Refuted => "conflicts: it is said otherwise there",
        Relation::Differs => "differs, and both can hold",
        Relation::Related => "on the same matter",
    }
}

/// How many reports go back to how many sources.
#[must_use]
pub fn origin(reports: usize, sources: usize, speaker: Option<&str>) -> String {
    let speaker = speaker.map(|speaker| format!(": {speaker}")).unwrap_or_default();
    format!("{}, {}{speaker}.", count(reports, "report", "reports"), count(sources, "source", "sources"))
}

/// Who says a claim and how, through whom: "Rustem Umerov, as KBS tells it (confirmed)".
#[must_use]
pub fn said(report: &Report, attribution: Option<u32>, stance: Stance) -> String {
    let attributions = &report.reading.attributions;
    let mut hands: Vec<&str> = Vec::new();
    let mut at = attribution;
    let open = at.and_then(|at| attributions.get(at as usize)).is_some_and(|link| link.negated);
    // A chain is never longer than this; the bound also ends one that bites its tail.
    for _ in 0..4 {
        let Some(link) = at.and_then(|at| attributions.get(at as usize)) else { break };
        let name = link
            .speaker
            .and_then(|speaker| report.reading.entities.get(speaker as usize))
            .map(|entity| entity.name.as_str())
            .or_else(|| link.source.map(|source| source.of(&report.article.text)))
            // A bare `which` or `they` tells the reader nothing.
            .filter(|name| !lexicon().is(lexicon().id(name), Class::FunctionWord));
        hands.extend(name.filter(|name| !hands.contains(name)));
        at = link.within;
    }
    let how = match stance {
        Stance::Asserted | Stance::Reported => "",
        Stance::Confirmed => "confirmed",
        Stance::Denied => "denied",
        Stance::Alleged => "alleged",
        Stance::Estimated => "estimated",
        Stance::Warned => "warned",
        Stance::Promised => "promised",
        // `has not confirmed that`
        Stance::Asked if open => "left open",
        Stance::Asked => "asked",
    };
    let who = hands.join(", as told by ");
    match (who.is_empty(), how.is_empty()) {
        (true, true) => String::new(),
        (true, false) => how.to_owned(),
        (false, true) => who,
        (false, false) => format!("{who} ({how})"),
    }
}

/// How a report is called where it stands beside others.
#[must_use]
pub fn outlet(report: &Report) -> String {
    report.article.about.outlet.clone().unwrap_or_else(|| NO_OUTLET.to_owned())
}

/// The beginning of a text, where it's long.
#[must_use]
pub fn short(text: &str) -> String {
    const LONG: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONG) {
        Some((end, _)) => {
            let end = line[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &line[..end])
        }
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_shortened_at_a_space() {
        assert_eq!(short("two\n words"), "two words");
        let long = "word ".repeat(60);
        assert!(short(&long).ends_with("word …") && short(&long).len() < 130);
        assert!(short(&"字".repeat(200)).ends_with('…'));
    }

    #[test]
    fn a_bare_pronoun_is_nobody() {
        use crate::corpus::Article;
        let article = |text: &str| Article { id: "a".into(), about: crate::About::default(), text: text.into() };
        let who = |text: &str| {
            let report = Report::new(article(text));
            let claim = report.reading.claims.first().expect("it states something");
            assert_eq!(claim.attribution, Some(0));
            said(&report, claim.attribution, claim.stance)
        };
        assert_eq!(who("They said the bridge was closed."), "");
        assert_eq!(who("The driver said the bridge was closed."), "The driver");
    }
}
