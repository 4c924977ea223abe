//! `every Tuesday`, `annual`, `each year`, `on Mondays`: times that return.

use crate::date::reader::{Found, Reader};
use crate::date::value::{Amount, Clock, Day, Value};
use crate::lexicon::{Function, TimeWord};
use crate::text::Tag;

/// Units, weekdays and months after `every` or `each`; adjectives that say the same.
pub(in crate::date) fn set(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let word = reader.word(at)?;
    if let TimeWord::Every(unit) = word {
        // `the Daily Planet` is a paper.
        let beside = |at: usize| reader.token(at).is_some_and(|token| matches!(token.tag, Tag::NNP | Tag::NNPS));
        let name = reader.is_capitalised(at) && (beside(at + 1) || at.checked_sub(1).is_some_and(beside));
        (!name).then_some(())?;
        found.push(Found::set(at..at + 1, Value::Duration(Amount::whole(1), unit, None)));
        return Some(at + 1);
    }
    if let TimeWord::Weekdays(weekday) = word {
        found.push(Found::set(at..at + 1, Value::Day(Day::Weekday(weekday))));
        return Some(at + 1);
    }
    let each = at.checked_sub(1).filter(|_| reader.follows(at, Function::Each))?;
    // `90 miles per hour` is a speed.
    let speed = ["miles", "kilometers", "kilometres", "km", "metres", "meters", "feet"];
    if reader.text(each) == "per" && each.checked_sub(1).is_some_and(|at| speed.contains(&reader.text(at))) {
        return None;
    }
    let (value, to) = match word {
        TimeWord::Unit(unit) => (Value::Duration(Amount::whole(1), unit, None), at + 1),
        TimeWord::Weekday(weekday) => (Value::Day(Day::Weekday(weekday)), at + 1),
        TimeWord::Month(month) => (Value::Month(None, Some(month)), at + 1),
        TimeWord::Season(season) => (Value::Season(None, season), at + 1),
        TimeWord::Part(part) => (Value::Time(Day::Unknown, Clock::Part(part)), at + 1),
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
