//! What the recognisers read from: the tokens of one block, what they say of time, and what the
//! article has named so far.

use std::cell::Cell;
use std::ops::Range;

use chrono::NaiveDate;

use super::value::{Amount, Value};
use super::{DateKind, DateModifier};
use crate::lexicon::{Function, Lexicon, TimeWord, Unit, WordId, lexicon};
use crate::text::{Case, Document, Kind, Tag, Token};

/// An expression that was found.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) kind: DateKind,
    pub(super) value: Value,
    pub(super) modifier: Option<DateModifier>,
}

impl Found {
    /// With the TIMEX3 type that goes with the value.
    pub(super) fn new(tokens: Range<usize>, value: Value) -> Self {
        let kind = match value {
            Value::Time(..) => DateKind::Time,
            Value::Duration(..) => DateKind::Duration,
            _ => DateKind::Date,
        };
        Self { tokens, kind, value, modifier: None }
    }

    pub(super) fn set(tokens: Range<usize>, value: Value) -> Self {
        Self { kind: DateKind::Set, ..Self::new(tokens, value) }
    }

    /// With `the` before it, where it stands there.
    pub(super) fn with_the(mut self, reader: &Reader<'_, '_>) -> Self {
        if let Some(before) = self.tokens.start.checked_sub(1)
            && reader.is(before, Function::The)
        {
            self.tokens.start = before;
        }
        self
    }
}

/// The tokens of one block, and what is known.
#[derive(Debug)]
pub(super) struct Reader<'r, 't> {
    pub(super) document: &'r Document<'t>,
    lexicon: &'static Lexicon,
    /// The tokens that may be read: from the end of the expression found last to the block's end.
    pub(super) tokens: Range<usize>,
    /// The article's own day.
    published: Option<NaiveDate>,
    /// Whether that was asked for.
    pub(super) asked: Cell<bool>,
    /// The days named last, first and last of them, and the sentence they were named in.
    pub(super) named: Option<((NaiveDate, NaiveDate), usize)>,
    /// The sentence that is being read.
    pub(super) sentence: usize,
    /// The months whose names are also those of people here, as bits.
    people: u16,
    /// How much of the article has the day first in dates, less what has it second, once that was asked; see
    /// [`super::find::numeric`].
    pub(super) day_first: Cell<Option<i32>>,
    /// Whether a date was just read of which the article doesn't tell.
    pub(super) open: Cell<bool>,
}

impl<'r, 't> Reader<'r, 't> {
    pub(super) fn new(document: &'r Document<'t>, published: Option<NaiveDate>) -> Self {
        Self {
            document,
            lexicon: lexicon(),
            tokens: 0..0,
            published,
            asked: Cell::new(false),
            named: None,
            sentence: 0,
            people: 0,
            day_first: Cell::new(None),
            open: Cell::new(false),
        }
    }

    /// The article's own day.
    pub(super) fn published(&self) -> Option<NaiveDate> {
        self.asked.set(true);
        self.published
    }

