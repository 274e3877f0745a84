//! The library: all reflection questions, to browse by theme, narrow and search.

use crate::app::Msg;
use crate::app::view::block::{
    Block, ButtonLayout, ButtonStyle, Disclosure, DisclosureKind, Field, FieldId, Radio, Radios, Role,
    TextStyle,
};
use crate::app::view::{Screen, ViewContext};
use crate::content::{Arg, Library, MessageKey, QuestionText};
use crate::domain::INITIAL_QUESTIONS;
use crate::json::Text;

/// How many questions are shown at once; more come on demand.
const PAGE: usize = 4 * INITIAL_QUESTIONS;

impl<'a> ViewContext<'a> {
    /// The page of the library.
    pub(crate) fn library_screen(&'a self, library: &Library) -> Screen<'a> {
        let filter = &self.model.interaction.filter;
        let fits: Vec<&QuestionText> = library.questions.iter().filter(|text| self.fits(text)).collect();
        let shown = fits.len().min(PAGE * (1 + self.model.interaction.more_questions));
        let name = self.message(MessageKey::LibraryTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::LibraryIntro);
        page.field(Field::short(FieldId::Search, self.message(MessageKey::Search), filter.search.clone()));
        let check = |value: &str, message: MessageKey, checked: bool, msg: Msg| {
            Radio::new(value.into(), self.message(message), checked, msg)
        };
        let mut narrow = vec![check("core", MessageKey::OnlyCore, filter.core, Msg::LibraryCoreToggled)];
        if self.model.record.scope.role.is_some() {
            narrow.push(check("role", MessageKey::OnlyRole, filter.role, Msg::LibraryRoleToggled));
        }
        let narrow = Radios::small("narrow".into(), self.message(MessageKey::Narrow), narrow);
        page.radios(narrow.multiple(true));
        let mut themes =
            vec![check("", MessageKey::AllThemes, filter.theme.is_none(), Msg::LibraryThemeChosen(None))];
        for theme in &library.themes {
            let checked = filter.theme.as_ref() == Some(&theme.id);
            let msg = Msg::LibraryThemeChosen(Some(theme.id.clone()));
            themes.push(Radio::new(theme.id.as_str().into(), theme.name.clone(), checked, msg));
        }
        let label = self.message(MessageKey::Theme);
        let themes = Block::Radios(Radios::small("library-theme".into(), label.clone(), themes));
        let themes = Disclosure::new(DisclosureKind::Themes, label, vec![themes]);
        page.add(Block::Disclosure(Disclosure { open: filter.theme.is_some(), ..themes }));
        page.formatted(TextStyle::Status, MessageKey::QuestionsFound, &[("n", Arg::Number(fits.len()))]);
        let questions = fits.iter().take(shown).map(|text| self.question(library, text));
        page.list(Role::Questions, questions.collect());
        if shown < fits.len() {
            let more = self.action("more-questions", MessageKey::MoreQuestions, Msg::MoreQuestionsPressed);
            page.button(ButtonLayout::Inline, ButtonStyle::Secondary, more);
        }
        page.primary_action(MessageKey::ToResult);
        Screen { name, page }
    }

    fn fits(&self, text: &QuestionText) -> bool {
        let filter = &self.model.interaction.filter;
        let question = &text.question;
        let role = self.model.record.scope.role.as_ref().filter(|_| filter.role);
        filter.theme.as_ref().is_none_or(|theme| *theme == question.theme)
            && (!filter.core || question.core)
            && question.is_for(role)
            && contains(&text.text, &filter.search)
    }
}

/// True if the text contains every word that is searched for, whatever the case of its plain letters. The case of
/// letters with an accent counts: the tables for those would cost ten kilobytes.
fn contains(text: &Text, search: &str) -> bool {
    let text = text.to_ascii_lowercase();
    search.to_ascii_lowercase().split_whitespace().all(|term| text.contains(term))
}
