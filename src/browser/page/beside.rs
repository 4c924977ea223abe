//! The comparison: the overview, or what the other reports say of the highlight that was chosen.

use super::article::tone;
use super::dom::{El, button, el};
use crate::view::{Item, Mark, Note, Passage, Section, SectionKind, words};

fn class(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Of(of) => tone(of),
        SectionKind::Problems => "is-problems",
        SectionKind::Origins => "is-origins",
        SectionKind::Missing => "is-missing",
    }
}

/// A section of the overview.
pub(super) fn section(section: &Section) -> El {
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
pub(super) fn one(mark: &Mark) -> El {
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
    chosen.all(mark.passages.iter().map(passage))
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

/// The notes on the reading; nothing where there are none.
pub(super) fn notes(notes: &[Note]) -> Option<El> {
    let list = notes.iter().map(|note| {
        let line = el("li", "").say(&note.message);
        if note.text.is_empty() { line } else { line.say(" ").with(el("q", "").say(&note.text)) }
    });
    let list = el("ul", "").all(list);
    (!notes.is_empty()).then(|| el("details", "").with(el("summary", "").say(words::NOTES)).with(list))
}
