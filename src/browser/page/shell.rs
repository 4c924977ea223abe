//! What stands on the page from its beginning: the text area, the fields, the places where the rest will be.

use super::dom::{El, button, el};
use crate::view::words;

/// What is in the widget, nothing read yet.
pub(super) fn parts() -> [El; 2] {
    let left = el("div", "left")
        .with(area())
        .with(fields())
        .with(el("p", "").set("id", "status").set("role", "status"))
        .with(offer(button("save", "", words::SAVE_ALL)))
        .with(offer(button("strip", "", words::STRIP)))
        .with(el("article", "").set("id", "article").set("hidden", ""));
    [top(), el("div", "columns").with(left).with(beside())]
}

fn top() -> El {
    el("header", "top").with(el("h1", "").say(words::TITLE)).with(el("p", "promise").say(words::PROMISE)).with(
        el("div", "actions").set("hidden", "").with(button("edit", "quiet", words::EDIT)).with(button(
            "new",
            "quiet",
            words::NEW,
        )),
    )
}

/// The text area with its buttons.
fn area() -> El {
    let text = el("textarea", "")
        .set("id", "paste")
        .set("rows", "14")
        .set("spellcheck", "false")
        .set("autocomplete", "off")
        .set("placeholder", words::PASTE_HERE);
    el("section", "ask").with(el("label", "").set("for", "paste").say(words::ARTICLE)).with(text).with(
        el("div", "row")
            .with(button("read", "main", words::READ))
            .with(button("example", "", words::EXAMPLE))
            .with(files("open", words::OPEN, ".txt,.md,.html,.htm,text/plain,text/markdown,text/html")),
    )
}

/// A button that opens files.
fn files(id: &str, label: &str, accept: &str) -> El {
    let mut input = el("input", "hidden").set("type", "file").set("id", id).set("accept", accept);
    if id == "add" {
        input = input.set("multiple", "");
    }
    el("label", "button").set("for", id).say(label).with(input)
}

/// The fields of what is known of the article.
fn fields() -> El {
    let field = |id: &str, kind: &str, label: &str| {
        el("div", "field")
            .with(el("label", "").set("for", id).say(label))
            .with(
                el("input", "")
                    .set("id", id)
                    .set("type", kind)
                    .set("autocomplete", "off")
                    .set("aria-describedby", &note(id)),
            )
            .with(el("small", "").set("id", &note(id)).set("hidden", ""))
    };
    el("div", "fields").with(field("outlet", "text", words::OUTLET)).with(field("published", "date", words::PUBLISHED))
}

/// The id of what is said under a field.
pub(super) fn note(field: &str) -> String {
    format!("{field}-guess")
}

/// A button that is offered now and then.
fn offer(button: El) -> El {
    el("p", "row").set("hidden", "").with(button)
}

/// The comparison, and the reader's own reports.
fn beside() -> El {
    let overview = el("div", "")
        .set("id", "overview")
        .with(el("h2", "").say(words::OVERVIEW))
        .with(el("p", "hint").say(words::CHOOSE))
        .with(el("div", "").set("id", "sections"))
        .with(reports())
        .with(el("div", "").set("id", "notes"));
    el("aside", "")
        .set("id", "beside")
        .set("aria-label", words::OVERVIEW)
        .set("hidden", "")
        .with(button("toggle", "", "").set("aria-controls", "inside"))
        .with(el("div", "").set("id", "inside").with(overview).with(el("div", "").set("id", "choice")))
}

/// The reader's own reports.
fn reports() -> El {
    el("section", "")
        .set("id", "reports")
        .with(el("h3", "").say(words::REPORTS))
        .with(el("p", "hint").set("id", "own"))
        .with(
            el("div", "row")
                .with(files("add", words::ADD, ".txt,.md,.html,.htm,.json,.ndjson"))
                .with(button("keep", "", words::KEEP))
                .with(button("forget", "", words::FORGET)),
        )
}
