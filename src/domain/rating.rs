//! The four phases, and the description a person picks for a statement.

use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

/// A phase of the flexibility spectrum, 1 (individual arrangements) to 4 (new way of working) (docs/product.md#phases).
///
/// Also the value of a rated statement: each of its four descriptions stands for one phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "u8")]
pub struct Phase(u8);

impl Phase {
    /// The first phase.
    pub const FIRST: Self = Self(1);
    /// The last phase.
    pub const LAST: Self = Self(4);
    /// All phases in order.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// Takes a number from 1 to 4.
    pub fn new(number: u8) -> Option<Self> {
        (1..=4).contains(&number).then_some(Self(number))
    }

    /// The phase as a number, 1 to 4.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Its place in a list of four, 0 to 3.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    /// The phase after this one; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }
}

/// A number that is not a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPhase;

impl fmt::Display for NotAPhase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a phase: 1 to 4")
    }
}

impl std::error::Error for NotAPhase {}

impl TryFrom<u8> for Phase {
    type Error = NotAPhase;

    fn try_from(number: u8) -> Result<Self, NotAPhase> {
        Self::new(number).ok_or(NotAPhase)
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(["1", "2", "3", "4"][self.index()])
    }
}

/// The answer to a statement. An unanswered statement has none; there is no value for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The description that fits best.
    Rated(Phase),
    /// *Weet ik niet*: counts as applicable, but not as rated.
    Unknown,
    /// *Niet van toepassing*: leaves the statement out of every sum.
    NotApplicable,
}

impl Answer {
    /// The value of the radio and of the stored record (docs/product.md#stable-hooks).
    pub fn value(self) -> &'static str {
        match self {
            Self::Rated(phase) => ["1", "2", "3", "4"][phase.index()],
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// Reads what [`Answer::value`] wrote.
    pub fn parse(value: &str) -> Option<Self> {
        match value {
            "unknown" => Some(Self::Unknown),
            "not-applicable" => Some(Self::NotApplicable),
            _ => match value.as_bytes() {
                [digit] => Phase::new(digit.wrapping_sub(b'0')).map(Self::Rated),
                _ => None,
            },
        }
    }

    /// The chosen phase, if a description was chosen.
    pub fn rated(self) -> Option<Phase> {
        match self {
            Self::Rated(phase) => Some(phase),
            Self::Unknown | Self::NotApplicable => None,
        }
    }
}

/// In the record a rating is a number, and the other answers are their [`Answer::value`].
impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

struct AnswerVisitor;

impl Visitor<'_> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a rating from 1 to 4, \"unknown\" or \"not-applicable\"")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Answer, E> {
        let phase = u8::try_from(number).ok().and_then(Phase::new);
        phase.map(Answer::Rated).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Answer, E> {
        let answer = Answer::parse(text).filter(|answer| answer.rated().is_none());
        answer.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
