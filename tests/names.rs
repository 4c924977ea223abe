//! Names and entities: the named cases of `cases/names.md`.
//!
//! A case is a heading, its text, and what is expected, a line each:
//! - `person|organisation|place|other NAME` (`= ALIAS; ALIAS`) (`@ ROLE`): an entity of this kind and name,
//!   with all of these among its aliases, and this role; `~` before the kind: there is no entity of this name;
//! - `ref WORDS -> NAME`: the reference with these words is this entity; `ref WORDS -> none`: it is not settled;
//! - `in SPAN -> NAME` or `none`: whom a span speaks of;
//! - `mention WORDS -> NAME`: the mention with these words is one of this entity;
//! - `count KIND N`: so many entities of a kind.

#[path = "cases/known.rs"]
mod known;

use crossread::name::{self, EntityKind, Names};
use crossread::text::{Document, Span};
use known::verdict;

const CASES: &str = include_str!("cases/names.md");

fn kind(word: &str) -> Option<EntityKind> {
    Some(match word {
        "person" => EntityKind::Person,
        "organisation" => EntityKind::Organisation,
        "place" => EntityKind::Place,
        "other" => EntityKind::Other,
        _ => return None,
    })
}

struct Case<'c> {
    text: &'c str,
    document: Document<'c>,
    names: Names,
}

impl<'c> Case<'c> {
    fn new(text: &'c str) -> Self {
        let document = Document::new(text);
        let names = name::find(&document);
        Self { text, document, names }
    }

    fn name(&self, entity: u32) -> &str {
        &self.names.entities[entity as usize].name
    }

    fn check(&self, line: &str) -> Result<(), String> {
        let (first, rest) = line.split_once(' ').ok_or("a line of one word")?;
        match first {
            "ref" | "in" | "mention" => {
                let (words, wanted) = rest.split_once(" -> ").ok_or("no arrow")?;
                let found = match first {
                    "ref" => self.spoken(&self.names.references, words),
                    "mention" => self.spoken(&self.names.mentions, words),
                    _ => {
                        let start = self.text.find(words).ok_or("the span is not in the text")?;
                        self.names.entity_in(Span::new(start, start + words.len()))
                    }
                };
                let found = found.map_or("none", |entity| self.name(entity));
                if found == wanted { Ok(()) } else { Err(format!("found {found}")) }
            }
            "count" => {
                let (of, count) = rest.split_once(' ').ok_or("no number")?;
                let of = kind(of).ok_or("no kind")?;
                let found = self.names.entities.iter().filter(|entity| entity.kind == of).count();
                if found.to_string() == count { Ok(()) } else { Err(format!("found {found}")) }
            }
            _ => self.check_entity(first, rest),
        }
    }

    fn spoken(&self, names: &[name::Name], words: &str) -> Option<u32> {
        names.iter().find(|name| name.span.of(self.text) == words).map(|name| name.entity)
    }

    fn check_entity(&self, first: &str, rest: &str) -> Result<(), String> {
        let (rest, role) = rest.split_once(" @ ").map_or((rest, None), |(rest, role)| (rest, Some(role)));
        let (wanted, aliases) = rest.split_once(" = ").unwrap_or((rest, ""));
        let entity = self.names.entities.iter().find(|entity| entity.name == wanted);
        if let Some(first) = first.strip_prefix('~') {
            let of = kind(first).ok_or("no kind")?;
            return if entity.is_some_and(|entity| entity.kind == of) { Err("it is there".into()) } else { Ok(()) };
        }
        let of = kind(first).ok_or("no kind")?;
        let entity = entity.ok_or("no entity of this name")?;
        if entity.kind != of {
            return Err(format!("it is {:?}", entity.kind));
        }
        for alias in aliases.split("; ").filter(|alias| !alias.is_empty()) {
            if !entity.aliases.iter().any(|known| known == alias) {
                return Err(format!("aliases are {:?}", entity.aliases));
            }
        }
        let found = entity.role.map(|role| self.document.slice(role));
        if role.is_some() && found != role {
            return Err(format!("its role is {found:?}"));
        }
        Ok(())
    }
}

