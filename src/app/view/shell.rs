//! The shell around every page: brand, languages, steps and the save status.

use super::ViewContext;
use super::block::{Action, Link};
use crate::app::flags::StorageScope;
use crate::app::model::{SaveStatus, UnsavedReason};
use crate::app::{Msg, Route, Section};
use crate::content::{Arg, Language, MessageKey};
use crate::json::Text;
use crate::record::RecordError;

/// The top of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// The name of the product, or the site's own for it.
    pub brand: Text,
    /// The address of a picture in the place of the mark.
    pub logo: Option<Text>,
    /// The name of the group of language buttons.
    pub languages_label: Text,
    /// The languages to choose from.
    pub languages: Vec<LanguageOption>,
    /// The link that jumps to the content.
    pub skip: Text,
}

/// A language button.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageOption {
    /// Which language.
    pub language: Language,
    /// True for the language of the page.
    pub current: bool,
}

/// The steps of the scan.
#[derive(Clone, Debug, PartialEq)]
pub struct StepsView {
    /// The name of the bar, and what a phone shows of it: *Stap 1 van 5: Stellingen*.
    pub label: Text,
    /// True while a phone shows the whole list.
    pub open: bool,
    /// The steps in order.
    pub items: Vec<StepItem>,
}

/// One step of the scan.
#[derive(Clone, Debug, PartialEq)]
pub struct StepItem {
    /// The section it leads to.
    pub section: Section,
    /// Its name.
    pub name: Text,
    /// How much is done.
    pub done: Text,
    /// True for the step of the page.
    pub current: bool,
    /// True when there is nothing left to do in it.
    pub complete: bool,
    /// Where it leads.
    pub msg: Msg,
}

/// The truth about saving, at the foot of every page.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingLine {
    /// True when answers are not kept: then the line is not quiet.
    pub is_warning: bool,
    /// The save status in words.
    pub text: Text,
    /// The buttons to export and to list the scans.
    pub actions: Vec<Action>,
    /// The label of the file field that loads an earlier export.
    pub import_label: Text,
    /// The button that erases everything.
    pub erase: Action,
    /// Where questions go.
    pub contact: Option<Link>,
    /// A text on what the product is and is not.
    pub about: Text,
    /// The sources, in words.
    pub sources: Text,
    /// The name of the part that holds the actions.
    pub title: Text,
}

