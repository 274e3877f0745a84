//! Reads JSON text. Never panics, whatever the text; nesting is bounded so that the stack is too.

use super::{Fields, Text, Value};

/// Deepest nesting that is read. Content and records need fewer than ten levels.
const MAX_DEPTH: usize = 64;

/// Where a text stops being JSON, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The fault there, in a few English words for the console and the content report.
    pub reason: &'static str,
}

/// Reads one JSON value; a byte order mark and white space around it are allowed, anything else is not.
pub fn parse(text: &str) -> Result<Value, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0).and_then(|value| {
        parser.skip_space();
        if parser.at == text.len() { Ok(value) } else { Err("text after the end") }
    });
    value.map_err(|reason| parser.error(reason))
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

type Read<T> = Result<T, &'static str>;

impl Parser<'_> {
    fn error(&self, reason: &'static str) -> SyntaxError {
        let mut end = self.at.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        SyntaxError { line, column, reason }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Read<Value> {
        if depth > MAX_DEPTH {
            return Err("nested too deeply");
        }
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.literal("true", Value::Bool(true)),
            Some(b'f') => self.literal("false", Value::Bool(false)),
            Some(b'n') => self.literal("null", Value::Null),
            Some(_) => Err("a value was expected"),
            None => Err("the text ends too early"),
        }
    }

    fn literal(&mut self, literal: &str, value: Value) -> Read<Value> {
        if !self.text.as_bytes()[self.at..].starts_with(literal.as_bytes()) {
            return Err("a value was expected");
        }
        self.at += literal.len();
        Ok(value)
    }

    fn object(&mut self, depth: usize) -> Read<Value> {
        self.at += 1;
        let mut fields = Fields::new();
        self.skip_space();
        if self.take(b'}') {
            return Ok(Value::Object(fields));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err("a name in quotes was expected");
            }
            let key = self.string()?;
            if super::get(&fields, &key).is_some() {
                return Err("this name stands twice");
            }
            self.skip_space();
            if !self.take(b':') {
                return Err("a colon was expected");
            }
            fields.push((key, self.value(depth + 1)?));
            self.skip_space();
            if self.take(b'}') {
                return Ok(Value::Object(fields));
            }
            if !self.take(b',') {
                return Err("a comma or } was expected");
            }
        }
    }

    fn list(&mut self, depth: usize) -> Read<Value> {
        self.at += 1;
        let mut items = Vec::new();
        self.skip_space();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.skip_space();
            if self.take(b']') {
                return Ok(Value::List(items));
            }
            if !self.take(b',') {
                return Err("a comma or ] was expected");
            }
        }
    }

    fn digits(&mut self) -> Read<()> {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == from { Err("a digit was expected") } else { Ok(()) }
    }

    fn number(&mut self) -> Read<Value> {
        let from = self.at;
        self.take(b'-');
        let leading_zero = self.peek() == Some(b'0');
        let first = self.at;
        self.digits()?;
        if leading_zero && self.at > first + 1 {
            return Err("a number may not begin with 0");
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _signed = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(Value::Number(self.text[from..self.at].into()))
    }

    /// Reads a string from its opening quote. Quotes and escapes are ASCII, so every cut is at a boundary.
    fn string(&mut self) -> Read<Text> {
        self.at += 1;
        let mut plain_from = self.at;
        let mut read = String::new();
        loop {
            match self.peek() {
                Some(b'"') => {
                    let rest = &self.text[plain_from..self.at];
                    self.at += 1;
                    if read.is_empty() {
                        return Ok(rest.into());
                    }
                    read.push_str(rest);
                    return Ok(read.into());
                }
                Some(b'\\') => {
                    read.push_str(&self.text[plain_from..self.at]);
                    self.at += 1;
                    read.push(self.escape()?);
                    plain_from = self.at;
                }
                Some(0..=0x1f) => return Err("a line break or control character inside quotes"),
                Some(_) => self.at += 1,
                None => return Err("quotes are not closed"),
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let escaped = self.peek();
        self.at += 1;
        Ok(match escaped {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err("an unknown escape"),
        })
    }

    /// A `\u` escape, or the two of a pair; half a pair becomes the replacement character, as browsers show it.
    fn unicode(&mut self) -> Read<char> {
        let first = self.four_hex()?;
        let mut code = first;
        if (0xd800..0xdc00).contains(&first) && self.text.as_bytes()[self.at..].starts_with(b"\\u") {
            let before = self.at;
            self.at += 2;
            let second = self.four_hex()?;
            if (0xdc00..0xe000).contains(&second) {
                code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            } else {
                self.at = before;
            }
        }
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four_hex(&mut self) -> Read<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or("four hexadecimal digits were expected")?;
            self.at += 1;
        }
        Ok(code)
    }
}
