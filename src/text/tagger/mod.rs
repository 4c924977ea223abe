//! Part-of-speech tags by a trained linear model, in two goes: by letters, then with the tags on both sides in sight.
//!
//! The weights are in `weights.bin`; `weights.md` beside it names the data they were trained on, the
//! licence and the command that makes them again.

mod feature;
mod finite;
#[cfg(not(target_arch = "wasm32"))]
mod habit;
mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
#[cfg(not(target_arch = "wasm32"))]
mod universal;

use std::sync::LazyLock;

use super::{Case, Kind, Sentence, Tag, Token};
use crate::lexicon::{Class, Hint, Sort, WordId, lexicon, word};
use feature::{Context, Word, around, lexical, linked};
use finite::Chance;
use model::{Model, Sums};

/// The parts of names that are written small: `de`, `van`, `bin`.
const LONGEST_PARTICLE: usize = 3;

/// Verbs that look like plurals and never are; the treebank's mails have too few of them.
const NO_PLURALS: [&str; 12] = [
    "accuses", "admits", "argues", "asserts", "believes", "confirms", "denies", "expects", "insists", "predicts",
    "refuses", "says",
];

/// Tags the tokens of a text in place.
pub(super) fn tag(text: &str, sentences: &[Sentence], tokens: &mut [Token]) {
    let (mut words, mut found) = (Vec::new(), Found::default());
    for sentence in sentences {
        let Some(tokens) = tokens.get_mut(sentence.tokens.clone()) else { continue };
        look_up(tokens.iter().map(|token| (token.span.of(text), token.word)), &mut words);
        for (word, token) in words.iter_mut().zip(&*tokens) {
            word.certain = certain(token).or(word.certain);
        }
        found.tag(&words);
        for (token, tag) in tokens.iter_mut().zip(&found.tags) {
            // Who writes news gives names their capitals; the treebank's mails don't.
            let small = token.case == Case::Lower && token.span.len() > LONGEST_PARTICLE;
            token.tag = match tag {
                Tag::NNP if small => Tag::NN,
                Tag::NNPS if small => Tag::NNS,
                Tag::NNS if NO_PLURALS.contains(&token.span.of(text)) => Tag::VBZ,
                tag => *tag,
            };
        }
    }
}

/// Penn and universal tags for words that were cut elsewhere, one pair for each; they are read as one sentence.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn tag_words(surfaces: &[&str]) -> Vec<(Tag, &'static str)> {
    let (mut words, mut found) = (Vec::new(), Found::default());
    look_up(surfaces.iter().map(|surface| (*surface, lexicon().id(surface))), &mut words);
    found.tag(&words);
    let universal = (0..surfaces.len()).map(|at| universal::of(surfaces, &found.tags, at));
    found.tags.iter().copied().zip(universal).collect()
}

/// What is found of a sentence.
#[derive(Default)]
struct Found {
    /// At first what the words seem to be by their letters, then what they are.
    tags: Vec<Tag>,
    sums: Vec<Sums>,
    /// Whether the first go settled it.
    sure: Vec<bool>,
    chances: Vec<Chance>,
}

