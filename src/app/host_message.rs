//! Messages to the host page (docs/embedding.md). Their form is a promise, and only a result contains anything that was
//! computed from answers.

use crate::content::Language;
use crate::domain::ScanLength;
use crate::json::{Fields, Text, Value};

/// A message to the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostMessage {
    /// The first statement is shown.
    Ready(Language),
    /// The number of answered statements changed.
    Progress {
        /// How many are answered.
        answered: usize,
        /// How many there are.
        total: usize,
    },
    /// The visitor sends the result.
    Result {
        /// The origin that may receive it.
        recipient: Text,
        /// The question set it belongs to.
        question_set: Text,
        /// The length of the scan.
        length: ScanLength,
        /// The result, without answers.
        result: Value,
    },
}

impl HostMessage {
    /// The origin the host page must have to receive the message; `*` is any.
    pub fn target_origin(&self) -> &str {
        if let Self::Result { recipient, .. } = self { recipient } else { "*" }
    }

    /// The message as JSON text.
    pub fn to_json(&self) -> String {
        let number = |count: &usize| Value::Number(count.to_string().into());
        let mut fields = Fields::new();
        let mut add = |name: &str, value| fields.push((name.into(), value));
        match self {
            Self::Ready(language) => {
                add("type", Value::text("flexkompas:ready"));
                add("language", Value::text(language.code()));
            }
            Self::Progress { answered, total } => {
                add("type", Value::text("flexkompas:progress"));
                add("answered", number(answered));
                add("total", number(total));
            }
            Self::Result { question_set, length, result, .. } => {
                add("type", Value::text("flexkompas:result"));
                add("questionSet", Value::Text(question_set.clone()));
                add("set", Value::text(length.value()));
                add("result", result.clone());
            }
        }
        Value::Object(fields).to_string()
    }
}
