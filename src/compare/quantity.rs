//! Whether two figures are of one quantity: the same thing of the same whole at the same place.
//!
//! What is told apart is never paired, however equal the numbers: another thing, another whole,
//! another place or a part of it, another fate. For the rest each sign weighs for or against; the
//! weights are sums of evidence, with nought as the border.

use super::bearer::same_person;
use super::interval::Fit;
use super::side::Side;
use crate::corpus::{Index, Term, Word};
use crate::figure::{Dimension, Modifier};
use crate::lexicon::Kinship;
use crate::name::same;

/// The least that the words around two durations must share.
const LEAST_SHARED: f64 = 0.2;

/// How sure it is that two figures are of one quantity.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Likeness {
    /// Above nought; the higher, the surer.
    pub(super) score: f64,
    /// Whether both are of one thing at one place, whatever their values.
    pub(super) settled: bool,
    /// What is left open.
    pub(super) doubt: Option<Doubt>,
}

/// What is left open where two figures are held to be of one quantity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Doubt {
    /// They name what they count differently.
    Heads,
    /// They use different verbs.
    Deeds,
    /// One of them does not say where.
    Where,
    /// One of them speaks of a part of the place.
    Direction,
    /// One of them is of something yet to come.
    Planned,
    /// One of them does not name the person.
    Person,
}

/// Whether two figures are of one quantity; `None` where they are not or where it can't be settled.
pub(super) fn likeness(a: Side<'_>, b: Side<'_>, index: &Index) -> Option<Likeness> {
    let ages = (a.measure.age, b.measure.age);
    if ages.0 != ages.1 || !(ages.0 || a.is_comparable(b)) || is_change(a) != is_change(b) {
        return None;
    }
    let mut evidence = Evidence { score: 0.0, owned: false, settled: false, doubt: None };
    match a.figure.dimension {
        _ if a.measure.age => evidence.age(a, b, index)?,
        _ if a.is_often() && b.is_often() => evidence.often(a, b)?,
        Dimension::Count => evidence.count(a, b, index)?,
        _ => evidence.measure(a, b, index)?,
    }
    (evidence.score > 0.0).then_some(Likeness {
        score: evidence.score,
        settled: evidence.settled,
        doubt: evidence.doubt,
    })
}

/// A rise or fall is another quantity than the level it leads to.
pub(super) fn is_change(side: Side<'_>) -> bool {
    matches!(side.figure.modifier, Modifier::Increase | Modifier::Decrease)
}

pub(super) struct Evidence {
    score: f64,
    /// Whether both are of one owner.
    owned: bool,
    settled: bool,
    doubt: Option<Doubt>,
}

impl Evidence {
    pub(super) fn add(&mut self, weight: f64) {
        self.score += weight;
    }

    pub(super) fn doubt(&mut self, weight: f64, doubt: Doubt) {
        // Of two things left open each makes the other graver; that it is yet to come is told before all else.
        self.score += if self.doubt.is_some() { 1.5 * weight } else { weight };
        if self.doubt.is_none() || doubt == Doubt::Planned {
            self.doubt = Some(doubt);
        }
    }

    fn count(&mut self, a: Side<'_>, b: Side<'_>, index: &Index) -> Option<()> {
        self.add(-1.4);
        if recalls(a) || recalls(b) {
            return None;
        }
        self.head(a, b)?;
        self.action(a, b)?;
        self.whole(a, b)?;
        self.place(a, b)?;
        self.kinds(a, b)?;
        self.scope(a, b)?;
        self.add(3.0 * overlap(&a.measure.context, &b.measure.context, index) - 0.3);
        self.value(a, b);
        let one_action = a.measure.action.zip(b.measure.action).is_some_and(|(one, two)| one.term == two.term);
        if !one_action && a.stated().fit(b.stated()) == Fit::Apart {
            // Where numbers differ it takes more to say that they are of one thing.
            self.add(-0.8);
        }
        Some(())
    }

