//! From the state to the document.

use std::sync::Arc;

use leptos::prelude::GetUntracked;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::dom::{fill, tell};
use super::shell::note;
use super::{Page, article, beside};
use crate::view::{Sheet, State, words};

/// What is drawn: an article is drawn anew when there is another, not whenever something is chosen.
#[derive(Debug)]
pub(super) struct Drawn {
    sheet: Arc<Sheet>,
    chosen: Option<u32>,
}

impl Page {
    /// Shows the state, where `before` is what was drawn last.
    pub(super) fn show(self, state: &State, before: Option<&Drawn>) -> Drawn {
        let same = before.is_some_and(|before| Arc::ptr_eq(&before.sheet, &state.sheet));
        if !same {
            self.draw(&state.sheet);
        }
        if !same || before.is_some_and(|before| before.chosen != state.chosen) {
            let mark = state.chosen.and_then(|at| state.sheet.marks.get(at as usize));
            if let Some(choice) = self.find("#choice") {
                fill(&choice, mark.map(beside::one));
            }
        }
        if let Some(widget) = self.widget.try_get_untracked().flatten() {
            let _ = widget.class_list().toggle_with_force("is-shown", state.shown);
        }
        self.class("#beside", "is-open", state.open);
        self.class("#status", "busy", state.busy);
        for (part, seen) in [
            (".ask", !state.shown),
            (".actions", state.shown),
            ("#article", state.shown),
            ("#beside", state.shown),
            ("#overview", state.chosen.is_none()),
            ("#forget", !state.own.is_empty()),
            (".row:has(> #save)", state.too_long.is_some()),
            (".row:has(> #strip)", state.markup()),
        ] {
            self.see(part, seen);
        }
        self.tell("#status", &state.status);
        self.tell("#own", &words::own(state.own.len()));
        if let Some(toggle) = self.find("#toggle") {
            let _ = toggle.set_attribute("aria-expanded", if state.open { "true" } else { "false" });
        }
        self.show_field("outlet", state.outlet_shown().0, state.outlet_note());
        self.show_field("published", state.published_shown().0, state.published_note());
        self.show_text(state);
        Drawn { sheet: Arc::clone(&state.sheet), chosen: state.chosen }
    }

    fn draw(self, sheet: &Sheet) {
        if let Some(place) = self.find("#article") {
            fill(&place, article::paragraphs(sheet));
        }
        if let Some(place) = self.find("#sections") {
            fill(&place, sheet.overview.iter().map(beside::section));
        }
        if let Some(place) = self.find("#notes") {
            fill(&place, beside::notes(&sheet.notes));
        }
        self.tell("#toggle", &words::tally(&sheet.overview));
    }

    /// A field with what is said under it.
    fn show_field(self, id: &str, value: &str, said: &str) {
        let field = self.find(&format!("#{id}")).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.value() != value) {
            field.set_value(value);
        }
        let note = format!("#{}", note(id));
        self.tell(&note, said);
        self.see(&note, !said.is_empty());
    }

    /// The text area; while it is waited for an answer, it is the reader's.
    fn show_text(self, state: &State) {
        let area = self.find("#paste").and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        let area = area.filter(|area| !state.shown && !state.busy && area.value() != state.text);
        if let Some(area) = area {
            area.set_value(&state.text);
        }
    }

    fn tell(self, part: &str, text: &str) {
        if let Some(part) = self.find(part) {
            tell(&part, text);
        }
    }

    fn see(self, part: &str, seen: bool) {
        if let Some(part) = self.find(part) {
            part.set_hidden(!seen);
        }
    }

    fn class(self, part: &str, class: &str, on: bool) {
        if let Some(part) = self.find(part) {
            let _ = part.class_list().toggle_with_force(class, on);
        }
    }
}
