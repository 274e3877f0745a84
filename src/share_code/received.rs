//! Codes as they arrive: mail programs and chats wrap lines, add punctuation, brackets and tracking parameters, and
//! encode characters. The checksum decides which of the possible spellings is the code.

use super::{DecodeError, MAX_LEN, PRODUCT, base64url};

/// Marks of emphasis that are letters of a code too.
const EMPHASIS: [char; 2] = ['_', '-'];

/// Reads the text as it is and then what may be the code in it; returns the first that is a whole code.
///
/// # Errors
///
/// `Damaged` if any spelling at least begins like a code, `NotACode` otherwise.
pub(super) fn first_whole<T>(
    text: &str,
    mut read: impl FnMut(&str) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let mut outcome = read(text.trim());
    if text.len() > MAX_LEN {
        return outcome;
    }
    for spelling in spellings(text) {
        outcome = match (outcome, read(&spelling)) {
            (Err(DecodeError::Damaged), Err(DecodeError::NotACode)) => Err(DecodeError::Damaged),
            (Err(DecodeError::Damaged | DecodeError::NotACode), next) => next,
            (found, _) => return found,
        };
    }
    outcome
}

/// The candidates for the code in a text, most literal first: its first unbroken run of letters; the same without one or two
/// marks of emphasis, which are letters of a code too, and without all of them; the run across white space and invisible
/// characters; and all letters.
fn spellings(text: &str) -> [String; 6] {
    let is_letter = |character: &char| base64url::decode_digit(*character).is_some();
    let run_in = |text: &str| -> String { from_prefix(text).chars().take_while(is_letter).collect() };
    let run = run_in(text);
    // A code may end in such a letter itself.
    let without_one = run.strip_suffix(EMPHASIS).unwrap_or(&run).to_owned();
    let without_two = without_one.strip_suffix(EMPHASIS).unwrap_or(&without_one).to_owned();
    let without_any = run.trim_end_matches(EMPHASIS).to_owned();
    let visible: String = text.chars().filter(|character| !is_invisible(*character)).collect();
    let letters: String = text.chars().filter(is_letter).collect();
    [run, without_one, without_two, without_any, run_in(&visible), from_prefix(&letters).to_owned()]
}

/// The text from the first that looks like the beginning of a code.
fn from_prefix(text: &str) -> &str {
    text.find(PRODUCT).and_then(|begin| text.get(begin..)).unwrap_or_default()
}

/// White space, soft hyphens, zero-width characters and marks of the writing direction.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
