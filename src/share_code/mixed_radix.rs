//! A big number in mixed radix: fields share bytes, so a choice of seven takes less than three bits.

/// A digit: the value of one field.
pub(super) struct Digit {
    /// Its value, from 0.
    pub(super) value: usize,
    /// The number of possible values, at least one.
    pub(super) radix: usize,
}

/// Bytes in little-endian order.
///
/// Arithmetic uses `usize`, which has 32 bits in the browser: enough for a radix up to 2^24, and no radix exceeds the
/// number of days, stops or roles by much.
pub(super) struct MixedRadix(Vec<u8>);

impl MixedRadix {
    /// Encodes digits; the first one is popped first.
    pub(super) fn of(digits: &[Digit]) -> Self {
        let mut number = Self(Vec::new());
        for digit in digits.iter().rev() {
            number.push_digit(digit.value, digit.radix);
        }
        number
    }

    /// The number of bytes for the largest value of these digits.
    pub(super) fn bytes_for(digits: &[Digit]) -> usize {
        let mut largest = Self(Vec::new());
        for digit in digits.iter().rev() {
            largest.push_digit(digit.radix.saturating_sub(1), digit.radix);
        }
        largest.0.len()
    }

    /// Reads the bytes of [`MixedRadix::into_bytes`].
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// Exactly `count` bytes, padded with zeros.
    pub(super) fn into_bytes(mut self, count: usize) -> Vec<u8> {
        self.0.resize(count, 0);
        self.0
    }

    /// True if every digit was popped.
    pub(super) fn is_zero(&self) -> bool {
        self.0.iter().all(|byte| *byte == 0)
    }

    /// Multiplies and adds: pushes a digit in front of the others.
    fn push_digit(&mut self, value: usize, radix: usize) {
        let mut carry = value;
        for byte in &mut self.0 {
            carry += usize::from(*byte) * radix;
            *byte = carry.to_le_bytes()[0];
            carry >>= 8;
        }
        while carry > 0 {
            self.0.push(carry.to_le_bytes()[0]);
            carry >>= 8;
        }
    }

    /// Divides: pops the first digit.
    pub(super) fn pop_digit(&mut self, radix: usize) -> usize {
        let radix = radix.max(1);
        let mut rest = 0;
        for byte in self.0.iter_mut().rev() {
            rest = (rest << 8) | usize::from(*byte);
            *byte = (rest / radix).to_le_bytes()[0];
            rest %= radix;
        }
        rest
    }
}
