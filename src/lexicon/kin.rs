//! Words that can say the same in some of their senses: more than [`Synonyms`](super::Synonyms), and looser.

use std::sync::LazyLock;

use super::{WordId, Words, entries};

/// The words of the list, and the groups that each stands in. They are a list of their own, as only a comparison
/// asks for them.
#[derive(Debug, Default)]
pub struct Kin {
    words: Words,
    /// The groups of each word, by its number, in order.
    groups: Vec<Vec<u16>>,
}

static KIN: LazyLock<Kin> = LazyLock::new(|| {
    let mut kin = Kin::default();
    for (at, (line, _)) in entries(super::list::list!("kin.tsv")).enumerate() {
        for word in line.split(' ') {
            let index = kin.words.intern(word).index();
            if kin.groups.len() <= index {
                kin.groups.resize(index + 1, Vec::new());
            }
            kin.groups[index].push(at as u16);
        }
    }
    kin
});

/// The list, read at its first use.
#[must_use]
pub fn kin() -> &'static Kin {
    &KIN
}

impl Kin {
    /// The number of a lemma in this list, which is not its number in the lexicon.
    #[must_use]
    pub fn id(&self, lemma: &str) -> WordId {
        self.words.id(lemma)
    }

    /// Whether two words of the list can say the same.
    #[must_use]
    pub fn are(&self, one: WordId, two: WordId) -> bool {
        let of = |word: WordId| self.groups.get(word.index()).map(Vec::as_slice).unwrap_or_default();
        of(one).iter().any(|group| of(two).contains(group))
    }
}

#[cfg(test)]
mod tests {
    use super::kin;

    #[test]
    fn words_that_can_say_the_same() {
        let check = |one: &str, two: &str, expected: bool| {
            assert_eq!(kin().are(kin().id(one), kin().id(two)), expected, "{one} and {two}");
        };
        check("photo", "photograph", true);
        check("forbid", "prohibit", true);
        check("harbour", "zyzzyva", false);
        check("rise", "fall", false);
        check("zyzzyva", "zyzzyva", false);
    }
}
