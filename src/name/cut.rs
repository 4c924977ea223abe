//! Cutting runs of capitals into names: known ones, bodies by what they are called, people by titles
//! and given names.

use std::ops::Range;

use super::role;
use super::run::Style;
use super::spot::{Gender, Spot, SpotSort, Words};
use super::vote::{is_called, is_surname};
use crate::lexicon::{Hint, Known, Sort, lexicon};
use crate::text::{BlockKind, Case, Document, Kind, Sentence};

/// Words of a role.
const LONGEST_ROLE: usize = 10;

/// Finds the spots of a document: those of running text in order, then those of titles.
pub(super) fn spots(document: &Document<'_>) -> Vec<Spot> {
    let mut cutter = Cutter {
        words: Words { document },
        spots: Vec::with_capacity(document.tokens.len() / 8),
        owner: None,
        style: Style::Running,
        alone: false,
        opening: usize::MAX,
    };
    let mut titled: Vec<&Sentence> = Vec::new();
    for sentence in &document.sentences {
        if document.block_of(sentence).kind == BlockKind::Boilerplate {
            continue;
        }
        if cutter.words.style(sentence.tokens.clone()) == Style::Titled {
            titled.push(sentence);
        } else {
            cutter.sentence(sentence.tokens.clone());
        }
    }
    cutter.style = Style::Titled;
    for sentence in titled {
        cutter.sentence(sentence.tokens.clone());
    }
    cutter.spots
}

pub(super) struct Cutter<'d, 't> {
    pub(super) words: Words<'d, 't>,
    spots: Vec<Spot>,
    /// The country just named, the token where its name began and where what it owns would begin.
    pub(super) owner: Option<(u16, usize, usize)>,
    pub(super) style: Style,
    /// Whether the run is one word where a sentence begins, whose capital shows nothing.
    alone: bool,
    /// The run that a sentence begins with.
    pub(super) opening: usize,
}

/// A person is announced: by a title before the name.
#[derive(Clone, Copy, Default)]
pub(super) struct Announced {
    /// Where the role begins.
    pub(super) from: Option<usize>,
    /// Whether a person must follow.
    pub(super) person: bool,
    /// Whether the last title was an honorific or capitalised.
    pub(super) strong: bool,
    pub(super) gender: Option<Gender>,
}

impl Cutter<'_, '_> {
    fn sentence(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        let mut first = true;
        self.owner = None;
        while at < tokens.end {
            if self.words.is_plain(at) {
                (at, first) = (at + 1, false);
                continue;
            }
            if let Some(end) = self.words.run(at, tokens.end, first) {
                // Where a sentence begins, a word alone is a name only if it is one elsewhere, or does what names do.
                self.alone = first && end == at + 1 && !self.is_sure(at);
                self.opening = if first { at } else { usize::MAX };
                self.run(at..end, tokens.end);
                at = end;
                first = false;
                continue;
            }
            let Some(token) = self.words.token(at) else { break };
            if token.kind == Kind::Word {
                first = false;
                at = self.small_body(at).unwrap_or(at + 1);
            } else {
                first |= matches!(token.first, '"' | '\u{201c}' | '\u{2018}' | '\u{ab}' | ':');
                at += 1;
            }
        }
    }

    /// Whether a word where a sentence begins is a name though it stands alone.
    fn is_sure(&self, at: usize) -> bool {
        let words = &self.words;
        let shaped = words.token(at).is_some_and(|token| matches!(token.case, Case::Upper | Case::Mixed));
        words.known(at, at + 8).is_some()
            || words.is_proper(at)
                && (shaped
                    || words.has_any(at, &[Hint::Famous, Hint::Male, Hint::Female])
                    || words.has(at + 1, Hint::Saying)
                    || words.is_possessive(at + 1)
                    || words.is_mark(at + 1, ',') && words.is_word(at + 2, &["a", "an", "the", "who", "whose"])
                    || is_surname(words.word(at)))
    }

    fn run(&mut self, run: Range<usize>, sentence_end: usize) {
        let mut announced = self.announced_before(run.start);
        let mut at = run.start;
        while at < run.end {
            let skipped = !self.words.is_capital(at)
                && !(at == run.start
                    && (self.words.has(at, Hint::Particle) || self.words.known(at, run.end).is_some()));
            if skipped {
                at += 1;
                continue;
            }
            let (end, next) = self.one(at, run.end, announced, sentence_end);
            announced = next;
            at = end.max(at + 1);
        }
    }

