//! Polarity and certainty: what a clause's verb and the small words around it make of it.

use crate::lexicon::{Role, WordId, lexicon, word};
use crate::text::{Case, Document, Kind, Span, Tag, Tense, Token, VerbGroup};

use super::clause::Clause;

use super::{Certainty, Polarity};

/// How far behind the verb a word may stand that belongs to it: `found no`, `is very likely to`.
const NEAR: usize = 3;
/// How far behind the verb an `if` may stand that it depends on.
const FAR: usize = 30;

/// What stands in a clause, gathered in one pass.
#[derive(Clone, Copy, Default, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a sign of its own, and any may stand with any")]
pub(super) struct Signs {
    /// It has a verb that can be a predicate alone.
    pub(super) finite: bool,
    /// Its verb speaks of the past.
    pub(super) past: bool,
    /// It is a question.
    pub(super) question: bool,
    /// The speaker's own: `we`, `I`.
    pub(super) own: bool,
    /// It calls upon somebody: `must`, `should`, or a verb that begins it.
    pub(super) calls: bool,
    /// It has a measure, or counts more than a few.
    pub(super) counts: bool,
    /// Something is caused, or the most or least of its kind.
    pub(super) compares: bool,
    /// Words that judge rather than state.
    pub(super) judging: u32,
    /// How many tokens it has.
    pub(super) length: usize,
    negated: bool,
    possible: bool,
    probable: bool,
    future: bool,
}

impl Signs {
    /// Reads a clause.
    pub(super) fn of(document: &Document<'_>, clause: &Clause) -> Self {
        let mut signs = Self { length: clause.tokens.len(), ..Self::default() };
        let (verb, lexicon) = (clause.verb(document), lexicon());
        let (start, end) = (clause.tokens.start, clause.tokens.end);
        let aside = clause.aside.start.clamp(start, end)..clause.aside.end.clamp(start, end);
        let parts = [start..aside.start, aside.end..end].map(|part| document.tokens.get(part).unwrap_or_default());
        let (mut almost, mut negates) = (false, false);
        for token in parts.into_iter().flatten() {
            signs.compares |= matches!(token.tag, Tag::JJS | Tag::RBS);
            signs.probable |= almost && token.word == word::CERTAINLY;
            almost = token.word == word::ALMOST;
            let roles = lexicon.roles(token.word);
            if roles.is_empty() {
                continue;
            }
            negates |= roles.has(Role::Negates);
            signs.own |= roles.has(Role::Own);
            signs.judging += u32::from(roles.has(Role::Judges));
            // `probably`, `perhaps`; a noun or an adjective counts only as the predicate.
            let adverb = token.tag == Tag::RB;
            signs.possible |= adverb && roles.has(Role::Possible);
            signs.probable |= adverb && roles.has(Role::Probable);
        }
        if let Some(first) = document.tokens.get(clause.tokens.start) {
            let open = first.tag != Tag::MD && lexicon.has_role(first.word, Role::Possible);
            signs.possible |= open && matches!(first.tag, Tag::IN | Tag::RB);
            signs.calls |= first.tag == Tag::VB;
        }
        if let Some(verb) = verb {
            signs.add_verb(document, clause, verb);
        }
        signs.negated |= negates && negated_outside(document, clause, verb);
        if let Some(verb) = verb {
            signs.avert(document, clause, verb);
        }
        signs.question = (end..end + 2).any(|at| document.tokens.get(at).is_some_and(|token| token.is_mark('?')));
        signs
    }

    fn add_verb(&mut self, document: &Document<'_>, clause: &Clause, verb: &VerbGroup) {
        self.finite = true;
        self.past = matches!(verb.tense, Tense::Past | Tense::Perfect);
        self.negated |= verb.negated;
        self.future |= verb.tense == Tense::Future;
        let token = |at: usize| document.tokens.get(at).filter(|_| at < clause.tokens.end);
        let role = |at: usize, role: Role| token(at).is_some_and(|token| lexicon().has_role(token.word, role));
        let word_at = |at: usize| token(at).map_or(WordId::NONE, |token| token.word);
        if let Some(modal) = verb.modal {
            self.calls |= role(modal, Role::Judges);
            // `could not be reached` says what was not to be done.
            let able = verb.negated && word_at(modal) == word::COULD;
            self.possible |= role(modal, Role::Possible) && !able && !token(modal).is_some_and(is_month);
            // `would have been`: it was not so.
            self.possible |= word_at(modal) == word::WOULD && word_at(verb.head.wrapping_sub(1)) == word::HAVE;
            self.future |= word_at(modal) == word::WOULD;
        }
        let end = verb.tokens.end;
        // `due to visit`, not `due to fog`
        let to = |at: usize| {
            token(at).is_some_and(|token| token.tag == Tag::TO)
                && token(at + 1).is_some_and(|next| matches!(next.tag, Tag::VB | Tag::RB))
        };
        let leads = to(end) || verb.passive || to(end + 1);
        self.negated |= word_at(end) == word::YET && to(end + 1);
        self.probable |= role(verb.head, Role::Probable) && leads;
        // `the plan is to`, `they are going to`
        self.future |= to(end)
            && matches!(
                word_at(verb.head),
                word::IS | word::ARE | word::WAS | word::WERE | word::OWN_S | word::SHORT_ARE | word::GOING
            );
        self.future |= role(verb.head, Role::Future) && leads;
        // `will likely rise`: the tags may end the group at `will`.
        let last = if verb.modal == Some(verb.head) { end + 1 } else { verb.head };
        self.probable |= (verb.tokens.start..last).any(|at| role(at, Role::Probable));
        // `is likely to`, `remains unclear`
        if role(verb.head, Role::Empty) {
            for at in end..end + NEAR {
                self.possible |= role(at, Role::Possible);
                self.probable |= role(at, Role::Probable) && (to(at + 1) || role(at, Role::Negates));
            }
        }
        // `it will fall if it rains`, but `it falls if it rains` is a rule.
        self.possible |=
            (self.future || self.possible) && (end..end + FAR).any(|at| matches!(word_at(at), word::IF | word::UNLESS));
    }

