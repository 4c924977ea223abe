//! What the page is in, and what happens when: no document in sight.

use std::sync::Arc;

use super::{MarkKind, Request, Sheet, words};
use crate::corpus::Article;
use crate::reading::{About, Doubt};

/// The most that is read of what is pasted, in bytes: some 170,000 words, more than any article or long report;
/// beyond it a page of text is no longer pleasant to scroll on a phone.
pub const MOST_BYTES: usize = 1_000_000;

/// What the page is in.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
    /// Whether an article is shown; the text area is, where it is not.
    pub shown: bool,
    /// What is waited for.
    pub wait: Wait,
    /// The article as it was pasted, cut at [`MOST_BYTES`].
    pub text: String,
    /// Its outlet as the reader gives it; empty for a guess.
    pub outlet: String,
    /// Its date as the reader gives it; empty for a guess.
    pub published: String,
    /// What is shown.
    pub sheet: Arc<Sheet>,
    /// The highlight that was chosen.
    pub chosen: Option<u32>,
    /// Whether the comparison is open where it is a sheet over the article.
    pub open: bool,
    /// What was done or why not, in plain sentences.
    pub status: String,
    /// How many characters were pasted, where that was too many.
    pub too_long: Option<usize>,
    /// The reader's own reports.
    pub own: Vec<Article>,
    /// Counts the articles asked for, so that a late answer is known.
    pub turn: u32,
}

/// What the page waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Wait {
    /// Nothing.
    #[default]
    Nothing,
    /// What comes of an article.
    Answer,
    /// What a file holds.
    File,
}

/// A step from one highlight to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Step {
    Next,
    Previous,
    First,
    Last,
}

impl State {
    /// Takes a text and asks for its comparison; `None` where there is nothing to read, and the status says so.
    pub fn paste(&mut self, text: &str) -> Option<Request> {
        let mut end = text.len().min(MOST_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let read = &text[..end];
        self.too_long = (end < text.len()).then(|| text.chars().count());
        read.clone_into(&mut self.text);
        self.again()
    }

    /// Asks for the comparison of the text once more: a field or the corpus has changed.
    pub fn again(&mut self) -> Option<Request> {
        if self.text.trim().is_empty() {
            self.edit();
            words::EMPTY.clone_into(&mut self.status);
            return None;
        }
        self.await_turn(Wait::Answer, words::READING.to_owned());
        Some(Request::Compare(self.article()))
    }

    /// Asks once more for what is shown or asked for; a file that is being opened will ask for itself.
    pub fn renew(&mut self) -> Option<Request> {
        if self.wait == Wait::Answer || self.shown && self.wait == Wait::Nothing { self.again() } else { None }
    }

    /// Begins to open a file as the article, and gives the turn to come back with: files are read while the reader goes on.
    pub fn open(&mut self, name: &str) -> u32 {
        self.await_turn(Wait::File, words::opening(name));
        self.turn
    }

    /// Takes what a file holds, or why it can't be read, and asks for its comparison. A file that comes late is let go:
    /// what the reader has done since is not undone by it.
    pub fn opened(&mut self, turn: u32, file: Result<Article, String>) -> Option<Request> {
        if turn != self.turn || self.wait != Wait::File {
            return None;
        }
        match file {
            Ok(article) => {
                self.clear();
                self.outlet = article.about.outlet.unwrap_or_default();
                self.published = article.about.published.unwrap_or_default();
                self.paste(&article.text)
            }
            Err(why) => {
                self.wait = Wait::Nothing;
                self.status = why;
                None
            }
        }
    }

    /// Waits for an answer; any that was waited for before is let go.
    fn await_turn(&mut self, wait: Wait, status: String) {
        self.wait = wait;
        self.status = status;
        self.turn += 1;
    }

    /// Whether anything is waited for.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.wait != Wait::Nothing
    }

    /// The article as the reader gives it.
    #[must_use]
    pub fn article(&self) -> Article {
        let given = |field: &str| Some(field.trim().to_owned()).filter(|field| !field.is_empty());
        let about = About { outlet: given(&self.outlet), published: given(&self.published), ..About::default() };
        Article { id: String::new(), about, text: self.text.clone() }
    }

