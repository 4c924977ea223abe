//! From the document to the state: one listener at the root for all that a reader does.

use leptos::prelude::{Update, WithUntracked, WithValue, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, File, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use super::Page;
use crate::browser::files;
use crate::view::{MOST_BYTES, State, Step, words};

/// What is listened for.
pub(super) const EVENTS: [&str; 7] = ["click", "keydown", "input", "change", "paste", "dragover", "drop"];

impl Page {
    /// Does what a reader asks for.
    pub(super) fn heard(self, event: &Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        match event.type_().as_str() {
            "click" => self.clicked(&target),
            "keydown" => self.pressed(event.unchecked_ref(), &target),
            "input" if target.id() == "outlet" => self.typed("outlet", &value(&target)),
            "change" => self.changed(&target),
            "paste" if target.id() == "paste" => self.pasted(event.unchecked_ref()),
            "dragover" => event.prevent_default(),
            "drop" => self.dropped(event.unchecked_ref()),
            _ => {}
        }
    }

    fn clicked(self, target: &Element) {
        let Some(part) = target.closest("button, [data-mark]").ok().flatten() else { return };
        match part.id().as_str() {
            "read" => self.take(),
            "example" => self.paste(words::EXAMPLE_TEXT),
            "edit" => self.state.update(State::edit),
            "new" => self.state.update(State::clear),
            "toggle" => self.state.update(|state| state.open = !state.open),
            "back" => self.choose(None, true),
            "keep" => self.keep_shown(),
            "forget" => self.forget(),
            "save" => self.all.with_value(|all| files::save(all, "article.txt")),
            "strip" => {
                let text = self.state.with_untracked(|state| state.text.clone());
                self.paste(&files::of_markup(&text));
            }
            _ => {
                // An entry of the overview leads the focus to what is said there; in the article it stays.
                if let Some(mark) = mark_of(&part) {
                    self.choose(Some(mark), part.class_list().contains("item"));
                }
            }
        }
    }

    fn pressed(self, event: &KeyboardEvent, target: &Element) {
        let key = event.key();
        if key == "Escape" && self.state.with_untracked(|state| state.chosen.is_some()) {
            self.choose(None, true);
            return;
        }
        let Some(mark) = target.closest("#article [data-mark]").ok().flatten().and_then(|part| mark_of(&part)) else {
            return;
        };
        let step = match key.as_str() {
            "ArrowRight" | "ArrowDown" => Some(Step::Next),
            "ArrowLeft" | "ArrowUp" => Some(Step::Previous),
            "Home" => Some(Step::First),
            "End" => Some(Step::Last),
            "Enter" | " " => None,
            _ => return,
        };
        event.prevent_default();
        match step {
            Some(step) => self.step(Some(mark), step),
            None => self.choose(Some(mark), true),
        }
    }

    fn changed(self, target: &Element) {
        match target.id().as_str() {
            name @ ("outlet" | "published") => self.about(name, &value(target)),
            "open" => {
                if let Some(file) = chosen_files(target).pop() {
                    self.open(file);
                }
            }
            "add" => self.add(chosen_files(target)),
            _ => {}
        }
    }

    /// What is pasted is read at once. A text that's far too long never enters the text area: laying it out would
    /// keep the browser busy for seconds; all of it is kept and can be saved.
    fn pasted(self, event: &ClipboardEvent) {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        if text.len() > MOST_BYTES {
            event.prevent_default();
            self.paste(&text);
        } else if !text.trim().is_empty() {
            set_timeout(move || self.take(), std::time::Duration::ZERO);
        }
    }

    /// Reads what stands in the text area.
    fn take(self) {
        let area = self.find("#paste").and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(area) = area {
            self.paste(&area.value());
        }
    }

    fn dropped(self, event: &DragEvent) {
        event.prevent_default();
        let Some(data) = event.data_transfer() else { return };
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            self.open(file);
        } else if let Ok(text) = data.get_data("text/plain") {
            self.state.update(State::clear);
            self.paste(&text);
        }
    }
}

fn mark_of(part: &Element) -> Option<u32> {
    part.get_attribute("data-mark")?.parse().ok()
}

fn value(target: &Element) -> String {
    target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

fn chosen_files(target: &Element) -> Vec<File> {
    let Some(input) = target.dyn_ref::<HtmlInputElement>() else { return Vec::new() };
    let files = input.files().map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect());
    // The same file may be opened again.
    input.set_value("");
    files.unwrap_or_default()
}
