//! What is kept by key: by a word of a name, by what somebody is called.

use crate::lexicon::hash;

/// How many slots are looked at: no text can be made to cost more.
const PROBES: usize = 64;

/// Values by 64-bit key, in an open table that is at most half full.
#[derive(Debug)]
pub(super) struct Keyed<V> {
    keys: Keys,
    values: Vec<V>,
}

impl<V> Default for Keyed<V> {
    fn default() -> Self {
        Self { keys: Keys::default(), values: Vec::new() }
    }
}

impl<V: Default> Keyed<V> {
    /// The value of a key.
    pub(super) fn get(&self, key: u64) -> Option<&V> {
        self.values.get(self.keys.find(key).ok()?)
    }

    /// The value of a key, made where there is none.
    pub(super) fn entry(&mut self, key: u64) -> &mut V {
        let number = self.keys.number(key);
        if number >= self.values.len() {
            self.values.resize_with(number + 1, V::default);
        }
        &mut self.values[number]
    }

    /// The value of a text.
    pub(super) fn of(&self, text: &str) -> Option<&V> {
        self.get(hash(text.as_bytes()))
    }

    /// The value of a text, made where there is none.
    pub(super) fn entry_of(&mut self, text: &str) -> &mut V {
        self.entry(hash(text.as_bytes()))
    }
}

/// Numbers of keys, in the order in which they came: the same program for values of any kind.
#[derive(Debug, Default)]
struct Keys {
    /// Each key with its number and 1 at the place of its hash or the next free one; 0 is free.
    slots: Vec<(u64, u32)>,
    count: usize,
}

impl Keys {
    /// The number of a key, or the slot where it would stand: behind all where there is none.
    fn find(&self, key: u64) -> Result<usize, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let first = (key ^ key >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        for probe in 0..PROBES.min(self.slots.len()) {
            let slot = (first as usize + probe) & mask;
            match self.slots[slot] {
                (_, 0) => return Err(slot),
                (other, number) if other == key => return Ok(number as usize - 1),
                _ => {}
            }
        }
        Err(self.slots.len())
    }

    /// The number of a key, the next one where it has none. What finds no slot is not found again.
    fn number(&mut self, key: u64) -> usize {
        let slot = match self.find(key) {
            Ok(number) => return number,
            Err(_) if self.count * 2 >= self.slots.len() => self.grow(key),
            Err(slot) => slot,
        };
        self.count += 1;
        if let Some(free) = self.slots.get_mut(slot) {
            *free = (key, self.count as u32);
        }
        self.count - 1
    }

    /// Makes room for twice as many; gives the slot of a key.
    fn grow(&mut self, key: u64) -> usize {
        let old = std::mem::take(&mut self.slots);
        self.slots.resize((old.len() * 2).max(64), (0, 0));
        for (key, number) in old.into_iter().filter(|(_, number)| *number > 0) {
            if let Err(slot) = self.find(key)
                && let Some(free) = self.slots.get_mut(slot)
            {
                *free = (key, number);
            }
        }
        self.find(key).unwrap_or_else(|slot| slot)
    }
}

#[cfg(test)]
mod tests {
    use super::Keyed;

    #[test]
    fn each_key_has_its_value() {
        let mut numbers: Keyed<u64> = Keyed::default();
        for key in 0..5000 {
            *numbers.entry(key) += key;
            *numbers.entry_of(&key.to_string()) += 2 * key;
        }
        for key in 0..5000 {
            assert_eq!(numbers.get(key), Some(&key));
            assert_eq!(numbers.of(&key.to_string()), Some(&(2 * key)));
        }
        assert_eq!((numbers.get(5000), numbers.of("5000")), (None, None));
    }
}
