//! Codes made by hand, with base64url and CRC-16 written a second time: whole on the outside, whatever they hold.

pub(crate) const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The lowest bits of a value, the highest of them first.
fn bits(value: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..count).rev().map(move |at| value >> at & 1)
}

/// The values of groups of bits; the last group is filled up with zeros.
fn groups(bits: &[usize], of: usize) -> impl Iterator<Item = usize> {
    bits.chunks(of).map(move |group| (0..of).fold(0, |value, at| value * 2 + group.get(at).unwrap_or(&0)))
}

/// A code with a right checksum over these bytes.
pub(crate) fn sealed(bytes: &[u8]) -> String {
    let mut sum = 0xffff_usize;
    for byte in bytes {
        sum ^= usize::from(*byte) << 8;
        for _ in 0..8 {
            sum = if sum & 0x8000 == 0 { sum << 1 } else { sum << 1 ^ 0x1_1021 };
        }
    }
    let of_bytes = bytes.iter().flat_map(|byte| bits(usize::from(*byte), 8));
    let all: Vec<usize> = of_bytes.chain(bits(sum, 16)).collect();
    let letters = groups(&all, 6).map(|value| char::from(LETTERS.as_bytes()[value]));
    "fk1".chars().chain(letters).collect()
}

/// The bytes of a code but for the checksum.
#[track_caller]
pub(crate) fn opened(code: &str) -> Vec<u8> {
    let all: Vec<usize> =
        code[3..].chars().flat_map(|letter| bits(LETTERS.find(letter).unwrap(), 6)).collect();
    let whole = &all[..all.len() / 8 * 8 - 16];
    groups(whole, 8).map(|value| u8::try_from(value).unwrap()).collect()
}

#[test]
fn the_checksum_is_that_of_the_catalogue_of_checksums() {
    assert_eq!(sealed(b"123456789"), "fk1MTIzNDU2Nzg5KbE", "the CRC of these digits is 29B1");
}
