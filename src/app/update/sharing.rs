//! Exports, always on request: downloads, clipboard, sharing and printing.

use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::{ClipboardContent, Effect, Picture, PictureForm};
use crate::content::MessageKey;
use crate::export::{self, Download, SvgImage, csv_file, plain_text};

impl Model {
    pub(crate) fn download(&mut self, file: Download) -> Vec<Effect> {
        self.pending_export = Some(file.text.clone());
        vec![Effect::Download(file)]
    }

    pub(crate) fn export_json(&mut self) -> Vec<Effect> {
        self.download(export::file(self))
    }

    pub(crate) fn export_csv(&mut self) -> Vec<Effect> {
        self.download(csv_file(self))
    }

    pub(crate) fn export_unreadable(&mut self) -> Vec<Effect> {
        let text = self.unreadable.clone().unwrap_or_default();
        let name = "flexkompas-unread.json".to_owned();
        self.download(Download { name, media_type: "application/json", text })
    }

    pub(crate) fn export_image(&mut self, picture: Picture, form: PictureForm) -> Vec<Effect> {
        let Some(drawing) = self.drawing(picture) else { return Vec::new() };
        match form {
            PictureForm::Png => {
                self.pending_export = Some(drawing.svg.clone());
                vec![Effect::DownloadImage(drawing)]
            }
            PictureForm::Svg => {
                let SvgImage { name, svg, .. } = drawing;
                let name = [&name, ".svg"].concat();
                self.download(Download { name, media_type: "image/svg+xml", text: svg })
            }
        }
    }

    /// Browsers may block downloads from a frame silently, so the notice also offers the text there.
    pub(crate) fn on_exported(&mut self, worked: bool) {
        let text = self.pending_export.take().unwrap_or_default();
        self.notice = Some(match worked {
            false => Notice::ExportFailed(text),
            true if self.is_framed() => Notice::ExportedInFrame(text),
            true => Notice::Exported,
        });
    }

    pub(crate) fn copy(&mut self, what: ClipboardContent) -> Vec<Effect> {
        let text = match what {
            ClipboardContent::Summary => Some(plain_text(self)),
            ClipboardContent::Link => self.link(),
            ClipboardContent::Code => self.code(),
        };
        let Some(text) = text else { return Vec::new() };
        self.pending_export = Some(text.clone());
        vec![Effect::Copy(text)]
    }

    pub(crate) fn on_copied(&mut self, worked: bool) {
        let text = self.pending_export.take().unwrap_or_default();
        self.notice = Some(if worked { Notice::Copied } else { Notice::CopyFailed(text) });
    }

    pub(crate) fn share(&mut self) -> Vec<Effect> {
        let (Some(link), Some(start)) = (self.link(), self.start.ready()) else { return Vec::new() };
        let title =
            self.config.text("title").cloned().unwrap_or_else(|| start.messages.get(MessageKey::AppName));
        self.pending_export = Some(link.clone());
        vec![Effect::Share { title, link }]
    }

    pub(crate) fn on_printed(&mut self, worked: bool) {
        if !worked {
            self.notice = self.link().map(Notice::PrintFailed);
        }
    }
}
