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
    separator: char,
    /// How many cells the row has by now.
    cells: usize,
}

impl<'a> Table<'a> {
    pub(crate) fn of(report: &'a Report<'a>) -> Self {
        // Where a comma separates decimals, spreadsheets separate cells by semicolons.
        let separator = if &*report.message(MessageKey::DecimalSeparator) == "," { ';' } else { ',' };
        // Without this mark Excel takes the letters for those of another alphabet.
        Self { report, text: String::from("\u{feff}"), separator, cells: 0 }
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
        self.value(&number.to_string());
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

    /// Words, which must stay words.
    pub(crate) fn cell(&mut self, text: &str) {
        self.push(text, is_formula(text) || is_altered(text));
    }

    /// A number or a date, which a spreadsheet may read as such.
    pub(crate) fn value(&mut self, text: &str) {
        self.push(text, is_formula(text));
    }

    fn push(&mut self, text: &str, is_guarded: bool) {
        if self.cells > 0 {
            self.text.push(self.separator);
        }
        self.cells += 1;
        push_cell(&mut self.text, text, is_guarded);
    }
}

/// Characters with which spreadsheets begin a formula, also behind spaces.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn is_formula(text: &str) -> bool {
    let first = text.chars().find(|character| FORMULA.contains(character) || !character.is_whitespace());
    first.is_some_and(|first| FORMULA.contains(&first))
}

/// The words that dates, times and numbers may contain in either language; of three letters or more, abbreviations too.
const WORDS: [&str; 25] = [
    "january",
    "januari",
    "february",
    "februari",
    "march",
    "maart",
    "mrt",
    "april",
    "may",
    "mei",
    "june",
    "juni",
    "july",
    "juli",
    "august",
    "augustus",
    "september",
    "october",
    "oktober",
    "november",
    "december",
    "e",
    "a",
    "am",
    "pm",
];
/// The other characters of dates, times, numbers and amounts.
const MARKS: &str = "./-:,'%€$£()+";
/// The words that a spreadsheet takes for yes and no.
const TRUTH: [&str; 4] = ["true", "false", "waar", "onwaar"];
/// A whole number with more digits loses its last ones.
const EXACT_DIGITS: usize = 15;

/// Whether a spreadsheet would show a text as something else: a date (`1-2`, `3/4`), a time, a number without its zeros
/// (`00123`) or with an exponent (`1E5`). A whole number stays what it is.
fn is_altered(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    if text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= EXACT_DIGITS {
        return text.len() > 1 && text.starts_with('0');
    }
    let is_mark = |character: char| character.is_whitespace() || MARKS.contains(character);
    let is_known = |word: &str| {
        let is_it = |known: &&str| *known == word || (word.len() >= 3 && known.starts_with(word));
        word.is_empty() || WORDS.iter().any(is_it)
    };
    let mut words = text.split(|character: char| character.is_ascii_digit() || is_mark(character));
    TRUTH.contains(&&*text)
        || text.contains(|character: char| character.is_ascii_digit()) && words.all(is_known)
}

/// Adds a cell that reads back as the text (RFC 4180), behind an apostrophe where it is guarded
/// (docs/decisions/0021-cells-that-spreadsheets-change.md). Both separators are quoted: a spreadsheet may use either.
fn push_cell(table: &mut String, text: &str, is_guarded: bool) {
    let quoted = text.trim().len() != text.len()
        || text.bytes().any(|byte| matches!(byte, b',' | b';' | b'"' | b'\r' | b'\n'));
    if quoted {
        table.push('"');
    }
    if is_guarded {
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
