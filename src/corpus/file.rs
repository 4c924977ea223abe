//! The corpus file: `{"version":1,"articles":[...]}`, or the same articles a line each (NDJSON).

use std::fmt;

use super::{Article, Fault};
use crate::order;
use crate::reading::About;
use crate::value::Value;

/// The version that is written, and the only one that is read.
const VERSION: i64 = 1;

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
    Version(i64),
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

/// Reads JSON, and says what is wrong with it where it is none.
pub type ReadJson = fn(&str) -> Result<Value, String>;

/// Writes JSON, on one line.
pub type WriteJson = fn(&Value) -> String;

/// An article of the file.
fn article(entry: Value) -> Result<Article, String> {
    let Value::Object(mut fields) = entry else { return Err("it is no object".to_owned()) };
    let mut field = |name: &str| match fields.take(name) {
        Some(Value::Text(text)) => Ok(Some(text)),
        None => Ok(None),
        Some(_) => Err(format!("its \"{name}\" is not a string")),
    };
    let missing = |name: &str| format!("it has no \"{name}\"");
    Ok(Article {
        id: field("id")?.ok_or_else(|| missing("id"))?,
        about: About {
            title: field("title")?,
            outlet: field("outlet")?,
            published: field("published")?,
            url: field("url")?,
        },
        text: field("text")?.ok_or_else(|| missing("text"))?,
    })
}

/// Reads a corpus file.
///
/// # Errors
/// Where it is of neither form, of another version, or holds an article that can't be used.
pub fn read(file: &str, json: ReadJson) -> Result<Vec<Article>, CorpusError> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let articles = match json(file) {
        Ok(whole) => of_whole(whole)?,
        Err(_) if file.trim().is_empty() => return Err(CorpusError::Empty),
        Err(_) if has_lines(file) => lines(file, json)?,
        Err(error) => return Err(CorpusError::Json(error)),
    };
    check(&articles)?;
    Ok(articles)
}

/// The articles of a file of version 1; one that is a single article is a line of the other form.
fn of_whole(whole: Value) -> Result<Vec<Article>, CorpusError> {
    let single = |entry| article(entry).map(|only| vec![only]).map_err(|error| CorpusError::Line(1, error));
    let Value::Object(mut fields) = whole else { return single(whole) };
    match (fields.take("version"), fields.take("articles")) {
        (Some(Value::Whole(version)), _) if version != VERSION => Err(CorpusError::Version(version)),
        (_, Some(Value::List(articles))) => {
            let numbered = |(at, entry): (usize, Value)| {
                article(entry).map_err(|error| CorpusError::Json(format!("of article {}, {error}", at + 1)))
            };
            articles.into_iter().enumerate().map(numbered).collect()
        }
        (Some(_), _) => Err(CorpusError::Json("it has no \"articles\"".into())),
        _ => single(Value::Object(fields)),
    }
}

/// Whether it looks like NDJSON: several lines, the first an object by itself.
fn has_lines(file: &str) -> bool {
    let Some((first, rest)) = file.split_once('\n') else { return false };
    first.starts_with('{') && first.trim_end().ends_with('}') && !rest.trim().is_empty()
}

fn lines(file: &str, json: ReadJson) -> Result<Vec<Article>, CorpusError> {
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| json(line).and_then(article).map_err(|error| CorpusError::Line(at + 1, error)))
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
    for (at, article) in articles.iter().enumerate() {
        article.check().map_err(|fault| CorpusError::Article(at + 1, fault))?;
    }
    let mut ids: Vec<&String> = articles.iter().map(|article| &article.id).collect();
    order::sort(&mut ids);
    match ids.windows(2).find(|two| two[0] == two[1]) {
        Some(two) => Err(CorpusError::Twice(two[0].clone())),
        None => Ok(()),
    }
}

/// The corpus file of articles: one of version 1, an article a line, so that two files can be compared.
#[must_use]
pub fn write(articles: &[Article], json: WriteJson) -> String {
    let mut file = format!("{{\"version\":{VERSION},\"articles\":[");
    for (at, Article { id, about, text }) in articles.iter().enumerate() {
        let line = Value::object(|f| {
            f.add("id", id);
            f.add("outlet", &about.outlet);
            f.add("title", &about.title);
            f.add("published", &about.published);
            f.add("url", &about.url);
            f.add("text", text);
        });
        file.push_str(if at == 0 { "\n" } else { ",\n" });
        file.push_str(&json(&line));
    }
    file.push_str("\n]}\n");
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_json(json: &str) -> Result<Value, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    fn to_json(value: &Value) -> String {
        serde_json::to_string(value).expect("it can be written")
    }

    fn read(file: &str) -> Result<Vec<Article>, CorpusError> {
        super::read(file, from_json)
    }

    fn article(id: &str, published: Option<&str>, text: &str) -> Article {
        let about = About { published: published.map(str::to_owned), ..About::default() };
        Article { id: id.into(), about, text: text.into() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let articles = [article("a", Some("2031-05-06"), "One \"two\"\n\u{2028}three."), article("b", None, "Four.")];
        assert_eq!(read(&write(&articles, to_json)), Ok(articles.to_vec()));
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
        check_error("{\"version\":1,\n\"articles\":[,]}", "expected value at line 2");
        check_error("[1]", "Line 1 is not an article");
        check_error(
            "{\"version\":1,\n\"articles\":[{\"id\":3,\"text\":\"One.\"}]}",
            "of article 1, its \"id\" is not a string",
        );
        check_error("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\"}", "Line 2 is not an article");
        check_error("{\"id\":\"a\"}", "Line 1 is not an article");
        check_error("{\"id\":\"a\",\"text\":\" \"}", "Article 1");
        check_error("{\"id\":\"a\",\"text\":\"One.\",\"published\":\"May\"}", "\"May\" is not a date");
        check_error("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"a\",\"text\":\"Two.\"}", "the id \"a\"");
    }
}