    /// Takes what begins at `at`; gives where it ends and what it announces.
    fn one(&mut self, at: usize, end: usize, announced: Announced, sentence_end: usize) -> (usize, Announced) {
        let known = self
            .words
            .known(at, sentence_end)
            .filter(|&(stop, known)| !self.is_given_here(at, stop, end, known, announced));
        let headline = self.style == Style::Titled && (known.is_some() || (at..end).any(|at| self.is_verb(at)));
        let body = if headline { None } else { self.body(at, end, known, announced) };
        if let Some((stop, mut sort)) = body {
            if let Some((from, known)) = known
                && (from..stop).all(|at| self.words.has(at, Hint::Company))
            {
                // `Toyota Motor Corp.` is Toyota.
                sort = SpotSort::Known { entry: known.entry, adjective: false };
            }
            self.push(at..stop, sort, announced, None);
            return (stop, Announced { from: announced.from.or(Some(at)), ..Announced::default() });
        }
        if let Some((stop, known)) = known {
            if let Some(end) = self.team(at, stop, end, known) {
                self.push(at..end, SpotSort::Body, announced, None);
                return (end, Announced::default());
            }
            let sort = SpotSort::Known { entry: known.entry, adjective: known.adjective };
            let from = announced.from;
            self.push(at..stop, sort, announced, None);
            self.own(known, at, stop);
            return (stop, Announced { from: from.filter(|_| announced.person).or(Some(at)), ..Announced::default() });
        }
        if let Some(next) = self.title(at, end, announced).or_else(|| self.calling(at, end, announced)) {
            return next;
        }
        // `the charity | Nets for Life`
        let called = at > 0
            && is_called(&self.words, at - 1)
            && (at..end).any(|at| self.words.has(at, Hint::Common) && !self.words.has(at, Hint::Particle));
        let stop = if called { end } else { self.person_end(at, end) };
        let sort = self.person_or_unknown(at, stop, announced);
        if self.style == Style::Running && self.vouched_elsewhere(at, stop, announced) {
            self.push_doubtful(at..stop);
            return (stop, Announced { from: Some(at), ..Announced::default() });
        }
        if self.names_nothing(at..stop, sort) {
            return (stop, Announced { from: Some(at), ..Announced::default() });
        }
        if self.style == Style::Titled && sort == SpotSort::Unknown && stop > at + 1 {
            // Each word may be somebody known from the text.
            for at in at..stop {
                if self.words.is_capital(at) {
                    self.push(at..at + 1, sort, announced, None);
                }
            }
            return (stop, Announced::default());
        }
        let gender = announced.gender.or_else(|| self.words.gender(at));
        self.push(at..stop, sort, announced, gender);
        (stop, Announced { from: Some(at), ..Announced::default() })
    }

    /// A role in small letters before the run: `spokesman`, `South Korea's public broadcaster`.
    fn announced_before(&self, start: usize) -> Announced {
        role::before(&self.words, start).map_or_else(Announced::default, |(from, head)| Announced {
            from: Some(from),
            person: self.words.has_any(head, &[Hint::Title, Hint::Role]),
            strong: false,
            gender: self.words.gender(head).filter(|_| self.words.is_lower(head)),
        })
    }

    /// Whether a known name is here a person's: `Jordan Peterson`, `Mr. Washington`.
    fn is_given_here(&self, at: usize, stop: usize, end: usize, known: Known, announced: Announced) -> bool {
        if stop != at + 1 || known.adjective || known.upper {
            return false;
        }
        if announced.person && announced.strong {
            return true;
        }
        let next_is_name = stop < end
            && self.words.is_capital(stop)
            && self.words.known(stop, end).is_none()
            && !self.words.has_any(stop, &[Hint::Body, Hint::Place, Hint::Event, Hint::Modifier, Hint::Calendar])
            && !self.words.is_title(stop);
        next_is_name && self.words.is_given(at)
    }

    /// Remembers a country as the owner of what follows.
    fn own(&mut self, known: Known, at: usize, stop: usize) {
        let Some(entry) = lexicon().gazetteer().entry(known.entry) else { return };
        let country = match entry.sort {
            Sort::Country => known.entry,
            _ => return,
        };
        let next = if self.words.is_possessive(stop) { stop + 1 } else { stop };
        self.owner = Some((country, at, next));
    }

    /// A word that is somebody only if the text names one so.
    fn push_doubtful(&mut self, tokens: Range<usize>) {
        self.push(tokens, SpotSort::Unknown, Announced::default(), None);
        if let Some(spot) = self.spots.last_mut() {
            spot.doubtful = true;
        }
    }

    pub(super) fn push(&mut self, tokens: Range<usize>, sort: SpotSort, announced: Announced, gender: Option<Gender>) {
        let role = announced.from.filter(|&from| from < tokens.start && announced.person).map(|mut from| {
            // `co-founder and | CEO`
            if from > 1
                && self.words.is_word(from - 1, &["and"])
                && self.words.has_any(from - 2, &[Hint::Title, Hint::Role])
            {
                from -= 2;
            }
            // `Former U.S. Ambassador`, where a sentence begins.
            while from > 0 && self.words.has(from - 1, Hint::Modifier) && tokens.start - from < LONGEST_ROLE {
                from -= 1;
            }
            from..tokens.start
        });
        let role = role.filter(|role| !role.clone().all(|at| self.words.has_any(at, &[Hint::Honorific, Hint::Madam])));
        let owner = self.owner.filter(|&(_, _, next)| next == tokens.start).map(|(country, from, _)| (country, from));
        let owner = if sort == SpotSort::Body { owner.or_else(|| self.owner_after(tokens.end)) } else { None };
        self.spots.push(Spot {
            tokens,
            sort,
            role,
            owner,
            gender,
            doubtful: self.alone || self.style == Style::Titled,
        });
    }

    /// `Defence Ministry | of Ukraine`
    fn owner_after(&self, at: usize) -> Option<(u16, usize)> {
        if !self.words.is_word(at, &["of"]) {
            return None;
        }
        let (_, known) = self.words.known(at + 1, at + 8)?;
        let country = lexicon().gazetteer().entry(known.entry)?.sort == Sort::Country;
        (country && !known.adjective).then_some((known.entry, at))
    }
}
