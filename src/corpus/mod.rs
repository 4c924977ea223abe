//! The corpus: other reports of the matter, read and indexed.

pub mod file;
pub mod front_matter;
mod gist;
mod index;
mod measure;
mod part;
mod seeded;
mod term;

use std::fmt;

use crate::reading::{About, Reading, read_document};
use crate::text::Document;

pub use gist::{Gist, Matter};
pub use index::Index;
pub use measure::{Measure, Scopes};
pub use part::{Deed, Part, Sort, parts_in};
pub use term::{Term, Word};

/// An article as it is given: what the corpus file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Article {
    /// Its name in the corpus.
    pub id: String,
    /// What is known of it.
    pub about: About,
    /// Its text.
    pub text: String,
}

impl Article {
    /// Whether it can stand in a corpus.
    ///
    /// # Errors
    /// Where its date is none, or there is no text.
    pub fn check(&self) -> Result<(), Fault> {
        if let (None, Some(published)) = (self.about.day(), &self.about.published) {
            return Err(Fault::Published(published.clone()));
        }
        if self.text.trim().is_empty() { Err(Fault::NoText) } else { Ok(()) }
    }
}

/// Why an article can't be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is empty.
    NoText,
    /// When it was published is given, but as something else than a date.
    Published(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoText => write!(f, "It has no text; leave it out or give it some."),
            Self::Published(given) => {
                write!(f, "\"{given}\" is not a date; write when it was published as 2031-05-06, or leave it out.")
            }
        }
    }
}

impl std::error::Error for Fault {}

/// An article and its reading.
#[derive(Clone, PartialEq, Debug)]
pub struct Report {
    /// The article.
    pub article: Article,
    /// What it says.
    pub reading: Reading,
    /// What a comparison needs of it.
    pub gist: Gist,
}

impl Report {
    /// Reads an article.
    #[must_use]
    pub fn new(article: Article) -> Self {
        let document = Document::new(&article.text);
        let reading = read_document(&document, &article.about);
        let gist = Gist::new(&document, &reading);
        Self { article, reading, gist }
    }
}

/// Reports, in the order they were added, and where their words stand.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Corpus {
    reports: Vec<Report>,
    index: Index,
}

impl Corpus {
    /// Reads articles into a corpus.
    #[must_use]
    pub fn new(articles: impl IntoIterator<Item = Article>) -> Self {
        Self::of_reports(articles.into_iter().map(Report::new).collect())
    }

    /// A corpus of articles that are read already.
    #[must_use]
    pub fn of_reports(reports: Vec<Report>) -> Self {
        let index = Index::new(&reports);
        Self { reports, index }
    }

    /// The reports, in the order they were added.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// Where the words of the reports stand.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The digests that come with the program.
    #[must_use]
    pub fn seeded() -> Self {
        Self::new(seeded::articles())
    }
}
