//! Leptos views of one type.
//!
//! Leptos makes code of its own for every type of view there is, and each element with its attributes and children is
//! a type. Here all elements are of one, so there is one such code: the page is forty kilobytes smaller for it.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html::{ElementChild, custom};
use leptos::prelude::{AddAnyAttr, AnyView, IntoAny, RwSignal, With};
use leptos::tachys::html::property::prop;

use crate::view::State;

/// What is worked out anew whenever a signal that it reads has changed.
type Live<T> = Box<dyn FnMut() -> T + Send>;

/// An element in the making.
pub(super) struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of a name and a class; the class may be empty.
pub(super) fn el(tag: &'static str, class: &str) -> El {
    let element = El { tag, attributes: Vec::new(), children: Vec::new() };
    if class.is_empty() { element } else { element.set("class", class) }
}

/// A button of an id, which is what it is known by when it's clicked.
pub(super) fn button(id: &str, class: &str, label: &str) -> El {
    el("button", class).set("id", id).say(label)
}

/// Views side by side.
pub(super) fn all(views: impl Iterator<Item = El>) -> AnyView {
    views.map(El::view).collect::<Vec<_>>().into_any()
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub(super) fn set(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
    }

    /// An attribute that changes; there is none where `value` is none.
    pub(super) fn live(mut self, name: &'static str, value: impl FnMut() -> Option<String> + Send + 'static) -> Self {
        self.attributes.push(live_attribute(name, Box::new(value)));
        self
    }

    /// Hides the element where the state says so.
    pub(super) fn hidden(self, state: RwSignal<State>, when: fn(&State) -> bool) -> Self {
        self.live("hidden", move || state.with(when).then(String::new))
    }

    /// A field's value, which changes with the state.
    #[inline(never)]
    pub(super) fn value(mut self, state: RwSignal<State>, value: fn(&State) -> &str) -> Self {
        let value: Live<String> = Box::new(move || state.with(|state| value(state).to_owned()));
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Adds text.
    #[inline(never)]
    pub(super) fn say(mut self, text: &str) -> Self {
        self.children.push(text.to_owned().into_any());
        self
    }

    /// Adds text that changes with the state.
    pub(super) fn tell(self, state: RwSignal<State>, text: fn(&State) -> String) -> Self {
        self.show(move || state.with(text).into_any())
    }

    /// Adds a view that changes.
    pub(super) fn show(mut self, view: impl FnMut() -> AnyView + Send + 'static) -> Self {
        self.children.push(live_view(Box::new(view)));
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub(super) fn with(mut self, child: Self) -> Self {
        self.children.push(child.view());
        self
    }

    /// Adds a view.
    pub(super) fn put(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }

    /// Adds elements.
    pub(super) fn all(self, children: impl Iterator<Item = Self>) -> Self {
        children.fold(self, Self::with)
    }

    /// The view, done.
    #[inline(never)]
    pub(super) fn view(self) -> AnyView {
        custom(self.tag).add_any_attr(self.attributes).child(self.children).into_any()
    }
}

#[inline(never)]
fn live_attribute(name: &'static str, value: Live<Option<String>>) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

#[inline(never)]
fn live_view(view: Live<AnyView>) -> AnyView {
    view.into_any()
}
