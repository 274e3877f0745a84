//! What leaves the page, always on a press of a button: files, pictures, text for the clipboard, a link, paper.

use super::model::Model;
use super::notice::Notice;
use super::{Copy, Drawing, Effect, File, Picture, PictureForm, csv_file, export, plain_text};
use crate::content::MessageKey;

impl Model {
    pub(super) fn hand_over(&mut self, file: File) -> Vec<Effect> {
        self.handed_over = Some(file.text.clone());
        vec![Effect::Download(file)]
    }

    pub(super) fn hand_over_record(&mut self) -> Vec<Effect> {
        self.hand_over(export::file(self))
    }

    pub(super) fn hand_over_table(&mut self) -> Vec<Effect> {
        self.hand_over(csv_file(self))
    }

    pub(super) fn hand_over_unreadable(&mut self) -> Vec<Effect> {
        let text = self.unreadable.clone().unwrap_or_default();
        let name = "flexkompas-unread.json".to_owned();
        self.hand_over(File { name, media_type: "application/json", text })
    }

    pub(super) fn hand_over_picture(&mut self, picture: Picture, form: PictureForm) -> Vec<Effect> {
        let Some(drawing) = self.drawing(picture) else { return Vec::new() };
        match form {
            PictureForm::Png => {
                self.handed_over = Some(drawing.svg.clone());
                vec![Effect::DownloadPicture(drawing)]
            }
            PictureForm::Svg => {
                let Drawing { name, svg, .. } = drawing;
                let name = [&name, ".svg"].concat();
                self.hand_over(File { name, media_type: "image/svg+xml", text: svg })
            }
        }
    }

    /// A browser may stop a download from a frame without a word: there, the text stays within reach.
    pub(super) fn learn_whether_exported(&mut self, worked: bool) {
        let text = self.handed_over.take().unwrap_or_default();
        self.notice = Some(match worked {
            false => Notice::ExportFailed(text),
            true if self.is_framed() => Notice::ExportedInFrame(text),
            true => Notice::Exported,
        });
    }

    pub(super) fn copy(&mut self, what: Copy) -> Vec<Effect> {
        let text = match what {
            Copy::Words => Some(plain_text(self)),
            Copy::Link => self.link(),
            Copy::Code => self.code(),
        };
        let Some(text) = text else { return Vec::new() };
        self.handed_over = Some(text.clone());
        vec![Effect::Copy(text)]
    }

    pub(super) fn learn_whether_copied(&mut self, worked: bool) {
        let text = self.handed_over.take().unwrap_or_default();
        self.notice = Some(if worked { Notice::Copied } else { Notice::CopyFailed(text) });
    }

    pub(super) fn share(&mut self) -> Vec<Effect> {
        let (Some(link), Some(start)) = (self.link(), self.start.ready()) else { return Vec::new() };
        let title =
            self.config.text("title").cloned().unwrap_or_else(|| start.messages.get(MessageKey::AppName));
        self.handed_over = Some(link.clone());
        vec![Effect::Share { title, link }]
    }

    pub(super) fn learn_whether_printed(&mut self, worked: bool) {
        if !worked {
            self.notice = self.link().map(Notice::PrintFailed);
        }
    }
}
