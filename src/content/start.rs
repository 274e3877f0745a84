//! The start part of a content file, needed by the first statements (`start.<language>.json`).

use super::Messages;
use super::error::{ContentError, ContentErrors};
use super::reader::Object;
use crate::domain::{
    CharacteristicId, Dimension, DimensionId, Phase, QuestionSet, QuestionSetError, RoleId, Statement,
    StatementId,
};
use crate::json::{Text, Value};

/// The start part, checked.
#[derive(Debug)]
pub struct Start {
    /// The id of the question set; records and links are bound to it.
    pub question_set: Text,
    /// Messages of the user interface.
    pub messages: Messages,
    /// The four phases in order (docs/product.md#phases).
    pub phases: [PhaseText; 4],
    /// Roles to choose from (docs/product.md#roles).
    pub roles: Vec<RoleText>,
    /// Texts of each dimension, in the order of [`QuestionSet::dimensions`].
    pub dimensions: Vec<DimensionText>,
    /// Texts of each statement, in the order of [`QuestionSet::statements`].
    pub statements: Vec<StatementText>,
    /// The rules of dimensions and statements.
    pub set: QuestionSet,
    /// The source documents by their code in source lines: `001` and its name.
    pub documents: Vec<(Text, Text)>,
}

/// The texts of a phase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhaseText {
    /// Its name, such as *Beleid en programma’s*.
    pub name: Text,
    /// Its meaning.
    pub meaning: Text,
    /// How people notice it.
    pub sign: Text,
}

/// The texts of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleText {
    /// Its name in the data.
    pub id: RoleId,
    /// Its name on the page.
    pub name: Text,
}

/// The texts of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionText {
    /// Its name.
    pub name: Text,
    /// The subject of its statements.
    pub asks: Text,
}

/// The texts of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementText {
    /// A short name, for lists.
    pub name: Text,
    /// The question above the descriptions.
    pub ask: Text,
    /// The four descriptions, one per phase.
    pub anchors: [Text; 4],
    /// Shows the descriptions from phase 4 to phase 1.
    pub reversed: bool,
    /// Where the substance comes from.
    pub source: Text,
}

impl StatementText {
    /// The descriptions with their phases, in the order in which they are shown.
    ///
    /// The order is fixed for each statement: where the highest phase always came last, its place would give it away.
    pub fn shown_anchors(&self) -> [(Phase, &Text); 4] {
        let mut shown = Phase::ALL.map(|phase| (phase, &self.anchors[phase.index()]));
        if self.reversed {
            shown.reverse();
        }
        shown
    }
}

impl Start {
    /// Reads and checks the start part, or returns all errors.
    pub fn read(value: &Value) -> Result<Self, Vec<ContentError>> {
        let errors = ContentErrors::default();
        let top = Object::top(value, &errors);
        let start = Self::read_object(&top);
        let errors = errors.into_list();
        match start {
            Some(start) if errors.is_empty() => Ok(start),
            _ => Err(errors),
        }
    }

    pub(super) fn read_object(top: &Object) -> Option<Self> {
        super::check_head(top, "start");
        let messages = Messages::read(top);
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
            top.error("phases", &["must be 4 phases, are ", &count.to_string()].concat());
        }
        let roles = top.list("roles", |role| {
            Some(RoleText { id: role.id("id", RoleId::parse)?, name: role.text("name") })
        });
        let dimensions: Vec<(Dimension, DimensionText)> = top.list("dimensions", |dimension| {
            let id = dimension.id("id", DimensionId::parse)?;
            dimension.ignore("source", None);
            let priority = dimension.number("priority", 1..=99);
            let text = DimensionText { name: dimension.text("name"), asks: dimension.text("asks") };
            Some((Dimension { id, priority }, text))
        });
        let statements = top.list("statements", |statement| read_statement(statement, &roles, &dimensions));
        super::check_unique(top, "roles", roles.iter().map(|role| role.id.as_str()));
        super::check_unique(top, "dimensions", dimensions.iter().map(|(d, _)| d.id.as_str()));
        super::check_unique(top, "statements", statements.iter().map(|(s, _)| s.id.as_str()));
        if statements.is_empty() {
            top.error("statements", "must have at least one statement");
        }

        let (dimensions, dimension_texts) = dimensions.into_iter().unzip();
        let (statements, statement_texts) = statements.into_iter().unzip();
        let set = QuestionSet::new(dimensions, statements).map_err(|problem| match problem {
            // Noted where the statement was read, with its place.
            QuestionSetError::UnknownDimension(_) => {}
            QuestionSetError::DimensionTooLarge(id) => {
                top.error("dimensions", &["(", id.as_str(), ") has more than 300 statements"].concat());
            }
            QuestionSetError::TooManyDimensions => top.error("dimensions", "are more than 12"),
        });
        Some(Self {
            question_set: top.structure_text("questionSet"),
            messages,
            phases: phases?,
            roles,
            dimensions: dimension_texts,
            statements: statement_texts,
            set: set.ok()?,
            documents: top
                .list("documents", |document| Some((document.structure_text("id"), document.text("name")))),
        })
    }

    /// The statement with this id and its texts.
    pub fn statement(&self, id: &StatementId) -> Option<(&Statement, &StatementText)> {
        let at = self.set.statements().iter().position(|statement| statement.id == *id)?;
        self.set.statements().get(at).zip(self.statements.get(at))
    }

    /// The texts of a phase.
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
            object.error(key, &["no such role: ", id.as_str()].concat());
        }
        ids
    };
    let (id, dimension) = (object.id("id", StatementId::parse)?, object.id("dimension", DimensionId::parse)?);
    if !dimensions.iter().any(|(known, _)| known.id == dimension) {
        object.error("dimension", "no such dimension");
    }
    let statement = Statement {
        id,
        dimension,
        quick: object.bool("quick"),
        allows_not_applicable: object.bool("notApplicable"),
        characteristics: object.ids("characteristics", CharacteristicId::parse),
        skip: known_roles("skip"),
        perception: known_roles("perception"),
    };
    let text = StatementText {
        name: object.text("name"),
        ask: object.text("ask"),
        anchors: object.text_array("anchors"),
        reversed: object.bool("reversed"),
        source: object.structure_text("source"),
    };
    Some((statement, text))
}
