//! Values as JavaScript has them, and JSON as JavaScript reads and writes it.

use js_sys::{Error, JSON, JsString};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::value::Value;

/// As a plain JavaScript object: what the JSON of the native program would be read as, its nulls among it.
pub(super) fn object<T: JsCast>(value: &Value) -> T {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL).unchecked_into()
}

/// From JavaScript; `None` for what JSON doesn't have, as an object that holds itself.
pub(super) fn value(given: JsValue) -> Option<Value> {
    JSON::stringify(&given).ok()?;
    Value::deserialize(Deserializer::from(given)).ok()
}

/// Reads JSON.
pub(super) fn read(json: &str) -> Result<Value, String> {
    let object = JSON::parse(json).map_err(|error| String::from(error.unchecked_into::<Error>().message()))?;
    Value::deserialize(Deserializer::from(object)).map_err(|error| error.to_string())
}

/// Writes JSON on one line, as a string of JavaScript's own.
pub(super) fn write(value: &Value) -> JsString {
    JSON::stringify(&object(value)).unwrap_or_default()
}
