//! Texts that nobody wrote for a reader: reading and comparing them must not panic, must give spans
//! inside the text, and must give the same result twice.

use std::fmt::Write;

use crossread::compare::{Comparison, compare};
use crossread::corpus::{Article, Corpus, Report};
use crossread::reading::Reading;
use crossread::{About, Span};

/// Reads and compares a text, and checks what holds for any text.
fn check(name: &str, text: &str, corpus: &Corpus) {
    let about = About { published: Some("2031-05-06".into()), ..About::default() };
    let report = || Report::new(Article { id: name.into(), about: about.clone(), text: text.to_owned() });
    let pasted = report();
    assert!(pasted == report(), "{name}: two readings differ");
    for span in spans(&pasted.reading) {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && text.get(start..end).is_some(), "{name}: {start}..{end} is no part of the text");
    }
    check_indexes(name, &pasted.reading);
    let found = compare(&pasted, corpus);
    assert!(found == compare(&pasted, corpus), "{name}: two comparisons differ");
    check_comparison(name, &pasted, corpus, &found);
}

/// Every span of a reading.
fn spans(reading: &Reading) -> Vec<Span> {
    let mut spans: Vec<Span> = reading.blocks.iter().map(|&(span, _)| span).collect();
    spans.extend(&reading.sentences);
    for figure in &reading.figures {
        spans.push(figure.span);
        spans.extend(figure.counted);
        spans.extend(&figure.subject);
    }
    spans.extend(reading.dates.iter().map(|date| date.span));
    spans.extend(reading.names.iter().map(|name| name.span));
    spans.extend(reading.entities.iter().filter_map(|entity| entity.role));
    for attribution in &reading.attributions {
        spans.extend(attribution.source);
        spans.extend(attribution.cue);
        spans.extend(&attribution.content);
    }
    spans.extend(reading.claims.iter().map(|claim| claim.span));
    spans.extend(reading.notes.iter().map(|note| note.span));
    spans
}

fn check_indexes(name: &str, reading: &Reading) {
    let inside = |index: u32, len: usize, what: &str| {
        assert!((index as usize) < len, "{name}: there is no {what} {index}");
    };
    for mention in &reading.names {
        inside(mention.entity, reading.entities.len(), "entity");
    }
    for attribution in &reading.attributions {
        attribution.speaker.iter().for_each(|&at| inside(at, reading.entities.len(), "entity"));
        attribution.within.iter().for_each(|&at| inside(at, reading.attributions.len(), "attribution"));
    }
    for claim in &reading.claims {
        claim.attribution.iter().for_each(|&at| inside(at, reading.attributions.len(), "attribution"));
        claim.figures.iter().for_each(|&at| inside(at, reading.figures.len(), "figure"));
        claim.dates.iter().for_each(|&at| inside(at, reading.dates.len(), "date"));
        claim.entities.iter().for_each(|&at| inside(at, reading.entities.len(), "entity"));
    }
}

fn check_comparison(name: &str, pasted: &Report, corpus: &Corpus, found: &Comparison) {
    let claims =
        |article: Option<u32>| article.map_or(pasted, |at| &corpus.reports()[at as usize]).reading.claims.len();
    for found in &found.matches {
        assert!((found.claim as usize) < claims(None), "{name}: a match of no claim");
        assert!((found.theirs.claim as usize) < claims(Some(found.theirs.article)), "{name}: a match with no claim");
        assert!((0.0..=1.0).contains(&found.score), "{name}: a score of {}", found.score);
    }
    for quantity in &found.quantities {
        for pair in &quantity.pairs {
            assert!(pair.a < pair.b && (pair.b as usize) < quantity.points.len(), "{name}: a pair of no points");
        }
    }
    assert!(found.new.iter().all(|&new| (new as usize) < claims(None)), "{name}: a new claim that is none");
}

/// Checks texts by name.
fn check_all(texts: &[(&str, String)]) {
    let corpus = Corpus::seeded();
    for (name, text) in texts {
        check(name, text, &corpus);
    }
}

#[test]
fn nothing_and_next_to_nothing() {
    check_all(&[
        ("empty", String::new()),
        ("spaces", " ".repeat(100_000)),
        ("ends of lines", "\r\n\n\r".repeat(20_000)),
        ("one letter", "a".into()),
        ("one mark", ".".into()),
        ("zeros", "\0".repeat(5_000)),
        ("zeros in a sentence", "The\0 mayor\0 said\0 that 40\0 houses burned.\0".into()),
        ("a byte order mark", "\u{feff}The mayor said that 40 houses burned.".into()),
    ]);
}

#[test]
fn marks_without_words() {
    check_all(&[
        ("quotation marks", "\"".repeat(100_000)),
        ("opening marks", "\u{201c}".repeat(100_000)),
        ("closing marks", "\u{201d}\u{2019}".repeat(50_000)),
        ("single marks", "'".repeat(100_000)),
        ("marks and spaces", "\" ".repeat(50_000)),
        ("brackets", "(".repeat(50_000) + &")".repeat(50_000)),
        ("dashes", "-\u{2013}\u{2014} ".repeat(25_000)),
        ("commas", ", ".repeat(50_000)),
        ("full stops", ". ".repeat(50_000)),
        ("colons", ": ; ".repeat(25_000)),
    ]);
}

