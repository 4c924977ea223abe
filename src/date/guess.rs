//! The day an article seems to have been published.

use chrono::NaiveDate;

use crate::text::{Document, Span};

/// How many blocks from the top, and how many at the end, a page says its own day in.
const TOP: usize = 12;

pub(super) fn guess(document: &Document<'_>) -> Option<(NaiveDate, Span)> {
    let dates = super::find(document, None);
    let full =
        |date: &super::Date| super::days::of(&date.value).filter(|(first, last)| first == last).map(|(day, _)| day);
    for block in document.blocks.iter().take(TOP) {
        for date in dates.iter().filter(|date| block.span.contains(date.span)) {
            let Some(day) = full(date) else { continue };
            // A line that is hardly more than the date, or that says what the date is of.
            let line = document.slice(block.span);
            let short = line.len() <= date.span.len() + 40;
            let lead = line.get(..(date.span.start - block.span.start) as usize).unwrap_or("").to_ascii_lowercase();
            let said =
                ["published", "updated", "posted", "date:", "last modified"].iter().any(|word| lead.contains(word));
            if short || said {
                return Some((day, date.span));
            }
        }
    }
    None
}
