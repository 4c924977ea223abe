//! Figures beside figures: the quantities that an article shares with others, and how they relate.

use super::interval::Fit;
use super::quantity::{Doubt, Likeness, likeness};
use super::side::{Side, has};
use super::{FigureRelation, Pair, Point, Quantity};
use crate::corpus::{Corpus, Report};
use crate::figure::Dimension;
use crate::order;

/// How much worse than the best a second figure of one report may fit, to be of the quantity too.
const MARGIN: f64 = 1.0;

/// The most figures of an article that are compared: more are a table or a trap.
const MOST_FIGURES: usize = 600;

/// An age that differs is an update only after so many days.
const BIRTHDAY: i64 = 60;

/// A count by another speaker is an update only after so many days: before, the two speak of one time.
const APART_DAYS: i64 = 7;

/// A figure of the article and one of a report that are of one quantity.
#[derive(Clone, Debug)]
pub(super) struct Paired {
    pub(super) mine: u32,
    pub(super) theirs: Point,
    pub(super) relation: FigureRelation,
    pub(super) reason: String,
    /// Whether the other's number says this one, too, and of the same deed.
    pub(super) says: bool,
    /// Whether it is a time or an age, which a statement gives besides what it says.
    pub(super) aside: bool,
    /// Whether one of the two is yet to come.
    pub(super) planned: bool,
    score: f64,
}

/// Pairs the figures of an article with those of the candidate reports.
pub(super) fn pair(pasted: &Report, corpus: &Corpus, candidates: &[u32]) -> Vec<Paired> {
    let mut all = Vec::new();
    for &article in candidates {
        let Some(report) = corpus.reports().get(article as usize) else { continue };
        let mut found = Vec::new();
        let told = |side: &Side<'_>| !side.measure.scope.converted;
        for mine in Side::all(pasted).take(MOST_FIGURES).filter(told) {
            for theirs in Side::all(report).take(MOST_FIGURES).filter(told) {
                if let Some(likeness) = likeness(mine, theirs, corpus.index()) {
                    found.push((mine, theirs, likeness));
                }
            }
        }
        let mut best_mine = vec![f64::MIN; pasted.reading.figures.len()];
        let mut best_theirs = vec![f64::MIN; report.reading.figures.len()];
        for (mine, theirs, likeness) in &found {
            let (mine, theirs) = (&mut best_mine[mine.index as usize], &mut best_theirs[theirs.index as usize]);
            *mine = mine.max(likeness.score);
            *theirs = theirs.max(likeness.score);
        }
        for (mine, theirs, likeness) in found {
            // A figure is of one quantity: where another fits it much better, this one is not it. But a
            // report may give one thing at one place by two speakers, with two values.
            let best = best_mine[mine.index as usize].max(best_theirs[theirs.index as usize]);
            if likeness.score + MARGIN < best && !likeness.settled {
                continue;
            }
            let (relation, reason) = relate(mine, theirs, &likeness);
            // That both name a time or an age does not make one say what the other says.
            let aside = mine.measure.age || mine.figure.dimension == Dimension::Duration;
            let says = !aside
                && theirs.stated().implies(mine.stated())
                && !matches!(likeness.doubt, Some(Doubt::Deeds | Doubt::Planned));
            let planned = likeness.doubt == Some(Doubt::Planned);
            let point = Point { article: Some(article), figure: theirs.index };
            all.push(Paired {
                mine: mine.index,
                theirs: point,
                relation,
                reason,
                says,
                aside,
                planned,
                score: likeness.score,
            });
        }
    }
    all
}

/// Leaves out what an article that is told again has against its own retelling, where the retelling has the
/// same figure too: the article itself gives two values, by two voices.
pub(super) fn drop_own(pairs: &mut Vec<Paired>, same: &[u32]) {
    let own = |pair: &Paired| pair.theirs.article.is_some_and(|article| same.contains(&article));
    let mut kept: Vec<(Option<u32>, u32)> = Vec::new();
    for pair in pairs.iter().filter(|pair| own(pair) && pair.relation == FigureRelation::Same) {
        kept.push((None, pair.mine));
        kept.push((pair.theirs.article, pair.theirs.figure));
    }
    pairs.retain(|pair| {
        let told = kept.contains(&(None, pair.mine)) || kept.contains(&(pair.theirs.article, pair.theirs.figure));
        pair.relation == FigureRelation::Same || !own(pair) || !told
    });
}

