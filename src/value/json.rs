//! JSON as it is written, natively and in the browser alike.

use super::{Fields, Value};
use crate::decimal;

impl Value {
    /// As JSON on one line.
    #[must_use]
    pub fn json(&self) -> String {
        let mut out = String::new();
        self.put(&mut out, None);
        out
    }

    /// As JSON for people: a line for each item, two spaces further in than what holds it.
    #[must_use]
    pub fn indented_json(&self) -> String {
        let mut out = String::new();
        self.put(&mut out, Some(0));
        out
    }

    fn put(&self, out: &mut String, depth: Option<usize>) {
        let inside = depth.map(|depth| depth + 1);
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Whole(number) => {
                if *number < 0 {
                    out.push('-');
                }
                whole(number.unsigned_abs(), out);
            }
            Self::Large(number) => whole(*number, out),
            Self::Number(number) => out.push_str(&decimal::written(*number)),
            Self::Text(text) => quoted(text, out),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    begin(out, at, inside);
                    item.put(out, inside);
                }
                end(out, items.len(), depth);
                out.push(']');
            }
            Self::Object(Fields(fields)) => {
                out.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    begin(out, at, inside);
                    quoted(name, out);
                    out.push_str(if depth.is_some() { ": " } else { ":" });
                    value.put(out, inside);
                }
                end(out, fields.len(), depth);
                out.push('}');
            }
        }
    }
}

/// What stands before an item.
fn begin(out: &mut String, at: usize, depth: Option<usize>) {
    if at > 0 {
        out.push(',');
    }
    line(out, depth);
}

/// What stands behind the last of so many items.
fn end(out: &mut String, items: usize, depth: Option<usize>) {
    if items > 0 {
        line(out, depth);
    }
}

fn line(out: &mut String, depth: Option<usize>) {
    if let Some(depth) = depth {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    }
}

/// Most numbers are offsets: written without the formatter of the standard library, and without a string of their own.
fn whole(number: u64, out: &mut String) {
    if number >= 10 {
        whole(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| matches!(c, '"' | '\\' | '\0'..='\x1f')) {
        out.push_str(&rest[..at]);
        let byte = rest.as_bytes()[at];
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ => {
                out.push_str("\\u00");
                out.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])));
            }
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Value {
        Value::object(|f| {
            f.add("text", "a \"b\"\\\n\t\r\u{1}\u{1f}é\u{2028}");
            f.add("none", None::<u32>);
            f.add("numbers", &[1u32, 20][..]);
            f.add("half", 0.5);
            f.add("whole", 11_000.0);
            f.add("below", Value::Whole(i64::MIN));
            f.add("above", Value::Large(u64::MAX));
            f.add("empty", Value::List(Vec::new()));
            f.add("inner", Value::object(|f| f.add("yes", Value::Bool(true))));
        })
    }

    #[test]
    fn what_is_written_is_read() {
        let value = sample();
        assert_eq!(serde_json::from_str::<Value>(&value.json()).expect("it can be read"), value);
        assert_eq!(serde_json::from_str::<Value>(&value.indented_json()).expect("it can be read"), value);
    }

    #[test]
    fn it_is_written_as_others_write_it() {
        let theirs: serde_json::Value = serde_json::from_str(&sample().json()).expect("it can be read");
        assert_eq!(serde_json::to_string(&theirs).expect("JSON").len(), sample().json().len());
        let expect = "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": [],\n  \"c\": {\n    \"d\": null\n  }\n}";
        let value = Value::object(|f| {
            f.add("a", &[1u32, 2][..]);
            f.add("b", Value::List(Vec::new()));
            f.add("c", Value::object(|f| f.add("d", Value::Null)));
        });
        assert_eq!(value.indented_json(), expect);
    }
}