impl ViewContext<'_> {
    pub(crate) fn header(&self) -> Header {
        let current = |language: &Language| *language == self.model.language;
        let languages = Language::ALL.iter();
        Header {
            brand: self.brand.clone(),
            logo: self.model.config.logo.clone(),
            languages_label: self.message(MessageKey::Languages),
            languages: languages.map(|l| LanguageOption { language: *l, current: current(l) }).collect(),
            skip: self.message(MessageKey::SkipToContent),
        }
    }

    pub(crate) fn steps(&self) -> StepsView {
        let record = &self.model.record;
        let (answered, shown) = (self.shown.answered(&record.answers), self.shown.count());
        let library = self.model.library.ready();
        let principles = library.map_or(0, |library| library.principles.len());
        let placed = record
            .theme
            .placements
            .iter()
            .filter(|(_, marks)| marks.now.is_some() && marks.desired.is_some());
        let statements_route = match self.first_open() {
            _ if record.is_blank() => Route::Start,
            Some(id) => Route::Statement(id.clone()),
            None => Route::Overview,
        };
        let has_outcome = record.assess(&self.start.set).outcome.is_ok();
        let dimensions = self.start.set.dimensions().len();
        let here = &self.model.route;
        let of = |done: usize, all: usize| {
            self.format(MessageKey::DoneOf, &[("done", Arg::Number(done)), ("all", Arg::Number(all))])
        };
        let (ambitions, placed) = (record.ambition.len(), placed.count());
        let item = |section, name: MessageKey, done: Text, current: bool, complete: bool, route: Route| {
            StepItem { section, name: self.message(name), done, current, complete, msg: Msg::Navigate(route) }
        };
        let mut steps = vec![
            item(
                Section::Statements,
                MessageKey::StepStatements,
                of(answered, shown),
                matches!(here, Route::Start | Route::Resume | Route::Statement(_) | Route::Overview),
                answered == shown,
                statements_route,
            ),
            item(
                Section::Ambition,
                MessageKey::StepAmbition,
                of(ambitions, dimensions),
                *here == Route::Ambition,
                ambitions == dimensions,
                Route::Ambition,
            ),
            item(
                Section::Result,
                MessageKey::StepResult,
                self.message(if has_outcome { MessageKey::ResultReady } else { MessageKey::ResultNotReady }),
                here.shows_results(),
                has_outcome,
                Route::Result,
            ),
            item(
                Section::Principles,
                MessageKey::StepPrinciples,
                of(placed, principles),
                matches!(here, Route::Principle(_) | Route::Principles | Route::Guide | Route::DesignNote),
                principles > 0 && placed == principles,
                Route::Principles,
            ),
            item(
                Section::Reflection,
                MessageKey::StepReflection,
                self.format(MessageKey::AnswersCount, &[("n", Arg::Number(record.reflections.len()))]),
                matches!(here, Route::Reflection | Route::Library | Route::Modules | Route::Module(_)),
                false,
                Route::Reflection,
            ),
        ];
        steps.retain(|step| self.model.config.shows(step.section));
        let current = steps.iter().position(|step| step.current).unwrap_or(0);
        let name = steps.get(current).map(|step| step.name.clone()).unwrap_or_default();
        let label = self.format(
            MessageKey::StepOf,
            &[("n", Arg::Number(current + 1)), ("all", Arg::Number(steps.len())), ("name", Arg::Text(&name))],
        );
        StepsView { label, open: self.model.interaction.steps_open, items: steps }
    }

    pub(crate) fn saving(&self) -> SavingLine {
        let export = self.action("export-json", MessageKey::ExportJson, Msg::ExportPressed);
        let history = self.action("history", MessageKey::ToHistory, Msg::Navigate(Route::Scans));
        let mut actions = vec![export, history];
        let message = match &self.model.saving.status {
            SaveStatus::Saved(StorageScope::Device) => MessageKey::SavingKept,
            SaveStatus::Saved(StorageScope::Site) => MessageKey::SavingForSite,
            SaveStatus::Unsaved(UnsavedReason::Blocked) => MessageKey::SavingBlocked,
            SaveStatus::Unsaved(UnsavedReason::Full) => MessageKey::SavingFull,
            SaveStatus::Unsaved(UnsavedReason::Cleared) => MessageKey::SavingCleared,
            SaveStatus::Unsaved(UnsavedReason::Unreadable(why)) => {
                actions.push(self.action(
                    "copy-unreadable",
                    MessageKey::CopyUnreadable,
                    Msg::CopyUnreadablePressed,
                ));
                match why {
                    RecordError::Newer => MessageKey::SavingNewer,
                    RecordError::OtherQuestionSet(_) => MessageKey::SavingOtherSet,
                    RecordError::NotARecord | RecordError::Damaged(_) => MessageKey::SavingDamaged,
                }
            }
        };
        SavingLine {
            is_warning: matches!(self.model.saving.status, SaveStatus::Unsaved(_)),
            text: self.message(message),
            actions,
            import_label: self.message(MessageKey::Import),
            erase: self.action("erase", MessageKey::Erase, Msg::ErasePressed),
            contact: self.model.config.contact.as_ref().map(|address| {
                let shown = address.split_once(':').map_or("", |(_, rest)| rest.trim_start_matches('/'));
                let label = self.format(MessageKey::Contact, &[("address", Arg::Text(shown))]);
                Link { name: "contact", label, address: address.clone() }
            }),
            about: self.message(MessageKey::About),
            sources: self.message(MessageKey::Sources),
            title: self.message(MessageKey::YourAnswers),
        }
    }
}