impl Found {
    /// Tags a sentence in two goes: by letters and neighbours alone, then what that left open with the tags on both
    /// sides in sight.
    fn tag(&mut self, words: &[Word]) {
        let model = Model::get();
        self.tags.clear();
        self.sums.clear();
        self.sure.clear();
        self.chances.clear();
        for (at, word) in words.iter().enumerate() {
            let mut sums = Sums::default();
            let (tag, sure) = if let Some(tag) = word.certain {
                (tag, true)
            } else {
                model.add(&mut sums, &lexical(around(words, at), model.rows()));
                let (tag, sure) = sums.judge();
                (word.named(tag), sure)
            };
            self.tags.push(tag);
            self.sums.push(sums);
            self.sure.push(sure);
        }
        let mut context = Context::default();
        for (at, word) in words.iter().enumerate() {
            let sums = &mut self.sums[at];
            if !self.sure[at] {
                context.see(self.tags.get(at + 1), self.tags.get(at + 2));
                model.add(sums, &linked(around(words, at), &context, model.rows()));
                self.tags[at] = word.named(sums.judge().0);
            }
            let tag = self.tags[at];
            if word.certain.is_none() && !tag.is_finite() {
                let loss = |form| sums.of(tag).saturating_sub(sums.of(form));
                self.chances.extend(finite::chances(word, at, loss));
            }
            context.pass(self.tags[at]);
        }
        let mended = |at: usize| words[at].certain.is_none();
        finite::mend(&mut self.tags, &self.chances, mended);
        // No verb follows `the`.
        let (mut before, mut article) = (Tag::Period, false);
        for (at, word) in words.iter().enumerate() {
            let tag = match self.tags[at] {
                Tag::VBZ if article => Tag::NNS,
                Tag::VB | Tag::VBP | Tag::PRP | Tag::MD if article => Tag::NN,
                Tag::JJ
                    if article
                        && word.signs == 0
                        && matches!(self.tags.get(at + 1), Some(Tag::IN | Tag::Comma | Tag::Period)) =>
                {
                    Tag::NN
                }
                tag => tag,
            };
            self.tags[at] = tag;
            // `The Evening Daily` is no evening, and `Edward Said` says nothing.
            let name = match tag {
                Tag::NN => before == Tag::NNP || self.tags.get(at + 1) == Some(&Tag::NNP),
                Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VBN => before == Tag::NNP,
                _ => false,
            };
            if name && word.title && at > 0 {
                self.tags[at] = Tag::NNP;
            }
            (before, article) = (self.tags[at], word.article);
        }
    }
}

/// The words of the closed classes, by number.
static CLOSED: LazyLock<Vec<Option<Tag>>> = LazyLock::new(|| {
    let words = lexicon().closed();
    let mut closed = vec![None; words.iter().map(|(word, _)| word.index() + 1).max().unwrap_or(0)];
    for &(word, tag) in words {
        closed[word.index()] = Tag::parse(tag);
    }
    closed
});

/// The tag of a word of a closed class, if its capital may come from where it stands, at the beginning of something.
/// Other capitals make a name of it: `Mrs. May`, `Will Smith`, `US`.
fn closed(surface: &str, id: WordId, begins: bool) -> Option<Tag> {
    let tag = CLOSED.get(id.index()).copied().flatten()?;
    let upper = surface.bytes().filter(u8::is_ascii_uppercase).count();
    match (upper, tag) {
        (0, _) => Some(tag),
        (1, Tag::MD) => (!begins).then_some(Tag::NNP),
        _ => (upper == 1 && begins || surface == "I").then_some(tag),
    }
}

/// The words of a sentence as the features see them. Where all words have capitals, those of the language
/// are read as if they had none.
fn look_up<'w>(sentence: impl Iterator<Item = (&'w str, WordId)> + Clone, words: &mut Vec<Word>) {
    words.clear();
    let headline = is_headline(sentence.clone());
    let mut begins = true;
    for (surface, id) in sentence {
        let small = headline && is_plain(id);
        let certain = if small { CLOSED.get(id.index()).copied().flatten() } else { closed(surface, id, begins) };
        let mut word = Word::new(surface, signs(id), small, certain);
        let capital = surface.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        let title = capital && surface.bytes().any(|b| b.is_ascii_lowercase());
        word.title = title && !headline;
        word.article = [word::A, word::AN, word::THE].contains(&id);
        if title && !headline && is_place(id) {
            word.ruled_out = &[Tag::NN, Tag::RB, Tag::UH, Tag::FW, Tag::JJ];
        } else if title && !headline && !begins && !id.is_known() {
            word.ruled_out = &[Tag::NN, Tag::RB, Tag::UH, Tag::FW];
        }
        begins = !surface.starts_with(|c: char| c.is_alphanumeric());
        words.push(word);
    }
}

