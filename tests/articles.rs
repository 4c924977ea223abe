//! Whole articles on many matters, read by hand first: `tests/golden/articles`.
//!
//! An article is a few lines `published DAY` and `outlet NAME`, its text, `===`, and what a careful reader finds, a
//! line each; of figures and dates all of them, in order:
//! - `figure WORDS = VALUE MODIFIER UNIT`: `LOW..HIGH` where two values are stated; what names the kind of what is
//!   counted may be left out of the unit, `-` where it has none;
//! - `date WORDS = TYPE VALUE MODIFIER`; `?` where the text leaves it open;
//! - `says SPEAKER < CUE: CONTENT`: an entity, or in brackets words of a source without a proper name; words of the
//!   cue; the content without marks around it or a `that` before it, or how it begins and ends, with `…` between;
//! - `entity KIND NAME = ALIAS; ALIAS`;
//! - `claim STANCE POLARITY CERTAINTY: WORDS`: the smallest claim that holds these words.
//!
//! Below `beside NAME`, a further line on top, another of the articles is laid beside it:
//! - `pair RELATION: WORDS | WORDS THERE`: the first figures in the words, and how they stand; `apart` if no pair;
//! - `match RELATION: WORDS | WORDS THERE`: likewise the claims with these words; `not supported` and the like.
//!
//! `unmet: ` stands before a line that does not hold yet; `unmet: no figure WORDS` (or `no date`) tells of a find
//! that is none. Whoever mends one takes the mark off. All marks are set anew, to be read before they are kept, by
//!
//! ```text
//! CROSSREAD_GOLDEN=write cargo test --test articles
//! ```

use std::fs;
use std::path::Path;

use crossread::corpus::{self, Report};
use crossread::export::Word;
use crossread::name::Entity;
use crossread::{About, Comparison, Corpus, Reading, Span, compare};

const UNMET: &str = "unmet: ";

/// Nothing, or what stands in the place of what was expected.
type Outcome = Result<(), String>;

fn outcome(holds: bool, found: &[String]) -> Outcome {
    if holds { Ok(()) } else { Err(found.join("\n           ")) }
}

/// A text in one line, without the marks around it and a `that` before it.
fn plain(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mark = |c: char| !c.is_alphanumeric() && !"$€£%()".contains(c);
    let text = text.trim_matches(mark);
    text.strip_prefix("that ").unwrap_or(text).trim_start_matches(mark).to_owned()
}

/// Whether a figure or date found is the one expected: of a figure's unit its last words will do.
fn fits(found: &str, expected: &str) -> bool {
    let unit_of = |text: &str| text.splitn(3, ' ').nth(2).map_or(text.len(), |unit| text.len() - unit.len());
    let (value, unit) = expected.split_at(unit_of(expected));
    let kind = found.strip_prefix(value).and_then(|found| found.strip_suffix(unit));
    expected == "?" || kind.is_some_and(|kind| kind.is_empty() || kind.ends_with(' '))
}

/// Whether an entity goes by a name.
fn known(entity: &Entity, name: &str) -> bool {
    entity.name == name || entity.aliases.iter().any(|alias| alias == name)
}

struct Article {
    report: Report,
    /// The figures and the dates: where they stand and what they are.
    found: [Vec<(Span, String)>; 2],
    /// The article that is laid beside it.
    beside: Option<(Corpus, Comparison)>,
}

/// The kinds of [`Article::found`].
const KINDS: [&str; 2] = ["figure", "date"];

/// A file's article, and below `===` what is expected of it.
fn load(path: &Path) -> (String, String) {
    let file = fs::read_to_string(path).expect("a text");
    let (article, expected) = file.split_once("\n===\n").expect("what is expected after ===");
    (article.to_owned(), expected.to_owned())
}

/// What stands on top of an article under a key.
fn given(article: &str, key: &str) -> Option<String> {
    article.lines().take_while(|line| !line.is_empty()).find_map(|line| line.strip_prefix(key)).map(str::to_owned)
}

fn report(article: &str) -> Report {
    let (_, text) = article.split_once("\n\n").expect("what is known of the article");
    let about =
        About { published: given(article, "published "), outlet: given(article, "outlet "), ..About::default() };
    Report::new(corpus::Article { id: String::new(), about, text: text.to_owned() })
}

