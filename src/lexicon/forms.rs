//! Forms of words: which verb or noun a word may be a form of.

use super::{WordId, Words, entries, list::list};

/// What a word may be a form of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Form {
    /// The base of the verb it may be a form of.
    pub verb: WordId,
    /// The singular of the noun it may be the irregular plural of.
    pub noun: WordId,
    /// Which of the verb's forms it may be, and whether it is such a plural.
    pub signs: Signs,
}

/// Forms that a word may be, as bits; they don't exclude each other: `cut` is three of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Signs(pub u8);

impl Signs {
    /// A verb's base: `go`.
    pub const BASE: Signs = Signs(1);
    /// Its third person: `goes`.
    pub const THIRD: Signs = Signs(2);
    /// Its `-ing` form: `going`.
    pub const GERUND: Signs = Signs(4);
    /// Its past: `went`.
    pub const PAST: Signs = Signs(8);
    /// Its participle: `gone`.
    pub const PARTICIPLE: Signs = Signs(16);
    /// An irregular plural: `children`.
    pub const PLURAL: Signs = Signs(32);

    /// Whether all of these are among them.
    #[must_use]
    pub fn has(self, signs: Signs) -> bool {
        self.0 & signs.0 == signs.0
    }
}

/// The forms of all listed verbs and nouns, by word.
#[derive(Debug)]
pub(super) struct Forms {
    of: Vec<Form>,
    /// Which verbs have irregular forms.
    irregular: Vec<bool>,
    /// Nouns with plurals of their own, and these.
    plurals: Vec<(WordId, WordId)>,
}

impl Forms {
    pub(super) fn load(words: &mut Words) -> Self {
        let mut forms = Self { of: Vec::new(), irregular: Vec::new(), plurals: Vec::new() };
        for (line, _) in entries(list!("common.tsv")) {
            line.split(' ').for_each(|word| {
                words.intern(word);
            });
        }
        let irregular = entries(list!("irregular.tsv"));
        for (first, columns) in irregular {
            if let ("plural", [pair]) = (first, columns.as_slice()) {
                if let Some((plural, singular)) = pair.split_once(' ') {
                    let noun = words.intern(singular);
                    let form = forms.at(words, plural);
                    form.noun = noun;
                    form.signs.0 |= Signs::PLURAL.0;
                    forms.plurals.push((noun, words.intern(plural)));
                }
                continue;
            }
            let mut parts = first.split(' ');
            let (Some(base), Some(past)) = (parts.next(), parts.next()) else { continue };
            let verb = words.intern(base);
            grow(&mut forms.irregular, verb.index(), false);
            forms.irregular[verb.index()] = true;
            forms.set(words, verb, past, Signs::PAST);
            forms.set(words, verb, parts.next().unwrap_or(past), Signs::PARTICIPLE);
            forms.set(words, verb, base, Signs::BASE);
        }
        for (line, _) in entries(list!("verbs.tsv")) {
            line.split(' ').for_each(|base| forms.verb(words, base));
        }
        forms
    }

    /// Adds a verb's regular forms; where it has irregular ones those stay the only ones.
    fn verb(&mut self, words: &mut Words, base: &str) {
        let verb = words.intern(base);
        let irregular = self.irregular.get(verb.index()).copied().unwrap_or_default();
        self.set(words, verb, base, Signs::BASE);
        self.set(words, verb, &third(base), Signs::THIRD);
        let stem = if doubles(base) { format!("{base}{}", &base[base.len() - 1..]) } else { base.to_owned() };
        let cut = stem.strip_suffix('e').filter(|_| !stem.ends_with("ee") && !stem.ends_with("ye"));
        let gerund = match base.strip_suffix("ie") {
            Some(bare) => format!("{bare}ying"),
            None => format!("{}ing", cut.unwrap_or(&stem)),
        };
        self.set(words, verb, &gerund, Signs::GERUND);
        if !irregular {
            let past = match stem.strip_suffix('y') {
                Some(bare) if !bare.ends_with(['a', 'e', 'o', 'u']) => format!("{bare}ied"),
                _ => format!("{}ed", stem.strip_suffix('e').unwrap_or(&stem)),
            };
            self.set(words, verb, &past, Signs::PAST);
            self.set(words, verb, &past, Signs::PARTICIPLE);
        }
    }

