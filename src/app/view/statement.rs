//! The start page, a statement, and the overview of all statements.

use super::{Action, Page, Source};
use crate::app::{Msg, Place};
use crate::content::{Fill, StatementText, Word};
use crate::domain::{Answer, Phase, Set, Statement, StatementId};
use crate::json::Text;

/// The introduction with the first statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// The heading.
    pub title: Text,
    /// How many statements, how long, and where answers stay.
    pub intro: Text,
    /// Set, role and theme.
    pub settings: Settings,
    /// The first statement.
    pub statement: Option<StatementView>,
}

/// What can be adjusted before or during a scan.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// What opens the settings.
    pub label: Text,
    /// The name of the choice of set.
    pub set_label: Text,
    /// The sets.
    pub sets: Vec<SettingView>,
    /// The name of the choice of role.
    pub role_label: Text,
    /// What a role changes.
    pub role_hint: Text,
    /// The roles, beginning with none.
    pub roles: Vec<SettingView>,
}

/// One choice of a setting.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingView {
    /// The value of the radio.
    pub value: Text,
    /// What it says.
    pub label: Text,
    /// True when chosen.
    pub checked: bool,
    /// What choosing it sends.
    pub msg: Msg,
}

/// The way back in.
#[derive(Clone, Debug, PartialEq)]
pub struct ResumeView {
    /// The heading.
    pub title: Text,
    /// Where somebody was.
    pub text: Text,
    /// Onward.
    pub next: Action,
    /// Other ways on.
    pub others: Vec<Action>,
    /// Set, role and theme.
    pub settings: Settings,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementView {
    /// Which.
    pub id: StatementId,
    /// *Stelling 3 van 10*.
    pub number: Text,
    /// Place of the statement, from 1.
    pub place: usize,
    /// How many there are.
    pub count: usize,
    /// The dimension it belongs to.
    pub dimension: Text,
    /// The question.
    pub ask: Text,
    /// A remark for a role that can only give a perception.
    pub perception: Option<Text>,
    /// The four descriptions, then the quieter answers.
    pub options: Vec<OptionView>,
    /// What opens the note.
    pub note_label: Text,
    /// The note; opened when there is one.
    pub note: Text,
    /// Said once when somebody goes on without an answer.
    pub skip_hint: Option<Text>,
    /// Onward.
    pub next: Action,
    /// To the statement before; none on the start page.
    pub back: Option<Action>,
    /// To the overview.
    pub overview: Action,
    /// Where the substance comes from.
    pub source: Text,
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionView {
    /// The answer.
    pub answer: Answer,
    /// What it says.
    pub label: Text,
    /// True when chosen.
    pub checked: bool,
}

/// All statements, with what is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewView {
    /// The heading.
    pub title: Text,
    /// How many are open.
    pub text: Text,
    /// One row per statement.
    pub rows: Vec<OverviewRow>,
    /// Onward.
    pub next: Action,
    /// Set, role and theme.
    pub settings: Settings,
}

/// A statement in the overview.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewRow {
    /// Which.
    pub id: StatementId,
    /// Its place, from 1.
    pub number: Text,
    /// Its short name.
    pub name: Text,
    /// The chosen answer in words, or that it is open.
    pub state: Text,
    /// True when it has an answer.
    pub answered: bool,
    /// Where it leads.
    pub msg: Msg,
}

/// Minutes per ten statements, from the reading time of domain B.5, rounded up.
const MINUTES_PER_TEN: usize = 3;

