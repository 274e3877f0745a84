//! Reflection questions: the kinds of answer, and which questions to show (docs/product.md#reflection-questions).

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Assessment, DimensionId, QuestionId, QuestionSet, RoleId, RowId, SortedMap, ThemeId};

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Open text.
    Open,
    /// A grade from 1 to 10.
    Grade,
    /// A [`Choice`].
    Choice,
    /// A [`Choice`], with room for words.
    ChoiceOpen,
    /// A [`Choice`] for each row of a list.
    Checklist,
}

impl QuestionKind {
    /// The names in the content.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("open", Self::Open),
        ("grade", Self::Grade),
        ("choice", Self::Choice),
        ("choice-open", Self::ChoiceOpen),
        ("checklist", Self::Checklist),
    ];
}

/// Yes, partly, no, or *weet ik niet*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// Yes.
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
    /// The visitor does not know.
    Unknown,
}

impl Choice {
    /// All choices in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::Unknown];

    /// The value of the radio and of the stored record.
    pub fn value(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// Reads what [`Choice::value`] wrote.
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.value() == value)
    }
}

/// The answer to a reflection question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reflection {
    /// Open text, not empty.
    Text(String),
    /// A grade from 1 to 10.
    Grade(u8),
    /// A choice, words beside it, or both.
    Choice {
        /// Absent where only words were given.
        choice: Option<Choice>,
        /// May be empty.
        text: String,
    },
    /// Choices by row.
    Checklist(SortedMap<RowId, Choice>),
}

/// In the record a text is text, a grade a number, a choice `{ "choice", "text" }` and a checklist `{ "rows" }`.
impl<'de> Deserialize<'de> for Reflection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ReflectionVisitor)
    }
}

struct ReflectionVisitor;

impl<'de> Visitor<'de> for ReflectionVisitor {
    type Value = Reflection;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a grade from 1 to 10, or an object with choice and text or with rows")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Reflection, E> {
        Ok(Reflection::Text(text.to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Reflection, E> {
        let grade = u8::try_from(number).ok().filter(|grade| (1..=10).contains(grade));
        grade.map(Reflection::Grade).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Reflection, A::Error> {
        let (mut rows, mut choice, mut text) = (None, None, None);
        while let Some(key) = fields.next_key()? {
            match key {
                "rows" => rows = Some(fields.next_value()?),
                // Beside rows these are fields of a later version, whatever they hold.
                "choice" => choice = Some(fields.next_value()),
                "text" => text = Some(fields.next_value()),
                _ => _ = fields.next_value::<IgnoredAny>()?,
            }
        }
        if let Some(rows) = rows {
            return Ok(Reflection::Checklist(rows));
        }
        let (choice, text) = (choice.transpose()?, text.transpose()?);
        Ok(Reflection::Choice { choice, text: text.unwrap_or_default() })
    }
}

/// Answers by question.
pub type Reflections = SortedMap<QuestionId, Reflection>;

/// One reflection question, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in the data; also the name of its field.
    pub id: QuestionId,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// Among the questions to show first.
    pub core: bool,
    /// Roles it is meant for; empty for everyone.
    pub roles: Vec<RoleId>,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The rows of a checklist.
    pub rows: Vec<RowId>,
    /// The dimensions it deepens: its own, or those of its theme.
    pub dimensions: Vec<DimensionId>,
}

impl Question {
    /// True when the question is meant for this role; without a role everything is.
    pub fn is_for(&self, role: Option<&RoleId>) -> bool {
        self.roles.is_empty() || role.is_none_or(|role| self.roles.contains(role))
    }
}

/// How many questions are initially shown (docs/product.md#reflection-questions).
pub const INITIAL_QUESTIONS: usize = 5;

/// The core questions to show first for a role, as indices in `questions`.
///
/// At most `count`. One question per dimension in the order of priority, then round again, so that a handful
/// spreads over the dimensions that matter most; questions of no dimension fill what is left.
pub fn pick<'a>(
    questions: impl Iterator<Item = &'a Question> + Clone,
    role: Option<&RoleId>,
    set: &QuestionSet,
    assessment: &Assessment,
    order: &[usize],
    count: usize,
) -> Vec<usize> {
    let open: Vec<(usize, &Question)> =
        questions.enumerate().filter(|(_, q)| q.core && q.is_for(role)).collect();
    // Dimensions without a value come after those that have one, by rank.
    let mut dimensions = order.to_vec();
    let rank = |at: usize| set.dimensions()[at].priority;
    for at in (0..assessment.dimensions.len()).filter(|at| !order.contains(at)) {
        let index = order.len() + dimensions[order.len()..].partition_point(|other| rank(*other) <= rank(at));
        dimensions.insert(index, at);
    }

    let mut picked: Vec<usize> = Vec::new();
    loop {
        let before = picked.len();
        for at in &dimensions {
            if picked.len() == count {
                return picked;
            }
            let id = &set.dimensions()[*at].id;
            let next = open.iter().find(|(index, q)| q.dimensions.contains(id) && !picked.contains(index));
            if let Some((index, _)) = next {
                picked.push(*index);
            }
        }
        if picked.len() == before {
            break;
        }
    }
    let left = open.iter().map(|(index, _)| *index).filter(|index| !picked.contains(index));
    let left: Vec<usize> = left.take(count - picked.len()).collect();
    picked.extend(left);
    picked
}