    /// Money, shares, lengths and the rest: what they are said of stands in the words around them.
    fn measure(&mut self, a: Side<'_>, b: Side<'_>, index: &Index) -> Option<()> {
        let shared = overlap(&a.measure.context, &b.measure.context, index);
        // Two weeks are given for anything, and "the past two weeks" are of the day they are told on.
        let recent = |side: Side<'_>| side.measure.scope.definite;
        if a.figure.dimension == Dimension::Duration && (shared < LEAST_SHARED || recent(a) || recent(b)) {
            return None;
        }
        self.add(6.0 * shared - 2.4);
        if let (Some(one), Some(two)) = (a.measure.head, b.measure.head) {
            match one.kinship(two) {
                Kinship::Same => self.add(1.2),
                Kinship::Apart => return None,
                // Shares of two things: of the voters, of the vote.
                Kinship::None if a.figure.dimension == Dimension::Percent => {
                    if one.meaning.is_some() && two.meaning.is_some() {
                        return None;
                    }
                    self.add(-1.0);
                }
                _ => self.add(-1.0),
            }
        }
        if a.measure.doer.zip(b.measure.doer).is_some_and(|(one, two)| one != two) {
            return None;
        }
        let (mine, theirs) = (&a.measure.actors, &b.measure.actors);
        if !mine.is_empty() && !theirs.is_empty() {
            let one_person = |&one: &u32| theirs.iter().any(|&two| same_person(a, one, b, two));
            if !mine.iter().any(one_person) {
                return None;
            }
            self.add(0.9);
        }
        match a.measure.action.zip(b.measure.action).map(|(one, two)| one.kinship(two)) {
            Some(Kinship::Apart) => return None,
            Some(Kinship::Same) => self.add(0.4),
            _ => {}
        }
        self.whole(a, b)?;
        self.place(a, b)?;
        self.scope(a, b)?;
        self.value(a, b);
        Some(())
    }

    fn head(&mut self, a: Side<'_>, b: Side<'_>) -> Option<()> {
        let bare = |side: Side<'_>| side.measure.head.filter(|head| !head.is_fate());
        match (bare(a), bare(b)) {
            (Some(one), Some(two)) => match one.kinship(two) {
                Kinship::Same => self.add(1.5),
                Kinship::Kind => self.add(0.6),
                Kinship::Kin => self.doubt(-0.6, Doubt::Heads),
                // "Two domestic violence calls" and "incidents", "three dead burglars" and "intruders".
                // "Crew members" are the crew.
                Kinship::None if a.measure.kinds.contains(&two) || b.measure.kinds.contains(&one) => self.add(0.6),
                Kinship::None if same_value(a, b) && (shares_kind(a, b) || one_fate(a, b)) => {
                    self.doubt(-0.3, Doubt::Heads);
                }
                Kinship::Apart | Kinship::None => return None,
            },
            (None, None) if one_fate(a, b) => self.add(0.8),
            (None, None) => self.add(-0.3),
            // "14 dead" counts people, and "others" counts whatever was counted before.
            (Some(word), None) | (None, Some(word)) => self.add(if word.is_person() { 0.3 } else { -1.0 }),
        }
        Some(())
    }

    fn action(&mut self, a: Side<'_>, b: Side<'_>) -> Option<()> {
        match (a.measure.action, b.measure.action) {
            (Some(one), Some(two)) => match one.kinship(two) {
                Kinship::Same => self.add(if one.is_fate() || a.is_sought() { 2.0 } else { 1.3 }),
                Kinship::Apart => return None,
                // Who is murdered is killed.
                Kinship::Kind if one.is_death() && two.is_death() => self.add(1.5),
                // All who were shot may be those wounded, if they are as many.
                Kinship::Kind if a.stated().fit(b.stated()) == Fit::Apart => return None,
                Kinship::Kind => self.add(0.3),
                // Who is trained is not who was killed; of a verb that no list has, less can be said.
                _ if one.is_fate() != two.is_fate() && one.meaning.is_some() && two.meaning.is_some() => return None,
                _ if one.is_fate() || two.is_fate() => self.add(-2.0),
                _ => self.doubt(-0.5, Doubt::Deeds),
            },
            (Some(word), None) | (None, Some(word)) if !word.is_fate() => self.add(-0.2),
            // Another number of whom nothing is told is not that of the dead.
            (Some(_), None) | (None, Some(_)) if a.stated().fit(b.stated()) != Fit::Same => self.add(-3.4),
            (Some(_), None) | (None, Some(_)) => self.add(-1.2),
            (None, None) => {}
        }
        Some(())
    }

