//! base64url without padding (RFC 4648): safe in addresses and messages.

/// The first 62 characters are also those of scan ids.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The character of a value below 64.
pub(super) fn encode_digit(value: usize) -> u8 {
    ALPHABET[value % 64]
}

/// The value of a character.
pub(super) fn decode_digit(letter: char) -> Option<usize> {
    ALPHABET.iter().position(|known| char::from(*known) == letter)
}

/// Appends bytes to a text, six bits per character.
pub(super) fn encode(bytes: &[u8], text: &mut String) {
    let (mut rest, mut bits) = (0, 0);
    for byte in bytes {
        rest = ((rest << 8) | usize::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 6 {
            bits -= 6;
            text.push(char::from(encode_digit(rest >> bits)));
        }
    }
    if bits > 0 {
        text.push(char::from(encode_digit(rest << (6 - bits))));
    }
}

/// Reads what [`encode`] wrote, and nothing else: a letter too many or a bit behind the last byte is refused.
pub(super) fn decode(letters: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len());
    let (mut rest, mut bits) = (0, 0);
    for letter in letters {
        rest = (rest << 6) | decode_digit(char::from(*letter))?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((rest >> bits).to_le_bytes()[0]);
            rest &= (1 << bits) - 1;
        }
    }
    (bits < 6 && rest == 0).then_some(bytes)
}
