//! Part-of-speech tags by rules: word lists, endings, capitals and neighbours.

use std::sync::LazyLock;

use super::{Case, Kind, Sentence, Span, Tag, Token, cut};
use crate::lexicon::{Form, lexicon};

/// Tags the tokens of a text in place.
pub(super) fn tag(text: &str, sentences: &[Sentence], tokens: &mut [Token]) {
    for sentence in sentences {
        if let Some(tokens) = tokens.get_mut(sentence.tokens.clone()) {
            tag_sentence(text, tokens);
        }
    }
}

/// Tags for words that were cut elsewhere, one for each; they are read as one sentence.
#[must_use]
pub fn tag_words(words: &[&str]) -> Vec<Tag> {
    let text = words.join(" ");
    let mut at = 0;
    let mut tokens: Vec<Token> = Vec::with_capacity(words.len());
    for word in words {
        tokens.push(cut::whole(&text, Span::new(at, at + word.len())));
        at += word.len() + 1;
    }
    tag_sentence(&text, &mut tokens);
    tokens.iter().map(|token| token.tag).collect()
}

/// The tags that a word may have.
#[derive(Clone, Copy, Default)]
struct Choices {
    /// One bit for each tag.
    bits: u64,
    /// The likeliest; none where `bits` is 0.
    first: Option<Tag>,
}

impl Choices {
    fn of(tags: &[Tag]) -> Self {
        let mut choices = Self::default();
        for &tag in tags {
            choices.add(tag);
        }
        choices
    }

    fn add(&mut self, tag: Tag) {
        self.bits |= 1 << tag as u8;
        self.first.get_or_insert(tag);
    }

    fn has(self, tag: Tag) -> bool {
        self.bits & 1 << tag as u8 != 0
    }
}

/// What the lists say of every word, by its number.
static LISTED: LazyLock<Vec<Choices>> = LazyLock::new(|| lexicon().words().map(listed).collect());

fn listed(word: crate::lexicon::WordId) -> Choices {
    let mut choices = Choices::default();
    lexicon().speech(word).split(' ').filter_map(Tag::parse).for_each(|tag| choices.add(tag));
    let form = lexicon().form(word);
    if choices.first.is_some_and(|tag| !matches!(tag, Tag::NN | Tag::NNS | Tag::JJ | Tag::NNP)) {
        return choices;
    }
    let Form { base, third, gerund, past, participle, noun_too, noun, .. } = form;
    let singular = noun_too && base;
    for (holds, tag) in [
        (noun.is_known(), Tag::NNS),
        (singular, Tag::NN),
        (noun_too && third, Tag::NNS),
        (past, Tag::VBD),
        (participle, Tag::VBN),
        (base, Tag::VB),
        (base, Tag::VBP),
        (third, Tag::VBZ),
        (gerund, Tag::VBG),
        // Nearly every verb has a noun of the same form; it is only less likely.
        (base && !noun_too, Tag::NN),
        (third && !noun_too, Tag::NNS),
    ] {
        if holds {
            choices.add(tag);
        }
    }
    choices
}

fn tag_sentence(text: &str, tokens: &mut [Token]) {
    let loud = tokens.iter().filter(|token| token.case == Case::Upper).count() * 2
        > tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let mut state = State::default();
    for at in 0..tokens.len() {
        let tag = if let Some(tag) = mark(&tokens[at], at, &state) {
            tag
        } else {
            let choices = choices(text, tokens, at, loud);
            state.choose(text, tokens, at, choices)
        };
        tokens[at].tag = tag;
        state.step(text, &tokens[at]);
    }
}

/// The tag of what is no word.
fn mark(token: &Token, at: usize, state: &State) -> Option<Tag> {
    Some(match token.kind {
        Kind::Word => return None,
        Kind::Number => Tag::CD,
        Kind::Link => Tag::ADD,
        Kind::Symbol => match token.first {
            '$' | '\u{a3}' | '\u{20ac}' | '\u{a5}' | '\u{20b9}' => Tag::Currency,
            '%' => Tag::NN,
            '&' => Tag::CC,
            _ => Tag::SYM,
        },
        Kind::Punctuation => match token.first {
            '.' | '!' | '?' | '\u{2026}' if token.span.len() > 1 && token.first == '.' => Tag::Comma,
            '.' | '!' | '?' | '\u{3002}' => Tag::Period,
            ',' | '\u{2026}' | '\u{2013}' | '\u{2014}' => Tag::Comma,
            '(' | '[' | '{' => Tag::OpenBracket,
            ')' | ']' | '}' => Tag::CloseBracket,
            '\u{201c}' | '\u{ab}' | '\u{201e}' | '\u{2018}' | '\u{2039}' => Tag::OpenQuote,
            '\u{201d}' | '\u{bb}' | '\u{203a}' => Tag::CloseQuote,
            '"' if token.spaced || at == 0 => Tag::OpenQuote,
            '"' => Tag::CloseQuote,
            '\'' | '\u{2019}' if state.last.is_noun() => Tag::POS,
            '\'' | '\u{2019}' if token.spaced => Tag::OpenQuote,
            '\'' | '\u{2019}' => Tag::CloseQuote,
            '-' if token.span.len() > 1 => Tag::Comma,
            '-' if token.spaced => Tag::Comma,
            '-' | '\u{2010}' | '\u{2011}' => Tag::HYPH,
            '/' => Tag::Comma,
            _ => Tag::Colon,
        },
    })
}