/// How two figures of one quantity relate, and why.
pub(super) fn relate(a: Side<'_>, b: Side<'_>, likeness: &Likeness) -> (FigureRelation, String) {
    let fit = a.stated().fit(b.stated());
    let one_voice = speaker(a).is_some() && speaker(a) == speaker(b);
    let relation = match fit {
        Fit::Same => FigureRelation::Same,
        // One speaker's number, told with and without "about", is one number.
        Fit::SameButAbout if one_voice => FigureRelation::Same,
        Fit::SameButAbout | Fit::Rounded | Fit::Overlap => FigureRelation::Compatible,
        Fit::Apart if replaced(a, b, one_voice) => FigureRelation::Updated,
        Fit::Apart => FigureRelation::Conflicting,
    };
    (relation, reason(a, b, relation, likeness.doubt))
}

fn speaker(side: Side<'_>) -> Option<&str> {
    let claim = side.report.reading.claims.get(side.measure.claim? as usize)?;
    super::side::speaker(&side.report.reading, claim).map(|entity| entity.key.as_str())
}

/// Whether the later of two numbers took the place of the earlier.
fn replaced(a: Side<'_>, b: Side<'_>, one_voice: bool) -> bool {
    let (Some(one), Some(two)) = (a.day(), b.day()) else { return false };
    let days = (one - two).num_days().abs();
    let (earlier, later) = if one <= two { (a, b) } else { (b, a) };
    match a.figure.dimension {
        _ if a.measure.age => days >= BIRTHDAY && later.figure.low > earlier.figure.low,
        _ if a.is_often() => false,
        Dimension::Length | Dimension::Area | Dimension::Duration | Dimension::Speed => false,
        _ if a.is_toll() || one_voice || interim(a) || interim(b) => days >= 1,
        _ => days >= APART_DAYS,
    }
}

/// Whether they are of two years: the turnout of an election and that of the last.
fn years_apart(a: Side<'_>, b: Side<'_>) -> bool {
    const DAYS: i64 = 300;
    a.day().zip(b.day()).is_some_and(|(one, two)| (one - two).num_days().abs() > DAYS)
}

/// Whether the later of two tolls is clearly more than the earlier.
fn grown(a: Side<'_>, b: Side<'_>) -> bool {
    const CLEARLY: f64 = 1.1;
    let Some((one, two)) = a.day().zip(b.day()) else { return false };
    let (earlier, later) = if one <= two { (a, b) } else { (b, a) };
    one != two && later.stated().low > CLEARLY * earlier.stated().high
}

/// Whether a figure is said to be one of several as they come in: partial results, final results.
fn interim(side: Side<'_>) -> bool {
    const WORDS: [&str; 10] = [
        "partial",
        "preliminary",
        "provisional",
        "final",
        "counted",
        "initial",
        "revised",
        "updated",
        "interim",
        "far",
    ];
    let reading = &side.report.reading;
    let claim = side.measure.claim.and_then(|claim| reading.claims.get(claim as usize));
    let sentence = claim.and_then(|claim| {
        let at = reading.sentences.partition_point(|sentence| sentence.end <= claim.span.start);
        reading.sentences.get(at)
    });
    sentence.is_some_and(|sentence| has(sentence.of(&side.report.article.text), &WORDS))
}

/// Whether so many days lie between them that a reader wants to know.
fn dated(a: Side<'_>, b: Side<'_>) -> bool {
    a.day().zip(b.day()).is_some_and(|(one, two)| (one - two).num_days().abs() >= APART_DAYS)
}

/// Why, in one sentence.
fn reason(a: Side<'_>, b: Side<'_>, relation: FigureRelation, doubt: Option<Doubt>) -> String {
    let verb = if a.figure.dimension == Dimension::Count { "count" } else { "give" };
    let thing = a.thing().map_or_else(
        || "Both give".to_owned(),
        |thing| {
            let quote = if thing.ends_with('…') { "\"" } else { "" };
            ["Both ", verb, " ", quote, &thing, quote, ":"].concat()
        },
    );
    let (mine, theirs) = (a.text(), b.text());
    let day = |side: Side<'_>| [" as of ", &side.when()].concat();
    let mut sentence = match relation {
        FigureRelation::Same if mine == theirs => [&thing, " ", mine].concat(),
        FigureRelation::Same => [&thing, " ", mine, " here, ", theirs, " there, the same number"].concat(),
        // "At least 58" on Monday leaves room for 94, but what a reader wants to know is that there are more now.
        FigureRelation::Compatible if a.is_toll() && grown(a, b) => {
            [&thing, " ", mine, &day(a), " here, ", theirs, &day(b), " there; there are more now"].concat()
        }
        FigureRelation::Compatible if dated(a, b) => {
            [&thing, " ", mine, &day(a), " here, ", theirs, &day(b), " there, and both can hold"].concat()
        }
        FigureRelation::Compatible => [&thing, " ", mine, " here, ", theirs, " there, and both can hold"].concat(),
        FigureRelation::Conflicting => [&thing, " ", mine, " here, ", theirs, " there, and both can't hold"].concat(),
        FigureRelation::Updated => {
            let end = if years_apart(a, b) { "these are of two times" } else { "the later replaces the earlier" };
            [&thing, " ", mine, &day(a), " here, ", theirs, &day(b), " there; ", end].concat()
        }
    };
    if let Some(doubt) = doubt {
        sentence.push_str(&left_open(a, b, doubt));
    }
    sentence.push('.');
    sentence
}

