//! Word lists and tables as data files, read once.
//!
//! Every word that stands in some list has a [`WordId`]; a token is looked up once, when it is made,
//! and every later stage asks by that id: whether the word is in a class ([`Lexicon::is`]) or what a
//! [`Table`] says of the phrase that begins there. A new verb or unit is a line in a data file.
//!
//! Data files are UTF-8, one entry a line; `#` begins a comment line; columns are parted by tabs,
//! and the first column is the word or phrase, lower case, its words parted by spaces.

mod abbreviation;
mod class;
mod closed;
mod forms;
mod furniture;
mod gazetteer;
mod hints;
mod kin;
mod list;
mod quantity;
mod reporting;
mod scope;
mod setting;
mod synonyms;
mod table;
mod time_word;
mod times;
pub mod word;
mod words;

use std::sync::LazyLock;

pub use abbreviation::Abbreviation;
pub use class::Class;
pub use forms::{Form, Signs};
pub use furniture::{Furniture, Lead};
pub use gazetteer::{Entry, Gazetteer, Known, Sort};
pub use hints::Hint;
pub use kin::{Kin, kin};
pub use quantity::{Dimension, Magnitude, MeasureUnit, Modifier, NumberBound, Numeral, Quantities};
pub use reporting::{Reporting, ReportingWords, Stance, Takes};
pub use scope::Scope;
pub use setting::{Role, Roles};
pub use synonyms::{Kinship, Meaning, Synonyms};
pub use table::Table;
pub use time_word::{Bound, Edge, Function, Holiday, Part, Reference, Season, TimeWord, Turn, Unit};
pub(crate) use words::hash;
pub use words::{WordId, Words};

/// All word lists, read once.
#[derive(Debug)]
pub struct Lexicon {
    words: Words,
    abbreviations: abbreviation::Abbreviations,
    forms: forms::Forms,
    closed: Vec<(WordId, &'static str)>,
    gazetteer: Gazetteer,
    hints: hints::HintTable,
    /// The words that only the lists of names have, by number.
    only_names: std::ops::Range<usize>,
    furniture: Furniture,
    settings: setting::Settings,
    synonyms: Synonyms,
    scope: Table<Scope>,
    reporting: ReportingWords,
    times: Table<TimeWord>,
    quantities: Quantities,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// The one lexicon: read-only, built at its first use.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn load() -> Self {
        let mut words = Words::default();
        for named in word::NAMED.split(' ').skip(1) {
            words.intern(named);
        }
        class::load(&mut words);
        let abbreviations = abbreviation::Abbreviations::load(&mut words);
        let settings = setting::Settings::load(&mut words);
        let forms = forms::Forms::load(&mut words);
        let closed = closed::load(&mut words);
        let furniture = Furniture::load(&mut words);
        let synonyms = Synonyms::load(&mut words);
        let scope = scope::load(&mut words);
        let reporting = ReportingWords::load(&mut words);
        let times = times::load(&mut words);
        let listed = words.count();
        let gazetteer = Gazetteer::load(&mut words);
        let hints = hints::HintTable::load(&mut words);
        let only_names = listed..words.count();
        let quantities = Quantities::load(&mut words);
        Self {
            words,
            abbreviations,
            forms,
            closed,
            gazetteer,
            hints,
            only_names,
            furniture,
            settings,
            synonyms,
            scope,
            reporting,
            times,
            quantities,
        }
    }

    /// The id of a word in any case, or [`WordId::NONE`] where no list has it.
    #[must_use]
    pub fn id(&self, word: &str) -> WordId {
        self.words.id(word)
    }

    /// The id of the word that stands there in a text, as [`Lexicon::id`] gives it.
    #[must_use]
    pub fn id_in(&self, text: &str, range: std::ops::Range<usize>) -> WordId {
        self.words.id_in(text, range)
    }

    /// The word of an id, in lower case; empty for [`WordId::NONE`].
    #[must_use]
    pub fn text(&self, word: WordId) -> &str {
        self.words.text(word)
    }

    /// Which verb or noun a word may be a form of.
    #[must_use]
    pub fn form(&self, word: WordId) -> Form {
        self.forms.of(word)
    }

    /// The plural of a noun that isn't made with `-s`, or [`WordId::NONE`].
    #[must_use]
    pub fn plural(&self, noun: WordId) -> WordId {
        self.forms.plural(noun)
    }

    /// The words that are hardly ever anything but one part of speech, each with its Penn tag.
    #[must_use]
    pub fn closed(&self) -> &[(WordId, &'static str)] {
        &self.closed
    }

    /// The names that are known world-wide.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Whether a word stands in the lists of names and of what is in them, and in no other.
    #[must_use]
    pub fn only_in_names(&self, word: WordId) -> bool {
        self.only_names.contains(&word.index())
    }

    /// What a word tells of a name that it is in or beside.
    #[must_use]
    pub fn hints(&self, word: WordId, hint: Hint) -> bool {
        self.hints.has_any(word, &[hint])
    }

    /// Whether a word tells one of these.
    #[must_use]
    pub fn hints_any(&self, word: WordId, hints: &[Hint]) -> bool {
        self.hints.has_any(word, hints)
    }

    /// The given name that a word is a spelling or short form of.
    #[must_use]
    pub fn given_variant(&self, word: WordId) -> Option<WordId> {
        self.hints.variant(word)
    }

    /// Whether a word stands in the list of a class.
    #[must_use]
    pub fn is(&self, word: WordId, class: Class) -> bool {
        self.words.is(word, class)
    }

    /// Whether a word does this to the clause that it stands in.
    #[must_use]
    pub fn has_role(&self, word: WordId, role: Role) -> bool {
        self.roles(word).has(role)
    }

    /// All that a word does to the clause that it stands in.
    #[must_use]
    pub fn roles(&self, word: WordId) -> Roles {
        self.settings.of(word)
    }

    /// The words that give somebody's words or mind.
    #[must_use]
    pub fn reporting(&self) -> &ReportingWords {
        &self.reporting
    }
}

/// The entries of a data file: its lines without comments, as columns. They are listed in one place for all, as an
/// iterator would be compiled anew into each of the many that read one.
#[inline(never)]
fn entries(data: &'static str) -> std::vec::IntoIter<(&'static str, Vec<&'static str>)> {
    let mut entries = Vec::new();
    for line in data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut columns = line.split('\t');
        if let Some(first) = columns.next() {
            entries.push((first, columns.collect()));
        }
    }
    entries.into_iter()
}
