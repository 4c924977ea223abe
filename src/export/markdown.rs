//! The comparison as a page of Markdown, to be read or passed on.

use std::fmt::Write;

use super::laid::{Laid, name};
use super::word::Word;
use crate::compare::Relation;

/// What the comparison found, as Markdown.
#[must_use]
pub fn markdown(laid: Laid<'_>) -> String {
    let mut page = String::new();
    let about = &laid.report.article.about;
    let title = about.title.as_deref().or(about.outlet.as_deref()).unwrap_or("The article");
    line(&mut page, format_args!("# {}, beside {} other reports", escaped(title), laid.corpus.reports().len()));
    figures(&mut page, laid);
    claims(&mut page, laid);
    rest(&mut page, laid);
    page
}

fn line(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(page, "{text}");
}

fn figures(page: &mut String, laid: Laid<'_>) {
    line(page, format_args!("\n## Figures\n"));
    line(page, format_args!("| figure | said of | beside it | relation |\n| --- | --- | --- | --- |"));
    let text = &laid.report.article.text;
    for (index, figure) in laid.report.reading.figures.iter().enumerate() {
        let subject: Vec<&str> = figure.subject.iter().map(|span| span.of(text)).collect();
        let (own, subject) = (escaped(figure.span.of(text)), escaped(&subject.join(" ")));
        let beside = laid.beside(index as u32);
        if beside.is_empty() {
            line(page, format_args!("| {own} | {subject} | | only here |"));
        }
        for other in beside {
            let (there, outlet) = (escaped(other.text), escaped(name(other.report)));
            line(page, format_args!("| {own} | {subject} | {there} ({outlet}) | {} |", other.relation.word()));
        }
    }
}

fn claims(page: &mut String, laid: Laid<'_>) {
    line(page, format_args!("\n## Claims\n"));
    for found in laid.comparison.matches.iter().filter(|found| found.relation != Relation::Related) {
        let Some(claim) = laid.report.reading.claims.get(found.claim as usize) else { continue };
        let Some(report) = laid.corpus.reports().get(found.theirs.article as usize) else { continue };
        let said = escaped(claim.span.of(&laid.report.article.text));
        let reasons = escaped(&found.reasons.join(" "));
        let outlet = escaped(name(report));
        line(page, format_args!("- **{}** by {outlet}: {said}\n  {reasons}", found.relation.word()));
    }
}

fn rest(page: &mut String, laid: Laid<'_>) {
    line(page, format_args!("\n## Left out here\n"));
    for theirs in &laid.comparison.missing {
        let Some(report) = laid.corpus.reports().get(theirs.article as usize) else { continue };
        let Some(claim) = report.reading.claims.get(theirs.claim as usize) else { continue };
        let said = escaped(claim.span.of(&report.article.text));
        line(page, format_args!("- {said} ({})", escaped(name(report))));
    }
    if !laid.comparison.internal.is_empty() {
        line(page, format_args!("\n## The article against itself\n"));
    }
    for problem in &laid.comparison.internal {
        line(page, format_args!("- {}", escaped(&problem.problem)));
    }
}

/// A text on one line, in which nothing is taken for Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in Laid::line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_is_markdown() {
        assert_eq!(escaped("a | b\n<i>c</i> *d*"), "a \\| b \\<i\\>c\\</i\\> \\*d\\*");
    }
}