#[test]
fn long_words_and_long_sentences() {
    let said = "the mayor of Lodz said that the flood had killed 14 people and ";
    check_all(&[
        ("one word", "a".repeat(200_000)),
        ("one word in capitals", "A".repeat(200_000)),
        ("one number", "7".repeat(200_000)),
        ("one sentence", said.repeat(300_000 / said.len())),
        ("one word again", "buffalo ".repeat(40_000)),
        ("one name", "Anna Nowak ".repeat(20_000)),
        ("capitals", "THE MAYOR SAID ".repeat(10_000)),
        ("says", "said said \"said\" ".repeat(10_000)),
        ("that", "he said that she said that ".repeat(8_000)),
        ("according to", "according to him, ".repeat(10_000)),
        ("not", "not never no ".repeat(10_000)),
    ]);
}

#[test]
fn numbers_without_end() {
    let mut tolls = String::new();
    let mut figures = String::new();
    for at in 0..6_000 {
        let _ = write!(tolls, "The flood killed {at} people in Lodz. ");
        let _ = write!(figures, "{at}, ");
    }
    check_all(&[
        ("digits", "1".repeat(100_000)),
        ("digits and commas", "1,".repeat(50_000)),
        ("digits and points", "1.".repeat(50_000)),
        ("digits and dashes", "1-".repeat(50_000)),
        ("digits and slashes", "1/2/".repeat(25_000)),
        ("number words", "twenty one hundred thousand ".repeat(5_000)),
        ("a million million", "million ".repeat(20_000)),
        ("halves", "half a ".repeat(20_000)),
        ("bounds", "more than about up to ".repeat(8_000)),
        ("dates", "May 4 Monday 2031 ".repeat(8_000)),
        ("thousands of tolls", tolls),
        ("one list", figures),
        ("percent", "5% ".repeat(20_000)),
        ("money", "$5 \u{20ac}".repeat(15_000)),
    ]);
}

#[test]
fn no_english() {
    check_all(&[
        ("Chinese", "\u{5e02}\u{957f}\u{8bf4}\u{6709}40\u{4eba}\u{6b7b}\u{4ea1}\u{3002}".repeat(5_000)),
        ("Arabic", "\u{0642}\u{0627}\u{0644} \u{0664}\u{0660} ".repeat(10_000)),
        ("turned directions", "The \u{202e}mayor\u{202c} \u{2066}said\u{2069} 40 houses burned. ".repeat(1_000)),
        ("no width", "The\u{200b} ma\u{200d}yor said\u{feff} 4\u{200b}0 houses burned. ".repeat(1_000)),
        ("combining marks alone", "\u{0301}\u{0308} \u{20dd}".repeat(10_000)),
        ("combining marks on digits", "4\u{0301}0\u{0308} ".repeat(10_000)),
        ("letters that grow", "\u{0130}\u{1e9e}\u{fb03} said ".repeat(5_000)),
        ("digits of the world", "\u{0664}\u{0967}\u{ff15}\u{1d7d8} \u{00bd}\u{2155}\u{2167} ".repeat(5_000)),
        ("faces", "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f466} said 40 ".repeat(5_000)),
    ]);
}

#[test]
fn pages_and_programs() {
    let soup = "<div class=\"a\"><p>The mayor said &ldquo;40&rdquo; &lt;houses&gt; burned.</p><script>if(a<b){c(\"d\")}</script>";
    check_all(&[
        ("tags", soup.repeat(1_000)),
        ("open tags", "<a <b <c ".repeat(10_000)),
        ("entities", "&amp;&#x27;&quot;".repeat(8_000)),
        ("addresses", "https://example.org/a?b=40&c=%20 ".repeat(4_000)),
        ("a table", "Lodz\t14\t2,000\t3%\n".repeat(5_000)),
        ("braces", "{\"a\":[1,2,{\"b\":\"said\"}]},".repeat(5_000)),
        ("lines of one letter", "a\n".repeat(40_000)),
    ]);
}

#[test]
fn what_is_not_seen_changes_no_value() {
    let values = |text: &str| {
        let found = crossread::read(text, &About::default()).figures;
        found.iter().map(|figure| (figure.low, figure.unit.clone())).collect::<Vec<_>>()
    };
    let plain = "The storm hit 14,300 huts and 27 kiosks.";
    let hidden = "The storm hit 14\u{200b},3\u{200b}00 huts and 2\u{2060}7 kiosks.";
    assert_eq!(values(plain).len(), 2);
    assert_eq!(values(plain), values(hidden));
}

#[test]
fn claims_do_not_pile_up() {
    let claims = crossread::read(&"Ann Bo said ".repeat(4_000), &About::default()).claims;
    let total: usize = claims.iter().map(|claim| claim.span.len()).sum();
    assert!(total < 6 * 48_000, "the claims have {total} bytes");
}
