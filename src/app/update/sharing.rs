//! Exports, always on request: downloads, clipboard, sharing and printing.

use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::{ClipboardContent, Effect, PictureForm};
use crate::export::{self, Download, Picture, SvgImage, file_name};
use crate::report::Report;

impl Model {
    /// The displayed scan as JSON, with its result once the content is loaded.
    pub fn json(&self) -> Download {
        let record = self.displayed_record();
        let text = export::json(record, self.report().as_ref());
        Download { name: file_name(record, "", ".json"), media_type: "application/json", text }
    }

    /// The displayed scan as a table; empty until the content is loaded.
    pub fn csv(&self) -> Download {
        let text = self.report().as_ref().map(Report::csv).unwrap_or_default();
        let name = file_name(self.displayed_record(), "", ".csv");
        Download { name, media_type: "text/csv;charset=utf-8", text }
    }

    /// The displayed result as plain text; empty until the content is loaded.
    pub fn plain_text(&self) -> String {
        self.report().as_ref().map(Report::plain_text).unwrap_or_default()
    }

    /// A picture of the displayed result; `None` if there is nothing to draw.
    pub fn drawing(&self, picture: Picture) -> Option<SvgImage> {
        self.report()?.drawing(picture)
    }

    pub(crate) fn download(&mut self, file: Download) -> Vec<Effect> {
        self.pending_export = Some(file.text.clone());
        vec![Effect::Download(file)]
    }

    pub(crate) fn export_json(&mut self) -> Vec<Effect> {
        self.download(self.json())
    }

    pub(crate) fn export_csv(&mut self) -> Vec<Effect> {
        self.download(self.csv())
    }

    pub(crate) fn export_unreadable(&mut self) -> Vec<Effect> {
        let text = self.saving.unreadable.clone().unwrap_or_default();
        self.download_unread(text)
    }

    /// Downloads an archived scan as storage has it.
    pub(crate) fn export_archived(&mut self, id: &str) -> Vec<Effect> {
        let archived = self.archive.scans.iter().find(|archived| *archived.id == *id);
        let Some(text) = archived.map(|archived| archived.text.clone()) else { return Vec::new() };
        self.download_unread(text)
    }

    fn download_unread(&mut self, text: String) -> Vec<Effect> {
        let name = "flexkompas-unread.json".to_owned();
        self.download(Download { name, media_type: "application/json", text })
    }

    pub(crate) fn export_image(&mut self, picture: Picture, form: PictureForm) -> Vec<Effect> {
        let Some(drawing) = self.drawing(picture) else {
            return Vec::new();
        };
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
        self.interaction.notice = Some(match worked {
            false => Notice::ExportFailed(text),
            true if self.is_framed() => Notice::ExportedInFrame(text),
            true => Notice::Exported,
        });
    }

    pub(crate) fn copy(&mut self, what: ClipboardContent) -> Vec<Effect> {
        let text = match what {
            ClipboardContent::Summary => Some(self.plain_text()),
            ClipboardContent::Link => self.link(),
            ClipboardContent::Code => self.code(),
        };
        let Some(text) = text else { return Vec::new() };
        self.pending_export = Some(text.clone());
        vec![Effect::Copy(text)]
    }

    pub(crate) fn on_copied(&mut self, worked: bool) {
        let text = self.pending_export.take().unwrap_or_default();
        self.interaction.notice = Some(if worked { Notice::Copied } else { Notice::CopyFailed(text) });
    }

    pub(crate) fn share(&mut self) -> Vec<Effect> {
        let (Some(link), Some(start)) = (self.link(), self.start.ready()) else { return Vec::new() };
        let title = self.brand(start);
        self.pending_export = Some(link.clone());
        vec![Effect::Share { title, link }]
    }

    pub(crate) fn on_printed(&mut self, worked: bool) {
        if !worked {
            self.interaction.notice = self.link().map(Notice::PrintFailed);
        }
    }
}