    fn whole(&mut self, a: Side<'_>, b: Side<'_>) -> Option<()> {
        // "North Korea has 10,000 troops in Russia": who has them is whose they are.
        fn owners<'r>(side: Side<'r>, other: Side<'_>) -> &'r [u32] {
            let (own, actors) = (&side.measure.wholes, &side.measure.actors);
            if own.is_empty() && (!other.measure.wholes.is_empty() || !other.measure.actors.is_empty()) {
                actors
            } else {
                own
            }
        }
        let (one, two) = (owners(a, b), owners(b, a));
        let said = !a.measure.wholes.is_empty() && !b.measure.wholes.is_empty();
        if one.is_empty() && two.is_empty() {
            return Some(());
        }
        if one.is_empty() || two.is_empty() {
            self.add(-0.2);
            return Some(());
        }
        let shared = shares(a, one, b, two);
        if said && !shared {
            return None;
        }
        self.add(if shared { 1.0 } else { -0.2 });
        self.owned = shared;
        Some(())
    }

    fn place(&mut self, a: Side<'_>, b: Side<'_>) -> Option<()> {
        let (one, two) = (a.measure, b.measure);
        match (one.places.is_empty(), two.places.is_empty()) {
            (false, false) => {
                if !shares(a, &one.places, b, &two.places) {
                    // Elsewhere, or in a part of it.
                    return None;
                }
                let all = [(a, &one.places, b, &two.places), (b, &two.places, a, &one.places)]
                    .iter()
                    .all(|(a, one, b, two)| one.iter().all(|&place| shares(*a, &[place], *b, two)));
                // Where numbers differ, one may be of the one place and one of both.
                self.add(if all || a.stated().fit(b.stated()) != Fit::Apart { 1.2 } else { 0.6 });
                self.settled =
                    a.measure.head.zip(b.measure.head).is_some_and(|(one, two)| one.term == two.term) && self.owned;
                if one.scope.direction != two.scope.direction {
                    self.doubt(-0.3, Doubt::Direction);
                }
            }
            (true, true) => {}
            // A region that has no name for us, of the country that the other speaks of.
            _ if shares(a, &one.places, b, &two.around) || shares(a, &one.around, b, &two.places) => return None,
            _ => self.doubt(-0.5, Doubt::Where),
        }
        let (here, there) = (&one.settings, &two.settings);
        match (here.is_empty(), there.is_empty()) {
            (false, false) => {
                let shared = here.iter().any(|word| there.iter().any(|other| word.term == other.term));
                self.add(if shared { 0.8 } else { -0.6 });
            }
            (true, true) => {}
            _ => self.add(-0.2),
        }
        Some(())
    }

    fn kinds(&mut self, a: Side<'_>, b: Side<'_>) -> Option<()> {
        let (one, two) = (&a.measure.kinds, &b.measure.kinds);
        let pairs = || one.iter().flat_map(|word| two.iter().map(move |other| word.kinship(*other)));
        if pairs().any(|kinship| kinship == Kinship::Apart) {
            return None;
        }
        if one.is_empty() && two.is_empty() {
            return Some(());
        }
        if pairs().any(|kinship| kinship == Kinship::Same) {
            self.add(0.8);
        } else if one.is_empty() || two.is_empty() {
            self.add(-0.3);
        } else {
            self.add(-0.8);
        }
        Some(())
    }

    fn scope(&mut self, a: Side<'_>, b: Side<'_>) -> Option<()> {
        let (one, two) = (a.measure.scope, b.measure.scope);
        let apart = a.stated().fit(b.stated()) == Fit::Apart;
        // Half of the 40 may be the 20, but the 40 are not.
        if one.each != two.each || one.whole != two.whole && apart {
            return None;
        }
        if one.other != two.other || one.part != two.part {
            // "Three others hurt" are not the four who were hit in all; but a part may be that of one place.
            // But when two are caught, the "two others" that are sought are all who are sought.
            let sought = a.is_sought() && b.is_sought();
            let told_apart = one.other != two.other && !sought || !self.settled && one.part != two.part;
            if told_apart && apart {
                return None;
            }
            self.add(-0.4);
        }
        let (less, more) = if a.stated().high < b.stated().low { (one, two) } else { (two, one) };
        if more.total && !less.total && apart {
            // What is less than a total may be a part of it.
            self.add(-1.0);
        }
        if a.measure.planned != b.measure.planned {
            self.doubt(-0.6, Doubt::Planned);
        }
        Some(())
    }

