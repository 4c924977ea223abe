//! The small words that set a claim: what joins clauses, what negates, doubts, judges or puts off.

use super::{WordId, Words, entries, list::list};

/// What a small word does to the clause it stands in; a word may do several things.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Role {
    /// Joins two statements that each stand for themselves: `while`, `but`.
    Joins,
    /// Opens a clause and adds nothing to it: `that`, `however`.
    Opens,
    /// Says that it is not so: `not`, `no`, `never`.
    Negates,
    /// Says that what follows with `to` is not so: `failed`, `refused`.
    Averts,
    /// Says of a statement that it is not so: `false`.
    Untrue,
    /// Stands after a word that negates and makes it so all the same: no `longer`, no `doubt`.
    Undoes,
    /// Leaves it open: `may`, `perhaps`, `if`.
    Possible,
    /// Makes it likely: `probably`, `expected`.
    Probable,
    /// Puts it off to a day to come: `will`, `plans`.
    Future,
    /// Judges, feels or calls upon: `outrageous`, `should`.
    Judges,
    /// A verb that says nothing of what happens: `is`, `has`.
    Empty,
    /// A preposition of place: `in`, `across`.
    Places,
    /// Binds a noun to the one before it: `of`, `for`.
    Links,
    /// Names a time and no actor: `Monday`, `week`.
    Time,
    /// Said by somebody who is not told: `reportedly`.
    Hearsay,
    /// Can speak where it labels a statement: `Police: ...`.
    Speaks,
    /// Speaks or is spoken to: `I`, `you`.
    Own,
}

/// The roles of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Roles(u32);

impl Roles {
    /// Whether this is one of them.
    #[must_use]
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << (role as u8)) != 0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The names of the roles in the data file.
const ROLES: &[(&str, Role)] = &[
    ("joins", Role::Joins),
    ("opens", Role::Opens),
    ("negates", Role::Negates),
    ("averts", Role::Averts),
    ("untrue", Role::Untrue),
    ("undoes", Role::Undoes),
    ("possible", Role::Possible),
    ("probable", Role::Probable),
    ("future", Role::Future),
    ("judges", Role::Judges),
    ("empty", Role::Empty),
    ("places", Role::Places),
    ("links", Role::Links),
    ("time", Role::Time),
    ("hearsay", Role::Hearsay),
    ("speaks", Role::Speaks),
    ("self", Role::Own),
];

/// The roles of all words that have one, as bits by word.
#[derive(Debug)]
pub(super) struct Settings(Vec<u32>);

impl Settings {
    /// Reads the list.
    pub(super) fn load(words: &mut Words) -> Self {
        let mut bits: Vec<u32> = Vec::new();
        for (name, columns) in entries(list!("setting.tsv")) {
            let Some(&(_, role)) = ROLES.iter().find(|(known, _)| *known == name) else { continue };
            for word in columns.iter().flat_map(|column| column.split(' ')) {
                let at = words.intern(word).index();
                if bits.len() <= at {
                    bits.resize(at + 1, 0);
                }
                bits[at] |= 1 << (role as u8);
            }
        }
        Self(bits)
    }

    /// The roles of a word.
    pub(super) fn of(&self, word: WordId) -> Roles {
        Roles(self.0.get(word.index()).copied().unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::Role;
    use crate::lexicon::lexicon;

    #[test]
    fn every_role_has_words() {
        let has = |word: &str, role: Role| lexicon().has_role(lexicon().id(word), role);
        assert!(has("not", Role::Negates) && has("May", Role::Possible) && has("plans", Role::Future));
        assert!(has("probably", Role::Probable) && has("while", Role::Joins) && has("that", Role::Opens));
        assert!(has("longer", Role::Undoes) && has("shameful", Role::Judges) && has("is", Role::Empty));
        assert!(has("across", Role::Places) && !has("across", Role::Negates) && !has("zyzzyva", Role::Joins));
    }
}
