//! What a cue makes of its sentence, before it is settled which of them hold.

use std::ops::Range;

use crate::lexicon::Stance;

/// A statement in tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Candidate {
    pub(crate) source: Option<Range<usize>>,
    pub(crate) cue: Range<usize>,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) stance: Stance,
    pub(crate) negated: bool,
    /// Whether it is speech, which a further quotation goes on.
    pub(crate) speech: bool,
}

impl Candidate {
    /// A statement that is put without a word of speech.
    pub(crate) fn new(source: Option<Range<usize>>, cue: Range<usize>, content: Vec<Range<usize>>) -> Self {
        Self { source, cue, content, stance: Stance::Asserted, negated: false, speech: false }
    }
}
