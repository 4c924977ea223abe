//! An article as a text file with what is known of it on top:
//!
//! ```text
//! ---
//! outlet: The Harbour Gazette
//! published: 2031-05-06
//! ---
//!
//! The mayor said on Tuesday ...
//! ```
//!
//! `id`, `outlet`, `title`, `published` and `url` are read; other keys (`inferred` and `note` in the digests) are for
//! people. The whole block may be missing, and so may every key; the id is then the file's name.

use std::fmt;

use super::{Article, Fault};
use crate::reading::About;

/// Why a file is no article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FrontMatterError {
    /// The block at its top has no end.
    Unclosed,
    /// A line of the block, counted from 1, is no `key: value`.
    Line(usize),
    /// The article itself.
    Article(Fault),
}

impl fmt::Display for FrontMatterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed => {
                write!(f, "Line 1 opens the front matter with \"---\"; close it with a second such line.")
            }
            Self::Line(line) => {
                write!(f, "Line {line} stands in the front matter but is not \"key: value\"; write it so.")
            }
            Self::Article(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for FrontMatterError {}

/// Reads a file whose name, without its ending, is `name`.
///
/// # Errors
/// Where the block can't be read, the date is none, or there is no text.
pub fn article(file: &str, name: &str) -> Result<Article, FrontMatterError> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let (about, id, text) = match file.split_once('\n') {
        Some((first, rest)) if is_rule(first) => head(rest)?,
        _ => (About::default(), None, file),
    };
    let article = Article { id: id.unwrap_or_else(|| name.to_owned()), about, text: text.trim().to_owned() };
    article.check().map_err(FrontMatterError::Article)?;
    Ok(article)
}

/// What is known of the article, its id, and its text: what follows the first line.
fn head(rest: &str) -> Result<(About, Option<String>, &str), FrontMatterError> {
    let (mut about, mut id) = (About::default(), None);
    let mut read = 0;
    for (at, line) in rest.split_inclusive('\n').enumerate() {
        read += line.len();
        if is_rule(line) {
            return Ok((about, id, &rest[read..]));
        }
        let line = line.trim_end();
        // An empty line, a remark, or the further lines of a value that is none of ours (a list of keywords).
        if line.is_empty() || line.starts_with(['#', ' ', '\t', '-']) {
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { return Err(FrontMatterError::Line(at + 2)) };
        let value = Some(unquoted(value.trim())).filter(|value| !value.is_empty()).map(str::to_owned);
        match key.trim_end() {
            "id" => id = value,
            "outlet" => about.outlet = value,
            "title" => about.title = value,
            "published" => about.published = value,
            "url" => about.url = value,
            _ => {}
        }
    }
    Err(FrontMatterError::Unclosed)
}

fn is_rule(line: &str) -> bool {
    line.trim_end() == "---"
}

/// A value without the quotation marks that stand around the whole of it.
fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .into_iter()
        .find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark))
        .filter(|inner| !inner.contains(['"', '\'']))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, expect: Result<[&str; 4], FrontMatterError>) {
        let read = article(file, "name").map(|Article { id, about, text }| {
            [id, about.outlet.unwrap_or_default(), about.published.unwrap_or_default(), text]
        });
        assert_eq!(read, expect.map(|fields| fields.map(str::to_owned)), "{file:?}");
    }

    #[test]
    fn what_stands_on_top_is_read() {
        check(
            "---\nid: a\noutlet: Gazette\npublished: 2031-05-06\n---\n\nOne.\n",
            Ok(["a", "Gazette", "2031-05-06", "One."]),
        );
        check(
            "\u{feff}---\r\noutlet: \"The: Gazette\"\r\n---\r\nOne.\r\nTwo.",
            Ok(["name", "The: Gazette", "", "One.\r\nTwo."]),
        );
        check("---\ntags:\n  - sea\n- port\n# a remark\n\noutlet:\n---\nOne.", Ok(["name", "", "", "One."]));
        check("---\noutlet: 'Today' and \"Tomorrow\"\n---\nOne.", Ok(["name", "'Today' and \"Tomorrow\"", "", "One."]));
    }

    #[test]
    fn a_plain_text_is_an_article() {
        check("One.\n---\nTwo.", Ok(["name", "", "", "One.\n---\nTwo."]));
    }

    #[test]
    fn what_is_wrong_is_said() {
        check("---\noutlet: Gazette\n\nOne.", Err(FrontMatterError::Line(4)));
        check("---\noutlet: Gazette\n", Err(FrontMatterError::Unclosed));
        check("---\nid: a\n---\n \n", Err(FrontMatterError::Article(Fault::NoText)));
        check("", Err(FrontMatterError::Article(Fault::NoText)));
        let fault = Fault::Published("May".into());
        check("---\npublished: May\n---\nOne.", Err(FrontMatterError::Article(fault)));
    }
}
