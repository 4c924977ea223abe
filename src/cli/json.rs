//! JSON in and out.

use crate::value::Value;

/// Reads JSON.
pub(super) fn read(json: &str) -> Result<Value, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

/// Writes JSON on one line. It can't fail: every value is one that JSON has.
pub(super) fn write(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
