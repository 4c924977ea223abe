//! Spots: stretches of tokens that name something, before it is known whom.

use std::ops::Range;

use crate::lexicon::{Gazetteer, Hint, Known, Sort, WordId, lexicon};
use crate::text::{Case, Document, Kind, Tag, Token};

/// A stretch of tokens that names something.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Its tokens, title and owner not in it.
    pub(super) tokens: Range<usize>,
    /// What it names, as far as it shows.
    pub(super) sort: SpotSort,
    /// The words of a role that stand before it or after it.
    pub(super) role: Option<Range<usize>>,
    /// Whose body it is: the country's entry and the token where its name begins.
    pub(super) owner: Option<(u16, usize)>,
    /// Whether it is a man's or a woman's name.
    pub(super) gender: Option<Gender>,
    /// Whether its capitals show nothing (a title in capitals): it counts only if it is known from elsewhere.
    pub(super) doubtful: bool,
}

/// What a spot names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SpotSort {
    /// An entry of the lists; whether by its adjective or people.
    Known { entry: u16, adjective: bool },
    /// A person.
    Person,
    /// Several words of no language: a person, if nothing around them says otherwise.
    Strange,
    /// A body.
    Body,
    /// A place.
    Place,
    /// A treaty, a war, a prize.
    Event,
    /// It does not show.
    Unknown,
}

/// As names and titles show it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub(super) enum Gender {
    Male,
    Female,
}

/// The tokens of a document with what the lists say of them.
#[derive(Clone, Copy)]
pub(super) struct Words<'d, 't> {
    pub(super) document: &'d Document<'t>,
}

