//! Exact numbers: digits, a power of ten and a divisor, turned into a float once, at the very end.

/// `digits * 10^exponent / divisor`. Beyond 38 digits the last ones are dropped; the size stays right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Decimal {
    digits: u128,
    exponent: i32,
    divisor: u64,
    negative: bool,
}

impl Decimal {
    pub(crate) const ZERO: Self = Self::whole(0);

    pub(crate) const fn whole(value: u64) -> Self {
        Self { digits: value as u128, exponent: 0, divisor: 1, negative: false }
    }

    /// From digits with an optional decimal point; every other character is passed over.
    pub(crate) fn parse(surface: &str, point: Option<char>) -> Self {
        let mut number = Self::ZERO;
        let mut behind = false;
        for c in surface.chars() {
            if Some(c) == point {
                behind = true;
            } else if let Some(digit) = c.to_digit(10) {
                number.push(digit, behind);
            }
        }
        number
    }

    /// Adds a digit at the end.
    fn push(&mut self, digit: u32, behind: bool) {
        let longer = self.digits.checked_mul(10).and_then(|digits| digits.checked_add(u128::from(digit)));
        match longer {
            Some(digits) => {
                self.digits = digits;
                self.exponent -= i32::from(behind);
            }
            // No room: the digit is dropped, and before the point the number still grows tenfold.
            None => self.exponent = self.exponent.saturating_add(i32::from(!behind)),
        }
    }

    /// Times ten to a power.
    pub(crate) fn shift(self, power: u32) -> Self {
        Self { exponent: self.exponent.saturating_add_unsigned(power), ..self }
    }

    /// Divided by ten to a power.
    pub(crate) fn unshift(self, power: u32) -> Self {
        Self { exponent: self.exponent.saturating_sub_unsigned(power), ..self }
    }

    pub(crate) fn times(self, factor: u64) -> Self {
        match self.digits.checked_mul(u128::from(factor)) {
            Some(digits) => Self { digits, ..self },
            // Only a number of forty digits comes here: a tenth of it, ten times as large.
            None => Self { digits: self.digits / 10, ..self }.shift(1).times(factor),
        }
    }

    /// To a power, where it can be told exactly.
    pub(crate) fn raised(self, power: i32) -> Option<Self> {
        if self.divisor != 1 {
            return None;
        }
        let (mut digits, mut exponent) = (self.digits, self.exponent);
        while digits > 0 && digits.is_multiple_of(10) {
            (digits, exponent) = (digits / 10, exponent.checked_add(1)?);
        }
        let times = power.unsigned_abs();
        let digits = digits.checked_pow(times)?;
        let exponent = exponent.checked_mul(i32::try_from(times).ok()?)?;
        if power < 0 {
            let divisor = u64::try_from(digits).ok().filter(|&divisor| divisor > 0)?;
            return Some(Self { digits: 1, exponent: exponent.saturating_neg(), divisor, ..self });
        }
        Some(Self { digits, exponent, ..self })
    }

    pub(crate) fn over(self, divisor: u64) -> Self {
        Self { divisor: self.divisor.saturating_mul(divisor.max(1)), ..self }
    }

    pub(crate) fn negated(self) -> Self {
        Self { negative: !self.negative, ..self }
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        if self.divisor != other.divisor {
            // Both over a common divisor; divisors are those of number words, and small.
            let (a, b) = (self.divisor, other.divisor);
            let left = Self { divisor: a.saturating_mul(b), ..self.times(b) };
            let right = Self { divisor: a.saturating_mul(b), ..other.times(a) };
            return left.plus(right);
        }
        let exponent = self.exponent.min(other.exponent);
        match (self.aligned(exponent), other.aligned(exponent)) {
            (Some(a), Some(b)) => Self { digits: a.saturating_add(b), exponent, ..self },
            // Too far apart to matter.
            _ if self.exponent > other.exponent => self,
            _ => other,
        }
    }

    fn aligned(self, exponent: i32) -> Option<u128> {
        let power = u32::try_from(self.exponent.checked_sub(exponent)?).ok()?;
        self.digits.checked_mul(10u128.checked_pow(power)?)
    }

