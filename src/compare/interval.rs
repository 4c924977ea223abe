//! Intervals: what a stated value leaves open, and how two stated values stand to each other.
//!
//! The tolerances are these, and nothing else in the comparison has any:
//!
//! - "about N" beside an exact number allows [`ABOUT`] on both sides; beside another "about", each
//!   allows [`ABOUT_ROUND`], because two speakers who round to different numbers mean different numbers. To say
//!   the other, a number must be nearer: within three quarters of N's last digit. 1.2 million can hold beside
//!   "about 1.3 million", but does not say so.
//! - A value in another unit is the same where converting and rounding it gives the other.
//! - A number that is written rounder than the other ("1.2 million" beside 1,234,567) allows half of
//!   its last written digit, but at most [`ROUNDING`]. Below a thousand whole numbers are counts, not roundings.
//! - "Over N" and "under N" leave out N itself only where the other is as exact: a round "10,000" may
//!   be a little over 10,000.

use crate::figure::Modifier;

/// The most that "about" allows beside a plain number: 15 percent.
const ABOUT: f64 = 0.15;
/// What "about" allows beside a number that is rounded itself, and the least it ever allows: 5 percent.
const ABOUT_ROUND: f64 = 0.05;
/// The most that rounding allows: 5 percent.
const ROUNDING: f64 = 0.05;
/// The least whole number that can be a rounded one.
const LEAST_ROUNDED: f64 = 1000.0;

/// A stated value, its unit converted.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Stated {
    /// The lowest value.
    pub(super) low: f64,
    /// The highest value.
    pub(super) high: f64,
    /// How it is bounded.
    pub(super) modifier: Modifier,
    /// How much one of the unit it is written in is of the unit that the values are in.
    pub(super) unit: f64,
}

/// How two stated values of one quantity stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    /// The same numbers, bounded alike.
    Same,
    /// The same numbers, one of them with "about".
    SameButAbout,
    /// One is the other rounded.
    Rounded,
    /// Both can hold.
    Overlap,
    /// Both can't hold.
    Apart,
}

impl Stated {
    /// How two stated values stand to each other.
    #[must_use]
    pub(super) fn fit(self, other: Self) -> Fit {
        let equal = self.equals(other);
        if equal && self.modifier == other.modifier {
            return Fit::Same;
        }
        if equal && [self.modifier, other.modifier].iter().all(|m| matches!(m, Modifier::Equal | Modifier::About)) {
            return Fit::SameButAbout;
        }
        let directions = [self.modifier, other.modifier].map(|m| match m {
            Modifier::Increase => 1,
            Modifier::Decrease => -1,
            _ => 0,
        });
        if directions[0] * directions[1] < 0 {
            return Fit::Apart;
        }
        if equal && directions != [0, 0] {
            return Fit::Overlap;
        }
        let plain = self.modifier == Modifier::Equal || other.modifier == Modifier::Equal;
        let about = |_| if plain { ABOUT } else { ABOUT_ROUND };
        let (a, b) = (self.bounds(&about), other.bounds(&about));
        if a.0 <= b.1 && b.0 <= a.1 {
            return Fit::Overlap;
        }
        if self.rounds_to(other) || other.rounds_to(self) { Fit::Rounded } else { Fit::Apart }
    }

    /// Whether the numbers are the same, be it in another unit.
    fn equals(self, other: Self) -> bool {
        let slack = if close(self.unit, other.unit) {
            0.0
        } else {
            let step = |stated: Self| stated.unit * last_digit(stated.low / stated.unit) / 2.0;
            step(self).max(step(other)).min(ROUNDING * self.low.abs())
        };
        let same = |a: f64, b: f64| close(a, b) || (a - b).abs() <= slack;
        same(self.low, other.low) && same(self.high, other.high)
    }

    /// Whether every value this leaves open is one the other leaves open, too: whether saying this
    /// says the other.
    #[must_use]
    pub(super) fn implies(self, other: Self) -> bool {
        let about = |digit: f64| (0.75 * digit).clamp(ABOUT_ROUND, ABOUT);
        let bare = |stated: Self| matches!(stated.modifier, Modifier::Increase | Modifier::Decrease);
        if bare(self) || bare(other) {
            return self.fit(other) != Fit::Apart && close(self.low, other.low);
        }
        // Who says about 10,000 says that it is 10,000 or so, but not that it is more.
        let plainly = matches!(other.modifier, Modifier::Equal | Modifier::About);
        let mine =
            if self.modifier == Modifier::About && plainly { (self.low, self.high) } else { self.bounds(&about) };
        let theirs = other.bounds(&about);
        (mine.0 >= theirs.0 && mine.1 <= theirs.1) || self.rounds_to(other)
    }

    /// The least and the greatest value that can be meant, where "about" allows so much of a value, by what its last
    /// digit is of it.
    fn bounds(self, about: &dyn Fn(f64) -> f64) -> (f64, f64) {
        let about = |value: f64| {
            let digit = last_digit(value / self.unit) * self.unit / value.abs().max(f64::MIN_POSITIVE);
            value.abs() * about(digit)
        };
        let (low, high) = (self.low.min(self.high), self.low.max(self.high));
        match self.modifier {
            Modifier::Equal | Modifier::Increase | Modifier::Decrease => (low - slack(low), high + slack(high)),
            Modifier::About => (low - about(low), high + about(high)),
            Modifier::Over | Modifier::AtLeast => (low - slack(low), f64::INFINITY),
            Modifier::Under | Modifier::AtMost => (f64::NEG_INFINITY, high + slack(high)),
        }
    }

