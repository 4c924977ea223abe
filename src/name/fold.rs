//! Folding: one key for the spellings of a name, whatever alphabet it was carried over from.

/// Adds the key of a word: lower case without accents, and without what transliterations differ in
/// (`y` and `i`, `ie` and `e`, doubled letters, `c` and `k` or `s`, `w` and `v`).
pub(super) fn fold(word: &str, key: &mut String) {
    key.reserve(word.len());
    let mut letters = Letters { from: key.len(), key, last: None };
    let mut chars = word.chars().filter_map(plain);
    let mut next = chars.next();
    while let Some(c) = next {
        next = chars.next();
        match (c, next) {
            ('y' | 'j', _) if c == 'y' || letters.last.is_some_and(is_vowel) || next.is_none() => letters.push('i'),
            ('w', _) => letters.push('v'),
            ('x', _) => letters.push_all("ks"),
            ('z', _) | ('c', Some('e' | 'i' | 'y')) => letters.push('s'),
            ('c', Some('h')) => letters.push('c'),
            ('q' | 'c', _) => letters.push('k'),
            ('p', Some('h')) => {
                next = chars.next();
                letters.push('f');
            }
            ('k' | 'g' | 'd' | 't', Some('h')) => {
                next = chars.next();
                letters.push(if c == 'k' { 'h' } else { c });
            }
            _ => letters.push(c),
        }
    }
}

struct Letters<'k> {
    key: &'k mut String,
    from: usize,
    last: Option<char>,
}

impl Letters<'_> {
    fn push_all(&mut self, letters: &str) {
        letters.chars().for_each(|c| self.push(c));
    }

    /// Adds a letter, or makes one of the last and this one.
    fn push(&mut self, c: char) {
        let merged = match (self.last, c) {
            (Some('i' | 'e' | 'a' | 'o'), 'e') => Some(match self.last {
                Some('a') => 'a',
                Some('o') => 'o',
                _ => 'e',
            }),
            (Some('o'), 'o' | 'u') | (Some('u'), 'e') => Some('u'),
            (Some(last), c) if last == c => Some(c),
            _ => None,
        };
        if let Some(merged) = merged {
            if self.key.len() > self.from {
                self.key.pop();
            }
            self.key.push(merged);
            self.last = Some(merged);
        } else {
            self.key.push(c);
            self.last = Some(c);
        }
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// A letter without case and accent; nothing for marks that part no letters.
fn plain(c: char) -> Option<char> {
    if c.is_ascii_alphanumeric() {
        return Some(c.to_ascii_lowercase());
    }
    let lower = crate::letters::small(c);
    Some(match lower {
        'à'..='æ' | 'ā' | 'ă' | 'ą' | 'ə' | 'ǎ' => 'a',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => 'c',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ĩ' => 'i',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' | 'ơ' => 'o',
        'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' => 'u',
        'ý' | 'ÿ' => 'y',
        'ď' | 'đ' | 'ð' => 'd',
        'ğ' | 'ģ' | 'ĝ' | 'ġ' => 'g',
        'ķ' => 'k',
        'ĺ' | 'ľ' | 'ł' | 'ļ' => 'l',
        'ř' | 'ŕ' => 'r',
        'ś' | 'š' | 'ş' | 'ș' | 'ß' => 's',
        'ť' | 'ţ' | 'ț' | 'þ' => 't',
        'ź' | 'ż' | 'ž' => 'z',
        _ if lower.is_alphanumeric() => lower,
        _ => return None,
    })
}

/// The key of one word.
pub(super) fn folded(word: &str) -> String {
    let mut key = String::new();
    fold(word, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::folded;

    fn check(spellings: &str) {
        let mut keys = spellings.split(' ').map(folded);
        let first = keys.next();
        for (key, spelling) in keys.zip(spellings.split(' ').skip(1)) {
            assert_eq!(Some(key), first, "{spelling} in {spellings}");
        }
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for spellings in [
            "Zelensky Zelenskyy Zelenskiy Zelenskii",
            "Umerov Umierov",
            "Sergei Sergey Sergej",
            "Kuleba KULEBA kuleba",
            "Erdogan Erdoğan",
            "Mueller Müller Muller",
            "Jong-un Jong-Un Jongun",
            "Defence Defense",
            "organisation organization",
            "Khan Han",
            "Mahmoud Mahmud",
            "Gandhi Gandi",
        ] {
            check(spellings);
        }
    }

    #[test]
    fn different_names_stay_different() {
        for (one, other) in [("Putin", "Patten"), ("Kerry", "Perry"), ("Jordan", "Iordan"), ("Trump", "Trumpet")] {
            assert_ne!(folded(one), folded(other));
        }
    }
}
