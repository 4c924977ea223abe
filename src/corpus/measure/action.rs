//! What happens to what is counted: the fate that is told of it, or the verb that it is the subject or object of.

use super::Finder;
use crate::corpus::{Measure, Word};
use crate::lexicon::lexicon;
use crate::text::Tag;

impl Finder<'_, '_> {
    /// What happens to what is counted.
    pub(super) fn action(&self, found: &Measure) -> Option<Word> {
        if let Some(head) = found.head.filter(|head| head.is_fate()) {
            return Some(head);
        }
        if let Some(&kind) = found.kinds.iter().find(|kind| kind.is_fate()) {
            return Some(kind);
        }
        // "The number of people evacuated was 300"
        if self.counted.end <= self.number.start
            && let Some(deed) = self.counted.clone().filter(|&at| self.tag(at) == Tag::VBN).find_map(|at| self.word(at))
        {
            return Some(deed);
        }
        if let Some(fate) = self.fate_of() {
            return Some(fate);
        }
        if self.is_whole() {
            return None;
        }
        let after = self.counted.end.max(self.number.end);
        let told = self.fate_after(after).or_else(|| match self.verb_before() {
            Verb::Acts(word) => Some(word),
            Verb::Empty => None,
            Verb::None => self.verb_after(after),
        });
        if self.figure.unit.as_deref() == Some("life") {
            // "claimed 14 lives": who doesn't save them takes them.
            return told.filter(|word| word.is_fate()).or_else(|| Some(Word::of_lemma("die")));
        }
        // "The two officers were stopping a car": who is spoken of already is told by no such verb.
        let definite = matches!(self.tag(self.number.start.wrapping_sub(1)), Tag::DT | Tag::PRPS);
        told.filter(|word| !definite || word.is_fate()).or_else(|| {
            // "Shot at two guards, killing one": the other number has its own deed.
            let counts = |at: usize| self.tag(at) == Tag::CD || self.document.word(at) == "one";
            let free = |&at: &usize| {
                !definite && self.tag(at) != Tag::VBG && (!counts(at + 1) || self.number.contains(&(at + 1)))
            };
            self.clause.clone().filter(free).filter_map(|at| self.word(at)).find(|word| word.is_fate())
        })
    }

    /// The fate whose noun governs the figure: "the deaths of 14 people", "took the lives of three".
    fn fate_of(&self) -> Option<Word> {
        let of = self.number.start.checked_sub(1).filter(|&at| self.is_of(at))?;
        let noun = of.checked_sub(1).filter(|&at| self.clause.contains(&at) && self.tag(at).is_noun())?;
        if matches!(self.document.word(noun), "life" | "lives") {
            return Some(Word::of_lemma("die"));
        }
        self.word(noun).filter(|word| word.is_fate())
    }

    /// Whether another number is told to be a part of this one: "one of the five victims", "half of the 40".
    pub(super) fn is_whole(&self) -> bool {
        let Some(of) = self.number.start.checked_sub(2).filter(|&of| self.is_of(of)) else { return false };
        let last = self.index.checked_sub(1).and_then(|at| self.reading.figures.get(at));
        let figure = last.is_some_and(|last| self.document.tokens_in(last.span).end == of);
        matches!(self.tag(of + 1), Tag::DT | Tag::PRPS)
            && (figure || of.checked_sub(1).is_some_and(|part| self.tag(part) == Tag::CD))
    }

    fn is_of(&self, at: usize) -> bool {
        self.document.word(at).eq_ignore_ascii_case("of")
    }

    /// What became of the counted, said right after them: "five people dead", "three others were injured",
    /// "shot to death", "shot, killed", "with wounds"; of two fates the graver is meant.
    fn fate_after(&self, after: usize) -> Option<Word> {
        let mut found = None;
        for at in after..self.clause.end.min(after + 6) {
            let tag = self.tag(at);
            let with = tag == Tag::IN && self.document.word(at) == "with";
            if tag == Tag::CD || (found.is_none() && matches!(tag, Tag::CC | Tag::IN | Tag::Comma) && !with) {
                break;
            }
            if let Some(word) = self.word(at).filter(|word| word.is_fate()) {
                if word.is_death() {
                    return Some(word);
                }
                found.get_or_insert(word);
            } else if found.is_some() && tag.is_noun() {
                break;
            }
        }
        found
    }

    fn acts(&self, at: usize) -> Option<Word> {
        let word = self.word(at).filter(|_| self.tag(at).is_verb())?;
        let saying = word.meaning.is_some_and(|meaning| {
            matches!(lexicon().synonyms().name(meaning), "say" | "confirm" | "think" | "show" | "warn" | "deny" | "ask")
        });
        (!saying).then_some(word)
    }

    /// The verb that the figure is the object of.
    fn verb_before(&self) -> Verb {
        // "Police search for two men", "are looking for two men".
        let verb = self.number.start.checked_sub(2).filter(|&at| self.document.word(at + 1) == "for");
        if let Some(search) = verb.and_then(|at| self.word(at)).filter(|word| word.name() == "search") {
            return Verb::Acts(search);
        }
        let from = self.clause.start.max(self.number.start.saturating_sub(10));
        let mut close = true;
        for at in (from..self.number.start).rev() {
            let tag = self.tag(at);
            if matches!(tag, Tag::WDT | Tag::WP | Tag::Period | Tag::Colon) || self.document.tokens[at].is_mark(';') {
                return Verb::None;
            }
            // Over a preposition only another number's noun phrase leads to the verb: "killed two men and three women".
            close &= !matches!(tag, Tag::IN | Tag::Comma | Tag::CC) && !tag.is_noun();
            // "The man they say shot five": a deed right before the number may pass for a noun.
            if at + 1 == self.number.start
                && let Some(fate) = self.word(at).filter(|word| word.is_fate())
            {
                return Verb::Acts(fate);
            }
            if tag.is_verb() {
                let near = close || self.number.start - at <= 6;
                return match self.acts(at).filter(|_| near) {
                    Some(word) => Verb::Acts(word),
                    None if close && self.word(at).is_none() => Verb::Empty,
                    None => Verb::None,
                };
            }
            if !close && tag == Tag::IN {
                break;
            }
        }
        Verb::None
    }

    /// The verb that the figure is the subject of.
    fn verb_after(&self, from: usize) -> Option<Word> {
        for at in from..self.clause.end.min(from + 16) {
            // "Fired on two guards, wounding one": that is another's deed.
            let other = self.tag(at) == Tag::VBG && self.tag(at.wrapping_sub(1)) == Tag::Comma;
            if other || self.tag(at) == Tag::Period || self.document.tokens[at].is_mark(';') {
                return None;
            }
            if let Some(word) = self.acts(at) {
                return Some(word);
            }
        }
        None
    }
}

/// What stands before a figure.
enum Verb {
    /// A verb that it is the object of.
    Acts(Word),
    /// Such a verb, and it says nothing: "had three".
    Empty,
    /// No verb.
    None,
}
