//! One of two figures or claims that are laid beside each other, with the report it stands in.

use chrono::NaiveDate;

use super::interval::Stated;
use crate::claim::{Certainty, Claim};
use crate::corpus::{Matter, Measure, Report, Word};
use crate::figure::{Dimension, Figure};
use crate::letters;
use crate::name::{Entity, EntityKind};
use crate::reading::Reading;

/// A figure and its report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    pub(super) report: &'a Report,
    pub(super) figure: &'a Figure,
    pub(super) measure: &'a Measure,
    pub(super) index: u32,
}

impl<'a> Side<'a> {
    /// A figure of a report.
    pub(super) fn of(report: &'a Report, index: u32) -> Option<Self> {
        let figure = report.reading.figures.get(index as usize)?;
        let measure = report.gist.measures.get(index as usize)?;
        Some(Self { report, figure, measure, index })
    }

    /// All figures of a report.
    pub(super) fn all(report: &'a Report) -> impl Iterator<Item = Self> {
        (0..report.reading.figures.len()).filter_map(move |index| Self::of(report, index as u32))
    }

    /// The value in the base unit of its dimension.
    pub(super) fn stated(self) -> Stated {
        let (low, high) = self.measure.stated;
        let unit = if self.figure.low > 0.0 && low > 0.0 { low / self.figure.low } else { 1.0 };
        Stated { low, high, modifier: self.figure.modifier, unit }
    }

    /// Whether two figures can be set against each other at all: in one unit, or in two that can be converted.
    pub(super) fn is_comparable(self, other: Self) -> bool {
        let (one, two) = (self.figure, other.figure);
        self.measure.base == other.measure.base
            && (self.measure.base.is_some()
                || one.dimension == two.dimension && (one.dimension == Dimension::Count || one.unit == two.unit))
    }

    /// Whether it counts what changes from day to day after an event.
    pub(super) fn is_toll(self) -> bool {
        let grows = |word: Word| word.is_fate() || word.field() == "damage";
        self.figure.dimension == Dimension::Count && (self.measure.action.is_some_and(grows) || self.is_sought())
    }

    /// Whether it says how often something befell a person.
    pub(super) fn is_often(self) -> bool {
        self.figure.dimension == Dimension::Rate && self.measure.person.is_some()
    }

    /// Whether it counts whom the police look for.
    pub(super) fn is_sought(self) -> bool {
        self.measure.action.is_some_and(|action| action.name() == "search")
    }

    /// The words of the figure.
    pub(super) fn text(self) -> &'a str {
        self.figure.span.of(&self.report.article.text)
    }

    /// An entity of the report.
    pub(super) fn entity(self, entity: u32) -> Option<&'a Entity> {
        self.report.reading.entities.get(entity as usize)
    }

    /// The day that the figure holds for: its own, else the day the report was published. An age and
    /// a toll are those of the report's day: a date beside them is the event's.
    pub(super) fn day(self) -> Option<NaiveDate> {
        let published = self.report.reading.day();
        if self.measure.age || self.is_toll() {
            return published.or(self.measure.as_of);
        }
        self.measure.as_of.or_else(|| self.report.reading.day())
    }

    /// That day in words, or the month or year where no day is told; empty where it is not known.
    pub(super) fn when(self) -> String {
        let Some(day) = self.day() else { return String::new() };
        let iso = day.to_string();
        let known = if self.measure.as_of == Some(day) { usize::from(self.measure.known) } else { iso.len() };
        super::reason::day(iso.get(..known).unwrap_or(&iso))
    }

    /// What the figure counts, in the words of the report: "North Korean soldiers in Kursk".
    pub(super) fn thing(self) -> Option<String> {
        let text = &self.report.article.text;
        if self.measure.age {
            let person = self.measure.person.and_then(|person| self.entity(person));
            let name = self.measure.head.map_or("", Word::name);
            return Some(match person {
                Some(person) => ["the age of ", &person.name].concat(),
                None if name.is_empty() => "an age".into(),
                None => ["the age of the ", name].concat(),
            });
        }
        if self.is_often() {
            let person = self.measure.person.and_then(|person| self.entity(person))?;
            return Some(["how often ", &person.name, " was ", self.measure.deed?.of(text)].concat());
        }
        let mut thing = match (self.figure.counted.or(self.measure.thing), self.figure.subject.first()) {
            (Some(counted), _) => counted.of(text).to_owned(),
            (None, Some(subject)) => subject.of(text).to_owned(),
            (None, None) => self.figure.unit.clone()?,
        };
        let fate = match self.measure.action.filter(|_| !self.measure.head.is_some_and(Word::is_fate)) {
            Some(action) => match action.name() {
                "die" => " killed",
                "wound" => " wounded",
                "shoot" => " shot",
                "miss" => " missing",
                "arrest" => " arrested",
                _ => "",
            },
            None => "",
        };
        if self.figure.dimension == Dimension::Count && !thing.ends_with(fate) {
            thing.push_str(fate);
        }
        if let Some(place) = self.measure.places.first().and_then(|&place| self.entity(place))
            && !thing.contains(place.name.as_str())
        {
            thing.push_str(" in ");
            thing.push_str(&place.name);
        }
        Some(thing.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The speaker of a claim, by the key of the entity.
pub(super) fn speaker<'a>(reading: &'a Reading, claim: &Claim) -> Option<&'a Entity> {
    let attribution = reading.attributions.get(claim.attribution? as usize)?;
    let speaker = attribution.speaker.or_else(|| {
        // "Anna Nowak, a member of the council, said": what stands beside the name was taken for the source.
        let source = attribution.source?;
        let at = reading.names.partition_point(|name| name.span.end <= source.start).checked_sub(1)?;
        let name = reading.names.get(at)?;
        (name.span.end + 2 == source.start).then_some(name.entity)
    });
    reading
        .entities
        .get(speaker? as usize)
        .filter(|entity| attribution.speaker.is_some() || entity.kind == EntityKind::Person)
}

