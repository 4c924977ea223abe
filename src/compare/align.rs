//! Two texts laid beside each other word for word: which words of the one the other has, or can be said to say.

use std::ops::Range;

use crate::attribution::Stance;
use crate::corpus::{Deed, Part, Report, Sort, parts_in};
use crate::lexicon::{Kinship, lexicon};
use crate::text::Span;

/// The most words of a text that are laid beside another's.
const MOST_PARTS: usize = 120;

/// The shortest word in capitals that can stand for several words.
const SHORTEST_ACRONYM: usize = 2;

/// A text or a part of it: what is laid beside another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage<'a> {
    pub(super) report: &'a Report,
    pub(super) parts: &'a [Part],
    /// The place of the first of `parts` among those of the report.
    first: u32,
    pub(super) span: Span,
}

impl<'a> Passage<'a> {
    /// The passage of a span.
    pub(super) fn of(report: &'a Report, span: Span) -> Self {
        let Range { start, end } = parts_in(&report.gist.parts, span);
        let parts = report.gist.parts.get(start..end.min(start + MOST_PARTS)).unwrap_or_default();
        Self { report, parts, first: start as u32, span }
    }

    /// A whole text.
    pub(super) fn whole(report: &'a Report) -> Self {
        Self::of(report, Span::new(0, report.article.text.len()))
    }

    /// Its text.
    pub(super) fn text(self) -> &'a str {
        self.span.of(&self.report.article.text)
    }

    /// The words of a part.
    pub(super) fn word(self, part: &Part) -> &'a str {
        part.span.of(&self.report.article.text)
    }

    /// Whether a word is negated, where it stands or by who denies the whole statement.
    pub(super) fn negates(self, part: &Part) -> bool {
        const BACK: usize = 4;
        let claims = &self.report.reading.claims;
        let to = claims.partition_point(|claim| claim.span.start <= part.span.start);
        let around = claims[..to].iter().rev().take(BACK).find(|claim| claim.span.contains(part.span));
        let denied = around.is_some_and(|claim| {
            let by = claim.attribution.and_then(|by| self.report.reading.attributions.get(by as usize));
            claim.stance == Stance::Denied && by.is_some_and(|by| !by.negated)
        });
        part.negated != denied
    }

    /// The numbers in it, each with where it stands.
    pub(super) fn numbers(self) -> &'a [(u32, f64)] {
        let numbers = &self.report.gist.numbers;
        let from = numbers.partition_point(|&(at, _)| at < self.span.start);
        let to = numbers.partition_point(|&(at, _)| at < self.span.end);
        numbers.get(from..to.max(from)).unwrap_or_default()
    }

    /// Whether a word in it leaves something open or puts it off.
    pub(super) fn is_open(self) -> bool {
        let open = &self.report.gist.open;
        open.get(open.partition_point(|&at| at < self.span.start)).is_some_and(|&at| at < self.span.end)
    }
}

/// How a word of one text stands to a word of another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Tie {
    /// None that is known.
    None,
    /// The lists tell them apart: rise, fall.
    Apart,
    /// Only a part of a name whose other part is there.
    Namesake,
    /// Another word that can say the same.
    Kin,
    /// The same word, or a form of it.
    Same,
}

/// A passage that another is looked for in, and what of it is there.
#[derive(Clone, Debug)]
pub(super) struct Laid<'a> {
    /// What is given.
    pub(super) given: Passage<'a>,
    /// What is looked for in it.
    pub(super) wanted: Passage<'a>,
    /// What of it is there.
    pub(super) alignment: Alignment,
}

impl<'a> Laid<'a> {
    pub(super) fn new(given: Passage<'a>, wanted: Passage<'a>) -> Self {
        Self { given, wanted, alignment: Alignment::new(given, wanted) }
    }

