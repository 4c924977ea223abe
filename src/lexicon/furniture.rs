//! What stands around an article on a page: share buttons, notices, invitations, picture credits.

use super::{Class, Lexicon, Table, Words, entries, list::list};

/// What a line that begins with a phrase is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lead {
    /// An invitation or notice.
    Notice,
    /// The same, if a colon follows or no full stop ends it.
    Label,
    /// What stands under a picture.
    Caption,
    /// The same, if a mark follows: `Photo:`
    Picture,
    /// The same, if it goes on with what was done to the picture: `This image, provided by ...`
    Shown,
}

/// The phrases, by how they are met.
#[derive(Debug, Default)]
pub struct Furniture {
    /// Phrases that make a line furniture if it holds nothing else: `facebook`, `post a comment`.
    pub alone: Table<()>,
    /// Phrases at the beginning of a line or sentence.
    pub lead: Table<Lead>,
    /// Phrases that make the sentence around them furniture.
    pub within: Table<()>,
    /// Phrases that name the maker of a picture.
    pub credit: Table<()>,
}

impl Furniture {
    pub(super) fn load(words: &mut Words) -> Self {
        let mut furniture = Self::default();
        for (kind, phrases) in entries(list!("furniture.tsv")) {
            for phrase in phrases {
                let lead = match kind {
                    "alone" => {
                        words.mark(phrase.rsplit(' ').next().unwrap_or(phrase), Class::FurnitureEnd);
                        furniture.alone.add(words, phrase, ());
                        continue;
                    }
                    "within" => {
                        furniture.within.add(words, phrase, ());
                        continue;
                    }
                    "credit" => {
                        furniture.credit.add(words, phrase, ());
                        continue;
                    }
                    "label" => Lead::Label,
                    "caption" => Lead::Caption,
                    "name" => Lead::Picture,
                    "shown" => Lead::Shown,
                    _ => Lead::Notice,
                };
                furniture.lead.add(words, phrase, lead);
            }
        }
        // The key of `press Ctrl + Enter`, which no phrase can hold whole.
        words.mark("enter", Class::FurnitureEnd);
        furniture
    }
}

impl Lexicon {
    /// What stands around an article on a page.
    #[must_use]
    pub fn furniture(&self) -> &Furniture {
        &self.furniture
    }
}