/// What is left open, as the end of a sentence that names the words in doubt.
fn left_open(a: Side<'_>, b: Side<'_>, doubt: Doubt) -> String {
    // Who is sent need not have arrived; that one is "noted" and one "expressed" tells nothing.
    let stage = |side: Side<'_>| side.measure.action.is_some_and(|action| !action.field().is_empty());
    let words = match doubt {
        Doubt::Heads => a.figure.counted.zip(b.figure.counted),
        Doubt::Deeds if stage(a) && stage(b) => a.measure.deed.zip(b.measure.deed),
        Doubt::Deeds => return String::new(),
        _ => None,
    };
    if let Some((here, there)) = words {
        let (here, there) = (here.of(&a.report.article.text), there.of(&b.report.article.text));
        return ["; but the word here is \"", here, "\", there \"", there, "\""].concat();
    }
    let is_here = match doubt {
        Doubt::Planned => a.measure.planned,
        Doubt::Person => a.measure.person.is_some(),
        Doubt::Direction => a.measure.scope.direction,
        _ => !a.measure.places.is_empty(),
    };
    let (side, at) = if is_here { (a, "here") } else { (b, "there") };
    let place = side.measure.places.first().and_then(|&place| side.entity(place));
    match (doubt, place) {
        (Doubt::Planned, _) => ["; but ", at, " it is yet to come"].concat(),
        (Doubt::Person, _) => ["; but only ", at, " is the name given"].concat(),
        (Doubt::Direction, Some(place)) => ["; but only ", at, " of a part of ", &place.name].concat(),
        (Doubt::Where, Some(place)) => ["; but only ", at, " is it said to be in ", &place.name].concat(),
        _ => "; but the words around them differ".into(),
    }
}

/// Gathers pairs into quantities: one for each figure of the article that has a counterpart; figures
/// of the article that share a counterpart are of one quantity.
pub(super) fn quantities(pasted: &Report, pairs: &[Paired]) -> Vec<Quantity> {
    let mut home: Vec<u32> = (0..pasted.reading.figures.len() as u32).collect();
    let mut owner: Vec<(Point, u32, f64)> = Vec::new();
    for pair in pairs {
        match owner.iter().find(|(point, ..)| *point == pair.theirs) {
            Some(&(_, mine, score)) => {
                // Only where both fit alike are the two figures of the article one quantity.
                let values = |figure: u32| {
                    let side = Side::of(pasted, figure)?;
                    Some((side.figure.low, side.figure.high, side.measure.person))
                };
                if (score - pair.score).abs() < MARGIN && values(mine) == values(pair.mine) {
                    let (from, to) = (root(&home, pair.mine), root(&home, mine));
                    home[from.max(to) as usize] = from.min(to);
                }
            }
            None => owner.push((pair.theirs, pair.mine, pair.score)),
        }
    }
    let mut found: Vec<(u32, Quantity)> = Vec::new();
    for pair in pairs {
        let key = root(&home, pair.mine);
        let at = found.iter().position(|(home, _)| *home == key).unwrap_or_else(|| {
            let name = Side::of(pasted, key)
                .map_or_else(String::new, |side| side.thing().unwrap_or_else(|| side.text().to_owned()));
            found.push((key, Quantity { quantity: name, points: Vec::new(), pairs: Vec::new() }));
            found.len() - 1
        });
        let quantity = &mut found[at].1;
        let mut place = |point: Point| {
            quantity.points.iter().position(|other| *other == point).unwrap_or_else(|| {
                quantity.points.push(point);
                quantity.points.len() - 1
            }) as u32
        };
        let (mine, theirs) = (place(Point { article: None, figure: pair.mine }), place(pair.theirs));
        let (a, b) = (mine.min(theirs), mine.max(theirs));
        quantity.pairs.push(Pair { a, b, relation: pair.relation, reason: pair.reason.clone() });
    }
    order::sort_by_key(&mut found, |(key, _)| *key);
    found.into_iter().map(|(_, quantity)| quantity).collect()
}

fn root(home: &[u32], figure: u32) -> u32 {
    let mut at = figure;
    // A home is never later than its figure, so this ends.
    while let Some(&next) = home.get(at as usize).filter(|&&next| next < at) {
        at = next;
    }
    at
}