    /// The words that both have: the wanted one and its counterpart, without who speaks.
    pub(super) fn shared(&self) -> impl Iterator<Item = (&'a Part, &'a Part)> {
        let (given, wanted) = (self.given.parts, self.wanted.parts);
        let pair = move |(at, part): (usize, &'a Part)| Some((part, given.get(self.alignment.counterpart(at)?)?));
        wanted.iter().enumerate().filter(|(_, part)| !part.frame).filter_map(pair)
    }

    /// The share of the wanted words that are there, without who speaks.
    pub(super) fn share(&self) -> f64 {
        let all = self.wanted.parts.iter().filter(|part| !part.frame).count();
        self.shared().count() as f64 / all.max(1) as f64
    }

    /// Whether what happens is negated in one of the two alone: the first verb that both have, or where they have
    /// none, most words that they have.
    pub(super) fn is_denied(&self) -> bool {
        let apart = |(mine, theirs): (&Part, &Part)| self.wanted.negates(mine) != self.given.negates(theirs);
        if let Some(verb) = self.shared().find(|(mine, _)| mine.sort == Sort::Verb) {
            return apart(verb);
        }
        2 * self.shared().filter(|&pair| apart(pair)).count() > self.shared().count()
    }

    /// Whether a name stands where another stands: in Oslo, in Bergen. The names that only the one has.
    pub(super) fn swapped(&self) -> Option<(&'a str, &'a str)> {
        let (given, wanted) = (self.given, self.wanted);
        let here = |(at, part): (usize, &'a Part)| (part.kind.is_some() && !self.alignment.has(at)).then_some(part);
        let taken: Vec<usize> = (0..wanted.parts.len()).filter_map(|at| self.alignment.counterpart(at)).collect();
        let said =
            |part: &Part| taken.iter().any(|&at| given.parts.get(at).is_some_and(|other| other.entity == part.entity));
        wanted.parts.iter().enumerate().filter_map(here).find_map(|mine| {
            let theirs = given.parts.iter().find(|theirs| theirs.kind == mine.kind && !said(theirs))?;
            Some((wanted.word(mine), given.word(theirs)))
        })
    }

    /// Whether some word excludes another, however told: the dead are not the wounded.
    pub(super) fn is_apart(&self) -> bool {
        self.alignment.ties.iter().zip(self.wanted.parts).any(|((tie, _), part)| *tie == Tie::Apart && !part.frame)
    }

    /// The first two words that exclude each other: what rises here and falls there.
    pub(super) fn excluded(&self) -> Option<(&'a Part, &'a Part)> {
        let (given, wanted) = (self.given.parts, self.wanted.parts);
        let told = |part: &Part| {
            ["trend", "verdict", "outcome", "openness", "ruling", "leave", "phase"].contains(&part.word.field())
        };
        let ties = self.alignment.ties.iter().zip(wanted);
        ties.filter(|((tie, _), part)| *tie == Tie::Apart && told(part))
            .find_map(|(&(_, at), part)| Some((part, given.get(at?)?)))
    }

    /// Who does it there suffers it here, and the other way round: the words of actor, deed and sufferer here.
    pub(super) fn turned(&self) -> Option<[&'a str; 3]> {
        let places = self.alignment.turned(self.given, self.wanted)?;
        let wanted = self.wanted;
        Some(places.map(|at| wanted.parts.get(at).map_or("", |part| wanted.word(part))))
    }
}

/// What of a passage another has: for each part the best counterpart.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Alignment {
    /// The tie of each part, and the place of its counterpart among the other passage's parts.
    pub(super) ties: Vec<(Tie, Option<usize>)>,
}

impl Alignment {
    /// Looks for each part of `wanted` in `given`.
    pub(super) fn new(given: Passage<'_>, wanted: Passage<'_>) -> Self {
        let mut ties: Vec<(Tie, Option<usize>)> = Vec::with_capacity(wanted.parts.len());
        for part in wanted.parts {
            let mut best = (Tie::None, None);
            // Where several fit alike, the one after the last word's counterpart goes on with the phrase.
            let next = ties.last().and_then(|&(_, at): &(Tie, Option<usize>)| at).map(|at| at + 1);
            for (at, other) in given.parts.iter().enumerate() {
                let tie = tie(other, part);
                if tie > best.0 || tie == best.0 && tie != Tie::None && Some(at) == next {
                    best = (tie, Some(at));
                }
            }
            if best.0 < Tie::Kin && is_acronym(given, wanted.word(part)) {
                best = (Tie::Kin, None);
            }
            ties.push(best);
        }
        let named: Vec<_> = wanted.parts.iter().zip(&ties).filter(|(_, tie)| tie.0 > Tie::Namesake).collect();
        let known = |part: &Part| part.entity.is_some() && named.iter().any(|(other, _)| other.entity == part.entity);
        let also: Vec<bool> = wanted.parts.iter().map(known).collect();
        for (tie, also) in ties.iter_mut().zip(also) {
            if also && tie.0 < Tie::Namesake {
                tie.0 = Tie::Namesake;
            }
        }
        Self { ties }
    }

