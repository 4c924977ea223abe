//! What is said: where its pieces before and after the cue may begin and end.

use std::ops::Range;

use crate::attribution::content::{self, Follows};
use crate::text::{Tag, Token};

use super::cell::Facts;
use super::feature::{Features, mix};
use super::scene::{NONE, Scene, steps};

/// How many places are looked at.
const MOST: usize = 16;

/// The longest piece, in tokens: what costs a token costs it a bounded number of times.
const LONGEST: usize = 600;

/// The cue and source whose content is looked for.
#[derive(Clone, Debug)]
pub(crate) struct Core {
    pub(crate) cue: Range<usize>,
    /// Empty where there is none.
    pub(crate) source: Range<usize>,
    /// The piece before the cue; empty where there is none or it isn't known yet.
    pub(crate) left: Range<usize>,
}

impl Core {
    fn start(&self) -> usize {
        if self.source.is_empty() { self.cue.start } else { self.cue.start.min(self.source.start) }
    }

    fn end(&self) -> usize {
        if self.source.is_empty() || self.source.start > self.cue.end + 3 {
            self.cue.end
        } else {
            self.cue.end.max(self.source.end)
        }
    }
}

/// Which edge of which piece is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Edge {
    /// The end of the piece before the cue.
    LeftEnd,
    /// Its start.
    LeftStart,
    /// The start of the piece after the cue.
    RightStart,
    /// Its end.
    RightEnd,
}

/// The empty place: no such piece.
pub(crate) const NO_PIECE: usize = usize::MAX;

fn push(scene: &Scene<'_, '_, '_>, found: &mut Vec<usize>, at: usize, start: bool) {
    // A place stands for all that only punctuation parts from it.
    let at = if start { scene.past_marks(at) } else { scene.before_marks(at) };
    if !found.contains(&at) {
        found.push(at);
    }
}

#[allow(clippy::too_many_lines, reason = "one arm for each edge")]
/// The places where an edge may be; `from` is the other edge of the piece where it is known. Gives the place that
/// grammar would have it at.
pub(crate) fn candidates(
    scene: &Scene<'_, '_, '_>,
    core: &Core,
    edge: Edge,
    from: usize,
    found: &mut Vec<usize>,
) -> Hint {
    found.clear();
    let hint = hint(scene, core, edge, from);
    let page = scene.page;
    let sentence = scene.sentence_of(core.cue.start);
    match edge {
        Edge::LeftEnd => {
            found.push(NO_PIECE);
            let start = core.start();
            let lowest = sentence.start.max(start.saturating_sub(12));
            push(scene, found, start, false);
            push(scene, found, core.cue.start, false);
            for at in (lowest..start).rev() {
                if found.len() >= 7 {
                    break;
                }
                let edge =
                    page.closes_quote(at + 1) || page.is_mark(at, ',') || page.token(at).is_some_and(Token::is_dash);
                if edge || matches!(page.tag(at), Some(Tag::IN | Tag::CC | Tag::RB | Tag::WP | Tag::WDT)) {
                    push(scene, found, at, false);
                }
            }
            // The end of the sentence before: a quotation of its own.
            if start <= sentence.start + 1 && sentence.start > 0 {
                push(scene, found, sentence.start, false);
            }
        }
        Edge::LeftStart => {
            let own = scene.sentence_of(from.saturating_sub(1));
            push(scene, found, own.start, true);
            // The quotation that ends here, from its beginning.
            if let Some(quote) = page.quote(from).or_else(|| page.quote(from.saturating_sub(1))) {
                let start = page.tokens_of(quote.span).start;
                push(scene, found, start, true);
                push(scene, found, scene.sentence_of(start).start, true);
            }
            let lowest = own.start.max(from.saturating_sub(60));
            for at in (lowest..from.saturating_sub(1)).rev() {
                if found.len() >= MOST {
                    break;
                }
                if breaks(scene, at) {
                    push(scene, found, at + 1, true);
                }
                if page.opens_quote(at) || page.text(at) == "that" || page.tag(at) == Some(Tag::TO) {
                    push(scene, found, at, true);
                }
            }
            found.retain(|&at| at < from && from - at <= LONGEST);
        }
        Edge::RightStart => {
            found.push(NO_PIECE);
            if hint.place != NO_PIECE {
                push(scene, found, hint.place, true);
            }
            push(scene, found, core.cue.end, true);
            push(scene, found, core.end(), true);
            let highest = sentence.end.min(core.cue.end + 24);
            // The quotation that goes on in the next sentence.
            if highest == sentence.end && page.opens_quote(highest) {
                push(scene, found, highest, true);
            }
            for at in core.cue.end..highest {
                if found.len() >= MOST {
                    break;
                }
                let starts = page.opens_quote(at)
                    || matches!(
                        page.text(at),
                        "that" | "whether" | "if" | "as" | "about" | "of" | "for" | "with" | "by" | "on"
                    )
                    || matches!(page.tag(at), Some(Tag::TO | Tag::WP | Tag::WRB | Tag::WDT))
                    || page.verb(at).is_some_and(|verb| verb.tokens.start == at);
                if starts {
                    push(scene, found, at, true);
                }
                let ends = page.noun(at).is_some_and(|group| group.tokens.end == at + 1)
                    || page.is_mark(at, ',')
                    || page.is_mark(at, ':')
                    || matches!(page.text(at), "that" | "as" | "about" | "of" | "for" | "on");
                if ends && at + 1 < sentence.end {
                    push(scene, found, at + 1, true);
                }
            }
            let ahead = scene.same_block(sentence.end);
            found.retain(|&at| at == NO_PIECE || at >= core.cue.end && (ahead || at < sentence.end));
        }
        Edge::RightEnd => {
            let own = scene.sentence_of(from);
            push(scene, found, hint.place, false);
            push(scene, found, own.end, false);
            // The quotation it begins with or stands in.
            for at in [from, from.wrapping_sub(1)] {
                if let Some(quote) = page.quote(at) {
                    push(scene, found, page.tokens_of(quote.span).end, false);
                }
            }
            let highest = own.end.min(from + 80);
            for at in from + 1..highest {
                if found.len() >= MOST {
                    break;
                }
                if breaks(scene, at) || page.closes_quote(at) {
                    push(scene, found, at, false);
                }
            }
            found.retain(|&at| at > from && at - from <= LONGEST);
        }
    }
    hint
}

