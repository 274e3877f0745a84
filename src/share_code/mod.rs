//! The share code: the closed answers of a scan in a few dozen letters, for a link or a message.
//!
//! A code is `fk1`, then base64url without padding of: two bytes that tell the content, one big number, and two
//! bytes that tell whether anything was changed on the way. The number is in mixed radix, a digit for every field,
//! so that its length depends on the content alone. Words that a person typed are never in it.
//!
//! Codes lie in people's mail: what [`write()`] makes must be read for as long as there is a Flexkompas. Another
//! order or meaning of the fields is another version, with another number after `fk`.

mod base64url;
mod checksum;
mod date;
mod mixed_radix;
mod received;

use crate::content::{Language, Library, Start};
use crate::domain::{Answer, Mark, Marks, Phase, ScanLength};
use crate::json::Text;
use crate::record::{Record, Stamp};

use mixed_radix::{Digit, MixedRadix};

/// Prefix of a share code in the fragment of an address.
pub const FRAGMENT_PREFIX: &str = "#r=";
/// The prefix of every code, followed by the version.
const PRODUCT: &str = "fk";
/// The version that this program writes, the only one so far.
const VERSION: u8 = b'1';
/// The longest text that is looked at. Content of the largest size allowed needs less than half of it.
const MAX_LEN: usize = 4096;
/// How many letters of the id of a scan go along: enough to tell apart the scans that one team compares.
const ID_LETTERS: usize = 5;
/// The letters of an id, in the order of their digits; a code has two more.
const ID_RADIX: usize = 62;

const LENGTHS: [ScanLength; 2] = [ScanLength::Quick, ScanLength::Full];
const MARKS: [Mark; 2] = [Mark::Now, Mark::Desired];
const ANSWERS: [Answer; 6] = [
    Answer::Rated(Phase::ALL[0]),
    Answer::Rated(Phase::ALL[1]),
    Answer::Rated(Phase::ALL[2]),
    Answer::Rated(Phase::ALL[3]),
    Answer::Unknown,
    Answer::NotApplicable,
];

/// Why a text is not a code that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Something else than a code.
    NotACode,
    /// Written by a newer version of the product.
    Newer,
    /// Made with other content.
    OtherQuestionSet,
    /// Mistyped, or cut off.
    Damaged,
}

/// Packs the closed answers of a scan: scope, day, statements, ambition, and the marks of the theme at hand.
///
/// Answers that the content does not know are left out.
pub fn write(record: &Record, start: &Start, library: &Library) -> String {
    let digits = digits(record, start, library);
    let mut bytes = checksum::content_fingerprint(start, library).to_be_bytes().to_vec();
    bytes.extend(MixedRadix::of(&digits).into_bytes(MixedRadix::bytes_for(&digits)));
    bytes.extend(checksum::crc16(&bytes).to_be_bytes());
    let mut code = String::from(PRODUCT);
    code.push(char::from(VERSION));
    base64url::encode(&bytes, &mut code);
    code
}

/// Unpacks a code into a record in this language. It must have been made with this content.
pub fn read(code: &str, start: &Start, library: &Library, language: Language) -> Result<Record, DecodeError> {
    let bytes = base64url::decode(payload_of(code.trim())?).ok_or(DecodeError::Damaged)?;
    let (bound, sum) = bytes.split_last_chunk().ok_or(DecodeError::Damaged)?;
    if checksum::crc16(bound) != u16::from_be_bytes(*sum) {
        return Err(DecodeError::Damaged);
    }
    // Only a code that is whole can be of another question set, whatever its length.
    let (fingerprint, number) = bound.split_first_chunk().ok_or(DecodeError::Damaged)?;
    if checksum::content_fingerprint(start, library) != u16::from_be_bytes(*fingerprint) {
        return Err(DecodeError::OtherQuestionSet);
    }
    let unknown = Stamp { id: Text::default(), started_at: Text::default() };
    let mut record = Record::new(unknown, start.question_set.clone(), language);
    if number.len() != MixedRadix::bytes_for(&digits(&record, start, library)) {
        return Err(DecodeError::Damaged);
    }
    let mut number = MixedRadix::from_bytes(number);
    read_fields(&mut number, &mut record, start, library);
    if number.is_zero() { Ok(record) } else { Err(DecodeError::Damaged) }
}

