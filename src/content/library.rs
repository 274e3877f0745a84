//! What the result and the later screens need: the library part of a content file (`library.<language>.json`).

use super::reader::{Mistake, Mistakes, Object};
use crate::domain::{
    CharacteristicId, DimensionId, Phase, PoleId, PrincipleId, Question, QuestionId, QuestionKind, RoleId,
    RowId, StopId, ThemeId, TipId, WarningId,
};
use crate::json::{Text, Value};

/// The library part, checked.
#[derive(Debug)]
pub struct Library {
    /// The characteristics of phase 4 (domain A.2).
    pub characteristics: Vec<Characteristic>,
    /// The leading principles with their tracks (domain D).
    pub principles: Vec<Principle>,
    /// Themes of reflection questions (domain C).
    pub themes: Vec<Theme>,
    /// Reflection questions.
    pub questions: Vec<QuestionText>,
    /// Rows of checklist questions (domain F.2, F.3).
    pub rows: Vec<Row>,
    /// Tips per dimension and transition (domain E.1).
    pub tips: Vec<Tip>,
}

/// A characteristic of phase 4 in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Characteristic {
    /// Its name in the data.
    pub id: CharacteristicId,
    /// A short name.
    pub name: Text,
    /// What it means.
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
    /// What the trade-off is about.
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
    /// What choosing it means.
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
    /// What to watch.
    pub text: Text,
}

/// A theme of reflection questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name in the data.
    pub id: ThemeId,
    /// Its name.
    pub name: Text,
}

/// A reflection question with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionText {
    /// The question without words.
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
    /// What is asked about.
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
    /// What to do.
    pub text: Text,
    /// Where the substance comes from.
    pub source: Text,
}

const TRANSITIONS: [(&str, Phase); 3] =
    [("1-2", Phase::ALL[0]), ("2-3", Phase::ALL[1]), ("3-4", Phase::ALL[2])];

impl Library {
    /// Reads and checks the library part; on any mistake all of them are returned.
    pub fn read(value: &Value) -> Result<Self, Vec<Mistake>> {
        let mistakes = Mistakes::default();
        let library = Self::read_object(&Object::top(value, &mistakes));
        let mistakes = mistakes.into_list();
        if mistakes.is_empty() { Ok(library) } else { Err(mistakes) }
    }

    fn read_object(top: &Object) -> Self {
        super::check_head(top, "library");
        let characteristics = top.list("characteristics", |object| {
            let id = object.id("id", CharacteristicId::parse)?;
            Some(Characteristic { id, name: object.text("name"), meaning: object.text("meaning") })
        });
        let principles = top.list("principles", read_principle);
        let mut theme_dimensions: Vec<(ThemeId, Vec<DimensionId>)> = Vec::new();
        let themes: Vec<Theme> = top.list("themes", |object| {
            let id = object.id("id", ThemeId::parse)?;
            theme_dimensions.push((id.clone(), object.ids("dimensions", DimensionId::parse)));
            Some(Theme { id, name: object.text("name") })
        });
        let rows: Vec<Row> =
            top.list("rows", |row| Some(Row { id: row.id("id", RowId::parse)?, text: row.text("text") }));
        let questions = top.list("questions", |object| read_question(object, &theme_dimensions, &rows));
        let tips = top.list("tips", |object| {
            let id = object.id("id", TipId::parse)?;
            let dimension = object.id("dimension", DimensionId::parse)?;
            let from = object.one_of("transition", &TRANSITIONS)?;
            Some(Tip { id, dimension, from, text: object.text("text"), source: object.text("source") })
        });
        super::check_unique(top, "principles", principles.iter().map(|p| p.id.as_str()));
        super::check_unique(top, "themes", themes.iter().map(|theme| theme.id.as_str()));
        super::check_unique(top, "questions", questions.iter().map(|q| q.question.id.as_str()));
        super::check_unique(top, "rows", rows.iter().map(|row| row.id.as_str()));
        super::check_unique(top, "tips", tips.iter().map(|tip| tip.id.as_str()));
        Self { characteristics, principles, themes, questions, rows, tips }
    }

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

fn read_principle(object: &Object) -> Option<Principle> {
    let id = object.id("id", PrincipleId::parse)?;
    let poles = object.list("poles", |pole| {
        let id = pole.id("id", PoleId::parse)?;
        Some(Pole { id, name: pole.text("name"), start: pole.text("start"), thinking: pole.text("thinking") })
    });
    let stops: Vec<Stop> = object.list("stops", |stop| {
        let id = stop.id("id", StopId::parse)?;
        Some(Stop {
            id,
            name: stop.text("name"),
            meaning: stop.text("meaning"),
            example: stop.text("example"),
        })
    });
    let warnings: Vec<Warning> = object.list("warnings", |warning| {
        let id = warning.id("id", WarningId::parse)?;
        let pole = warning.id("pole", PoleId::parse)?;
        if !poles.iter().any(|known| known.id == pole) {
            warning.mistake("pole", "is not a pole of this principle");
        }
        Some(Warning { id, pole, name: warning.text("name"), text: warning.text("text") })
    });
    let poles: Option<[Pole; 2]> = poles.try_into().ok();
    if poles.is_none() {
        object.mistake("poles", "must be two");
    }
    if !(2..=7).contains(&stops.len()) {
        object.mistake("stops", "must be 2 to 7 stops");
    }
    super::check_unique(object, "stops", stops.iter().map(|stop| stop.id.as_str()));
    Some(Principle {
        id,
        name: object.text("name"),
        question: object.text("question"),
        about: object.text("about"),
        poles: poles?,
        stops,
        warnings,
        source: object.text("source"),
    })
}

fn read_question(
    object: &Object,
    themes: &[(ThemeId, Vec<DimensionId>)],
    rows: &[Row],
) -> Option<QuestionText> {
    let id = object.id("id", QuestionId::parse)?;
    let theme = object.id("theme", ThemeId::parse)?;
    let of_theme = themes.iter().find(|(id, _)| *id == theme).map(|(_, dimensions)| dimensions.as_slice());
    if of_theme.is_none() {
        object.mistake("theme", "no such theme");
    }
    let own = object.ids("dimensions", DimensionId::parse);
    let dimensions = if own.is_empty() { of_theme.unwrap_or_default().to_vec() } else { own };
    let kind = object.one_of("kind", &QuestionKind::NAMES)?;
    let row_ids = object.ids("rows", RowId::parse);
    for row in row_ids.iter().filter(|id| !rows.iter().any(|row| row.id == **id)) {
        object.mistake("rows", &["no such row: ", row.as_str()].concat());
    }
    if row_ids.is_empty() == (kind == QuestionKind::Checklist) {
        object.mistake("rows", "a checklist has rows, any other kind has none");
    }
    let question = Question {
        id,
        theme,
        core: object.flag("core"),
        roles: object.ids("roles", RoleId::parse),
        kind,
        rows: row_ids,
        dimensions,
    };
    Some(QuestionText { question, text: object.text("text"), source: object.text("source") })
}
