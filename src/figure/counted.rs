//! What a number counts: the noun group after it, or the one before it ("troops numbering 12,000").

use super::reader::Reader;
use super::value::{Form, Number};
use crate::letters;
use crate::lexicon::{Class, word};
use crate::text::{Kind, Span, Tag, lemma};

/// A counted noun group.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Counted {
    pub(super) span: Span,
    /// The head noun in singular, with what names its kind.
    pub(super) unit: String,
    /// The token after it.
    pub(super) end: usize,
}

/// A noun group has no more words than this.
const LONGEST: usize = 12;

/// The noun group after a number that ends before `at`.
pub(super) fn after(r: &Reader<'_, '_>, at: usize, number: &Number) -> Option<Counted> {
    if r.is_joint(at) {
        return joined(r, at + 1);
    }
    let share = number.form == Form::Share;
    let mut from = at;
    if r.says(from, word::OF) {
        from += 1;
        // "half of all cases", "three of its ships"
        while from < at + 4
            && (r.tag(from).is_some_and(|tag| matches!(tag, Tag::DT | Tag::PDT | Tag::PRPS))
                || r.says_any(from, &[word::THOSE, word::THESE, word::THEM, word::ALL]))
        {
            from += 1;
        }
    }
    // "300 of the city's 4,200 teachers"
    if from > at {
        let owner = (from..from + 5).find(|&at| !r.tag(at).is_some_and(Tag::is_noun));
        let owned = owner.filter(|&at| r.tag(at) == Some(Tag::POS)).map_or(from, |at| at + 1);
        let whole = owned.min(r.end);
        // "112 of the 200 seats"
        let end = super::value::number(r, whole, false).map_or(whole, |number| number.end);
        if end > whole {
            from = end;
        }
    }
    if share && from == at {
        while from < at + 3 && r.tag(from).is_some_and(|tag| matches!(tag, Tag::DT | Tag::PDT | Tag::PRPS)) {
            from += 1;
        }
    }
    // "passed the 100,000 mark"
    group(r, from).filter(|group| !matches!(group.unit.as_str(), "mark" | "milestone" | "threshold"))
}

/// Whether a group names what some counted things are of: "14 counts, |nine| of wire fraud".
pub(super) fn is_matter(r: &Reader<'_, '_>, at: usize, number: &Number, group: &Counted) -> bool {
    let whole = !matches!(number.form, Form::Vague | Form::Share) && number.low.value() > 1.0;
    whole
        && r.says(at, word::OF)
        && r.tag(group.end - 1) == Some(Tag::NN)
        && r.token(at + 1).is_some_and(|first| first.span.start == group.span.start)
}

/// "brings to 1,537 |the number of patients|"
pub(super) fn number_of(r: &Reader<'_, '_>, at: usize) -> Option<Counted> {
    let said = r.says(at, word::THE) && r.says(at + 1, word::NUMBER) && r.says(at + 2, word::OF);
    group(r, at + 3).filter(|_| said)
}

/// `10|-|member council`: what the hyphen joins is counted.
fn joined(r: &Reader<'_, '_>, at: usize) -> Option<Counted> {
    let word = r.token(at)?;
    if !matches!(word.tag, Tag::NN | Tag::NNS | Tag::JJ | Tag::NNP) || !word.first.is_alphabetic() {
        return None;
    }
    let whole = group(r, at)?;
    let unit = letters::lower(&lemma(r.surface(at), word.tag));
    Some(Counted { unit, ..whole })
}

