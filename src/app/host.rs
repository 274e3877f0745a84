//! What the page around the frame is told: that the program is there, how far the visitor is, and a result if the visitor
//! sends it. Answers never leave in this way.

use super::flags::Keeping;
use super::model::Model;
use super::notice::Notice;
use super::{Effect, export};
use crate::json::{Text, Value};

impl Model {
    pub(super) fn is_framed(&self) -> bool {
        self.keeping == Keeping::ForThisSite
    }

    /// Tells that the first statement is there.
    pub(super) fn ready(&self) -> Option<Effect> {
        let message = ["{\"type\":\"flexkompas:ready\",\"language\":\"", self.language.code(), "\"}"];
        self.is_framed().then(|| Effect::Tell(message.concat()))
    }

    /// Tells how many statements were answered, whenever that has changed.
    pub(super) fn progress(&mut self) -> Option<Effect> {
        if !self.is_framed() {
            return None;
        }
        let shown = self.shown();
        let answered = shown.iter().filter(|id| self.record.answers.get(id.as_str()).is_some()).count();
        let now = (answered, shown.len());
        if std::mem::replace(&mut self.told, now) == now {
            return None;
        }
        let [answered, total] = [now.0, now.1].map(|count| count.to_string());
        let message =
            ["{\"type\":\"flexkompas:progress\",\"answered\":", &answered, ",\"total\":", &total, "}"];
        Some(Effect::Tell(message.concat()))
    }

    /// The origins that may have the result: those the owner of this frame named. Where the browser tells which page is
    /// around the frame, it must be one of them.
    pub(super) fn recipients(&self) -> Vec<Text> {
        let is_there = |origin: &&Text| self.host.as_ref().is_none_or(|host| host == *origin);
        let named = self.config.all("results").filter(is_there);
        if self.is_framed() { named.cloned().collect() } else { Vec::new() }
    }

    /// The recipients as people name them.
    pub(super) fn sites(&self) -> String {
        let mut sites = String::new();
        for origin in self.recipients() {
            sites.push_str(if sites.is_empty() { "" } else { ", " });
            sites.push_str(origin.rsplit('/').next().unwrap_or_default());
        }
        sites
    }

    /// Sends score, phase and the rest of the result; somebody pressed the button that says so.
    pub(super) fn send_result(&mut self) -> Vec<Effect> {
        let recipients = self.recipients();
        let Some(result) = export::result(self).filter(|_| self.viewed.is_none()) else { return Vec::new() };
        let text = [
            "{\"type\":\"flexkompas:result\",\"questionSet\":",
            &Value::Text(self.record.question_set.clone()).to_string(),
            ",\"set\":\"",
            self.record.scope.set.value(),
            "\",\"result\":",
            &result.to_string(),
            "}",
        ]
        .concat();
        self.notice = (!recipients.is_empty()).then_some(Notice::Sent);
        let mut effects = Vec::new();
        for origin in recipients {
            effects.push(Effect::SendResult(text.clone(), origin));
        }
        effects
    }

    /// The picture of the site does not come: the product's own mark stays, and the owner is told.
    pub(super) fn lose_logo(&mut self) -> Vec<Effect> {
        let Some(logo) = self.config.take("logo") else { return Vec::new() };
        let warning =
            ["Flexkompas: logo \"", &logo, "\" in flexkompas-config is not used: it could not be shown"];
        vec![Effect::Warn(warning.concat())]
    }
}
