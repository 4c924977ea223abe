//! One article or one line in, one answer out.

use std::cell::{Cell, OnceCell};
use std::fmt;
use std::io::{self, Write};
use std::path::Path;

use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::failure::Failure;
use super::folder;
use super::input::{self, Decoded};
use super::json;
use super::options::{Source, Task};
use crate::compare::{compare, relate};
use crate::corpus::{Article, Corpus, Fault, Report, file};
use crate::export::contract::{self, Encoding};
use crate::reading::{About, Note, read};
use crate::text::tag_words;
use crate::value::Value;

/// Answers for one command.
pub(super) struct Answerer {
    task: Task,
    /// What articles are compared with; the digests are read when they are first needed.
    corpus: OnceCell<Corpus>,
}

/// What the asker calls an article: a string or a number, given back as it came.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(untagged, expecting = "\"id\" is neither a string nor a number")]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

/// Why a line has no answer.
pub(super) enum BadLine {
    /// It can't be used.
    Input(Value),
    /// The answer can't be written.
    Output(io::Error),
}

/// What is written in a bad line's place.
fn told(id: Option<Id>, error: &str) -> BadLine {
    BadLine::Input(Value::object(|f| {
        if id.is_some() {
            f.add("id", answered_id(id));
        }
        f.add("error", error);
    }))
}

/// A line of `read` and `compare`.
#[derive(Deserialize)]
struct ArticleLine {
    id: Option<Id>,
    text: String,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
    /// What this article alone is compared with.
    corpus: Option<Vec<Self>>,
}

impl ArticleLine {
    /// The article; in a corpus its id is a string.
    fn article(self) -> Result<(Article, Option<Id>), Fault> {
        let Self { id, text, title, outlet, published, url, corpus: _ } = self;
        let name = id.as_ref().map(|id| match id {
            Id::Text(text) => text.clone(),
            Id::Number(number) => number.to_string(),
        });
        let about = About { title, outlet, published, url };
        let article = Article { id: name.unwrap_or_default(), about, text };
        // An empty text is one that says nothing, but a date that is none would be passed over in silence.
        match article.check() {
            Err(fault @ Fault::Published(_)) => Err(fault),
            _ => Ok((article, id)),
        }
    }
}

/// A line of `relate`.
#[derive(Deserialize)]
struct PairLine {
    id: Option<Id>,
    premise: String,
    hypothesis: String,
}

/// A line of `tag`.
#[derive(Deserialize)]
struct TokensLine {
    id: Option<Id>,
    tokens: Vec<String>,
}

impl Answerer {
    /// Answers for a task, with a corpus if one is given.
    pub(super) fn new(task: Task, corpus: Option<&Path>) -> Result<Self, Failure> {
        let corpus = corpus.map(load).transpose()?.map_or_else(OnceCell::new, OnceCell::from);
        Ok(Self { task, corpus })
    }

    /// Answers for one article.
    pub(super) fn article(&self, decoded: Decoded, about: About, out: &mut impl Write) -> io::Result<()> {
        let Decoded { text, notes } = decoded;
        let article = Article { id: String::new(), about, text };
        write(&self.answer(Value::Null, article, notes, None), Layout::Indented, out)
    }

    /// Answers for a line.
    pub(super) fn line(&self, line: &[u8], out: &mut impl Write) -> Result<(), BadLine> {
        match self.task {
            Task::Read | Task::Compare => {
                let mut given: ArticleLine = parse(line)?;
                let own = given.corpus.take();
                let told = |fault: Fault| told(id_of(line), &fault.to_string());
                let (article, id) = given.article().map_err(told)?;
                let own = own.filter(|_| self.task == Task::Compare).map(|lines| {
                    let article = |(at, line): (usize, ArticleLine)| {
                        let (mut article, id) = line.article()?;
                        // One without a name is called by its place.
                        if id.is_none() {
                            article.id = at.to_string();
                        }
                        Ok(article)
                    };
                    let articles = lines.into_iter().enumerate().map(article).collect::<Result<Vec<_>, _>>()?;
                    Ok(Corpus::new(articles))
                });
                let own = own.transpose().map_err(told)?;
                write(&self.answer(answered_id(id), article, Vec::new(), own.as_ref()), Layout::Line, out)
            }
            Task::Relate => {
                let PairLine { id, premise, hypothesis } = parse(line)?;
                let (relation, reasons) = relate(&premise, &hypothesis);
                write(&contract::relation(answered_id(id), relation, &reasons), Layout::Line, out)
            }
            Task::Tag => {
                let TokensLine { id, tokens } = parse(line)?;
                let tokens: Vec<_> = tokens.iter().map(String::as_str).collect();
                let (tags, upos) =
                    tag_words(&tokens).into_iter().map(|(tag, upos)| (tag.as_str().into(), upos.into())).unzip();
                let answer = Value::object(|f| {
                    f.add("id", answered_id(id));
                    f.add("tags", Value::List(tags));
                    f.add("upos", Value::List(upos));
                });
                write(&answer, Layout::Line, out)
            }
        }
        .map_err(BadLine::Output)
    }

