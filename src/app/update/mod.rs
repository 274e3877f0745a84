//! `update(msg) -> effects`: the only writer of state. Navigation is in `navigation.rs`, content that arrives in
//! `loading.rs`.

mod answering;
mod archive;
mod early;
mod host;
mod loading;
mod navigation;
mod saving;
mod sharing;
mod viewing;

use crate::app::model::{Filter, Model, SaveStatus, UnsavedReason};
use crate::app::notice::{Ask, Notice};
use crate::app::{Effect, Msg, Route, SaveFailed};
use crate::domain::{Reflection, SortedMap};
use crate::record::Record;

impl Model {
    /// Takes in what happened and says what the shell must do.
    ///
    /// Saving is not sprinkled about: whatever changes the record is followed by [`Effect::Save`].
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let mut before = self.record.clone();
        // Another tab has saved this already; saving again could overwrite it.
        let is_saved = matches!(msg, Msg::StorageChanged(_));
        let mut effects = self.react(msg);
        if self.record.is_blank() {
            // A new stamp alone is nothing to keep: after erasing, storage stays empty until something is entered.
            before.stamp = self.record.stamp.clone();
        }
        if self.record != before && !is_saved && !effects.contains(&Effect::EraseStored) {
            // Includes a language that was chosen while viewing another scan.
            self.record.language = self.language;
            effects.extend(self.save());
        }
        effects.extend(self.progress());
        effects
    }

    #[allow(clippy::too_many_lines, reason = "one arm per message: the list is the point")]
    fn react(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::ContentFetched { part, language, text } => return self.on_content(part, language, text),
            Msg::EarlyInputCaptured(early) => {
                self.early = early;
                return self.replay_early_input();
            }
            Msg::RetryPressed => return self.fetch_missing(),
            Msg::LanguageChosen(language) => return self.choose_language(language),
            Msg::Answered { statement, answer } => {
                self.skip_hint = false;
                self.record.answers.insert(statement, answer);
            }
            Msg::NoteTyped { statement, text } => {
                if text.is_empty() {
                    self.record.notes.remove(statement.as_str());
                } else {
                    self.record.notes.insert(statement, text.into());
                }
            }
            Msg::LengthChosen(set) => self.record.scope.length = set,
            Msg::RoleChosen(role) => self.record.scope.role = role,
            Msg::ThemeTyped(name) => self.record.theme.name = name.into(),
            Msg::GuideTyped { question, text } if text.is_empty() => {
                self.record.theme.guide.remove(question.as_str());
            }
            Msg::GuideTyped { question, text } => self.record.theme.guide.insert(question, text.into()),
            Msg::ThemeAdded => {
                let theme = std::mem::take(&mut self.record.theme);
                if !theme.is_blank() {
                    self.record.other_themes.push(theme);
                }
                return vec![Effect::FocusHeading];
            }
            Msg::ThemeOpened(at) => {
                if let Some(other) = self.record.other_themes.get_mut(at) {
                    std::mem::swap(other, &mut self.record.theme);
                    self.record.other_themes.retain(|theme| !theme.is_blank());
                }
                return vec![Effect::FocusHeading];
            }
            Msg::ThemeRemoved => {
                self.record.theme = self.record.other_themes.pop().unwrap_or_default();
                return vec![Effect::FocusHeading];
            }
            Msg::StarToggled(tip) => {
                if self.record.starred.get(tip.as_str()).is_some() {
                    self.record.starred.remove(tip.as_str());
                } else {
                    self.record.starred.insert(tip, ());
                }
            }
            Msg::WhatIfChanged(statement, Some(phase)) => self.what_if.insert(statement, phase),
            Msg::WhatIfChanged(statement, None) => self.what_if.remove(statement.as_str()),
            Msg::WhatIfCleared => self.what_if = SortedMap::default(),
            Msg::LibraryThemeChosen(theme) => self.filter.theme = theme,
            Msg::LibraryCoreToggled => self.filter.core = !self.filter.core,
            Msg::LibraryRoleToggled => self.filter.role = !self.filter.role,
            Msg::LibrarySearched(words) => self.filter.search = words.into(),
            Msg::ModuleAnswered { module, entry, value } => self.answer_module(&module, &entry, value),
            Msg::AmbitionPlaced { dimension, phase: Some(phase) } => {
                self.record.ambition.insert(dimension, phase);
            }
            Msg::AmbitionPlaced { dimension, phase: None } => self.record.ambition.remove(dimension.as_str()),
            Msg::MarkPlaced { principle, mark, stop } => {
                let placements = &mut self.record.theme.placements;
                let mut marks = placements.get(principle.as_str()).cloned().unwrap_or_default();
                marks.set(mark, stop);
                if marks.now.is_none() && marks.desired.is_none() {
                    placements.remove(principle.as_str());
                } else {
                    placements.insert(principle, marks);
                }
            }
            Msg::ReflectionTyped { question, text } => self.set_reflection_text(question, text),
            Msg::GradeGiven { question, grade } => {
                self.set_reflection(question, grade.map(Reflection::Grade));
            }
            Msg::ChoiceMade { question, choice } => self.set_reflection_choice(question, choice),
            Msg::RowAnswered { question, row, choice } => {
                let mut rows = match self.record.reflections.get(question.as_str()) {
                    Some(Reflection::Checklist(rows)) => rows.clone(),
                    _ => SortedMap::default(),
                };
                rows.insert(row, choice);
                self.set_reflection(question, Some(Reflection::Checklist(rows)));
            }
            Msg::MoreQuestionsPressed => self.question_rounds += 1,
            Msg::AllTipsToggled => self.all_tips = !self.all_tips,
            Msg::StepsToggled => self.steps_open = !self.steps_open,
            Msg::NextPressed => {
                self.forget_notice();
                return self.next();
            }
            Msg::BackPressed => {
                self.forget_notice();
                return self.back();
            }
            Msg::Navigate(route) => {
                self.forget_notice();
                return self.push_route(route);
            }
            Msg::PoppedState(text) => {
                // Not one of our history entries (a link within the page, a fragment of the host): restore our route.
                let Some(route) = text.as_deref().and_then(Route::parse) else {
                    return vec![Effect::ReplaceRoute(self.route.clone())];
                };
                self.forget_notice();
                return self.show_route(route);
            }
            Msg::Saved(Ok(())) => {
                if self.save_status == SaveStatus::Unsaved(UnsavedReason::Full) {
                    self.save_status = SaveStatus::Saved(self.storage_scope);
                }
            }
            Msg::Saved(Err(SaveFailed::Blocked)) => {
                self.save_status = SaveStatus::Unsaved(UnsavedReason::Blocked);
            }
            Msg::Saved(Err(SaveFailed::Full)) => self.save_status = SaveStatus::Unsaved(UnsavedReason::Full),
            Msg::ExportPressed => return self.export_json(),
            Msg::CsvPressed => return self.export_csv(),
            Msg::PicturePressed(picture, form) => return self.export_image(picture, form),
            Msg::CopyUnreadablePressed => return self.export_unreadable(),
            Msg::Exported(outcome) => self.on_exported(outcome.is_ok()),
            Msg::ImportChosen(text) => return self.import(text.ok().as_deref()),
            Msg::RestartPressed => return self.ask(Ask::Restart),
            Msg::ErasePressed => {
                // Undoing needs the complete archive.
                let mut effects = self.ask(Ask::Erase);
                effects.push(Effect::ListArchive);
                return effects;
            }
            Msg::Confirmed => return self.confirm(),
            Msg::Cancelled => {
                self.ask = None;
                return vec![Effect::FocusHeading];
            }
            Msg::Stamped(stamp) => {
                if let Some(record) = self.pending_copy.take() {
                    self.record = Record { stamp, language: self.language, ..*record };
                    if self.notice != Some(Notice::NoRoom) {
                        self.notice = Some(Notice::NewMeasurement);
                    }
                    return self.push_route(Route::Overview);
                }
                let question_set = self.record.question_set.clone();
                self.record = self.config.new_record(stamp, question_set, self.language);
                // Reset the search too: the next visitor must not see it.
                self.filter = Filter::default();
                self.question_rounds = 1;
                self.all_tips = false;
                return self.push_route(Route::Start);
            }
            Msg::ArchiveListed(list) => return self.on_archive_listed(list).into_iter().collect(),
            Msg::ArchiveSaved(id, outcome) => self.on_archive_saved(&id, outcome),
            Msg::ScanNamed { id, name } => return self.name_scan(&id, name).into_iter().collect(),
            Msg::ScanResumed(id) => return self.resume(&id),
            Msg::ScanCopied(id) => return self.copy_scan(&id),
            Msg::ScanRemoved(id) => return self.remove_scan(&id),
            Msg::CompareChosen { second, id } => self.compared[usize::from(second)] = Some(id),
            Msg::TableToggled(key) if self.tables.get(key).is_some() => self.tables.remove(key),
            Msg::TableToggled(key) => self.tables.insert(key, ()),
            Msg::UndoPressed => return self.undo(),
            Msg::UndoEnded(number) => self.end_undo(number),
            Msg::CodeFound(code) => {
                self.forget_notice();
                let mut effects = self.push_route(Route::Shared(code.into()));
                effects.insert(0, Effect::ClearFragment);
                return effects;
            }
            Msg::KeepViewedPressed => return self.keep_viewed(),
            Msg::CloseViewedPressed => {
                self.forget_notice();
                return self.push_route(self.entry_route());
            }
            Msg::StorageChanged(stored) => return self.on_storage_changed(stored),
            Msg::CopyPressed(what) => return self.copy(what),
            Msg::Copied(outcome) => self.on_copied(outcome.is_ok()),
            Msg::SharePressed => return self.share(),
            // The other program says what became of it.
            Msg::ShareEnded(Ok(())) => self.pending_export = None,
            Msg::ShareEnded(Err(_)) => self.on_copied(false),
            Msg::SendPressed => return self.send_result(),
            Msg::LogoFailed => return self.on_logo_error(),
            Msg::PrintPressed => return vec![Effect::Print],
            Msg::Printed(outcome) => self.on_printed(outcome.is_ok()),
            Msg::ReleaseFound => self.release_found = true,
            Msg::ReleasePressed => return vec![Effect::UseRelease],
            Msg::NoticeClosed => {
                if self.notice.take().is_none() {
                    // It was this that was told.
                    self.release_found = false;
                }
                self.undo = None;
            }
        }
        Vec::new()
    }

    /// What was told belongs to the page it was told on; only what can be undone, and what must be copied, stays.
    pub(crate) fn forget_notice(&mut self) {
        let must_stay =
            matches!(self.notice, Some(Notice::ExportFailed(_) | Notice::CopyFailed(_) | Notice::NoRoom));
        if self.undo.is_none() && !must_stay {
            self.notice = None;
        }
    }

    // Questions that wait for yes or no

    fn ask(&mut self, ask: Ask) -> Vec<Effect> {
        self.ask = Some(ask);
        self.notice = None;
        vec![Effect::FocusAsk]
    }

    fn confirm(&mut self) -> Vec<Effect> {
        match self.ask.take() {
            None => Vec::new(),
            Some(Ask::Replace(record)) => {
                let archived = if self.is_same_scan(&record) { None } else { self.archive_current() };
                archived.into_iter().chain(self.replace_record(*record)).collect()
            }
            Some(Ask::Restart) => self.archive_current().into_iter().chain([Effect::Stamp]).collect(),
            Some(Ask::Erase) => self.erase(),
        }
    }
}
