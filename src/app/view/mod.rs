//! Finished values for painting: every text in the language of the screen, every question already answered.
//!
//! `ui` paints these and decides nothing. One file per screen; all are made of the blocks in [`block`].

pub mod block;
mod notice;
mod parts;
pub(crate) mod screens;
mod shell;

pub use notice::{AskView, NoticeView};
pub use shell::{Header, LanguageOption, SavingLine, StepItem, StepsView};

use super::model::{Model, RemoteData};
use super::{Msg, Route};
use crate::content::{Arg, MessageKey, Start};
use crate::json::Text;
use block::{Block, ButtonLayout, ButtonStyle, TextStyle};
use parts::builder::Builder;

/// A whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The code for `<html lang>`.
    pub language: &'static str,
    /// The title of the document.
    pub title: Text,
    /// The value of `data-screen`.
    pub screen: &'static str,
    /// Identifies the page: when it changes, a new page is shown.
    pub key: Text,
    /// What screen readers announce when the page changes.
    pub status: Text,
    /// The page itself.
    pub page: Page,
    /// The shell around it; `None` until there is content.
    pub shell: Option<Shell>,
}

/// The shell around every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Shell {
    /// Brand and languages.
    pub header: Header,
    /// The steps of the scan.
    pub steps: StepsView,
    /// A notice.
    pub notice: Option<NoticeView>,
    /// A question that waits for yes or no.
    pub ask: Option<AskView>,
    /// The save status.
    pub saving: SavingLine,
}

/// The part of the page that differs from screen to screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// Content is loading.
    Loading,
    /// Content failed to load.
    Failed,
    /// A page.
    Blocks(Vec<Block>),
}

/// What every view function gets: the model and its content.
pub(crate) struct ViewContext<'a> {
    pub(crate) model: &'a Model,
    pub(crate) start: &'a Start,
}

/// A page with what it is called in the title and for assistive technology.
pub(crate) struct Screen<'a> {
    name: Text,
    page: Builder<'a>,
}

impl ViewContext<'_> {
    pub(crate) fn message(&self, message: MessageKey) -> Text {
        self.start.messages.get(message)
    }

    /// The name of the product, or the one that the owner of the site gave it.
    pub(crate) fn brand(&self) -> Text {
        self.model.config.text("title").cloned().unwrap_or_else(|| self.message(MessageKey::AppName))
    }

    pub(crate) fn format(&self, message: MessageKey, values: &[(&str, Arg)]) -> Text {
        self.start.messages.format(message, values)
    }

    /// A source line with the names of documents for their codes: `001 4.1-flexplan, 4.3; 003 model` becomes
    /// `<name> § 4.1, 4.3; <name>`. Numbered sections can be looked up by a reader; names of places within a document
    /// are shorthand of the content files and stay there.
    pub(crate) fn source_text(&self, source: &str) -> String {
        let named = source.split("; ").map(|part| {
            let (code, places) = part.split_once(' ').unwrap_or((part, ""));
            let Some((_, name)) = self.start.documents.iter().find(|(id, _)| **id == *code) else {
                return part.to_owned();
            };
            let mut sections: Vec<&str> = Vec::new();
            for place in places.split(", ") {
                let place = place.trim_start_matches('§');
                let end = place.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
                let section = place.get(..end.unwrap_or(place.len())).unwrap_or_default();
                if !section.is_empty() && !sections.contains(&section) {
                    sections.push(section);
                }
            }
            let mark = if sections.is_empty() { "" } else { " § " };
            [name, mark, &sections.join(", ")].concat()
        });
        named.collect::<Vec<_>>().join("; ")
    }

    /// The day of a moment such as `2026-11-21T09:30:00Z` in words; empty where there is none.
    pub(crate) fn date(&self, moment: &str) -> Text {
        let day = moment.get(..10).unwrap_or_default();
        let mut parts = day.split('-').map(str::parse::<usize>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next())
        else {
            return Text::default();
        };
        let months = self.message(MessageKey::Months);
        let Some(name) = month.checked_sub(1).and_then(|at| months.split('|').nth(at)) else {
            return Text::default();
        };
        let values = [("day", Arg::Number(day)), ("month", Arg::Text(name)), ("year", Arg::Number(year))];
        self.format(MessageKey::DateIs, &values)
    }

    /// Hundredths as a number in the language of the page: `2,4`, with as many decimals as say something.
    pub(crate) fn number(&self, hundredths: u32, decimals: usize) -> Text {
        let rounded = if decimals == 1 { (hundredths + 5) / 10 * 10 } else { hundredths };
        let digits = crate::export::decimal(rounded);
        let digits = digits.get(..digits.len() + decimals - 2).unwrap_or_default();
        digits.replace('.', &self.message(MessageKey::DecimalSeparator)).into()
    }
}

