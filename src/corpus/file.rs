//! The corpus file: `{"version":1,"articles":[...]}`, or the same articles a line each (NDJSON).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Article, Fault};
use crate::reading::About;

/// The version that is written, and the only one that is read.
const VERSION: u64 = 1;

/// Why a file is no corpus.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CorpusError {
    /// Nothing is in it.
    Empty,
    /// It is neither of the two forms; what the parser found, and where.
    Json(String),
    /// A line of NDJSON, counted from 1, is no article.
    Line(usize, String),
    /// Another version.
    Version(u64),
    /// An article, counted from 1, can't be used.
    Article(usize, Fault),
    /// Two articles have one id.
    Twice(String),
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                write!(f, "The corpus file has no articles; give one that \"crossread corpus build\" has made.")
            }
            Self::Json(error) => write!(
                f,
                "This is not a corpus file, which looks like {{\"version\":1,\"articles\":[...]}}: {error}; \
                 \"crossread corpus build\" makes one."
            ),
            Self::Line(line, error) => {
                write!(
                    f,
                    "Line {line} is not an article, which looks like {{\"id\":\"...\",\"text\":\"...\"}}: {error}."
                )
            }
            Self::Version(version) => write!(
                f,
                "The corpus file is of version {version} and only version {VERSION} is known; make it anew with \
                 \"crossread corpus build\"."
            ),
            Self::Article(at, fault) => write!(f, "Article {at} of the corpus file can't be used. {fault}"),
            Self::Twice(id) => write!(f, "Two articles of the corpus have the id \"{id}\"; give each its own."),
        }
    }
}

impl std::error::Error for CorpusError {}

/// The file as it is parsed: of version 1, or one line of the other form.
#[derive(Deserialize)]
struct Whole {
    version: Option<u64>,
    articles: Option<Vec<Entry>>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
    text: String,
}

impl From<Entry> for Article {
    fn from(Entry { id, title, outlet, published, url, text }: Entry) -> Self {
        Self { id, about: About { title, outlet, published, url }, text }
    }
}

/// Reads a corpus file.
///
/// # Errors
/// Where it is of neither form, of another version, or holds an article that can't be used.
pub fn read(file: &str) -> Result<Vec<Article>, CorpusError> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let articles = match serde_json::from_str::<Whole>(file) {
        Ok(Whole { version: Some(version), .. }) if version != VERSION => return Err(CorpusError::Version(version)),
        Ok(Whole { articles: Some(articles), .. }) => articles.into_iter().map(Article::from).collect(),
        Ok(Whole { version: Some(_), .. }) => return Err(CorpusError::Json("it has no \"articles\"".into())),
        // One article.
        Ok(_) => lines(file)?,
        Err(_) if file.trim().is_empty() => return Err(CorpusError::Empty),
        Err(_) if has_lines(file) => lines(file)?,
        Err(error) => return Err(CorpusError::Json(error.to_string())),
    };
    check(&articles)?;
    Ok(articles)
}

/// Whether it looks like NDJSON: several lines, the first an object by itself.
fn has_lines(file: &str) -> bool {
    let Some((first, rest)) = file.split_once('\n') else { return false };
    first.starts_with('{') && first.trim_end().ends_with('}') && !rest.trim().is_empty()
}

fn lines(file: &str) -> Result<Vec<Article>, CorpusError> {
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            let entry: Entry =
                serde_json::from_str(line).map_err(|error| CorpusError::Line(at + 1, error.to_string()))?;
            Ok(entry.into())
        })
        .collect()
}

/// Whether articles can stand together in a corpus.
///
/// # Errors
/// Where there is none, one has a fault, or two have one id.
pub fn check(articles: &[Article]) -> Result<(), CorpusError> {
    if articles.is_empty() {
        return Err(CorpusError::Empty);
    }
    let mut ids = BTreeSet::new();
    for (at, article) in articles.iter().enumerate() {
        article.check().map_err(|fault| CorpusError::Article(at + 1, fault))?;
        if !ids.insert(&article.id) {
            return Err(CorpusError::Twice(article.id.clone()));
        }
    }
    Ok(())
}

/// The corpus file of articles: one of version 1, an article a line, so that two files can be compared.
#[must_use]
pub fn write(articles: &[Article]) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        id: &'a str,
        outlet: Option<&'a str>,
        title: Option<&'a str>,
        published: Option<&'a str>,
        url: Option<&'a str>,
        text: &'a str,
    }
    let mut file = format!("{{\"version\":{VERSION},\"articles\":[");
    for (at, Article { id, about, text }) in articles.iter().enumerate() {
        let About { title, outlet, published, url } = about;
        let line = Line {
            id,
            outlet: outlet.as_deref(),
            title: title.as_deref(),
            published: published.as_deref(),
            url: url.as_deref(),
            text,
        };
        file.push_str(if at == 0 { "\n" } else { ",\n" });
        // Strings and nulls alone: nothing that JSON could not hold.
        file.push_str(&serde_json::to_string(&line).unwrap_or_default());
    }
    file.push_str("\n]}\n");
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str, published: Option<&str>, text: &str) -> Article {
        let about = About { published: published.map(str::to_owned), ..About::default() };
        Article { id: id.into(), about, text: text.into() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let articles = [article("a", Some("2031-05-06"), "One \"two\"\n\u{2028}three."), article("b", None, "Four.")];
        assert_eq!(read(&write(&articles)), Ok(articles.to_vec()));
    }

    #[test]
    fn lines_are_read_as_well() {
        let expect = [article("a", None, "One."), article("b", Some("2031-05-06"), "Two.")];
        let file =
            "{\"id\":\"a\",\"text\":\"One.\"}\r\n\n{\"id\":\"b\",\"text\":\"Two.\",\"published\":\"2031-05-06\"}\n";
        assert_eq!(read(file), Ok(expect.to_vec()));
        assert_eq!(read(file.lines().next().unwrap_or_default()), Ok(expect[..1].to_vec()));
    }

    #[track_caller]
    fn check_error(file: &str, expect: &str) {
        let error = read(file).map_err(|error| error.to_string()).expect_err("an error");
        assert!(error.contains(expect), "{file:?} gives {error:?}, not {expect:?}");
    }

    #[test]
    fn what_is_wrong_is_said() {
        check_error("", "has no articles");
        check_error("{\"version\":1,\"articles\":[]}", "has no articles");
        check_error("{\"version\":2,\"articles\":[]}", "of version 2");
        check_error("{\"version\":1}", "it has no \"articles\"");
        check_error("A text.", "not a corpus file");
        check_error("{\"version\":1,\n\"articles\":[{\"id\":3,\"text\":\"One.\"}]}", "expected a string at line 2");
        check_error("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\"}", "Line 2 is not an article");
        check_error("{\"id\":\"a\"}", "Line 1 is not an article");
        check_error("{\"id\":\"a\",\"text\":\" \"}", "Article 1");
        check_error("{\"id\":\"a\",\"text\":\"One.\",\"published\":\"May\"}", "\"May\" is not a date");
        check_error("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"a\",\"text\":\"Two.\"}", "the id \"a\"");
    }
}
