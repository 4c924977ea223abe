//! A document as the rankers see it.

use std::cell::Cell;
use std::ops::Range;

use crate::attribution::content;
use crate::attribution::page::Page;
use crate::lexicon::Role;
use crate::name::Names;
use crate::text::{Kind, Tag, Tense};

use super::cell::{Facts, Priors, cells};

/// No token.
pub(crate) const NONE: u32 = u32::MAX;

/// A prior from which a word counts as a strong cue.
const STRONG: u32 = 9;

/// How many finite verbs and commas there are.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Counts {
    pub(crate) finite: u32,
    pub(crate) commas: u32,
}

/// A document as the rankers see it.
pub(crate) struct Scene<'p, 'd, 't> {
    pub(crate) page: &'p Page<'d, 't>,
    cells: Vec<Facts>,
    /// Per token: the main word of what begins there.
    heads: Vec<u32>,
    /// Per token: the sentence it is in.
    sentence: Vec<u32>,
    /// How many finite verbs and commas stand before each token.
    counts: Vec<Counts>,
    /// The last strong cue before each token, in its sentence; the next after it.
    strong_before: Vec<u32>,
    strong_after: Vec<u32>,
    /// The next quotation's first token, in the sentence.
    quote_after: Vec<u32>,
    /// The first token from each on that is no punctuation; the end of what stands before each without punctuation.
    past_marks: Vec<u32>,
    before_marks: Vec<u32>,
    /// Whether a clause begins at each token: not asked yet, no, yes.
    clause: Vec<Cell<u8>>,
}

impl<'p, 'd, 't> Scene<'p, 'd, 't> {
    pub(crate) fn new(page: &'p Page<'d, 't>, names: &Names, priors: &dyn Priors) -> Self {
        let document = page.document;
        let count = document.tokens.len();
        let cells = cells(page, names, priors);
        let mut scene = Self {
            page,
            cells,
            heads: Vec::new(),
            sentence: vec![0; count],
            counts: Vec::with_capacity(count + 1),
            strong_before: vec![NONE; count],
            strong_after: vec![NONE; count],
            quote_after: vec![NONE; count],
            past_marks: vec![count as u32; count],
            before_marks: Vec::with_capacity(count + 1),
            clause: vec![Cell::new(0); count],
        };
        let mut last = 0;
        for (at, token) in document.tokens.iter().enumerate() {
            scene.before_marks.push(last);
            if token.kind != Kind::Punctuation {
                last = at as u32 + 1;
            }
        }
        scene.before_marks.push(last);
        let mut next = count as u32;
        for (at, token) in document.tokens.iter().enumerate().rev() {
            if token.kind != Kind::Punctuation {
                next = at as u32;
            }
            scene.past_marks[at] = next;
        }
        let mut counts = Counts::default();
        for at in 0..count {
            scene.heads.push(scene.head_at(at) as u32);
            scene.counts.push(counts);
            let finite = page.verb(at).is_some_and(|verb| verb.head == at && verb.tense != Tense::NonFinite);
            counts.finite += u32::from(finite);
            counts.commas += u32::from(page.is_mark(at, ','));
        }
        scene.counts.push(counts);
        for (index, sentence) in document.sentences.iter().enumerate() {
            let mut last = NONE;
            for at in sentence.tokens.clone() {
                scene.sentence[at] = index as u32;
                scene.strong_before[at] = last;
                if scene.cells[at].prior >= STRONG {
                    last = at as u32;
                }
            }
            let (mut next, mut quote) = (NONE, NONE);
            for at in sentence.tokens.clone().rev() {
                scene.strong_after[at] = next;
                scene.quote_after[at] = quote;
                if scene.cells[at].prior >= STRONG {
                    next = at as u32;
                }
                if scene.cells[at].quote == 1 {
                    quote = at as u32;
                }
            }
        }
        scene
    }

    /// What is known of a token; of none where there is none.
    pub(crate) fn cell(&self, at: usize, offset: isize) -> &Facts {
        self.cells.get(at.wrapping_add_signed(offset)).unwrap_or(&Facts::NONE)
    }

