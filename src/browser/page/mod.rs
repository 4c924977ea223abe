//! The components: they wire [`State`] to the document and do nothing else.

mod article;
mod ask;
mod beside;
mod el;
mod events;

use el::{El, el};
use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::ev::{Custom, on};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Event, File, HtmlElement, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{files, json, store};
use crate::corpus::{self, Article};
use crate::view::wire::Wire;
use crate::view::{MOST_BYTES, Request, Sheet, State, Step, words};

/// The page's state and its ways out: to the desk, and to whoever listens to the element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    state: RwSignal<State>,
    /// Counts the articles shown, so that one is built anew only then.
    shown: RwSignal<u32>,
    /// All that was pasted, where it was too long.
    all: StoredValue<String>,
    ask: StoredValue<Function, LocalStorage>,
    tell: StoredValue<Function, LocalStorage>,
    widget: NodeRef<leptos::html::Div>,
}

impl Page {
    /// A page that asks and tells through these; it lives as long as the reactive owner that it's made in.
    pub(super) fn new(ask: Function, tell: Function) -> Self {
        Self {
            state: RwSignal::new(State::default()),
            shown: RwSignal::new(0),
            all: StoredValue::new(String::new()),
            ask: StoredValue::new_local(ask),
            tell: StoredValue::new_local(tell),
            widget: NodeRef::new(),
        }
    }

    /// The whole widget.
    pub(super) fn view(self) -> AnyView {
        self.keep_text();
        let mut left = vec![ask::area(self), ask::fields(self)];
        left.append(&mut ask::status(self));
        left.push(article::article(self));
        let columns =
            el("div", "columns").with(left.into_iter().fold(el("div", "left"), El::put)).put(beside::beside(self));
        let class = move || self.read(|state| if state.shown { "widget is-shown" } else { "widget" });
        let heard = events::EVENTS.into_iter().map(|event| {
            let heard: Box<dyn FnMut(Event)> = Box::new(move |event| self.heard(&event));
            on(Custom::<Event>::new(event), heard).into_any_attr()
        });
        let heard: Vec<AnyAttribute> = heard.collect();
        view! { <div class=class node_ref=self.widget>{ask::top(self)} {columns.view()}</div> }
            .add_any_attr(heard)
            .into_any()
    }

    /// What is read of the state, to be worked out anew when it changes.
    fn read<T>(self, of: impl FnOnce(&State) -> T) -> T {
        self.state.with(of)
    }

