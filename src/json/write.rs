//! Writes JSON text without white space.

use std::fmt::{Formatter, Result, Write};

use super::Value;

pub(super) fn write(value: &Value, out: &mut Formatter<'_>) -> Result {
    match value {
        Value::Null => out.write_str("null"),
        Value::Bool(true) => out.write_str("true"),
        Value::Bool(false) => out.write_str("false"),
        Value::Number(number) => out.write_str(number),
        Value::Text(text) => string(text, out),
        Value::List(items) => {
            out.write_char('[')?;
            for (place, item) in items.iter().enumerate() {
                separate(place, out)?;
                write(item, out)?;
            }
            out.write_char(']')
        }
        Value::Object(fields) => {
            out.write_char('{')?;
            for (place, (key, value)) in fields.iter().enumerate() {
                separate(place, out)?;
                string(key, out)?;
                out.write_char(':')?;
                write(value, out)?;
            }
            out.write_char('}')
        }
    }
}

fn separate(place: usize, out: &mut Formatter<'_>) -> Result {
    if place == 0 { Ok(()) } else { out.write_char(',') }
}

fn string(text: &str, out: &mut Formatter<'_>) -> Result {
    out.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            '\0'..='\u{1f}' => {
                let code = character as usize;
                let hex = b"0123456789abcdef";
                out.write_str("\\u00")?;
                out.write_char(char::from(hex[code >> 4]))?;
                out.write_char(char::from(hex[code & 15]))?;
            }
            _ => out.write_char(character)?,
        }
    }
    out.write_char('"')
}
