//! Universal part-of-speech tags, by the Penn tags of a sentence: the other set that taggers are measured by.
//!
//! Most Penn tags have one universal tag. Where they don't, the word decides or what follows it, as the
//! guidelines of Universal Dependencies for English have it. The page needs none of this.

use crate::text::Tag;

/// The universal tag of the word at `at`.
pub(super) fn of(surfaces: &[&str], tags: &[Tag], at: usize) -> &'static str {
    let word = surfaces[at].to_lowercase().replace('\u{2019}', "'");
    let rest = tags.get(at + 1..).unwrap_or(&[]);
    match tags[at] {
        Tag::ADD | Tag::NNP | Tag::NNPS => {
            const ADJECTIVES: [&str; 24] = [
                "american",
                "british",
                "central",
                "christian",
                "eastern",
                "executive",
                "federal",
                "first",
                "global",
                "grand",
                "great",
                "international",
                "iraqi",
                "islamic",
                "national",
                "new",
                "northern",
                "republican",
                "royal",
                "saudi",
                "southern",
                "supreme",
                "united",
                "western",
            ];
            if tags[at] == Tag::NNP && ADJECTIVES.contains(&&*word) { "ADJ" } else { "PROPN" }
        }
        Tag::AFX | Tag::GW | Tag::XX => "X",
        Tag::CC => "CCONJ",
        Tag::CD | Tag::LS => "NUM",
        Tag::DT if matches!(&*word, "this" | "that" | "these" | "those") => {
            let noun = |tag: Tag| {
                tag.is_noun()
                    || matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::VBN | Tag::VBG | Tag::OpenQuote)
            };
            if rest.first().is_some_and(|&tag| noun(tag)) { "DET" } else { "PRON" }
        }
        Tag::DT | Tag::PDT => "DET",
        Tag::EX | Tag::PRP | Tag::PRPS | Tag::WP | Tag::WPS => "PRON",
        Tag::IN => {
            if joins_clause(&word, rest) {
                "SCONJ"
            } else {
                "ADP"
            }
        }
        Tag::JJ | Tag::JJR | Tag::JJS => "ADJ",
        Tag::MD => "AUX",
        Tag::NN | Tag::NNS | Tag::FW => {
            const PARTS: [&str; 3] = ["body", "one", "thing"];
            let pronoun = |part: &str| matches!(word.strip_suffix(part), Some("any" | "every" | "no" | "some"));
            match &*word {
                "#" | "%" => "SYM",
                "none" => "PRON",
                _ if PARTS.into_iter().any(pronoun) => "PRON",
                _ => "NOUN",
            }
        }
        Tag::POS | Tag::TO => "PART",
        Tag::RB if matches!(&*word, "not" | "n't" | "nt") => "PART",
        Tag::RB | Tag::RBR | Tag::RBS | Tag::WRB => "ADV",
        Tag::RP => "ADP",
        Tag::SYM | Tag::Currency => "SYM",
        Tag::UH => "INTJ",
        Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ => {
            if helps(&word, tags, at) {
                "AUX"
            } else {
                "VERB"
            }
        }
        Tag::WDT if matches!(&*word, "what" | "whatever") => "DET",
        Tag::WDT if word == "which" && matches!(rest.first(), Some(Tag::NN | Tag::NNS)) => "DET",
        Tag::WDT => "PRON",
        Tag::NFP if word.contains([':', ';', '=', '^']) && !word.contains("::") => "SYM",
        _ => "PUNCT",
    }
}

