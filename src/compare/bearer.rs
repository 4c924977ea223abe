//! Figures of one person: how old he is, how often he was hit.

use super::interval::Fit;
use super::quantity::{Doubt, Evidence, overlap};
use super::side::Side;
use crate::corpus::Index;
use crate::lexicon::Kinship;
use crate::name::{Entity, EntityKind, same};

impl Evidence {
    /// Whether two ages are of one person.
    pub(super) fn age(&mut self, a: Side<'_>, b: Side<'_>, index: &Index) -> Option<()> {
        let fit = a.stated().fit(b.stated());
        let shared = overlap(&a.measure.context, &b.measure.context, index);
        match (a.measure.person, b.measure.person) {
            (Some(_), Some(_)) => {
                let one = people(a).any(|one| people(b).any(|two| same_person(a, one, b, two)));
                if !one || grown(a, b) {
                    return None;
                }
                self.add(3.0);
            }
            // Without the name only an equal number tells that it is one person.
            _ if !matches!(fit, Fit::Same | Fit::SameButAbout) => return None,
            (None, None) => self.add(0.3 + 2.0 * shared),
            _ => self.doubt(0.1 + 2.0 * shared, Doubt::Person),
        }
        match a.measure.head.zip(b.measure.head).map(|(one, two)| one.kinship(two)) {
            Some(Kinship::Apart) => return None,
            Some(Kinship::Same) => self.add(0.5),
            _ => {}
        }
        if let (Some(one), Some(two)) = (a.measure.action, b.measure.action) {
            match one.kinship(two) {
                Kinship::Same => self.add(0.6),
                Kinship::Apart => self.add(-0.6),
                _ => {}
            }
        }
        Some(())
    }

    /// Whether two numbers of times are of one deed and one person: "was shot eight times".
    pub(super) fn often(&mut self, a: Side<'_>, b: Side<'_>) -> Option<()> {
        let (one, two) = (a.measure.person?, b.measure.person?);
        let deeds = (a.measure.action?, b.measure.action?);
        if !same_person(a, one, b, two) {
            return None;
        }
        match deeds.0.kinship(deeds.1) {
            Kinship::Same => self.add(2.0),
            Kinship::Apart => return None,
            _ => self.doubt(0.5, Doubt::Deeds),
        }
        Some(())
    }
}

/// Whose an age is.
fn people(side: Side<'_>) -> impl Iterator<Item = u32> {
    side.measure.person.into_iter().chain(side.measure.other_person)
}

/// Whether two ages that differ are of different times or of a child and a grown-up: years lie
/// between the days that they hold for, or one is more than twice the other.
fn grown(a: Side<'_>, b: Side<'_>) -> bool {
    const YEARS_APART: i64 = 2 * 365;
    let (one, two) = (a.stated().low, b.stated().low);
    let days = a.measure.as_of.zip(b.measure.as_of).map_or(0, |(one, two)| (one - two).num_days().abs());
    one != two && (days > YEARS_APART || one > 2.0 * two || two > 2.0 * one)
}

/// Whether two persons are one: by all that the names tell, by a surname where one has no more, or by a first name
/// alone ("Amber", "Amber Caudill").
pub(super) fn same_person(a: Side<'_>, one: u32, b: Side<'_>, two: u32) -> bool {
    a.entity(one).zip(b.entity(two)).is_some_and(|(one, two)| is_one(one, two))
}

/// Whether two names are of one, likewise.
pub(super) fn is_one(one: &Entity, two: &Entity) -> bool {
    fn ends(name: &str) -> (&str, &str, bool) {
        let mut words =
            name.split_whitespace().filter(|word| !matches!(*word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III"));
        let first = words.next();
        let last = words.next_back();
        (first.unwrap_or_default(), last.or(first).unwrap_or_default(), last.is_none())
    }
    if one.kind == EntityKind::Organisation || two.kind == EntityKind::Organisation || same(one, two) {
        return same(one, two);
    }
    let ((first, last, alone), (other_first, other_last, other_alone)) = (ends(&one.name), ends(&two.name));
    if last.eq_ignore_ascii_case(other_last) {
        return alone || other_alone || first.eq_ignore_ascii_case(other_first);
    }
    (alone || other_alone) && first.eq_ignore_ascii_case(other_first)
}
