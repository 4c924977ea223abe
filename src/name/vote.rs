//! What a mention looks like: a place, a person or a body, by the words around it.

use super::called::located;
use super::head::noun_follows;
use super::role::apposed;
use super::spot::{Spot, SpotSort, Words};
use crate::lexicon::Hint;
use crate::text::{Case, Kind, Tag, Token};

/// Signs of a place, of a person, of a body.
pub(super) type Votes = [u32; 3];

const PLACE: usize = 0;
const PERSON: usize = 1;
const BODY: usize = 2;

/// Where a word stands that tells what a name is.
#[derive(Clone, Copy)]
enum Stand {
    /// `northern | Karsova`
    Before,
    /// `shares in | Nordhavn`, with the preposition between.
    BeforeIn,
    BeforeOf,
    BeforeTo,
    BeforeFrom,
    /// `Torvane | have`
    After,
    /// `Nordhavn's | shares`
    Owned,
    /// `Nordhavn, | which`
    Comma,
}

const STANDS: usize = Stand::Comma as usize + 1;

/// Words that tell something where they stand: which side they speak for, and how loud.
const SIGNS: &[(Stand, usize, u32, &str)] = &[
    (Stand::Before, PLACE, 4, SIDES),
    (Stand::Owned, PLACE, 4, SIDES),
    (Stand::BeforeOf, PLACE, 3, SIDES),
    (Stand::BeforeOf, PLACE, 3, "outskirts residents villagers people mayor streets centre center kilometres parts"),
    (Stand::BeforeTo, PLACE, 3, "flew fly travelled traveled returned fled drove moved marched sailed road trip"),
    (Stand::BeforeFrom, PLACE, 3, "were was come came kilometres kilometers km miles fled"),
    (Stand::BeforeIn, BODY, 4, "shares stake stakes investors investor"),
    (Stand::BeforeOf, BODY, 3, "shares shareholders unit subsidiary member members customers"),
    (Stand::Owned, BODY, 3, "chief ceo shares profit profits revenue shareholders board"),
    (Stand::After, BODY, 3, "shares stock fans employees"),
    (Stand::Comma, BODY, 3, "which based"),
    (Stand::BeforeOf, PERSON, 4, "mother father parents son death arrest murder killing trial"),
    (
        Stand::Owned,
        PERSON,
        4,
        "mother father parents wife husband widow family brother sister lawyer lawyers home house death",
    ),
    (Stand::Comma, PERSON, 4, "who"),
    (Stand::After, PERSON, 4, "who"),
];

const SIDES: &str = "northern southern eastern western central north south east west";

/// What a mention that doesn't show what it names looks like.
pub(super) fn votes(words: &Words<'_, '_>, spot: &Spot) -> Votes {
    let (at, end) = (spot.tokens.start, spot.tokens.end);
    let before = at.wrapping_sub(1);
    let mut votes = [0; 3];
    let stands = stands(words, at, end);
    for &(stand, side, weight, listed) in SIGNS {
        if let Some(at) = stands[stand as usize]
            && listed.split(' ').any(|known| known.eq_ignore_ascii_case(words.word(at)))
        {
            votes[side] += weight;
        }
    }
    let [place, person, body] = &mut votes;
    // People and bodies are spoken to, taken from and looked at as well.
    if words.has(before, Hint::Where) && !words.is_word(before, &["from", "to", "at"]) {
        *place += 3;
    }
    // `the town of Ourem`, `the capital Velista`, `the Sayhua bridge`, `Kabulonga, a suburb of ...`
    let named_place = |at: usize| words.is_lower(at) && words.has(at, Hint::Place);
    if located(words, end)
        || stands[Stand::BeforeOf as usize].is_some_and(named_place)
        || (named_place(before) || words.is_word(before, &["capital"]))
            && words.is_word(before.wrapping_sub(1), &["the"])
        || named_place(end)
        || words.is_lower(end) && named_place(end + 1) && words.tag(end) == Some(Tag::NN)
        || apposed(words, end).is_some_and(named_place)
        || begins_dateline(words, at)
    {
        *place += 4;
    }
    // `Jihad Cromer, 18,`
    let number = |at: usize| words.token(at).is_some_and(|token| token.kind == Kind::Number);
    if words.is_mark(end, ',') && number(end + 1) && !words.is_lower(end + 2) {
        *person += 4;
    }
    // `Priya Raman of Colbert Stern, who`
    let owned = stands[Stand::BeforeOf as usize].is_some_and(|at| words.is_capital(at) && !words.is_title(at));
    if owned {
        (*person, *body) = (0, *body + 3);
    }
    // `Torvane, who are`
    let many = |at: usize| words.is_word(at, &["are", "were", "have"]);
    if *person > 0 && (many(end + 1) || many(end + 2)) {
        (*person, *body) = (0, *body + 4);
    }
    // `Torvane agree`, but no `Ourem and the capital Velista agree`
    let several = (at.saturating_sub(4)..at).any(|at| words.is_word(at, &["and", "or"]));
    if (words.tag(end) == Some(Tag::VBP) || many(end)) && !several && !words.word(end - 1).ends_with('s') {
        *body += 2;
    }
    // `the weather agency BMKG`, but no `member Ruiz`
    if words.is_lower(before) && words.has(before, Hint::Body) && !words.has_any(before, &[Hint::Title, Hint::Role]) {
        *body += 3;
    }
    // `the Torvane manager`, `Torvane's coach`
    let office = |at: usize| words.is_lower(at) && words.has(at, Hint::Title);
    if office(end) && words.is_word(before, &["the", "an", "a"])
        || stands[Stand::Owned as usize].is_some_and(|at| office(at) || office(at + 1))
    {
        *body += 1;
    }
    // `the Dream party`
    if words.is_lower(end) && words.has(end, Hint::Body) && !noun_follows(words, end + 1) {
        *body += 2;
    }
    if spot.tokens.len() == 1 && (words.has(at, Hint::Famous) || words.is_given(at)) {
        *person += 3;
    }
    if spot.tokens.len() == 1 && words.token(at).is_some_and(|token| is_lettered(token, words.word(at))) {
        *body += 2;
    }
    let joint = spot.tokens.len() > 1;
    if joint && (words.has(at, Hint::Body) || is_initials(words.word(at))) {
        *body += 3;
    }
    if spot.sort == SpotSort::Strange && is_club(words, spot) {
        *body += 3;
    }
    votes
}

