//! The words of time: months, weekdays, units, parts of the day, seasons, holidays, and the words
//! that place one time by another.

use super::{Class, Table, WordId, Words, entries, list::list};

/// What a word or phrase says of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeWord {
    /// `October`: a month and nothing else.
    Month(u8),
    /// `May`: a month, or a name or word.
    DoubtfulMonth(u8),
    /// `Oct`
    ShortMonth(u8),
    /// `Monday`, 1 to 7.
    Weekday(u8),
    /// `Mondays`
    Weekdays(u8),
    /// `Mon`, which may be a word or a name.
    ShortWeekday(u8),
    /// `year`
    Unit(Unit),
    /// `years`
    Units(Unit),
    /// `annual`: every unit.
    Every(Unit),
    /// `morning`
    Part(Part),
    /// `noon`: the hour.
    Clock(u8),
    /// `summer`
    Season(Season),
    /// `yesterday`: days from today.
    Day(i8),
    /// `tonight`
    Tonight,
    /// `now`, `recently`, `soon`
    Reference(Reference),
    /// `future`: a reference after `the`.
    TheReference(Reference),
    /// `last`, `this`, `next`: units from now.
    Shift(i8),
    /// `past`: the last one, or a stretch up to now.
    Past,
    /// `following`: units from the time named last.
    Then(i8),
    /// `same`: the time named last.
    That,
    /// `recent`
    Recent,
    /// `two`
    Number(u16),
    /// `several`
    Vague,
    /// `half`
    Half,
    /// `third`; `second` is this too.
    Ordinal(u8),
    /// `nineties`: the tens.
    Nineties(u8),
    /// `Q3`
    Quarter(u8),
    /// `H1`
    HalfYear(u8),
    /// `fiscal`
    Fiscal,
    /// `Christmas`
    Holiday(Holiday),
    /// A name that has a word of time in it: `Sunday Times`.
    Skip,
    /// `early`, `late`, `end`
    Edge(Edge),
    /// `nearly`, `more than`
    About(Bound),
    /// `scheduled`: what is said looks ahead.
    Plan,
    /// `GMT`: whether it is the world's time.
    Zone(bool),
    /// `a.m.`, or, where true, `p.m.`
    Meridiem(bool),
    /// `ago`, `later`, `after`: from when a length of time is counted, and which way.
    Turn(Turn),
    /// `spent`: a length of time follows.
    Lasts,
    /// `No.`, `Flight`: the number after it is a name.
    Numbered,
    /// `full`, `consecutive`: may stand between a number and its unit.
    Between,
    /// A word that holds an expression together.
    Function(Function),
}

impl TimeWord {
    /// Whether an expression can begin here, widened to the left as need be.
    fn begins(self) -> bool {
        !matches!(
            self,
            Self::Edge(_)
                | Self::About(_)
                | Self::Plan
                | Self::Zone(_)
                | Self::Meridiem(_)
                | Self::Turn(_)
                | Self::Between
                | Self::Lasts
                | Self::Numbered
                | Self::Function(_)
        )
    }
}

/// Units of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// Parts of the day, as TIMEX3 has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// Seasons of the north, where nearly all who write `summer` of a year without saying more live.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Times that are only placed before, at or after the time of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// Which part of a time is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Edge {
    Start,
    Mid,
    End,
}

/// How a length of time is bounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Bound {
    About,
    MoreThan,
    LessThan,
    AtLeast,
    AtMost,
}

/// From when a length of time is counted, and which way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// `ago`
    Ago,
    /// `from now`
    Hence,
    /// `earlier`: before the time named last.
    Earlier,
    /// `later`
    Later,
    /// `before`: before what is told next.
    Before,
    /// `after`
    After,
}

/// Small words that hold expressions together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// `the`
    The,
    /// `a`, `an`
    A,
    /// `of`
    Of,
    /// `to`, `through`: between the ends of a range.
    To,
    /// `and`
    And,
    /// `'s`
    Possessive,
    /// `each`, `every`, `per`
    Each,
    /// `in`, `since`, `by`: what a date stands after.
    In,
}

/// How the day of a holiday is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holiday {
    /// A month and a day.
    Fixed(u8, u8),
    /// A month, which one of its weekdays (9 for the last), and the weekday.
    Nth(u8, u8, u8),
    /// Days after Easter Sunday of the western churches.
    Easter(i8),
    /// One day of one year.
    Once(i32, u8, u8),
}

/// The table, and the class of words that an expression can begin with.
pub(super) fn load(words: &mut Words) -> Table<TimeWord> {
    let mut table = Table::default();
    for (phrases, columns) in entries(list!("times.tsv")) {
        let column = |at: usize| columns.get(at).copied().unwrap_or_default();
        let Some(word) = parse(column(0), column(1)) else { continue };
        for phrase in phrases.split('|') {
            table.add(words, phrase, word);
            if word.begins() {
                words.mark(phrase.split(' ').next().unwrap_or(phrase), Class::Time);
            }
        }
    }
    table
}