/// The tags that a word may have, from the lists, its capitals and its ending.
fn choices(text: &str, tokens: &[Token], at: usize, loud: bool) -> Choices {
    let token = &tokens[at];
    let known = LISTED.get(token.word.index()).copied().unwrap_or_default();
    if loud || !token.is_capitalised() {
        return if known.first.is_some() { known } else { by_ending(text, token) };
    }
    let begins = at == 0
        || matches!(tokens[at - 1].tag, Tag::OpenQuote | Tag::Colon)
        || (at == 1 && tokens[0].kind != Kind::Word);
    let closed = known.first.is_some_and(|tag| !tag.is_noun() && !tag.is_verb() && tag != Tag::JJ && tag != Tag::UH);
    let next_capital = tokens.get(at + 1).is_some_and(|next| next.is_capitalised() && next.kind == Kind::Word);
    if closed || (begins && known.first.is_some() && !(next_capital && token.case == Case::Upper)) {
        return known;
    }
    if known.first == Some(Tag::JJ) && !begins && is_demonym(token.span.of(text)) {
        return known;
    }
    let surface = token.span.of(text);
    if demonym_ending(surface)
        && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Word && !next.is_capitalised())
    {
        return Choices::of(&[Tag::JJ, Tag::NNP]);
    }
    if begins && !next_capital && token.case == Case::Title {
        let guess = by_ending(text, token);
        if guess.first != Some(Tag::NN) {
            return guess;
        }
    }
    let plural = surface.len() > 3
        && surface.ends_with('s')
        && !surface.ends_with("ss")
        && !surface.ends_with("us")
        && !surface.ends_with("is");
    Choices::of(if plural && token.case != Case::Upper { &[Tag::NNP, Tag::NNPS] } else { &[Tag::NNP] })
}

fn is_demonym(surface: &str) -> bool {
    demonym_ending(surface) || surface.ends_with('i') || surface.ends_with("ch") || surface.ends_with("ss")
}

fn demonym_ending(surface: &str) -> bool {
    surface.len() > 4 && ["ian", "ean", "ish", "ese", "can"].iter().any(|ending| surface.ends_with(ending))
}