    /// Whether a part has a counterpart.
    pub(super) fn has(&self, at: usize) -> bool {
        self.ties.get(at).is_some_and(|&(tie, _)| tie > Tie::Apart)
    }

    /// The counterpart of a part.
    pub(super) fn counterpart(&self, at: usize) -> Option<usize> {
        self.ties.get(at).filter(|(tie, _)| *tie > Tie::Apart)?.1
    }

    /// Who does it there suffers it here, and the other way round: the places of actor, deed and sufferer among
    /// `wanted`'s parts.
    pub(super) fn turned(&self, given: Passage<'_>, wanted: Passage<'_>) -> Option<[usize; 3]> {
        let doing = |passage: Passage<'_>, at: usize| match passage.parts.get(at)?.deed {
            Deed::Actor(verb) => Some((true, verb.checked_sub(passage.first)? as usize)),
            Deed::Sufferer(verb) => Some((false, verb.checked_sub(passage.first)? as usize)),
            Deed::None => None,
        };
        // For each verb of `wanted` the two who are told the other way round.
        let crossed = |at: usize| {
            let (here, verb) = doing(wanted, at)?;
            let (there, other) = doing(given, self.counterpart(at)?)?;
            (here != there && self.counterpart(verb) == Some(other)).then_some((here, verb))
        };
        let all: Vec<(usize, bool, usize)> =
            (0..wanted.parts.len()).filter_map(|at| crossed(at).map(|(actor, verb)| (at, actor, verb))).collect();
        all.iter().filter(|(_, actor, _)| *actor).find_map(|&(actor, _, verb)| {
            let &(sufferer, ..) = all.iter().find(|&&(_, actor, other)| !actor && other == verb)?;
            Some([actor, verb, sufferer])
        })
    }
}

/// How a word of what is given stands to a word that is wanted: what is given may say more, not less.
fn tie(given: &Part, wanted: &Part) -> Tie {
    if given.word.term == wanted.word.term
        || given.stem == wanted.stem
        || (given.entity.is_some() && given.entity == wanted.entity)
    {
        return Tie::Same;
    }
    if given.sort == Sort::Name && wanted.sort == Sort::Name {
        return Tie::None;
    }
    match given.word.kinship(wanted.word) {
        Kinship::Kind if is_kind(given, wanted) => return Tie::Kin,
        Kinship::Apart if wanted.word.field() != "role" => return Tie::Apart,
        _ => {}
    }
    if crate::lexicon::kin().are(given.kin, wanted.kin) { Tie::Kin } else { Tie::None }
}

fn is_kind(given: &Part, wanted: &Part) -> bool {
    given
        .word
        .meaning
        .zip(wanted.word.meaning)
        .is_some_and(|(given, wanted)| lexicon().synonyms().is_kind_of(given, wanted))
}

/// Whether a word in capitals is made of the first letters of words of a passage: `IMF`, `U.N.`
fn is_acronym(given: Passage<'_>, word: &str) -> bool {
    let letters = || word.chars().filter(|c| *c != '.');
    if !letters().all(|c| c.is_ascii_uppercase()) || letters().count() < SHORTEST_ACRONYM {
        return false;
    }
    let firsts = |from: usize| {
        given
            .parts
            .iter()
            .skip(from)
            .filter_map(|part| given.word(part).chars().next().filter(char::is_ascii_uppercase))
    };
    (0..given.parts.len()).any(|from| {
        let mut firsts = firsts(from);
        letters().all(|letter| firsts.next() == Some(letter))
    })
}