impl Article {
    fn new(article: &str, folder: &Path) -> Self {
        let report = report(article);
        let figures = report.reading.figures.iter().map(|figure| {
            let (low, high) = (figure.low, figure.high);
            let value = if low < high { format!("{low}..{high}") } else { low.to_string() };
            (figure.span, format!("{value} {} {}", figure.modifier.word(), figure.unit.as_deref().unwrap_or("-")))
        });
        let dates = report.reading.dates.iter().map(|date| {
            let modifier = date.modifier.map_or("", Word::word);
            (date.span, format!("{} {} {modifier}", date.kind.word(), date.value).trim_end().to_owned())
        });
        let found = [figures.collect(), dates.collect()];
        let beside = given(article, "beside ").map(|name| {
            let (other, _) = load(&folder.join(name + ".md"));
            let corpus = Corpus::of_reports(vec![self::report(&other)]);
            let comparison = compare(&report, &corpus);
            (corpus, comparison)
        });
        Self { report, found, beside }
    }

    fn text(&self) -> &str {
        &self.report.article.text
    }

    fn reading(&self) -> &Reading {
        &self.report.reading
    }

    /// Two figures, or two claims, of the articles that lie side by side.
    fn side_by_side(&self, kind: &str, line: &str) -> Outcome {
        let (relation, rest) = line.split_once(": ").ok_or("no colon")?;
        let (here, there) = rest.split_once(" | ").ok_or("no |")?;
        let (corpus, comparison) = self.beside.as_ref().ok_or("nothing is laid beside it")?;
        let other = &corpus.reports()[0];
        let of = |report: &Report, words: &str| {
            let at = report.article.text.find(words).ok_or_else(|| format!("not in the text: {words}"))?;
            Ok::<_, String>(Span::new(at, at + words.len()))
        };
        let (here, there) = (of(&self.report, here)?, of(other, there)?);
        let mut found = Vec::new();
        if kind == "pair" {
            let figure =
                |report: &Report, place: Span| report.reading.figures.iter().position(|f| f.span.overlaps(place));
            let (a, b) =
                (figure(&self.report, here).ok_or("no figure here")?, figure(other, there).ok_or("no figure there")?);
            for quantity in &comparison.quantities {
                let is = |at: u32, article: Option<u32>, figure: usize| {
                    let point = &quantity.points[at as usize];
                    point.article == article && point.figure as usize == figure
                };
                let same = |a_at, b_at| is(a_at, None, a) && is(b_at, Some(0), b);
                found.extend(
                    quantity.pairs.iter().filter(|p| same(p.a, p.b) || same(p.b, p.a)).map(|p| p.relation.word()),
                );
            }
        } else {
            let touches =
                |report: &Report, claim: u32, place| report.reading.claims[claim as usize].span.overlaps(place);
            let about = comparison
                .matches
                .iter()
                .filter(|found| touches(&self.report, found.claim, here) && touches(other, found.theirs.claim, there));
            found.extend(about.map(|found| found.relation.word()));
        }
        let holds = match relation.strip_prefix("not ") {
            Some(relation) => !found.contains(&relation),
            None if relation == "apart" => found.is_empty(),
            None => found.contains(&relation),
        };
        outcome(holds, &found.into_iter().map(str::to_owned).collect::<Vec<_>>())
    }

    /// Where whole words stand next, from an offset on.
    fn next(&self, words: &str, from: usize) -> Option<Span> {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let places = self.text()[from..].match_indices(words).map(|(at, _)| (from + at, from + at + words.len()));
        let mut whole = places.filter(|&(start, end)| {
            !letter(self.text()[..start].chars().next_back()) && !letter(self.text()[end..].chars().next())
        });
        whole.next().map(|(start, end)| Span::new(start, end))
    }

    /// A figure or date at a place.
    fn quantity(&self, kind: usize, place: Span, expected: &str) -> Outcome {
        let near: Vec<_> = self.found[kind].iter().filter(|(span, _)| span.overlaps(place)).collect();
        let holds = near.iter().any(|(span, found)| *span == place && fits(found, expected));
        outcome(
            holds,
            &near.iter().map(|(span, found)| format!("{} = {found}", span.of(self.text()))).collect::<Vec<_>>(),
        )
    }

    fn says(&self, line: &str) -> Outcome {
        let (source, rest) = line.split_once(" < ").ok_or("no <")?;
        let (cue, content) = rest.split_once(": ").ok_or("no colon")?;
        let (begins, ends) = content.split_once(" … ").unwrap_or((content, content));
        let place = self.next(begins, 0).ok_or("these words are not in the text")?;
        let (mut holds, mut found) = (false, Vec::new());
        for attribution in &self.reading().attributions {
            if !attribution.content.iter().any(|piece| piece.overlaps(place)) {
                continue;
            }
            let pieces: Vec<String> = attribution.content.iter().map(|piece| plain(piece.of(self.text()))).collect();
            let said = pieces.join(" + ");
            let name = attribution.speaker.map(|speaker| self.reading().entities[speaker as usize].name.as_str());
            let words = attribution.source.map_or("-", |source| source.of(self.text()));
            let verb = attribution.cue.map_or("-", |cue| cue.of(self.text()));
            let speaker = match source.strip_prefix('(').and_then(|source| source.strip_suffix(')')) {
                Some(source) => words.contains(source) && name.is_none_or(|name| words.contains(name)),
                None => name == Some(source),
            };
            let whole = said.starts_with(&plain(begins)) && said.ends_with(&plain(ends));
            holds |= speaker && verb.contains(cue) && whole && (begins != ends || said == plain(content));
            found.push(format!("{} ({words}) < {verb}: {said}", name.unwrap_or("-")));
        }
        outcome(holds, &found)
    }

