//! Polarity and certainty: what a clause's verb and the small words around it make of it.

use crate::lexicon::{Role, lexicon};
use crate::text::{Case, Document, Tense, Token, VerbGroup};

use super::clause::Clause;

use super::{Certainty, Polarity};

/// What stands in a clause, gathered in one pass.
#[derive(Clone, Copy, Default, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a sign of its own, and any may stand with any")]
pub(super) struct Signs {
    /// It has a verb that can be a predicate alone.
    pub(super) finite: bool,
    /// Its first finite verb speaks of the past.
    pub(super) past: bool,
    /// It is a question.
    pub(super) question: bool,
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
        let first = document.verb_groups.partition_point(|group| group.tokens.end <= clause.tokens.start);
        let groups = document.verb_groups[first..].iter().take_while(|group| group.tokens.start < clause.tokens.end);
        for group in groups {
            signs.add_verb(document, group);
        }
        for token in &document.tokens[clause.tokens.clone()] {
            signs.possible |= lexicon().has_role(token.word, Role::Possible) && !is_month(token);
            signs.probable |= lexicon().has_role(token.word, Role::Probable);
            signs.future |= lexicon().has_role(token.word, Role::Future);
            signs.judging += u32::from(lexicon().has_role(token.word, Role::Judges));
        }
        // `no troops arrived`, `nobody came`, `there are no signs`: what negates outside the verb
        // counts where it stands before the verb or right after it.
        signs.negated |= negated_outside(document, clause);
        signs.question = document.tokens.get(clause.tokens.end).is_some_and(|token| token.is_mark('?'));
        signs
    }

    fn add_verb(&mut self, document: &Document<'_>, group: &VerbGroup) {
        let main = !self.finite && group.tense != Tense::NonFinite;
        if !main {
            return;
        }
        self.finite = true;
        self.past = matches!(group.tense, Tense::Past | Tense::Perfect);
        self.negated |= group.negated;
        self.future |= group.tense == Tense::Future;
        if let Some(modal) = group.modal.and_then(|modal| document.tokens.get(modal)) {
            self.possible |= lexicon().has_role(modal.word, Role::Possible) && !is_month(modal);
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

    /// Whether the clause says that it is so or that it is not.
    pub(super) fn polarity(self) -> Polarity {
        if self.negated { Polarity::Negated } else { Polarity::Affirmed }
    }
}

/// Whether a token is the month of May and no modal.
fn is_month(token: &Token) -> bool {
    token.case != Case::Lower && lexicon().text(token.word) == "may"
}

/// Whether a word that negates stands before the first verb, or within a few words after it.
fn negated_outside(document: &Document<'_>, clause: &Clause) -> bool {
    const AFTER_VERB: usize = 3;
    let from = document.verb_groups.partition_point(|group| group.tokens.end <= clause.tokens.start);
    let first = document.verb_groups[from..]
        .iter()
        .take_while(|group| group.tokens.start < clause.tokens.end)
        .find(|group| group.tense != Tense::NonFinite);
    let reach = first.map_or(clause.tokens.start + AFTER_VERB, |group| group.tokens.end + AFTER_VERB);
    let end = reach.min(clause.tokens.end).max(clause.tokens.start);
    let words = &document.tokens[clause.tokens.start..end];
    words.iter().enumerate().any(|(at, token)| {
        // `no longer`, `not only`, `no doubt` say that something is so.
        lexicon().has_role(token.word, Role::Negates)
            && !words.get(at + 1).is_some_and(|next| lexicon().has_role(next.word, Role::Undoes))
    })
}
