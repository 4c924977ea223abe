//! Values as JavaScript has them, and JSON as JavaScript reads and writes it.

use js_sys::{Error, JSON};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::value::Value;

/// As a plain JavaScript object: what the JSON of the native program would be read as, its nulls among it.
pub(super) fn object<T: JsCast>(value: &Value) -> T {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL).unchecked_into()
}

/// From JavaScript; `None` for what JSON doesn't have.
pub(super) fn value(object: JsValue) -> Option<Value> {
    Value::deserialize(Deserializer::from(object)).ok()
}

/// Reads JSON.
pub(super) fn read(json: &str) -> Result<Value, String> {
    let object = JSON::parse(json).map_err(|error| String::from(error.unchecked_into::<Error>().message()))?;
    value(object).ok_or_else(|| "it holds what JSON does not have".to_owned())
}

/// Writes JSON on one line.
pub(super) fn write(value: &Value) -> String {
    JSON::stringify(&object(value)).map(String::from).unwrap_or_default()
}
