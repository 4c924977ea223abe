//! JSON, written and read: what the contract and the corpus file need of it, and no more.
//!
//! Code derived for each type would be a twentieth of the page; here a type says what it is, piece by piece.

mod parse;

use crate::decimal;

pub(crate) use parse::{Json, parse};

/// How JSON is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// On one line, for programs.
    Line,
    /// Indented, for people.
    Indented,
}

/// Writes JSON, piece by piece, each value with the commas and indents that it needs.
#[derive(Debug)]
pub(crate) struct Writer {
    out: String,
    layout: Layout,
    depth: usize,
    /// Nothing stands yet in the innermost list or object.
    empty: bool,
    /// A key was written, whose value comes now.
    keyed: bool,
}

impl Writer {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { out: String::new(), layout, depth: 0, empty: true, keyed: false }
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// An object, whose fields `fields` writes.
    pub(crate) fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.open('{');
        fields(self);
        self.close('}');
    }

    /// A list, each item of which `item` writes.
    pub(crate) fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut item: impl FnMut(&mut Self, T)) {
        self.open('[');
        for each in items {
            item(self, each);
        }
        self.close(']');
    }

    /// The key of a field; its value is to follow.
    #[inline(never)]
    pub(crate) fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.out.push(':');
        if self.layout == Layout::Indented {
            self.out.push(' ');
        }
        self.keyed = true;
        self
    }

    /// A field.
    pub(crate) fn field(&mut self, key: &str, value: &(impl Put + ?Sized)) {
        value.put(self.key(key));
    }

    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) {
        self.begin();
        self.out.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let short = match byte {
                b'"' | b'\\' => char::from(byte),
                b'\n' => 'n',
                b'\r' => 'r',
                b'\t' => 't',
                0x08 => 'b',
                0x0c => 'f',
                0x00..0x20 => 'u',
                _ => continue,
            };
            self.out.push_str(&text[from..at]);
            self.out.push('\\');
            self.out.push(short);
            if short == 'u' {
                self.out.push_str("00");
                for half in [byte >> 4, byte & 15] {
                    self.out.extend(char::from_digit(u32::from(half), 16));
                }
            }
            from = at + 1;
        }
        self.out.push_str(&text[from..]);
        self.out.push('"');
    }

    /// What is JSON already.
    #[inline(never)]
    pub(crate) fn raw(&mut self, json: &str) {
        self.begin();
        self.out.push_str(json);
    }

    #[inline(never)]
    fn open(&mut self, bracket: char) {
        self.begin();
        self.out.push(bracket);
        self.depth += 1;
        self.empty = true;
    }

    #[inline(never)]
    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.empty {
            self.line();
        }
        self.out.push(bracket);
        self.empty = false;
    }

    /// Before every value and key.
    fn begin(&mut self) {
        if std::mem::take(&mut self.keyed) || self.depth == 0 {
            return;
        }
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        self.line();
    }

    fn line(&mut self) {
        if self.layout == Layout::Indented {
            self.out.push('\n');
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }
}

/// What can be written as a value.
pub(crate) trait Put {
    fn put(&self, to: &mut Writer);
}

impl Put for str {
    fn put(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl Put for String {
    fn put(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl Put for u32 {
    fn put(&self, to: &mut Writer) {
        to.raw(&self.to_string());
    }
}

impl Put for f64 {
    fn put(&self, to: &mut Writer) {
        to.raw(&decimal::written(*self));
    }
}

impl<T: Put + ?Sized> Put for &T {
    fn put(&self, to: &mut Writer) {
        (**self).put(to);
    }
}

impl<T: Put> Put for Option<T> {
    fn put(&self, to: &mut Writer) {
        match self {
            Some(value) => value.put(to),
            None => to.raw("null"),
        }
    }
}

impl<T: Put> Put for [T] {
    fn put(&self, to: &mut Writer) {
        to.list(self, |to, item| item.put(to));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(layout: Layout) -> String {
        let mut writer = Writer::new(layout);
        writer.object(|w| {
            w.field("a \"b\"\\\n\u{1}\u{1f}é", &[1u32, 20][..]);
            w.field("none", &None::<u32>);
            w.key("empty").list(&[] as &[u32], |_, _| {});
            w.key("inner").object(|w| w.field("x", &0.5));
        });
        writer.finish()
    }

    #[test]
    fn it_is_what_serde_writes() {
        let value =
            serde_json::json!({"a \"b\"\\\n\u{1}\u{1f}é": [1, 20], "none": null, "empty": [], "inner": {"x": 0.5}});
        let same: serde_json::Value = serde_json::from_str(&written(Layout::Line)).expect("it is JSON");
        assert_eq!(same, value);
        let indented = serde_json::json!([{"a": [1, []]}, {}]);
        let mut writer = Writer::new(Layout::Indented);
        writer.open('[');
        writer.object(|w| {
            w.key("a").open('[');
            w.raw("1");
            w.open('[');
            w.close(']');
            w.close(']');
        });
        writer.object(|_| {});
        writer.close(']');
        assert_eq!(writer.finish(), serde_json::to_string_pretty(&indented).expect("it is JSON"));
    }
}
