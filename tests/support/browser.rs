//! The browser of a [`Visitor`]: storage, clipboard, history, and a server with the real content.

use std::collections::VecDeque;

use flexkompas::app::{Effect, FetchFailed, Msg, SaveFailed};
use flexkompas::record::Stamp;
use serde_json::Value;

use super::content::served;
use super::visitor::{Visitor, next_stamp};

impl Visitor {
    /// Carries out effects, and hands the answers to the program until nothing follows from them.
    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            self.effects.push(effect.clone());
            if let Some(answer) = self.browser_does(effect) {
                waiting.extend(self.model.update(answer));
            }
        }
    }

    fn browser_does(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Fetch(part, language) => {
                let replaced = self.replaced.iter().find(|(wanted, _)| *wanted == part);
                let text = match replaced {
                    _ if self.broken.contains(&(part, language)) => Err(FetchFailed::Network),
                    Some((_, text)) => Ok(text.clone()),
                    None => Ok(served(part, language)),
                };
                return Some(Msg::ContentFetched { part, language, text });
            }
            Effect::Save(text) => {
                if self.storage.is_ok() {
                    self.stored = Some(text);
                }
                return Some(Msg::Saved(self.storage));
            }
            Effect::EraseStored => {
                self.stored = None;
                self.archive.clear();
            }
            Effect::ListArchive => {
                let list = (self.storage != Err(SaveFailed::Blocked)).then(|| self.archive.clone());
                return Some(Msg::ArchiveListed(list));
            }
            Effect::SaveArchived(id, text) => {
                if self.storage.is_ok() {
                    self.archive.retain(|(other, _)| **other != *id);
                    self.archive.push((id.to_string(), text));
                }
                return Some(Msg::ArchiveSaved(id, self.storage));
            }
            Effect::DeleteArchived(id) => self.archive.retain(|(other, _)| **other != *id),
            Effect::CreateScan => return Some(Msg::ScanCreated(self.made_stamp())),
            Effect::DuplicateScan => return Some(Msg::ScanDuplicated(self.made_stamp())),
            Effect::Copy(text) => {
                let outcome = self.clipboard.clone().map(|_| ());
                if outcome.is_ok() {
                    self.clipboard = Ok(text);
                }
                return Some(Msg::Copied(outcome));
            }
            Effect::PushRoute(route) => self.history.push(route.to_text()),
            Effect::ReplaceRoute(route) => *self.history.last_mut().unwrap() = route.to_text(),
            Effect::Download(file) => self.files.push(file),
            // Answered by the tests themselves, where the answer matters.
            Effect::FocusHeading
            | Effect::FocusAsk
            | Effect::Print
            | Effect::Warn(_)
            | Effect::StartUndoTimer(_)
            | Effect::DownloadImage(_)
            | Effect::Share { .. }
            | Effect::ClearFragment
            | Effect::ShowCode(_)
            | Effect::UseRelease
            | Effect::PostMessage(_) => {}
        }
        None
    }

    fn made_stamp(&mut self) -> Stamp {
        self.stamps += 1;
        next_stamp(self.stamps - 1)
    }

    /// Uses the browser's own Back button.
    #[track_caller]
    pub(crate) fn press_browser_back(&mut self) -> Vec<Effect> {
        self.history.pop();
        let route = self.history.last().cloned();
        self.send(Msg::PoppedState(route))
    }

    /// The stored record.
    #[track_caller]
    pub(crate) fn record(&self) -> Value {
        serde_json::from_str(self.stored.as_ref().unwrap()).unwrap()
    }

    pub(crate) fn has_saved(&self) -> bool {
        self.effects.iter().any(|effect| matches!(effect, Effect::Save(_)))
    }

    /// The files that were fetched since the last time this was asked, such as `start.nl`.
    pub(crate) fn fetched(&mut self) -> Vec<String> {
        let effects = std::mem::take(&mut self.effects);
        let fetched = effects.iter().filter_map(|effect| match effect {
            Effect::Fetch(part, language) => Some(format!("{}.{}", part.name(), language.code())),
            _ => None,
        });
        fetched.collect()
    }
}
