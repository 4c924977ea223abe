//! The digests that come with the program: five reports of one matter, told in our own words with
//! every figure, date, speaker, outlet and stance of the originals.
//!
//! They are read by the same pipeline as a pasted article; nothing about them is built in.

use super::{Article, front_matter};

/// The digests, in the order of the corpus.
const DIGESTS: [&str; 5] = [
    include_str!("digests/000-washington-examiner.md"),
    include_str!("digests/001-kyiv-post.md"),
    include_str!("digests/002-hbtv-ani.md"),
    include_str!("digests/003-blog.md"),
    include_str!("digests/004-unnamed-outlet.md"),
];

/// The digests as articles.
pub(super) fn articles() -> impl Iterator<Item = Article> {
    // They are part of the program, and the test below reads each: none is left out.
    DIGESTS.into_iter().filter_map(|file| front_matter::article(file, "digest").ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digest_has_an_id_a_title_a_day_and_a_text() {
        let mut ids = Vec::new();
        for article in articles() {
            assert!(article.about.title.is_some(), "{}: no title", article.id);
            assert!(article.about.day().is_some(), "{}: no day", article.id);
            assert!(article.text.len() > 1000, "{}: no text", article.id);
            assert!(!article.text.contains("---"), "{}: front matter in the text", article.id);
            ids.push(article.id);
        }
        assert_eq!(ids, ["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"]);
    }
}
