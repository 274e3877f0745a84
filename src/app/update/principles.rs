//! The principles: their marks, and the policy themes they are about.

use crate::app::archive::Removed;
use crate::app::notice::Notice;
use crate::app::{Effect, Model};
use crate::domain::{Mark, PrincipleId, QuestionId, StopId};
use crate::record::PolicyTheme;

impl Model {
    pub(crate) fn place_mark(&mut self, principle: PrincipleId, mark: Mark, stop: Option<StopId>) {
        let before = self.record.theme.placements.get(principle.as_str()).cloned().unwrap_or_default();
        let mut marks = before.clone();
        marks.set(mark, stop);
        if marks == before {
            return;
        }
        let placements = &mut self.edit().theme.placements;
        if marks.now.is_none() && marks.desired.is_none() {
            placements.remove(principle.as_str());
        } else {
            placements.insert(principle, marks);
        }
    }

    pub(crate) fn set_theme_name(&mut self, name: &str) {
        if *self.record.theme.name != *name {
            self.edit().theme.name = name.into();
        }
    }

    pub(crate) fn set_guide(&mut self, question: QuestionId, text: &str) {
        let before = self.record.theme.guide.get(question.as_str()).map_or("", |answer| answer);
        if before == text {
            return;
        }
        if text.is_empty() {
            self.edit().theme.guide.remove(question.as_str());
        } else {
            self.edit().theme.guide.insert(question, text.into());
        }
    }

    /// Begins another theme; the current one is kept.
    pub(crate) fn add_theme(&mut self) -> Vec<Effect> {
        if !self.record.theme.is_blank() {
            let record = self.edit();
            let theme = std::mem::take(&mut record.theme);
            record.other_themes.push(theme);
        }
        vec![Effect::FocusHeading]
    }

    pub(crate) fn open_theme(&mut self, index: usize) -> Vec<Effect> {
        if index < self.record.other_themes.len() {
            let record = self.edit();
            std::mem::swap(&mut record.other_themes[index], &mut record.theme);
            record.other_themes.retain(|theme| !theme.is_blank());
        }
        vec![Effect::FocusHeading]
    }

    /// Removes the current theme and opens the last of the others. The removal can be undone.
    pub(crate) fn remove_theme(&mut self) -> Vec<Effect> {
        if self.record.other_themes.is_empty() && self.record.theme == PolicyTheme::default() {
            return vec![Effect::FocusHeading];
        }
        let record = self.edit();
        let previous = record.other_themes.pop().unwrap_or_default();
        let removed = std::mem::replace(&mut record.theme, previous);
        let scan = record.stamp.id.clone();
        let timer = (!removed.is_blank()).then(|| {
            let removed = Removed { theme: Some((scan, removed)), ..Removed::default() };
            self.offer_undo(Notice::ThemeRemoved, removed)
        });
        timer.into_iter().chain([Effect::FocusHeading]).collect()
    }
}
