//! Claims beside claims: which speak of one matter, and whether one supports or refutes the other.

use super::align::{Laid, Passage};
use super::figures::Paired;
use super::quantity::overlap;
use super::reason::{self, day};
use super::side::Saying;
use super::weigh::Signs;
use super::{FigureRelation, Match, Relation, TheirClaim};
use crate::claim::{Certainty, Polarity};
use crate::corpus::{Corpus, Index, Part, Report, Sort, Term};
use crate::order;

/// The least share of weighted words that makes two claims be of one matter.
const RELATED: f64 = 0.32;

/// How sure it must be that one says what the other says, where no figure decides.
const SURE: f64 = 0.5;

/// The least share of a claim's words that another must have to say it or to exclude it.
const SAME_MATTER: f64 = 0.5;

/// The least share of a claim's words that another must have to say it where their figures are the same.
const SAME_WORDS: f64 = 0.3;

/// The least share at which a denial is of the same thing.
const DENIES_IT: f64 = 0.42;

/// The most matches that are kept for a claim.
const MOST_MATCHES: usize = 8;

/// The most claims of others that share a word with a claim and are counted: the rarest words first.
const MOST_HITS: usize = 8192;

/// The most claims of others that are judged for a claim: those that share the most.
const MOST_NEAR: usize = 96;

/// The most figures of a claim that are looked at: more are a table or a trap.
const MOST_FIGURES: usize = 32;

/// The most claims of an article that are compared.
const MOST_CLAIMS: usize = 4000;

/// Compares the claims of an article with those of the candidate reports.
pub(super) fn matches(pasted: &Report, corpus: &Corpus, candidates: &[u32], figures: &[Paired]) -> Vec<Match> {
    let theirs = Claims::new(corpus, candidates);
    let mut all = Vec::new();
    for mine in Saying::all(pasted).take(MOST_CLAIMS) {
        let mut found: Vec<Match> = theirs
            .near(mine, corpus.index())
            .into_iter()
            .filter_map(|(article, other)| {
                let judged = judge(mine, other, article, corpus.index(), figures)?;
                Some(Match {
                    claim: mine.index,
                    theirs: TheirClaim { article, claim: other.index },
                    relation: judged.relation,
                    score: judged.score as f32,
                    reasons: judged.reasons,
                })
            })
            .collect();
        order::sort_by(&mut found, |a, b| telling(b).total_cmp(&telling(a)).then_with(|| a.theirs.cmp(&b.theirs)));
        found.truncate(MOST_MATCHES);
        all.append(&mut found);
    }
    all
}

/// Leaves out what is only of one matter where the same report has a claim that tells more, or another such claim.
pub(super) fn thin_out(matches: &mut Vec<Match>) {
    let mut told: Vec<(u32, u32)> = Vec::new();
    let mut claim = None;
    matches.retain(|found| {
        if claim != Some(found.claim) {
            claim = Some(found.claim);
            told.clear();
        }
        let key = (found.claim, found.theirs.article);
        let known = told.contains(&key);
        told.push(key);
        !known || found.relation != Relation::Related
    });
}

/// What a reader wants to see first: what is refuted or supported before what is only related.
fn telling(found: &Match) -> f32 {
    let rank = match found.relation {
        Relation::Refuted => 3.0,
        Relation::Supported => 2.0,
        Relation::Differs => 1.0,
        Relation::Related => 0.0,
    };
    rank + found.score
}

/// The claims of the candidates, by their terms.
struct Claims<'a> {
    all: Vec<(u32, Saying<'a>)>,
    /// Sorted: a term, and the claims that have it.
    postings: Vec<(Term, u32)>,
}

