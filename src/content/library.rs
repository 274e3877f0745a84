//! The library part of a content file, needed by the result and the later screens (`library.<language>.json`).

use crate::domain::{
    CharacteristicId, DimensionId, Phase, PoleId, PrincipleId, Question, QuestionId, RowId, Rule, StopId,
    ThemeId, TipId, WarningId,
};
use crate::json::Text;

/// The library part, checked.
#[derive(Debug)]
pub struct Library {
    /// The characteristics of phase 4 (docs/product.md#characteristics).
    pub characteristics: Vec<Characteristic>,
    /// The leading principles with their tracks (docs/product.md#principles).
    pub principles: Vec<Principle>,
    /// Themes of reflection questions (docs/product.md#reflection-questions).
    pub themes: Vec<QuestionTheme>,
    /// Reflection questions.
    pub questions: Vec<QuestionText>,
    /// Rows of checklist questions (docs/product.md#reflection-questions).
    pub rows: Vec<Row>,
    /// Tips per dimension and transition (docs/product.md#tips-per-step).
    pub tips: Vec<Tip>,
    /// Tips on positions of the principles (docs/product.md#tips-on-principles), in the order of showing.
    pub slider_tips: Vec<ConditionalTip>,
    /// Tips on remarkable answers (docs/product.md#tips-on-answers), in the order of showing.
    pub answer_tips: Vec<ConditionalTip>,
    /// Tips that always hold (docs/product.md#general-tips).
    pub general_tips: Vec<ConditionalTip>,
    /// The parts of the road map (docs/product.md#road-map), in order of time.
    pub horizons: Vec<Horizon>,
    /// Where a policy theme may come from (docs/product.md#three-step-guide).
    pub theme_origins: Vec<Text>,
    /// The scoping questions with worked examples (docs/product.md#three-step-guide).
    pub scoping: Vec<WorkedExample>,
    /// The four interests with their questions (docs/product.md#three-step-guide).
    pub interests: Vec<WorkedExample>,
}

/// A tip that is shown when its rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionalTip {
    /// The tip; its rule is [`ConditionalTip::when`].
    pub id: TipId,
    /// When it is shown; none means always.
    pub when: Option<Rule>,
    /// The place of its part of the road map in [`Library::horizons`].
    pub horizon: usize,
    /// The advice.
    pub text: Text,
    /// Where the substance comes from.
    pub source: Text,
}

/// A part of the road map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// Its name, such as *Eerst (0–3 maanden)*.
    pub name: Text,
    /// The activities of this period.
    pub belongs: Text,
}

/// A worked example for a question of the three-step guide (docs/product.md#three-step-guide).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkedExample {
    /// Which question; its answers are kept with the theme.
    pub question: QuestionId,
    /// A name of its own, for an interest.
    pub name: Option<Text>,
    /// The worked example for workload.
    pub workload: Text,
    /// The worked example for hybrid agreements, where there is one.
    pub hybrid: Option<Text>,
}

/// The texts of a phase-4 characteristic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Characteristic {
    /// Its name in the data.
    pub id: CharacteristicId,
    /// A short name.
    pub name: Text,
    /// Its meaning.
    pub meaning: Text,
}

/// A leading principle: a track between two poles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principle {
    /// Its name in the data.
    pub id: PrincipleId,
    /// Its name.
    pub name: Text,
    /// The question the track answers.
    pub question: Text,
    /// The subject of the trade-off.
    pub about: Text,
    /// The two ends, the employee-centred one first.
    pub poles: [Pole; 2],
    /// The stops from the first pole to the second.
    pub stops: Vec<Stop>,
    /// Warnings that belong to a pole.
    pub warnings: Vec<Warning>,
    /// Where the substance comes from.
    pub source: Text,
}

/// One end of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pole {
    /// Its name in the data.
    pub id: PoleId,
    /// Its name.
    pub name: Text,
    /// The starting point.
    pub start: Text,
    /// The thinking behind it.
    pub thinking: Text,
}

/// A named stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its name in the data and the value of its radio.
    pub id: StopId,
    /// Its name.
    pub name: Text,
    /// The meaning of choosing it.
    pub meaning: Text,
    /// The worked example.
    pub example: Text,
}

/// A warning for who moves towards a pole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Its name in the data.
    pub id: WarningId,
    /// The pole it belongs to.
    pub pole: PoleId,
    /// Its name.
    pub name: Text,
    /// The warning.
    pub text: Text,
}

/// A theme of reflection questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionTheme {
    /// Its name in the data.
    pub id: ThemeId,
    /// Its name.
    pub name: Text,
}

/// A reflection question with its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionText {
    /// The question without texts.
    pub question: Question,
    /// The question itself.
    pub text: Text,
    /// Where the substance comes from.
    pub source: Text,
}

/// A row of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in the data.
    pub id: RowId,
    /// The question.
    pub text: Text,
}

/// A tip for one step of one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// Its name in the data.
    pub id: TipId,
    /// The dimension it helps.
    pub dimension: DimensionId,
    /// The phase it starts from; it leads to the next.
    pub from: Phase,
    /// The advice.
    pub text: Text,
    /// Where the substance comes from.
    pub source: Text,
}

impl Library {
    /// The row with this id.
    pub fn row(&self, id: &RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == *id)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&QuestionText> {
        self.questions.iter().find(|q| q.question.id.as_str() == id)
    }

    /// The principle with this id.
    pub fn principle(&self, id: &str) -> Option<&Principle> {
        self.principles.iter().find(|principle| principle.id.as_str() == id)
    }

    /// The tips for a step of a dimension, in the order of the content.
    pub fn tips_for(&self, dimension: &DimensionId, from: Phase) -> impl Iterator<Item = &Tip> {
        self.tips.iter().filter(move |tip| tip.dimension == *dimension && tip.from == from)
    }
}
