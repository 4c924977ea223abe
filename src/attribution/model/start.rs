//! Where a cue may begin, and how long it is.

use crate::attribution::content::{self, Follows};
use crate::lexicon::lexicon;
use crate::text::Tag;

use super::cell::Facts;
use super::feature::{Features, mix};
use super::scene::Scene;

/// The longest cue, in tokens.
pub(crate) const LONGEST: usize = 10;

/// Whether a cue may begin at a token.
pub(crate) fn may_begin(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    let cell = scene.cell(at, 0);
    let Some(tag) = scene.page.tag(at) else { return false };
    // `Edward Said` says nothing.
    if cell.name != 0 && scene.cell(at, -1).name != 0 {
        return false;
    }
    match tag {
        Tag::MD | Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ | Tag::TO => {
            scene.page.verb(at).is_none_or(|verb| verb.tokens.start == at || verb.head == at) || cell.prior > 4
        }
        Tag::RB => scene.page.verb(at + 1).is_some() || cell.prior > 4,
        _ => cell.prior > 1 || cell.takes != 0,
    }
}

/// What kind of statement follows a cue that ends here, and whether right behind it.
fn ahead(scene: &Scene<'_, '_, '_>, next: usize, main: &Facts) -> u32 {
    if main.prior < 2 && main.takes == 0 {
        return 0;
    }
    let end = scene.sentence_of(next.saturating_sub(1)).end;
    let (kind, at) = match content::follows(scene.page, next, end, main.takes & 3 != 0) {
        Follows::Quotation(at) => (1, at),
        Follows::Clause(at) => (2, at),
        Follows::Noun(at) => (3, at),
        Follows::Infinitive(at) => (4, at),
        Follows::Colon(at) => (5, at),
        Follows::Nothing(at) => (6, at),
    };
    kind * 4 + at.saturating_sub(next).min(3) as u32
}

/// Features of a cue that begins at a token.
pub(crate) fn features(scene: &Scene<'_, '_, '_>, at: usize, out: &mut impl Features) {
    let page = scene.page;
    let head = scene.head(at);
    let next = page.verb(head).map_or(head + 1, |verb| verb.tokens.end.max(head + 1));
    let c = |offset: isize| scene.cell(at, offset);
    let n = |offset: isize| scene.cell(next, offset);
    let main = scene.cell(head, 0);
    let (lemma, prior) = (main.lemma, main.prior * 64 + main.tag);
    let ahead = ahead(scene, next, main);
    let form = mix(c(0).group, (head - at).min(4) as u32);

    out.from(1);
    out.add(0, 0);
    out.add(main.takes, main.tag);
    out.add(form, 0);
    out.add(form, lemma);
    out.add(form, prior);
    out.add(c(0).word, 0);
    out.add(c(-1).word, 0);
    out.add(c(-2).word, 0);
    out.add(c(1).word, 0);
    out.add(c(2).word, 0);
    out.add(n(0).word, n(0).tag);
    out.add3(c(-1).tag, c(0).tag, c(1).tag);
    out.add3(c(-2).tag, c(-1).tag, c(0).tag);
    out.add3(mix(c(-3).tag, c(-2).tag), c(-1).tag, c(0).tag);
    out.add3(mix(c(-1).tag, c(0).tag), n(0).tag, n(1).tag);
    out.add(lemma, n(0).tag);
    out.add(lemma, n(0).word);
    out.add(lemma, mix(n(0).tag, n(1).tag));
    out.add(main.takes, n(0).tag);
    out.add(main.takes, n(0).word);
    out.add(lemma, c(-1).tag);
    out.add(prior, c(-1).tag);

    // What is ahead.
    out.add(ahead, lemma);
    out.add(ahead, form);

    // Quotations.
    let inside = u32::from(page.is_quoted(at));
    let closed = u32::from(page.closes_quote(at) || page.closes_quote(at.wrapping_sub(1)));
    out.add(c(0).quote, prior);
    out.add(inside, lemma);
    out.add(inside, main.takes);
    out.add(closed, lemma);
    out.add3(closed, n(0).tag, c(-1).tag);

    // What stands before: the subject.
    let subject = page.noun_before(at).or_else(|| page.noun_before(at.wrapping_sub(1)));
    let (subject, gap, start) = match subject {
        Some(group) => (scene.cell(group.head, 0), (at - group.tokens.end) as u32, group.tokens.start),
        None => (&Facts::NONE, 3, at),
    };
    out.add(subject.lemma, gap);
    out.add3(subject.name, subject.tag, lemma);
    out.add3(subject.tag, scene.cell(start, -1).word, gap);

    // What follows: the object, and what stands after it.
    let (object, past) = match page.noun_from(next) {
        Some(group) => (scene.cell(group.head, 0), group.tokens.end),
        None => (&Facts::NONE, next),
    };
    let o = |offset: isize| scene.cell(past, offset);
    out.add(object.lemma, lemma);
    out.add3(object.tag, mix(o(0).tag, o(1).tag), main.takes);
    out.add(scene.begins_clause(next), main.takes);

    // The cues before and after.
    let [left, right] =
        [scene.strong_before(at), scene.strong_after(head)].map(|strong| scene.cell(strong as usize, 0));
    out.add(left.lemma, lemma);
    out.add3(left.prior, main.takes, inside);
    out.add3(right.prior, main.takes, inside);
}

/// Features of a cue of this length.
pub(crate) fn length(scene: &Scene<'_, '_, '_>, at: usize, len: usize, out: &mut impl Features) {
    let end = at + len;
    let page = scene.page;
    let head = scene.head(at);
    let past = page.verb(head).map_or(head + 1, |verb| verb.tokens.end.max(head + 1));
    let main = scene.cell(head, 0);
    let rel = (end as i32 - past as i32 + 4).clamp(0, 12) as u32;
    let e = |offset: isize| scene.cell(end, offset);
    // Whether the lists have a phrase of this length: `ruled out`.
    let words = lexicon();
    let listed = words.reporting().verb(words.form(page.word(head)).verb, |next| page.word(head + next));
    let listed = listed.map_or(0, |(len, _)| 1 + u32::from(head + len == end) + 2 * u32::from(head + len > end));
    let noun = page.noun(end).map_or(0, |group| if group.tokens.start == end { 1 } else { 2 });
    let last = page.noun(end - 1).map_or(0, |group| if group.tokens.end == end { 1 } else { 2 });
    out.from(1);
    out.add(rel, 0);
    out.add3(noun, last, rel);
    out.add3(noun, last, main.lemma);
    out.add(listed, rel);
    out.add3(listed, e(-1).tag, e(0).tag);
    out.add(rel, main.lemma);
    out.add(rel, main.prior * 64 + main.tag);
    out.add(e(-1).word, 0);
    out.add(e(-1).tag, e(0).tag);
    out.add(e(0).word, rel);
    out.add3(e(0).group, e(-1).group, rel);
    out.add3(e(0).prior, e(-1).prior, rel);
    out.add3(main.takes, e(0).tag, rel);
    out.add3(scene.begins_clause(end), rel, e(0).tag);
}
