//! Universal part-of-speech tags, by the Penn tags of a sentence: the other set that taggers are measured by.
//!
//! Most Penn tags have one universal tag. Where they don't, the word decides or what follows it, as the
//! guidelines of Universal Dependencies for English have it. The page needs none of this.

use crate::text::Tag;

/// Adjectives that names are made with: `the Supreme Court`, `Hidden Valley`. As parts of names they stay adjectives.
/// Counted in the training part of the treebank, and completed with more peoples, colours and offices.
const ADJECTIVES: &str = "
    agricultural alaskan american ancient arab arabian arctic asian atomic australian austrian belgian big black
    blue brazilian bright british canadian central chemical chinese christian civic civil cold commercial
    contemporary criminal cultural czech daily danish dark deep democratic dental dutch eastern educational
    egyptian electoral electronic environmental european executive fair far federal financial finnish first
    foreign free french german global golden good grand great greater greek green hidden high higher historic
    historical holy human hungarian independent indian indonesian industrial internal international iranian
    iraqi irish islamic israeli italian japanese jewish joint korean latin legal little long low lower main
    maritime medical mental mexican middle military modern municipal muslim mutual national natural naval new
    nordic northern norwegian nuclear old olympic orange orthodox pakistani palestinian personal polish
    political presidential prime private professional provincial provisional prudential public purple random
    real red regional regulatory religious republican revolutionary royal rural russian saudi scottish second
    senior short silent social solar southern soviet spanish special strategic super superior supreme swedish
    swiss syrian tamil technical third turkish ukrainian unitary united upper urban vietnamese welsh western
    white whole wild young
";

/// The universal tag of the word at `at`.
pub(super) fn of(surfaces: &[&str], tags: &[Tag], at: usize) -> &'static str {
    let word = surfaces[at].to_lowercase().replace('\u{2019}', "'");
    let next = surfaces.get(at + 1).map_or(String::new(), |next| next.to_lowercase());
    let rest = tags.get(at + 1..).unwrap_or(&[]);
    match tags[at] {
        Tag::ADD | Tag::NNP | Tag::NNPS => {
            if tags[at] == Tag::NNP
                && (is_ordinal(&word) || ADJECTIVES.split_ascii_whitespace().any(|adjective| adjective == word))
            {
                "ADJ"
            } else {
                "PROPN"
            }
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
            if joins_clause(&word, rest) || matches!(&*next, "whether" | "if") {
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
        Tag::RB if is_not(&word) => "PART",
        Tag::RB | Tag::RBR | Tag::RBS | Tag::WRB => "ADV",
        Tag::RP => "ADP",
        Tag::SYM | Tag::Currency => "SYM",
        Tag::Comma if word == "/" => "SYM",
        Tag::UH => "INTJ",
        Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ => {
            if helps(&word, &next, tags, at) {
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

/// `10th`.
fn is_ordinal(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && ["th", "st", "nd", "rd"].iter().any(|end| word.ends_with(end))
}

fn is_not(word: &str) -> bool {
    matches!(word, "not" | "n't" | "n\u{2019}t" | "nt")
}

/// Whether a preposition or conjunction begins a clause, a verb's `-ing` form with what belongs to it among them.
fn joins_clause(word: &str, rest: &[Tag]) -> bool {
    const FAR: usize = 8;
    let next = rest.first().copied().unwrap_or(Tag::Period);
    match word {
        "that" | "if" | "while" | "so" | "whether" | "although" | "though" | "unless" | "lest" | "whereas" | "once" => {
            true
        }
        "because" | "b/c" | "cause" | "cuz" => next != Tag::IN,
        "as" | "before" | "after" | "since" | "until" | "till" | "than" | "like" => {
            let than = matches!(word, "as" | "than");
            if word != "like" && matches!(next, Tag::VBG | Tag::TO) || than && next == Tag::VBN {
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
                            | Tag::PRP
                            | Tag::TO
                    )
                    || at > 2 && tag == Tag::IN
            };
            rest.iter().copied().enumerate().take(FAR).take_while(|&place| !ends(place)).any(|(_, tag)| tag.is_finite())
        }
        _ => {
            matches!(rest, [Tag::VBG | Tag::WRB, ..] | [Tag::RB, Tag::VBG, ..])
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

/// Whether a form of `be`, `have`, `do` or `get`, with that word after it, helps another verb or joins a subject and
/// what it is.
fn helps(word: &str, next_word: &str, tags: &[Tag], at: usize) -> bool {
    const FAR: usize = 6;
    let rest = tags.get(at + 1..).unwrap_or(&[]);
    let next = rest.first().copied().unwrap_or(Tag::Period);
    let back = |steps: usize| at.checked_sub(steps).and_then(|at| tags.get(at)).copied();
    let after = |skipped: &[Tag]| rest.iter().take(FAR).find(|tag| !skipped.contains(tag)).copied();
    match word {
        "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'s" | "'re" | "'m" | "s" | "re" | "r"
        | "m" => {
            // `There is`, `there has been`, `is there`: what exists is its subject.
            next != Tag::EX && !(1..=3).any(|steps| back(steps) == Some(Tag::EX))
        }
        "have" | "has" | "had" | "having" | "'ve" | "'d" | "ve" => {
            // `They have all left.`
            let skipped = if matches!(next_word, "all" | "both" | "each") { Tag::DT } else { Tag::RBR };
            after(&[Tag::RB, Tag::PRP, skipped]) == Some(Tag::VBN)
        }
        "do" | "does" | "did" if matches!(tags[at], Tag::VBN | Tag::VBG) => false,
        "do" | "does" | "did" => {
            let asks = back(1).is_none_or(|before| {
                matches!(
                    before,
                    Tag::Comma | Tag::WRB | Tag::WP | Tag::CC | Tag::OpenQuote | Tag::OpenBracket | Tag::UH
                )
            });
            let base = |tag: &Tag| matches!(tag, Tag::VB | Tag::VBP);
            is_not(next_word)
                || after(&[Tag::RB, Tag::PRP, Tag::NNP, Tag::NNPS, Tag::EX]) == Some(Tag::VB)
                || asks && next != Tag::RB && rest.iter().take(FAR).any(base)
                || matches!(back(1), Some(Tag::PRP)) && matches!(next, Tag::Period | Tag::MD | Tag::CC)
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
