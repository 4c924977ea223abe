//! Tables of marked cases: a line for each, its columns parted by tabs; `#` begins a comment line. In the text
//! signs stand around all that must be found.

use crossread::text::Span;

#[path = "known.rs"]
mod known;

/// Checks every line of a table of `N` columns and tells all that fail.
pub(crate) fn check<const N: usize>(table: &str, case: impl Fn([&str; N]) -> Result<(), String>) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let name = columns[0];
        let Ok(columns) = columns.try_into() else { panic!("a case has {N} columns: {line}") };
        count += 1;
        wrong.extend(known::verdict(name, case(columns)));
    }
    assert!(count > 0, "the table has no case");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// A marked text without its signs.
pub(crate) fn bare(marked: &str, signs: [char; 2]) -> String {
    marked.chars().filter(|c| !signs.contains(c)).collect()
}

/// Holds what was found in a bare text, in order, and what it means against a case.
pub(crate) fn compare(
    name: &str,
    marked: &str,
    signs: [char; 2],
    found: &[Span],
    values: &[String],
    expect: &str,
) -> Result<(), String> {
    let mut seen = bare(marked, signs);
    for span in found.iter().rev() {
        seen.insert(span.end as usize, signs[1]);
        seen.insert(span.start as usize, signs[0]);
    }
    let values = values.join("; ");
    let mut wrong = String::new();
    if seen != marked {
        wrong += &format!("\n  found  {seen}\n  not    {marked}");
    }
    if values != expect {
        wrong += &format!("\n  value  {values}\n  not    {expect}");
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("{name}{wrong}")) }
}