/// Whether a preposition or conjunction begins a clause, a verb's `-ing` form with what belongs to it among them.
fn joins_clause(word: &str, rest: &[Tag]) -> bool {
    const FAR: usize = 8;
    let next = rest.first().copied().unwrap_or(Tag::Period);
    match word {
        "that" | "if" | "while" | "so" | "whether" | "although" | "though" | "unless" | "lest" | "whereas" | "once" => {
            true
        }
        "because" => next != Tag::IN,
        "as" | "before" | "after" | "since" | "until" | "till" | "than" | "like" => {
            if word != "like" && matches!(next, Tag::VBG | Tag::TO) || word == "as" && next == Tag::VBN {
                return true;
            }
            let ends = |(at, tag): (usize, Tag)| {
                at > 0
                    && matches!(
                        tag,
                        Tag::Comma
                            | Tag::Period
                            | Tag::Colon
                            | Tag::CC
                            | Tag::CloseBracket
                            | Tag::OpenQuote
                            | Tag::CloseQuote
                            | Tag::WDT
                            | Tag::WP
                            | Tag::TO
                    )
                    || at > 2 && tag == Tag::IN
            };
            rest.iter().copied().enumerate().take(FAR).take_while(|&place| !ends(place)).any(|(_, tag)| tag.is_finite())
        }
        _ => {
            matches!(rest, [Tag::VBG | Tag::WP | Tag::WRB | Tag::WDT, ..] | [Tag::RB, Tag::VBG, ..])
                || word == "for" && for_somebody_to(rest)
        }
    }
}

/// Whether `for` is followed by who is to do something: `for the talks to begin`.
fn for_somebody_to(rest: &[Tag]) -> bool {
    const FAR: usize = 5;
    let who = |tag: &&Tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::JJ);
    let length = rest.iter().take(FAR).take_while(who).count();
    length > 0 && matches!(rest.get(length..), Some([Tag::TO, Tag::VB | Tag::RB, ..]))
}

/// Whether a form of `be`, `have`, `do` or `get` helps another verb or joins a subject and what it is.
fn helps(word: &str, tags: &[Tag], at: usize) -> bool {
    const FAR: usize = 6;
    let rest = tags.get(at + 1..).unwrap_or(&[]);
    let next = rest.first().copied().unwrap_or(Tag::Period);
    let back = |steps: usize| at.checked_sub(steps).and_then(|at| tags.get(at)).copied();
    let after = |skipped: &[Tag]| rest.iter().take(FAR).find(|tag| !skipped.contains(tag)).copied();
    match word {
        "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'s" | "'re" | "'m" => {
            // `There is`, `there has been`, `is there`: what exists is its subject.
            next != Tag::EX && !(1..=3).any(|steps| back(steps) == Some(Tag::EX))
        }
        "have" | "has" | "had" | "having" | "'ve" | "'d" => after(&[Tag::RB, Tag::PRP, Tag::RBR]) == Some(Tag::VBN),
        "do" | "does" | "did" if matches!(tags[at], Tag::VBN | Tag::VBG) => false,
        "do" | "does" | "did" => {
            let asks = back(1)
                .is_none_or(|before| matches!(before, Tag::Comma | Tag::WRB | Tag::WP | Tag::CC | Tag::OpenQuote));
            after(&[Tag::RB, Tag::PRP, Tag::NNP, Tag::NNPS, Tag::EX]) == Some(Tag::VB)
                || asks && next != Tag::RB && rest.iter().take(FAR).any(|&tag| tag == Tag::VB)
        }
        "get" | "gets" | "got" | "getting" | "gotten" => next == Tag::VBN,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::tag_words;

    #[test]
    fn what_the_penn_tag_leaves_open() {
        for (sentence, word, universal) in [
            ("They have left the town .", "have", "AUX"),
            ("They have a boat .", "have", "VERB"),
            ("There were two boats .", "were", "VERB"),
            ("The boats were old .", "were", "AUX"),
            ("She left before the guests came .", "before", "SCONJ"),
            ("She left before the storm .", "before", "ADP"),
            ("This is new .", "This", "PRON"),
            ("This boat is new .", "This", "DET"),
            ("Nothing was lost .", "Nothing", "PRON"),
        ] {
            let words: Vec<&str> = sentence.split(' ').collect();
            let at = words.iter().position(|other| *other == word).unwrap_or(0);
            assert_eq!(tag_words(&words)[at].1, universal, "{sentence}");
        }
    }
}