impl<'a> Claims<'a> {
    fn new(corpus: &'a Corpus, candidates: &[u32]) -> Self {
        let all: Vec<(u32, Saying<'a>)> = candidates
            .iter()
            .filter_map(|&article| Some((article, corpus.reports().get(article as usize)?)))
            .flat_map(|(article, report)| Saying::all(report).take(MOST_CLAIMS).map(move |saying| (article, saying)))
            .collect();
        let mut postings: Vec<(Term, u32)> = all
            .iter()
            .enumerate()
            .flat_map(|(at, (_, saying))| saying.matter.terms.iter().map(move |&term| (term, at as u32)))
            .collect();
        order::sort(&mut postings);
        Self { all, postings }
    }

    /// The claims that share enough with a claim to be looked at, in order.
    fn near(&self, mine: Saying<'_>, index: &Index) -> Vec<(u32, Saying<'a>)> {
        let mut lists: Vec<(&[(Term, u32)], f64)> = mine
            .matter
            .terms
            .iter()
            .map(|&term| {
                let from = self.postings.partition_point(|&(other, _)| other < term);
                let to = self.postings.partition_point(|&(other, _)| other <= term);
                (self.postings.get(from..to).unwrap_or_default(), index.weight(term))
            })
            .collect();
        order::sort_by_key(&mut lists, |(list, _)| list.len());
        let mut hits: Vec<(u32, f64)> = lists
            .iter()
            .flat_map(|&(list, weight)| list.iter().map(move |&(_, at)| (at, weight)))
            .take(MOST_HITS)
            .collect();
        order::sort_by_key(&mut hits, |&(at, _)| at);
        let own: f64 = mine.matter.terms.iter().map(|&term| index.weight(term)).sum();
        let mut near: Vec<(f64, u32)> = Vec::new();
        let mut rest = hits.as_slice();
        while let Some(&(at, _)) = rest.first() {
            let run = rest.partition_point(|&(other, _)| other == at);
            let shared: f64 = rest[..run].iter().map(|&(_, weight)| weight).sum();
            if shared >= 0.2 * own {
                near.push((shared, at));
            }
            rest = &rest[run..];
        }
        if near.len() > MOST_NEAR {
            order::sort_by(&mut near, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            near.truncate(MOST_NEAR);
            order::sort_by_key(&mut near, |&(_, at)| at);
        }
        near.into_iter().filter_map(|(_, at)| self.all.get(at as usize).copied()).collect()
    }
}

struct Judged {
    relation: Relation,
    score: f64,
    reasons: Vec<String>,
}

/// How another's claim stands to one's own; `None` where they are of different matters.
fn judge(mine: Saying<'_>, theirs: Saying<'_>, article: u32, index: &Index, figures: &[Paired]) -> Option<Judged> {
    let share = overlap(&mine.matter.terms, &theirs.matter.terms, index);
    let paired = paired(mine, theirs, article, figures);
    let score = if paired.is_empty() { share } else { share.max(RELATED) + (1.0 - share) * 0.3 };
    if score < RELATED {
        return None;
    }
    let laid = Laid::new(Passage::of(theirs.report, theirs.claim.span), Passage::of(mine.report, mine.claim.span));
    let signs = Signs::new(&laid);
    let mut judged = Judged { relation: Relation::Related, score: score.min(1.0), reasons: Vec::new() };
    judged.reasons.extend(paired.iter().map(|pair| pair.reason.clone()));
    let same_words = mine.matter.wording == theirs.matter.wording;
    judged.relation = if mine.is_open() || theirs.is_open() {
        judged.reasons.push(open(mine, theirs));
        Relation::Related
    } else if same_words && mine.claim.polarity == theirs.claim.polarity {
        judged.reasons.insert(0, "Both use the same words.".into());
        Relation::Supported
    } else if let Some(words) = denies(mine, theirs, &laid).filter(|_| share >= DENIES_IT) {
        denied(mine, theirs, words, &mut judged.reasons)
    } else if paired.is_empty() {
        let says = share >= DENIES_IT && says(&laid, &signs);
        worded(mine, theirs, &laid, says, &mut judged.reasons)
    } else {
        let says = says(&laid, &signs);
        counted(mine, theirs, &paired, &laid, says, &mut judged.reasons)
    };
    if judged.relation == Relation::Related && is_retold(mine, theirs, &laid, &signs) {
        let speaker = mine.speaker().map_or("", |speaker| speaker.name.as_str());
        judged.reasons = vec![["Both quote ", speaker, " with this, in other words."].concat()];
        judged.relation = Relation::Supported;
    }
    // Of what is not so, nothing that is so speaks, whatever words they share.
    if judged.relation == Relation::Supported && mine.claim.polarity != theirs.claim.polarity && paired.is_empty() {
        judged.relation = Relation::Related;
    }
    if judged.reasons.is_empty() {
        judged.reasons = reason::both(&laid, &signs);
    }
    if judged.reasons.is_empty() {
        judged.reasons.push("Both are of one matter.".into());
    }
    Some(judged)
}

/// Whether both quote one speaker, of one week, with one statement: most words of the shorter are there, no figure is
/// another, and nothing excludes it.
fn is_retold(mine: Saying<'_>, theirs: Saying<'_>, laid: &Laid<'_>, signs: &Signs) -> bool {
    const DAYS: i64 = 7;
    const FEWEST: usize = 3;
    let days = mine.report.reading.day().zip(theirs.report.reading.day());
    let plain = |passage: Passage<'_>| passage.parts.iter().filter(|part| !part.frame).count();
    let shared = laid.shared().count();
    let other = laid.shared().any(|(mine, _)| mine.sort != Sort::Name);
    mine.shares_speaker(theirs)
        && days.is_none_or(|(one, two)| (one - two).num_days().abs() <= DAYS)
        && mine.claim.polarity == theirs.claim.polarity
        && mine.is_future() == theirs.is_future()
        && shared >= FEWEST
        && other
        && 2 * shared >= plain(laid.wanted).min(plain(laid.given))
        && signs.unsaid_figures.is_empty()
        && !laid.is_denied()
        && laid.excluded().is_none()
        && laid.swapped().is_none()
        && !mine.is_open()
        && !theirs.is_open()
}

/// Whether another says it, in words: it gives all figures, and has what happens, not names alone.
fn says(laid: &Laid<'_>, signs: &Signs) -> bool {
    const FEWEST_WORDS: usize = 2;
    let plain = |part: &&Part| part.sort != Sort::Name && !part.frame;
    let words = laid.shared().filter(|(mine, _)| plain(mine)).count();
    let all = laid.wanted.parts.iter().filter(plain).count();
    // What happens stands in a verb, or in a noun made of one.
    let acts = |part: &Part| part.sort == Sort::Verb && !part.frame;
    let deed = !laid.wanted.parts.iter().any(acts) || laid.shared().any(|(mine, theirs)| acts(mine) || acts(theirs));
    deed && words >= FEWEST_WORDS.min(all.max(1))
        && laid.share() >= SAME_MATTER
        && !laid.is_apart()
        && laid.swapped().is_none()
        && signs.unsaid_figures.is_empty()
        && signs.sure() > SURE
}

/// The pairs of a figure of the one and a figure of the other. `figures` are sorted by article, then
/// by the article's own figure.
fn paired<'p>(mine: Saying<'_>, theirs: Saying<'_>, article: u32, figures: &'p [Paired]) -> Vec<&'p Paired> {
    let mut found = Vec::new();
    for &figure in mine.claim.figures.iter().take(MOST_FIGURES) {
        let key = (Some(article), figure);
        let from = figures.partition_point(|pair| (pair.theirs.article, pair.mine) < key);
        let of_figure =
            figures.iter().skip(from).take_while(|pair| (pair.theirs.article, pair.mine) == key).take(MOST_FIGURES);
        found.extend(of_figure.filter(|pair| theirs.claim.figures.contains(&pair.theirs.figure)));
    }
    found
}

