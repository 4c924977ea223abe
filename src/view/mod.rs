//! What the reader sees: plain, tested structs; in the browser `browser::page` shows them.
//!
//! The work is parted so that the page never waits: a [`Desk`] reads and compares, in a worker where there can
//! be one, and answers with a [`Sheet`], which holds all that is shown and nothing else. [`State`] is what
//! the page is in.
//!
//! What others may rely on in the element's shadow root:
//!
//! | where | what |
//! | --- | --- |
//! | `#paste` | the text area; `#read`, `#example`, `#open` are the button, the button and the file input beside it |
//! | `#outlet`, `#published` | the fields; `#outlet-guess`, `#published-guess` say what was guessed |
//! | `#status` | `role=status`: what was done or why not, one or two plain sentences |
//! | `#edit`, `#new` | the buttons that lead from the article back to the text area, with its text or empty |
//! | `#article .mark` | a highlight, `.figure` or `.claim`, with `data-mark`; one may be in several pieces, the first of them has `role=button` |
//! | `.is-agrees`, `.is-conflicts`, `.is-updated`, `.is-differs`, `.is-related`, `.is-alone` | what the other reports say: on highlights, sections and passages |
//! | `#beside` | the comparison; `#toggle` opens and shuts it where it is a sheet |
//! | `#overview section` | `.is-...`, `.is-problems`, `.is-origins`, `.is-missing`; in it `h3 .count` and `.item` |
//! | `#chosen` | the highlight that was chosen: `.subject`, `.value`, `.said`, `#back`, and its passages |
//! | `.passage` | `.relation`, `.outlet`, `time`, `.speaker`, `blockquote mark` |
//! | `#reports` | the reader's own reports: `#add`, `#keep` and `#forget` |

mod amount;
mod desk;
mod overview;
mod passages;
mod pieces;
mod sheet;
mod state;
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) mod wire;
pub mod words;

pub use desk::{Answer, Desk, Request};
pub use sheet::{Item, Mark, MarkKind, Note, Paragraph, Passage, Piece, Section, SectionKind, Sheet, Tone};
pub use state::{MOST_BYTES, State, Step, Wait};
