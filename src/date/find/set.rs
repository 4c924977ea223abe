//! `every Tuesday`, `annual`, `each year`, `on Mondays`: times that return.

use crate::date::reader::{Found, Reader};
use crate::date::value::{Amount, Day, Value};
use crate::lexicon::{Function, TimeWord};

/// Units, weekdays and months after `every` or `each`; adjectives that say the same.
pub(in crate::date) fn set(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let word = reader.word(at)?;
    if let TimeWord::Every(unit) = word {
        // `the Daily Planet` is a paper.
        let name = reader.is_capitalised(at) && reader.is_capitalised(at + 1);
        (!name).then_some(())?;
        found.push(Found::set(at..at + 1, Value::Duration(Amount::whole(1), unit, None)));
        return Some(at + 1);
    }
    if let TimeWord::Weekdays(weekday) = word {
        found.push(Found::set(at..at + 1, Value::Day(Day::Weekday(weekday))));
        return Some(at + 1);
    }
    let each = at.checked_sub(1).filter(|_| reader.follows(at, Function::Each))?;
    let (value, to) = match word {
        TimeWord::Unit(unit) => (Value::Duration(Amount::whole(1), unit, None), at + 1),
        TimeWord::Weekday(weekday) => (Value::Day(Day::Weekday(weekday)), at + 1),
        TimeWord::Month(month) => (Value::Month(None, Some(month)), at + 1),
        TimeWord::Season(season) => (Value::Season(None, season), at + 1),
        // `every two weeks`
        _ => {
            let (amount, unit_at) = reader.amount(at)?;
            let (unit, _) = reader.unit(unit_at)?;
            (Value::Duration(amount, unit, None), unit_at + 1)
        }
    };
    found.push(Found::set(each..to, value));
    Some(to)
}
