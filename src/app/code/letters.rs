//! Bytes as letters that survive in an address and in a message: base64url without padding (RFC 4648).

/// The first 62 are also the letters of the id of a scan.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letter of a value below 64.
pub(super) fn at(value: usize) -> u8 {
    LETTERS[value % 64]
}

/// The value of a letter.
pub(super) fn place(letter: char) -> Option<usize> {
    LETTERS.iter().position(|known| char::from(*known) == letter)
}

/// Writes bytes behind a text, six bits a letter.
pub(super) fn write(bytes: &[u8], text: &mut String) {
    let (mut rest, mut bits) = (0, 0);
    for byte in bytes {
        rest = ((rest << 8) | usize::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 6 {
            bits -= 6;
            text.push(char::from(at(rest >> bits)));
        }
    }
    if bits > 0 {
        text.push(char::from(at(rest << (6 - bits))));
    }
}

/// Reads what [`write`] wrote, and nothing else: a letter too many or a bit behind the last byte is refused.
pub(super) fn read(letters: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len());
    let (mut rest, mut bits) = (0, 0);
    for letter in letters {
        rest = (rest << 6) | place(char::from(*letter))?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((rest >> bits).to_le_bytes()[0]);
            rest &= (1 << bits) - 1;
        }
    }
    (bits < 6 && rest == 0).then_some(bytes)
}
