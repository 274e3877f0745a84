//! The answers in the optional modules, in words.

use super::Report;
use crate::content::{Arg, Entry, MessageKey, Module, ModuleKind};
use crate::domain::Choice;
use crate::json::Text;

/// An answer in a module.
pub(crate) struct Given<'a> {
    pub(crate) module: &'a Module,
    pub(crate) entry: &'a Entry,
    /// As in the record.
    pub(crate) stored: &'a Text,
    /// In words; `None` if choosing the entry is the answer.
    pub(crate) answer: Option<Text>,
}

impl<'a> Report<'a> {
    /// The answers to modules, in the order of the content; none until that part is loaded.
    pub(crate) fn modules_given(&self) -> Vec<Given<'a>> {
        let mut all = Vec::new();
        let Some(modules) = self.modules else { return all };
        for module in &modules.modules {
            let Some(entries) = self.record.modules.get(&module.id) else { continue };
            let is_one = module.kind == ModuleKind::One;
            for entry in &module.entries {
                // One of several is kept under the name of the module.
                let given = entries.get(if is_one { &module.id } else { &entry.id });
                let Some(given) = given.filter(|given| !is_one || **given == entry.id) else { continue };
                let answer = match module.kind {
                    ModuleKind::Sort if **given == *Choice::Yes.value() => {
                        Some(self.message(MessageKey::IsSo))
                    }
                    ModuleKind::Sort => Some(self.message(MessageKey::IsNotSo)),
                    ModuleKind::Claims => match Choice::parse(given) {
                        Some(choice) => Some(self.choice_text(choice)),
                        None => continue,
                    },
                    ModuleKind::Scale => {
                        Some(self.format(MessageKey::GradeOfFive, &[("n", Arg::Text(given))]))
                    }
                    ModuleKind::Pick | ModuleKind::One => None,
                    _ => Some(given.clone()),
                };
                all.push(Given { module, entry, stored: given, answer });
            }
        }
        all
    }
}
