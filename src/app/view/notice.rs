//! The words of notices and of questions that wait for yes or no.

use super::ViewContext;
use super::block::{Action, Link};
use crate::app::model::SaveStatus;
use crate::app::{Ask, Msg, Notice, Route};
use crate::content::{Arg, MessageKey};
use crate::json::Text;
use crate::record::RecordError;
use crate::share_code::DecodeError;

/// A notice.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeView {
    /// True for a failure: it has a sign and stays until it is closed.
    pub is_error: bool,
    /// Its text.
    pub text: Text,
    /// Text for the person to copy by hand, where handing over a file failed.
    pub copy: Option<Text>,
    /// A page where it can be done instead.
    pub link: Option<Link>,
    /// The button to undo, or to use a new release.
    pub action: Option<Action>,
    /// The button that takes it away.
    pub close: Action,
}

/// A question that waits for yes or no.
#[derive(Clone, Debug, PartialEq)]
pub struct AskView {
    /// The question.
    pub title: Text,
    /// The consequence.
    pub text: Text,
    /// The answer that does it.
    pub yes: Action,
    /// The answer that leaves all as it is.
    pub no: Action,
}

impl ViewContext<'_> {
    pub(crate) fn notice(&self) -> Option<NoticeView> {
        let undo = self.model.archive.undo.last();
        let Some(notice) = self.model.interaction.notice.as_ref().or(undo.map(|undo| &undo.notice)) else {
            return self.release();
        };
        let message = match notice {
            Notice::Exported => MessageKey::NoticeExported,
            Notice::ExportedInFrame(_) => MessageKey::NoticeExportedInFrame,
            Notice::ExportFailed(_) => MessageKey::NoticeExportFailed,
            Notice::Imported => MessageKey::NoticeImported,
            Notice::ImportFailed(why) => import_failed(why),
            Notice::Erased => MessageKey::NoticeErased,
            Notice::Removed => MessageKey::NoticeRemoved,
            Notice::ThemeRemoved => MessageKey::NoticeThemeRemoved,
            Notice::BackAgain => MessageKey::NoticeBackAgain,
            Notice::KeptHere => MessageKey::NoticeKeptHere,
            Notice::AlreadyHere => MessageKey::NoticeAlreadyHere,
            Notice::OtherSetHere => MessageKey::NoticeOtherSetHere,
            Notice::NoRoom => MessageKey::NoticeNoRoom,
            Notice::NewMeasurement => MessageKey::NoticeNewMeasurement,
            Notice::Followed => MessageKey::NoticeFollowed,
            Notice::CodeRefused(why) => code_refused(*why),
            Notice::Copied => MessageKey::NoticeCopied,
            Notice::CopyFailed(_) => MessageKey::NoticeCopyFailed,
            Notice::PrintFailed(_) => MessageKey::NoticePrintFailed,
            Notice::Sent => MessageKey::NoticeSent,
            Notice::LanguageFailed => MessageKey::NoticeLanguageFailed,
        };
        let (mut copy, mut link, mut detail) = (None, None, "");
        let mut is_error = matches!(notice, Notice::LanguageFailed | Notice::NoRoom | Notice::CodeRefused(_));
        match notice {
            Notice::ExportFailed(text) | Notice::ExportedInFrame(text) | Notice::CopyFailed(text) => {
                copy = Some(text.as_str().into());
            }
            Notice::PrintFailed(address) => {
                let label = self.message(MessageKey::OpenInTab);
                link = Some(Link { name: "open-in-tab", label, address: address.as_str().into() });
                copy = Some(address.as_str().into());
            }
            Notice::ImportFailed(why) => {
                is_error = true;
                match why {
                    RecordError::Damaged(place) => detail = place,
                    RecordError::OtherQuestionSet(set) => detail = set,
                    _ => {}
                }
            }
            _ => {}
        }
        is_error |= copy.is_some() && !matches!(notice, Notice::ExportedInFrame(_));
        let undo = undo.filter(|undo| undo.notice == *notice);
        let action = match notice {
            Notice::OtherSetHere => {
                Some(self.action("to-scans", MessageKey::ToHistory, Msg::Navigate(Route::Scans)))
            }
            _ => undo.map(|_| self.action("undo", MessageKey::Undo, Msg::UndoPressed)),
        };
        let site = self.model.recipient_names();
        let text = self.format(message, &[("detail", Arg::Text(detail)), ("site", Arg::Text(&site))]);
        let close = self.action("close", MessageKey::Close, Msg::NoticeClosed);
        Some(NoticeView { is_error, text, copy, link, action, close })
    }

    /// A newer release is told when there is nothing else to tell, and only where using it loses no answer.
    fn release(&self) -> Option<NoticeView> {
        let is_kept =
            matches!(self.model.saving.status, SaveStatus::Saved(_)) || self.model.record.is_blank();
        (self.model.interaction.release_found && is_kept).then(|| NoticeView {
            is_error: false,
            text: self.message(MessageKey::NoticeRelease),
            copy: None,
            link: None,
            action: Some(self.action("use-release", MessageKey::UseRelease, Msg::ReleasePressed)),
            close: self.action("close", MessageKey::Close, Msg::NoticeClosed),
        })
    }

    pub(crate) fn ask(&self) -> Option<AskView> {
        let (title, text, yes, name) = match self.model.interaction.ask.as_ref()? {
            Ask::Restart => (
                MessageKey::AskRestartTitle,
                MessageKey::AskRestartText,
                MessageKey::AskRestartYes,
                "confirm-restart",
            ),
            Ask::Erase => (
                MessageKey::AskEraseTitle,
                MessageKey::AskEraseText,
                MessageKey::AskEraseYes,
                "confirm-erase",
            ),
            Ask::Cleared => (
                MessageKey::AskClearedTitle,
                MessageKey::AskClearedText,
                MessageKey::AskClearedYes,
                "confirm-save",
            ),
            Ask::Replace(record) => {
                let is_same = self.model.is_same_scan(record);
                let text = if is_same { MessageKey::AskReplaceSame } else { MessageKey::AskReplaceText };
                (MessageKey::AskReplaceTitle, text, MessageKey::AskReplaceYes, "confirm-import")
            }
        };
        let is_cleared = matches!(self.model.interaction.ask, Some(Ask::Cleared));
        let no = if is_cleared { MessageKey::AskClearedNo } else { MessageKey::Cancel };
        Some(AskView {
            title: self.message(title),
            text: self.message(text),
            yes: self.action(name, yes, Msg::Confirmed),
            no: self.action("cancel", no, Msg::Cancelled),
        })
    }
}

fn import_failed(why: &RecordError) -> MessageKey {
    match why {
        RecordError::NotARecord => MessageKey::ImportNotARecord,
        RecordError::Newer => MessageKey::ImportNewer,
        RecordError::OtherQuestionSet(_) => MessageKey::ImportOtherSet,
        RecordError::Damaged(_) => MessageKey::ImportDamaged,
    }
}

fn code_refused(why: DecodeError) -> MessageKey {
    match why {
        DecodeError::NotACode => MessageKey::CodeNotACode,
        DecodeError::Newer => MessageKey::CodeNewer,
        DecodeError::OtherQuestionSet => MessageKey::CodeOtherSet,
        DecodeError::Damaged => MessageKey::CodeDamaged,
    }
}
