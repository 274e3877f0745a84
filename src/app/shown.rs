//! The statements within the scope of the visitor's scan.

use crate::domain::{Answers, StatementId};

/// The ids of the statements within the scope, in order.
pub(crate) struct ShownStatements {
    pub(crate) ids: Vec<StatementId>,
}

impl ShownStatements {
    pub(crate) fn count(&self) -> usize {
        self.ids.len()
    }

    /// The index of a statement; `None` if it is outside the scope.
    pub(crate) fn index_of(&self, id: &StatementId) -> Option<usize> {
        self.ids.iter().position(|shown| shown == id)
    }

    /// The first statement without an answer.
    pub(crate) fn first_open(&self, answers: &Answers) -> Option<&StatementId> {
        self.ids.iter().find(|id| answers.get(id.as_str()).is_none())
    }

    /// The number of statements with an answer.
    pub(crate) fn answered(&self, answers: &Answers) -> usize {
        self.ids.iter().filter(|id| answers.get(id.as_str()).is_some()).count()
    }
}
