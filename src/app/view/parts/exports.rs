//! The export buttons of the result.

use crate::app::flags::StorageScope;
use crate::app::view::ViewContext;
use crate::app::view::block::{Action, Block, Button, ButtonLayout, ButtonStyle, Link, Role, TextStyle};
use crate::app::view::parts::builder::Builder;
use crate::app::{ClipboardContent, Msg, PictureForm, Route};
use crate::content::{Arg, Library, MessageKey};
use crate::domain::{Evaluation, Marks};
use crate::export::Picture;

impl<'a> ViewContext<'a> {
    /// The section with all exports; without editing for a viewed scan.
    pub(crate) fn exports(&'a self, page: &mut Builder<'a>, library: &Library, evaluation: &Evaluation) {
        let mut inside = self.build();
        inside.heading(MessageKey::TakeAlong);
        if self.model.viewed.is_none() {
            inside.field(self.name_field(&self.model.record));
        }
        let group = |inside: &mut Builder<'a>,
                     message: Option<MessageKey>,
                     style: ButtonStyle,
                     actions: Vec<Action>| {
            inside.blocks.extend(message.map(|message| Block::Heading(3, self.message(message))));
            let button = |action| Button { style, action };
            inside.add(Block::Buttons(ButtonLayout::Inline, actions.into_iter().map(button).collect()));
        };
        let action = |name, message, msg| self.action(name, message, msg);
        let hand_on = vec![
            action("print", MessageKey::Print, Msg::PrintPressed),
            action("copy-text", MessageKey::CopyText, Msg::CopyPressed(ClipboardContent::Summary)),
        ];
        group(&mut inside, None, ButtonStyle::Secondary, hand_on);
        let site = self.model.recipient_names();
        if !site.is_empty() && self.model.viewed.is_none() && evaluation.assessment.outcome.is_ok() {
            let values = [("site", Arg::Text(&site))];
            let label = self.format(MessageKey::SendResult, &values);
            let send = Action::new("send-result", label, Msg::SendPressed);
            group(&mut inside, None, ButtonStyle::Secondary, vec![send]);
            inside.paragraph(TextStyle::Hint, self.format(MessageKey::SendExplained, &values));
        }
        let mut others = Vec::new();
        if self.model.viewed.is_none() {
            others.push(action("share", MessageKey::ToShare, Msg::Navigate(Route::Share)));
        }
        others.push(action("history", MessageKey::ToHistory, Msg::Navigate(Route::Scans)));
        group(&mut inside, Some(MessageKey::HandOn), ButtonStyle::Secondary, others);
        let files = vec![
            action("export-csv", MessageKey::ExportCsv, Msg::CsvPressed),
            action("export-json", MessageKey::ExportJson, Msg::ExportPressed),
        ];
        group(&mut inside, Some(MessageKey::Files), ButtonStyle::Secondary, files);
        let has_marks =
            library.principles.iter().any(|principle| self.marks(&principle.id) != Marks::default());
        let has_outcome = evaluation.assessment.outcome.is_ok();
        let mut of_pictures = Vec::new();
        for (name, picture, form, is_there) in [
            ("spectrum-png", Picture::Spectrum, PictureForm::Png, has_outcome),
            ("spectrum-svg", Picture::Spectrum, PictureForm::Svg, has_outcome),
            ("dimensions-png", Picture::Profile, PictureForm::Png, true),
            ("dimensions-svg", Picture::Profile, PictureForm::Svg, true),
            ("principles-png", Picture::Principles, PictureForm::Png, has_marks),
            ("principles-svg", Picture::Principles, PictureForm::Svg, has_marks),
        ] {
            if is_there {
                let message = match picture {
                    Picture::Spectrum => MessageKey::PictureSpectrum,
                    Picture::Profile => MessageKey::PictureProfile,
                    Picture::Principles => MessageKey::PicturePrinciples,
                };
                let ending = if form == PictureForm::Png { " · PNG" } else { " · SVG" };
                let label = [&*self.message(message), ending].concat().into();
                let msg = Msg::PicturePressed(picture, form);
                of_pictures.push(Action::new(name, label, msg));
            }
        }
        group(&mut inside, Some(MessageKey::Pictures), ButtonStyle::Quiet, of_pictures);
        if self.model.saving.scope == StorageScope::Site {
            let address = self.model.link().unwrap_or_default().into();
            inside.message(TextStyle::Hint, MessageKey::PrintHint);
            let label = self.message(MessageKey::OpenInTab);
            inside.add(Block::Link(Link { name: "open-in-tab", label, address }));
        }
        page.region(Role::Exports, "take-along", Vec::new(), inside);
    }
}
