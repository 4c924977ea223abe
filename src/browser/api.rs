//! The exported functions: the objects of the contract, their offsets in UTF-16 code units.

use std::fmt;

use js_sys::Error;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::json;
use crate::compare as comparing;
use crate::corpus::{Article, Corpus, Report};
use crate::export::contract::{self, Encoding};
use crate::reading::About;
use crate::value::{Fields, Value};

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
    let reading = crate::read(text, &about(fields(options.into())?)?);
    Ok(json::object(&contract::reading(Value::Null, text, &reading, Encoding::Utf16)))
}

/// Reads an article and lays it beside a corpus, or beside the digests that come with the program.
///
/// # Errors
/// If an option is unknown or of the wrong type.
#[wasm_bindgen]
pub fn compare(text: &str, options: Option<CompareJs>) -> Result<ComparisonJs, JsValue> {
    let mut fields = fields(options.into())?;
    let given = fields.take("corpus");
    let report = Report::new(Article { id: String::new(), about: about(fields)?, text: text.to_owned() });
    let corpus = given.map_or_else(|| Ok(Corpus::seeded()), corpus)?;
    let comparison = comparing::compare(&report, &corpus);
    Ok(json::object(&contract::comparison(Value::Null, &report, &corpus, &comparison, Encoding::Utf16)))
}

/// Whether one text says what another says.
#[wasm_bindgen]
#[must_use]
pub fn relate(premise: &str, hypothesis: &str) -> RelationJs {
    let (relation, reasons) = comparing::relate(premise, hypothesis);
    json::object(&contract::relation(Value::Null, relation, &reasons))
}

fn corpus(given: Value) -> Result<Corpus, BadOption> {
    let Value::List(entries) = given else { return Err(BadOption::NoArray) };
    let mut articles = Vec::new();
    for (at, entry) in (0u32..).zip(entries) {
        let Value::Object(mut fields) = entry else { return Err(BadOption::NoText(at)) };
        let text = fields.take("text").and_then(Value::text).ok_or(BadOption::NoText(at))?;
        // One without a name is called by its place.
        let id = string("id", fields.take("id"))?.unwrap_or_else(|| at.to_string());
        articles.push(Article { id, about: about(fields)?, text });
    }
    Ok(Corpus::new(articles))
}

/// The fields of the options; none where they are left out.
fn fields(options: JsValue) -> Result<Fields, BadOption> {
    match json::value(options) {
        Some(Value::Object(fields)) => Ok(fields),
        Some(Value::Null) => Ok(Fields::default()),
        _ => Err(BadOption::NoObject),
    }
}

/// What is known of an article; there may be no other field.
fn about(mut fields: Fields) -> Result<About, BadOption> {
    let about = About {
        outlet: string("outlet", fields.take("outlet"))?,
        published: string("published", fields.take("published"))?,
        title: string("title", fields.take("title"))?,
        url: string("url", fields.take("url"))?,
    };
    if let Some(name) = fields.left() {
        return Err(BadOption::Unknown(name.to_owned()));
    }
    match &about.published {
        Some(given) if about.day().is_none() => Err(BadOption::NoDate(given.clone())),
        _ => Ok(about),
    }
}

/// A field's string; none where the field is missing, `null` or `undefined`.
fn string(name: &'static str, value: Option<Value>) -> Result<Option<String>, BadOption> {
    value.map(|value| value.text().ok_or(BadOption::NoString(name))).transpose()
}
