//! What words say of time, as types.

/// What a word or phrase says of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeWord {
    /// `October`: a month and nothing else.
    Month(u8),
    /// `May`: a month, or a name or word.
    DoubtfulMonth(u8),
    /// `Oct`
    ShortMonth(u8),
    /// `Monday`, 1 to 7.
    Weekday(u8),
    /// `Mondays`
    Weekdays(u8),
    /// `Mon`, which may be a word or a name.
    ShortWeekday(u8),
    /// `year`
    Unit(Unit),
    /// `years`
    Units(Unit),
    /// `annual`: every unit.
    Every(Unit),
    /// `morning`
    Part(Part),
    /// `noon`: the hour.
    Clock(u8),
    /// `summer`
    Season(Season),
    /// `yesterday`: days from today.
    Day(i8),
    /// `tonight`
    Tonight,
    /// `now`, `recently`, `soon`
    Reference(Reference),
    /// `future`: a reference after `the`.
    TheReference(Reference),
    /// `last`, `this`, `next`: units from now.
    Shift(i8),
    /// `past`: the last one, or a stretch up to now.
    Past,
    /// `following`: units from the time named last.
    Then(i8),
    /// `same`: the time named last.
    That,
    /// `recent`
    Recent,
    /// `two`
    Number(u16),
    /// `several`
    Vague,
    /// `half`
    Half,
    /// `third`; `second` is this too.
    Ordinal(u8),
    /// `nineties`: the tens.
    Nineties(u8),
    /// `Q3`
    Quarter(u8),
    /// `H1`
    HalfYear(u8),
    /// `fiscal`
    Fiscal,
    /// `Christmas`
    Holiday(Holiday),
    /// A name that has a word of time in it: `Sunday Times`.
    Skip,
    /// `early`, `late`, `end`
    Edge(Edge),
    /// `nearly`, `more than`
    About(Bound),
    /// `scheduled`: what is said looks ahead.
    Plan,
    /// `GMT`: whether it is the world's time.
    Zone(bool),
    /// `a.m.`, or, where true, `p.m.`
    Meridiem(bool),
    /// `ago`, `later`, `after`: from when a length of time is counted, and which way.
    Turn(Turn),
    /// `spent`: a length of time follows.
    Lasts,
    /// `No.`, `Flight`: the number after it is a name.
    Numbered,
    /// `full`, `consecutive`: may stand between a number and its unit.
    Between,
    /// A word that holds an expression together.
    Function(Function),
}

impl TimeWord {
    /// Whether an expression can begin here, widened to the left as need be.
    pub(super) fn begins(self) -> bool {
        !matches!(
            self,
            Self::Edge(_)
                | Self::About(_)
                | Self::Plan
                | Self::Zone(_)
                | Self::Meridiem(_)
                | Self::Turn(_)
                | Self::Between
                | Self::Lasts
                | Self::Numbered
                | Self::Function(_)
        )
    }
}

/// Units of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// Parts of the day, as TIMEX3 has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// Seasons of the north, where nearly all who write `summer` of a year without saying more live.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Times that are only placed before, at or after the time of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// Which part of a time is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Edge {
    Start,
    Mid,
    End,
}

/// How a length of time is bounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Bound {
    About,
    MoreThan,
    LessThan,
    AtLeast,
    AtMost,
}

/// From when a length of time is counted, and which way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// `ago`
    Ago,
    /// `from now`
    Hence,
    /// `earlier`: before the time named last.
    Earlier,
    /// `later`
    Later,
    /// `before`: before what is told next.
    Before,
    /// `after`
    After,
}

/// Small words that hold expressions together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// `the`
    The,
    /// `a`, `an`
    A,
    /// `of`
    Of,
    /// `to`, `through`: between the ends of a range.
    To,
    /// `and`
    And,
    /// `'s`
    Possessive,
    /// `each`, `every`, `per`
    Each,
    /// `in`, `since`, `by`: what a date stands after.
    In,
}

/// How the day of a holiday is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holiday {
    /// A month and a day.
    Fixed(u8, u8),
    /// A month, which one of its weekdays (9 for the last), and the weekday.
    Nth(u8, u8, u8),
    /// Days after Easter Sunday of the western churches.
    Easter(i8),
    /// One day of one year.
    Once(i32, u8, u8),
}