/// The noun group that begins at a token.
pub(super) fn group(r: &Reader<'_, '_>, start: usize) -> Option<Counted> {
    // "rose to 15 overnight"
    if r.says_any(start, &[word::OVERNIGHT, word::APIECE, word::EACH, word::MEANS, word::REMAINS])
        || r.reads_any(start, &["worldwide", "nationwide"])
    {
        return None;
    }
    if helps(r, start) {
        return None;
    }
    let mut head = None;
    let mut at = start;
    while at < start + LONGEST && !r.in_date(at) {
        let Some(tag) = r.tag(at) else { break };
        let go = match tag {
            Tag::NN | Tag::NNP | Tag::NNS | Tag::NNPS => true,
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::VBG => {
                head.is_none_or(|_| joins_noun(r, at) || r.is_joint(at - 1))
            }
            Tag::RB | Tag::RBR | Tag::RBS => {
                // "14 first-team players"
                head.is_none()
                    && (at == start && r.says_any(at, &[word::MORE, word::FEWER])
                        || before_adjective(r, at)
                        || r.is_joint(at + 1))
            }
            // "500 coal- and gas-fired plants"
            _ if at > start && r.is_dash(at) && r.is_glued(at) && r.tag(at + 1) == Some(Tag::CC) => true,
            _ if at > start && r.is_joint(at) => true,
            // "24,000 20-foot containers", "9,000 5 litre cans"
            Tag::CD => {
                at > start && r.is_joint(at - 1)
                    || at == start
                        && (r.is_joint(at + 1) || r.tag(at + 2) == Some(Tag::NNS) && r.unit(at + 1).is_some())
            }
            Tag::CC => between_modifiers(r, at, start) || at > start && r.is_dash(at - 1),
            Tag::POS => head.is_some() && r.tag(at + 1).is_some_and(Tag::is_noun),
            Tag::OpenQuote | Tag::CloseQuote => head.is_none() && at == start,
            _ => false,
        };
        if !go {
            match aside(r, at).filter(|_| at > start && head.is_none_or(|head| r.tag(head) != Some(Tag::NNS))) {
                Some(after) => at = after,
                None => break,
            }
            continue;
        }
        if tag.is_noun() {
            head = Some(at);
            if (matches!(tag, Tag::NNS | Tag::NNPS) || r.says(at, word::PEOPLE))
                && r.tag(at + 1).is_none_or(|next| next != Tag::NNS)
                && !r.is_joint(at + 1)
                // "four plain-clothes officers"
                && !(at > start && r.is_joint(at - 1) && r.tag(at + 1).is_some_and(Tag::is_noun))
                && !(r.is_dash(at + 1) && r.is_glued(at + 1) && r.tag(at + 2) == Some(Tag::CC))
            {
                break;
            }
        }
        at += 1;
    }
    let head = head?;
    // "leaves 14 dead"
    if head == start && r.tag(head) == Some(Tag::NN) && r.is(head, Class::Victim) {
        return Some(Counted { span: r.span(start..head + 1), unit: "person".into(), end: head + 1 });
    }
    // "a 12 page report" counts pages
    let adjective = start < head
        && [start, head].iter().all(|&at| r.tag(at) == Some(Tag::NN))
        && start.checked_sub(1).is_some_and(|at| r.kind(at) == Some(Kind::Number) && r.surface(at) != "1");
    let last = if adjective { start } else { head };
    Some(Counted { span: r.span(start..head + 1), unit: unit(r, start, last), end: head + 1 })
}

/// Whether a word is a helping verb, whatever its tag: "1,100 |have| registered".
pub(super) fn helps(r: &Reader<'_, '_>, at: usize) -> bool {
    r.says_any(at, &[word::HAVE, word::HAS, word::HAD, word::WERE, word::WAS, word::ARE, word::IS, word::WILL])
}

/// Whether an adjective after a noun still stands before another noun: "army special forces", "North Korean
/// military personnel".
fn joins_noun(r: &Reader<'_, '_>, at: usize) -> bool {
    let run = (at..at + 4).find(|&at| r.tag(at) != Some(Tag::JJ));
    run.is_some_and(|next| next > at && r.tag(next).is_some_and(Tag::is_noun))
}

/// The token after what stands in brackets inside a group: "DPRK [North Korean] soldiers".
fn aside(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let open = r.is_mark(at, '[') || r.is_mark(at, '(');
    let close = (at + 1..at + 5).find(|&at| r.is_mark(at, ']') || r.is_mark(at, ')')).filter(|_| open)?;
    matches!(r.tag(close + 1), Some(Tag::NNS | Tag::NN)).then_some(close + 1)
}

fn before_adjective(r: &Reader<'_, '_>, at: usize) -> bool {
    r.tag(at + 1).is_some_and(|tag| matches!(tag, Tag::JJ | Tag::VBN))
}

/// Whether a conjunction joins two modifiers of one noun: "digital and physical sales".
fn between_modifiers(r: &Reader<'_, '_>, at: usize, start: usize) -> bool {
    let before = at > start && r.tag(at - 1).is_some_and(|tag| matches!(tag, Tag::JJ | Tag::NN | Tag::NNP | Tag::VBN));
    let after = r.tag(at + 1).is_some_and(|tag| matches!(tag, Tag::JJ | Tag::NN | Tag::NNP | Tag::VBN));
    let noun = (at + 2..at + 4).any(|at| matches!(r.tag(at), Some(Tag::NNS | Tag::NNPS)));
    before && after && noun && r.says(at, word::AND)
}