#[test]
fn cases() {
    let mut failures = Vec::new();
    let mut count = 0;
    for block in CASES.split("\n## ").skip(1) {
        count += 1;
        let mut lines = block.lines();
        let title = lines.next().unwrap_or_default();
        let body: Vec<&str> = lines.collect();
        let (text, expected): (Vec<&str>, Vec<&str>) = body.iter().partition(|line| line.starts_with("> "));
        let text = text.iter().map(|line| &line[2..]).collect::<Vec<_>>().join("\n");
        let case = Case::new(&text);
        let mut result = Ok(());
        for line in expected.iter().filter(|line| !line.is_empty()) {
            if let Err(problem) = case.check(line) {
                let found: Vec<String> = case
                    .names
                    .entities
                    .iter()
                    .map(|e| format!("{:?} {} {:?} @{:?}", e.kind, e.name, e.aliases, e.role.map(|r| r.of(&text))))
                    .collect();
                let references: Vec<String> = case
                    .names
                    .references
                    .iter()
                    .map(|r| format!("{} -> {}", r.span.of(&text), case.name(r.entity)))
                    .collect();
                result = Err(format!("## {title}\n  {line}: {problem}\n  {found:?}\n  {references:?}"));
            }
        }
        failures.extend(verdict(title, result));
    }
    assert!(count >= 100, "only {count} cases");
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// The entity of a name that an article of one sentence has.
fn entity(text: &str, wanted: &str) -> name::Entity {
    let case = Case::new(text);
    let found = case.names.entities.iter().find(|entity| entity.name == wanted);
    found.unwrap_or_else(|| panic!("no {wanted} in {text}")).clone()
}

#[test]
fn same_across_articles() {
    let cases = [
        ("President Volodymyr Zelensky spoke.", "Volodymyr Zelensky", "Mr. Zelenskyy spoke.", "Zelenskyy", true),
        ("Rustem Umerov spoke.", "Rustem Umerov", "Rustem Umierov spoke.", "Rustem Umierov", true),
        ("Andrii Bondar spoke.", "Andrii Bondar", "Andriy Bondar spoke.", "Andriy Bondar", true),
        ("Kim Jong Un spoke.", "Kim Jong Un", "Kim Jong-un spoke.", "Kim Jong-un", true),
        ("Bill Carver spoke.", "Bill Carver", "William Carver spoke.", "William Carver", true),
        ("Anna Carver spoke.", "Anna Carver", "Peter Carver spoke.", "Peter Carver", false),
        ("Washington warned Tehran.", "United States", "The U.S. warned Iran.", "United States", true),
        (
            "The Polish Defense Ministry spoke.",
            "Polish Defense Ministry",
            "Poland's Ministry of Defence spoke.",
            "Poland's Ministry of Defence",
            true,
        ),
        (
            "The Polish Defense Ministry spoke.",
            "Polish Defense Ministry",
            "Chile's Defence Ministry spoke.",
            "Chile's Defence Ministry",
            false,
        ),
        (
            "The Defence Ministry spoke.",
            "Defence Ministry",
            "Chile's Defence Ministry spoke.",
            "Chile's Defence Ministry",
            true,
        ),
        (
            "The BBC spoke.",
            "BBC",
            "The British Broadcasting Corporation spoke.",
            "British Broadcasting Corporation",
            true,
        ),
        ("Paris Hilton spoke to France.", "France", "Germany spoke.", "Germany", false),
    ];
    for (one, a, other, b, wanted) in cases {
        assert_eq!(name::same(&entity(one, a), &entity(other, b)), wanted, "{a} and {b}");
    }
}

#[test]
fn hostile_texts_end() {
    for unit in [
        "Ann ",
        "Ann Bo ",
        "\u{201c}",
        "of the ",
        "Kim-",
        "he ",
        "the ministry ",
        "U.S. and ",
        "A. ",
        "(",
        "X, a spy, ",
    ] {
        let text = unit.repeat(20_000);
        let document = Document::new(&text);
        let names = name::find(&document);
        for name in names.mentions.iter().chain(&names.references) {
            assert!(text.get(name.span.range()).is_some(), "{unit}");
        }
    }
}