    /// What the task makes of an article; these notes go before its own, and a corpus of the line's own before that of
    /// the command.
    fn answer(&self, id: Value, article: Article, mut notes: Vec<Note>, own: Option<&Corpus>) -> Value {
        if self.task == Task::Compare {
            let mut report = Report::new(article);
            notes.append(&mut report.reading.notes);
            report.reading.notes = notes;
            let corpus = own.unwrap_or_else(|| self.corpus.get_or_init(Corpus::seeded));
            contract::comparison(id, &report, corpus, &compare(&report, corpus), Encoding::CodePoints)
        } else {
            let mut reading = read(&article.text, &article.about);
            notes.append(&mut reading.notes);
            reading.notes = notes;
            contract::reading(id, &article.text, &reading, Encoding::CodePoints)
        }
    }
}

/// How an answer is laid out.
#[derive(Clone, Copy)]
pub(super) enum Layout {
    /// On one line, for programs.
    Line,
    /// Indented, for people.
    Indented,
}

pub(super) fn write(answer: &Value, layout: Layout, out: &mut impl Write) -> io::Result<()> {
    match layout {
        Layout::Line => serde_json::to_writer(out, answer)?,
        Layout::Indented => serde_json::to_writer_pretty(out, answer)?,
    }
    Ok(())
}

/// The id that was given.
fn answered_id(id: Option<Id>) -> Value {
    match id {
        Some(Id::Text(text)) => text.into(),
        Some(Id::Number(number)) => (number.as_i64().map(Value::Whole))
            .or_else(|| number.as_u64().map(Value::Large))
            .unwrap_or_else(|| Value::Number(number.as_f64().unwrap_or(0.0))),
        None => Value::Null,
    }
}

/// The corpus at a path: a corpus file, or a folder of articles.
fn load(path: &Path) -> Result<Corpus, Failure> {
    if path.is_dir() {
        return folder::articles(path).map(Corpus::new);
    }
    let bytes = input::bytes(&Source::File(path.to_owned()))?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::Encoding(path.to_owned()))?;
    file::read(&text, json::read).map(Corpus::new).map_err(|error| Failure::Corpus(path.to_owned(), error))
}

fn parse<T: DeserializeOwned>(line: &[u8]) -> Result<T, BadLine> {
    // Serde would take an array for an object's values in their order.
    if line.first() != Some(&b'{') {
        return Err(told(None, "The line is not a JSON object."));
    }
    serde_json::from_slice(line).map_err(|error| told(id_of(line), &format!("The line can't be used: {error}.")))
}

/// The id of a line that is otherwise bad, where it can be read: whoever asked knows then which line failed.
fn id_of(line: &[u8]) -> Option<Id> {
    let found = Cell::new(None);
    // It fails where the line does; what was found before that stays.
    let _ = IdIn(&found).deserialize(&mut serde_json::Deserializer::from_slice(line));
    found.into_inner()
}

/// Looks through an object for its `id`.
struct IdIn<'a>(&'a Cell<Option<Id>>);

impl<'de> DeserializeSeed<'de> for IdIn<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for IdIn<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "id" {
                self.0.set(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_bad_line_is_found_where_it_can_be() {
        let check = |line: &str, id: Option<Id>| assert_eq!(id_of(line.as_bytes()), id, "{line}");
        check("", None);
        check("7", None);
        check("{\"id\": 7, \"text\": ", Some(Id::Number(7.into())));
        check("{\"text\": [{\"id\": 1}], \"id\": \"a\"}", Some(Id::Text("a".into())));
        check("{\"text\": \"cut off", None);
        check("{\"id\": {}, \"text\": 1}", None);
    }
}
