//! The exported functions: the objects of the contract, their offsets in UTF-16 code units.

use std::collections::BTreeMap;
use std::fmt;

use js_sys::Error;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
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
    let report = report(text, fields(options.into())?)?;
    Ok(object(&contract::reading(None, &report.article.text, &report.reading, Encoding::Utf16)))
}

/// Reads an article and lays it beside a corpus, or beside the digests that come with the program.
///
/// # Errors
/// If an option is unknown or of the wrong type.
#[wasm_bindgen]
pub fn compare(text: &str, options: Option<CompareJs>) -> Result<ComparisonJs, JsValue> {
    let mut fields = fields(options.into())?;
    let given = fields.remove("corpus").map(|given| given.0).filter(|given| !given.is_undefined() && !given.is_null());
    let report = report(text, fields)?;
    let corpus = given.map_or_else(|| Ok(Corpus::seeded()), corpus)?;
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

fn report(text: &str, fields: BTreeMap<String, Kept>) -> Result<Report, BadOption> {
    Ok(Report::new(Article { id: String::new(), about: about(fields)?, text: text.to_owned() }))
}

fn corpus(given: JsValue) -> Result<Corpus, BadOption> {
    let entries: Vec<Kept> = from_value(given).map_err(|_| BadOption::NoArray)?;
    let mut articles = Vec::new();
    for (at, Kept(entry)) in (0u32..).zip(entries) {
        let mut fields = fields(entry).map_err(|_| BadOption::NoText(at))?;
        let text = fields.remove("text").and_then(|text| from_value(text.0).ok()).ok_or(BadOption::NoText(at))?;
        let id = string("id", fields.remove("id"))?.unwrap_or_default();
        articles.push(Article { id, about: about(fields)?, text });
    }
    Ok(Corpus::new(articles))
}

/// A value of JavaScript, left as it is until it's known what it should be.
#[derive(Deserialize)]
struct Kept(#[serde(with = "serde_wasm_bindgen::preserve")] JsValue);

/// The fields of the options; none where they are left out.
fn fields(options: JsValue) -> Result<BTreeMap<String, Kept>, BadOption> {
    let fields: Option<_> = from_value(options).map_err(|_| BadOption::NoObject)?;
    Ok(fields.unwrap_or_default())
}

/// What is known of an article; there may be no other field.
fn about(fields: BTreeMap<String, Kept>) -> Result<About, BadOption> {
    let mut about = About::default();
    for (name, value) in fields {
        let (name, slot) = match name.as_str() {
            "outlet" => ("outlet", &mut about.outlet),
            "published" => ("published", &mut about.published),
            "title" => ("title", &mut about.title),
            "url" => ("url", &mut about.url),
            _ => return Err(BadOption::Unknown(name)),
        };
        *slot = string(name, Some(value))?;
    }
    match &about.published {
        Some(given) if about.day().is_none() => Err(BadOption::NoDate(given.clone())),
        _ => Ok(about),
    }
}

/// A field's string; none where the field is missing, `null` or `undefined`.
fn string(name: &'static str, value: Option<Kept>) -> Result<Option<String>, BadOption> {
    value.map_or(Ok(None), |value| from_value(value.0).map_err(|_| BadOption::NoString(name)))
}

/// As a plain JavaScript object: what the JSON of the native program would be read as, its nulls among it.
fn object<T: JsCast>(value: &impl Serialize) -> T {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL).unchecked_into()
}
