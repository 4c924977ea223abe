//! The corpus: other reports of the matter, read and indexed.

mod seeded;

use serde::{Deserialize, Serialize};

use crate::reading::{About, Reading, read};

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
}

impl Report {
    /// Reads an article.
    #[must_use]
    pub fn new(article: Article) -> Self {
        let reading = read(&article.text, &article.about);
        Self { article, reading }
    }
}

/// Reports, in the order they were added.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Corpus {
    reports: Vec<Report>,
}

impl Corpus {
    /// Reads articles into a corpus.
    #[must_use]
    pub fn new(articles: impl IntoIterator<Item = Article>) -> Self {
        Self { reports: articles.into_iter().map(Report::new).collect() }
    }

    /// The reports, in the order they were added.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The digests that come with the program.
    #[must_use]
    pub fn seeded() -> Self {
        Self::new(seeded::articles())
    }
}
