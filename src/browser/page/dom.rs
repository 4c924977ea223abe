//! Elements made by hand.
//!
//! A view typed by Leptos is built and rebuilt by code of its own for every type there is: for this page that would be
//! forty kilobytes more than these few lines, which is a tenth of all that the page may load.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::HtmlElement;

/// An element in the making.
#[derive(Debug)]
pub(super) struct El(HtmlElement);

/// An element of a name and a class; the class may be empty.
#[inline(never)]
pub(super) fn el(tag: &str, class: &str) -> El {
    // It fails for what can't be a name, and here they are all written out.
    let element = document().create_element(tag).unwrap_throw().unchecked_into();
    let element = El(element);
    if class.is_empty() { element } else { element.set("class", class) }
}

/// A button of an id, which is what it is known by when it's clicked.
pub(super) fn button(id: &str, class: &str, label: &str) -> El {
    el("button", class).set("id", id).say(label)
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub(super) fn set(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Adds text.
    #[inline(never)]
    pub(super) fn say(self, text: &str) -> Self {
        let _ = self.0.append_with_str_1(text);
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub(super) fn with(self, child: El) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds elements.
    pub(super) fn all(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::with)
    }
}

/// Puts this and nothing else into an element.
pub(super) fn fill(element: &HtmlElement, children: impl IntoIterator<Item = El>) {
    element.set_text_content(None);
    for child in children {
        let _ = element.append_child(&child.0);
    }
}

/// Makes an element's text this one; what stands there already is left, so that nobody is told it twice.
#[inline(never)]
pub(super) fn tell(element: &HtmlElement, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
