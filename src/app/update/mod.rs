//! `update(msg) -> effects`: the only writer of state. The handlers of the messages are in one file per concern.

mod answering;
mod archive;
mod asking;
mod cleared;
mod early;
mod host;
mod loading;
mod navigation;
mod notices;
mod principles;
mod saving;
mod sharing;
mod undo;
mod viewing;

use crate::app::model::Model;
use crate::app::notice::Ask;
use crate::app::{Effect, Msg};
use crate::domain::{Reflection, SortedMap};

impl Model {
    /// Takes in what happened and says what the shell must do. A change of the record is followed by [`Effect::Save`].
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let mut effects = self.react(msg);
        if std::mem::take(&mut self.saving.record_changed) {
            // Includes a language that was chosen while viewing another scan.
            self.record.language = self.language;
            effects.extend(self.save());
        }
        effects.extend(self.refused_code.take().map(Effect::ShowCode));
        effects.extend(self.progress());
        effects
    }

    fn react(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            // Content
            Msg::ContentFetched { part, language, text } => return self.on_content(part, language, text),
            Msg::EarlyInputCaptured(early) => return self.on_early_input(early),
            Msg::RetryPressed => return self.fetch_missing(),
            Msg::LanguageChosen(language) => return self.choose_language(language),
            // Answers
            Msg::Answered { statement, answer } => self.answer(statement, answer),
            Msg::NoteTyped { statement, text } => self.set_note(statement, &text),
            Msg::LengthChosen(length) => self.set_length(length),
            Msg::RoleChosen(role) => self.set_role(role),
            Msg::AmbitionPlaced { dimension, phase } => self.set_ambition(dimension, phase),
            Msg::ReflectionTyped { question, text } => self.set_reflection_text(question, text),
            Msg::GradeGiven { question, grade } => {
                self.set_reflection(question, grade.map(Reflection::Grade));
            }
            Msg::ChoiceMade { question, choice } => self.set_reflection_choice(question, choice),
            Msg::RowAnswered { question, row, choice } => self.answer_row(question, row, choice),
            Msg::ModuleAnswered { module, entry, value } => self.answer_module(&module, &entry, value),
            Msg::StarToggled(tip) => self.toggle_star(tip),
            // Principles
            Msg::MarkPlaced { principle, mark, stop } => self.place_mark(principle, mark, stop),
            Msg::ThemeTyped(name) => self.set_theme_name(&name),
            Msg::GuideTyped { question, text } => self.set_guide(question, &text),
            Msg::ThemeAdded => return self.add_theme(),
            Msg::ThemeOpened(index) => return self.open_theme(index),
            Msg::ThemeRemoved => return self.remove_theme(),
            // The page
            Msg::WhatIfChanged(statement, Some(phase)) => self.interaction.what_if.insert(statement, phase),
            Msg::WhatIfChanged(statement, None) => self.interaction.what_if.remove(statement.as_str()),
            Msg::WhatIfCleared => self.interaction.what_if = SortedMap::default(),
            Msg::LibraryThemeChosen(theme) => self.interaction.filter.theme = theme,
            Msg::LibraryCoreToggled => self.interaction.filter.core = !self.interaction.filter.core,
            Msg::LibraryRoleToggled => self.interaction.filter.role = !self.interaction.filter.role,
            Msg::LibrarySearched(words) => self.interaction.filter.search = words.into(),
            Msg::MoreQuestionsPressed => self.interaction.more_questions += 1,
            Msg::AllTipsToggled => self.interaction.all_tips = !self.interaction.all_tips,
            Msg::StepsToggled => self.interaction.steps_open = !self.interaction.steps_open,
            Msg::TableToggled(key) => self.interaction.toggle_table(key),
            Msg::CompareChosen { second, id } => self.interaction.compared[usize::from(second)] = Some(id),
            // Navigation
            Msg::NextPressed => return self.on_next(),
            Msg::BackPressed => return self.on_back(),
            Msg::Navigate(route) => return self.navigate(route),
            Msg::PoppedState(text) => return self.on_popped_state(text.as_deref()),
            Msg::CodeFound(code) => return self.on_code_found(code),
            Msg::CloseViewedPressed => return self.navigate(self.entry_route()),
            Msg::NoticeClosed => self.close_notice(),
            // Storage and scans
            Msg::Saved(outcome) => self.on_saved(outcome),
            Msg::StorageCleared => return self.on_storage_cleared(),
            Msg::StorageChanged(stored) => return self.on_storage_changed(stored),
            Msg::ImportChosen(text) => return self.import(text.ok().as_deref()),
            Msg::RestartPressed => return self.ask(Ask::Restart),
            Msg::ErasePressed => return self.ask_to_erase(),
            Msg::Confirmed => return self.confirm(),
            Msg::Cancelled => return self.cancel(),
            Msg::ScanCreated(stamp) => return self.on_scan_created(stamp),
            Msg::ScanDuplicated(stamp) => return self.on_scan_duplicated(stamp),
            Msg::ArchiveListed(list) => return self.on_archive_listed(list).into_iter().collect(),
            Msg::ArchiveSaved(id, outcome) => self.on_archive_saved(&id, outcome),
            Msg::ScanNamed { id, name } => return self.name_scan(&id, name).into_iter().collect(),
            Msg::ScanResumed(id) => return self.resume(&id),
            Msg::ScanCopied(id) => return self.copy_scan(&id),
            Msg::ScanRemoved(id) => return self.remove_scan(&id),
            Msg::ScanDownloaded(id) => return self.export_archived(&id),
            Msg::KeepViewedPressed => return self.keep_viewed(),
            Msg::UndoPressed => return self.undo(),
            Msg::UndoEnded(number) => self.end_undo(number),
            // Exports and the host page
            Msg::ExportPressed => return self.export_json(),
            Msg::CsvPressed => return self.export_csv(),
            Msg::PicturePressed(picture, form) => return self.export_image(picture, form),
            Msg::CopyUnreadablePressed => return self.export_unreadable(),
            Msg::Exported(outcome) => self.on_exported(outcome.is_ok()),
            Msg::CopyPressed(what) => return self.copy(what),
            Msg::Copied(outcome) => self.on_copied(outcome.is_ok()),
            Msg::SharePressed => return self.share(),
            // The other app reports the result.
            Msg::ShareEnded(Ok(())) => self.pending_export = None,
            Msg::ShareEnded(Err(_)) => self.on_copied(false),
            Msg::SendPressed => return self.send_result(),
            Msg::LogoFailed => return self.on_logo_error(),
            Msg::PrintPressed => return vec![Effect::Print],
            Msg::Printed(outcome) => self.on_printed(outcome.is_ok()),
            Msg::ReleaseFound => self.interaction.release_found = true,
            Msg::ReleasePressed => return vec![Effect::UseRelease],
        }
        Vec::new()
    }
}
