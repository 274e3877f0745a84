//! Finished values for painting: every text in the language of the screen, every question already answered.
//!
//! `ui` paints these and decides nothing. One file per screen.

mod ambition;
mod frame;
mod principle;
mod reflection;
mod result;
mod statement;

pub use ambition::{AmbitionRow, AmbitionView, PhaseLegend};
pub use frame::{AskView, Header, LanguageOption, NoticeView, SavingLine, StepItem, StepsView};
pub use principle::{MarkLane, PoleView, PrincipleView, StopView};
pub use reflection::{FieldView, QuestionView, ReflectionView, RowView};
pub use result::{
    DimensionRow, Fact, MoveView, OutcomeView, PrincipleSummary, QuoteView, ResultView, SpectrumView,
    TipGroup, TipView, WhyView,
};
pub use statement::{
    OptionView, OverviewRow, OverviewView, ResumeView, SettingView, Settings, StartView, StatementView,
};

use super::model::{Load, Model};
use super::{Msg, Place};
use crate::content::{Fill, Library, Start, Word, Words};
use crate::json::Text;

/// A whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The code for `<html lang>`.
    pub language: &'static str,
    /// The title of the document.
    pub title: Text,
    /// The value of `data-screen`.
    pub screen: &'static str,
    /// Tells one page from another: when it changes, a new page is shown.
    pub key: Text,
    /// What assistive technology is told when the page changes.
    pub status: Text,
    /// Brand and languages.
    pub header: Header,
    /// The steps of the scan.
    pub steps: Option<StepsView>,
    /// Something to tell once.
    pub notice: Option<NoticeView>,
    /// A question that waits for yes or no.
    pub ask: Option<AskView>,
    /// The page itself.
    pub page: Page,
    /// The truth about saving.
    pub saving: Option<SavingLine>,
}

/// The part of the page that differs from screen to screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// Content is on its way.
    Loading(Text),
    /// Content did not come; there is a button to try again.
    Failed {
        /// The heading.
        title: Text,
        /// What happened, and that nothing is lost.
        text: Text,
        /// The button.
        retry: Text,
    },
    /// The introduction with the first statement.
    Start(Box<StartView>),
    /// The way back in.
    Resume(ResumeView),
    /// One statement.
    Statement(Box<StatementView>),
    /// All statements.
    Overview(OverviewView),
    /// The ambition.
    Ambition(AmbitionView),
    /// A principle.
    Principle(Box<PrincipleView>),
    /// Reflection questions.
    Reflection(ReflectionView),
    /// The result.
    Result(Box<ResultView>),
}

/// A button or link that sends a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The value of `data-action` (product.md, stable hooks).
    pub name: &'static str,
    /// What it says.
    pub label: Text,
    /// What it sends.
    pub msg: Msg,
}

/// What the views are made from.
struct Source<'a> {
    model: &'a Model,
    start: &'a Start,
    words: &'a Words,
}

impl Source<'_> {
    fn word(&self, word: Word) -> Text {
        self.words.get(word)
    }

    fn fill(&self, word: Word, values: &[(&str, Fill)]) -> Text {
        self.words.fill(word, values)
    }

    fn action(&self, name: &'static str, label: Word, msg: Msg) -> Action {
        Action { name, label: self.word(label), msg }
    }

    /// Hundredths as a number in the language of the page: `2,4`, with as many decimals as say something.
    fn number(&self, hundredths: u32, decimals: usize) -> Text {
        let rounded = if decimals == 1 { (hundredths + 5) / 10 * 10 } else { hundredths };
        let digits = super::export::decimal(rounded);
        let digits = &digits[..digits.len() + decimals - 2];
        digits.replace('.', &self.word(Word::DecimalSeparator)).into()
    }
}

impl Model {
    /// The finished page for the present state.
    pub fn view(&self) -> View {
        match &self.start {
            Load::Ready(start) => self.view_with(start),
            Load::Waiting => self.view_without(Page::Loading(Text::default())),
            Load::Failed => self.view_without(Page::Failed {
                title: Text::default(),
                text: Text::default(),
                retry: Text::default(),
            }),
        }
    }

    /// Without content there are no words: the shell fills in those that stand in the page itself.
    fn view_without(&self, page: Page) -> View {
        View {
            language: self.wanted.code(),
            title: Text::default(),
            screen: "start",
            key: "no-content".into(),
            status: Text::default(),
            header: Header::default(),
            steps: None,
            notice: None,
            ask: None,
            page,
            saving: None,
        }
    }

    fn view_with(&self, start: &Start) -> View {
        let source = Source { model: self, start, words: &start.words };
        let page = source.page();
        let heading = Source::heading(&page);
        let app_name = source.word(Word::AppName);
        let title = [&*heading, " · ", &*app_name].concat().into();
        View {
            language: self.language.code(),
            title,
            screen: self.place.screen(),
            key: self.place.to_text().into(),
            status: heading,
            header: source.header(),
            steps: Some(source.steps()),
            notice: source.notice(),
            ask: source.ask(),
            page,
            saving: Some(source.saving()),
        }
    }
}

impl Source<'_> {
    fn page(&self) -> Page {
        match &self.model.place {
            Place::Start => Page::Start(Box::new(self.start_page())),
            Place::Resume => Page::Resume(self.resume_page()),
            Place::Statement(id) => self.statement_page(id),
            Place::Overview => Page::Overview(self.overview_page()),
            Place::Ambition => Page::Ambition(self.ambition_page()),
            Place::Result => self.with_library(|library| Page::Result(Box::new(self.result_page(library)))),
            Place::Principle(id) => self.with_library(|library| {
                let loading = || Page::Loading(self.word(Word::Loading));
                self.principle_page(library, id).map_or_else(loading, |page| Page::Principle(Box::new(page)))
            }),
            Place::Principles => self.with_library(|_| Page::Loading(self.word(Word::Loading))),
            Place::Reflection => self.with_library(|library| Page::Reflection(self.reflection_page(library))),
        }
    }

    fn with_library(&self, page: impl FnOnce(&Library) -> Page) -> Page {
        match &self.model.library {
            Load::Ready(library) => page(library),
            Load::Waiting => Page::Loading(self.word(Word::Loading)),
            Load::Failed => Page::Failed {
                title: self.word(Word::LoadFailedTitle),
                text: self.word(Word::LoadFailedText),
                retry: self.word(Word::Retry),
            },
        }
    }

    /// What the page is called in the title and for assistive technology.
    fn heading(page: &Page) -> Text {
        match page {
            Page::Loading(text) => text.clone(),
            Page::Failed { title, .. } => title.clone(),
            Page::Start(page) => page.title.clone(),
            Page::Resume(page) => page.title.clone(),
            Page::Statement(page) => page.number.clone(),
            Page::Overview(page) => page.title.clone(),
            Page::Ambition(page) => page.title.clone(),
            Page::Principle(page) => [&*page.number, ": ", &*page.title].concat().into(),
            Page::Reflection(page) => page.title.clone(),
            Page::Result(page) => page.title.clone(),
        }
    }
}
