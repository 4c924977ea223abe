//! Small and capital letters, of the alphabets that names in English news are written in.
//!
//! The standard library knows all of Unicode's, in tables that would take a thirtieth of the page.

/// The small letter of a capital one of the Latin, Greek, Cyrillic and Armenian alphabets; any other sign is itself.
pub(crate) fn small(c: char) -> char {
    let code = c as u32;
    let of_pair = |capital: u32| i32::from(code % 2 == capital);
    let up: i32 = match code {
        0x41..=0x5a | 0xff21..=0xff3a => 0x20,
        ..0xc0 => 0,
        // Latin, Greek, Cyrillic and Armenian in rows: the capitals, then the small letters.
        0xd7 | 0x3a2 => 0,
        0xc0..=0xde | 0x391..=0x3ab | 0x410..=0x42f => 0x20,
        0x386 => 0x26,
        0x388..=0x38a => 0x25,
        0x38c => 0x40,
        0x38e | 0x38f => 0x3f,
        0x400..=0x40f => 0x50,
        0x531..=0x556 => 0x30,
        // In pairs: a capital, then its small letter.
        0x130 => 0x69 - 0x130,
        0x138 | 0x149 => 0,
        0x178 => 0xff - 0x178,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc => of_pair(1),
        0x100..=0x17f | 0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 => of_pair(0),
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => of_pair(0),
        0x1e00..=0x1e95 | 0x1ea0..=0x1eff => of_pair(0),
        _ => 0,
    };
    code.checked_add_signed(up).and_then(char::from_u32).unwrap_or(c)
}

/// The capital letter of a small one; of a sign that has none it is itself.
pub(crate) fn capital(c: char) -> char {
    // A small letter stands behind its capital, this far at most, if it isn't one of the odd ones.
    const ODD: [(char, char); 3] = [('\u{ff}', '\u{178}'), ('i', 'I'), ('ς', 'Σ')];
    if let Some(&(_, capital)) = ODD.iter().find(|(small, _)| *small == c) {
        return capital;
    }
    [0x20, 1, 0x50, 0x30, 0x25, 0x26, 0x40, 0x3f]
        .into_iter()
        .filter_map(|down| char::from_u32((c as u32).checked_sub(down)?))
        .find(|&capital| capital != c && small(capital) == c)
        .unwrap_or(c)
}

/// A text in small letters.
#[inline(never)]
pub(crate) fn lower(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    lower.extend(text.chars().map(small));
    lower
}

/// A text in capital letters.
#[inline(never)]
pub(crate) fn upper(text: &str) -> String {
    text.chars().map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        let alphabets = ('\0'..='\u{52f}')
            .chain('\u{531}'..='\u{556}')
            .chain('\u{1e00}'..='\u{1e95}')
            .chain('\u{1ea0}'..='\u{1eff}');
        for c in alphabets {
            let expect = c.to_lowercase().next().unwrap_or(c);
            // Letters of phonetics and of old manuscripts are left as they are.
            let left =
                small(c) == c && matches!(c, '\u{180}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{4c0}'..='\u{4cf}');
            assert!(left || small(c) == expect, "{c:?}: {:?}, not {expect:?}", small(c));
            if small(c) != c && c != 'İ' {
                assert_eq!(capital(small(c)), c, "{c:?}");
            }
        }
    }

    #[test]
    fn texts() {
        assert_eq!(lower("ÉCOLE Štít ЩУКА Ωμέγα 5-TH"), "école štít щука ωμέγα 5-th");
        assert_eq!(upper("école štít щука 5-th"), "ÉCOLE ŠTÍT ЩУКА 5-TH");
    }
}