    /// Whether `finer` is a finer value that this one is a rounding of.
    fn rounds_to(self, finer: Self) -> bool {
        if self.low != self.high || finer.low != finer.high || self.modifier != Modifier::Equal {
            return false;
        }
        let value = self.low.abs() / self.unit;
        let whole = value.fract() == 0.0;
        if (whole && value < LEAST_ROUNDED)
            || last_digit(value) * self.unit <= last_digit(finer.low / finer.unit) * finer.unit
        {
            return false;
        }
        let allowed = (last_digit(value) / 2.0).min(value * ROUNDING);
        (finer.low - self.low).abs() <= allowed * self.unit
    }
}

/// What binary fractions may be off by.
fn slack(value: f64) -> f64 {
    value.abs() * 1e-9
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= slack(a).max(slack(b))
}

/// The worth of the last digit that is written: 1,000 for 12,000; 0.1 for 3.4.
pub(super) fn last_digit(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 1.0;
    }
    let mut worth: f64 = 1.0;
    if value.fract() == 0.0 {
        while worth < 1e15 && (value / (worth * 10.0)).fract() == 0.0 {
            worth *= 10.0;
        }
    } else {
        while worth > 1e-6 && ((value / worth) - (value / worth).round()).abs() > 1e-6 {
            worth /= 10.0;
        }
    }
    worth
}

#[cfg(test)]
mod tests {
    use super::*;
    use Modifier::{About, AtLeast, AtMost, Equal, Increase, Over, Under};

    fn stated(value: f64, modifier: Modifier) -> Stated {
        Stated { low: value, high: value, modifier, unit: 1.0 }
    }

    #[test]
    fn fit() {
        let check = |a: (f64, Modifier), b: (f64, Modifier), expected: Fit| {
            let (one, two) = (stated(a.0, a.1), stated(b.0, b.1));
            assert_eq!(one.fit(two), expected, "{a:?} and {b:?}");
            assert_eq!(two.fit(one), expected, "{b:?} and {a:?}");
        };
        check((11_000.0, Equal), (11_000.0, Equal), Fit::Same);
        check((11_000.0, Equal), (11_000.0, About), Fit::SameButAbout);
        check((10_000.0, About), (10_000.0, Over), Fit::Overlap);
        check((10_000.0, AtLeast), (11_000.0, Equal), Fit::Overlap);
        check((10_000.0, AtMost), (11_000.0, Equal), Fit::Apart);
        check((10_000.0, AtMost), (11_000.0, About), Fit::Apart);
        check((12_000.0, About), (10_000.0, About), Fit::Apart);
        check((10_000.0, About), (11_000.0, Equal), Fit::Overlap);
        check((12_000.0, Under), (11_800.0, Equal), Fit::Overlap);
        check((1_200_000.0, Equal), (1_234_567.0, Equal), Fit::Rounded);
        check((3.4, Equal), (3.38, Equal), Fit::Rounded);
        check((10_000.0, Equal), (11_000.0, Equal), Fit::Apart);
        check((3.0, Equal), (4.0, Equal), Fit::Apart);
        check((5.0, Increase), (5.0, Modifier::Decrease), Fit::Apart);
        check((100.0, AtLeast), (90.0, AtMost), Fit::Apart);
    }

    #[test]
    fn implies() {
        let check = |a: (f64, Modifier), b: (f64, Modifier), expected: bool| {
            assert_eq!(stated(a.0, a.1).implies(stated(b.0, b.1)), expected, "{a:?} says {b:?}");
        };
        check((12.0, Equal), (10.0, Over), true);
        check((12.0, Equal), (12.0, About), true);
        check((10.0, Over), (12.0, Equal), false);
        check((10.0, AtLeast), (10.0, Equal), false);
        check((10_000.0, About), (10_000.0, Over), false);
        check((1_200_000.0, Equal), (1_300_000.0, About), false);
        check((11_000.0, Equal), (10_000.0, About), true);
        check((12_000.0, About), (10_000.0, Over), true);
        check((1_234_567.0, Equal), (1_200_000.0, About), true);
    }

    #[test]
    fn units() {
        // 200 km/h and 124 mph, 60 km and 30 miles, in metres per second and metres.
        let check = |a: (f64, f64), b: (f64, f64), expected: Fit| {
            let stated =
                |(value, unit): (f64, f64)| Stated { low: value * unit, high: value * unit, modifier: Equal, unit };
            assert_eq!(stated(a).fit(stated(b)), expected, "{a:?} and {b:?}");
        };
        check((200.0, 1.0 / 3.6), (124.0, 0.44704), Fit::Same);
        check((60.0, 1000.0), (30.0, 1609.344), Fit::Apart);
        check((60.0, 1000.0), (37.0, 1609.344), Fit::Same);
        check((3.5, 1000.0), (3500.0, 1.0), Fit::Same);
    }

    #[test]
    fn ranges() {
        let range = Stated { low: 10_000.0, high: 12_000.0, modifier: Equal, unit: 1.0 };
        assert_eq!(range.fit(stated(11_000.0, Equal)), Fit::Overlap);
        assert_eq!(range.fit(stated(8_000.0, Equal)), Fit::Apart);
    }
}
