//! Reads and checks the library part of a content file.

use std::ops::RangeInclusive;

use super::error::{ContentError, ContentErrors};
use super::library::{
    Characteristic, ConditionalTip, Horizon, Library, Pole, Principle, QuestionText, QuestionTheme, Row,
    Stop, Tip, Warning, WorkedExample,
};
use super::reader::Object;
use crate::domain::{
    CharacteristicId, DimensionId, Mark, Operand, Phase, PoleId, PrincipleId, Question, QuestionId,
    QuestionKind, QuestionSet, RoleId, RowId, Rule, StopId, Symbol, ThemeId, TipId, WarningId,
};
use crate::json::{Text, Value};

const TRANSITIONS: [(&str, Phase); 3] =
    [("1-2", Phase::ALL[0]), ("2-3", Phase::ALL[1]), ("3-4", Phase::ALL[2])];

/// How many stops a principle may have.
const STOPS: RangeInclusive<u8> = 2..=7;

impl Library {
    /// Reads and checks the library part, or returns all errors.
    ///
    /// Tips name dimensions and statements of the start part, and are checked against it.
    pub fn read(value: &Value, set: &QuestionSet) -> Result<Self, Vec<ContentError>> {
        let errors = ContentErrors::default();
        let library = Self::read_object(&Object::top(value, &errors), set);
        let errors = errors.into_list();
        if errors.is_empty() { Ok(library) } else { Err(errors) }
    }

    pub(super) fn read_object(top: &Object, set: &QuestionSet) -> Self {
        super::check_head(top, "library");
        let characteristics = top.list("characteristics", |object| {
            let id = object.id("id", CharacteristicId::parse)?;
            Some(Characteristic { id, name: object.text("name"), meaning: object.text("meaning") })
        });
        // Rules may name a principle that has an error of its own, which is reported only once.
        let mut tracks = Vec::new();
        let principles = top.list("principles", |object| {
            let id = object.id("id", PrincipleId::parse)?;
            let stops = object.value("stops").and_then(Value::as_list).map_or(0, <[Value]>::len);
            let highest = u8::try_from(stops).ok().filter(|stops| STOPS.contains(stops));
            tracks.push((id.clone(), highest.unwrap_or(*STOPS.end())));
            read_principle(object, id)
        });
        let mut theme_dimensions: Vec<(ThemeId, Vec<DimensionId>)> = Vec::new();
        let themes: Vec<QuestionTheme> = top.list("themes", |object| {
            let id = object.id("id", ThemeId::parse)?;
            theme_dimensions.push((id.clone(), object.ids("dimensions", DimensionId::parse)));
            Some(QuestionTheme { id, name: object.text("name") })
        });
        let rows: Vec<Row> =
            top.list("rows", |row| Some(Row { id: row.id("id", RowId::parse)?, text: row.text("text") }));
        let questions = top.list("questions", |object| read_question(object, &theme_dimensions, &rows));
        let tips = top.list("tips", |object| {
            let id = object.id("id", TipId::parse)?;
            let dimension = object.id("dimension", DimensionId::parse)?;
            if !set.dimensions().iter().any(|known| known.id == dimension) {
                object.error("dimension", "no such dimension");
            }
            let from = object.one_of("transition", &TRANSITIONS)?;
            Some(Tip {
                id,
                dimension,
                from,
                text: object.text("text"),
                source: object.structure_text("source"),
            })
        });
        super::check_unique(top, "principles", principles.iter().map(|p| p.id.as_str()));
        super::check_unique(top, "themes", themes.iter().map(|theme| theme.id.as_str()));
        super::check_unique(top, "questions", questions.iter().map(|q| q.question.id.as_str()));
        super::check_unique(top, "rows", rows.iter().map(|row| row.id.as_str()));
        let (horizon_ids, horizons): (Vec<Text>, Vec<Horizon>) = top
            .list("horizons", |object| {
                object.ignore("source", None);
                let horizon = Horizon { name: object.text("name"), belongs: object.text("belongs") };
                Some((object.structure_text("id"), horizon))
            })
            .into_iter()
            .unzip();
        let known = |name: &str| operand(name, set, &tracks, &questions);
        let conditional = |list: &str| {
            top.list(list, |object| read_conditional(object, &horizon_ids, list != "generalTips", &known))
        };
        let slider_tips = conditional("sliderTips");
        let answer_tips = conditional("answerTips");
        let general_tips = conditional("generalTips");
        // A tip is starred and exported by its id, whatever list it is in.
        let mut tip_ids = Vec::new();
        super::check_unique_beside(&mut tip_ids, top, "tips", tips.iter().map(|tip| tip.id.as_str()));
        let lists =
            [("sliderTips", &slider_tips), ("answerTips", &answer_tips), ("generalTips", &general_tips)];
        for (name, list) in lists {
            super::check_unique_beside(&mut tip_ids, top, name, list.iter().map(|tip| tip.id.as_str()));
        }
        let worked = |list: &str, id: &str, workload: &str| {
            top.list(list, |object| {
                object.ignore("source", None);
                let question = object.id(id, QuestionId::parse)?;
                if !questions.iter().any(|known| known.question.id == question) {
                    object.error(id, "no such question");
                }
                Some(WorkedExample {
                    question,
                    name: object.optional_text("name"),
                    workload: object.text(workload),
                    hybrid: object.optional_text("hybrid"),
                })
            })
        };
        let scoping = worked("scopingExample", "id", "workload");
        let interests = worked("interests", "question", "example");
        let theme_origins = top.list("themeOrigins", |origin| {
            origin.ignore("source", None);
            Some(origin.text("name"))
        });
        Self {
            characteristics,
            principles,
            themes,
            questions,
            rows,
            tips,
            slider_tips,
            answer_tips,
            general_tips,
            horizons,
            theme_origins,
            scoping,
            interests,
        }
    }
}

