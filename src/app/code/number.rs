//! One big number in mixed radix: whole fields share bytes, so that a choice of seven costs less than three bits.

/// One field: a place among so many.
pub(super) struct Digit {
    /// The place, from 0.
    pub(super) at: usize,
    /// How many places there are, at least one.
    pub(super) of: usize,
}

/// Its bytes, the smallest first.
///
/// Sums are made in `usize`. In the browser that has 32 bits: enough for fields of 2^24 places, while a field has
/// no more places than the content has stops or roles.
pub(super) struct Number(Vec<u8>);

impl Number {
    /// The number of these fields, the first of which is taken first.
    pub(super) fn of(digits: &[Digit]) -> Self {
        let mut number = Self(Vec::new());
        for digit in digits.iter().rev() {
            number.put(digit.at, digit.of);
        }
        number
    }

    /// How many bytes the largest number of fields like these has.
    pub(super) fn bytes_for(digits: &[Digit]) -> usize {
        let mut largest = Self(Vec::new());
        for digit in digits.iter().rev() {
            largest.put(digit.of.saturating_sub(1), digit.of);
        }
        largest.0.len()
    }

    /// Takes the bytes that [`Number::into_bytes`] gave.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// Exactly so many bytes, with zeros where the number is small.
    pub(super) fn into_bytes(mut self, count: usize) -> Vec<u8> {
        self.0.resize(count, 0);
        self.0
    }

    /// True when every field was taken.
    pub(super) fn is_zero(&self) -> bool {
        self.0.iter().all(|byte| *byte == 0)
    }

    /// Multiplies and adds: puts a field before all others.
    fn put(&mut self, at: usize, of: usize) {
        let mut carry = at;
        for byte in &mut self.0 {
            carry += usize::from(*byte) * of;
            *byte = carry.to_le_bytes()[0];
            carry >>= 8;
        }
        while carry > 0 {
            self.0.push(carry.to_le_bytes()[0]);
            carry >>= 8;
        }
    }

    /// Divides: takes the first field, which has so many places.
    pub(super) fn take(&mut self, of: usize) -> usize {
        let of = of.max(1);
        let mut rest = 0;
        for byte in self.0.iter_mut().rev() {
            rest = (rest << 8) | usize::from(*byte);
            *byte = (rest / of).to_le_bytes()[0];
            rest %= of;
        }
        rest
    }
}
