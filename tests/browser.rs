//! The exported functions in a real browser: the objects of the contract, and what is said of bad options.
#![cfg(target_arch = "wasm32")]

use crossread::browser::{compare, read, relate};
use crossread::export::contract::{self, Encoding};
use crossread::value::Value;
use js_sys::{JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "🚢 Police said on Monday that “12 passengers” of the ferry had drowned off Bergen.";

fn options(json: &str) -> Option<crossread::browser::AboutJs> {
    Some(JSON::parse(json).expect("the options are JSON").unchecked_into())
}

fn compare_options(json: &str) -> Option<crossread::browser::CompareJs> {
    Some(JSON::parse(json).expect("the options are JSON").unchecked_into())
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| {
        Reflect::get(&value, &name.into()).unwrap_or_else(|_| panic!("there is no {name} in {path}"))
    })
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).ok().and_then(|json| json.as_string()).expect("it is JSON")
}

#[wasm_bindgen_test]
fn a_reading_is_a_plain_object_with_nulls() {
    let reading: JsValue = read(TEXT, None).expect("there is nothing wrong").into();
    assert!(reading.is_instance_of::<Object>());
    assert!(get(&reading, "id").is_null());
    assert!(get(&reading, "article.outlet").is_null());
    for list in ["sentences", "figures", "dates", "names", "entities", "attributions", "claims", "notes"] {
        assert!(get(&reading, list).is_array(), "{list} is an array");
    }
}

#[wasm_bindgen_test]
fn offsets_are_utf_16() {
    let reading: JsValue = read(TEXT, None).expect("there is nothing wrong").into();
    let text = JsString::from(TEXT);
    let mut places = 0;
    for list in ["figures", "dates", "names", "claims"] {
        for found in js_sys::Array::from(&get(&reading, list)).iter() {
            let offset = |name| get(&found, name).as_f64().expect("it is a number") as u32;
            let slice = text.slice(offset("start"), offset("end"));
            assert_eq!(Some(String::from(slice)), get(&found, "text").as_string());
            places += 1;
        }
    }
    assert!(places > 0);
    assert_eq!(get(&reading, "sentences.0.end").as_f64(), Some(f64::from(text.length())));
}

#[wasm_bindgen_test]
fn a_lone_surrogate_moves_nothing() {
    let broken = js_sys::eval("'\\ud800 Police said that 12 passengers drowned.'").expect("it is a string");
    // What the glue makes of it: one U+FFFD, as long as the lone surrogate is.
    let text = broken.as_string().expect("it is a string");
    let reading: JsValue = read(&text, None).expect("there is nothing wrong").into();
    let length = broken.unchecked_into::<JsString>().length();
    assert_eq!(get(&reading, "sentences.0.end").as_f64(), Some(f64::from(length)));
}

#[wasm_bindgen_test]
fn it_is_what_the_native_program_gives() {
    let options = options(r#"{"outlet": "Example Times", "published": "2024-05-07"}"#);
    let ours = json(&read(TEXT, options).expect("there is nothing wrong").into());
    let about = crossread::About {
        outlet: Some("Example Times".into()),
        published: Some("2024-05-07".into()),
        ..crossread::About::default()
    };
    let reading = crossread::read(TEXT, &about);
    let theirs = contract::reading(Value::Null, TEXT, &reading, Encoding::Utf16);
    let theirs = serde_json::to_string(&theirs).expect("it can be written");
    assert_eq!(ours, theirs);
}

#[wasm_bindgen_test]
fn a_corpus_of_ones_own_is_used() {
    let options = compare_options(
        r#"{"corpus": [{"id": "a", "outlet": "Example Times", "text": "Police said that 30 passengers of the ferry had drowned off Bergen."}]}"#,
    );
    let comparison: JsValue = compare(TEXT, options).expect("there is nothing wrong").into();
    assert_eq!(get(&comparison, "articles.length").as_f64(), Some(1.0));
    assert_eq!(get(&comparison, "articles.0.outlet").as_string().as_deref(), Some("Example Times"));
    assert!(get(&comparison, "articles.0.published").is_null());
    let seeded: JsValue = compare(TEXT, None).expect("there is nothing wrong").into();
    assert_eq!(get(&seeded, "articles.length").as_f64(), Some(5.0));
}

#[wasm_bindgen_test]
fn relating_gives_a_label_and_reasons() {
    let relation: JsValue = relate("The ferry sank on Monday.", "The ferry sank.").into();
    let label = get(&relation, "relation").as_string().unwrap_or_default();
    assert!(["supported", "refuted", "not_enough_info"].contains(&label.as_str()), "{label}");
    assert!(get(&relation, "reasons").is_array());
}

#[wasm_bindgen_test]
fn what_is_wrong_with_options_is_said_in_a_sentence() {
    for (given, expect) in [
        (r#""Example Times""#, "The options must be an object"),
        (r#"{"outlets": "Example Times"}"#, "There is no option \"outlets\""),
        (r#"{"corpus": []}"#, "There is no option \"corpus\""),
        (r#"{"outlet": 3}"#, "The option \"outlet\" must be a string."),
        (r#"{"published": "last week"}"#, "\"last week\" is none."),
    ] {
        let error: JsValue = read(TEXT, options(given)).err().expect(given);
        let message = get(&error, "message").as_string().unwrap_or_default();
        assert!(error.is_instance_of::<js_sys::Error>() && message.contains(expect), "{given}: {message}");
    }
    for (given, expect) in [
        (r#"{"corpus": "all"}"#, "must be an array of articles"),
        (r#"{"corpus": [{"text": "One."}, {"title": "Two"}]}"#, "Article 1 of the corpus has no text"),
        (r#"{"corpus": [{"text": "One.", "date": "2024"}]}"#, "There is no option \"date\""),
    ] {
        let error: JsValue = compare(TEXT, compare_options(given)).err().expect(given);
        let message = get(&error, "message").as_string().unwrap_or_default();
        assert!(message.contains(expect), "{given}: {message}");
    }
    assert!(read(TEXT, options(r#"{"outlet": null}"#)).is_ok(), "what is null is not given");
}