    pub(crate) fn sentence_of(&self, at: usize) -> Range<usize> {
        self.sentence
            .get(at)
            .and_then(|&index| self.page.document.sentences.get(index as usize))
            .map_or(at..at, |sentence| sentence.tokens.clone())
    }

    /// Whether the sentence that begins at a token is in the block of the one before it.
    pub(crate) fn same_block(&self, at: usize) -> bool {
        let block = |at: usize| {
            let index = self.sentence.get(at).copied()?;
            self.page.document.sentences.get(index as usize).map(|sentence| sentence.block)
        };
        block(at) == block(at.wrapping_sub(1))
    }

    /// Whether a clause begins at a token: a subject and its finite verb. Asked often, and looked for once.
    pub(crate) fn begins_clause(&self, at: usize) -> u32 {
        let Some(known) = self.clause.get(at) else { return 0 };
        if known.get() == 0 {
            known.set(1 + u8::from(content::begins_clause(self.page, at, self.sentence_of(at).end)));
        }
        u32::from(known.get() == 2)
    }

    /// How many finite verbs and commas stand in a range.
    pub(crate) fn counts_in(&self, range: Range<usize>) -> Counts {
        let at = |at: usize| self.counts.get(at).or(self.counts.last()).copied().unwrap_or_default();
        let (start, end) = (at(range.start), at(range.end));
        Counts { finite: end.finite.saturating_sub(start.finite), commas: end.commas.saturating_sub(start.commas) }
    }

    /// How many finite verbs stand in a range.
    pub(crate) fn finite_in(&self, range: Range<usize>) -> u32 {
        self.counts_in(range).finite
    }

    pub(crate) fn strong_before(&self, at: usize) -> u32 {
        self.strong_before.get(at).copied().unwrap_or(NONE)
    }

    pub(crate) fn strong_after(&self, at: usize) -> u32 {
        self.strong_after.get(at).copied().unwrap_or(NONE)
    }

    pub(crate) fn quote_after(&self, at: usize) -> u32 {
        self.quote_after.get(at).copied().unwrap_or(NONE)
    }

    /// The main word of what begins here: the head of the verb group or the adjective that a verb of being links to,
    /// else the token itself.
    pub(crate) fn head(&self, at: usize) -> usize {
        self.heads.get(at).map_or(at, |&head| head as usize)
    }

    fn head_at(&self, at: usize) -> usize {
        match self.page.verb(at) {
            Some(verb) if at <= verb.head => {
                let past = verb.tokens.end.max(verb.head + 1);
                let past = if self.cell(past, 0).tag == Tag::RB as u32 { past + 1 } else { past };
                let links = self.cell(past, 0).takes & 0xF000 == 0x3000 && self.page.has_role(verb.head, Role::Empty);
                if links { past } else { verb.head }
            }
            _ if self.cell(at, 0).tag == Tag::RB as u32 => {
                // `also said`
                let next = if self.cell(at, 1).tag == Tag::RB as u32 { at + 2 } else { at + 1 };
                self.page.verb(next).map_or(at, |verb| verb.head)
            }
            _ => at,
        }
    }

    /// The first token from here on that is no punctuation.
    pub(crate) fn past_marks(&self, at: usize) -> usize {
        self.past_marks.get(at).map_or(at, |&past| past as usize)
    }

    /// The end of what stands before a token without punctuation.
    pub(crate) fn before_marks(&self, at: usize) -> usize {
        self.before_marks.get(at).map_or(at, |&before| before as usize)
    }

    /// A range without the punctuation at its ends.
    pub(crate) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let start = self.past_marks(range.start).min(range.end);
        start..self.before_marks(range.end).max(start)
    }
}

/// A distance in steps: 0 to 4 each, then ever wider.
pub(crate) fn steps(distance: usize) -> u32 {
    const STEPS: [u8; 61] = {
        let mut steps = [10; 61];
        let mut distance = 0;
        while distance <= 35 {
            steps[distance] = match distance {
                0..=4 => distance as u8,
                5..=6 => 5,
                7..=9 => 6,
                10..=14 => 7,
                15..=22 => 8,
                _ => 9,
            };
            distance += 1;
        }
        steps
    };
    STEPS.get(distance).copied().map_or(11, u32::from)
}