    pub(super) fn token(&self, at: usize) -> Option<&'r Token> {
        if self.tokens.contains(&at) { self.document.tokens.get(at) } else { None }
    }

    pub(super) fn text(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| token.span.of(self.document.text))
    }

    /// What a single word says of time.
    pub(super) fn word(&self, at: usize) -> Option<TimeWord> {
        self.lexicon.time_word(self.token(at)?.word)
    }

    /// What the longest phrase that begins here says of time, and the token after it.
    pub(super) fn phrase(&self, at: usize) -> Option<(usize, TimeWord)> {
        let first = self.token(at)?.word;
        if !first.is_known() {
            return None;
        }
        // An apostrophe that stands alone (`Presidents' Day`) is passed over.
        let apostrophe = |at: usize| {
            self.token(at)
                .is_some_and(|token| matches!(token.first, '\'' | '\u{2019}') && token.kind == Kind::Punctuation)
        };
        let nth = |n: usize| (0..n).fold(at, |at, _| at + 1 + usize::from(apostrophe(at + 1)));
        let (len, word) = self.lexicon.time(first, |n| self.token(nth(n)).map_or(WordId::NONE, |token| token.word))?;
        Some((nth(len - 1) + 1, word))
    }

    /// Whether what stands there makes no time of the number before it: a word that has nothing to do with time and so is
    /// counted, or a mark that parts.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| match token.kind {
            Kind::Word => {
                !self.lexicon.is_timely(token.word)
                    && (token.word.is_known() || !self.text(at).eq_ignore_ascii_case("o'clock"))
            }
            _ => matches!(token.first, ',' | '.' | ';' | '%' | ')' | '\u{201d}'),
        })
    }

    pub(super) fn is(&self, at: usize, function: Function) -> bool {
        self.word(at) == Some(TimeWord::Function(function))
    }

    /// Whether the token before `at` is this small word.
    pub(super) fn follows(&self, at: usize, function: Function) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, function))
    }

    /// A plain number of at most four digits: its value and how many digits it is written with.
    pub(super) fn digits(&self, at: usize) -> Option<(i32, usize)> {
        let token = self.token(at)?;
        let len = token.span.len();
        if token.kind != Kind::Number || len > 4 {
            return None;
        }
        self.text(at).parse().ok().map(|number| (number, len))
    }

    /// Whether no space stands before the token.
    pub(super) fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.spaced)
    }

    /// Whether it is a hyphen or dash with no space on either side.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_dash() && !token.spaced) && self.joined(at + 1)
    }

    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    /// `at`, or the token after it where a comma stands there.
    pub(super) fn after_comma(&self, at: usize) -> usize {
        if self.mark(at, ',') { at + 1 } else { at }
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capitalised)
    }

    /// Whether it is a word without a capital.
    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.case == Case::Lower)
    }

    /// A unit of time, and whether it is plural.
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        match self.word(at)? {
            TimeWord::Unit(unit) => Some((unit, false)),
            TimeWord::Units(unit) => Some((unit, true)),
            TimeWord::Ordinal(2) => Some((Unit::Second, false)),
            _ => None,
        }
    }

    /// Whether it may stand between a number and its unit: `two full years`.
    pub(super) fn is_adjective_of_time(&self, at: usize) -> bool {
        self.word(at) == Some(TimeWord::Between)
    }

    /// A month's name; a doubtful one only with its capital.
    pub(super) fn month(&self, at: usize) -> Option<u8> {
        match self.word(at)? {
            TimeWord::Month(month) => Some(month),
            TimeWord::DoubtfulMonth(month) | TimeWord::ShortMonth(month) => self.is_capitalised(at).then_some(month),
            _ => None,
        }
    }

    /// A weekday's name.
    pub(super) fn weekday(&self, at: usize) -> Option<u8> {
        match self.word(at)? {
            TimeWord::Weekday(day) => Some(day),
            TimeWord::ShortWeekday(day) => self.is_capitalised(at).then_some(day),
            _ => None,
        }
    }

    /// A year of four digits, and the token after it.
    pub(super) fn year(&self, at: usize) -> Option<(i32, usize)> {
        let (number, len) = self.digits(at)?;
        let fits = len == 4 && (1000..=2199).contains(&number) && !self.mark(at + 1, '%');
        fits.then_some((number, at + 1))
    }

    /// An ordinal (`third`, `3rd`), and the token after it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(i32, usize)> {
        if self.token(at)?.first.is_ascii_digit() {
            let number = ["st", "nd", "rd", "th"].iter().find_map(|end| self.figure_before(at, end));
            return number.map(|number| (number, at + 1));
        }
        match self.word(at)? {
            TimeWord::Ordinal(number) => Some((i32::from(number), at + 1)),
            TimeWord::Number(tens @ 20..=90) if self.hyphen(at + 1) => match self.word(at + 2)? {
                TimeWord::Ordinal(ones @ 1..=9) => Some((i32::from(tens) + i32::from(ones), at + 3)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The number of at most four digits that a word begins with and this ending closes: `1990s`, `'90s`, `4th`.
    pub(super) fn figure_before(&self, at: usize, ending: &str) -> Option<i32> {
        self.token(at).filter(|token| token.kind == Kind::Word && !token.first.is_alphabetic())?;
        let word = self.text(at).trim_start_matches(['\'', '\u{2018}', '\u{2019}']);
        let figure = word.len().checked_sub(ending.len()).filter(|figure| (1..=4).contains(figure))?;
        let (figure, tail) = word.split_at_checked(figure)?;
        if tail.eq_ignore_ascii_case(ending) { figure.parse().ok() } else { None }
    }

    /// How many (`two`, `1.5`, `a dozen`, `several`, `two and a half`), and the token after it.
    pub(super) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        let token = self.token(at)?;
        let (amount, to) = if token.kind == Kind::Number {
            // `6 1/2 years`
            let half = self.text(at + 1) == "1" && self.mark(at + 2, '/') && self.text(at + 3) == "2";
            let half_sign = self.joined(at + 1) && self.text(at + 1) == "½";
            let whole = decimal(self.text(at))?;
            match (half, half_sign) {
                (true, _) => (whole.plus(500), at + 4),
                (_, true) => (whole.plus(500), at + 2),
                _ => (whole, at + 1),
            }
        } else {
            match self.phrase(at)? {
                // `the third time in as many years`
                (_, TimeWord::Vague) if at.checked_sub(1).is_some_and(|before| self.text(before) == "as") => {
                    return None;
                }
                (to, TimeWord::Vague) => return Some((Amount::VAGUE, to)),
                (to, TimeWord::Half) => return Some((Amount(Some(500)), to)),
                (_, TimeWord::Number(_)) => self.number_words(at)?,
                _ => return None,
            }
        };
        // `two and a half`, `two-and-a-half`
        let step = |at: usize| if self.hyphen(at) { at + 1 } else { at };
        let and = step(to);
        let a = step(and + 1);
        let half = step(a + 1);
        let is_half = self.is(and, Function::And)
            && self.is(a, Function::A)
            && matches!(self.word(half), Some(TimeWord::Half))
            && self.unit(step(half + 1)).is_some();
        Some(if is_half { (amount.plus(500), half + 1) } else { (amount, to) })
    }

    /// `twenty-five`, `three hundred`, `a dozen`
    fn number_words(&self, at: usize) -> Option<(Amount, usize)> {
        let mut total: u32 = 0;
        let mut to = at;
        let mut last = u32::MAX;
        while let Some(TimeWord::Number(number)) = self.word(to) {
            let number = u32::from(number);
            if number >= 100 && total > 0 {
                total = total.checked_mul(number)?;
            } else if number < last && (last == u32::MAX || last >= 20) {
                total = total.checked_add(number)?;
            } else {
                return None;
            }
            last = number;
            to += 1;
            if self.hyphen(to) && matches!(self.word(to + 1), Some(TimeWord::Number(1..=9))) {
                to += 1;
            }
        }
        (to > at).then(|| (Amount::whole(total), to))
    }

    /// Notes that a month's name is a person's, where a name stands before it: `Theresa May`. Whether it did.
    pub(super) fn note_person(&mut self, at: usize) -> bool {
        if let Some(TimeWord::DoubtfulMonth(month)) = self.word(at)
            && let Some(before) = at.checked_sub(1)
            && self.is_capitalised(at)
            && self.word(before).is_none()
            && self.token(before).is_some_and(|token| matches!(token.tag, Tag::NNP))
        {
            self.people |= 1 << month;
            return true;
        }
        false
    }

    /// Whether a month's name is a person's in this text.
    pub(super) fn is_person(&self, month: u8) -> bool {
        self.people & (1 << month) != 0
    }

    /// Notes the days of an expression as those named last.
    pub(super) fn note(&mut self, days: Option<(NaiveDate, NaiveDate)>) {
        if let Some(days) = days {
            self.named = Some((days, self.sentence));
        }
    }

    /// The day that `the next day` and the like are counted from: the one named last, or the article's own.
    /// A year names no day, and `a day earlier` is not counted from what is still to come.
    pub(super) fn anchor(&self, unit: Unit) -> Option<NaiveDate> {
        const MONTH: i64 = 31;
        let short = matches!(unit, Unit::Day | Unit::Night | Unit::Week | Unit::Weekend);
        let near = |&((first, last), _): &((NaiveDate, NaiveDate), usize)| !short || (last - first).num_days() < MONTH;
        let past = |&((first, _), sentence): &((NaiveDate, NaiveDate), usize)| {
            sentence == self.sentence || self.published().is_none_or(|published| first <= published)
        };
        self.named.filter(near).filter(past).map(|((first, _), _)| first).or(self.published())
    }

    /// The day that a time of day belongs to: one named in the sentence, or the article's own.
    pub(super) fn day_in_sentence(&self) -> Option<NaiveDate> {
        match self.named {
            Some(((first, last), sentence)) if first == last && sentence == self.sentence => Some(first),
            _ => self.published(),
        }
    }
}

/// A number as written, `1,200` or `2.5`, in thousandths.
fn decimal(text: &str) -> Option<Amount> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.len() > 12 || fraction.len() > 3 || text.ends_with('.') {
        return None;
    }
    let mut thousandths: u64 = 0;
    for byte in whole.bytes().filter(|&b| b != b',') {
        thousandths = thousandths * 10 + u64::from(byte.checked_sub(b'0').filter(|&digit| digit < 10)?);
    }
    let mut place = 1000;
    thousandths *= place;
    for byte in fraction.bytes() {
        place /= 10;
        thousandths += place * u64::from(byte.checked_sub(b'0').filter(|&digit| digit < 10)?);
    }
    Some(Amount(Some(thousandths)))
}