fn parse(kind: &str, value: &str) -> Option<TimeWord> {
    let number = || value.parse::<u8>().ok();
    let signed = || value.parse::<i8>().ok();
    Some(match kind {
        "month" => TimeWord::Month(number()?),
        "month?" => TimeWord::DoubtfulMonth(number()?),
        "month." => TimeWord::ShortMonth(number()?),
        "weekday" => TimeWord::Weekday(number()?),
        "weekdays" => TimeWord::Weekdays(number()?),
        "weekday." => TimeWord::ShortWeekday(number()?),
        "unit" => TimeWord::Unit(unit(value)?),
        "units" => TimeWord::Units(unit(value)?),
        "every" => TimeWord::Every(unit(value)?),
        "part" => TimeWord::Part(match value {
            "MO" => Part::Morning,
            "MI" => Part::Midday,
            "AF" => Part::Afternoon,
            "EV" => Part::Evening,
            "NI" => Part::Night,
            _ => Part::Daytime,
        }),
        "clock" => TimeWord::Clock(number()?),
        "season" => TimeWord::Season(match value {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Autumn,
            _ => Season::Winter,
        }),
        "day" => TimeWord::Day(signed()?),
        "tonight" => TimeWord::Tonight,
        "ref" => TimeWord::Reference(reference(value)),
        "theref" => TimeWord::TheReference(reference(value)),
        "shift" => signed().map_or(TimeWord::Past, TimeWord::Shift),
        "then" => TimeWord::Then(signed()?),
        "that" => TimeWord::That,
        "recent" => TimeWord::Recent,
        "number" => TimeWord::Number(value.parse().ok()?),
        "vague" => TimeWord::Vague,
        "half" => TimeWord::Half,
        "ordinal" => TimeWord::Ordinal(number()?),
        "nineties" => TimeWord::Nineties(number()?),
        "quarter" => TimeWord::Quarter(number()?),
        "halfyear" => TimeWord::HalfYear(number()?),
        "fiscal" => TimeWord::Fiscal,
        "holiday" => TimeWord::Holiday(holiday(value)?),
        "skip" => TimeWord::Skip,
        "edge" => TimeWord::Edge(match value {
            "START" => Edge::Start,
            "MID" => Edge::Mid,
            _ => Edge::End,
        }),
        "about" => TimeWord::About(match value {
            "MORE_THAN" => Bound::MoreThan,
            "LESS_THAN" => Bound::LessThan,
            "EQUAL_OR_MORE" => Bound::AtLeast,
            "EQUAL_OR_LESS" => Bound::AtMost,
            _ => Bound::About,
        }),
        "plan" => TimeWord::Plan,
        "zone" => TimeWord::Zone(value == "Z"),
        "meridiem" => TimeWord::Meridiem(value == "P"),
        "turn" => TimeWord::Turn(match value {
            "-1" => Turn::Ago,
            "1" => Turn::Hence,
            "-2" => Turn::Earlier,
            "2" => Turn::Later,
            "-3" => Turn::Before,
            _ => Turn::After,
        }),
        "between" => TimeWord::Between,
        "lasts" => TimeWord::Lasts,
        "numbered" => TimeWord::Numbered,
        "function" => TimeWord::Function(match value {
            "the" => Function::The,
            "a" => Function::A,
            "of" => Function::Of,
            "to" => Function::To,
            "and" => Function::And,
            "'s" => Function::Possessive,
            "each" => Function::Each,
            _ => Function::In,
        }),
        _ => return None,
    })
}

fn unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "night" => Unit::Night,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn reference(value: &str) -> Reference {
    match value {
        "PAST_REF" => Reference::Past,
        "PRESENT_REF" => Reference::Present,
        _ => Reference::Future,
    }
}

/// `12-25` a fixed day, `11/4/4` the fourth Thursday of November, `e-2` two days before Easter,
/// `1944-06-06` one day only.
fn holiday(value: &str) -> Option<Holiday> {
    if let Some(days) = value.strip_prefix('e') {
        return days.parse().ok().map(Holiday::Easter);
    }
    let parts: Vec<i32> = value.split(['-', '/']).map_while(|part| part.parse().ok()).collect();
    let small = |part: i32| u8::try_from(part).ok();
    match (parts.as_slice(), value.contains('/')) {
        (&[month, day], false) => Some(Holiday::Fixed(small(month)?, small(day)?)),
        (&[year, month, day], false) => Some(Holiday::Once(year, small(month)?, small(day)?)),
        (&[month, nth, weekday], true) => Some(Holiday::Nth(small(month)?, small(nth)?, small(weekday)?)),
        _ => None,
    }
}

impl super::Lexicon {
    /// What the longest phrase that begins with `word` says of time, and its length in words.
    pub fn time(&self, word: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, TimeWord)> {
        self.times.longest(word, next).map(|(len, &word)| (len, word))
    }

    /// What a single word says of time.
    #[must_use]
    pub fn time_word(&self, word: WordId) -> Option<TimeWord> {
        self.times.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn every_line_is_understood() {
        for (phrases, columns) in entries(include_str!("times.tsv")) {
            let value = columns.get(1).copied().unwrap_or("");
            assert!(parse(columns[0], value).is_some(), "{phrases}");
        }
    }

    #[test]
    fn small_words_begin_nothing() {
        for word in ["the", "a", "of", "to", "about", "early"] {
            assert!(!lexicon().is(lexicon().id(word), Class::Time), "{word}");
        }
        assert!(lexicon().is(lexicon().id("Friday"), Class::Time));
    }
}