/// Where grammar has an edge.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hint {
    /// The place; [`NO_PIECE`] where grammar says nothing.
    place: usize,
    /// What kind of statement follows the cue.
    kind: u32,
}

/// Where grammar has an edge: what follows the cue, and how far it runs on.
fn hint(scene: &Scene<'_, '_, '_>, core: &Core, edge: Edge, from: usize) -> Hint {
    let page = scene.page;
    match edge {
        Edge::LeftEnd | Edge::RightStart => {
            let addressee = scene.cell(scene.head(core.cue.start), 0).takes & 3 != 0;
            let end = scene.sentence_of(core.cue.start).end;
            let (place, kind) = match content::follows(page, core.end(), end, addressee) {
                Follows::Nothing(at) => return Hint { place: NO_PIECE, kind: 1 + u32::from(page.is_finite(at + 1)) },
                Follows::Quotation(at) => (at, 3),
                Follows::Clause(at) => (at, 4),
                Follows::Noun(at) => (at, 5),
                // `urged both sides to meet`
                Follows::Infinitive(at) if at > core.end() => (core.end(), 8),
                Follows::Infinitive(at) => (at, 6),
                Follows::Colon(at) => (at, 7),
            };
            Hint { place: scene.past_marks(place), kind }
        }
        Edge::RightEnd => {
            let opened = from.checked_sub(1).filter(|&mark| page.opens_quote(mark));
            let clause = opened.is_some()
                || matches!(page.text(from), "that" | "whether" | "if")
                || scene.begins_clause(from) != 0
                || matches!(page.tag(from), Some(Tag::WP | Tag::WRB));
            let start = opened.unwrap_or(from);
            let run = content::run(page, start, scene.sentence_of(from).end, clause);
            Hint { place: scene.trim(start..run.end).end, kind: 0 }
        }
        Edge::LeftStart => Hint { place: NO_PIECE, kind: 0 },
    }
}

/// Whether a token parts clauses or phrases.
fn breaks(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    let page = scene.page;
    let Some(token) = page.token(at) else { return false };
    matches!(token.first, ',' | ';' | ':' | '(' | ')') && token.kind == crate::text::Kind::Punctuation
        || token.is_dash() && token.spaced
        || matches!(token.tag, Tag::CC | Tag::WDT | Tag::WP | Tag::WRB)
        || token.tag == Tag::IN && page.noun(at).is_none() && page.text(at) != "of"
        || page.verb(at).is_some_and(|verb| verb.tokens.start == at && page.tag(at) != Some(Tag::TO))
        || token.tag == Tag::RB && page.noun(at).is_none()
        || page.noun_from(at).is_some_and(|group| page.is_time(group))
}