/// One of them says only that something is not confirmed, or not denied.
fn open(mine: Saying<'_>, theirs: Saying<'_>) -> String {
    let (who, where_) = if theirs.is_open() { (theirs, "there") } else { (mine, "here") };
    let speaker = who.speaker().map_or("The speaker", |speaker| speaker.name.as_str());
    format!("{speaker} leaves it open {where_}: this neither confirms nor denies it.")
}

/// What happens in both where one of the two negates it, in the words of both, one's own first.
fn denies<'t>(mine: Saying<'_>, theirs: Saying<'_>, laid: &Laid<'t>) -> Option<[&'t str; 2]> {
    let opposed = |&(here, there): &(&Part, &Part)| {
        // "It was overloaded" may pass for an adjective.
        ([Sort::Verb, Sort::Other].contains(&here.sort) || there.sort == Sort::Verb)
            && laid.wanted.negates(here) != laid.given.negates(there)
    };
    let (here, there) = laid.shared().find(opposed).filter(|_| mine.claim.polarity != theirs.claim.polarity)?;
    Some([laid.wanted.word(here), laid.given.word(there)])
}

/// One affirms what the other negates: `words` for it, one's own first.
fn denied(mine: Saying<'_>, theirs: Saying<'_>, words: [&str; 2], reasons: &mut Vec<String>) -> Relation {
    let (no, here) = if mine.claim.polarity == Polarity::Negated { (mine, true) } else { (theirs, false) };
    let yes = if here { theirs } else { mine };
    let (negated, affirmed) = if here { ("here", "there") } else { ("there", "here") };
    let days = no.day().zip(yes.day());
    if no.matter.not_yet && days.is_some_and(|(no, yes)| no < yes) {
        let (before, after) = days.map(|(no, yes)| (day(&no.to_string()), day(&yes.to_string()))).unwrap_or_default();
        reasons.push(format!("It was not so yet on {before} ({negated}); by {after} it is ({affirmed})."));
        return Relation::Differs;
    }
    if yes.is_future() && !no.is_future() {
        reasons.push(format!("It is only possible or planned {affirmed}, and said not to be so {negated}."));
        return Relation::Related;
    }
    let room = no.matter.narrowed.map(|span| span.of(&no.report.article.text));
    let sentence = match room.filter(|word| !yes.text().contains(word)) {
        Some(word) => format!(
            "What is affirmed {affirmed} is denied {negated} for \"{word}\"; what is less than that is left open."
        ),
        None if words[0] == words[1] => format!("What is affirmed {affirmed} is denied {negated}: \"{}\".", words[0]),
        None => {
            format!("What is affirmed {affirmed} is denied {negated}: \"{}\" here, \"{}\" there.", words[0], words[1])
        }
    };
    reasons.push(sentence);
    Relation::Refuted
}