/// A claim and its report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Saying<'a> {
    pub(super) report: &'a Report,
    pub(super) claim: &'a Claim,
    pub(super) matter: &'a Matter,
    pub(super) index: u32,
}

impl<'a> Saying<'a> {
    /// All claims of a report.
    pub(super) fn all(report: &'a Report) -> impl Iterator<Item = Self> {
        report.reading.claims.iter().zip(&report.gist.claims).enumerate().map(move |(index, (claim, matter))| Self {
            report,
            claim,
            matter,
            index: index as u32,
        })
    }

    /// One claim of a report.
    pub(super) fn of(report: &'a Report, index: u32) -> Option<Self> {
        let claim = report.reading.claims.get(index as usize)?;
        let matter = report.gist.claims.get(index as usize)?;
        Some(Self { report, claim, matter, index })
    }

    /// Its words.
    pub(super) fn text(self) -> &'a str {
        self.claim.span.of(&self.report.article.text)
    }

    /// Who says it, where that is known.
    pub(super) fn speaker(self) -> Option<&'a Entity> {
        speaker(&self.report.reading, self.claim)
    }

    /// The day on which it was said, or the day of the report.
    pub(super) fn day(self) -> Option<NaiveDate> {
        let dated =
            self.claim.figures.first().and_then(|&figure| self.report.gist.measures.get(figure as usize)?.as_of);
        dated.or_else(|| self.report.reading.day())
    }

    /// Whom it goes back to, as a key that is the same in every report: the speaker, else the words
    /// of the source, else the outlet, else the report.
    pub(super) fn root(self) -> String {
        if let Some(speaker) = self.speaker() {
            return speaker.key.clone();
        }
        let attribution = self.claim.attribution.and_then(|index| self.report.reading.attributions.get(index as usize));
        if let Some(source) = attribution.and_then(|attribution| attribution.source) {
            return letters::lower(source.of(&self.report.article.text));
        }
        let about = &self.report.article.about;
        about
            .outlet
            .as_ref()
            .map_or_else(|| format!("report {}", self.report.article.id), |outlet| letters::lower(outlet))
    }

    /// Whether it says what may be or is yet to come.
    pub(super) fn is_future(self) -> bool {
        matches!(self.claim.certainty, Certainty::Future | Certainty::Possible)
    }

    /// Whether it says of another statement that it is not confirmed or not denied.
    pub(super) fn is_open(self) -> bool {
        self.claim
            .attribution
            .and_then(|index| self.report.reading.attributions.get(index as usize))
            .is_some_and(|attribution| attribution.negated)
            || (self.matter.negates
                && self.matter.verbs.first().is_some_and(|verb| matches!(verb.name(), "confirm" | "deny")))
    }
}

/// Whether a text has one of some words in it, as a whole word with blanks around it.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    let plain = |word: &str| words.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    text.split_whitespace().any(plain)
}
