//! Data files as the program holds them: without their comments, which are for whoever edits them.

/// The text of a data file of this folder without its comment lines.
macro_rules! list {
    ($file:literal) => {{
        const ALL: &str = include_str!($file);
        const KEPT: &[u8] = &crate::lexicon::list::kept::<{ crate::lexicon::list::length(ALL) }>(ALL);
        const TEXT: &str = match std::str::from_utf8(KEPT) {
            Ok(text) => text,
            // Whole lines were left out, so it can't be.
            Err(_) => "",
        };
        TEXT
    }};
}

pub(super) use list;

/// How long a data file is without its comment lines, in bytes.
pub(super) const fn length(all: &str) -> usize {
    let (all, mut at, mut length) = (all.as_bytes(), 0, 0);
    while at < all.len() {
        let end = line_end(all, at);
        if all[at] != b'#' {
            length += end - at;
        }
        at = end;
    }
    length
}

/// A data file without its comment lines, where `N` is its [`length`].
pub(super) const fn kept<const N: usize>(all: &str) -> [u8; N] {
    let (all, mut at, mut out, mut length) = (all.as_bytes(), 0, [0; N], 0);
    while at < all.len() {
        let end = line_end(all, at);
        let comment = all[at] == b'#';
        while at < end {
            if !comment {
                out[length] = all[at];
                length += 1;
            }
            at += 1;
        }
    }
    out
}

/// Where the line ends that begins here, its line feed in it.
const fn line_end(all: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < all.len() {
        at += 1;
        if all[at - 1] == b'\n' {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{kept, length};

    #[test]
    fn comment_lines_are_left_out() {
        const ALL: &str = "# one\na\tb # c\n#\nd é\n# two";
        assert_eq!(&kept::<{ length(ALL) }>(ALL), "a\tb # c\nd é\n".as_bytes());
    }
}