/// The unit that a noun group names: its head in singular, with the nouns and adjectives before it.
pub(super) fn unit(r: &Reader<'_, '_>, start: usize, head: usize) -> String {
    let mut name = String::new();
    // "coal- and | gas-fired plants"
    let hung = (start..head).find(|&at| r.is_dash(at) && r.tag(at + 1) == Some(Tag::CC));
    for at in hung.map_or(start, |at| at + 2)..head {
        let Some(token) = r.token(at) else { continue };
        let kind = token.tag.is_noun()
            || matches!(token.tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::VBG)
            || token.is_dash()
            || r.is_joint(at + 1)
            || (at > start && r.is_joint(at - 1));
        if kind && !token.is(Class::More) {
            if !name.is_empty() && !name.ends_with('-') && !token.is_dash() {
                name.push(' ');
            }
            name.push_str(&letters::lower(r.surface(at)));
        }
    }
    // a plural that no list knows may have any tag
    let surface = r.surface(head);
    let plural = surface.len() > 3
        && surface.ends_with('s')
        && !["ss", "us", "is", "as"].iter().any(|end| surface.ends_with(end))
        && !r.word(head).is_known();
    let tag = r.tag(head).filter(|&tag| tag != Tag::NNPS && !plural).unwrap_or(Tag::NNS);
    let singular = letters::lower(&lemma(r.surface(head), tag));
    let name = name.trim_matches('-').trim();
    if name.is_empty() { singular } else { format!("{name} {singular}") }
}

/// What the subject counts: "the number of cases rose to 12", "the death toll stands at 51".
pub(super) fn told(r: &Reader<'_, '_>, start: usize) -> Option<Counted> {
    const REACH: usize = 12;
    let last = start.checked_sub(1)?;
    if !r.tag(last).is_some_and(Tag::is_verb)
        && !r.reads_any(
            last,
            &["to", "at", "by", "from", "hits", "nears", "tops", "passes", "pass", "top", "hit", "the"],
        )
    {
        return None;
    }
    for at in (start.saturating_sub(REACH).max(r.start)..last).rev() {
        if r.says(at, word::TOLL) {
            return Some(Counted { span: r.span(at..at + 1), unit: "death".into(), end: start });
        }
        if r.is(at, Class::Told) {
            return Some(Counted { span: r.span(at..at + 1), unit: unit(r, at, at), end: start });
        }
        if r.says(at, word::POPULATION) && r.tag(at.wrapping_sub(1)) != Some(Tag::NN) {
            return Some(Counted { span: r.span(at..at + 1), unit: "person".into(), end: start });
        }
        if r.says(at, word::NUMBER) && r.says(at + 1, word::OF) {
            let from = at + 2 + usize::from(r.tag(at + 2) == Some(Tag::DT));
            return group(r, from).filter(|group| group.end < start);
        }
        if matches!(r.tag(at), Some(Tag::WDT | Tag::WP | Tag::WRB))
            || r.says_any(at, &[word::AS, word::WHILE, word::WITH])
            || r.reads(at, ";")
        {
            return None;
        }
    }
    None
}

/// The noun that stands before a number: "troops numbering 12,000", "a force of 11,000".
pub(super) fn before(r: &Reader<'_, '_>, start: usize) -> Option<Counted> {
    let at = start.checked_sub(1).filter(|&at| at > r.start)?;
    if !(r.says_any(at, &[word::NUMBERING, word::NUMBERED, word::OF, word::TOTALING]) || r.reads(at, "totalling")) {
        return None;
    }
    let head = at - 1;
    if !r.tag(head).is_some_and(|tag| matches!(tag, Tag::NN | Tag::NNS))
        || r.says(at, word::OF) && !r.is(head, Class::Band)
    {
        return None;
    }
    let mut first = head;
    while first > r.start
        && head - first < LONGEST
        && r.tag(first - 1).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::CD))
    {
        first -= 1;
    }
    Some(Counted { span: r.span(first..head + 1), unit: unit(r, first, head), end: head + 1 })
}
