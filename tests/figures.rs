//! Named cases of figures: `tests/cases/figures.tsv`.

use crossread::date;
use crossread::figure;
use crossread::text::Document;

/// Reads `marked`, in which brackets stand around each figure, and compares what is found with `expect`: value,
/// modifier, dimension and unit of each, parted by semicolons.
fn check(name: &str, marked: &str, expect: &str) -> Result<(), String> {
    let text: String = marked.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    let document = Document::new(&text);
    let found = figure::find(&document, &date::find(&document, None));
    let mut seen = text.clone();
    for figure in found.iter().rev() {
        seen.insert(figure.span.end as usize, '⟧');
        seen.insert(figure.span.start as usize, '⟦');
    }
    let values: Vec<String> = found
        .iter()
        .map(|figure| {
            let word = |value: serde_json::Value| value.as_str().unwrap_or("").to_owned();
            let value = if figure.low.to_bits() == figure.high.to_bits() {
                figure.low.to_string()
            } else {
                format!("{}..{}", figure.low, figure.high)
            };
            let (modifier, dimension) =
                (word(serde_json::json!(figure.modifier)), word(serde_json::json!(figure.dimension)));
            let unit = figure.unit.as_deref().unwrap_or("");
            format!("{value} {modifier} {dimension} {unit}").trim_end().to_owned()
        })
        .collect();
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

#[test]
fn figures() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("cases/figures.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [name, marked, expect] = columns[..] else { panic!("a case has three columns: {line}") };
        count += 1;
        wrong.extend(check(name, marked, expect).err());
    }
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}
