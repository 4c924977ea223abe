//! Where in a sorted list to begin to look for a place: faster than to halve the list each time.

/// For every so many places the first entry of a list that ends behind them.
#[derive(Clone, Debug)]
pub(super) struct Marks<const APART: usize>(Vec<u32>);

impl<const APART: usize> Marks<APART> {
    /// Marks a list by where its entries end, in rising order.
    pub(super) fn new(ends: impl ExactSizeIterator<Item = usize>) -> Self {
        let mut marks = Vec::with_capacity(ends.len() / 4 + 1);
        for (at, end) in ends.enumerate() {
            while marks.len() * APART < end {
                marks.push(at as u32);
            }
        }
        Self(marks)
    }

    /// The first entry of the list that ends behind a place; their number where none does.
    pub(super) fn behind<T>(&self, place: usize, list: &[T], end: impl Fn(&T) -> usize) -> usize {
        let Some(&first) = self.0.get(place / APART) else { return list.len() };
        let mut at = first as usize;
        while list.get(at).is_some_and(|entry| end(entry) <= place) {
            at += 1;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn the_first_that_ends_behind_a_place() {
        let ends = [3, 4, 19, 20, 21, 64, 65, 200];
        let marks = Marks::<16>::new(ends.iter().copied());
        for place in 0..300 {
            let expect = ends.iter().position(|&end| end > place).unwrap_or(ends.len());
            assert_eq!(marks.behind(place, &ends, |&end| end), expect, "{place}");
        }
        assert_eq!(Marks::<16>::new([].into_iter()).behind(0, &[], |&end| end), 0);
    }
}