impl Model {
    /// The finished page for the present state.
    pub fn view(&self) -> View {
        match &self.start {
            RemoteData::Ready(start) => self.view_with(start),
            RemoteData::Loading => self.view_without(Page::Loading),
            RemoteData::Failed => self.view_without(Page::Failed),
        }
    }

    /// Without content there are no words: the shell shows those that stand in the page itself.
    fn view_without(&self, page: Page) -> View {
        View {
            language: self.requested_language.code(),
            title: Text::default(),
            screen: "start",
            key: "no-content".into(),
            status: Text::default(),
            page,
            shell: None,
        }
    }

    fn view_with(&self, start: &Start) -> View {
        let ctx = ViewContext { model: self, start };
        let screen = ctx.screen();
        let title = [&*screen.name, " · ", &*ctx.brand()].concat().into();
        View {
            language: self.language.code(),
            title,
            screen: self.route.screen(),
            key: self.route.to_text().into(),
            status: screen.name,
            page: Page::Blocks(screen.page.blocks),
            shell: Some(Shell {
                header: ctx.header(),
                steps: ctx.steps(),
                notice: ctx.notice(),
                ask: ctx.ask(),
                saving: ctx.saving(),
            }),
        }
    }
}

impl<'a> ViewContext<'a> {
    fn screen(&'a self) -> Screen<'a> {
        let library = self.model.library.ready();
        let ready = match (&self.model.route, library) {
            (Route::Start, _) => Some(self.start_screen()),
            (Route::Resume, _) => Some(self.resume_screen()),
            (Route::Statement(id), _) => self.statement_screen(id),
            (Route::Overview, _) => Some(self.overview_screen()),
            (Route::Ambition, _) => Some(self.ambition_screen()),
            (Route::Result | Route::Scan(_) | Route::Shared(_), Some(library)) => self.result_screen(library),
            (Route::Scans, _) => Some(self.scans_screen()),
            (Route::Compare, _) => Some(self.compare_screen()),
            (Route::Share, Some(_)) => self.share_screen(),
            (Route::Principle(id), Some(library)) => self.principle_screen(library, id),
            (Route::Reflection, Some(library)) => self.reflection_screen(library),
            (Route::Guide, Some(library)) => Some(self.guide_screen(library)),
            (Route::DesignNote, Some(library)) => Some(self.design_note_screen(library)),
            (Route::Library, Some(library)) => Some(self.library_screen(library)),
            (Route::Modules, _) => self.model.modules.ready().map(|modules| self.modules_screen(modules)),
            (Route::Module(id), Some(library)) => {
                self.model.modules.ready().and_then(|modules| self.module_screen(library, modules, id))
            }
            (Route::Principles, _) | (_, None) => None,
        };
        ready.unwrap_or_else(|| self.screen_without_library())
    }

    fn screen_without_library(&'a self) -> Screen<'a> {
        let mut page = self.build();
        let modules_failed =
            self.model.route.needs_modules() && matches!(self.model.modules, RemoteData::Failed);
        if modules_failed || matches!(self.model.library, RemoteData::Failed) {
            let name = self.message(MessageKey::LoadFailedTitle);
            page.title(name.clone());
            page.message(TextStyle::Body, MessageKey::LoadFailedText);
            page.button(
                ButtonLayout::Inline,
                ButtonStyle::Primary,
                self.action("retry", MessageKey::Retry, Msg::RetryPressed),
            );
            return Screen { name, page };
        }
        let name = self.message(MessageKey::Loading);
        page.title(name.clone());
        Screen { name, page }
    }

    fn screen_named(name: Text, page: Builder<'a>) -> Screen<'a> {
        Screen { name, page }
    }
}
