//! The article with its highlights.

use leptos::either::Either;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, MouseEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::Page;
use crate::text::BlockKind;
use crate::view::state::Step;
use crate::view::{Mark, MarkKind, Piece, Sheet, Tone};

/// The article. Its highlights are one stop for the tab key; arrows lead from one to the next.
pub(super) fn article(page: Page) -> impl IntoView {
    let click = move |event: MouseEvent| {
        if let Some(mark) = mark_at(&event) {
            page.choose(Some(mark), false);
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(mark) = mark_at(&event) else { return };
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => Step::Next,
            "ArrowLeft" | "ArrowUp" => Step::Previous,
            "Home" => Step::First,
            "End" => Step::Last,
            "Enter" | " " => {
                event.prevent_default();
                page.choose(Some(mark), true);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        page.step(Some(mark), step);
    };
    let state = page.state;
    view! {
        <article id="article" hidden=move || state.with(|state| !state.shown) on:click=click on:keydown=key>
            {move || {
                page.shown.get();
                state.with_untracked(|state| paragraphs(&state.sheet))
            }}
        </article>
    }
}

fn paragraphs(sheet: &Sheet) -> impl IntoView + use<> {
    let first = sheet.stops.first().copied();
    sheet
        .paragraphs
        .iter()
        .map(|paragraph| {
            let kind = match paragraph.kind {
                BlockKind::Body => "body",
                BlockKind::Headline => "headline",
                BlockKind::Caption => "caption",
                BlockKind::Boilerplate => "boilerplate",
            };
            let pieces = paragraph.pieces.iter().map(|piece| show(piece, sheet, first)).collect_view();
            view! { <p class=kind>{pieces}</p> }
        })
        .collect_view()
}

fn show(piece: &Piece, sheet: &Sheet, first: Option<u32>) -> impl IntoView + use<> {
    let text = piece.text.clone();
    let Some((at, mark)) = piece.marks.last().and_then(|&at| Some((at, sheet.marks.get(at as usize)?))) else {
        return Either::Left(text);
    };
    let within = piece.marks.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    Either::Right(view! {
        <span
            class=class(mark)
            data-mark=at
            data-in=within
            role=piece.first.then_some("button")
            tabindex=piece.first.then_some(if Some(at) == first { "0" } else { "-1" })
            aria-description=piece.first.then(|| mark.summary.clone())
        >
            {text}
        </span>
    })
}

fn class(mark: &Mark) -> String {
    let kind = match mark.kind {
        MarkKind::Figure => "figure",
        MarkKind::Claim => "claim",
    };
    format!("mark {kind} {}", tone(mark.tone))
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

fn mark_at(event: &Event) -> Option<u32> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-mark]").ok()??.get_attribute("data-mark")?.parse().ok()
}

/// Scrolls as little as need be.
pub(super) fn into_view(piece: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    piece.scroll_into_view_with_scroll_into_view_options(&options);
}
