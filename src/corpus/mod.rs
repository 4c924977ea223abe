//! The corpus: other reports of the matter, read and indexed.

mod gist;
mod index;
mod measure;
mod seeded;
mod term;

use serde::{Deserialize, Serialize};

use crate::reading::{About, Reading, read_document};
use crate::text::Document;

pub use gist::{Gist, Matter};
pub use index::Index;
pub use measure::{Measure, Scopes};
pub use term::{Term, Word};

/// An article as it is given: what the corpus file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Article {
    /// Its name in the corpus.
    pub id: String,
    /// What is known of it.
    #[serde(flatten)]
    pub about: About,
    /// Its text.
    pub text: String,
}

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
