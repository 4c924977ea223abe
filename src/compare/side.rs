//! One of two figures or claims that are laid beside each other, with the report it stands in.

use chrono::NaiveDate;

use super::bearer::is_one;
use super::interval::Stated;
use crate::claim::{Certainty, Claim};
use crate::corpus::{Matter, Measure, Report, Word};
use crate::figure::{Dimension, Figure, in_base};
use crate::letters;
use crate::name::{Entity, EntityKind};
use crate::reading::Reading;
use crate::text::Span;

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
        // A step of the unit: degrees have another nought, too.
        let step = |unit: &str| Some(in_base(unit, 1.0)?.1 - in_base(unit, 0.0)?.1);
        let ratio = if self.figure.low > 0.0 && low > 0.0 { low / self.figure.low } else { 1.0 };
        let degrees = self.figure.dimension == Dimension::Temperature;
        let unit = self.figure.unit.as_deref().filter(|_| degrees).and_then(step).unwrap_or(ratio);
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
        let counted = self.figure.counted.or(self.measure.thing).map(|span| span.of(text));
        let before = self.figure.counted.map_or("", |span| Span::new(0, span.start as usize).of(text));
        let mut thing = match (self.figure.dimension, counted) {
            (Dimension::Count, Some(counted)) if counted.ends_with("toll") => "people killed".to_owned(),
            (Dimension::Count, Some(counted)) => counted.to_owned(),
            (Dimension::Count, None) if self.figure.unit.as_deref() == Some("person") => "people".to_owned(),
            (Dimension::Percent, Some(counted)) => {
                let whose = self.measure.actors.last().and_then(|&actor| self.entity(actor));
                whose.map_or_else(String::new, |whose| [&whose.name, "'s "].concat())
                    + if before.ends_with("the ") { "share of the " } else { "share of " }
                    + counted
            }
            (_, Some(counted)) => [self.figure.unit.as_deref().unwrap_or_default(), " of ", counted].concat(),
            (Dimension::Count, None) => self.figure.unit.clone()?,
            (dimension, None) => {
                let kind = match dimension {
                    Dimension::Money => "a sum of money",
                    Dimension::Percent => "a percentage",
                    Dimension::Length => "a length",
                    Dimension::Area => "an area",
                    Dimension::Mass => "a weight",
                    Dimension::Speed => "a speed",
                    _ => self.figure.unit.as_deref()?,
                };
                self.statement().unwrap_or_else(|| kind.to_owned())
            }
        };
        if self.figure.dimension == Dimension::Count {
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
            if !thing.ends_with(fate) {
                thing.push_str(fate);
            }
        }
        let mut add = |link: &str, entity: Option<&u32>| {
            if let Some(entity) = entity.and_then(|&at| self.entity(at))
                && !thing.contains(entity.name.as_str())
                && !entity.aliases.iter().any(|alias| thing.contains(alias.as_str()))
            {
                thing.push_str(link);
                thing.push_str(&entity.name);
            }
        };
        if counted.is_some() && self.measure.head.is_some_and(Word::is_person) {
            add(" from ", self.measure.wholes.first().filter(|&&at| self.is_place(at)));
        }
        if self.figure.dimension == Dimension::Count && self.measure.wholes.is_empty() && self.measure.action.is_none()
        {
            add(" of ", self.measure.actors.first());
        }
        add(" in ", self.measure.places.first());
        Some(thing.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What a measure is said of, in the words before it: "The winds reached …". None where these tell nothing: a
    /// pronoun, or another's name alone.
    fn statement(self) -> Option<String> {
        const LONGEST: usize = 60;
        let text = &self.report.article.text;
        let words: Vec<&str> = self.figure.subject.iter().map(|span| span.of(text)).collect();
        let mut thing = words.first().map(|first| (*first).to_owned())?;
        for next in words.iter().skip(1).filter(|next| !next.is_empty()) {
            if thing.len() + next.len() < LONGEST {
                thing = [&thing, " ", next].concat();
            }
        }
        // A noun that is measured says what it is; for all else the verb is needed.
        let verbal = words.len() > 1 || self.measure.deed.is_some_and(|deed| thing.contains(deed.of(text)));
        let noun = self.measure.head.is_some();
        (verbal || noun).then(|| if verbal { thing + " …" } else { thing })
    }

    fn is_place(self, entity: u32) -> bool {
        self.entity(entity).is_some_and(|entity| entity.kind == EntityKind::Place)
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

    /// Whom it goes back to.
    pub(super) fn root(self) -> Root<'a> {
        const LONGEST: usize = 4;
        let reading = &self.report.reading;
        let attribution = |at: u32| reading.attributions.get(at as usize);
        let mut speakers: Vec<&Entity> = self.speaker().into_iter().collect();
        let mut at = self.claim.attribution;
        let mut words = String::new();
        while let Some(found) = at.filter(|_| speakers.len() < LONGEST).and_then(attribution) {
            speakers.extend(found.speaker.and_then(|speaker| reading.entities.get(speaker as usize)));
            if words.is_empty() {
                words = found
                    .source
                    .map_or_else(String::new, |source| letters::lower(source.of(&self.report.article.text)));
            }
            // An attribution stands after those that it stands in, so this ends.
            at = found.within.filter(|&outer| Some(outer) < at);
        }
        if words.is_empty() {
            let about = &self.report.article.about;
            words = about
                .outlet
                .as_ref()
                .map_or_else(|| ["report ", &self.report.article.id].concat(), |outlet| letters::lower(outlet));
        }
        Root { speakers, words }
    }

    /// Whether one person or body is quoted for both.
    pub(super) fn shares_speaker(self, other: Self) -> bool {
        self.speaker().zip(other.speaker()).is_some_and(|(one, two)| is_one(one, two))
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

/// Whom a statement goes back to: the speakers from the nearest to the farthest, or where none is known the words of
/// the source, else the outlet.
#[derive(Clone, Debug)]
pub(super) struct Root<'a> {
    speakers: Vec<&'a Entity>,
    words: String,
}

impl Root<'_> {
    /// Whether two statements go back to one: a speaker of the one is one of the other's.
    pub(super) fn is(&self, other: &Self) -> bool {
        if self.speakers.is_empty() || other.speakers.is_empty() {
            return self.speakers.len() == other.speakers.len() && self.words == other.words;
        }
        self.speakers.iter().any(|one| other.speakers.iter().any(|two| is_one(one, two)))
    }
}

/// Whether a text has one of some words in it, as a whole word with blanks around it.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    let plain = |word: &str| words.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    text.split_whitespace().any(plain)
}