    /// Turns it round where the verb says that something else is not so: `failed to pay`, `did not rule out a strike`.
    fn avert(&mut self, document: &Document<'_>, clause: &Clause, verb: &VerbGroup) {
        let tag = |at: usize| document.tokens.get(at).map(|token| token.tag);
        for at in verb.head..clause.tokens.end.min(verb.tokens.end + NEAR) {
            let Some(token) = document.tokens.get(at) else { break };
            if lexicon().has_role(token.word, Role::Averts) && tag(at + 1) == Some(Tag::TO) {
                self.negated = !self.negated;
            } else if matches!(token.word, word::RULE | word::RULES | word::RULED) && is(document, at + 1, word::OUT) {
                self.possible |= self.negated;
                self.negated = !self.negated;
            }
        }
    }

    /// How sure the clause is in its own words; the weakest word decides.
    pub(super) fn certainty(self) -> Certainty {
        if self.possible {
            Certainty::Possible
        } else if self.probable {
            Certainty::Probable
        } else if self.future {
            Certainty::Future
        } else {
            Certainty::Certain
        }
    }

    /// Makes it a wish, a fear or a belief, where that is how it is put.
    pub(super) fn add_cue(&mut self, document: &Document<'_>, cue: Span) {
        for at in document.tokens_in(cue) {
            let verb = document.tokens.get(at).map_or(WordId::NONE, |token| lexicon().form(token.word).verb);
            if matches!(verb, word::HOPE | word::WISH | word::FEAR | word::WORRY) {
                self.possible = true;
                self.judging += 1;
            }
            self.probable |= matches!(verb, word::BELIEVE | word::THINK | word::SUSPECT | word::ASSUME | word::RECKON);
        }
    }

    /// Whether the clause says that it is so or that it is not.
    pub(super) fn polarity(self) -> Polarity {
        if self.negated { Polarity::Negated } else { Polarity::Affirmed }
    }
}

/// Whether a token is a word.
fn is(document: &Document<'_>, at: usize, word: WordId) -> bool {
    document.tokens.get(at).is_some_and(|token| token.word == word)
}

/// Whether a token is the month of May and no modal.
fn is_month(token: &Token) -> bool {
    token.case != Case::Lower && token.word == word::MAY
}

/// Whether a word that negates begins the clause, stands at its verb or right behind it: `no troops arrived`,
/// `nobody came`, `saw no signs`.
fn negated_outside(document: &Document<'_>, clause: &Clause, verb: Option<&VerbGroup>) -> bool {
    const OPENING: usize = 2;
    let word = |at: usize| document.tokens.get(at).filter(|_| at < clause.tokens.end);
    let negates = |at: usize| {
        // `not only`, `no doubt` say that something is so; `No 9` is a number.
        word(at).is_some_and(|token| lexicon().has_role(token.word, Role::Negates))
            && !clause.aside.contains(&at)
            && !word(at + 1)
                .is_some_and(|next| next.kind == Kind::Number || lexicon().has_role(next.word, Role::Undoes))
    };
    let Some(verb) = verb else {
        return (clause.from..clause.from + NEAR).any(negates);
    };
    // `In March no ship came`: what stands before the last comma before the verb is no subject.
    let lead = verb.tokens.start.saturating_sub(NEAR).max(clause.from);
    let opening = (clause.from..verb.tokens.start.min(clause.from + OPENING)).any(negates);
    let before = (lead..verb.tokens.start).any(|at| {
        negates(at) && word(at).is_some_and(|token| matches!(token.tag, Tag::RB | Tag::NN | Tag::DT | Tag::CC))
    });
    let after = (verb.head..verb.tokens.end + NEAR)
        .take_while(|&at| at < verb.tokens.end || !word(at).is_some_and(|token| token.is_mark(',')));
    opening || before || after.into_iter().any(negates)
}
