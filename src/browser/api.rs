//! The exported functions: the objects of the contract, their offsets in UTF-16 code units.

use std::fmt;

use js_sys::{Array, Error, JSON, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::compare as comparing;
use crate::corpus::{Article, Corpus, Report};
use crate::export::contract::{self, Encoding, Form, Layout};
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
    Ok(object(&contract::reading(FORM, &report.article.text, &report.reading)))
}

/// Reads an article and lays it beside a corpus, or beside the digests that come with the program.
///
/// # Errors
/// If an option is unknown or of the wrong type.
#[wasm_bindgen]
pub fn compare(text: &str, options: Option<CompareJs>) -> Result<ComparisonJs, JsValue> {
    let mut fields = fields(options.into())?;
    let given = take(&mut fields, "corpus");
    let report = report(text, fields)?;
    let corpus = given.map_or_else(|| Ok(Corpus::seeded()), corpus)?;
    let comparison = comparing::compare(&report, &corpus);
    Ok(object(&contract::comparison(FORM, &report, &corpus, &comparison)))
}

/// Whether one text says what another says.
#[wasm_bindgen]
#[must_use]
pub fn relate(premise: &str, hypothesis: &str) -> RelationJs {
    let (relation, reasons) = comparing::relate(premise, hypothesis);
    object(&contract::relation(FORM, relation, &reasons))
}

/// Nobody gives an id here.
const FORM: Form<'_> = Form { id: "null", encoding: Encoding::Utf16, layout: Layout::Line };

/// The fields of an object.
type Fields = Vec<(String, JsValue)>;

fn report(text: &str, fields: Fields) -> Result<Report, BadOption> {
    Ok(Report::new(Article { id: String::new(), about: about(fields)?, text: text.to_owned() }))
}

fn corpus(given: JsValue) -> Result<Corpus, BadOption> {
    let entries: Array = given.dyn_into().map_err(|_| BadOption::NoArray)?;
    let mut articles = Vec::new();
    for (at, entry) in (0u32..).zip(entries.iter()) {
        let mut fields = fields(entry).map_err(|_| BadOption::NoText(at))?;
        let text = take(&mut fields, "text").and_then(|text| text.as_string()).ok_or(BadOption::NoText(at))?;
        // One without a name is called by its place.
        let id = take(&mut fields, "id").map_or_else(|| Ok(at.to_string()), |id| string("id", &id))?;
        articles.push(Article { id, about: about(fields)?, text });
    }
    Ok(Corpus::new(articles))
}

/// The fields of the options that are given: what is `null` or `undefined` is not.
fn fields(options: JsValue) -> Result<Fields, BadOption> {
    if options.is_null() || options.is_undefined() {
        return Ok(Vec::new());
    }
    if !options.is_object() || options.is_array() {
        return Err(BadOption::NoObject);
    }
    let entries = Object::entries(&options.unchecked_into());
    let fields = entries.iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        (entry.get(0).as_string().unwrap_or_default(), entry.get(1))
    });
    Ok(fields.filter(|(_, value)| !value.is_null() && !value.is_undefined()).collect())
}

fn take(fields: &mut Fields, name: &str) -> Option<JsValue> {
    let at = fields.iter().position(|(field, _)| field == name)?;
    Some(fields.swap_remove(at).1)
}

/// What is known of an article; there may be no other field.
fn about(fields: Fields) -> Result<About, BadOption> {
    let mut about = About::default();
    for (name, value) in fields {
        let (name, slot) = match name.as_str() {
            "outlet" => ("outlet", &mut about.outlet),
            "published" => ("published", &mut about.published),
            "title" => ("title", &mut about.title),
            "url" => ("url", &mut about.url),
            _ => return Err(BadOption::Unknown(name)),
        };
        *slot = Some(string(name, &value)?);
    }
    match &about.published {
        Some(given) if about.day().is_none() => Err(BadOption::NoDate(given.clone())),
        _ => Ok(about),
    }
}

fn string(name: &'static str, value: &JsValue) -> Result<String, BadOption> {
    value.as_string().ok_or(BadOption::NoString(name))
}

/// As a plain JavaScript object, the nulls of its JSON among it.
fn object<T: JsCast>(json: &str) -> T {
    JSON::parse(json).unwrap_or(JsValue::NULL).unchecked_into()
}
