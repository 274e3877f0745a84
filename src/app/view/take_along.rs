//! Everything that can leave the page, on a press of a button.

use super::Source;
use super::block::{Action, Block, Button, Link, Look, RegionKind, Row, Weight};
use super::builder::Builder;
use crate::app::flags::Keeping;
use crate::app::{Copy, Findings, Msg, Picture, PictureForm, Route};
use crate::content::{Fill, Library, Word};
use crate::domain::Marks;

impl<'a> Source<'a> {
    /// The part of the result with everything to take along; for a scan that is only looked at without what changes it.
    pub(super) fn take_along(&'a self, page: &mut Builder<'a>, library: &Library, findings: &Findings) {
        let mut inside = self.build();
        inside.heading(Word::TakeAlong);
        if self.model.viewed.is_none() {
            inside.add(Block::Field(self.name_field(&self.model.record)));
        }
        let group = |inside: &mut Builder<'a>, word: Option<Word>, weight: Weight, actions: Vec<Action>| {
            inside.blocks.extend(word.map(|word| Block::Heading(3, self.word(word))));
            let button = |action| Button { weight, action };
            inside.add(Block::Buttons(Row::Beside, actions.into_iter().map(button).collect()));
        };
        let action = |name, word, msg| self.action(name, word, msg);
        let hand_on = vec![
            action("print", Word::Print, Msg::PrintPressed),
            action("copy-text", Word::CopyText, Msg::CopyPressed(Copy::Words)),
        ];
        group(&mut inside, None, Weight::Secondary, hand_on);
        let site = self.model.sites();
        if !site.is_empty() && self.model.viewed.is_none() && findings.assessment.outcome.is_ok() {
            let values = [("site", Fill::Text(&site))];
            let label = self.fill(Word::SendResult, &values);
            let send = Action { name: "send-result", label, of: None, pressed: None, msg: Msg::SendPressed };
            group(&mut inside, None, Weight::Secondary, vec![send]);
            inside.words(Look::Hint, self.fill(Word::SendExplained, &values));
        }
        let mut others = Vec::new();
        if self.model.viewed.is_none() {
            others.push(action("share", Word::ToShare, Msg::Navigate(Route::Share)));
        }
        others.push(action("history", Word::ToHistory, Msg::Navigate(Route::Scans)));
        group(&mut inside, Some(Word::HandOn), Weight::Secondary, others);
        let files = vec![
            action("export-csv", Word::ExportCsv, Msg::CsvPressed),
            action("export-json", Word::ExportJson, Msg::ExportPressed),
        ];
        group(&mut inside, Some(Word::Files), Weight::Secondary, files);
        let has_marks =
            library.principles.iter().any(|principle| self.marks(&principle.id) != Marks::default());
        let has_outcome = findings.assessment.outcome.is_ok();
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
                let word = match picture {
                    Picture::Spectrum => Word::PictureSpectrum,
                    Picture::Profile => Word::PictureProfile,
                    Picture::Principles => Word::PicturePrinciples,
                };
                let ending = if form == PictureForm::Png { " · PNG" } else { " · SVG" };
                let label = [&*self.word(word), ending].concat().into();
                let msg = Msg::PicturePressed(picture, form);
                of_pictures.push(Action { name, label, of: None, pressed: None, msg });
            }
        }
        group(&mut inside, Some(Word::Pictures), Weight::Quiet, of_pictures);
        if self.model.keeping == Keeping::ForThisSite {
            let address = self.model.link().unwrap_or_default().into();
            inside.word(Look::Hint, Word::PrintHint);
            let label = self.word(Word::OpenInTab);
            inside.add(Block::Link(Link { name: "open-in-tab", label, address }));
        }
        page.region(RegionKind::ScreenOnly, "take-along", Vec::new(), inside);
    }
}