    fn set(&mut self, words: &mut Words, verb: WordId, word: &str, sign: Signs) {
        let form = self.at(words, word);
        // A word of two verbs (`lay`, `found`) is first of all a form of the one that comes first.
        if !form.verb.is_known() {
            form.verb = verb;
        }
        form.signs.0 |= sign.0;
    }

    fn at(&mut self, words: &mut Words, word: &str) -> &mut Form {
        let id = words.intern(word).index();
        grow(&mut self.of, id, Form::default());
        &mut self.of[id]
    }

    pub(super) fn of(&self, word: WordId) -> Form {
        self.of.get(word.index()).copied().unwrap_or_default()
    }

    pub(super) fn plural(&self, noun: WordId) -> WordId {
        self.plurals.iter().find(|&&(one, _)| one == noun).map(|&(_, many)| many).unwrap_or_default()
    }
}

fn grow<T: Clone>(rows: &mut Vec<T>, index: usize, empty: T) {
    if rows.len() <= index {
        rows.resize(index + 1, empty);
    }
}

/// `deny` to `denies`, `push` to `pushes`, `go` to `goes`.
fn third(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(bare) if !bare.ends_with(['a', 'e', 'o', 'u']) => format!("{bare}ies"),
        _ if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") => {
            format!("{base}es")
        }
        _ => format!("{base}s"),
    }
}

/// Whether the last consonant is doubled before an ending: `stop`, `admit`, `occur`, not `visit`, `offer`.
fn doubles(base: &str) -> bool {
    let bytes = base.as_bytes();
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let [.., before, middle, last] = *bytes else { return false };
    let closed = !vowel(last) && !matches!(last, b'w' | b'x' | b'y' | b'h') && vowel(middle) && (!vowel(before));
    let syllables = bytes.windows(2).filter(|pair| vowel(pair[0]) && !vowel(pair[1])).count();
    const STRESSED: [&str; 22] = [
        "admit", "commit", "compel", "concur", "control", "deter", "emit", "equip", "expel", "incur", "occur", "omit",
        "patrol", "permit", "prefer", "rebel", "rebut", "recur", "refer", "regret", "repel", "extol",
    ];
    const MORE: [&str; 14] = [
        "submit", "transfer", "transmit", "defer", "infer", "propel", "excel", "cancel", "kidnap", "quarrel", "travel",
        "begin", "forget", "program",
    ];
    closed && (syllables == 1 || STRESSED.contains(&base) || MORE.contains(&base) || base == "quit" || base == "upset")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn regular_forms() {
        for (word, base) in [
            ("denies", "deny"),
            ("denied", "deny"),
            ("stopped", "stop"),
            ("occurring", "occur"),
            ("visited", "visit"),
            ("dying", "die"),
            ("pushes", "push"),
            ("agreed", "agree"),
            ("agreeing", "agree"),
            ("making", "make"),
            ("played", "play"),
            ("fired", "fire"),
            ("goes", "go"),
            ("travelled", "travel"),
        ] {
            let form = lexicon().form(lexicon().id(word));
            assert_eq!(lexicon().text(form.verb), base, "{word}");
        }
    }

    #[test]
    fn irregular_verbs_have_no_regular_past() {
        assert!(!lexicon().form(lexicon().id("goed")).verb.is_known());
        let went = lexicon().form(lexicon().id("went"));
        assert_eq!(lexicon().text(went.verb), "go");
    }

    #[test]
    fn plurals() {
        let form = lexicon().form(lexicon().id("children"));
        assert_eq!(lexicon().text(form.noun), "child");
        assert_eq!(third("veto"), "vetoes");
    }
}