    /// Takes an answer; one to an earlier question is let go.
    pub fn answered(&mut self, turn: u32, sheet: Sheet) -> bool {
        if turn != self.turn || self.wait != Wait::Answer {
            return false;
        }
        self.shown = true;
        self.wait = Wait::Nothing;
        self.chosen = None;
        self.open = false;
        self.sheet = Arc::new(sheet);
        let of = |kind| self.sheet.marks.iter().filter(|mark| mark.kind == kind).count();
        let (figures, claims) = (of(MarkKind::Figure), of(MarkKind::Claim));
        let mut status = if figures + claims == 0 {
            words::NOTHING.to_owned()
        } else {
            words::found(figures, claims, self.sheet.reports as usize)
        };
        if let Some(all) = self.too_long {
            status = format!("{} {status}", words::too_long(self.text.chars().count(), all));
        }
        if let Some(doubt) = self.sheet.doubt {
            status = format!("{doubt} {status}");
        }
        self.status = status;
        true
    }

    /// Takes it that there is no answer to come: the program broke on the text.
    pub fn failed(&mut self, turn: u32) {
        if turn == self.turn && self.wait == Wait::Answer {
            self.wait = Wait::Nothing;
            words::FAILED.clone_into(&mut self.status);
        }
    }

    /// Goes back to the text area, with the text in it; an answer that is still to come is let go.
    pub fn edit(&mut self) {
        self.shown = false;
        self.wait = Wait::Nothing;
        self.chosen = None;
        self.open = false;
        self.status.clear();
    }

    /// Makes room for another article.
    pub fn clear(&mut self) {
        *self = Self { own: std::mem::take(&mut self.own), turn: self.turn, ..Self::default() };
    }

    /// Chooses a highlight, or none.
    pub fn choose(&mut self, mark: Option<u32>) {
        self.chosen = mark.filter(|&mark| (mark as usize) < self.sheet.marks.len());
        self.open = self.chosen.is_some();
    }

    /// The highlight a step away from another, in the order of the text; none beyond the ends.
    #[must_use]
    pub fn step(&self, from: Option<u32>, step: Step) -> Option<u32> {
        let stops = &self.sheet.stops;
        let at = from.and_then(|from| stops.iter().position(|&stop| stop == from));
        let to = match (step, at) {
            (Step::First, _) | (Step::Next, None) => 0,
            (Step::Last, _) | (Step::Previous, None) => stops.len().checked_sub(1)?,
            (Step::Next, Some(at)) => at + 1,
            (Step::Previous, Some(at)) => at.checked_sub(1)?,
        };
        stops.get(to).copied()
    }

    /// Whether what is shown looks like the source of a web page.
    #[must_use]
    pub fn markup(&self) -> bool {
        self.shown && self.sheet.doubt == Some(Doubt::Markup)
    }

    /// What the field of the outlet shows, and whether that is a guess.
    #[must_use]
    pub fn outlet_shown(&self) -> (&str, bool) {
        shown(&self.outlet, self.sheet.outlet_guess.as_deref().filter(|_| self.shown))
    }

    /// What is said under the field of the outlet.
    #[must_use]
    pub fn outlet_note(&self) -> &'static str {
        if self.outlet_shown().1 { words::GUESSED } else { "" }
    }

    /// What is said under the field of the date.
    #[must_use]
    pub fn published_note(&self) -> &'static str {
        match self.published_shown() {
            (_, true) => words::GUESSED,
            ("", _) if self.shown => words::NO_DATE,
            _ => "",
        }
    }

    /// What the field of the date shows, and whether that is a guess.
    #[must_use]
    pub fn published_shown(&self) -> (&str, bool) {
        shown(&self.published, self.sheet.published_guess.as_deref().filter(|_| self.shown))
    }

    /// Takes more reports for the reader's own; one with the text of an earlier one takes its place.
    pub fn add(&mut self, articles: Vec<Article>) -> Request {
        for article in articles {
            self.own.retain(|old| old.text != article.text);
            self.own.push(article);
        }
        Request::Own(self.own.clone())
    }

    /// Lets go of the reader's own reports.
    pub fn forget(&mut self) -> Request {
        self.own.clear();
        Request::Own(Vec::new())
    }
}

fn shown<'s>(given: &'s str, guess: Option<&'s str>) -> (&'s str, bool) {
    match guess {
        Some(guess) if given.is_empty() => (guess, true),
        _ => (given, false),
    }
}
