//! Sorting that costs next to nothing in the browser.
//!
//! The sorts of the standard library are made for millions of items, and each kind of item sorted adds some five
//! kilobytes to the program. Natively they are used; in the browser one small merge sort over indices serves all
//! kinds. Both are stable, so the order is the same.

use std::cmp::Ordering;

/// Sorts items by themselves.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts items by a key; those of one key stay as they stand.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts items as `compare` says; those that are equal stay as they stand.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    items.sort_by(compare);
}

/// Sorts items as `compare` says; those that are equal stay as they stand.
#[cfg(target_arch = "wasm32")]
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    small(items, compare);
}

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the browser's, tested natively"))]
fn small<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = merged(items.len(), &|a, b| match (items.get(a as usize), items.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b).is_gt(),
        _ => false,
    });
    // Each circle of moves is walked once; what is done points to itself.
    for start in 0..items.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at as u32) as usize;
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// The indices below `n` in order, where `after` says whether the first of two stands after the second.
fn merged(n: usize, after: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut from: Vec<u32> = (0..n as u32).collect();
    let mut to = Vec::with_capacity(n);
    let mut width = 1;
    while width < n {
        for pair in from.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let ([a, rest_left @ ..], [b, rest_right @ ..]) = (left, right) {
                if after(*a, *b) {
                    to.push(*b);
                    right = rest_right;
                } else {
                    to.push(*a);
                    left = rest_left;
                }
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        std::mem::swap(&mut from, &mut to);
        to.clear();
        width *= 2;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_sort_orders_as_the_standard_one_does() {
        let mut seed = 7u32;
        for n in 0..70 {
            let items: Vec<(u32, usize)> = (0..n)
                .map(|at| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 29, at)
                })
                .collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            small(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs, "{n} items");
        }
    }
}
