//! What ends the program, each as one line that says what to do.

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::PathBuf;

use super::options::Source;
use crate::corpus::file::CorpusError;
use crate::corpus::front_matter::FrontMatterError;

/// Why the program could not run.
#[derive(Debug)]
pub(super) enum Failure {
    /// The command line itself.
    Options(lexopt::Error),
    /// No command.
    NoCommand,
    /// A command that there isn't.
    Command(OsString),
    /// A value that is no date.
    Date(String),
    /// An option of a single article where many are read.
    OneArticle(&'static str),
    /// A command that only reads lines.
    OnlyLines(&'static str),
    /// A command without its folder.
    NoFolder,
    /// Training without its files.
    NoTrainingData,
    NoAnnotatedNews,
    NoJudgedPairs,
    /// What was to be read.
    Read(Source, io::Error),
    /// What was to be written.
    Write(PathBuf, io::Error),
    /// The output's end.
    Output(io::Error),
    /// A corpus.
    Corpus(PathBuf, CorpusError),
    /// A folder without articles.
    NoArticles(PathBuf),
    /// A file of a folder that is no text in UTF-8.
    Encoding(PathBuf),
    /// A file of a folder that is no article.
    Article(PathBuf, FrontMatterError),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Options(error) => write!(f, "{error}; --help says what there is."),
            Self::NoCommand => {
                write!(f, "no command; give read, compare, relate, tag or corpus build, or --help for what they do.")
            }
            Self::Command(given) => write!(
                f,
                "there is no command {}; give read, compare, relate, tag or corpus build, or --help for what they do.",
                given.display()
            ),
            Self::Date(given) => write!(f, "\"{given}\" is not a date; write --published as 2031-05-06."),
            Self::OneArticle(option) => {
                write!(f, "{option} is of one article; with --ndjson write it into each line instead.")
            }
            Self::OnlyLines(command) => write!(f, "{command} reads lines of JSON only; add --ndjson."),
            Self::NoFolder => {
                write!(f, "corpus build needs a folder; give it as in: crossread corpus build DIR -o FILE.")
            }
            Self::NoTrainingData => {
                write!(f, "train-tagger needs three files; give it as in: crossread train-tagger TREEBANK NEWS OUTPUT.")
            }
            Self::NoAnnotatedNews => {
                write!(f, "train-attribution needs two files; give it as in: crossread train-attribution NEWS OUTPUT.")
            }
            Self::NoJudgedPairs => {
                write!(f, "train-relate needs two files; give it as in: crossread train-relate PAIRS OUTPUT.")
            }
            Self::Read(source, error) => write!(f, "{source} can't be read: {error}."),
            Self::Write(path, error) => write!(f, "{} can't be written: {error}.", path.display()),
            Self::Output(error) => write!(f, "the output can't be written: {error}."),
            Self::Corpus(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NoArticles(path) => {
                write!(f, "{} has no .txt or .md file; put an article in each of some such files.", path.display())
            }
            Self::Encoding(path) => write!(f, "{}: The file is not in UTF-8; save it so.", path.display()),
            Self::Article(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Options(error)
    }
}
