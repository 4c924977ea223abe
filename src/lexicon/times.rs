//! The words of time: months, weekdays, units, parts of the day, seasons, holidays, and the words
//! that place one time by another.

use super::time_word::{Bound, Edge, Function, Holiday, Part, Reference, Season, TimeWord, Turn, Unit};
use super::{Class, Table, WordId, Words, entries, list::list};

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

    /// Whether a phrase of time begins with a word.
    #[must_use]
    pub fn is_timely(&self, word: WordId) -> bool {
        self.times.begins(word)
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
