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

use std::ops::Deref;

use super::model::{LoadFault, Model, RemoteData};
use super::shown::ShownStatements;
use super::{Msg, Route};
use crate::content::MessageKey;
use crate::domain::StatementId;
use crate::json::Text;
use crate::report::Report;
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
    /// Announced by screen readers when the page changes.
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
    Failed(LoadFault),
    /// A page.
    Blocks(Vec<Block>),
}

/// The input of every view function: the state, and the values that are computed from it once per view.
pub(crate) struct ViewContext<'a> {
    pub(crate) model: &'a Model,
    report: Report<'a>,
    /// The statements within the scope of the visitor's own scan.
    pub(crate) shown: ShownStatements,
}

impl<'a> Deref for ViewContext<'a> {
    type Target = Report<'a>;

    fn deref(&self) -> &Report<'a> {
        &self.report
    }
}

/// A page with what it is called in the title and for assistive technology.
pub(crate) struct Screen<'a> {
    name: Text,
    page: Builder<'a>,
}

impl ViewContext<'_> {
    /// A source line with the names of documents for their codes: `001 4.1-flexplan, 4.3; 003 model` becomes
    /// `<name> § 4.1, 4.3; <name>`. Numbered sections can be looked up by a reader; names of places within a document
    /// are shorthand of the content files and stay there. A document that stands in several parts is named once.
    pub(crate) fn source_text(&self, source: &str) -> String {
        let mut documents: Vec<(&str, Vec<&str>)> = Vec::new();
        for part in source.split("; ") {
            let (code, places) = part.split_once(' ').unwrap_or((part, ""));
            let known = self.start.documents.iter().find(|(id, _)| **id == *code);
            let name = known.map_or(part, |(_, name)| name);
            let at = documents.iter().position(|(named, _)| *named == name).unwrap_or_else(|| {
                documents.push((name, Vec::new()));
                documents.len() - 1
            });
            let sections = &mut documents[at].1;
            for place in places.split(", ") {
                let place = place.trim_start_matches('§');
                let end = place.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
                let section = place.get(..end.unwrap_or(place.len())).unwrap_or_default();
                if !section.is_empty() && !sections.contains(&section) {
                    sections.push(section);
                }
            }
        }
        let named = documents.iter().map(|(name, sections)| {
            let mark = if sections.is_empty() { "" } else { " § " };
            [name, mark, &sections.join(", ")].concat()
        });
        named.collect::<Vec<_>>().join("; ")
    }
}

impl Model {
    /// The finished page for the present state.
    pub fn view(&self) -> View {
        match (self.report(), &self.start) {
            (Some(report), _) => self.view_with(report),
            (None, RemoteData::Failed(fault)) => self.view_without(Page::Failed(*fault)),
            (None, _) => self.view_without(Page::Loading),
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

    fn view_with(&self, report: Report) -> View {
        let ctx = ViewContext { model: self, report, shown: self.shown() };
        let screen = ctx.screen();
        let title = [&*screen.name, " · ", &*ctx.brand].concat().into();
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
    /// The first statement without an answer.
    pub(crate) fn first_open(&self) -> Option<&StatementId> {
        self.shown.first_open(&self.model.record.answers)
    }

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
            (Route::Reflection, Some(library)) => Some(self.reflection_screen(library)),
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
        let fault = match (&self.model.library, &self.model.modules) {
            (RemoteData::Failed(fault), _) => Some(fault),
            (_, RemoteData::Failed(fault)) if self.model.route.needs_modules() => Some(fault),
            _ => None,
        };
        if let Some(fault) = fault {
            let name = self.message(MessageKey::LoadFailedTitle);
            page.title(name.clone());
            page.message(
                TextStyle::Body,
                match fault {
                    LoadFault::Connection => MessageKey::LoadFailedText,
                    LoadFault::Site => MessageKey::LoadFailedSite,
                },
            );
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
