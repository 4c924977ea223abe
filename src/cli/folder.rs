//! Building a corpus from a folder of articles.

use std::io;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::input;
use super::json;
use super::options::Source;
use crate::corpus::{Article, file, front_matter};

/// The corpus file of a folder.
pub(super) fn build(folder: &Path) -> Result<String, Failure> {
    let articles = articles(folder)?;
    Ok(file::write(&articles, json::write))
}

/// The articles of a folder: one for each .txt or .md file in it (not in folders inside), by name.
pub(super) fn articles(folder: &Path) -> Result<Vec<Article>, Failure> {
    let unread = |error: io::Error| Failure::Read(Source::File(folder.to_owned()), error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if is_article(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    let articles = paths.into_iter().map(article).collect::<Result<Vec<_>, _>>()?;
    if articles.is_empty() {
        return Err(Failure::NoArticles(folder.to_owned()));
    }
    file::check(&articles).map_err(|error| Failure::Corpus(folder.to_owned(), error))?;
    Ok(articles)
}

/// Hidden files are no articles: editors and archives leave some behind.
fn is_article(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    (ending.eq_ignore_ascii_case("txt") || ending.eq_ignore_ascii_case("md")) && !hidden && !path.is_dir()
}

fn article(path: PathBuf) -> Result<Article, Failure> {
    let bytes = input::bytes(&Source::File(path.clone()))?;
    let Ok(text) = String::from_utf8(bytes) else { return Err(Failure::Encoding(path)) };
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    front_matter::article(&text, &name).map_err(|error| Failure::Article(path, error))
}