/// The operand that a name in a rule means, and its highest value; each principle comes with its number of stops.
fn operand(
    name: &str,
    set: &QuestionSet,
    tracks: &[(PrincipleId, u8)],
    questions: &[QuestionText],
) -> Option<Symbol> {
    if let Some(dimension) = set.dimensions().iter().find(|dimension| dimension.id.as_str() == name) {
        return Some((Operand::Dimension(dimension.id.clone()), 4));
    }
    if let Some(statement) = set.statement(name) {
        return Some((Operand::Statement(statement.id.clone()), 4));
    }
    if let Some((principle, stops)) = tracks.iter().find(|(principle, _)| principle.as_str() == name) {
        return Some((Operand::Principle(principle.clone(), Mark::Desired), *stops));
    }
    let question = questions.iter().find(|question| question.question.id.as_str() == name)?;
    (question.question.kind == QuestionKind::Grade)
        .then(|| (Operand::Question(question.question.id.clone()), 10))
}

fn read_conditional(
    object: &Object,
    horizons: &[Text],
    has_rule: bool,
    known: &dyn Fn(&str) -> Option<Symbol>,
) -> Option<ConditionalTip> {
    let id = object.id("id", TipId::parse)?;
    let when =
        has_rule.then(|| object.structure_text("when")).filter(|text| !text.is_empty()).and_then(|text| {
            let rule = Rule::parse(&text, known);
            rule.map_err(|why| object.error("when", &why)).ok()
        });
    let horizon = object.structure_text("horizon");
    let horizon = horizons.iter().position(|known| *known == horizon).unwrap_or_else(|| {
        object.error("horizon", "no such horizon");
        0
    });
    Some(ConditionalTip {
        id,
        when,
        horizon,
        text: object.text("text"),
        source: object.structure_text("source"),
    })
}

fn read_principle(object: &Object, id: PrincipleId) -> Option<Principle> {
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
            warning.error("pole", "is not a pole of this principle");
        }
        Some(Warning { id, pole, name: warning.text("name"), text: warning.text("text") })
    });
    let poles: Option<[Pole; 2]> = poles.try_into().ok();
    if poles.is_none() {
        object.error("poles", "must be two");
    }
    if !u8::try_from(stops.len()).is_ok_and(|stops| STOPS.contains(&stops)) {
        object.error("stops", "must be 2 to 7 stops");
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
        source: object.structure_text("source"),
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
        object.error("theme", "no such theme");
    }
    let own = object.ids("dimensions", DimensionId::parse);
    let dimensions = if own.is_empty() { of_theme.unwrap_or_default().to_vec() } else { own };
    let kind = object.one_of("kind", &QuestionKind::NAMES)?;
    let row_ids = object.ids("rows", RowId::parse);
    for row in row_ids.iter().filter(|id| !rows.iter().any(|row| row.id == **id)) {
        object.error("rows", &["no such row: ", row.as_str()].concat());
    }
    if row_ids.is_empty() == (kind == QuestionKind::Checklist) {
        object.error("rows", "a checklist has rows, any other kind has none");
    }
    let question = Question {
        id,
        theme,
        core: object.bool("core"),
        roles: object.ids("roles", RoleId::parse),
        kind,
        rows: row_ids,
        dimensions,
    };
    Some(QuestionText { question, text: object.text("text"), source: object.structure_text("source") })
}
