//! A value of the contract: what JSON has, as one type.
//!
//! Everything that leaves the program as JSON or as a JavaScript object is made of it, so the code that turns it into the
//! one or the other is there once, not once for each type of the contract.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// A value.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// What is not known.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A whole number above the signed ones: an `id` is given back digit by digit.
    Large(u64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Self>),
    /// Named values, in the order they are written.
    Object(Fields),
}

/// The fields of an object.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Fields(Vec<(Cow<'static, str>, Value)>);

impl Value {
    /// An object, whose fields `fill` adds.
    pub fn object(fill: impl FnOnce(&mut Fields)) -> Self {
        let mut fields = Fields::default();
        fill(&mut fields);
        Self::Object(fields)
    }

    /// A list of what `each` makes of the items.
    pub fn list<T>(items: impl IntoIterator<Item = T>, each: impl FnMut(T) -> Self) -> Self {
        Self::List(items.into_iter().map(each).collect())
    }

    /// The text, where it is one.
    #[must_use]
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Fields {
    /// Adds a field.
    pub fn add(&mut self, name: &'static str, value: impl Into<Value>) {
        self.push(name, value.into());
    }

    #[inline(never)]
    fn push(&mut self, name: &'static str, value: Value) {
        self.0.push((Cow::Borrowed(name), value));
    }

    /// Takes a field out, the last of its name; `None` where there is none or it is null.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().rposition(|(field, _)| field == name)?;
        Some(self.0.remove(at).1).filter(|value| *value != Value::Null)
    }

    /// The name of a field that was not taken.
    #[must_use]
    pub fn left(&self) -> Option<&str> {
        self.0.first().map(|(name, _)| name.as_ref())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<f64> for Value {
    /// Whole numbers are written without a fraction, as far as they are exact.
    fn from(number: f64) -> Self {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.fract() == 0.0 && number.abs() <= EXACT { Self::Whole(number as i64) } else { Self::Number(number) }
    }
}

impl<T> From<Option<T>> for Value
where
    Self: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

impl<'a> From<&'a Option<String>> for Value {
    fn from(text: &'a Option<String>) -> Self {
        text.as_deref().into()
    }
}

impl From<&[u32]> for Value {
    fn from(numbers: &[u32]) -> Self {
        Self::list(numbers, |&number| number.into())
    }
}

impl From<&[String]> for Value {
    fn from(texts: &[String]) -> Self {
        Self::list(texts, Self::from)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Large(number) => serializer.serialize_u64(*number),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(Fields(fields)) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

/// Takes any value.
struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Whole(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::Large(number), Value::Whole))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = from.next_entry::<String, Value>()? {
            fields.push((Cow::Owned(name), value));
        }
        Ok(Value::Object(Fields(fields)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let value = Value::object(|f| {
            f.add("text", "a \"b\"\n");
            f.add("none", None::<u32>);
            f.add("numbers", &[1u32, 20][..]);
            f.add("half", 0.5);
            f.add("whole", 11_000.0);
            f.add("inner", Value::object(|f| f.add("yes", Value::Bool(true))));
        });
        let json = serde_json::to_string(&value).expect("it can be written");
        let expect =
            r#"{"text":"a \"b\"\n","none":null,"numbers":[1,20],"half":0.5,"whole":11000,"inner":{"yes":true}}"#;
        assert_eq!(json, expect);
        assert_eq!(serde_json::from_str::<Value>(&json).expect("it can be read"), value);
    }

    #[test]
    fn fields_are_taken_by_name() {
        let mut fields = Fields::default();
        fields.add("a", 1);
        fields.add("b", None::<u32>);
        fields.add("a", 2);
        assert_eq!(fields.take("a"), Some(Value::Whole(2)));
        assert_eq!((fields.take("b"), fields.take("c")), (None, None));
        assert_eq!(fields.left(), Some("a"));
    }
}
