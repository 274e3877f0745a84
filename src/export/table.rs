//! A table as text for spreadsheets: separators, quotes, and cells that must not be taken for a formula.

use crate::content::MessageKey;
use crate::domain::Phase;
use crate::json::Text;
use crate::report::Report;

/// Part, code, what was asked, answer, value, note.
const COLUMNS: usize = 6;

/// Rows in the making. Cells are added one by one: handing over whole rows takes a third more code.
pub(crate) struct Table<'a> {
    report: &'a Report<'a>,
    text: String,
    /// How many cells the row has by now.
    cells: usize,
}

impl<'a> Table<'a> {
    pub(crate) fn of(report: &'a Report<'a>) -> Self {
        // Without this mark Excel takes the letters for those of another alphabet.
        Self { report, text: String::from("\u{feff}"), cells: 0 }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Begins a row: which part, and the name in the data.
    pub(crate) fn begin(&mut self, part: MessageKey, id: &str) {
        self.message(part);
        self.cell(id);
    }

    /// Ends the row before, if there is one, and begins one that asks for a thing by its word.
    pub(crate) fn fact(&mut self, part: MessageKey, id: &str, asked: MessageKey) {
        if self.cells > 0 {
            self.end();
        }
        self.begin(part, id);
        self.message(asked);
    }

    pub(crate) fn message(&mut self, message: MessageKey) {
        self.text(self.report.message(message));
    }

    #[allow(clippy::needless_pass_by_value, reason = "dropping it here and not at every call saves bytes")]
    pub(crate) fn text(&mut self, text: Text) {
        self.cell(&text);
    }

    pub(crate) fn joined(&mut self, first: &str, between: &str, last: &str) {
        self.cell(&[first, between, last].concat());
    }

    pub(crate) fn number(&mut self, number: usize) {
        self.cell(&number.to_string());
    }

    /// The number of a phase; empty where there is none.
    pub(crate) fn phase(&mut self, phase: Option<Phase>) {
        match phase {
            Some(phase) => self.number(usize::from(phase.number())),
            None => self.cell(""),
        }
    }

    /// Ends the row; cells that were not added are empty.
    pub(crate) fn end(&mut self) {
        while self.cells < COLUMNS {
            self.cell("");
        }
        self.text.push_str("\r\n");
        self.cells = 0;
    }

    pub(crate) fn cell(&mut self, text: &str) {
        if self.cells > 0 {
            self.text.push(';');
        }
        self.cells += 1;
        push_cell(&mut self.text, text);
    }
}

/// Letters with which spreadsheets begin a formula, also behind spaces.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Adds a cell that reads back as the text (RFC 4180), but for one that a spreadsheet would carry out as a formula:
/// that gets an apostrophe in front, because somebody else may have written it.
fn push_cell(table: &mut String, text: &str) {
    let mut letters = text.chars();
    let begins = letters.find(|letter| FORMULA.contains(letter) || !letter.is_whitespace());
    let is_formula = begins.is_some_and(|letter| FORMULA.contains(&letter));
    let quoted = text.trim().len() != text.len()
        || text.bytes().any(|byte| matches!(byte, b';' | b'"' | b'\r' | b'\n'));
    if quoted {
        table.push('"');
    }
    if is_formula {
        table.push('\'');
    }
    for letter in text.chars() {
        if letter == '"' {
            table.push('"');
        }
        table.push(letter);
    }
    if quoted {
        table.push('"');
    }
}