/// The tokens at the places that [`SIGNS`] speak of.
fn stands(words: &Words<'_, '_>, at: usize, end: usize) -> [Option<usize>; STANDS] {
    let before = at.checked_sub(1);
    let over = |small: &[&str]| before.filter(|&before| words.is_word(before, small))?.checked_sub(1);
    [
        before,
        over(&["in"]),
        over(&["of"]),
        over(&["to"]),
        over(&["from"]),
        Some(end),
        Some(end + 1).filter(|_| words.is_possessive(end)),
        Some(end + 1).filter(|_| words.is_mark(end, ',')),
    ]
}

/// `TARNOVEC | , June 10 (Agency) -`: a dateline is a sentence of its own that a dash ends.
fn begins_dateline(words: &Words<'_, '_>, at: usize) -> bool {
    words.token(at).is_some_and(|token| token.case == Case::Upper)
        && words.document.sentences.get(words.document.sentence_of(at)).is_some_and(|sentence| {
            sentence.tokens.start == at && words.token(sentence.tokens.end - 1).is_some_and(Token::is_dash)
        })
}

/// `BMKG`, `FinSight`, but no `McTavish`: letters that stand for words, or a name that was made up.
fn is_lettered(token: &Token, word: &str) -> bool {
    const FAMILIES: &[&str] = &["Mc", "Mac", "De", "Le", "La", "Di", "Du", "Fitz", "O", "D"];
    match token.case {
        Case::Upper => (3..=6).contains(&token.span.len()) && word.bytes().all(|byte| !byte.is_ascii_digit()),
        Case::Mixed => !FAMILIES.iter().any(|family| word.starts_with(family)),
        _ => false,
    }
}

/// `LG Display`, but no `JD Vance`: a person's two initials nearly always have a J.
fn is_initials(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase() && byte != b'J')
}

/// `Racing Vienna`: strange words and a town are a club or a company.
fn is_club(words: &Words<'_, '_>, spot: &Spot) -> bool {
    let last = spot.tokens.end - 1;
    words.known(last, spot.tokens.end).is_some_and(|(_, known)| !known.adjective)
}

/// What a name that is joined to one before it shares with it: `in Kitwe and | Ndola`, `Hexal, Bayer and | Merckle`.
pub(super) fn joined(words: &Words<'_, '_>, last: usize, spot: &Spot) -> bool {
    let (at, end) = (spot.tokens.start, spot.tokens.end);
    let and = |at: usize| words.is_word(at, &["and", "or"]);
    // Not `In neighbouring Chile, Codelco and ...`
    let opens = (last.saturating_sub(4)..last).any(|at| words.is_capital(at) && words.has(at, Hint::Where));
    let goes_on = !opens && (and(end) || words.is_mark(end, ',') && (and(end + 1) || words.is_capital(end + 1)));
    at == last + 1 && (and(last) || words.is_mark(last, ',') && goes_on)
        || at == last + 2 && words.is_mark(last, ',') && and(last + 1)
}

/// Whether a word ends as family names do.
pub(super) fn is_surname(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ov", "ev", "yev", "ova", "eva", "sky", "skyy", "skiy", "ski", "ska", "enko", "chuk", "vich", "vic", "vić",
        "shvili", "dze", "yan", "oglu", "oğlu", "escu", "poulos", "akis", "idis", "sson", "ssen", "nsen", "stein",
        "mann", "elli", "etti", "zadeh", "nejad", "quez", "guez", "chez", "nandez", "moto", "mura",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
