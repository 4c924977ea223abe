//! What a mention looks like: a place, a person or a body, by the words around it.

use super::called::located;
use super::head::noun_follows;
use super::role::apposed;
use super::spot::{Spot, SpotSort, Words};
use crate::lexicon::{Hint, Sort, lexicon};
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
    BeforeAt,
    /// `makers such as | Nordhavn`
    Example,
    /// `the operator, | Nordhavn,`
    Explained,
    /// `Torvane | shares`
    After,
    /// `Nordhavn's | shares`
    Owned,
    /// `Nordhavn, | which`
    Comma,
    /// `Nordhavn-| owned`
    Hyphen,
}

const STANDS: usize = Stand::Hyphen as usize + 1;

/// Words that tell something where they stand: which side they speak for, and how loud.
const SIGNS: &[(Stand, usize, u32, &str)] = &[
    (Stand::Before, PLACE, 4, SIDES),
    (Stand::Owned, PLACE, 4, SIDES),
    (Stand::BeforeOf, PLACE, 3, SIDES),
    (Stand::BeforeOf, PLACE, 3, "outskirts residents villagers people mayor streets centre center kilometres parts"),
    (Stand::BeforeTo, PLACE, 3, "flew fly travelled traveled returned fled drove moved marched sailed road trip"),
    (Stand::BeforeFrom, PLACE, 3, "were was come came kilometres kilometers km miles fled"),
    (
        Stand::Owned,
        PLACE,
        3,
        "presidential parliamentary prime foreign interior government parliament capital coast border army",
    ),
    (Stand::Hyphen, PLACE, 3, "based born bound"),
    (Stand::Hyphen, BODY, 3, "owned listed made operated"),
    (
        Stand::BeforeAt,
        BODY,
        3,
        "analyst analysts economist strategist professor lecturer partner researcher scientist executive",
    ),
    (Stand::Before, BODY, 3, "giant giants champions side affiliate grocer"),
    (
        Stand::Example,
        PLACE,
        4,
        "cities towns villages countries places districts provinces states areas nations islands",
    ),
    (
        Stand::Example,
        BODY,
        4,
        "companies firms makers banks providers groups airlines brands clubs carriers rivals retailers parties",
    ),
    (Stand::Before, BODY, 1, "rival partner owner"),
    (Stand::BeforeIn, BODY, 4, "shares stake stakes investors investor"),
    (
        Stand::BeforeOf,
        BODY,
        3,
        "shares shareholders unit subsidiary member members customers chairman chairwoman director founder chief boss",
    ),
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
    let single = spot.tokens.len() == 1;
    let before = at.wrapping_sub(1);
    let the = words.is_word(before, &["the"]);
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
    let is_at = |stand: Stand, test: &dyn Fn(usize) -> bool| stands[stand as usize].is_some_and(test);
    let town = |at: usize| words.is_lower(at) && words.has(at, Hint::Place);
    let number = |at: usize| words.token(at).is_some_and(|token| token.kind == Kind::Number);
    if located(words, end)
        || is_at(Stand::BeforeOf, &town)
        || is_at(Stand::Explained, &town)
        // `Tom Lee, 45, of Ourem`, `six from Ourem`
        || is_at(Stand::BeforeOf, &|of| words.is_mark(of, ',') && number(of.wrapping_sub(1)))
        || is_at(Stand::BeforeFrom, &|from| {
            words.tag(from) == Some(Tag::CD) || words.has(from, Hint::Opening) && words.is_mark(from.wrapping_sub(1), ',')
        })
        || (town(before) || words.is_word(before, &["capital"])) && words.is_word(before.wrapping_sub(1), &["the"])
        || (the || words.is_possessive(before)) && (town(end) || town(end + 1) && words.tag(end) == Some(Tag::NN))
        || apposed(words, end).is_some_and(town)
    {
        *place += 4;
    }
    // `Jihad Cromer, 18,`
    if words.is_mark(end, ',') && number(end + 1) && !words.is_lower(end + 2) {
        *person += 4;
    }
    // `Priya Raman of Colbert Stern, who`, `the chairman of Colbert Stern, who`
    let given = single && words.is_given(at);
    if let Some(of) = stands[Stand::BeforeOf as usize].filter(|_| !given) {
        if words.has_any(of, &[Hint::Title, Hint::Role]) {
            *person = 0;
        } else if words.is_capital(of) {
            (*person, *body) = (0, *body + 3);
        }
    }
    // `Torvane, who are`
    let many = |at: usize| words.is_word(at, &["are", "were", "have"]) && !words.word(end - 1).ends_with('s');
    if *person > 0 && (many(end + 1) || many(end + 2)) {
        (*person, *body) = (0, *body + 4);
    }
    // `Torvane agree`, but no `Ourem and the capital Velista agree`
    let several = (at.saturating_sub(4)..at).any(|at| words.is_word(at, &["and", "or"]));
    if (words.tag(end) == Some(Tag::VBP) || many(end)) && !several && !words.word(end - 1).ends_with('s') {
        *body += 2;
    }
    // `the weather agency BMKG`, but no `member Ruiz`
    if is_at(Stand::Before, &|at| is_called(words, at))
        || is_at(Stand::Explained, &|at| is_called(words, at) && stands_alone(words, at))
    {
        *body += 3;
    }
    // `the Torvane manager`, `Torvane boss Ann Lee`, `Torvane's coach`
    let office = |at: usize| words.has(at, Hint::Title) && !words.is_possessive(end + 1);
    if office(end) && (words.is_word(before, &["the", "an", "a"]) || words.is_capital(end + 1))
        || is_at(Stand::Owned, &|at| office(at) || office(at + 1))
    {
        *body += 1;
    }
    // `the Dream party`
    if words.is_lower(end) && words.has(end, Hint::Body) && !noun_follows(words, end + 1) {
        *body += 2;
    }
    if given || words.has(end - 1, Hint::Famous) && (single || spot.sort == SpotSort::Strange) {
        *person += 3;
    }
    if single && words.token(at).is_some_and(|token| is_lettered(token, words.word(at))) {
        *body += 2;
    }
    if !single && (words.has(at, Hint::Body) || is_initials(words.word(at)) || is_initials(words.word(end - 1))) {
        *body += 3;
    }
    for side in [of_town(words, spot), dateline(words, at)].into_iter().flatten() {
        votes[side] += 4;
    }
    votes
}