    /// The nearest float. Where there are more than fifteen digits behind a point, or more than 38 in all, its last
    /// bit may be another; the parser of the standard library, which never errs, would be a tenth of the page.
    pub(crate) fn value(self) -> f64 {
        let ten = |power: u32| (0..power.min(Self::MOST)).fold(1.0, |product, _| product * 10.0);
        let power = self.exponent.unsigned_abs();
        let number = match self.aligned(0) {
            Some(whole) => whole as f64,
            None if self.exponent < 0 => self.digits as f64 / ten(power),
            None => self.digits as f64 * ten(power),
        };
        let number = number.min(f64::MAX);
        let number = if self.divisor == 1 { number } else { number / self.divisor as f64 };
        if self.negative && number != 0.0 { -number } else { number }
    }

    /// Ten to this power is more than a float can hold.
    const MOST: u32 = 400;

    /// The value, where it is a whole number below 2^32.
    pub(crate) fn small(self) -> Option<u32> {
        if self.negative || self.divisor != 1 {
            return None;
        }
        let digits = u32::try_from(self.digits).ok()?;
        match self.exponent {
            0 => Some(digits),
            1..=9 => digits.checked_mul(10u32.pow(self.exponent as u32)),
            _ => None,
        }
    }
}

/// A number as one writes it: the fewest digits that are read as the same number again, without an exponent. Beyond
/// sixteen digits the rest are noughts, and a fraction ends after 22 places.
pub(crate) fn written(value: f64) -> String {
    /// Whole numbers below this are exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    /// Powers of ten are exact up to this one.
    const MOST_PLACES: usize = 22;
    if !value.is_finite() {
        return "null".to_owned();
    }
    let (mut size, mut noughts, mut places) = (value.abs(), 0, 0);
    while size >= EXACT {
        size /= 10.0;
        noughts += 1;
    }
    // Both are exact, so their quotient is the very number that the digits stand for.
    let mut power = 1.0;
    while places < MOST_PLACES && size * power < EXACT / 10.0 && (size * power).round() / power != size {
        power *= 10.0;
        places += 1;
    }
    let mut digits = ((size * power).round() as u64).to_string();
    if noughts > 0 {
        digits.push_str(&"0".repeat(noughts));
    }
    if places > 0 {
        while digits.len() <= places {
            digits.insert(0, '0');
        }
        digits.insert(digits.len() - places, '.');
        digits.truncate(digits.trim_end_matches('0').trim_end_matches('.').len());
    }
    if value < 0.0 {
        digits.insert(0, '-');
    }
    digits
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "values are exact or wrong")]
mod tests {
    use super::{Decimal, written};

    #[test]
    fn numbers_are_written_as_they_are_read() {
        for (value, expect) in [
            (0.0, "0"),
            (-0.0, "0"),
            (11_000.0, "11000"),
            (-12.5, "-12.5"),
            (0.1, "0.1"),
            (31.25, "31.25"),
            (1.0 / 3.0, "0.3333333333333333"),
            (14.0 / 3.0, "4.666666666666667"),
            (0.000_000_000_001, "0.000000000001"),
            (9_460_730_472_580_800.0, "9460730472580800"),
            (1e22, "10000000000000000000000"),
            (1e-30, "0"),
            (f64::NAN, "null"),
        ] {
            assert_eq!(written(value), expect);
        }
        for cents in 0..100_000 {
            let value = f64::from(cents) / 100.0;
            assert_eq!(written(value), format!("{value}"));
        }
    }

    #[test]
    fn reads_exactly() {
        assert_eq!(Decimal::parse("10,000", None).value(), 10_000.0);
        assert_eq!(Decimal::parse("1.1", Some('.')).shift(9).value(), 1_100_000_000.0);
        assert_eq!(Decimal::parse("0.1", Some('.')).plus(Decimal::parse("0.2", Some('.'))).value(), 0.3);
        assert_eq!(Decimal::parse("9007199254740993", None).value(), 9_007_199_254_740_992.0);
        assert_eq!(Decimal::parse("123456.789012345", Some('.')).value(), 123_456.789_012_345);
        assert_eq!(Decimal::parse("7", None).shift(22).value(), 7e22);
        assert_eq!(Decimal::parse("25", None).unshift(20).value(), 25e-20);
        assert_eq!(Decimal::whole(2).over(3).shift(6).value(), 2_000_000.0 / 3.0);
        assert_eq!(Decimal::whole(2).plus(Decimal::whole(1).over(2)).value(), 2.5);
    }

    #[test]
    fn forty_digits_keep_their_size() {
        assert_eq!(Decimal::parse(&"9".repeat(40), None).value(), 1e40);
        assert_eq!(Decimal::parse(&"1".repeat(4000), None).value(), f64::MAX);
        assert_eq!(Decimal::parse(&"9".repeat(40), None).times(1000).value(), 1e43);
    }
}
