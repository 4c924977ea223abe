//! The contract's words for what the core has as choices.

use crate::attribution::{Quotation, Stance};
use crate::claim::{Certainty, Polarity};
use crate::compare::{FigureRelation, Relation, Verdict};
use crate::date::{DateKind, DateModifier};
use crate::figure::{Dimension, Modifier};
use crate::name::EntityKind;

/// What the contract has a word for.
pub trait Word: Copy {
    /// The word.
    fn word(self) -> &'static str;
}

macro_rules! words {
    ($($type:ident { $($choice:ident $word:literal),* })*) => {$(
        impl Word for $type {
            fn word(self) -> &'static str {
                match self {
                    $(Self::$choice => $word),*
                }
            }
        }
    )*};
}

words! {
    Modifier {
        Equal "equal", About "about", Over "over", AtLeast "at_least", Under "under", AtMost "at_most",
        Increase "increase", Decrease "decrease"
    }
    Dimension {
        Count "count", Money "money", Percent "percent", Length "length", Area "area", Volume "volume", Mass "mass",
        Duration "duration", Age "age", Speed "speed", Temperature "temperature", Power "power", Energy "energy",
        Data "data", Rate "rate", Other "other"
    }
    DateKind { Date "DATE", Time "TIME", Duration "DURATION", Set "SET" }
    DateModifier {
        Before "BEFORE", After "AFTER", OnOrBefore "ON_OR_BEFORE", OnOrAfter "ON_OR_AFTER", LessThan "LESS_THAN",
        MoreThan "MORE_THAN", EqualOrLess "EQUAL_OR_LESS", EqualOrMore "EQUAL_OR_MORE", Start "START", Mid "MID",
        End "END", Approx "APPROX"
    }
    EntityKind { Person "person", Organisation "organisation", Place "place", Other "other" }
    Quotation { Direct "direct", Indirect "indirect", Mixed "mixed" }
    Stance {
        Asserted "asserted", Reported "reported", Confirmed "confirmed", Denied "denied", Alleged "alleged",
        Estimated "estimated", Warned "warned", Promised "promised", Asked "asked"
    }
    Polarity { Affirmed "affirmed", Negated "negated" }
    Certainty { Certain "certain", Probable "probable", Possible "possible", Future "future" }
    Relation { Supported "supported", Refuted "refuted", Differs "differs", Related "related" }
    FigureRelation {
        Same "same", Compatible "compatible", Conflicting "conflicting", Updated "updated"
    }
    Verdict { Supported "supported", Refuted "refuted", NotEnoughInfo "not_enough_info" }
}
