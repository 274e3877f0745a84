//! Replays early input, so that nothing is lost that was entered before the program ran.

use crate::app::{EarlyInput, Effect, Model, Route};
use crate::content::Language;
use crate::domain::{Answer, RoleId, ScanLength, StatementId};

impl Model {
    /// Replays input that was captured just before the page was replaced.
    pub(crate) fn on_early_input(&mut self, early: Vec<EarlyInput>) -> Vec<Effect> {
        self.early = early;
        self.replay_early_input()
    }

    /// Replays all early input in order.
    pub(crate) fn replay_early_input(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for early in std::mem::take(&mut self.early) {
            match early {
                EarlyInput::Filled { name, value } => self.replay_filled(&name, &value),
                EarlyInput::Pressed(name) => effects.extend(self.replay_pressed(&name)),
            }
        }
        effects
    }

    fn replay_filled(&mut self, name: &str, value: &str) {
        let is_shown = |id: &str| self.shown().ids.iter().any(|shown| shown.as_str() == id);
        let noted = name.strip_prefix("note-").filter(|id| is_shown(id)).and_then(StatementId::parse);
        if let Some(statement) = noted {
            self.set_note(statement, value);
        } else if name == "set" {
            if let Some(length) = ScanLength::parse(value) {
                self.set_length(length);
            }
        } else if name == "role" {
            let roles = self.start.ready().map(|start| start.roles.as_slice()).unwrap_or_default();
            let role = RoleId::parse(value).filter(|id| roles.iter().any(|role| role.id == *id));
            self.set_role(role);
        } else if let Some(answer) = Answer::parse(value).filter(|_| is_shown(name))
            && let Some(statement) = StatementId::parse(name)
        {
            self.edit().answers.insert(statement, answer);
        }
    }

    /// Replays the buttons that leave the first statement; other buttons can be pressed again.
    fn replay_pressed(&mut self, name: &str) -> Vec<Effect> {
        match name {
            "next" => self.next(),
            "overview" => self.push_route(Route::Overview),
            "step-ambition" => self.push_route(Route::Ambition),
            "step-result" => self.push_route(Route::Result),
            "step-principles" => self.push_route(Route::Principles),
            "step-reflection" => self.push_route(Route::Reflection),
            "history" => self.push_route(Route::Scans),
            _ => match name.strip_prefix("language-").and_then(Language::parse) {
                Some(language) => self.choose_language(language),
                None => Vec::new(),
            },
        }
    }
}
