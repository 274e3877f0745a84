//! No text makes reading a code panic, and a code that is read is the only one for what was read.

#![no_main]

use flexkompas_fuzz::{Content, with_content};
use libfuzzer_sys::fuzz_target;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fuzz_target!(|input: &[u8]| {
    with_content(|content| {
        if let Ok(text) = str::from_utf8(input) {
            check(content, text);
            check(content, &["fk1", text].concat());
        }
        // Chance seldom finds the right sums. These codes look whole, which brings the number behind them into reach.
        check(content, &sealed(input));
        check(content, &sealed(&[binding(content).as_slice(), input].concat()));
    });
});

fn check(content: &Content, text: &str) {
    if let Ok(scan) = content.read_code(text) {
        assert_eq!(content.code_of(&scan), text.trim());
    }
}

/// The two bytes that tell the content: they fill the first three letters of every code but for two bits.
fn binding(content: &Content) -> [u8; 2] {
    let code = content.code_of(&content.blank());
    let values = code.bytes().skip(3).take(3).filter_map(|letter| LETTERS.iter().position(|l| *l == letter));
    let bits = values.fold(0, |bits, value| bits << 6 | value) >> 2;
    u16::try_from(bits).unwrap().to_be_bytes()
}

/// A code with a right checksum over these bytes.
fn sealed(bytes: &[u8]) -> String {
    let mut sum = 0xffff_u16;
    for byte in bytes {
        sum ^= u16::from(*byte) << 8;
        for _ in 0..8 {
            sum = if sum & 0x8000 == 0 { sum << 1 } else { sum << 1 ^ 0x1021 };
        }
    }
    let mut code = "fk1".to_owned();
    let all = [bytes, &sum.to_be_bytes()].concat();
    for three in all.chunks(3) {
        let byte = |at: usize| usize::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..=three.len() {
            code.push(char::from(LETTERS[bits >> (18 - 6 * at) & 63]));
        }
    }
    code
}
