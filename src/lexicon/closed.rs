//! Words that are hardly ever anything but one part of speech.

use super::{WordId, Words, entries, list::list};

/// The words of the closed classes, each with its Penn tag.
pub(super) fn load(words: &mut Words) -> Vec<(WordId, &'static str)> {
    let mut closed = Vec::new();
    for (tag, columns) in entries(list!("closed.tsv")) {
        for word in columns.iter().flat_map(|column| column.split(' ')) {
            closed.push((words.intern(word), tag));
        }
    }
    closed
}
