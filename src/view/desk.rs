//! The desk: where articles are read and compared, in a worker where there can be one.

use super::Sheet;
use crate::compare::compare;
use crate::corpus::{Article, Corpus, Report};
use crate::export::contract::{self, Encoding};
use crate::value::Value;

/// What the desk is asked to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Request {
    /// To take other articles for its corpus than those that come with the program.
    Corpus(Vec<Article>),
    /// To take these for the reader's own, in the place of those before.
    Own(Vec<Article>),
    /// To read an article and lay it beside the corpus.
    Compare(Article),
}

/// What the desk answers to [`Request::Compare`].
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// What is shown.
    pub sheet: Sheet,
    /// The comparison as the contract has it, its offsets in UTF-16 code units.
    pub comparison: Value,
}

/// A desk and the articles that lie on it.
#[derive(Debug, Default)]
pub struct Desk {
    given: Option<Vec<Article>>,
    own: Vec<Article>,
    /// What was read of the two; let go of when one of them changes.
    corpus: Option<Corpus>,
}

impl Desk {
    /// Does what it is asked to.
    pub fn ask(&mut self, request: Request) -> Option<Answer> {
        match request {
            Request::Corpus(articles) => {
                self.given = Some(articles);
                self.corpus = None;
            }
            Request::Own(articles) => {
                self.own = articles;
                self.corpus = None;
            }
            Request::Compare(article) => return Some(self.compare(article)),
        }
        None
    }

    /// Reads what lies on it before it is needed, so that the first answer waits for nothing else.
    pub fn warm(&mut self) {
        self.corpus();
    }

    fn compare(&mut self, article: Article) -> Answer {
        let corpus = self.corpus();
        let report = Report::new(article);
        let comparison = compare(&report, corpus);
        Answer {
            sheet: Sheet::new(&report, corpus, &comparison),
            comparison: contract::comparison(Value::Null, &report, corpus, &comparison, Encoding::Utf16),
        }
    }

    /// The corpus, read when it is first needed.
    fn corpus(&mut self) -> &Corpus {
        let (given, own) = (&self.given, &self.own);
        self.corpus.get_or_insert_with(|| {
            let base = given.as_ref().map_or_else(Corpus::seeded, |given| Corpus::new(given.iter().cloned()));
            if own.is_empty() {
                return base;
            }
            let own = own.iter().cloned().map(Report::new);
            Corpus::of_reports(base.reports().iter().cloned().chain(own).collect())
        })
    }
}
