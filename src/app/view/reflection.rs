//! Reflection questions: a handful at a time, never required.

use super::{Action, Source};
use crate::app::Msg;
use crate::content::{Fill, Library, QuestionText, Word};
use crate::domain::{Choice, QuestionId, QuestionKind, Reflection, RowId, pick};
use crate::json::Text;

/// The page of reflection questions.
#[derive(Clone, Debug, PartialEq)]
pub struct ReflectionView {
    /// The heading.
    pub title: Text,
    /// Why these, and that none is required.
    pub intro: Text,
    /// The questions.
    pub questions: Vec<QuestionView>,
    /// Shows more, while there are more.
    pub more: Option<Action>,
    /// Onward.
    pub next: Action,
    /// To the result.
    pub back: Action,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// Which; also the name of its fields.
    pub id: QuestionId,
    /// The theme it belongs to.
    pub theme: Text,
    /// The question.
    pub text: Text,
    /// How it is answered.
    pub field: FieldView,
    /// Where the substance comes from.
    pub source: Text,
}

/// The fields of a question with the present answer.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldView {
    /// Open text.
    Open {
        /// The text so far.
        text: Text,
    },
    /// A grade from 1 to 10.
    Grade {
        /// The grade, if given.
        grade: Option<u8>,
        /// What 1 stands for.
        lowest: Text,
        /// What 10 stands for.
        highest: Text,
    },
    /// Yes, partly or no, perhaps with words.
    Choice {
        /// The labels, in the order of [`Choice::ALL`].
        labels: Vec<Text>,
        /// The choice, if made.
        choice: Option<Choice>,
        /// The words so far, where there is room for them.
        text: Option<Text>,
        /// The name of the field for words.
        text_label: Text,
    },
    /// Yes, partly or no for each row.
    Checklist {
        /// The labels, in the order of [`Choice::ALL`].
        labels: Vec<Text>,
        /// The rows.
        rows: Vec<RowView>,
    },
}

/// A row of a checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Which.
    pub id: RowId,
    /// What is asked about.
    pub text: Text,
    /// The choice, if made.
    pub choice: Option<Choice>,
}

impl Source<'_> {
    pub(super) fn reflection_page(&self, library: &Library) -> ReflectionView {
        let record = &self.model.record;
        let role = record.scope.role.as_ref();
        let questions = library.questions.iter().map(|text| &text.question);
        let wanted = self.model.question_rounds * crate::domain::HANDFUL;
        let picked = self.model.findings().map(|findings| {
            pick(questions.clone(), role, &self.start.set, &findings.assessment, &findings.order, wanted)
        });
        let picked = picked.unwrap_or_default();
        let available = questions.filter(|question| question.core && question.is_for(role)).count();
        let more = (picked.len() < available)
            .then(|| self.action("more-questions", Word::MoreQuestions, Msg::MoreQuestionsPressed));
        let views = picked.iter().filter_map(|at| Some(self.question(library, library.questions.get(*at)?)));
        ReflectionView {
            title: self.word(Word::ReflectionTitle),
            intro: self.word(Word::ReflectionIntro),
            questions: views.collect(),
            more,
            next: self.action("next", Word::ToResult, Msg::NextPressed),
            back: self.action("back", Word::Back, Msg::BackPressed),
        }
    }

    fn question(&self, library: &Library, text: &QuestionText) -> QuestionView {
        let question = &text.question;
        let theme = library.themes.iter().find(|theme| theme.id == question.theme);
        QuestionView {
            id: question.id.clone(),
            theme: theme.map(|theme| theme.name.clone()).unwrap_or_default(),
            text: text.text.clone(),
            field: self.field(library, text),
            source: text.source.clone(),
        }
    }

    fn choice_labels(&self) -> Vec<Text> {
        [Word::Yes, Word::Partly, Word::No].into_iter().map(|word| self.word(word)).collect()
    }

    fn field(&self, library: &Library, text: &QuestionText) -> FieldView {
        let question = &text.question;
        let given = self.model.record.reflections.get(question.id.as_str());
        match question.kind {
            QuestionKind::Open => FieldView::Open {
                text: if let Some(Reflection::Text(text)) = given {
                    text.as_str().into()
                } else {
                    Text::default()
                },
            },
            QuestionKind::Grade => FieldView::Grade {
                grade: if let Some(Reflection::Grade(grade)) = given { Some(*grade) } else { None },
                lowest: self.word(Word::GradeLowest),
                highest: self.word(Word::GradeHighest),
            },
            QuestionKind::Choice | QuestionKind::ChoiceOpen => {
                let (choice, words) = match given {
                    Some(Reflection::Choice { choice, text }) => (*choice, text.as_str().into()),
                    _ => (None, Text::default()),
                };
                let text = (question.kind == QuestionKind::ChoiceOpen).then_some(words);
                let text_label = self.word(Word::InYourWords);
                FieldView::Choice { labels: self.choice_labels(), choice, text, text_label }
            }
            QuestionKind::Checklist => {
                let rows = question.rows.iter().filter_map(|id| {
                    let choice = match given {
                        Some(Reflection::Checklist(rows)) => rows.get(id.as_str()).copied(),
                        _ => None,
                    };
                    Some(RowView { id: id.clone(), text: library.row(id)?.text.clone(), choice })
                });
                FieldView::Checklist { labels: self.choice_labels(), rows: rows.collect() }
            }
        }
    }

    /// An answer in words, line by line, for the result.
    pub(super) fn reflection_in_words(&self, library: &Library, reflection: &Reflection) -> Text {
        let label = |choice: Choice| match choice {
            Choice::Yes => self.word(Word::Yes),
            Choice::Partly => self.word(Word::Partly),
            Choice::No => self.word(Word::No),
        };
        match reflection {
            Reflection::Text(text) => text.as_str().into(),
            Reflection::Grade(grade) => self.fill(Word::GradeIs, &[("n", Fill::Number(usize::from(*grade)))]),
            Reflection::Choice { choice, text } => {
                let choice = choice.map(label).unwrap_or_default();
                let between = if choice.is_empty() || text.is_empty() { "" } else { ". " };
                [&*choice, between, text].concat().into()
            }
            Reflection::Checklist(rows) => {
                let lines = rows.iter().filter_map(|(id, choice)| {
                    Some([&*library.row(id)?.text, ": ", &label(*choice)].concat())
                });
                lines.collect::<Vec<_>>().join("\n").into()
            }
        }
    }
}