/// Whether a sentence is capitalised like a headline: four of five longer words at least.
fn is_headline<'w>(sentence: impl Iterator<Item = (&'w str, WordId)>) -> bool {
    const LONG: usize = 4;
    let (mut capitals, mut small, mut plain) = (0, 0, false);
    let mut stopped = false;
    for (surface, id) in sentence {
        stopped = surface == ".";
        if surface.len() < LONG {
            continue;
        }
        match surface.as_bytes()[0] {
            b'A'..=b'Z' => {
                capitals += 1;
                plain |= capitals > 1 && is_plain(id);
            }
            b'a'..=b'z' => small += 1,
            _ => (),
        }
    }
    plain && capitals >= 3 && capitals >= 4 * small && !stopped
}

/// Whether a word alone is a country or a capital, and not the adjective of one.
fn is_place(id: WordId) -> bool {
    let gazetteer = lexicon().gazetteer();
    gazetteer.longest(id, |_| WordId::NONE).is_some_and(|(_, known)| {
        let sort = gazetteer.entry(known.entry).map(|entry| entry.sort);
        !known.adjective && matches!(sort, Some(Sort::Country | Sort::Capital))
    })
}

/// Whether some list has the word, and none as a name.
fn is_plain(id: WordId) -> bool {
    let lexicon = lexicon();
    id.is_known()
        && signs(id) & NAME == 0
        && !lexicon.hints(id, Hint::Calendar)
        && lexicon.gazetteer().longest(id, |_| WordId::NONE).is_none()
}

/// A given name, or a family name that stands first.
const NAME: u8 = 1 << 7;

/// What the lists know of a word: forms of verbs and nouns, and the two signs that no form has.
fn signs(id: WordId) -> u8 {
    const FUNCTION_WORD: u8 = 1 << 6;
    let lexicon = lexicon();
    let mut signs = lexicon.form(id).signs.0;
    if lexicon.is(id, Class::FunctionWord) {
        signs |= FUNCTION_WORD;
    }
    if [Hint::Male, Hint::Female, Hint::FirstSurname].into_iter().any(|hint| lexicon.hints(id, hint)) {
        signs |= NAME;
    }
    signs
}

/// The tag of what is no word and leaves no choice, or was too rare to be learned.
fn certain(token: &Token) -> Option<Tag> {
    match token.kind {
        Kind::Number => Some(Tag::CD),
        Kind::Link => Some(Tag::ADD),
        Kind::Punctuation => match token.first {
            '(' | '[' | '{' => Some(Tag::OpenBracket),
            ')' | ']' | '}' => Some(Tag::CloseBracket),
            '\u{201c}' | '\u{ab}' | '\u{201e}' | '\u{2039}' => Some(Tag::OpenQuote),
            '\u{201d}' | '\u{bb}' | '\u{203a}' => Some(Tag::CloseQuote),
            '\u{2013}' | '\u{2014}' => Some(Tag::Comma),
            _ => None,
        },
        Kind::Symbol => match token.first {
            '$' | '\u{a3}' | '\u{20ac}' | '\u{a5}' | '\u{20b9}' => Some(Tag::Currency),
            first if !first.is_ascii() => Some(Tag::SYM),
            _ => None,
        },
        Kind::Word => None,
    }
}

#[cfg(test)]
mod tests {
    use super::tag_words;

    fn check(sentence: &str, tags: &str) {
        let words: Vec<&str> = sentence.split(' ').collect();
        let found: Vec<&str> = tag_words(&words).iter().map(|(tag, _)| tag.as_str()).collect();
        assert_eq!(found.join(" "), tags, "{sentence}");
    }

    #[test]
    fn news() {
        check("The ministry said that 300 people had been injured .", "DT NN VBD IN CD NNS VBD VBN VBN .");
        check("Officials have not confirmed the report .", "NNS VBP RB VBN DT NN .");
        check("Minister Anna Berg will visit Oslo in May .", "NNP NNP NNP MD VB NNP IN NNP .");
        check("It may close the plant .", "PRP MD VB DT NN .");
    }

    #[test]
    fn no_words() {
        assert!(tag_words(&[]).is_empty());
        assert_eq!(tag_words(&[""]).len(), 1);
    }
}
