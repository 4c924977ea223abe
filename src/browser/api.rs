//! The exported functions: the objects of the contract, their offsets in UTF-16 code units.

use std::fmt;

use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::compare as comparing;
use crate::corpus::{Article, Corpus, Report};
use crate::export::contract::{self, Encoding};
use crate::reading::About;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `types.d.ts`.
    #[wasm_bindgen(typescript_type = "About")]
    pub type AboutJs;
    /// See `types.d.ts`.
    #[wasm_bindgen(typescript_type = "CompareOptions")]
    pub type CompareJs;
    /// See `types.d.ts`.
    #[wasm_bindgen(typescript_type = "Reading")]
    pub type ReadingJs;
    /// See `types.d.ts`.
    #[wasm_bindgen(typescript_type = "Comparison")]
    pub type ComparisonJs;
    /// See `types.d.ts`.
    #[wasm_bindgen(typescript_type = "Relation")]
    pub type RelationJs;
}

/// What is wrong with options.
#[derive(Debug)]
enum BadOption {
    /// The options are no object.
    NoObject,
    /// There is no such option.
    Unknown(String),
    /// It should be a string.
    NoString(&'static str),
    /// It should be a date.
    NoDate(String),
    /// The corpus should be an array of articles.
    NoArray,
    /// An article of the corpus has no text.
    NoText(u32),
}

impl fmt::Display for BadOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoObject => write!(f, "The options must be an object, such as {{ outlet: \"Example Times\" }}."),
            Self::Unknown(name) => {
                write!(
                    f,
                    "There is no option \"{name}\"; there are outlet, published, title, url and, for compare, corpus."
                )
            }
            Self::NoString(name) => write!(f, "The option \"{name}\" must be a string."),
            Self::NoDate(given) => {
                write!(f, "The option \"published\" must be a date such as 2024-11-05; \"{given}\" is none.")
            }
            Self::NoArray => {
                write!(
                    f,
                    "The option \"corpus\" must be an array of articles, such as [{{ text: \"...\", outlet: \"...\" }}]."
                )
            }
            Self::NoText(at) => write!(f, "Article {at} of the corpus has no text: give it one as a string."),
        }
    }
}

impl From<BadOption> for JsValue {
    fn from(error: BadOption) -> Self {
        Error::new(&error.to_string()).into()
    }
}

/// Reads an article.
///
/// # Errors
/// If an option is unknown or of the wrong type.
#[wasm_bindgen]
pub fn read(text: &str, options: Option<AboutJs>) -> Result<ReadingJs, JsValue> {
    let options = options.map_or(JsValue::UNDEFINED, Into::into);
    let report = Report::new(article(text.to_owned(), &options, &[])?);
    Ok(object(&contract::reading(None, &report.article.text, &report.reading, Encoding::Utf16)))
}

/// Reads an article and lays it beside a corpus, or beside the digests that come with the program.
///
/// # Errors
/// If an option is unknown or of the wrong type.
#[wasm_bindgen]
pub fn compare(text: &str, options: Option<CompareJs>) -> Result<ComparisonJs, JsValue> {
    let options = options.map_or(JsValue::UNDEFINED, Into::into);
    let report = Report::new(article(text.to_owned(), &options, &["corpus"])?);
    let given = if options.is_object() { field(&options, "corpus") } else { JsValue::UNDEFINED };
    let corpus = if given.is_undefined() || given.is_null() { Corpus::seeded() } else { corpus(&given)? };
    let comparison = comparing::compare(&report, &corpus);
    Ok(object(&contract::comparison(None, &report, &corpus, &comparison, Encoding::Utf16)))
}

/// Whether one text says what another says.
#[wasm_bindgen]
#[must_use]
pub fn relate(premise: &str, hypothesis: &str) -> RelationJs {
    #[derive(Serialize)]
    struct Out {
        relation: comparing::Verdict,
        reasons: Vec<String>,
    }
    let (relation, reasons) = comparing::relate(premise, hypothesis);
    object(&Out { relation, reasons })
}

fn corpus(given: &JsValue) -> Result<Corpus, BadOption> {
    let given: &js_sys::Array = given.dyn_ref().ok_or(BadOption::NoArray)?;
    let mut articles = Vec::new();
    for (at, entry) in (0u32..).zip(given.iter()) {
        let text = if entry.is_object() { field(&entry, "text").as_string() } else { None };
        let mut article = article(text.ok_or(BadOption::NoText(at))?, &entry, &["id", "text"])?;
        article.id = field(&entry, "id").as_string().unwrap_or_default();
        articles.push(article);
    }
    Ok(Corpus::new(articles))
}

/// An article from its text and what the options say of it; `more` names the options that are no matter of its own.
fn article(text: String, options: &JsValue, more: &[&str]) -> Result<Article, BadOption> {
    let mut about = About::default();
    if !options.is_undefined() && !options.is_null() {
        let object: &js_sys::Object = options.dyn_ref().ok_or(BadOption::NoObject)?;
        for key in js_sys::Object::keys(object).iter().filter_map(|key| key.as_string()) {
            let slot = match key.as_str() {
                "outlet" => &mut about.outlet,
                "published" => &mut about.published,
                "title" => &mut about.title,
                "url" => &mut about.url,
                key if more.contains(&key) => continue,
                _ => return Err(BadOption::Unknown(key)),
            };
            let value = field(options, &key);
            if !value.is_undefined() && !value.is_null() {
                let name = match key.as_str() {
                    "outlet" => "outlet",
                    "published" => "published",
                    "title" => "title",
                    _ => "url",
                };
                *slot = Some(value.as_string().ok_or(BadOption::NoString(name))?);
            }
        }
    }
    if let Some(given) = about.published.as_ref().filter(|_| about.day().is_none()) {
        return Err(BadOption::NoDate(given.clone()));
    }
    Ok(Article { id: String::new(), about, text })
}

/// A field of an object; `undefined` where it has none or reading it fails.
fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// As a plain JavaScript object: the very JSON of the native program, which the browser reads faster than it could
/// be told field by field.
fn object<T: JsCast>(value: &impl Serialize) -> T {
    let json = serde_json::to_string(value).unwrap_or_default();
    js_sys::JSON::parse(&json).unwrap_or(JsValue::NULL).unchecked_into()
}
