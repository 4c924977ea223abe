//! Cases of the text stage: tokens, sentences, quotations, blocks, tags, verb groups; and what holds for any text.

#[path = "cases/known.rs"]
mod known;

use crossread::text::{Document, Tense};
use crossread::{About, read};
use known::verdict;

/// The cases of a file: `## name`, a line of input, a line of what is expected, its parts parted by `|`.
fn check(cases: &str, found: impl Fn(&Document<'_>) -> Vec<String>) {
    let mut wrong = Vec::new();
    for case in cases.split("## ").skip(1) {
        let mut lines = case.lines();
        let name = lines.next().unwrap_or_default();
        let input = unescape(lines.next().unwrap_or_default());
        let expected = unescape(&lines.next().unwrap_or_default().replace("\\|", "\\u{0}")).replace('\0', "\\|");
        let document = Document::new(&input);
        let found = found(&document).iter().map(|part| part.replace('|', "\\|")).collect::<Vec<_>>().join("|");
        let differs = || format!("{name}\n  found {found}\n  not   {expected}");
        wrong.extend(verdict(name, if found == expected { Ok(()) } else { Err(differs()) }));
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// `\n` and `\u{...}` as the characters that they stand for.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('n') {
            out.push('\n');
            rest = after;
        } else if let Some((code, after)) = rest.strip_prefix("u{").and_then(|rest| rest.split_once('}')) {
            out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
            rest = after;
        }
    }
    out + rest
}

#[test]
fn tokens() {
    check(include_str!("cases/tokens.md"), |document| {
        document.tokens.iter().map(|token| token.span.of(document.text).to_owned()).collect()
    });
}

#[test]
fn sentences() {
    check(include_str!("cases/sentences.md"), |document| {
        document.sentences.iter().map(|sentence| document.slice(sentence.span).to_owned()).collect()
    });
}

/// A nested quotation is set in by two blanks; three points follow one that isn't closed.
#[test]
fn quotes() {
    check(include_str!("cases/quotes.md"), |document| {
        let show = |quote: &crossread::text::Quote| {
            let (nested, open) = (if quote.nested { "  " } else { "" }, if quote.closed { "" } else { " ..." });
            format!("{nested}{}{open}", document.slice(quote.span))
        };
        document.quotes.iter().map(show).collect()
    });
}

#[test]
fn blocks() {
    check(include_str!("cases/blocks.md"), |document| {
        document.blocks.iter().map(|block| format!("{:?} {}", block.kind, document.slice(block.span))).collect()
    });
}

#[test]
fn tags() {
    check(include_str!("cases/tags.md"), |document| {
        let tags: Vec<&str> = document.tokens.iter().map(|token| token.tag.as_str()).collect();
        vec![tags.join(" ")]
    });
}

#[test]
fn verbs() {
    check(include_str!("cases/verbs.md"), |document| {
        let show = |group: &crossread::text::VerbGroup| {
            let mut shown = format!("{} {:?}", document.slice(document.span(group.tokens.clone())), group.tense);
            for (holds, word) in [(group.passive, "passive"), (group.negated, "negated")] {
                if holds {
                    shown = format!("{shown} {word}");
                }
            }
            match group.modal.filter(|_| group.tense != Tense::Future) {
                Some(modal) => format!("{shown} {}", document.word(modal)),
                None => shown,
            }
        };
        document.verb_groups.iter().map(show).collect()
    });
}

#[test]
fn the_innermost_quotation_is_found_by_offset() {
    let text = "He: \"a 'b' c 'd' e\" f";
    let document = Document::new(text);
    let at = |part: &str| {
        let offset = text.find(part).expect("the part is in the text") as u32;
        document.quote_at(offset).map(|quote| document.slice(quote.span))
    };
    assert_eq!(at("b'"), Some("'b'"));
    assert_eq!(at("c "), Some("\"a 'b' c 'd' e\""));
    assert_eq!(at("e\""), Some("\"a 'b' c 'd' e\""));
    assert_eq!(at("f"), None);
}

/// Numbers that look random and are always the same (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// Any characters, and many of those that the rules look at.
fn any_text(dice: &mut Dice) -> String {
    const PARTS: [&str; 60] = [
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\t",
        ".",
        ",",
        "...",
        "!",
        "?",
        "\"",
        "'",
        "\u{201c}",
        "\u{201d}",
        "\u{2018}",
        "\u{2019}",
        "\u{ab}",
        "\u{bb}",
        "\u{201e}",
        "(",
        ")",
        "[",
        "-",
        "--",
        "\u{2014}",
        "@",
        "#",
        "$",
        "%",
        "&",
        "/",
        "://",
        "www.",
        ".com",
        "U.S.",
        "Nov.",
        "No.",
        "n't",
        "'s",
        "'90s",
        "10,000",
        "1.5",
        "\u{a0}",
        "\u{202f}",
        "\u{ad}",
        "\u{200b}",
        "\u{301}",
        "\u{1f600}",
        "\u{4e2d}\u{6587}\u{3002}",
        "Tumblr",
        "TumblrThe",
        "said",
        "Kyiv",
        "The",
        "\u{e9}",
        "\u{130}",
        "\u{df}",
        "percent",
        "Photo: ",
    ];
    let mut text = String::new();
    for _ in 0..dice.below(60) {
        if dice.below(12) == 0 {
            text.extend(char::from_u32(dice.below(0x11_0000) as u32));
        } else {
            text.push_str(PARTS[dice.below(PARTS.len())]);
        }
    }
    text
}

#[test]
fn any_text_is_read_with_sound_spans_and_alike_twice() {
    let mut dice = Dice(0x5eed);
    for _ in 0..4000 {
        let text = any_text(&mut dice);
        let document = Document::new(&text);
        let mut end = 0;
        for token in &document.tokens {
            assert!(token.span.start >= end && token.span.start < token.span.end, "tokens of {text:?}");
            assert!(text.get(token.span.range()).is_some(), "a token inside a character of {text:?}");
            end = token.span.end;
        }
        let mut next = 0;
        for sentence in &document.sentences {
            assert_eq!(sentence.tokens.start, next, "sentences of {text:?}");
            assert!(document.block_of(sentence).span.contains(sentence.span), "a sentence leaves its block: {text:?}");
            next = sentence.tokens.end;
        }
        assert_eq!(next, document.tokens.len(), "the sentences cover {text:?}");
        for quote in &document.quotes {
            assert!(quote.span.contains(quote.content) && text.get(quote.span.range()).is_some(), "quotes of {text:?}");
        }
        let reading = read(&text, &About::default());
        assert!(reading.figures.iter().all(|figure| text.get(figure.span.range()).is_some()), "figures of {text:?}");
        assert_eq!(reading, read(&text, &About::default()), "{text:?}");
    }
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    let texts = ["\"a", "\u{201c}", "'", "TumblrThe ", "a.", "word ", "9", "@", "(", "(Photo) ", "Nov. ", "\u{2019}s "];
    for part in texts {
        let text = part.repeat(100_000);
        let started = std::time::Instant::now();
        let document = Document::new(&text);
        assert!(!document.tokens.is_empty());
        assert!(started.elapsed().as_secs() < 10, "{part:?} 100,000 times");
    }
}
