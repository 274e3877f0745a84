//! Sharing the result: a link, a QR code, a code; and the first screen of the recipient.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::app::view::block::{Block, ButtonLayout, ButtonStyle, Field, Qr, Role, TextStyle};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{ClipboardContent, Msg, Route};
use crate::content::MessageKey;
use crate::json::Text;
use crate::record::Record;

impl<'a> ViewContext<'a> {
    /// The page with link, QR code and code; none before the content is there.
    pub(crate) fn share_screen(&'a self) -> Option<Screen<'a>> {
        let (link, code) = (self.model.link()?, self.model.code()?);
        let name = self.message(MessageKey::ShareTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::ShareIntro);
        let mut inside = self.build();
        match qr(&link, self.message(MessageKey::QrLabel)) {
            Some(picture) => {
                inside.add(Block::Qr(picture));
                inside.message(TextStyle::Hint, MessageKey::QrHint);
            }
            None => inside.message(TextStyle::Hint, MessageKey::QrNone),
        }
        inside.field(Field::read_only("share-link", self.message(MessageKey::ShareLink), link.into()));
        let copy = |what| Msg::CopyPressed(what);
        inside.button(
            ButtonLayout::Inline,
            ButtonStyle::Primary,
            self.action("copy-link", MessageKey::CopyLink, copy(ClipboardContent::Link)),
        );
        if self.model.can_share {
            inside.button(
                ButtonLayout::Inline,
                ButtonStyle::Secondary,
                self.action("share-send", MessageKey::ShareSend, Msg::SharePressed),
            );
        }
        let code = Text::from(code);
        inside.field(Field::read_only("share-code", self.message(MessageKey::ShareCode), code.clone()));
        inside.button(
            ButtonLayout::Stacked,
            ButtonStyle::Secondary,
            self.action("copy-code", MessageKey::CopyCode, copy(ClipboardContent::Code)),
        );
        page.region(Role::Card, "share", vec![("data-code", code)], inside);
        page.message(TextStyle::Hint, MessageKey::SharePrivacy);
        Some(Screen { name, page })
    }

    /// The head of a viewed result: whose it is, and the ways back.
    pub(crate) fn viewed_head(&'a self, page: &mut Builder<'a>, scan: &Record) {
        let mut inside = self.build();
        if matches!(self.model.route, Route::Shared(_)) {
            inside.message(TextStyle::Eyebrow, MessageKey::SharedResult);
            inside.paragraph(TextStyle::Strong, self.scan_name(scan));
            inside.message(TextStyle::Body, MessageKey::SharedText);
            let own = if self.model.record.is_blank() { MessageKey::StartOwn } else { MessageKey::BackToOwn };
            inside.button(
                ButtonLayout::Inline,
                ButtonStyle::Primary,
                self.action("start-own", own, Msg::CloseViewedPressed),
            );
            inside.button(
                ButtonLayout::Inline,
                ButtonStyle::Secondary,
                self.action("keep", MessageKey::KeepHere, Msg::KeepViewedPressed),
            );
        } else {
            let id = scan.stamp.id.clone();
            inside.message(TextStyle::Eyebrow, MessageKey::EarlierResult);
            inside.paragraph(TextStyle::Strong, self.scan_name(scan));
            inside.button(
                ButtonLayout::Inline,
                ButtonStyle::Secondary,
                self.action("history", MessageKey::ToHistoryBack, Msg::Navigate(Route::Scans)),
            );
            inside.button(
                ButtonLayout::Inline,
                ButtonStyle::Secondary,
                self.action("take-up", MessageKey::TakeUp, Msg::ScanResumed(id)),
            );
        }
        page.region(Role::ViewedScan, "reading", vec![("data-reading", Text::default())], inside);
    }
}

/// A link as a QR code; `None` if it is too long for any.
fn qr(link: &str, label: Text) -> Option<Qr> {
    let code = QrCode::encode_text(link, QrCodeEcc::Medium).ok()?;
    let row = |y| (0..code.size()).map(|x| code.get_module(x, y)).collect();
    Some(Qr { label, modules: (0..code.size()).map(row).collect() })
}
