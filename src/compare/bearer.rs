//! Figures of one person: how old he is, how often he was hit.

use super::interval::Fit;
use super::quantity::{Doubt, Evidence, overlap};
use super::side::Side;
use crate::corpus::Index;
use crate::letters;
use crate::lexicon::Kinship;
use crate::name::EntityKind;

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

/// Whether two persons are one: by key, or by surname where first names don't differ.
pub(super) fn same_person(a: Side<'_>, one: u32, b: Side<'_>, two: u32) -> bool {
    let (Some(one), Some(two)) = (a.entity(one), b.entity(two)) else { return false };
    if one.key == two.key {
        return true;
    }
    if one.kind == EntityKind::Organisation || two.kind == EntityKind::Organisation {
        return false;
    }
    let parts = |name: &str| -> Vec<String> {
        name.split_whitespace()
            .map(|part| letters::lower(part.trim_matches(|c: char| !c.is_alphanumeric())))
            .filter(|part| !part.is_empty() && !matches!(part.as_str(), "jr" | "sr" | "ii" | "iii"))
            .collect()
    };
    let (mine, theirs) = (parts(&one.name), parts(&two.name));
    let (Some(first), Some(second)) = (mine.last(), theirs.last()) else { return false };
    let (short, long) = if mine.len() <= theirs.len() { (&mine, &theirs) } else { (&theirs, &mine) };
    if first != second {
        // A first name alone: "Amber" and "Amber Caudill".
        return short.len() == 1 && short.first() == long.first();
    }
    short.len() == 1 || short.first() == long.first()
}
