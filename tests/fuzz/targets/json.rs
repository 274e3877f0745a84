//! No text makes reading JSON panic; what was read is written and read again without loss.

#![no_main]

use flexkompas::json::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(value) = parse(text) {
        assert_eq!(parse(&value.to_string()), Ok(value));
    }
});
