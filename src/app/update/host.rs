//! Messages to the host page: ready, progress, and the result if the visitor sends it. They never contain answers.

use crate::app::flags::StorageScope;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::{Effect, HostMessage};
use crate::json::Text;

impl Model {
    pub(crate) fn is_framed(&self) -> bool {
        self.saving.scope == StorageScope::Site
    }

    /// Announces that the first statement is shown.
    pub(crate) fn announce_ready(&self) -> Option<Effect> {
        self.is_framed().then_some(Effect::PostMessage(HostMessage::Ready(self.language)))
    }

    /// Posts the number of answered statements when it changed.
    pub(crate) fn progress(&mut self) -> Option<Effect> {
        if !self.is_framed() {
            return None;
        }
        let shown = self.shown();
        let now = (shown.answered(&self.record.answers), shown.count());
        if std::mem::replace(&mut self.host.last_progress, now) == now {
            return None;
        }
        let (answered, total) = now;
        Some(Effect::PostMessage(HostMessage::Progress { answered, total }))
    }

    /// The origins that may receive the result, as configured by the site owner. If the browser reveals the origin of
    /// the host page, it must be one of them.
    pub(crate) fn recipients(&self) -> Vec<Text> {
        let is_there = |origin: &&Text| self.host.origin.as_ref().is_none_or(|host| host == *origin);
        let named = self.config.results.iter().filter(is_there);
        if self.is_framed() { named.cloned().collect() } else { Vec::new() }
    }

    /// The host names of the recipients.
    pub(crate) fn recipient_names(&self) -> String {
        let mut names = String::new();
        for origin in self.recipients() {
            names.push_str(if names.is_empty() { "" } else { ", " });
            names.push_str(origin.rsplit('/').next().unwrap_or_default());
        }
        names
    }

    /// Sends the result, on request.
    pub(crate) fn send_result(&mut self) -> Vec<Effect> {
        let recipients = self.recipients();
        let Some(report) = self.report().filter(|_| self.viewed.is_none()) else { return Vec::new() };
        let result = report.result();
        self.interaction.notice = (!recipients.is_empty()).then_some(Notice::Sent);
        let mut effects = Vec::new();
        for recipient in recipients {
            effects.push(Effect::PostMessage(HostMessage::Result {
                recipient,
                question_set: self.record.question_set.clone(),
                length: self.record.scope.length,
                result: result.clone(),
            }));
        }
        effects
    }

    /// The configured logo failed to load: falls back to our own and warns the site owner.
    pub(crate) fn on_logo_error(&mut self) -> Vec<Effect> {
        let Some(logo) = self.config.logo.take() else { return Vec::new() };
        let warning =
            ["Flexkompas: logo \"", &logo, "\" in flexkompas-config is not used: it could not be shown"];
        vec![Effect::Warn(warning.concat())]
    }
}
