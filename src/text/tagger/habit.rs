//! How words are written within sentences: what a teacher who saw few news cannot know of `Obama` at the head of one.

use std::collections::BTreeMap;

use super::is_headline;
use super::train::Row;
use crate::lexicon::lexicon;
use crate::text::{Document, Tag};

/// How often words, in small letters, were seen with a small first letter, and within a sentence with a capital.
pub(super) struct Habits(BTreeMap<String, [u32; 2]>);

impl Habits {
    /// Counts in raw texts; headlines tell nothing.
    pub(super) fn of(documents: &[Document<'_>]) -> Self {
        let mut seen: BTreeMap<String, [u32; 2]> = BTreeMap::new();
        for document in documents {
            for sentence in &document.sentences {
                let surfaces = || sentence.tokens.clone().map(|token| document.word(token));
                if is_headline(surfaces().map(|surface| (surface, lexicon().id(surface)))) {
                    continue;
                }
                let mut begins = true;
                for surface in surfaces() {
                    let small = surface.starts_with(char::is_lowercase);
                    if small || !begins && surface.starts_with(char::is_uppercase) {
                        seen.entry(surface.to_lowercase()).or_default()[usize::from(!small)] += 1;
                    }
                    begins = !surface.starts_with(char::is_alphanumeric);
                }
            }
        }
        Self(seen)
    }

    /// Takes from the chances of a word with a capital what its writing elsewhere rules out.
    pub(super) fn correct(&self, surface: &str, chances: &mut Row) {
        /// What is written one way that often, and the other way hardly ever, has a habit.
        const OFTEN: u32 = 3;
        const HARDLY: u32 = 20;
        // Not adjectives: those of peoples have capitals, too.
        const OTHERS: [Tag; 10] =
            [Tag::NN, Tag::RB, Tag::UH, Tag::FW, Tag::VB, Tag::VBP, Tag::VBN, Tag::VBD, Tag::VBG, Tag::VBZ];
        if !surface.starts_with(char::is_uppercase) {
            return;
        }
        let [small, capital] = self.0.get(&surface.to_lowercase()).copied().unwrap_or_default();
        let mut take = |tag: Tag| std::mem::take(&mut chances[tag as usize]);
        if capital >= OFTEN && small * HARDLY <= capital {
            let (one, many) = (OTHERS.map(&mut take).iter().sum::<f32>(), take(Tag::NNS));
            chances[Tag::NNP as usize] += one;
            chances[Tag::NNPS as usize] += many;
        } else if small >= OFTEN && capital * HARDLY <= small {
            let name = take(Tag::NNP) + take(Tag::NNPS);
            let rest = 1.0 - name;
            if rest > 0.05 {
                for chance in chances.iter_mut() {
                    *chance /= rest;
                }
            } else {
                chances[Tag::NN as usize] += name;
            }
        }
    }
}
