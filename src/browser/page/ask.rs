//! What asks: the text area with its buttons, the fields, and what is said of it all.

use leptos::prelude::{AnyView, IntoAny};

use super::Page;
use super::el::{El, button, el};
use crate::view::{State, words};

/// The top of the page.
pub(super) fn top(page: Page) -> AnyView {
    let actions = el("div", "actions")
        .hidden(page.state, |state| !state.shown)
        .with(button("edit", "quiet", words::EDIT))
        .with(button("new", "quiet", words::NEW));
    el("header", "top")
        .with(el("h1", "").say(words::TITLE))
        .with(el("p", "promise").say(words::PROMISE))
        .with(actions)
        .view()
}

/// The text area with its buttons.
pub(super) fn area(page: Page) -> AnyView {
    let text = el("textarea", "")
        .set("id", "paste")
        .set("rows", "14")
        .set("spellcheck", "false")
        .set("autocomplete", "off")
        .set("placeholder", words::PASTE_HERE);
    let buttons = el("div", "row")
        .with(button("read", "main", words::READ))
        .with(button("example", "", words::EXAMPLE))
        .with(files("open", words::OPEN, ".txt,.md,.html,.htm,text/plain,text/markdown,text/html"));
    el("section", "ask")
        .hidden(page.state, |state| state.shown)
        .with(el("label", "").set("for", "paste").say(words::ARTICLE))
        .with(text)
        .with(buttons)
        .view()
}

/// A button that opens files.
pub(super) fn files(id: &str, label: &str, accept: &str) -> El {
    let input = el("input", "hidden").set("type", "file").set("id", id).set("accept", accept);
    // One article is shown; reports may be many.
    let input = if id == "open" { input } else { input.set("multiple", "") };
    el("label", "button").set("for", id).say(label).with(input)
}

/// The fields of what is known of the article.
pub(super) fn fields(page: Page) -> AnyView {
    let outlet = el("input", "").set("type", "text").value(page.state, |state| state.outlet_shown().0);
    let published = el("input", "").set("type", "date").value(page.state, |state| state.published_shown().0);
    el("div", "fields")
        .with(field(page, "outlet", words::OUTLET, outlet, State::outlet_note))
        .with(field(page, "published", words::PUBLISHED, published, State::published_note))
        .view()
}

/// A field with its label, and what is said under it.
fn field(page: Page, id: &str, label: &str, input: El, note: fn(&State) -> &'static str) -> El {
    let said = format!("{id}-guess");
    let input = input.set("id", id).set("autocomplete", "off").set("aria-describedby", &said);
    let noted = el("small", "")
        .set("id", &said)
        .live("hidden", move || page.read(|state| note(state).is_empty()).then(String::new))
        .show(move || page.read(note).into_any());
    el("div", "field").with(el("label", "").set("for", id).say(label)).with(input).with(noted)
}

/// What was done or why not, and what may be done about it.
pub(super) fn status(page: Page) -> Vec<AnyView> {
    let state = page.state;
    let offer = |button: El, hidden| el("p", "row").hidden(state, hidden).with(button).view();
    let said = el("p", "")
        .set("id", "status")
        .set("role", "status")
        .live("class", move || page.read(State::busy).then(|| "busy".to_owned()))
        .tell(state, |state| state.status.clone());
    vec![
        said.view(),
        offer(button("save", "", words::SAVE_ALL), |state| state.too_long.is_none()),
        offer(button("strip", "", words::STRIP), |state| !state.markup()),
    ]
}