    fn value(&mut self, a: Side<'_>, b: Side<'_>) {
        let (one, two) = (a.stated(), b.stated());
        let fate = |side: Side<'_>| side.measure.action.is_some_and(Word::is_fate);
        let ratio = (one.high.max(1e-9) / two.low.max(1e-9)).max(two.high.max(1e-9) / one.low.max(1e-9));
        self.add(match one.fit(two) {
            Fit::Same | Fit::SameButAbout => rarity(one.low),
            Fit::Rounded => 1.2,
            Fit::Overlap if ratio < 1.6 => 0.3,
            // "Up to 10,000" leaves room for 3,000, but says nothing of it.
            Fit::Overlap if self.settled && fate(a) == fate(b) || one_deed(a, b) => -0.8,
            Fit::Overlap => -2.2,
            Fit::Apart => match ratio {
                ..1.6 => -0.4,
                ..4.0 => -1.1,
                ..10.0 => -2.0,
                _ => -3.0,
            },
        });
    }
}

fn same_value(a: Side<'_>, b: Side<'_>) -> bool {
    matches!(a.stated().fit(b.stated()), Fit::Same | Fit::SameButAbout)
}

/// Whether both count those of one fate.
fn one_fate(a: Side<'_>, b: Side<'_>) -> bool {
    a.measure.action.zip(b.measure.action).is_some_and(|(one, two)| one.is_fate() && one.kinship(two) == Kinship::Same)
}

/// "The two countries", "the three sides" count nothing: they recall who was named.
fn recalls(side: Side<'_>) -> bool {
    const FEW: f64 = 3.0;
    let measure = side.measure;
    let thing = measure.head.is_some_and(|head| !head.is_person() && !head.is_fate());
    measure.scope.definite && thing && side.figure.low <= FEW && measure.action.is_none_or(|action| !action.is_fate())
}

/// Whether both count one kind of thing of which one thing is told: shots that were fired.
fn one_deed(a: Side<'_>, b: Side<'_>) -> bool {
    let same = |one: Option<Word>, two: Option<Word>| one.zip(two).is_some_and(|(one, two)| one.term == two.term);
    same(a.measure.head, b.measure.head) && same(a.measure.action, b.measure.action)
}

/// Whether something else than the head is said of both.
fn shares_kind(a: Side<'_>, b: Side<'_>) -> bool {
    a.measure.kinds.iter().any(|one| b.measure.kinds.iter().any(|two| one.term == two.term))
}

/// How much it tells that two reports give one number: small and round ones are given for anything.
fn rarity(value: f64) -> f64 {
    match value.abs() {
        ..3.5 => 0.5,
        ..13.0 => 1.0,
        _ => 1.8,
    }
}

fn shares(a: Side<'_>, one: &[u32], b: Side<'_>, two: &[u32]) -> bool {
    let is = |mine: u32, theirs: u32| a.entity(mine).zip(b.entity(theirs)).is_some_and(|(one, two)| same(one, two));
    one.iter().any(|&mine| two.iter().any(|&theirs| is(mine, theirs)))
}

/// The share of what two texts are about that they have in common, each term by its weight.
pub(super) fn overlap(a: &[Term], b: &[Term], index: &Index) -> f64 {
    let common: f64 = a.iter().filter(|term| b.binary_search(term).is_ok()).map(|&term| index.weight(term)).sum();
    // Most pairs of texts share nothing: then no more is asked.
    if common <= 0.0 {
        return 0.0;
    }
    let weight = |terms: &[Term]| terms.iter().map(|&term| index.weight(term)).sum::<f64>();
    2.0 * common / (weight(a) + weight(b))
}