/// An edge that is looked for, with what is the same for all its places.
pub(crate) struct Sought<'s, 'p, 'd, 't> {
    scene: &'s Scene<'p, 'd, 't>,
    core: &'s Core,
    edge: Edge,
    /// The other edge of the piece where it is known.
    from: usize,
    hint: Hint,
    main: &'s Facts,
    before_core: &'s Facts,
    after_cue: &'s Facts,
    sentence: Range<usize>,
    /// Whether the source stands before the cue, after it, or nowhere.
    order: u32,
    has_left: u32,
}

impl<'s, 'p, 'd, 't> Sought<'s, 'p, 'd, 't> {
    pub(crate) fn new(scene: &'s Scene<'p, 'd, 't>, core: &'s Core, edge: Edge, from: usize, hint: Hint) -> Self {
        let order = if core.source.is_empty() {
            0
        } else if core.source.start < core.cue.start {
            1
        } else {
            2
        };
        Self {
            scene,
            core,
            edge,
            from,
            hint,
            main: scene.cell(scene.head(core.cue.start), 0),
            before_core: scene.cell(core.start(), -1),
            after_cue: scene.cell(core.cue.end, 0),
            sentence: scene.sentence_of(core.cue.start),
            order,
            has_left: u32::from(!core.left.is_empty()),
        }
    }

    /// How a place agrees with grammar's.
    fn agrees(&self, at: usize) -> u32 {
        let Hint { place, kind } = self.hint;
        let agrees = if place == NO_PIECE {
            0
        } else {
            1 + u32::from(at == place) + 2 * u32::from(at != NO_PIECE && at > place)
        };
        agrees + kind * 4
    }

    /// Features of there being no such piece.
    fn nowhere(&self, out: &mut impl Features) {
        let Self { scene, core, main, before_core, after_cue, order, has_left, .. } = *self;
        let ahead = scene.cell(core.end(), 0);
        out.from(1);
        out.add(self.agrees(NO_PIECE), order);
        out.add(before_core.tag, before_core.word);
        out.add3(before_core.quote, before_core.tag, after_cue.tag);
        out.add(after_cue.tag, after_cue.word);
        out.add3(after_cue.tag, order, has_left);
        out.add3(main.tag, order, has_left);
        out.add(main.takes, has_left);
        out.add3(ahead.word, scene.cell(core.end(), 1).quote, has_left);
        out.add3(ahead.tag, scene.cell(core.end(), 1).tag, has_left);
        out.add3(steps(self.sentence.end.saturating_sub(core.end())), has_left, ahead.tag);
        out.add3(before_core.tag, before_core.quote, main.tag);
        out.add3(self.agrees(NO_PIECE), before_core.quote, has_left);
        out.add3(u32::from(scene.quote_after(core.cue.end.saturating_sub(1)) != NONE), has_left, order);
    }

    /// Features of the edge at a place.
    pub(crate) fn features(&self, at: usize, out: &mut impl Features) {
        if at == NO_PIECE { self.nowhere(out) } else { self.somewhere(at, out) }
    }

    /// Features of all edges of this kind at a token.
    fn of_token(&self, at: usize, out: &mut impl Features) {
        let scene = self.scene;
        let (b0, b1, before) = (scene.cell(at, 0), scene.cell(at, 1), scene.cell(at, -1));
        let (clause, next_clause) = (scene.begins_clause(at), scene.begins_clause(at + 1));
        let to_quote = far(scene.quote_after(at.saturating_sub(1)), at);
        out.from(14);
        out.add(b0.tag, 0);
        out.add(b0.word, 0);
        out.add(before.tag, 0);
        out.add(before.word, 0);
        out.add3(scene.cell(at, -2).tag, before.tag, b0.tag);
        out.add(b0.word, b1.word);
        out.add3(clause, next_clause, b0.tag);
        out.add3(clause, next_clause, b0.word);
        out.add(before.word, b0.word);
        out.add3(b0.prior, b1.prior, mix(b0.tag, b1.tag));
        out.add3(to_quote, b0.tag, self.side());
    }

