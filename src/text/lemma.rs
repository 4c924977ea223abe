//! Lemmas: the form that a dictionary has.

use std::borrow::Cow;

use super::Tag;
use crate::letters;
use crate::lexicon::lexicon;

/// The lemma of a word, in lower case: `soldiers` to `soldier`, `said` to `say`.
#[must_use]
pub fn lemma(word: &str, tag: Tag) -> Cow<'_, str> {
    let lexicon = lexicon();
    let id = lexicon.id(word);
    let form = lexicon.form(id);
    if tag.is_verb() {
        if form.verb.is_known() {
            return Cow::Borrowed(lexicon.text(form.verb));
        }
        match lexicon.text(id) {
            "is" | "are" | "am" | "was" | "were" | "been" | "being" | "'s" | "'re" | "'m" => {
                return Cow::Borrowed("be");
            }
            "has" | "had" | "having" | "'ve" | "'d" => return Cow::Borrowed("have"),
            _ => {}
        }
    }
    if tag.is_noun() && form.noun.is_known() {
        return Cow::Borrowed(lexicon.text(form.noun));
    }
    let lower = if word.bytes().any(|b| b.is_ascii_uppercase()) || !word.is_ascii() {
        Cow::Owned(letters::lower(&word.replace(super::cut::is_invisible, "")))
    } else {
        Cow::Borrowed(word)
    };
    let bare = match tag {
        Tag::NNS => singular(&lower),
        Tag::VBZ => singular(&lower),
        Tag::VBD | Tag::VBN => verb_stem(&lower, "ed"),
        Tag::VBG => verb_stem(&lower, "ing"),
        _ => None,
    };
    match (bare, lower) {
        (Some(bare), _) => Cow::Owned(bare),
        (None, lower) => lower,
    }
}

/// A regular plural's singular; a verb's third person goes the same way.
fn singular(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s')?;
    if stem.len() < 2 || stem.ends_with(['s', 'u', 'i', '\'']) {
        return None;
    }
    if let Some(bare) = stem.strip_suffix("ie").filter(|bare| bare.len() > 1) {
        return Some(format!("{bare}y"));
    }
    let sibilant = ["sse", "she", "che", "xe", "zze"].iter().any(|ending| stem.ends_with(ending));
    Some(if sibilant { stem[..stem.len() - 1].to_owned() } else { stem.to_owned() })
}

/// The base of an unlisted verb's `-ed` or `-ing` form.
fn verb_stem(word: &str, ending: &str) -> Option<String> {
    let stem = word.strip_suffix(ending).filter(|stem| stem.chars().any(is_vowel) && stem.len() > 1)?;
    let mut last = stem.chars().rev();
    let (end, before, third) = (last.next()?, last.next()?, last.next());
    if end == 'i' && ending == "ed" {
        return Some(format!("{}y", &stem[..stem.len() - 1]));
    }
    if end == before && !is_vowel(end) && !matches!(end, 'l' | 's' | 'z' | 'f') {
        return Some(stem[..stem.len() - end.len_utf8()].to_owned());
    }
    // A mute e: hoped, forced, merged, solved; not after two vowels (rained) or in an unstressed `-en`, `-er`.
    let soft = matches!(end, 'c' | 'v' | 'u')
        || (end == 'g' && !matches!(before, 'g' | 'n'))
        || (end == 's' && before != 's')
        || end == 'z';
    let short = !is_vowel(end) && !matches!(end, 'w' | 'x' | 'y') && is_vowel(before) && !third.is_none_or(is_vowel);
    let unstressed = ["en", "er", "on", "or", "it", "op", "el", "al", "ow"].iter().any(|tail| stem.ends_with(tail))
        && stem.len() > 4;
    Some(if soft || (short && !unstressed) { format!("{stem}e") } else { stem.to_owned() })
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas() {
        for (word, tag, expected) in [
            ("soldiers", Tag::NNS, "soldier"),
            ("said", Tag::VBD, "say"),
            ("were", Tag::VBD, "be"),
            ("Children", Tag::NNS, "child"),
            ("countries", Tag::NNS, "country"),
            ("losses", Tag::NNS, "loss"),
            ("boxes", Tag::NNS, "box"),
            ("bus", Tag::NN, "bus"),
            ("refurbished", Tag::VBN, "refurbish"),
            ("bulldozed", Tag::VBD, "bulldoze"),
            ("chatting", Tag::VBG, "chat"),
            ("troops", Tag::NNS, "troop"),
            ("Putin", Tag::NNP, "putin"),
        ] {
            assert_eq!(lemma(word, tag), expected, "{word}");
        }
    }
}
