//! Classes of words that reports use for one thing, and which of them are told apart.

use super::{Lexicon, WordId, Words, entries, list::list};

/// A class of synonyms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Meaning(u16);

/// How two meanings stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kinship {
    /// One meaning.
    Same,
    /// One is a kind of the other: a soldier is a person.
    Kind,
    /// Both are kinds of one thing, and the list says nothing more: a boy, a pupil.
    Kin,
    /// The list tells them apart: the dead, the wounded.
    Apart,
    /// The list sees no tie.
    None,
}

#[derive(Debug)]
struct Entry {
    name: &'static str,
    kind: Option<Meaning>,
    field: &'static str,
}

/// The classes, and each word's.
#[derive(Debug)]
pub struct Synonyms {
    of: Vec<Option<Meaning>>,
    entries: Vec<Entry>,
}

impl Synonyms {
    pub(super) fn load(words: &mut Words) -> Self {
        let rows: Vec<_> = entries(list!("synonyms.tsv")).collect();
        let number = |name: &str| rows.iter().position(|(first, _)| *first == name).map(|at| Meaning(at as u16));
        let mut of = Vec::new();
        let mut list = Vec::with_capacity(rows.len());
        for (at, (name, columns)) in rows.iter().enumerate() {
            let column = |index: usize| columns.get(index).copied().filter(|text| *text != "-").unwrap_or_default();
            for word in std::iter::once(*name).chain(column(2).split(' ').filter(|word| !word.is_empty())) {
                let index = words.intern(word).index();
                if of.len() <= index {
                    of.resize(index + 1, None);
                }
                of[index].get_or_insert(Meaning(at as u16));
            }
            list.push(Entry { name, kind: number(column(0)), field: column(1) });
        }
        Self { of, entries: list }
    }

    /// The class of a lemma.
    #[must_use]
    pub fn of(&self, lemma: WordId) -> Option<Meaning> {
        *self.of.get(lemma.index())?
    }

    /// The word that names a class.
    #[must_use]
    pub fn name(&self, meaning: Meaning) -> &'static str {
        self.entry(meaning).name
    }

    /// The class of that name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Meaning> {
        self.entries.iter().position(|entry| entry.name == name).map(|at| Meaning(at as u16))
    }

    /// The field that a class is told apart in; empty where it is in none.
    #[must_use]
    pub fn field(&self, meaning: Meaning) -> &'static str {
        self.entry(meaning).field
    }

    /// Whether a class is another or a kind of it.
    #[must_use]
    pub fn is_kind_of(&self, special: Meaning, general: Meaning) -> bool {
        // The list is three kinds deep at most; the bound keeps a circle in it from running for ever.
        let mut at = Some(special);
        for _ in 0..8 {
            match at {
                Some(meaning) if meaning == general => return true,
                Some(meaning) => at = self.entry(meaning).kind,
                None => return false,
            }
        }
        false
    }

    /// How two classes stand to each other.
    #[must_use]
    pub fn kinship(&self, a: Meaning, b: Meaning) -> Kinship {
        let (first, second) = (self.entry(a), self.entry(b));
        if a == b {
            Kinship::Same
        } else if self.is_kind_of(a, b) || self.is_kind_of(b, a) {
            Kinship::Kind
        } else if !first.field.is_empty() && first.field == second.field {
            Kinship::Apart
        } else if first.kind.is_some() && first.kind == second.kind {
            Kinship::Kin
        } else {
            Kinship::None
        }
    }

    fn entry(&self, meaning: Meaning) -> &Entry {
        &self.entries[usize::from(meaning.0)]
    }
}

impl Lexicon {
    /// Which words reports use for one thing.
    #[must_use]
    pub fn synonyms(&self) -> &Synonyms {
        &self.synonyms
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::Kinship;

    #[test]
    fn kinship() {
        let check = |a: &str, b: &str, expected: Kinship| {
            let lexicon = lexicon();
            let of = |word: &str| lexicon.synonyms().of(lexicon.id(word)).unwrap_or_else(|| panic!("{word}: no class"));
            assert_eq!(lexicon.synonyms().kinship(of(a), of(b)), expected, "{a} and {b}");
        };
        check("troop", "personnel", Kinship::Same);
        check("death", "fatality", Kinship::Same);
        check("dead", "injure", Kinship::Apart);
        check("soldier", "people", Kinship::Kind);
        check("girl", "resident", Kinship::Kind);
        check("man", "soldier", Kinship::Kin);
        check("bridge", "flood", Kinship::None);
    }

    #[test]
    fn every_kind_is_a_class_and_no_word_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        let rows: Vec<_> = super::entries(include_str!("synonyms.tsv")).collect();
        for (name, columns) in &rows {
            assert_eq!(columns.len(), 3, "{name}: four columns are due");
            assert!(
                columns[0] == "-" || rows.iter().any(|(other, _)| *other == columns[0]),
                "{name}: kind {}",
                columns[0]
            );
            for word in std::iter::once(*name).chain(columns[2].split(' ').filter(|word| *word != "-")) {
                assert!(seen.insert(word), "{word} stands twice");
            }
        }
    }
}
