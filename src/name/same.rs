//! Whether entities of two articles are one.

use super::person::given_agree;
use super::{Entity, EntityKind};

/// Whether two entities, each of an article of its own, are the same person, body or place by all
/// that their names tell.
///
/// Countries, places and known bodies have one key for all their names. A person's key is the family
/// name and, where the article gives it, the given name: with one of them left out the family name
/// decides. A body's key is its words and, after a bar, the country it belongs to: with one country left
/// out the words decide, so `Defence Ministry` may be anybody's.
#[must_use]
pub fn same(a: &Entity, b: &Entity) -> bool {
    if a.kind != b.kind && a.kind != EntityKind::Other && b.kind != EntityKind::Other {
        return false;
    }
    if a.key == b.key {
        return !a.key.is_empty();
    }
    if a.kind == EntityKind::Person && b.kind == EntityKind::Person {
        let (surname, given) = a.key.split_once(' ').unwrap_or((&a.key, ""));
        let (other, other_given) = b.key.split_once(' ').unwrap_or((&b.key, ""));
        return surname == other && given_agree(given, other_given);
    }
    let (words, owner) = a.key.split_once(" | ").unwrap_or((&a.key, ""));
    let (others, other_owner) = b.key.split_once(" | ").unwrap_or((&b.key, ""));
    !words.is_empty() && words == others && (owner.is_empty() || other_owner.is_empty())
}