    fn entity(&self, line: &str) -> Outcome {
        let (kind, rest) = line.split_once(' ').ok_or("no kind")?;
        let (name, aliases) = rest.split_once(" = ").unwrap_or((rest, ""));
        let entities = &self.reading().entities;
        let holds = entities.iter().any(|entity| {
            let same = entity.name == name && entity.kind.word() == kind;
            same && aliases.split("; ").all(|alias| alias.is_empty() || known(entity, alias))
        });
        let word = name.rsplit(' ').next().unwrap_or(name);
        let like =
            entities.iter().filter(|entity| known(entity, word) || entity.name.split(' ').any(|part| part == word));
        let show = |entity: &Entity| format!("{} {} = {}", entity.kind.word(), entity.name, entity.aliases.join("; "));
        outcome(holds, &like.map(show).collect::<Vec<_>>())
    }

    fn claim(&self, line: &str) -> Outcome {
        let (marks, words) = line.split_once(": ").ok_or("no colon")?;
        let place = self.next(words, 0).ok_or("these words are not in the text")?;
        let around = self.reading().claims.iter().filter(|claim| claim.span.contains(place));
        let Some(claim) = around.min_by_key(|claim| claim.span.len()) else { return outcome(false, &[]) };
        let found = format!("{} {} {}", claim.stance.word(), claim.polarity.word(), claim.certainty.word());
        outcome(found == marks, &[found])
    }

    /// Every line that is expected, with what came of it, and after them what was found besides.
    fn check(&self, expected: &str) -> Vec<(String, Outcome)> {
        let mut places: [Vec<Span>; 2] = Default::default();
        let mut outcomes = Vec::new();
        for line in expected.lines().map(|line| line.strip_prefix(UNMET).unwrap_or(line)) {
            let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
            let result = match kind {
                "no" | "" => continue,
                "says" => self.says(rest),
                "entity" => self.entity(rest),
                "claim" => self.claim(rest),
                "pair" | "match" => self.side_by_side(kind, rest),
                _ => {
                    let at = usize::from(kind == KINDS[1]);
                    let (words, value) = rest.split_once(" = ").unwrap_or((rest, ""));
                    let place = self.next(words, places[at].last().map_or(0, |last| last.end as usize));
                    places[at].extend(place);
                    place.map_or(Err("these words are not in the text from there on".into()), |place| {
                        self.quantity(at, place, value)
                    })
                }
            };
            outcomes.push((line.to_owned(), result));
        }
        for (at, kind) in KINDS.into_iter().enumerate() {
            for (span, found) in &self.found[at] {
                if !places[at].iter().any(|place| place.overlaps(*span)) {
                    outcomes.push((format!("no {kind} {}", plain(span.of(self.text()))), Err(found.clone())));
                }
            }
        }
        outcomes
    }
}

/// Holds an article file against what is found; tells where a mark is wrong, or sets them where that is asked for.
fn check(path: &Path) -> String {
    let (article, expected) = load(path);
    let (mut wrong, mut marked) = (String::new(), String::new());
    for (line, result) in Article::new(&article, path.parent().unwrap_or(path)).check(&expected) {
        let mark = if result.is_err() { UNMET } else { "" };
        if !expected.lines().any(|old| old.strip_prefix(mark) == Some(&line)) {
            let told = result.err().map_or("holds now".into(), |found| format!("found    {found}"));
            wrong += &format!("\n  {line}\n  {told}");
        }
        marked += &format!("{mark}{line}\n");
    }
    if expected == marked {
        return wrong;
    }
    if std::env::var("CROSSREAD_GOLDEN").is_ok_and(|value| value == "write") {
        fs::write(path, format!("{article}\n===\n{marked}")).expect("a file that can be written");
        return String::new();
    }
    format!("{}: marks differ{wrong}\n", path.display())
}

#[test]
fn articles_are_read_as_by_a_careful_reader() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/articles");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let wrong: String = paths.iter().map(|path| check(path)).collect();
    assert!(paths.len() >= 12 && wrong.is_empty(), "{wrong}");
}