impl Source<'_> {
    pub(super) fn start_page(&self) -> StartView {
        let shown = self.model.shown();
        let count = shown.len();
        let minutes = (count * MINUTES_PER_TEN).div_ceil(10) + 1;
        StartView {
            title: self.word(Word::StartTitle),
            intro: self
                .fill(Word::StartIntro, &[("n", Fill::Number(count)), ("minutes", Fill::Number(minutes))]),
            settings: self.settings(),
            statement: shown.first().and_then(|id| self.statement(id)),
        }
    }

    pub(super) fn resume_page(&self) -> ResumeView {
        let shown = self.model.shown();
        let open = self.model.first_open();
        let at = open.as_ref().and_then(|id| self.model.position_of(id));
        let values = [("n", Fill::Number(at.map_or(0, |at| at + 1))), ("all", Fill::Number(shown.len()))];
        let (text, label) = match at {
            Some(_) => (Word::ResumeText, Word::ResumeNext),
            None => (Word::ResumeDoneText, Word::ResumeDoneNext),
        };
        let next = Action { name: "continue", label: self.fill(label, &values), msg: Msg::NextPressed };
        let mut others = vec![self.action("overview", Word::Overview, Msg::WentTo(Place::Overview))];
        if at.is_some() {
            others.push(self.action("result", Word::ToResult, Msg::WentTo(Place::Result)));
        }
        others.push(self.action("restart", Word::Restart, Msg::RestartPressed));
        ResumeView {
            title: self.word(Word::ResumeTitle),
            text: self.fill(text, &values),
            next,
            others,
            settings: self.settings(),
        }
    }

    pub(super) fn statement_page(&self, id: &StatementId) -> Page {
        let loading = || Page::Loading(self.word(Word::Loading));
        self.statement(id).map_or_else(loading, |statement| Page::Statement(Box::new(statement)))
    }

    fn statement(&self, id: &StatementId) -> Option<StatementView> {
        let (statement, text) = self.start.statement(id)?;
        let at = self.model.position_of(id)?;
        let count = self.model.shown().len();
        let record = &self.model.record;
        let chosen = record.answers.get(id.as_str()).copied();
        let role = record.scope.role.as_ref();
        let is_perception = role.is_some_and(|role| statement.perception.contains(role));
        let dimension = self.start.set.dimensions().iter().position(|d| d.id == statement.dimension)?;
        let values = [("n", Fill::Number(at + 1)), ("all", Fill::Number(count))];
        Some(StatementView {
            id: id.clone(),
            number: self.fill(Word::StatementOf, &values),
            place: at + 1,
            count,
            dimension: self.start.dimensions.get(dimension)?.name.clone(),
            ask: text.ask.clone(),
            perception: is_perception.then(|| self.word(Word::Perception)),
            options: self.options(statement, text, chosen),
            note_label: self.word(Word::NoteLabel),
            note: record.notes.get(id.as_str()).cloned().unwrap_or_default(),
            skip_hint: self.model.skip_hint.then(|| self.word(Word::SkipHint)),
            next: self.action("next", Word::Next, Msg::NextPressed),
            back: (at > 0).then(|| self.action("back", Word::Back, Msg::BackPressed)),
            overview: self.action("overview", Word::Overview, Msg::WentTo(Place::Overview)),
            source: text.source.clone(),
        })
    }

    fn options(
        &self,
        statement: &Statement,
        text: &StatementText,
        chosen: Option<Answer>,
    ) -> Vec<OptionView> {
        let option = |answer, label| OptionView { answer, label, checked: chosen == Some(answer) };
        let rated = Phase::ALL.into_iter().zip(&text.anchors);
        let mut options: Vec<OptionView> =
            rated.map(|(phase, anchor)| option(Answer::Rated(phase), anchor.clone())).collect();
        options.push(option(Answer::Unknown, self.word(Word::AnswerUnknown)));
        if statement.allows_not_applicable {
            options.push(option(Answer::NotApplicable, self.word(Word::AnswerNotApplicable)));
        }
        options
    }

    pub(super) fn settings(&self) -> Settings {
        let scope = &self.model.record.scope;
        let set = |set: Set, word: Word| SettingView {
            value: set.value().into(),
            label: self.word(word),
            checked: scope.set == set,
            msg: Msg::SetChosen(set),
        };
        let nobody = SettingView {
            value: Text::default(),
            label: self.word(Word::RoleNone),
            checked: scope.role.is_none(),
            msg: Msg::RoleChosen(None),
        };
        let roles = self.start.roles.iter().map(|role| SettingView {
            value: role.id.as_str().into(),
            label: role.name.clone(),
            checked: scope.role.as_ref() == Some(&role.id),
            msg: Msg::RoleChosen(Some(role.id.clone())),
        });
        Settings {
            label: self.word(Word::Settings),
            set_label: self.word(Word::SetLabel),
            sets: vec![set(Set::Quick, Word::SetQuick), set(Set::Full, Word::SetFull)],
            role_label: self.word(Word::RoleLabel),
            role_hint: self.word(Word::RoleHint),
            roles: std::iter::once(nobody).chain(roles).collect(),
        }
    }

    pub(super) fn overview_page(&self) -> OverviewView {
        let shown = self.model.shown();
        let answers = &self.model.record.answers;
        let open = shown.iter().filter(|id| answers.get(id.as_str()).is_none()).count();
        let rows = shown.iter().enumerate().filter_map(|(at, id)| {
            let (_, text) = self.start.statement(id)?;
            let answer = answers.get(id.as_str()).copied();
            Some(OverviewRow {
                id: id.clone(),
                number: (at + 1).to_string().into(),
                name: text.name.clone(),
                state: self.answer_in_words(text, answer),
                answered: answer.is_some(),
                msg: Msg::WentTo(Place::Statement(id.clone())),
            })
        });
        let next = if open > 0 { Word::OverviewNext } else { Word::ToAmbition };
        OverviewView {
            title: self.word(Word::OverviewTitle),
            text: self.fill(Word::OverviewText, &[("n", Fill::Number(open))]),
            rows: rows.collect(),
            next: self.action("next", next, Msg::NextPressed),
            settings: self.settings(),
        }
    }

    pub(super) fn answer_in_words(&self, text: &StatementText, answer: Option<Answer>) -> Text {
        match answer {
            Some(Answer::Rated(phase)) => text.anchors[phase.index()].clone(),
            Some(Answer::Unknown) => self.word(Word::AnswerUnknown),
            Some(Answer::NotApplicable) => self.word(Word::AnswerNotApplicable),
            None => self.word(Word::Open),
        }
    }
}
