//! Values as JavaScript has them, and JSON as JavaScript reads it.

use js_sys::{Array, Error, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::value::Value;

/// Objects are looked into this deep: none of the contract is half as deep, and one that holds itself has no end.
const DEPTH: usize = 16;

/// As a plain JavaScript object: what the JSON of the native program would be read as, its nulls among it.
pub(super) fn object<T: JsCast>(value: &Value) -> T {
    JSON::parse(&value.json()).unwrap_or(JsValue::NULL).unchecked_into()
}

/// From JavaScript; `None` for what JSON doesn't have.
pub(super) fn value(given: &JsValue) -> Option<Value> {
    within(given, DEPTH)
}

fn within(given: &JsValue, depth: usize) -> Option<Value> {
    if given.is_null() || given.is_undefined() {
        return Some(Value::Null);
    }
    if let Some(text) = given.as_string() {
        return Some(Value::Text(text));
    }
    if let Some(number) = given.as_f64() {
        return Some(number.into());
    }
    if let Some(yes) = given.as_bool() {
        return Some(Value::Bool(yes));
    }
    let depth = depth.checked_sub(1)?;
    if Array::is_array(given) {
        let items = Array::from(given);
        return (0..items.length()).map(|at| within(&items.get(at), depth)).collect::<Option<_>>().map(Value::List);
    }
    if !given.is_object() || given.is_function() {
        return None;
    }
    let fields = Object::entries(given.unchecked_ref());
    let field = |at| {
        let field: Array = fields.get(at).unchecked_into();
        Some((field.get(0).as_string()?, within(&field.get(1), depth)?))
    };
    (0..fields.length()).map(field).collect::<Option<_>>().map(Value::Object)
}

/// Reads JSON.
pub(super) fn read(json: &str) -> Result<Value, String> {
    let object = JSON::parse(json).map_err(|error| String::from(error.unchecked_into::<Error>().message()))?;
    value(&object).ok_or_else(|| "it is nested too deep".to_owned())
}
