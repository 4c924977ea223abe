//! Named cases of figures: `tests/cases/figures.tsv`.

#[path = "cases/marked.rs"]
mod marked;

use crossread::date;
use crossread::export::Word;
use crossread::figure;
use crossread::text::Document;

const SIGNS: [char; 2] = ['⟦', '⟧'];

/// Reads `text`, in which brackets stand around each figure, and compares what is found with `expect`: value,
/// modifier, dimension and unit of each, parted by semicolons.
fn check([name, text, expect]: [&str; 3]) -> Result<(), String> {
    let bare = marked::bare(text, SIGNS);
    let document = Document::new(&bare);
    let found = figure::find(&document, &date::find(&document, None).0);
    let spans: Vec<_> = found.iter().map(|figure| figure.span).collect();
    let values: Vec<String> = found
        .iter()
        .map(|figure| {
            let value = if figure.low.to_bits() == figure.high.to_bits() {
                figure.low.to_string()
            } else {
                format!("{}..{}", figure.low, figure.high)
            };
            let (modifier, dimension) = (figure.modifier.word(), figure.dimension.word());
            let unit = figure.unit.as_deref().unwrap_or("");
            format!("{value} {modifier} {dimension} {unit}").trim_end().to_owned()
        })
        .collect();
    marked::compare(name, text, SIGNS, &spans, &values, expect)
}

#[test]
fn figures() {
    marked::check(include_str!("cases/figures.tsv"), check);
}
