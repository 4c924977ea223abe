//! The text area, what stands beside it, and the fields.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlInputElement};

use super::Page;
use crate::browser::files;
use crate::view::{MOST_BYTES, words};

/// The text area with its buttons.
pub(super) fn area(page: Page) -> impl IntoView {
    let state = page.state;
    let area = NodeRef::<html::Textarea>::new();
    let take = move || {
        if let Some(area) = area.get_untracked() {
            page.paste(&area.value());
        }
    };
    // What is pasted is read at once. A text that's far too long never enters the text area: laying it out would
    // keep the browser busy for seconds; all of it is kept and can be saved.
    let on_paste = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        if text.len() > MOST_BYTES {
            event.prevent_default();
            page.paste(&text);
        } else if !text.trim().is_empty() {
            set_timeout(take, std::time::Duration::ZERO);
        }
    };
    Effect::new(move |_| {
        let text = state.with(|state| if state.shown { None } else { Some(state.text.clone()) });
        if let (Some(text), Some(area)) = (text, area.get())
            && area.value() != text
            && !state.with_untracked(|state| state.busy)
        {
            area.set_value(&text);
        }
    });
    view! {
        <section class="ask" hidden=move || state.with(|state| state.shown)>
            <label for="paste">{words::ARTICLE}</label>
            <textarea id="paste" rows="14" spellcheck="false" autocomplete="off" placeholder=words::PASTE_HERE node_ref=area on:paste=on_paste></textarea>
            <div class="row">
                <button id="read" class="main" on:click=move |_| take()>{words::READ}</button>
                <button id="example" on:click=move |_| page.paste(words::EXAMPLE_TEXT)>{words::EXAMPLE}</button>
                {file_button("open", words::OPEN, ".txt,.md,.html,.htm,text/plain,text/markdown,text/html", false, move |mut files| {
                    if let Some(file) = files.pop() {
                        page.open(file);
                    }
                })}
            </div>
        </section>
    }
}

/// A button that opens files.
pub(super) fn file_button(
    id: &'static str,
    label: &'static str,
    accept: &'static str,
    multiple: bool,
    take: impl Fn(Vec<web_sys::File>) + 'static,
) -> impl IntoView {
    let change = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let files = input.files().map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect::<Vec<_>>());
        take(files.unwrap_or_default());
        // The same file may be opened again.
        input.set_value("");
    };
    view! {
        <label class="button" for=id>
            {label} <input type="file" id=id class="hidden" accept=accept multiple=multiple on:change=change />
        </label>
    }
}

/// The fields of what is known of the article.
pub(super) fn fields(page: Page) -> impl IntoView {
    let state = page.state;
    let outlet = move || state.with(|state| state.outlet_shown().0.to_owned());
    let published = move || state.with(|state| state.published_shown().0.to_owned());
    view! {
        <div class="fields">
            <span class="field">
                <label for="outlet">{words::OUTLET}</label>
                <input id="outlet" type="text" autocomplete="off" prop:value=outlet on:input=move |event| page.typed("outlet", &event_target_value(&event)) on:change=move |event| page.about("outlet", &event_target_value(&event)) />
                <small id="outlet-guess" hidden=move || state.with(|state| !state.outlet_shown().1)>{words::GUESSED}</small>
            </span>
            <span class="field">
                <label for="published">{words::PUBLISHED}</label>
                <input id="published" type="date" prop:value=published on:change=move |event| page.about("published", &event_target_value(&event)) />
                <small id="published-guess" hidden=move || state.with(|state| !state.published_shown().1)>{words::GUESSED}</small>
            </span>
        </div>
    }
}

/// What was done or why not.
pub(super) fn status(page: Page) -> impl IntoView {
    let state = page.state;
    let save = move |_| page.all.with_value(|all| files::save(all, "article.txt"));
    view! {
        <p id="status" role="status" class:busy=move || state.with(|state| state.busy)>{move || state.with(|state| state.status.clone())}</p>
        <p class="row" hidden=move || state.with(|state| state.too_long.is_none())>
            <button id="save" on:click=save>{words::SAVE_ALL}</button>
        </p>
        <p class="row" hidden=move || state.with(|state| !state.markup())>
            <button id="strip" on:click=move |_| {
                let text = state.with_untracked(|state| state.text.clone());
                page.paste(&files::of_markup(&text));
            }>{words::STRIP}</button>
        </p>
    }
}
