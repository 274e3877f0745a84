//! What is told once, and what is asked before something happens, in words.

use super::Source;
use super::block::{Action, Link};
use crate::app::model::Saving;
use crate::app::{Ask, Msg, Notice, Undecodable, Unreadable};
use crate::content::{Fill, Word};
use crate::json::Text;

/// Something told once.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeView {
    /// True for a failure: it has a sign and stays until it is closed.
    pub is_error: bool,
    /// What happened.
    pub text: Text,
    /// Text for the person to copy by hand, where handing over a file failed.
    pub copy: Option<Text>,
    /// A page where it can be done instead.
    pub link: Option<Link>,
    /// What can be done about it: take back what was done, use what is new.
    pub action: Option<Action>,
    /// The button that takes it away.
    pub close: Action,
}

/// A question that waits for yes or no.
#[derive(Clone, Debug, PartialEq)]
pub struct AskView {
    /// The question.
    pub title: Text,
    /// What will happen.
    pub text: Text,
    /// The answer that does it.
    pub yes: Action,
    /// The answer that leaves all as it is.
    pub no: Action,
}

impl Source<'_> {
    pub(super) fn notice(&self) -> Option<NoticeView> {
        let Some(notice) = self.model.notice.as_ref() else { return self.release() };
        let word = match notice {
            Notice::Exported => Word::NoticeExported,
            Notice::ExportedInFrame(_) => Word::NoticeExportedInFrame,
            Notice::ExportFailed(_) => Word::NoticeExportFailed,
            Notice::Imported => Word::NoticeImported,
            Notice::ImportFailed(why) => import_failed(why),
            Notice::Erased => Word::NoticeErased,
            Notice::Removed => Word::NoticeRemoved,
            Notice::BackAgain => Word::NoticeBackAgain,
            Notice::KeptHere => Word::NoticeKeptHere,
            Notice::AlreadyHere => Word::NoticeAlreadyHere,
            Notice::NoRoom => Word::NoticeNoRoom,
            Notice::NewMeasurement => Word::NoticeNewMeasurement,
            Notice::Followed => Word::NoticeFollowed,
            Notice::CodeRefused(why) => code_refused(*why),
            Notice::Copied => Word::NoticeCopied,
            Notice::CopyFailed(_) => Word::NoticeCopyFailed,
            Notice::PrintFailed(_) => Word::NoticePrintFailed,
            Notice::Sent => Word::NoticeSent,
            Notice::LanguageFailed => Word::NoticeLanguageFailed,
        };
        let (mut copy, mut link, mut detail) = (None, None, "");
        let mut is_error = matches!(notice, Notice::LanguageFailed | Notice::NoRoom | Notice::CodeRefused(_));
        match notice {
            Notice::ExportFailed(text) | Notice::ExportedInFrame(text) | Notice::CopyFailed(text) => {
                copy = Some(text.as_str().into());
            }
            Notice::PrintFailed(address) => {
                let label = self.word(Word::OpenInTab);
                link = Some(Link { name: "open-in-tab", label, address: address.as_str().into() });
                copy = Some(address.as_str().into());
            }
            Notice::ImportFailed(why) => {
                is_error = true;
                match why {
                    Unreadable::Damaged(place) => detail = place,
                    Unreadable::OtherQuestionSet(set) => detail = set,
                    _ => {}
                }
            }
            _ => {}
        }
        is_error |= copy.is_some() && !matches!(notice, Notice::ExportedInFrame(_));
        let undo = self.model.undo.as_ref().map(|_| self.action("undo", Word::Undo, Msg::UndoPressed));
        let action = undo.filter(|_| matches!(notice, Notice::Erased | Notice::Removed));
        let site = self.model.sites();
        let text = self.fill(word, &[("detail", Fill::Text(detail)), ("site", Fill::Text(&site))]);
        let close = self.action("close", Word::Close, Msg::NoticeClosed);
        Some(NoticeView { is_error, text, copy, link, action, close })
    }

    /// A newer release is told when there is nothing else to tell, and only where using it loses no answer.
    fn release(&self) -> Option<NoticeView> {
        let is_kept = matches!(self.model.saving, Saving::Kept(_)) || self.model.record.is_blank();
        (self.model.release_found && is_kept).then(|| NoticeView {
            is_error: false,
            text: self.word(Word::NoticeRelease),
            copy: None,
            link: None,
            action: Some(self.action("use-release", Word::UseRelease, Msg::ReleasePressed)),
            close: self.action("close", Word::Close, Msg::NoticeClosed),
        })
    }

    pub(super) fn ask(&self) -> Option<AskView> {
        let (title, text, yes, name) = match self.model.ask.as_ref()? {
            Ask::Restart => {
                (Word::AskRestartTitle, Word::AskRestartText, Word::AskRestartYes, "confirm-restart")
            }
            Ask::Erase => (Word::AskEraseTitle, Word::AskEraseText, Word::AskEraseYes, "confirm-erase"),
            Ask::Replace(record) => {
                let is_same = self.model.is_same_scan(record);
                let text = if is_same { Word::AskReplaceSame } else { Word::AskReplaceText };
                (Word::AskReplaceTitle, text, Word::AskReplaceYes, "confirm-import")
            }
        };
        Some(AskView {
            title: self.word(title),
            text: self.word(text),
            yes: self.action(name, yes, Msg::Confirmed),
            no: self.action("cancel", Word::Cancel, Msg::Cancelled),
        })
    }
}

fn import_failed(why: &Unreadable) -> Word {
    match why {
        Unreadable::NotARecord => Word::ImportNotARecord,
        Unreadable::Newer => Word::ImportNewer,
        Unreadable::OtherQuestionSet(_) => Word::ImportOtherSet,
        Unreadable::Damaged(_) => Word::ImportDamaged,
    }
}

fn code_refused(why: Undecodable) -> Word {
    match why {
        Undecodable::NotACode => Word::CodeNotACode,
        Undecodable::Newer => Word::CodeNewer,
        Undecodable::OtherQuestionSet => Word::CodeOtherSet,
        Undecodable::Damaged => Word::CodeDamaged,
    }
}