/// The tags that a word's ending lets expect.
fn by_ending(text: &str, token: &Token) -> Choices {
    let word = token.span.of(text);
    let ends = |ending: &str| {
        word.len() > ending.len() + 1
            && word.get(word.len() - ending.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
    };
    if token.first.is_ascii_digit() {
        return Choices::of(if ends("s") { &[Tag::NNS] } else { &[Tag::JJ] });
    }
    if ends("ly") {
        return Choices::of(&[Tag::RB, Tag::JJ]);
    }
    if ends("ing") {
        return Choices::of(&[Tag::VBG, Tag::NN, Tag::JJ]);
    }
    if ends("ed") {
        return Choices::of(&[Tag::VBN, Tag::VBD, Tag::JJ]);
    }
    const ADJECTIVES: [&str; 16] = [
        "ous", "ful", "less", "able", "ible", "ical", "ial", "ional", "ive", "ic", "ary", "ish", "ese", "ian", "ual",
        "al",
    ];
    if ADJECTIVES.iter().any(|ending| ends(ending)) {
        return Choices::of(&[Tag::JJ, Tag::NN]);
    }
    if ends("s") && !ends("ss") && !ends("us") && !ends("is") {
        return Choices::of(&[Tag::NNS, Tag::VBZ]);
    }
    if ends("est") {
        return Choices::of(&[Tag::JJS, Tag::NN]);
    }
    Choices::of(&[Tag::NN, Tag::JJ])
}

/// What the words before tell.
#[derive(Clone, Copy)]
struct State {
    /// The tag before.
    last: Tag,
    /// The last tag that is no adverb.
    firm: Tag,
    /// The auxiliary before, if only adverbs came after it (or, in a question, its subject).
    auxiliary: Auxiliary,
    /// Whether the word before is a form of `do`, `let`, `help` or `make`, which a bare infinitive follows.
    bare: bool,
    /// How many words may still stand between the auxiliary and its verb.
    reach: u8,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Auxiliary {
    None,
    Have,
    Be,
    Do,
    Modal,
}

impl Default for State {
    fn default() -> Self {
        Self { last: Tag::Period, firm: Tag::Period, auxiliary: Auxiliary::None, bare: false, reach: 0 }
    }
}

impl State {
    fn step(&mut self, text: &str, token: &Token) {
        let tag = token.tag;
        let auxiliary = if tag == Tag::MD {
            Auxiliary::Modal
        } else if tag.is_verb() {
            let verb = lexicon().form(token.word).verb;
            let surface = token.span.of(text);
            match lexicon().text(if verb.is_known() { verb } else { token.word }) {
                "have" | "'ve" => Auxiliary::Have,
                "do" => Auxiliary::Do,
                "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'m" | "'re" | "get" => Auxiliary::Be,
                _ if surface.eq_ignore_ascii_case("'s") || surface == "\u{2019}s" => Auxiliary::Be,
                _ => Auxiliary::None,
            }
        } else {
            Auxiliary::None
        };
        let verbal = auxiliary != Auxiliary::None;
        if verbal {
            // Only where the auxiliary comes first, in a question, does the subject stand after it.
            let asks = !matches!(self.firm, Tag::PRP | Tag::WDT | Tag::WP | Tag::EX) && !self.firm.is_noun();
            self.reach = if asks { 5 } else { 2 };
            self.auxiliary = auxiliary;
        } else if tag.is_verb() || matches!(tag, Tag::Comma | Tag::Period | Tag::Colon | Tag::IN | Tag::TO) {
            self.auxiliary = Auxiliary::None;
        } else if !matches!(tag, Tag::RB) {
            self.reach = self.reach.saturating_sub(1);
            let nominal = tag.is_noun() || matches!(tag, Tag::PRP | Tag::DT | Tag::JJ | Tag::PRPS | Tag::CD | Tag::POS);
            if !nominal || self.reach <= 1 {
                self.auxiliary = Auxiliary::None;
            }
        }
        self.bare = tag.is_verb() && matches!(lexicon().text(lexicon().form(token.word).verb), "let" | "help" | "make")
            || self.bare && (tag.is_noun() || matches!(tag, Tag::PRP | Tag::DT | Tag::PRPS));
        self.last = tag;
        if !matches!(tag, Tag::RB | Tag::OpenQuote | Tag::CloseQuote) {
            self.firm = tag;
        }
    }

    /// The tag of a word among its choices.
    fn choose(&self, text: &str, tokens: &[Token], at: usize, choices: Choices) -> Tag {
        let near = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| lexicon().text(token.word));
        if matches!((near(Some(at)), near(Some(at + 1))), ("no", "longer"))
            || matches!((near(at.checked_sub(1)), near(Some(at))), ("no", "longer"))
        {
            return Tag::RB;
        }
        let first = choices.first.unwrap_or(Tag::NN);
        if choices.bits.is_power_of_two() {
            return first;
        }
        let next = peek(text, tokens, at + 1);
        let nominal_next = next.is_noun()
            || matches!(next, Tag::JJ | Tag::JJS | Tag::JJR | Tag::CD | Tag::PRPS | Tag::DT | Tag::VBN | Tag::VBG);
        match first {
            Tag::IN if choices.has(Tag::WDT) => return self.that(next),
            Tag::DT if choices.has(Tag::PDT) => {
                return if matches!(next, Tag::DT | Tag::PRPS) { Tag::PDT } else { Tag::DT };
            }
            Tag::DT if choices.has(Tag::RB) => return if next == Tag::Comma { Tag::UH } else { Tag::DT },
            Tag::PDT => return if next == Tag::DT { Tag::PDT } else { Tag::JJ },
            Tag::PRPS if choices.has(Tag::PRP) => {
                let owns = next.is_noun() || matches!(next, Tag::JJ | Tag::CD | Tag::VBG | Tag::VBN | Tag::JJS);
                return if owns { Tag::PRPS } else { Tag::PRP };
            }
            Tag::WP if choices.has(Tag::WDT) => {
                return if next.is_noun() || next == Tag::JJ { Tag::WDT } else { Tag::WP };
            }
            Tag::EX => {
                let exists = matches!(next, Tag::VBZ | Tag::VBP | Tag::VBD | Tag::MD | Tag::POS);
                return if exists { Tag::EX } else { Tag::RB };
            }
            Tag::POS => {
                let verb = matches!(self.last, Tag::PRP | Tag::WP | Tag::EX | Tag::RB | Tag::DT | Tag::WRB | Tag::WDT)
                    || matches!(next, Tag::DT | Tag::VBG);
                return if verb { Tag::VBZ } else { Tag::POS };
            }
            Tag::VBP if choices.has(Tag::VB) && first == Tag::VBP => return self.base_form(),
            Tag::VBD
                if tokens[at].span.len() < 5 && choices.has(Tag::VBN) && lexicon().text(tokens[at].word) == "had" =>
            {
                return if self.auxiliary == Auxiliary::Have { Tag::VBN } else { Tag::VBD };
            }
            Tag::RB if choices.has(Tag::IN) => {
                if matches!(next, Tag::JJ | Tag::RB) && lexicon().text(tokens[at].word) != "before" {
                    return Tag::RB;
                }
                return if matches!(next, Tag::Comma | Tag::Period) { Tag::RB } else { Tag::IN };
            }
            Tag::RP => {
                return if self.firm.is_verb() && !matches!(next, Tag::CD) {
                    if next == Tag::IN || nominal_next || next == Tag::Period || next == Tag::NNP {
                        if nominal_next && lexicon().text(tokens[at].word) == "on" { Tag::IN } else { Tag::RP }
                    } else {
                        Tag::RP
                    }
                } else if nominal_next || next == Tag::PRP {
                    Tag::IN
                } else {
                    Tag::RB
                };
            }
            Tag::JJR if choices.has(Tag::RBR) => {
                return if matches!(next, Tag::JJ | Tag::RB | Tag::VBN) { Tag::RBR } else { Tag::JJR };
            }
            Tag::JJS if choices.has(Tag::RBS) => {
                return if matches!(next, Tag::JJ | Tag::RB | Tag::VBN) { Tag::RBS } else { Tag::JJS };
            }
            Tag::RBR => return if next.is_noun() || self.auxiliary == Auxiliary::Be { Tag::JJR } else { Tag::RBR },
            Tag::RBS => return if next.is_noun() || self.last == Tag::DT { Tag::JJS } else { Tag::RBS },
            Tag::UH => return if choices.has(Tag::DT) && next.is_noun() { Tag::DT } else { Tag::UH },
            Tag::MD => return if self.last == Tag::IN && tokens[at].is_capitalised() { Tag::NNP } else { Tag::MD },
            _ => {}
        }
        self.open(choices, first, next)
    }

    /// `that`: a pronoun before a verb, a determiner before a noun in the singular, else a conjunction.
    fn that(&self, next: Tag) -> Tag {
        let verb_next = next.is_finite() || matches!(next, Tag::POS);
        if self.last.is_noun() && verb_next {
            return Tag::WDT;
        }
        let begins = matches!(self.last, Tag::Period | Tag::Comma | Tag::IN | Tag::OpenQuote | Tag::CC | Tag::TO);
        if verb_next || (begins && next == Tag::NN) || matches!(next, Tag::Period | Tag::Comma) {
            return Tag::DT;
        }
        Tag::IN
    }

    /// A verb's base: an infinitive, or a present tense.
    fn base_form(&self) -> Tag {
        if self.last == Tag::TO
            || self.firm == Tag::TO
            || self.bare
            || matches!(self.auxiliary, Auxiliary::Modal | Auxiliary::Do)
            || self.firm == Tag::MD
        {
            Tag::VB
        } else if self.firm.is_noun()
            || matches!(self.firm, Tag::PRP | Tag::WDT | Tag::WP | Tag::EX | Tag::DT | Tag::CD | Tag::Comma | Tag::CC)
        {
            Tag::VBP
        } else {
            Tag::VB
        }
    }

    /// Nouns, verbs and adjectives.
    fn open(&self, choices: Choices, first: Tag, next: Tag) -> Tag {
        let determined = matches!(
            self.last,
            Tag::DT | Tag::PRPS | Tag::POS | Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::PDT | Tag::WPS
        );
        let infinitive = self.firm == Tag::TO || self.auxiliary == Auxiliary::Modal || self.auxiliary == Auxiliary::Do;
        if choices.has(Tag::VB) {
            if infinitive && !determined || (self.bare && self.last != Tag::DT) {
                return Tag::VB;
            }
            let plural_subject =
                matches!(self.firm, Tag::NNS | Tag::NNPS | Tag::WDT | Tag::WP) || (self.firm == Tag::PRP);
            if choices.has(Tag::VBD) {
                // `put`, `cut`: past and base alike.
                return self.past(choices, next);
            }
            if determined || self.last == Tag::IN || self.last.is_verb() || self.auxiliary == Auxiliary::Be {
                return if choices.has(Tag::JJ) && (next.is_noun() || first == Tag::JJ) { Tag::JJ } else { Tag::NN };
            }
            if plural_subject && choices.has(Tag::VBP) {
                return Tag::VBP;
            }
            if matches!(self.last, Tag::NN | Tag::NNP) {
                return if first == Tag::VB && matches!(next, Tag::DT | Tag::PRP | Tag::PRPS) {
                    Tag::VBP
                } else {
                    Tag::NN
                };
            }
            return if matches!(first, Tag::NN | Tag::JJ) { first } else { Tag::VB };
        }
        if choices.has(Tag::VBZ) && choices.has(Tag::NNS) {
            if determined || matches!(self.last, Tag::IN | Tag::NNS | Tag::TO | Tag::CC) || self.last.is_verb() {
                return Tag::NNS;
            }
            if matches!(self.firm, Tag::PRP | Tag::WDT | Tag::WP | Tag::NNP) {
                return Tag::VBZ;
            }
            let object = matches!(next, Tag::DT | Tag::PRP | Tag::PRPS | Tag::TO | Tag::IN | Tag::WRB | Tag::NNP);
            let likely = first == Tag::VBZ;
            return if self.firm == Tag::NN && object && (likely || matches!(next, Tag::DT | Tag::PRPS | Tag::PRP)) {
                Tag::VBZ
            } else {
                Tag::NNS
            };
        }
        if choices.has(Tag::VBN) {
            return self.past(choices, next);
        }
        if choices.has(Tag::VBG) {
            return if determined && !next.is_noun() { Tag::NN } else { Tag::VBG };
        }
        if choices.has(Tag::NNPS) {
            return if matches!(self.last, Tag::DT | Tag::JJ) && !matches!(next, Tag::NNP) { Tag::NNPS } else { first };
        }
        if choices.has(Tag::JJ) && choices.has(Tag::NN) {
            if next.is_noun() || next == Tag::JJ {
                return Tag::JJ;
            }
            if matches!(self.last, Tag::DT | Tag::PRPS | Tag::JJ | Tag::POS | Tag::IN) {
                return Tag::NN;
            }
            return first;
        }
        first
    }

    /// A past or a participle.
    fn past(&self, choices: Choices, next: Tag) -> Tag {
        let determined = matches!(self.last, Tag::DT | Tag::PRPS | Tag::POS | Tag::JJ | Tag::CD);
        if matches!(self.auxiliary, Auxiliary::Have | Auxiliary::Be) {
            return Tag::VBN;
        }
        if determined {
            return if choices.has(Tag::NN) && !next.is_noun() { Tag::NN } else { Tag::VBN };
        }
        if !choices.has(Tag::VBD) {
            return Tag::VBN;
        }
        if matches!(self.last, Tag::IN | Tag::Period | Tag::VBN | Tag::HYPH) || self.last.is_verb() {
            return if choices.has(Tag::NN) { Tag::NN } else { Tag::VBN };
        }
        Tag::VBD
    }
}

/// The likeliest tag of the word ahead, without its neighbours.
fn peek(text: &str, tokens: &[Token], at: usize) -> Tag {
    let Some(token) = tokens.get(at) else { return Tag::Period };
    match mark(token, at, &State::default()) {
        Some(tag) => tag,
        None => choices(text, tokens, at, false).first.unwrap_or(Tag::NN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_decide() {
        for (sentence, tags) in [
            ("The troops attack the town", "DT NNS VBP DT NN"),
            ("They plan to attack", "PRP VBP TO VB"),
            ("The attack was denied", "DT NN VBD VBN"),
            ("He said that they had not been paid", "PRP VBD IN PRP VBD RB VBN VBN"),
            ("Ukraine 's army", "NNP POS NN"),
        ] {
            let words: Vec<&str> = sentence.split(' ').collect();
            let found: Vec<&str> = tag_words(&words).iter().map(|tag| tag.as_str()).collect();
            assert_eq!(found.join(" "), tags, "{sentence}");
        }
    }
}