/// No figure decides: the words do. `says`: the other has enough of them.
fn worded(mine: Saying<'_>, theirs: Saying<'_>, laid: &Laid<'_>, says: bool, reasons: &mut Vec<String>) -> Relation {
    if let Some(relation) = contrary(mine, theirs, laid, reasons) {
        return relation;
    }
    if let Some([actor, deed, sufferer]) = laid.turned() {
        reasons
            .push(format!("Here \"{actor}\" does it (\"{deed}\") to \"{sufferer}\"; there it is the other way round."));
        return Relation::Related;
    }
    if !says {
        return Relation::Related;
    }
    if mine.is_future() != theirs.is_future() {
        let (open, firm) = if mine.is_future() { ("here", "there") } else { ("there", "here") };
        reasons.push(format!("It is only possible or planned {open}, and stated as a fact {firm}."));
        return Relation::Differs;
    }
    Relation::Supported
}

/// Opposites: what rises here falls there, what is closed there is open here. `None` where there are none.
fn contrary(mine: Saying<'_>, theirs: Saying<'_>, laid: &Laid<'_>, reasons: &mut Vec<String>) -> Option<Relation> {
    let (here, there) = laid.excluded()?;
    if laid.share() < SAME_MATTER || laid.swapped().is_some() {
        return Some(Relation::Related);
    }
    let words = [laid.wanted.word(here), laid.given.word(there)];
    if let Some((one, two)) = mine.day().zip(theirs.day()).filter(|(one, two)| one != two) {
        reasons.push(format!(
            "Here it is \"{}\" on {}, there \"{}\" on {}: the later may have overtaken the earlier.",
            words[0],
            day(&one.to_string()),
            words[1],
            day(&two.to_string())
        ));
        return Some(Relation::Differs);
    }
    reasons.push(format!("Here it is \"{}\", there \"{}\": both can't hold.", words[0], words[1]));
    Some(Relation::Refuted)
}

/// The figures decide. `says`: the words alone would say it, too.
fn counted(
    mine: Saying<'_>,
    theirs: Saying<'_>,
    paired: &[&Paired],
    laid: &Laid<'_>,
    says: bool,
    reasons: &mut Vec<String>,
) -> Relation {
    let has = |relation: FigureRelation| paired.iter().any(|pair| pair.relation == relation);
    let said = |figure: &&u32| paired.iter().any(|pair| pair.says && pair.mine == **figure);
    let told = mine.claim.figures.iter().filter(said).count();
    let planned = |saying: Saying<'_>| saying.claim.certainty == Certainty::Future;
    if has(FigureRelation::Conflicting) {
        Relation::Refuted
    } else if has(FigureRelation::Updated) || planned(mine) != planned(theirs) || paired.iter().any(|pair| pair.planned)
    {
        Relation::Differs
    } else if let Some(relation) = contrary(mine, theirs, laid, reasons) {
        relation
    } else if laid.is_denied() {
        Relation::Related
    } else if 2 * told >= mine.claim.figures.len() && told > 0 || says && !has(FigureRelation::Compatible) {
        // One of several figures alone does not carry the whole claim.
        if laid.share() >= SAME_WORDS { Relation::Supported } else { Relation::Related }
    } else if has(FigureRelation::Same) {
        let main = |figure: &&u32| {
            let same = |pair: &&&Paired| pair.relation == FigureRelation::Same && !pair.aside;
            paired.iter().filter(same).any(|pair| pair.mine == **figure)
        };
        if 2 * mine.claim.figures.iter().filter(main).count() >= mine.claim.figures.len() && laid.share() >= SAME_MATTER
        {
            Relation::Supported
        } else {
            Relation::Related
        }
    } else {
        Relation::Differs
    }
}

/// Words as a list: "a, b and c".
pub(super) fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).into(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
