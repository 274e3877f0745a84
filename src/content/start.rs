//! What the first statements need: the start part of a content file (`start.<language>.json`).

use super::Words;
use super::mistake::{Mistake, Mistakes};
use super::reader::Object;
use crate::domain::{
    CharacteristicId, Dimension, DimensionId, Phase, QuestionSet, RoleId, SetProblem, Statement, StatementId,
};
use crate::json::{Text, Value};

/// The start part, checked.
#[derive(Debug)]
pub struct Start {
    /// The id of the question set; records and links are bound to it.
    pub question_set: Text,
    /// Words of the user interface.
    pub words: Words,
    /// The four phases in order (domain A.1).
    pub phases: [PhaseText; 4],
    /// Roles to choose from (domain B.4).
    pub roles: Vec<RoleText>,
    /// Words of each dimension, in the order of [`QuestionSet::dimensions`].
    pub dimensions: Vec<DimensionText>,
    /// Words of each statement, in the order of [`QuestionSet::statements`].
    pub statements: Vec<StatementText>,
    /// The rules of dimensions and statements.
    pub set: QuestionSet,
    /// The source documents by the code that stands in source lines: `001` and its name.
    pub documents: Vec<(Text, Text)>,
}

/// A phase in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhaseText {
    /// Its name, such as *Beleid en programma's*.
    pub name: Text,
    /// What it means.
    pub meaning: Text,
    /// What one would notice.
    pub sign: Text,
}

/// A role in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleText {
    /// Its name in the data.
    pub id: RoleId,
    /// Its name on the page.
    pub name: Text,
}

/// A dimension in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionText {
    /// Its name.
    pub name: Text,
    /// What it asks after.
    pub asks: Text,
}

/// A statement in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementText {
    /// A short name, for lists.
    pub name: Text,
    /// The question above the descriptions.
    pub ask: Text,
    /// The four descriptions, one per phase.
    pub anchors: [Text; 4],
    /// Where the substance comes from.
    pub source: Text,
}

impl Start {
    /// Reads and checks the start part; on any mistake all of them are returned.
    pub fn read(value: &Value) -> Result<Self, Vec<Mistake>> {
        let mistakes = Mistakes::default();
        let top = Object::top(value, &mistakes);
        let start = Self::read_object(&top);
        let mistakes = mistakes.into_list();
        match start {
            Some(start) if mistakes.is_empty() => Ok(start),
            _ => Err(mistakes),
        }
    }

    pub(super) fn read_object(top: &Object) -> Option<Self> {
        super::check_head(top, "start");
        let words = Words::read(top);
        let phases: Vec<PhaseText> = top.list("phases", |phase| {
            Some(PhaseText {
                name: phase.text("name"),
                meaning: phase.text("meaning"),
                sign: phase.text("sign"),
            })
        });
        let count = phases.len();
        let phases: Option<[PhaseText; 4]> = phases.try_into().ok();
        if phases.is_none() {
            top.mistake("phases", &["must be 4 phases, are ", &count.to_string()].concat());
        }
        let roles = top.list("roles", |role| {
            Some(RoleText { id: role.id("id", RoleId::parse)?, name: role.text("name") })
        });
        let dimensions: Vec<(Dimension, DimensionText)> = top.list("dimensions", |dimension| {
            let id = dimension.id("id", DimensionId::parse)?;
            dimension.keeps("source", None);
            let priority = dimension.number("priority", 1..=99);
            let text = DimensionText { name: dimension.text("name"), asks: dimension.text("asks") };
            Some((Dimension { id, priority }, text))
        });
        let statements = top.list("statements", |statement| read_statement(statement, &roles, &dimensions));
        super::check_unique(top, "roles", roles.iter().map(|role| role.id.as_str()));
        super::check_unique(top, "dimensions", dimensions.iter().map(|(d, _)| d.id.as_str()));
        super::check_unique(top, "statements", statements.iter().map(|(s, _)| s.id.as_str()));
        if statements.is_empty() {
            top.mistake("statements", "must have at least one statement");
        }

        let (dimensions, dimension_texts) = dimensions.into_iter().unzip();
        let (statements, statement_texts) = statements.into_iter().unzip();
        let set = QuestionSet::new(dimensions, statements).map_err(|problem| match problem {
            // Noted where the statement was read, with its place.
            SetProblem::UnknownDimension(_) => {}
            SetProblem::DimensionTooLarge(id) => {
                top.mistake("dimensions", &["(", id.as_str(), ") has more than 300 statements"].concat());
            }
            SetProblem::TooManyDimensions => top.mistake("dimensions", "are more than 12"),
        });
        Some(Self {
            question_set: top.plain("questionSet"),
            words,
            phases: phases?,
            roles,
            dimensions: dimension_texts,
            statements: statement_texts,
            set: set.ok()?,
            documents: top.list("documents", |document| Some((document.plain("id"), document.text("name")))),
        })
    }

    /// The words of the statement with this id.
    pub fn statement(&self, id: &StatementId) -> Option<(&Statement, &StatementText)> {
        let at = self.set.statements().iter().position(|statement| statement.id == *id)?;
        self.set.statements().get(at).zip(self.statements.get(at))
    }

    /// The words of a phase.
    pub fn phase(&self, phase: Phase) -> &PhaseText {
        &self.phases[phase.index()]
    }
}

fn read_statement(
    object: &Object,
    roles: &[RoleText],
    dimensions: &[(Dimension, DimensionText)],
) -> Option<(Statement, StatementText)> {
    let known_roles = |key: &str| {
        let ids = object.ids(key, RoleId::parse);
        for id in ids.iter().filter(|id| !roles.iter().any(|role| role.id == **id)) {
            object.mistake(key, &["no such role: ", id.as_str()].concat());
        }
        ids
    };
    let (id, dimension) = (object.id("id", StatementId::parse)?, object.id("dimension", DimensionId::parse)?);
    if !dimensions.iter().any(|(known, _)| known.id == dimension) {
        object.mistake("dimension", "no such dimension");
    }
    let statement = Statement {
        id,
        dimension,
        quick: object.flag("quick"),
        allows_not_applicable: object.flag("notApplicable"),
        characteristics: object.ids("characteristics", CharacteristicId::parse),
        skip: known_roles("skip"),
        perception: known_roles("perception"),
    };
    let text = StatementText {
        name: object.text("name"),
        ask: object.text("ask"),
        anchors: object.texts("anchors"),
        source: object.plain("source"),
    };
    Some((statement, text))
}
