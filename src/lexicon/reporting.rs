//! Words that give somebody's words or mind: verbs, nouns and adjectives, what they take, and how they put it.

use super::{Table, WordId, Words, entries, list::list};

/// How a statement is put.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Stance {
    Asserted,
    Reported,
    Confirmed,
    Denied,
    Alleged,
    Estimated,
    Warned,
    Promised,
    Asked,
}

/// What a reporting word takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Takes {
    /// A quotation, or a statement that stands before it: `..., he said`.
    Quotation,
    /// A clause, with or without `that`; a question word.
    Clause,
    /// A noun phrase: denied `the charge`.
    Noun,
    /// An infinitive: vowed `to go`.
    Infinitive,
    /// Something said of its own subject: `prices` are expected `to rise`.
    Subject,
    /// An addressee before the rest: told `reporters` that.
    Addressee,
}

/// The letters of the data files.
const LETTERS: &[(char, Takes)] = &[
    ('q', Takes::Quotation),
    ('c', Takes::Clause),
    ('n', Takes::Noun),
    ('i', Takes::Infinitive),
    ('s', Takes::Subject),
    ('o', Takes::Addressee),
];

/// A reporting word or phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reporting {
    likely: u8,
    sure: u8,
    /// How it puts what it gives.
    pub stance: Stance,
}

impl Reporting {
    fn read(letters: &str, stance: &str) -> Self {
        let (mut likely, mut sure) = (0, 0);
        for letter in letters.chars() {
            if let Some(&(_, takes)) = LETTERS.iter().find(|(known, _)| *known == letter.to_ascii_lowercase()) {
                likely |= 1 << (takes as u8);
                sure |= u8::from(letter.is_ascii_uppercase()) << (takes as u8);
            }
        }
        let stance = match stance {
            "c" => Stance::Confirmed,
            "d" => Stance::Denied,
            "e" => Stance::Estimated,
            "k" => Stance::Asked,
            "l" => Stance::Alleged,
            "p" => Stance::Promised,
            "r" => Stance::Reported,
            "w" => Stance::Warned,
            _ => Stance::Asserted,
        };
        Self { likely, sure, stance }
    }

    /// Whether it can take this.
    #[must_use]
    pub fn takes(self, what: Takes) -> bool {
        self.likely & (1 << (what as u8)) != 0
    }

    /// Whether it is nearly always an attribution where it takes this.
    #[must_use]
    pub fn surely_takes(self, what: Takes) -> bool {
        self.sure & (1 << (what as u8)) != 0
    }
}

/// The tables of reporting words; phrases begin with the word itself: `point out`.
#[derive(Debug)]
pub struct ReportingWords {
    /// Base forms of the verbs.
    verbs: Table<Reporting>,
    /// Singular and plural of the nouns.
    nouns: Table<Reporting>,
    /// The adjectives.
    adjectives: Table<Reporting>,
}

impl ReportingWords {
    /// Reads the lists.
    pub(super) fn load(words: &mut Words) -> Self {
        Self {
            verbs: table(words, list!("reporting_verbs.tsv"), false),
            nouns: table(words, list!("reporting_nouns.tsv"), true),
            adjectives: table(words, list!("reporting_adjectives.tsv"), false),
        }
    }

    /// The longest verb phrase of this base form that goes on with what `next` gives for 1, 2, ...
    pub fn verb(&self, base: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, Reporting)> {
        self.verbs.longest(base, next).map(|(len, &value)| (len, value))
    }

    /// A noun, in singular or plural.
    #[must_use]
    pub fn noun(&self, noun: WordId) -> Option<Reporting> {
        self.nouns.get(noun).copied()
    }

    /// An adjective, with its preposition where the list has it.
    pub fn adjective(&self, adjective: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, Reporting)> {
        self.adjectives.longest(adjective, next).map(|(len, &value)| (len, value))
    }
}

/// A table of a list's words, with their plurals where they are nouns.
#[inline(never)]
fn table(words: &mut Words, data: &'static str, nouns: bool) -> Table<Reporting> {
    let mut table = Table::default();
    for (entry, columns) in entries(data) {
        let column = |at: usize| columns.get(at).copied().unwrap_or_default();
        let value = Reporting::read(column(0), column(1));
        table.add(words, entry, value);
        if nouns {
            table.add(words, &plural(entry), value);
        }
    }
    table
}

/// The regular plural of a noun.
fn plural(singular: &str) -> String {
    match singular.strip_suffix('y') {
        Some(bare) => bare.to_owned() + "ies",
        None => singular.to_owned() + "s",
    }
}

#[cfg(test)]
mod tests {
    use super::{Stance, Takes, plural};
    use crate::lexicon::lexicon;

    #[test]
    fn forms_are_made_and_found() {
        assert_eq!((plural("theory").as_str(), plural("claim").as_str()), ("theories", "claims"));
        let words = lexicon();
        let ask = |phrase: &str| {
            let ids: Vec<_> = phrase.split(' ').map(|word| words.id(word)).collect();
            words.reporting().verb(words.form(ids[0]).verb, |at| ids.get(at).copied().unwrap_or_default())
        };
        let (len, said) = ask("said so").expect("said is a reporting verb");
        assert!(len == 1 && said.surely_takes(Takes::Quotation) && !said.takes(Takes::Infinitive));
        let (len, denied) = ask("denied it").expect("denied is a reporting verb");
        assert!(len == 1 && denied.stance == Stance::Denied);
        assert_eq!(ask("pointed out that").map(|(len, _)| len), Some(2));
        assert_eq!(ask("walked out"), None);
    }
}
