//! The comparison: the overview, or what the other reports say of the highlight that was chosen.

use leptos::prelude::{AnyView, Get, IntoAny, Memo, With, WithUntracked};

use super::Page;
use super::article::tone;
use super::ask::files;
use super::el::{El, all, button, el};
use crate::view::{Item, Mark, Passage, Section, SectionKind, State, words};

/// The comparison, and the reader's own reports.
pub(super) fn beside(page: Page) -> AnyView {
    let state = page.state;
    let open = move || page.read(|state| state.open);
    let chosen = Memo::new(move |_| {
        page.shown.get();
        state.with(|state| state.chosen)
    });
    let choice = move || match chosen.get() {
        Some(at) => state.with_untracked(|state| state.sheet.marks.get(at as usize).map_or_else(|| ().into_any(), one)),
        None => ().into_any(),
    };
    let toggle = button("toggle", "", "")
        .set("aria-controls", "inside")
        .live("aria-expanded", move || Some(open().to_string()))
        .show(page.per_article(|state| words::tally(&state.sheet.overview).into_any()));
    let overview = el("div", "")
        .set("id", "overview")
        .hidden(state, |state| state.chosen.is_some())
        .with(el("h2", "").say(words::OVERVIEW))
        .with(el("p", "hint").say(words::CHOOSE))
        .show(page.per_article(|state| all(state.sheet.overview.iter().map(section))))
        .with(reports(page))
        .show(page.per_article(notes));
    el("aside", "")
        .set("id", "beside")
        .set("aria-label", words::OVERVIEW)
        .live("class", move || open().then(|| "is-open".to_owned()))
        .hidden(state, |state| !state.shown)
        .with(toggle)
        .with(el("div", "").set("id", "inside").with(overview).show(choice))
        .view()
}

fn class(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Of(of) => tone(of),
        SectionKind::Problems => "is-problems",
        SectionKind::Origins => "is-origins",
        SectionKind::Missing => "is-missing",
    }
}

/// A section of the overview.
fn section(section: &Section) -> El {
    let count = el("span", "count").say(&section.items.len().to_string());
    el("section", class(section.kind))
        .with(el("h3", "").say(words::heading(section.kind)).say(" ").with(count))
        .with(el("ul", "").all(section.items.iter().map(item)))
}

fn item(item: &Item) -> El {
    if let Some(told) = &item.passage {
        return el("li", "").with(passage(told));
    }
    let inside = match item.mark {
        Some(mark) => el("button", "item").set("data-mark", &mark.to_string()),
        None => el("div", "item"),
    };
    el("li", "").with(inside.with(el("span", "text").say(&item.text)).with(el("span", "detail").say(&item.detail)))
}

/// What is said of one highlight.
fn one(mark: &Mark) -> AnyView {
    let mut chosen = el("div", tone(mark.tone))
        .set("id", "chosen")
        .set("tabindex", "-1")
        .with(button("back", "quiet", words::BACK))
        .with(el("h2", "subject").say(&mark.text));
    let problems = mark.problems.iter().map(|problem| ("problem", problem));
    for (class, text) in [("value", &mark.value), ("said", &mark.said)].into_iter().chain(problems) {
        if !text.is_empty() {
            chosen = chosen.with(el("p", class).say(text));
        }
    }
    if mark.passages.is_empty() {
        chosen = chosen.with(el("p", "nobody").say(words::NOBODY));
    }
    chosen.all(mark.passages.iter().map(passage)).view()
}

fn passage(told: &Passage) -> El {
    let outlet = match told.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => el("a", "outlet").set("href", url).set("rel", "noopener noreferrer").set("target", "_blank"),
        None => el("span", "outlet"),
    };
    let mut from = el("p", "from").with(outlet.say(&told.outlet)).say(" ");
    if let Some(published) = &told.published {
        from = from.with(el("time", "").set("datetime", published).say(&words::day(published))).say(" ");
    }
    if !told.speaker.is_empty() {
        from = from.with(el("span", "speaker").say(&told.speaker));
    }
    let mut passage = el("div", &format!("passage {}", tone(told.tone)));
    if !told.relation.is_empty() {
        passage = passage.with(el("p", "relation").say(&told.relation));
    }
    let quoted = el("blockquote", "").say(&told.before).with(el("mark", "").say(&told.hit)).say(&told.after);
    passage = passage.with(from).with(quoted);
    if told.reasons.is_empty() {
        return passage;
    }
    passage.with(el("ul", "reasons").all(told.reasons.iter().map(|reason| el("li", "").say(reason))))
}

/// The reader's own reports.
fn reports(page: Page) -> El {
    let state = page.state;
    let buttons = el("div", "row")
        .with(files("add", words::ADD, ".txt,.md,.html,.htm,.json,.ndjson"))
        .with(button("keep", "", words::KEEP))
        .with(button("forget", "", words::FORGET).hidden(state, |state| state.own.is_empty()));
    el("section", "")
        .set("id", "reports")
        .with(el("h3", "").say(words::REPORTS))
        .with(el("p", "hint").tell(state, |state| words::own(state.own.len())))
        .with(buttons)
}

/// The notes on the reading; nothing where there are none.
fn notes(state: &State) -> AnyView {
    let notes = &state.sheet.notes;
    if notes.is_empty() {
        return ().into_any();
    }
    let list = notes.iter().map(|note| {
        let line = el("li", "").say(&note.message);
        if note.text.is_empty() { line } else { line.say(" ").with(el("q", "").say(&note.text)) }
    });
    let list = el("ul", "").all(list);
    el("details", "").set("id", "notes").with(el("summary", "").say(words::NOTES)).with(list).view()
}