impl<'d, 't> Words<'d, 't> {
    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        self.document.tokens.get(at)
    }

    pub(super) fn has(&self, at: usize, hint: Hint) -> bool {
        self.token(at).is_some_and(|token| lexicon().hints(token.word, hint))
    }

    pub(super) fn has_any(&self, at: usize, hints: &[Hint]) -> bool {
        self.token(at).is_some_and(|token| lexicon().hints_any(token.word, hints))
    }

    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.token(at).map(|token| token.tag)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word && token.is_capitalised())
    }

    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word && token.case == Case::Lower)
    }

    /// Whether it is a word in small letters that no name and no body in small letters has.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == Kind::Word
                && !token.is_capitalised()
                && !lexicon().hints_any(token.word, &[Hint::Particle, Hint::Body, Hint::State])
                && !lexicon().gazetteer().begins(token.word)
        })
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    /// Whether it is a hyphen that joins the words around it.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_dash() && !token.spaced && token.span.len() <= 3)
            && self.token(at + 1).is_some_and(|token| !token.spaced && token.kind == Kind::Word)
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.document.word(at)
    }

    pub(super) fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_some_and(|token| {
            // As bytes, which may be cut anywhere.
            let word = self.document.text.as_bytes().get(token.span.range()).unwrap_or_default();
            words.iter().any(|known| known.len() == word.len() && known.as_bytes().eq_ignore_ascii_case(word))
        })
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(token.first, '\'' | '\u{2019}') && !token.spaced)
            && matches!(self.word(at), "'s" | "\u{2019}s" | "'" | "\u{2019}")
    }

    /// A point after an abbreviation stands in its token; an initial is one letter, perhaps several with points.
    pub(super) fn is_initial(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_capital(at)
            && word.len() <= 6
            && word.split('.').all(|part| part.chars().count() <= 1)
            && (word.contains('.') || word.len() == 1)
    }

    pub(super) fn is_given(&self, at: usize) -> bool {
        self.has_any(at, &[Hint::Male, Hint::Female])
    }

    pub(super) fn is_title(&self, at: usize) -> bool {
        self.has_any(at, &[Hint::Title, Hint::Honorific, Hint::Madam])
    }

    /// What a given name or a title says of a person's gender.
    pub(super) fn gender(&self, at: usize) -> Option<Gender> {
        if self.has(at, Hint::Madam) {
            return Some(Gender::Female);
        }
        match (self.has(at, Hint::Male), self.has(at, Hint::Female)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ if !self.has_any(at, &[Hint::Title, Hint::Honorific, Hint::Role]) => None,
            _ => self.gender_of_title(at),
        }
    }

    /// What the word for somebody without a name says of the gender: `woman`, `policeman`, `sister`.
    pub(super) fn gender_of_calling(&self, at: usize) -> Option<Gender> {
        let word = self.word(at);
        if word.ends_with("woman") || self.is_word(at, &["girl", "sister", "aunt", "niece", "grandmother"]) {
            return Some(Gender::Female);
        }
        let male = word.ends_with("man") && self.has_any(at, &[Hint::Title, Hint::Role])
            || self.is_word(at, &["man", "boy", "brother", "uncle", "nephew", "grandfather"]);
        if male { Some(Gender::Male) } else { self.gender_of_title(at) }
    }

    fn gender_of_title(&self, at: usize) -> Option<Gender> {
        const WOMEN: &[&str] =
            &["actress", "queen", "princess", "duchess", "empress", "widow", "mother", "daughter", "wife", "heiress"];
        const MEN: &[&str] =
            &["mr", "mr.", "mister", "sir", "king", "prince", "duke", "pope", "father", "son", "husband", "sheikh"];
        let word = self.word(at);
        if WOMEN.iter().any(|known| known.eq_ignore_ascii_case(word)) || word.ends_with("woman") {
            Some(Gender::Female)
        } else if MEN.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            Some(Gender::Male)
        } else {
            None
        }
    }

    /// The longest name of the lists that begins at a token and whose capitals are right: its end.
    pub(super) fn known(&self, at: usize, end: usize) -> Option<(usize, Known)> {
        const LONGEST: usize = 16;
        let gazetteer: &Gazetteer = lexicon().gazetteer();
        let first = self.token(at)?;
        if first.kind != Kind::Word || !first.word.is_known() {
            return None;
        }
        let end = end.min(at + LONGEST);
        let nth = |n: usize| (at..end).filter(|&at| !self.is_joint(at)).nth(n);
        let (len, known) = gazetteer.longest(first.word, |n| nth(n).map_or(WordId::NONE, |at| self.listed(at)))?;
        let last = nth(len - 1)?;
        let capitals =
            (0..len.min(8)).all(|n| known.capitals >> n & 1 == 0 || nth(n).is_some_and(|at| self.is_capital(at)));
        // `Fifa`, as British papers write letters that are read as a word
        let body = |known: Known| gazetteer.entry(known.entry).is_some_and(|entry| entry.sort == Sort::Body);
        let word = len == 1 && first.case == Case::Title && first.span.len() > 3;
        let upper = !known.upper || word && body(known) || (at..=last).all(|at| self.is_joint(at) || self.is_upper(at));
        (capitals && upper).then_some((last + 1, known))
    }

    /// The word of the lists that a token is, also if it is a number (`France 24`).
    fn listed(&self, at: usize) -> WordId {
        match self.token(at) {
            Some(token) if token.kind == Kind::Number => lexicon().id(self.word(at)),
            Some(token) => token.word,
            None => WordId::NONE,
        }
    }

    /// Whether it is a word of the language, by the lists of those.
    pub(super) fn is_common(&self, at: usize) -> bool {
        const SHOWN: &[Hint] = &[
            Hint::Title,
            Hint::Role,
            Hint::Modifier,
            Hint::Body,
            Hint::Place,
            Hint::Event,
            Hint::Common,
            Hint::Opening,
            Hint::NotAlone,
        ];
        self.token(at).is_some_and(|token| {
            token.word.is_known() && (!lexicon().only_in_names(token.word) || self.has_any(at, SHOWN))
        })
    }

    fn is_upper(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.case == Case::Upper || self.is_initial(at))
    }

    /// Hyphens, ampersands and slashes, which the lists leave out.
    fn is_joint(&self, at: usize) -> bool {
        self.is_hyphen(at)
            || self.token(at).is_some_and(|token| matches!(token.first, '&' | '/') && token.span.len() == 1)
    }
}
