//! The sheet: an article laid beside a corpus, as it is shown.

use super::{overview, passages, pieces};
use crate::compare::Comparison;
use crate::corpus::{Corpus, Report};
use crate::reading::Doubt;
use crate::text::{BlockKind, Span};

/// All that is shown of an article and its comparison: made where the work is done, sent in one piece.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// The article's text, cut at its highlights.
    pub paragraphs: Vec<Paragraph>,
    /// The highlights, in the order of the text, the longer first where two begin together.
    pub marks: Vec<Mark>,
    /// The highlights that are met going from one to the next through the text.
    pub stops: Vec<u32>,
    /// What there is to say with nothing chosen, the most pressing first; no section is empty.
    pub overview: Vec<Section>,
    /// What was doubtful or left out.
    pub notes: Vec<Note>,
    /// What is doubtful about the text as a whole.
    pub doubt: Option<Doubt>,
    /// How many reports the article was laid beside.
    pub reports: u32,
    /// The outlet that the text seems to be of, where none was given.
    pub outlet_guess: Option<String>,
    /// The day the text seems to be of, as an ISO date, where none was given.
    pub published_guess: Option<String>,
}

/// A paragraph or line of the article.
#[derive(Clone, PartialEq, Debug)]
pub struct Paragraph {
    /// What it is.
    pub kind: BlockKind,
    /// Its text; the pieces put together are the whole of it.
    pub pieces: Vec<Piece>,
}

/// A stretch of text that lies in the same highlights from end to end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The highlights that it lies in, the outermost first.
    pub marks: Vec<u32>,
    /// Whether the innermost of them begins here, so that it is met once when going from one to the next.
    pub first: bool,
}

/// What a highlight is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum MarkKind {
    Claim,
    Figure,
}

/// A highlight: a figure or a claim of the article, and what others say of the same matter.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// What it is of.
    pub kind: MarkKind,
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The most pressing of what others say.
    pub tone: Tone,
    /// That in words: "conflicts: 8,000 here, 11,000 there".
    pub summary: String,
    /// A figure's value, what it counts and when, in words; empty for a claim.
    pub value: String,
    /// Who says it and how; empty for the outlet's own plain words.
    pub said: String,
    /// What others say, the most pressing first.
    pub passages: Vec<Passage>,
    /// What is wrong with it within the article itself.
    pub problems: Vec<String>,
}

/// How what others say stands to what the article says, the most pressing first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tone {
    /// Both can't hold.
    Conflicts,
    /// Overtaken by time.
    Updated,
    /// Not the same, but both can hold.
    Differs,
    /// The same.
    Agrees,
    /// The same matter, no more.
    Related,
    /// No other report speaks of it.
    Alone,
}

/// What a report says.
#[derive(Clone, PartialEq, Debug)]
pub struct Passage {
    /// How it stands to what the article says.
    pub tone: Tone,
    /// That in words.
    pub relation: String,
    /// Who published it.
    pub outlet: String,
    /// When, as an ISO date.
    pub published: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Who says it and how; empty for the outlet's own plain words.
    pub speaker: String,
    /// The sentence up to the words that matter.
    pub before: String,
    /// The words that matter.
    pub hit: String,
    /// The rest of the sentence.
    pub after: String,
    /// Why they are held to be of one matter, a sentence each.
    pub reasons: Vec<String>,
}

/// A part of the overview.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// What it holds.
    pub kind: SectionKind,
    /// Its entries.
    pub items: Vec<Item>,
}

/// What a section of the overview holds, in the order they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SectionKind {
    /// Highlights that others say something of.
    Of(Tone),
    /// The article against itself.
    Problems,
    /// Several reports, one source.
    Origins,
    /// What the article leaves out.
    Missing,
}

/// An entry of the overview.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// The words it is about.
    pub text: String,
    /// What there is to say of them.
    pub detail: String,
    /// The highlight that it leads to.
    pub mark: Option<u32>,
    /// What a report says, where no highlight leads to it.
    pub passage: Option<Passage>,
}

/// A remark on the reading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The words it is about, shortened.
    pub text: String,
    /// A full sentence.
    pub message: String,
}

impl Sheet {
    /// Lays out a comparison.
    #[must_use]
    pub fn new(pasted: &Report, corpus: &Corpus, comparison: &Comparison) -> Self {
        let marks = passages::marks(pasted, corpus, comparison);
        let text = &pasted.article.text;
        let reading = &pasted.reading;
        let given = &reading.about;
        let paragraphs = pieces::cut(text, &reading.blocks, &marks);
        let firsts = paragraphs.iter().flat_map(|paragraph| &paragraph.pieces).filter(|piece| piece.first);
        Self {
            stops: firsts.filter_map(|piece| piece.marks.last().copied()).collect(),
            paragraphs,
            overview: overview::sections(&marks, pasted, corpus, comparison),
            marks,
            notes: reading
                .notes
                .iter()
                .map(|note| Note { text: super::words::short(note.span.of(text)), message: note.message.clone() })
                .collect(),
            doubt: reading.doubt,
            reports: corpus.reports().len() as u32,
            outlet_guess: reading.guess.outlet.clone().filter(|_| given.outlet.is_none()),
            published_guess: reading.guess.published.clone().filter(|_| given.day().is_none()),
        }
    }
}
