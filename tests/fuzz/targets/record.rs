//! No text makes reading a record panic; what was read is written and read again without loss, and has a code.

#![no_main]

use flexkompas::record::{read as read_record, write as write_record};
use flexkompas::json::Value;
use flexkompas_fuzz::with_content;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    with_content(|content| {
        let Ok(record) = read_record(text, content.question_set()) else { return };
        let written = Value::Object(write_record(&record)).to_string();
        let code = content.code_of(&record);
        let scan = content.read_code(&code).unwrap();
        assert_eq!(content.code_of(&scan), code);
        assert_eq!(read_record(&written, content.question_set()), Ok(record));
    });
});