/// Whether a noun in small letters calls what stands beside it a body: `agency`, `operator`.
pub(super) fn is_called(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_lower(at)
        && words.has(at, Hint::Body)
        && !words.word(at).ends_with('s')
        && !words.has_any(at, &[Hint::Title, Hint::Role])
}

/// The tokens at the places that [`SIGNS`] speak of.
fn stands(words: &Words<'_, '_>, at: usize, end: usize) -> [Option<usize>; STANDS] {
    let before = at.checked_sub(1);
    let word = |at: usize| words.token(at).is_some_and(|token| token.kind == Kind::Word);
    // `of the Ourem`
    let over = |small: &[&str]| {
        let the = usize::from(words.is_word(at.wrapping_sub(1), &["the"]));
        before?.checked_sub(the).filter(|&before| words.is_word(before, small))?.checked_sub(1)
    };
    let such = over(&["as"]).filter(|&such| words.is_word(such, &["such"])).unwrap_or(at);
    let mut stands = [None; STANDS];
    for (stand, token) in [
        (Stand::Before, before),
        (Stand::BeforeIn, over(&["in"])),
        (Stand::BeforeOf, over(&["of"])),
        (Stand::BeforeTo, over(&["to"])),
        (Stand::BeforeFrom, over(&["from"])),
        (Stand::BeforeAt, over(&["at"])),
        (Stand::Example, such.checked_sub(1).filter(|_| such < at).or_else(|| over(&["including"]))),
        (Stand::Explained, at.checked_sub(2).filter(|_| words.is_mark(at - 1, ',') && !word(end))),
        (Stand::After, Some(end)),
        (Stand::Owned, Some(end + 1).filter(|_| words.is_possessive(end))),
        (Stand::Comma, Some(end + 1).filter(|_| words.is_mark(end, ','))),
        (Stand::Hyphen, Some(end + 1).filter(|_| words.is_hyphen(end))),
    ] {
        stands[stand as usize] = token;
    }
    stands
}

/// Whether no preposition stands before a noun and what belongs to it: not `to the supreme | court`.
fn stands_alone(words: &Words<'_, '_>, noun: usize) -> bool {
    const FAR: usize = 6;
    let before = (noun.saturating_sub(FAR)..noun).rev().find(|&at| {
        !matches!(
            words.tag(at),
            Some(Tag::NN | Tag::NNP | Tag::JJ | Tag::JJS | Tag::DT | Tag::POS | Tag::PRPS | Tag::CD)
        ) && !words.is_hyphen(at)
    });
    before.is_none_or(|at| !matches!(words.tag(at), Some(Tag::IN | Tag::TO)))
}

/// `TARNOVEC | , June 10 (Agency) -`: a dateline is a sentence of its own that a dash ends; in brackets stands who
/// reports.
fn dateline(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    let bracket = at > 0 && words.is_mark(at - 1, '(');
    if !bracket && words.token(at)?.case != Case::Upper {
        return None;
    }
    let sentence = words.document.sentences.get(words.document.sentence_of(at))?;
    let dashed = words.token(sentence.tokens.end - 1).is_some_and(Token::is_dash);
    match sentence.tokens.start == at {
        _ if !dashed => None,
        true => Some(PLACE),
        false => Some(BODY).filter(|_| bracket),
    }
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

/// `Olimpik Vienna`: strange words and a town or country are a club or a company, and with a state a place.
fn of_town(words: &Words<'_, '_>, spot: &Spot) -> Option<usize> {
    let (_, known) = words.known(spot.tokens.end - 1, spot.tokens.end).filter(|_| spot.sort == SpotSort::Strange)?;
    match lexicon().gazetteer().entry(known.entry)?.sort {
        _ if known.adjective => Some(BODY),
        Sort::Place | Sort::Capital | Sort::Country => Some(BODY),
        Sort::AmericanPlace => Some(PLACE),
        _ => None,
    }
}

/// What a name that is joined to one before it shares with it: `in Kitwe and | Ndola`, `Hexal, Bayer and | Merckle`.
pub(super) fn joined(words: &Words<'_, '_>, last: usize, spot: &Spot) -> bool {
    let (at, end) = (spot.tokens.start, spot.tokens.end);
    let and = |at: usize| words.is_word(at, &["and", "or"]);
    // Not `In neighbouring Chile, Codelco and ...`
    let opens = (last.saturating_sub(4)..last).any(|at| words.is_capital(at) && words.has(at, Hint::Where));
    let closed = words.is_mark(end, ',') || words.is_mark(end, '.');
    let address = closed && last > 0 && words.has(last - 1, Hint::Place);
    let goes_on =
        address || !opens && (and(end) || words.is_mark(end, ',') && (and(end + 1) || words.is_capital(end + 1)));
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
