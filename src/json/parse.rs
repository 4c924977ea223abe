//! JSON, read.

use std::str::Chars;

/// A value.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Json {
    /// `null`, `true` or `false`.
    Word(&'static str),
    /// A number, as it is written.
    Number(String),
    Text(String),
    List(Vec<Self>),
    /// The fields in their order.
    Object(Vec<(String, Self)>),
}

impl Json {
    /// A field of an object; the last, where there are several of one name.
    pub(crate) fn take(&mut self, name: &str) -> Option<Self> {
        let Self::Object(fields) = self else { return None };
        let at = fields.iter().rposition(|(key, _)| key == name)?;
        Some(fields.swap_remove(at).1)
    }
}

/// Deeper than any corpus file; it bounds the recursion.
const MOST_DEPTH: u32 = 64;

/// Reads a value.
///
/// # Errors
/// Where the text is none: what was expected, and where.
pub(crate) fn parse(text: &str) -> Result<Json, String> {
    let mut parser = Parser { rest: text.chars(), depth: 0 };
    let value = parser.value().and_then(|value| {
        parser.space();
        if parser.rest.as_str().is_empty() { Ok(value) } else { Err("nothing more") }
    });
    value.map_err(|expected| {
        let read = &text[..text.len() - parser.rest.as_str().len()];
        format!("{expected} was expected at line {}", read.matches('\n').count() + 1)
    })
}

struct Parser<'t> {
    rest: Chars<'t>,
    depth: u32,
}

impl Parser<'_> {
    fn value(&mut self) -> Result<Json, &'static str> {
        self.space();
        let before = self.rest.as_str();
        match self.rest.next() {
            Some('"') => self.text().map(Json::Text),
            Some('[') => {
                let mut items = Vec::new();
                self.inside(']', |parser| {
                    items.push(parser.value()?);
                    Ok(())
                })?;
                Ok(Json::List(items))
            }
            Some('{') => {
                let mut fields = Vec::new();
                self.inside('}', |parser| {
                    parser.space();
                    if !parser.eat('"') {
                        return Err("a name in quotation marks");
                    }
                    let name = parser.text()?;
                    parser.space();
                    if !parser.eat(':') {
                        return Err("a colon");
                    }
                    fields.push((name, parser.value()?));
                    Ok(())
                })?;
                Ok(Json::Object(fields))
            }
            Some('-' | '0'..='9') => {
                let digits = |c: char| matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E');
                let end = before.find(|c| !digits(c)).unwrap_or(before.len());
                self.rest = before[end..].chars();
                Ok(Json::Number(before[..end].to_owned()))
            }
            _ => {
                let word = ["null", "true", "false"].into_iter().find(|word| before.starts_with(word));
                let word = word.ok_or("a value")?;
                self.rest = before[word.len()..].chars();
                Ok(Json::Word(word))
            }
        }
    }

    /// What stands between brackets, with commas between; the opening one is read.
    fn inside(
        &mut self,
        end: char,
        mut item: impl FnMut(&mut Self) -> Result<(), &'static str>,
    ) -> Result<(), &'static str> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err("a value that is less deep");
        }
        self.space();
        let mut more = !self.eat(end);
        while more {
            item(self)?;
            self.space();
            more = self.eat(',');
            if !more && !self.eat(end) {
                return Err("a comma or a closing bracket");
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// The rest of a text in quotation marks.
    fn text(&mut self) -> Result<String, &'static str> {
        const END: &str = "a closing quotation mark";
        let mut text = String::new();
        loop {
            match self.rest.next().ok_or(END)? {
                '"' => return Ok(text),
                '\\' => text.push(self.escaped()?),
                '\0'..' ' => return Err(END),
                c => text.push(c),
            }
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Result<char, &'static str> {
        const NAMED: &str = "an escape such as \\n";
        Ok(match self.rest.next().ok_or(NAMED)? {
            c @ ('"' | '\\' | '/') => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let high = self.hex()?;
                let pair = self.rest.clone();
                // Characters beyond the first 65,536 are written as two halves.
                if (0xd800..0xdc00).contains(&high) && self.eat('\\') && self.eat('u') {
                    let low = self.hex()?;
                    if (0xdc00..0xe000).contains(&low) {
                        return Ok(
                            char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}')
                        );
                    }
                }
                // Half of one alone is no character.
                let found = char::from_u32(high);
                if found.is_none() {
                    self.rest = pair;
                }
                found.unwrap_or('\u{fffd}')
            }
            _ => return Err(NAMED),
        })
    }

    fn hex(&mut self) -> Result<u32, &'static str> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.rest.next().and_then(|c| c.to_digit(16)).ok_or("four hexadecimal digits")?;
            code = code * 16 + digit;
        }
        Ok(code)
    }

    fn eat(&mut self, c: char) -> bool {
        let mut rest = self.rest.clone();
        let found = rest.next() == Some(c);
        if found {
            self.rest = rest;
        }
        found
    }

    fn space(&mut self) {
        let rest = self.rest.as_str();
        self.rest = rest.trim_start_matches([' ', '\t', '\n', '\r']).chars();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let text = r#" {"a": [1, -2.5e3, null, true, {}], "b": "x\n\"\u00e9\ud83d\udea2\/", "a": []} "#;
        let mut value = parse(text).expect("it is JSON");
        assert_eq!(value.take("b"), Some(Json::Text("x\n\"é🚢/".into())));
        assert_eq!(value.take("a"), Some(Json::List(Vec::new())));
        let Some(Json::List(items)) = value.take("a") else { panic!("there is another") };
        assert_eq!(items[1], Json::Number("-2.5e3".into()));
        assert_eq!((items.len(), &items[2]), (5, &Json::Word("null")));
        assert_eq!(value.take("c"), None);
        assert_eq!(parse(r#""\ud800\n\ud800""#), Ok(Json::Text("\u{fffd}\n\u{fffd}".into())));
    }

    #[test]
    fn what_is_none_says_what_was_expected_and_where() {
        for (text, expect) in [
            ("", "a value was expected at line 1"),
            ("[1,\n2", "a comma or a closing bracket was expected at line 2"),
            ("{\"a\" 1}", "a colon was expected"),
            ("{a: 1}", "a name in quotation marks"),
            ("[1,]", "a value was expected"),
            ("\"a\nb\"", "a closing quotation mark"),
            ("\"\\x\"", "an escape such as"),
            ("\"\\u12\"", "four hexadecimal digits"),
            ("1 2", "nothing more"),
            ("nul", "a value"),
            (&"[".repeat(10_000), "less deep"),
        ] {
            let error = parse(text).expect_err(text);
            assert!(error.contains(expect), "{text}: {error}");
        }
    }
}
