//! Parts of speech.

/// Penn Treebank tags, as the English Web Treebank uses them (its `XPOS`).
#[rustfmt::skip]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names are the tag set's own")]
#[allow(clippy::upper_case_acronyms, reason = "the names are the tag set's own")]
pub enum Tag {
    ADD, CC, CD, DT, EX, FW, GW, HYPH, IN, JJ, JJR, JJS, LS, MD, NFP, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS,
    RB, RBR, RBS, RP, SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB,
    Comma, Period, Colon, OpenQuote, CloseQuote, OpenBracket, CloseBracket, Currency, AFX, XX,
}

impl Tag {
    /// The tag as the treebank writes it.
    #[must_use]
    #[rustfmt::skip]
    #[allow(clippy::enum_glob_use, reason = "a table of all of them")]
    pub fn as_str(self) -> &'static str {
        use Tag::*;
        match self {
            ADD => "ADD", AFX => "AFX", CC => "CC", CD => "CD", DT => "DT", EX => "EX", FW => "FW", GW => "GW", HYPH => "HYPH",
            IN => "IN", JJ => "JJ", JJR => "JJR", JJS => "JJS", LS => "LS", MD => "MD", NFP => "NFP", NN => "NN",
            NNP => "NNP", NNPS => "NNPS", NNS => "NNS", PDT => "PDT", POS => "POS", PRP => "PRP", PRPS => "PRP$",
            RB => "RB", RBR => "RBR", RBS => "RBS", RP => "RP", SYM => "SYM", TO => "TO", UH => "UH", VB => "VB",
            VBD => "VBD", VBG => "VBG", VBN => "VBN", VBP => "VBP", VBZ => "VBZ", WDT => "WDT", WP => "WP",
            WPS => "WP$", WRB => "WRB", XX => "XX", Comma => ",", Period => ".", Colon => ":", OpenQuote => "``",
            CloseQuote => "''", OpenBracket => "-LRB-", CloseBracket => "-RRB-", Currency => "$",
        }
    }

    /// The tag of a name that [`Tag::as_str`] gives.
    #[must_use]
    pub fn parse(name: &str) -> Option<Tag> {
        Tag::ALL.into_iter().find(|tag| tag.as_str() == name)
    }

    /// All tags, in the order of their numbers; the rarest are last.
    #[rustfmt::skip]
    #[allow(clippy::enum_glob_use, reason = "a table of all of them")]
    pub const ALL: [Tag; 50] = {
        use Tag::*;
        [
            ADD, CC, CD, DT, EX, FW, GW, HYPH, IN, JJ, JJR, JJS, LS, MD, NFP, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS,
            RB, RBR, RBS, RP, SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB,
            Comma, Period, Colon, OpenQuote, CloseQuote, OpenBracket, CloseBracket, Currency, AFX, XX,
        ]
    };

    /// A noun of any kind.
    #[must_use]
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// A verb of any form, modals not among them.
    #[must_use]
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ)
    }

    /// A verb form that can be the predicate of a clause alone: said, says, say; and modals.
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)
    }
}
