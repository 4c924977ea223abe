//! The comparison: the overview, or what the other reports say of the highlight that was chosen.

use leptos::either::Either;
use leptos::prelude::*;

use super::Page;
use super::article::tone;
use super::paste::file_button;
use crate::view::{Item, Mark, Passage, Section, SectionKind, words};

/// The comparison, and the reader's own reports.
pub(super) fn beside(page: Page) -> impl IntoView {
    let state = page.state;
    let chosen = Memo::new(move |_| {
        page.shown.get();
        state.with(|state| state.chosen)
    });
    let open = Memo::new(move |_| state.with(|state| state.open));
    let toggle = move |_| state.update(|state| state.open = !state.open);
    view! {
        <aside id="beside" class:is-open=open hidden=move || state.with(|state| !state.shown) aria-label=words::OVERVIEW>
            <button id="toggle" aria-expanded=move || if open.get() { "true" } else { "false" } aria-controls="inside" on:click=toggle>
                {move || {
                    page.shown.get();
                    state.with_untracked(|state| words::tally(&state.sheet.overview))
                }}
            </button>
            <div id="inside">
                <div id="overview" hidden=move || chosen.get().is_some()>
                    <h2>{words::OVERVIEW}</h2>
                    <p class="hint">{words::CHOOSE}</p>
                    {move || {
                        page.shown.get();
                        state.with_untracked(|state| {
                            state.sheet.overview.iter().map(|section| sections(page, section)).collect_view()
                        })
                    }}
                    {reports(page)}
                    {move || {
                        page.shown.get();
                        notes(page)
                    }}
                </div>
                {move || {
                    let at = chosen.get()?;
                    state.with_untracked(|state| state.sheet.marks.get(at as usize).map(|mark| one(page, mark)))
                }}
            </div>
        </aside>
    }
}

fn class(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Of(of) => tone(of),
        SectionKind::Problems => "is-problems",
        SectionKind::Origins => "is-origins",
        SectionKind::Missing => "is-missing",
    }
}

fn sections(page: Page, section: &Section) -> impl IntoView + use<> {
    let items = section.items.iter().map(|entry| item(page, entry)).collect_view();
    view! {
        <section class=class(section.kind)>
            <h3>{words::heading(section.kind)} <span class="count">{section.items.len()}</span></h3>
            <ul>{items}</ul>
        </section>
    }
}

fn item(page: Page, item: &Item) -> impl IntoView + use<> {
    if let Some(told) = &item.passage {
        return view! { <li>{passage(told)}</li> }.into_any();
    }
    let inside = view! {
        <span class="text">{item.text.clone()}</span>
        <span class="detail">{item.detail.clone()}</span>
    };
    match item.mark {
        Some(mark) => view! {
            <li><button class="item" data-mark=mark on:click=move |_| page.choose(Some(mark), true)>{inside}</button></li>
        }
        .into_any(),
        None => view! { <li><div class="item">{inside}</div></li> }.into_any(),
    }
}

/// What is said of one highlight.
fn one(page: Page, mark: &Mark) -> impl IntoView + use<> {
    let passages = if mark.passages.is_empty() {
        Either::Left(view! { <p class="nobody">{words::NOBODY}</p> })
    } else {
        Either::Right(mark.passages.iter().map(passage).collect_view())
    };
    let line =
        |class: &'static str, text: &str| (!text.is_empty()).then(|| view! { <p class=class>{text.to_owned()}</p> });
    view! {
        <div id="chosen" tabindex="-1" class=tone(mark.tone)>
            <button id="back" class="quiet" on:click=move |_| page.choose(None, true)>{words::BACK}</button>
            <h2 class="subject">{mark.text.clone()}</h2>
            {line("value", &mark.value)}
            {line("said", &mark.said)}
            {mark.problems.iter().map(|problem| view! { <p class="problem">{problem.clone()}</p> }).collect_view()}
            {passages}
        </div>
    }
}

fn passage(told: &Passage) -> impl IntoView + use<> {
    let day = told.published.clone().map(|published| {
        let day = words::day(&published);
        view! { <time datetime=published>{day}</time> }
    });
    let speaker = (!told.speaker.is_empty()).then(|| view! { <span class="speaker">{told.speaker.clone()}</span> });
    let relation = (!told.relation.is_empty()).then(|| view! { <p class="relation">{told.relation.clone()}</p> });
    let outlet = match told.url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => Either::Left(
            view! { <a class="outlet" href=url rel="noopener noreferrer" target="_blank">{told.outlet.clone()}</a> },
        ),
        None => Either::Right(view! { <span class="outlet">{told.outlet.clone()}</span> }),
    };
    let reasons = told.reasons.iter().map(|reason| view! { <li>{reason.clone()}</li> }).collect_view();
    view! {
        <div class=format!("passage {}", tone(told.tone))>
            {relation}
            <p class="from">{outlet} " " {day} " " {speaker}</p>
            <blockquote>{told.before.clone()}<mark>{told.hit.clone()}</mark>{told.after.clone()}</blockquote>
            <ul class="reasons" hidden=told.reasons.is_empty()>{reasons}</ul>
        </div>
    }
}

/// The reader's own reports.
fn reports(page: Page) -> impl IntoView {
    let state = page.state;
    let keep = move |_| {
        let article = state.with_untracked(|state| {
            let mut article = state.article();
            article.about.outlet = Some(state.outlet_shown().0.to_owned()).filter(|outlet| !outlet.is_empty());
            article.about.published = Some(state.published_shown().0.to_owned()).filter(|day| !day.is_empty());
            article
        });
        page.keep(vec![article]);
    };
    view! {
        <section id="reports">
            <h3>{words::REPORTS}</h3>
            <p class="hint">{move || state.with(|state| words::own(state.own.len()))}</p>
            <div class="row">
                {file_button("add", words::ADD, ".txt,.md,.html,.htm,.json", true, move |files| page.add(files))}
                <button id="keep" on:click=keep>{words::KEEP}</button>
                <button id="forget" hidden=move || state.with(|state| state.own.is_empty()) on:click=move |_| page.forget()>{words::FORGET}</button>
            </div>
        </section>
    }
}

fn notes(page: Page) -> impl IntoView {
    let notes = page.state.with_untracked(|state| state.sheet.notes.clone());
    if notes.is_empty() {
        return None;
    }
    let list = notes
        .into_iter()
        .map(|note| view! { <li>{note.message} " " <q hidden=note.text.is_empty()>{note.text.clone()}</q></li> })
        .collect_view();
    Some(view! {
        <details id="notes">
            <summary>{words::NOTES}</summary>
            <ul>{list}</ul>
        </details>
    })
}
