//! The article with its highlights.

use leptos::prelude::AnyView;

use super::Page;
use super::el::{El, all, el};
use crate::text::BlockKind;
use crate::view::{Mark, MarkKind, Piece, Sheet, State, Tone};

/// The article. Its highlights are one stop for the tab key; arrows lead from one to the next.
pub(super) fn article(page: Page) -> AnyView {
    el("article", "")
        .set("id", "article")
        .hidden(page.state, |state| !state.shown)
        .show(page.per_article(paragraphs))
        .view()
}

fn paragraphs(state: &State) -> AnyView {
    let sheet = &state.sheet;
    let first = sheet.stops.first().copied();
    all(sheet.paragraphs.iter().map(move |paragraph| {
        let kind = match paragraph.kind {
            BlockKind::Body => "body",
            BlockKind::Headline => "headline",
            BlockKind::Caption => "caption",
            BlockKind::Boilerplate => "boilerplate",
        };
        paragraph.pieces.iter().fold(el("p", kind), |paragraph, piece| show(paragraph, piece, sheet, first))
    }))
}

fn show(paragraph: El, piece: &Piece, sheet: &Sheet, first: Option<u32>) -> El {
    let innermost = piece.marks.last().copied();
    let Some((at, mark)) = innermost.and_then(|at| Some((at, sheet.marks.get(at as usize)?))) else {
        return paragraph.say(&piece.text);
    };
    let mut within = String::new();
    for mark in &piece.marks {
        within.push_str(&mark.to_string());
        within.push(' ');
    }
    let mut span = el("span", &class(mark)).set("data-mark", &at.to_string()).set("data-in", within.trim_end());
    if piece.first {
        span = span
            .set("role", "button")
            .set("tabindex", if Some(at) == first { "0" } else { "-1" })
            .set("aria-description", &mark.summary);
    }
    paragraph.with(span.say(&piece.text))
}

fn class(mark: &Mark) -> String {
    let kind = match mark.kind {
        MarkKind::Figure => "mark figure ",
        MarkKind::Claim => "mark claim ",
    };
    kind.to_owned() + tone(mark.tone)
}

/// The class of a tone.
pub(super) fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Conflicts => "is-conflicts",
        Tone::Updated => "is-updated",
        Tone::Differs => "is-differs",
        Tone::Agrees => "is-agrees",
        Tone::Related => "is-related",
        Tone::Alone => "is-alone",
    }
}
