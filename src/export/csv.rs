//! A table of the figures (RFC 4180): a line for each figure, and one more for each further counterpart.

use super::Offsets;
use super::contract::Encoding;
use super::laid::{Laid, name};
use super::word::Word;
use crate::decimal;

const HEAD: [&str; 16] = [
    "figure",
    "start",
    "end",
    "text",
    "low",
    "high",
    "modifier",
    "unit",
    "dimension",
    "subject",
    "as_of",
    "speaker",
    "relation",
    "other_report",
    "other_text",
    "reason",
];

/// The figures of an article and their counterparts as a table; offsets count code points.
#[must_use]
pub fn csv(laid: Laid<'_>) -> String {
    let (text, reading) = (&laid.report.article.text, &laid.report.reading);
    let offsets = Offsets::new(text, Encoding::CodePoints);
    let mut table = String::new();
    row(&mut table, &HEAD.map(str::to_owned));
    for (index, figure) in reading.figures.iter().enumerate() {
        let index = index as u32;
        let subject: Vec<&str> = figure.subject.iter().map(|span| span.of(text)).collect();
        let own = [
            index.to_string(),
            offsets.of(text, figure.span.start).to_string(),
            offsets.of(text, figure.span.end).to_string(),
            figure.span.of(text).to_owned(),
            decimal::written(figure.low),
            decimal::written(figure.high),
            figure.modifier.word().to_owned(),
            figure.unit.clone().unwrap_or_default(),
            figure.dimension.word().to_owned(),
            subject.join(" "),
            figure.as_of.clone().unwrap_or_default(),
            reading.speaker_of(index).unwrap_or_default().to_owned(),
        ];
        let beside = laid.beside(index);
        if beside.is_empty() {
            let mut cells = own.to_vec();
            cells.resize(HEAD.len(), String::new());
            row(&mut table, &cells);
        }
        for other in beside {
            let mut cells = own.to_vec();
            cells.extend([other.relation.word(), name(other.report), other.text, other.reason].map(str::to_owned));
            row(&mut table, &cells);
        }
    }
    table
}

fn row(table: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            table.push(',');
        }
        table.push_str(&quoted(cell));
    }
    table.push_str("\r\n");
}

/// A cell, quoted where it must be. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it; a plain number stays as it is.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells() {
        let check = |cell: &str, expected: &str| assert_eq!(quoted(cell), expected);
        check("12 boats", "12 boats");
        check("1,200", "\"1,200\"");
        check("a \"small\" one", "\"a \"\"small\"\" one\"");
        check("=SUM(A1)", "'=SUM(A1)");
        check("-4.5", "-4.5");
        check("+ 4 points", "'+ 4 points");
    }
}
