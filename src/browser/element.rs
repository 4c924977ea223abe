//! What the element `<cross-read>` is made of; the element itself is defined in `cross-read.js`.
//!
//! ```html
//! <script type="module" src="cross-read.js"></script>
//! <cross-read outlet="Example Times" published="2024-11-05" corpus="corpus.json">The article's text.</cross-read>
//! ```
//!
//! | | |
//! | --- | --- |
//! | text content | an article to be read at once; without it the reader pastes one |
//! | `outlet`, `published` | the article's outlet and ISO date; guessed from the text where they are not given |
//! | `corpus` | address of a corpus file (see `crossread corpus build`) to use in the place of the digests |
//! | `read(text)` | reads another article |
//! | `cross-read:ready` | it can be used |
//! | `cross-read:comparison` | an article was compared; `detail` is the comparison, offsets in UTF-16 code units |
//!
//! The files `cross-read.js`, `cross-read.css`, `crossread.js` and `crossread_bg.wasm` stand side by side, in any
//! directory; from another origin it works too, without a worker.

use std::any::Any;

use js_sys::{Array, Function, Uint8Array};
use leptos::mount::mount_to;
use leptos::prelude::Owner;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::json;
use super::page::Page;
use crate::view::wire::Wire;
use crate::view::{self, Answer};

/// A widget in an element's shadow root.
#[wasm_bindgen]
#[allow(missing_debug_implementations, reason = "it holds the page")]
pub struct Widget {
    page: Page,
    _mounted: Box<dyn Any>,
}

#[wasm_bindgen]
impl Widget {
    /// Shows the widget in `body`. `ask` takes a request and promises the answer; `tell` is called with the
    /// name of an event and its detail, in JSON.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(body: HtmlElement, ask: Function, tell: Function) -> Self {
        let owner = Owner::new();
        let page = owner.with(|| Page::new(ask, tell));
        let mounted = owner.with(|| mount_to(body, move || page.view()));
        owner.with(|| page.remember());
        Self { page, _mounted: Box::new((mounted, owner)) }
    }

    /// Reads an article and shows it.
    pub fn read(&self, text: &str) {
        self.page.paste(text);
    }

    /// Takes the outlet or the date of the article, by the name of the attribute.
    pub fn about(&self, name: &str, value: &str) {
        self.page.about(name, value);
    }

    /// Takes a corpus file for the digests that come with the program; nothing where it could not be fetched.
    pub fn corpus(&self, file: &str) {
        self.page.corpus(file);
    }
}

/// Where articles are read and compared, in the worker or in the window.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Desk(view::Desk);

#[wasm_bindgen]
impl Desk {
    /// An empty desk.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the other reports before the first article comes.
    pub fn warm(&mut self) {
        self.0.warm();
    }

    /// Does what it is asked to, in bytes. The answer is a sheet, in bytes, and the comparison in JSON, which the page
    /// hands on as it is; an empty array where nothing was to be answered.
    pub fn ask(&mut self, request: &[u8]) -> Array {
        match Wire::take(&mut &*request).and_then(|request| self.0.ask(request)) {
            Some(Answer { sheet, comparison }) => {
                let sheet = Uint8Array::from(sheet.to_bytes().as_slice());
                Array::of2(&sheet, &json::write(&comparison).into())
            }
            None => Array::new(),
        }
    }
}
