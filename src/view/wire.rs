//! How a request and its answer travel between the page and the worker: as bytes, in a form of the page's own.
//!
//! Both ends are always the same program, so the form needs no names and no versions: field after field, numbers of
//! four bytes, texts and lists after their length. It costs a tenth of what JSON for the same types would.

use crate::corpus::Article;
use crate::reading::{About, Doubt};
use crate::text::{BlockKind, Span};

use super::desk::Request;
use super::sheet::{Item, Mark, MarkKind, Note, Paragraph, Passage, Piece, Section, SectionKind, Sheet, Tone};

/// What can travel.
pub(crate) trait Wire: Sized {
    /// Writes it.
    fn put(&self, out: &mut Vec<u8>);
    /// Reads it, and leaves what follows; `None` where it isn't there.
    fn take(from: &mut &[u8]) -> Option<Self>;

    /// All of it as bytes.
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.put(&mut out);
        out
    }
}

impl Wire for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (bytes, rest) = from.split_first_chunk()?;
        *from = rest;
        Some(Self::from_le_bytes(*bytes))
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (&byte, rest) = from.split_first()?;
        *from = rest;
        Some(byte != 0)
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u32).put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let length = u32::take(from)? as usize;
        let (text, rest) = from.split_at_checked(length)?;
        *from = rest;
        Some(str::from_utf8(text).ok()?.to_owned())
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        if bool::take(from)? { T::take(from).map(Some) } else { Some(None) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u32).put(out);
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        (0..u32::take(from)?).map(|_| T::take(from)).collect()
    }
}

/// Records: field after field.
macro_rules! records {
    ($($type:ident { $($field:ident),* })*) => {$(
        impl Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)*
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Wire::take(from)?),* })
            }
        }
    )*};
}

/// Choices without contents: the place in the list.
macro_rules! choices {
    ($($type:ident: $($value:expr),+;)*) => {$(
        impl Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                let at = [$($value),+].iter().position(|value| value == self).unwrap_or_default();
                out.push(at as u8);
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                let (&at, rest) = from.split_first()?;
                *from = rest;
                [$($value),+].get(at as usize).copied()
            }
        }
    )*};
}

records! {
    Span { start, end }
    About { title, outlet, published, url }
    Article { id, about, text }
    Piece { text, marks, first }
    Paragraph { kind, pieces }
    Passage { tone, relation, outlet, published, url, speaker, before, hit, after, reasons }
    Mark { kind, span, text, tone, summary, value, said, passages, problems }
    Item { text, detail, mark, passage }
    Section { kind, items }
    Note { text, message }
    Sheet { paragraphs, marks, stops, overview, notes, doubt, reports, outlet_guess, published_guess }
}

choices! {
    BlockKind: Self::Body, Self::Headline, Self::Caption, Self::Boilerplate;
    MarkKind: Self::Claim, Self::Figure;
    Tone: Self::Conflicts, Self::Updated, Self::Differs, Self::Agrees, Self::Related, Self::Alone;
    Doubt: Self::Empty, Self::Binary, Self::Markup, Self::OtherScript, Self::OtherLanguage;
    SectionKind: Self::Of(Tone::Conflicts), Self::Of(Tone::Updated), Self::Of(Tone::Differs), Self::Of(Tone::Agrees),
        Self::Of(Tone::Related), Self::Of(Tone::Alone), Self::Problems, Self::Origins, Self::Missing;
}

impl Wire for Request {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Compare(article) => {
                out.push(0);
                article.put(out);
            }
            Self::Corpus(articles) => {
                out.push(1);
                articles.put(out);
            }
            Self::Own(articles) => {
                out.push(2);
                articles.put(out);
            }
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (&which, rest) = from.split_first()?;
        *from = rest;
        Some(match which {
            0 => Self::Compare(Wire::take(from)?),
            1 => Self::Corpus(Wire::take(from)?),
            _ => Self::Own(Wire::take(from)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Desk;

    #[test]
    fn what_is_sent_arrives() {
        let article = Article {
            id: "é".into(),
            about: About { outlet: Some("Example Times".into()), ..About::default() },
            text: "Police said that 12 passengers drowned.".into(),
        };
        let mut desk = Desk::default();
        for request in [
            Request::Own(vec![article.clone()]),
            Request::Corpus(vec![article.clone(), article.clone()]),
            Request::Compare(article),
        ] {
            let bytes = request.to_bytes();
            let mut rest = bytes.as_slice();
            assert_eq!(Request::take(&mut rest).as_ref(), Some(&request));
            assert!(rest.is_empty());
            if let Some(answer) = desk.ask(request) {
                assert_eq!(Sheet::take(&mut answer.sheet.to_bytes().as_slice()), Some(answer.sheet));
            }
        }
    }

    #[test]
    fn what_is_cut_short_is_nothing() {
        let bytes = Request::Own(vec![Article::default()]).to_bytes();
        for end in 0..bytes.len() {
            assert_eq!(Request::take(&mut &bytes[..end]), None);
        }
    }
}
