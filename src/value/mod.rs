//! A value of the contract: what JSON has, as one type.
//!
//! Everything that leaves the program as JSON or as a JavaScript object is made of it, so the code that writes it is there
//! once, not once for each type of the contract.

mod serde;

use std::borrow::Cow;

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

impl FromIterator<(String, Value)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(fields: I) -> Self {
        Self(fields.into_iter().map(|(name, value)| (Cow::Owned(name), value)).collect())
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

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
