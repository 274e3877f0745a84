//! Reflection questions: a handful at a time, never required.

use crate::app::Msg;
use crate::app::view::block::{
    ButtonLayout, ButtonStyle, Field, FieldId, Radio, Radios, Region, Role, TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::content::{Library, MessageKey, QuestionText};
use crate::domain::{Choice, INITIAL_QUESTIONS, QuestionKind, Reflection, pick};
use crate::json::Text;

impl<'a> ViewContext<'a> {
    /// The page of reflection questions.
    pub(crate) fn reflection_screen(&'a self, library: &Library) -> Screen<'a> {
        let role = self.model.record.scope.role.as_ref();
        let questions: Vec<_> = library.questions.iter().map(|text| &text.question).collect();
        let wanted = (1 + self.model.interaction.more_questions) * INITIAL_QUESTIONS;
        let evaluation = self.evaluation();
        let set = &self.start.set;
        let picked =
            pick(questions.iter().copied(), role, set, &evaluation.assessment, &evaluation.order, wanted);
        let available = questions.iter().filter(|question| question.core && question.is_for(role)).count();

        let name = self.message(MessageKey::ReflectionTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::ReflectionIntro);
        let views = picked.iter().filter_map(|at| library.questions.get(*at));
        page.list(Role::Questions, views.map(|text| self.question(library, text)).collect());
        if picked.len() < available {
            let more = self.action("more-questions", MessageKey::MoreQuestions, Msg::MoreQuestionsPressed);
            page.button(ButtonLayout::Inline, ButtonStyle::Secondary, more);
        }
        let library =
            self.action("library", MessageKey::ToLibrary, Msg::Navigate(crate::app::Route::Library));
        page.button(ButtonLayout::Inline, ButtonStyle::Secondary, library);
        page.primary_action(MessageKey::ToResult);
        Screen { name, page }
    }

    pub(crate) fn question(&'a self, library: &Library, text: &QuestionText) -> Region {
        let question = &text.question;
        let id = question.id.as_str();
        let theme = library.themes.iter().find(|theme| theme.id == question.theme);
        let eyebrow = theme.map(|theme| theme.name.clone());
        let mut inside = self.build();
        self.fields(&mut inside, library, text, eyebrow);
        inside.source_line(&text.source);
        inside.into_region(Role::Question, id, vec![("data-question", id.into())])
    }

    fn fields(
        &'a self,
        page: &mut Builder<'a>,
        library: &Library,
        text: &QuestionText,
        eyebrow: Option<Text>,
    ) {
        let question = &text.question;
        let id = &question.id;
        let given = self.model.record.reflections.get(id.as_str());
        match question.kind {
            QuestionKind::Open => {
                let value = if let Some(Reflection::Text(text)) = given { text } else { "" };
                let field = Field::long(FieldId::Question(id.clone()), text.text.clone(), value.into());
                page.field(field.eyebrow(eyebrow));
            }
            QuestionKind::Grade => {
                let given = if let Some(Reflection::Grade(grade)) = given { Some(*grade) } else { None };
                let grades = (1..=10).map(|grade: u8| {
                    let value = Text::from(grade.to_string());
                    let msg = Msg::GradeGiven { question: id.clone(), grade: Some(grade) };
                    Radio::new(value.clone(), value, given == Some(grade), msg)
                });
                let radios = Radios::grades(id.as_str().into(), text.text.clone(), grades.collect());
                page.radios(radios.eyebrow(eyebrow).hint(self.message(MessageKey::GradeEnds)));
            }
            QuestionKind::Choice | QuestionKind::ChoiceOpen => {
                let (chosen, words) = match given {
                    Some(Reflection::Choice { choice, text }) => (*choice, text.as_str()),
                    _ => (None, ""),
                };
                let options = self
                    .choices(chosen, |choice| Msg::ChoiceMade { question: id.clone(), choice: Some(choice) });
                let radios = Radios::small(id.as_str().into(), text.text.clone(), options);
                page.radios(radios.eyebrow(eyebrow));
                if question.kind == QuestionKind::ChoiceOpen {
                    let label = self.message(MessageKey::InYourWords);
                    page.field(Field::long(FieldId::Comment(id.clone()), label, words.into()));
                }
            }
            QuestionKind::Checklist => {
                page.paragraph(TextStyle::Eyebrow, eyebrow.unwrap_or_default());
                page.paragraph(TextStyle::Strong, text.text.clone());
                for row in question.rows.iter().filter_map(|id| library.row(id)) {
                    let chosen = match given {
                        Some(Reflection::Checklist(rows)) => rows.get(row.id.as_str()).copied(),
                        _ => None,
                    };
                    let options = self.choices(chosen, |choice| Msg::RowAnswered {
                        question: id.clone(),
                        row: row.id.clone(),
                        choice,
                    });
                    let name = [id.as_str(), "-", row.id.as_str()].concat().into();
                    page.radios(Radios::small(name, row.text.clone(), options));
                }
            }
        }
    }

    fn choices(&self, chosen: Option<Choice>, msg: impl Fn(Choice) -> Msg) -> Vec<Radio> {
        let choices = Choice::ALL.into_iter().map(|choice| {
            let checked = chosen == Some(choice);
            Radio::new(choice.value().into(), self.choice_text(choice), checked, msg(choice))
        });
        choices.collect()
    }
}