    /// On which side of the cue the piece is.
    fn side(&self) -> u32 {
        if matches!(self.edge, Edge::LeftEnd | Edge::LeftStart) { 1 } else { 2 }
    }

    /// What stands at a token of a quotation.
    fn here(&self, at: usize) -> u32 {
        let page = self.scene.page;
        if (at..=at + 2).any(|at| page.closes_quote(at)) {
            1
        } else if page.opens_quote(at) || page.opens_quote(at.wrapping_sub(1)) {
            2
        } else {
            3 * u32::from(page.is_quoted(at))
        }
    }

    /// Features of the edge at a token.
    fn somewhere(&self, at: usize, out: &mut impl Features) {
        let Self { scene, core, edge, from, main, before_core, after_cue, order, has_left, .. } = *self;
        out.once(at, |out| self.of_token(at, out));
        // For an end, the marks that follow; for a start, those before.
        let (span, gap) = match edge {
            Edge::LeftEnd => (at..core.start().max(at), steps(core.start().saturating_sub(at))),
            Edge::LeftStart => (at..from.max(at), steps(from.saturating_sub(at))),
            Edge::RightStart => (core.cue.end..at.max(core.cue.end), steps(at.saturating_sub(core.cue.end))),
            Edge::RightEnd => (from..at.max(from), steps(at.saturating_sub(from))),
        };
        let past_source = u32::from(!core.source.is_empty() && at >= core.source.end);
        let counts = scene.counts_in(span);
        let (finite, commas) = (counts.finite.min(3), counts.commas.min(3));
        let own =
            scene.sentence_of(if matches!(edge, Edge::LeftEnd | Edge::RightEnd) { at.saturating_sub(1) } else { at });
        let starts_sentence = u32::from(at <= own.start + 1);
        let ends_sentence = u32::from(at + 2 >= own.end);
        let other = u32::from(own != self.sentence);
        let here = self.here(at);
        let clause = scene.begins_clause(at);
        let back = steps(at.saturating_sub(own.start));
        let beside = if self.side() == 1 { own.start..at } else { at..own.end };
        let finite_left = scene.finite_in(beside).min(2);
        let (b0, b1, before) = (scene.cell(at, 0), scene.cell(at, 1), scene.cell(at, -1));
        let ends = ends_sentence * 2 + starts_sentence;
        let to_strong = far(scene.strong_after(at.saturating_sub(1)), at);
        let to_quote = far(scene.quote_after(at.saturating_sub(1)), at);
        let agrees = self.agrees(at);
        out.from(25);
        out.add(agrees, main.lemma);
        out.add3(agrees, before_core.tag, b0.tag);
        out.add3(agrees, b0.tag, before.tag);
        out.add3(agrees, here, self.side());
        out.add3(agrees, gap, ends);
        out.add3(gap, finite, commas);
        out.add3(b0.word, finite, here);
        out.add3(b0.tag, main.lemma, finite.min(1));
        out.add3(b0.tag, main.takes, finite.min(1));
        out.add3(main.lemma, here, ends);
        out.add3(here, ends, other);
        out.add3(here, finite, finite_left);
        out.add3(starts_sentence, finite, back);
        out.add3(ends_sentence, finite, steps(own.end.saturating_sub(at)));
        out.add(gap, 0);
        out.add3(clause, past_source, gap);
        out.add3(clause, before.tag, main.takes);
        out.add3(past_source, order, gap);
        out.add3(past_source, b0.tag, main.lemma);
        out.add3(past_source, b0.tag, before.tag);
        out.add3(b0.group, before.group, finite);
        out.add3(b0.prior, b1.prior, finite);
        out.add3(finite_left, b0.tag, clause);
        out.add3(scene.cell(from, 0).word, finite, ends);
        out.add3(has_left, here, ends_sentence);
        out.add3(has_left, gap, order);
        out.add3(before_core.tag, before_core.quote, here);
        out.add3(after_cue.tag, b0.tag, gap);
        out.add3(main.tag, main.group, ends);
        out.add3(to_strong, b0.tag, finite.min(1));
        out.add3(to_quote, main.takes, past_source);
    }
}

/// How far behind a token the next one of a kind stands, in steps.
fn far(next: u32, at: usize) -> u32 {
    if next == NONE { 15 } else { steps((next as usize).saturating_sub(at)) }
}
