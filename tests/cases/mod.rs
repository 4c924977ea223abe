//! Tables of named cases: `## name`, the text, then a line `> ...` for each thing that must be found,
//! in order; marks that must hold stand after `||`, parted by commas. `> none` where nothing may be found.

#[path = "known.rs"]
mod known;

/// Checks every case; `read` gives what is found, each as a line and the marks that hold of it.
pub(crate) fn check(table: &str, cases: &str, read: impl Fn(&str) -> Vec<(String, Vec<String>)>) {
    let mut failures = Vec::new();
    let mut names = std::collections::BTreeSet::new();
    for case in cases.split("\n## ").skip(1) {
        let (name, body) = case.split_once('\n').unwrap_or((case, ""));
        assert!(names.insert(name), "two cases of {table} are named {name:?}");
        let text: Vec<&str> = body.lines().filter(|line| !line.starts_with('>')).collect();
        let expected: Vec<&str> =
            body.lines().filter_map(|line| line.strip_prefix("> ")).filter(|&line| line != "none").collect();
        assert!(body.contains("\n> ") || body.starts_with("> "), "case {name:?} of {table} expects nothing");
        let text = text.join("\n");
        let found = read(text.trim());
        let all = found.len() == expected.len() && expected.iter().zip(&found).all(|(want, have)| holds(want, have));
        let result = if all {
            Ok(())
        } else {
            let show: Vec<String> =
                found.iter().map(|(line, marks)| format!("> {line} || {}", marks.join(", "))).collect();
            Err(format!(
                "## {name}\n{}\nexpected:\n> {}\nfound:\n{}\n",
                text.trim(),
                expected.join("\n> "),
                show.join("\n")
            ))
        };
        failures.extend(known::verdict(name, result));
    }
    assert!(
        failures.is_empty(),
        "{} of {} cases of {table} fail:\n\n{}",
        failures.len(),
        names.len(),
        failures.join("\n")
    );
}

fn holds(want: &str, (line, marks): &(String, Vec<String>)) -> bool {
    let (wanted, wanted_marks) = want.split_once(" || ").unwrap_or((want, ""));
    wanted.trim() == line
        && wanted_marks
            .split(", ")
            .filter(|mark| !mark.is_empty())
            .all(|mark| marks.iter().any(|have| have == mark.trim()))
}