    /// A view that is built anew for every article, and only then.
    fn per_article(self, view: fn(&State) -> AnyView) -> impl FnMut() -> AnyView + Send + 'static {
        move || {
            self.shown.get();
            self.state.with_untracked(view)
        }
    }

    /// Keeps the text area as the state has it; while an answer is waited for, it is the reader's.
    fn keep_text(self) {
        Effect::new(move |_| {
            let text = self.read(|state| (!state.shown && !state.busy()).then(|| state.text.clone()));
            let area = self.find("#paste").and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
            if let (Some(text), Some(area)) = (text, area)
                && area.value() != text
            {
                area.set_value(&text);
            }
        });
    }

    /// Takes up the reports that the reader kept in this browser. To be called once the page is mounted: before that there
    /// is nothing that requests could run on.
    pub(super) fn remember(self) {
        let own = store::load();
        if !own.is_empty() {
            let request = self.state.try_update(|state| state.add(own));
            self.ask(request);
        }
    }

    /// Reads a text as the article.
    pub(super) fn paste(self, text: &str) {
        self.set_all(text);
        let request = self.state.try_update(|state| state.paste(text)).flatten();
        self.ask(request);
    }

    /// Keeps all of a text that is too long to be shown.
    fn set_all(self, text: &str) {
        self.all.set_value(if text.len() > MOST_BYTES { text.to_owned() } else { String::new() });
    }

    /// Takes a field of the article, by its name.
    pub(super) fn about(self, name: &str, value: &str) {
        self.typed(name, value);
        self.again();
    }

    /// Takes a field while it is being typed: a guess that is typed out is one no longer.
    fn typed(self, name: &str, value: &str) {
        self.state.update(|state| {
            let field = if name == "outlet" { &mut state.outlet } else { &mut state.published };
            value.clone_into(field);
        });
    }

    /// Takes a corpus file; an empty one could not be fetched.
    pub(super) fn corpus(self, file: &str) {
        match corpus::file::read(file, json::read) {
            Ok(articles) => {
                self.ask(Some(Request::Corpus(articles)));
                self.again();
            }
            Err(_) if file.is_empty() => self.say(words::NO_CORPUS),
            Err(error) => self.say(&format!("{} {error}", words::NO_CORPUS)),
        }
    }

    fn say(self, words: &str) {
        self.state.update(|state| words.clone_into(&mut state.status));
    }

    /// Compares the article shown once more.
    fn again(self) {
        let request = self.state.try_update(State::renew).flatten();
        self.ask(request);
    }

    fn ask(self, request: Option<Request>) {
        let Some(request) = request else { return };
        let request = Uint8Array::from(request.to_bytes().as_slice());
        let turn = self.state.with_untracked(|state| state.turn);
        let promise = self.ask.with_value(|ask| ask.call1(&JsValue::NULL, &request.into()));
        let Some(promise) = promise.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) else { return };
        spawn_local(async move {
            let Ok(answer) = JsFuture::from(promise).await.map(JsCast::unchecked_into::<Array>) else {
                self.state.try_update(|state| state.failed(turn));
                return;
            };
            let sheet = Uint8Array::new(&answer.get(0)).to_vec();
            if let Some(sheet) = Sheet::take(&mut sheet.as_slice()) {
                self.answered(turn, sheet, &answer.get(1));
            }
        });
    }

    fn answered(self, turn: u32, sheet: Sheet, comparison: &JsValue) {
        let from_text = self.find("textarea:focus").is_some();
        if self.state.try_update(|state| state.answered(turn, sheet)).unwrap_or(false) {
            self.shown.update(|shown| *shown += 1);
            if from_text {
                // The field that had the focus is gone now; the keyboard goes on where the article begins.
                request_animation_frame(move || {
                    if let Some(first) = self.find("#article [tabindex=\"0\"]") {
                        let _ = first.focus();
                    }
                });
            }
            self.tell.with_value(|tell| {
                let _ = tell.call2(&JsValue::NULL, &"comparison".into(), comparison);
            });
        }
    }

    /// Opens a file as the article.
    fn open(self, file: File) {
        let Some(turn) = self.state.try_update(|state| state.open(&file.name())) else { return };
        spawn_local(async move {
            let file = files::articles(&file).await.map(|articles| articles.into_iter().next().unwrap_or_default());
            let text = file.as_ref().map(|article| article.text.clone()).unwrap_or_default();
            if let Some(request) = self.state.try_update(|state| state.opened(turn, file)).flatten() {
                self.set_all(&text);
                self.ask(Some(request));
            }
        });
    }

    /// Adds files to the reader's own reports.
    fn add(self, files: Vec<File>) {
        spawn_local(async move {
            let mut articles = Vec::new();
            let mut wrong = String::new();
            for file in files {
                match files::articles(&file).await {
                    Ok(more) => articles.extend(more),
                    Err(why) => wrong = why,
                }
            }
            if wrong.is_empty() { self.keep(articles) } else { self.say(&wrong) }
        });
    }

    /// Adds articles to the reader's own reports, and keeps them in the browser.
    fn keep(self, articles: Vec<Article>) {
        let n = articles.len();
        let request = self.state.try_update(|state| state.add(articles));
        self.ask(request);
        self.again();
        let kept = self.state.with_untracked(|state| store::save(&state.own));
        let added = words::added(n);
        self.say(&if kept { added } else { format!("{added} {}", words::NO_ROOM) });
    }

    fn forget(self) {
        let request = self.state.try_update(State::forget);
        self.ask(request);
        store::save(&[]);
        self.again();
        self.say(words::FORGOTTEN);
    }

    /// The first element of the page that a selector finds.
    fn find(self, selector: &str) -> Option<HtmlElement> {
        self.widget.try_get_untracked()??.query_selector(selector).ok()?.map(JsCast::unchecked_into)
    }

    /// Chooses a highlight; `enter` moves the focus to what is said of it.
    fn choose(self, mark: Option<u32>, enter: bool) {
        let before = self.state.with_untracked(|state| state.chosen);
        self.state.update(|state| state.choose(mark));
        // What was chosen is marked by hand: a listener for each of thousands of pieces would cost far more.
        for (mark, on) in [(before, false), (mark, true)] {
            let Some(mark) = mark else { continue };
            let pieces = format!("#article [data-in~=\"{mark}\"]");
            let pieces = self.widget.get_untracked().and_then(|widget| widget.query_selector_all(&pieces).ok());
            for piece in pieces.iter().flat_map(|pieces| (0..pieces.length()).filter_map(|at| pieces.item(at))) {
                if let Ok(piece) = piece.dyn_into::<HtmlElement>() {
                    let _ = piece.class_list().toggle_with_force("chosen", on);
                }
            }
        }
        request_animation_frame(move || match mark {
            Some(mark) => {
                if let Some(piece) = self.find(&format!("#article [data-in~=\"{mark}\"]")) {
                    into_view(&piece);
                }
                self.rove(mark, false);
                if let Some(chosen) = self.find("#chosen").filter(|_| enter) {
                    let _ = chosen.focus();
                }
            }
            None => {
                if let Some(before) = before {
                    self.rove(before, enter);
                }
            }
        });
    }

    /// Makes a highlight the one that the tab key leads to.
    fn rove(self, mark: u32, focus: bool) {
        let Some(stop) = self.find(&format!("#article [role=button][data-mark=\"{mark}\"]")) else { return };
        if let Some(before) = self.find("#article [tabindex=\"0\"]") {
            before.set_tab_index(-1);
        }
        stop.set_tab_index(0);
        if focus {
            let _ = stop.focus();
        }
    }

    fn step(self, from: Option<u32>, step: Step) {
        if let Some(to) = self.state.with_untracked(|state| state.step(from, step)) {
            self.rove(to, true);
        }
    }

    fn keep_shown(self) {
        let article = self.state.with_untracked(|state| {
            let mut article = state.article();
            article.about.outlet = Some(state.outlet_shown().0.to_owned()).filter(|outlet| !outlet.is_empty());
            article.about.published = Some(state.published_shown().0.to_owned()).filter(|day| !day.is_empty());
            article
        });
        self.keep(vec![article]);
    }
}

/// Scrolls as little as need be.
fn into_view(piece: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    piece.scroll_into_view_with_scroll_into_view_options(&options);
}