/// Reads a code as [`read`] does, also where mail and chats have wrapped, encoded or decorated it on its way.
pub fn read_received(
    text: &str,
    start: &Start,
    library: &Library,
    language: Language,
) -> Result<Record, DecodeError> {
    received::first_whole(text, |code| read(code, start, library, language))
}

/// The characters after the version.
fn payload_of(code: &str) -> Result<&[u8], DecodeError> {
    let (version, letters) = code
        .strip_prefix(PRODUCT)
        .and_then(|rest| rest.as_bytes().split_first())
        .ok_or(DecodeError::NotACode)?;
    match version {
        &VERSION if letters.len() > MAX_LEN => Err(DecodeError::Damaged),
        &VERSION => Ok(letters),
        b'2'..=b'9' => Err(DecodeError::Newer),
        _ => Err(DecodeError::NotACode),
    }
}

/// The fields of a record in their order, which is that of [`read_fields`] too.
fn digits(record: &Record, start: &Start, library: &Library) -> Vec<Digit> {
    let mut digits = Vec::new();
    let mut push = |value, radix| digits.push(Digit { value, radix });

    let mut id = record.stamp.id.chars();
    for _ in 0..ID_LETTERS {
        let at = id.next().and_then(|letter| base64url::decode_digit(letter).filter(|at| *at < ID_RADIX));
        push(at.unwrap_or(0), ID_RADIX);
    }
    push(date::to_days(&record.stamp.started_at), date::COUNT);

    push(LENGTHS.iter().position(|set| *set == record.scope.length).unwrap_or(0), LENGTHS.len());
    let role = record.scope.role.as_ref();
    push(choice(start.roles.iter().position(|known| Some(&known.id) == role)), start.roles.len() + 1);

    for statement in start.set.statements() {
        let answer = record.answers.get(statement.id.as_str());
        push(choice(ANSWERS.iter().position(|known| Some(known) == answer)), ANSWERS.len() + 1);
    }
    for dimension in start.set.dimensions() {
        let phase = record.ambition.get(dimension.id.as_str());
        push(choice(phase.map(|phase| phase.index())), Phase::ALL.len() + 1);
    }
    for principle in &library.principles {
        let marks = record.theme.placements.get(principle.id.as_str());
        for mark in MARKS {
            let stop = marks.and_then(|marks| marks.get(mark));
            let at = principle.stops.iter().position(|known| Some(&known.id) == stop);
            push(choice(at), principle.stops.len() + 1);
        }
    }
    digits
}

/// The digit of a field that may be left open.
fn choice(at: Option<usize>) -> usize {
    at.map_or(0, |at| at + 1)
}

/// Puts the fields of a number into an empty record, in the order of [`digits`].
fn read_fields(number: &mut MixedRadix, record: &mut Record, start: &Start, library: &Library) {
    let id: [u8; ID_LETTERS] = std::array::from_fn(|_| base64url::encode_digit(number.pop_digit(ID_RADIX)));
    let id: String = id.into_iter().map(char::from).collect();
    record.stamp = Stamp { id: id.into(), started_at: date::from_days(number.pop_digit(date::COUNT)) };

    record.scope.length = LENGTHS[number.pop_digit(LENGTHS.len()) % LENGTHS.len()];
    let role = take_choice(number, &start.roles);
    record.scope.role = role.map(|role| role.id.clone());

    for statement in start.set.statements() {
        if let Some(answer) = take_choice(number, &ANSWERS) {
            record.answers.insert(statement.id.clone(), *answer);
        }
    }
    for dimension in start.set.dimensions() {
        if let Some(phase) = take_choice(number, &Phase::ALL) {
            record.ambition.insert(dimension.id.clone(), *phase);
        }
    }
    for principle in &library.principles {
        let mut marks = Marks::default();
        for mark in MARKS {
            marks.set(mark, take_choice(number, &principle.stops).map(|stop| stop.id.clone()));
        }
        if marks != Marks::default() {
            record.theme.placements.insert(principle.id.clone(), marks);
        }
    }
}

/// The item of an optional field; `None` if it was left open.
fn take_choice<'a, T>(number: &mut MixedRadix, known: &'a [T]) -> Option<&'a T> {
    let at = number.pop_digit(known.len() + 1).checked_sub(1)?;
    known.get(at)
}
