//! The start page, a statement, and the overview of all statements.

use crate::app::model::SkipHint;
use crate::app::view::block::{
    Action, Block, ButtonLayout, ButtonStyle, Disclosure, DisclosureKind, Field, FieldId, PrimaryAction,
    Radio, Radios, Role, TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{Msg, Route, SaveStatus};
use crate::content::{Arg, MessageKey, StatementText};
use crate::domain::{Answer, ScanLength, Statement, StatementId};
use crate::json::Text;

/// Minutes per ten statements, rounded up (docs/product.md#statements).
const MINUTES_PER_TEN: usize = 3;

impl<'a> ViewContext<'a> {
    /// The introduction with the first statement.
    pub(crate) fn start_screen(&'a self) -> Screen<'a> {
        let count = self.shown.count();
        let minutes = (count * MINUTES_PER_TEN).div_ceil(10) + 1;
        let name = self.message(MessageKey::StartTitle);
        let mut intro = self.build();
        intro.title(name.clone());
        let values = [("n", Arg::Number(count)), ("minutes", Arg::Number(minutes))];
        let is_kept = matches!(self.model.saving.status, SaveStatus::Saved(_));
        let message = if is_kept { MessageKey::StartIntro } else { MessageKey::StartIntroNotKept };
        intro.formatted(TextStyle::Lead, message, &values);
        self.settings(&mut intro);
        let mut page = self.build();
        page.region(Role::Intro, "intro", Vec::new(), intro);
        if let Some(id) = self.shown.ids.first() {
            self.statement(&mut page, id, 2);
        }
        Screen { name, page }
    }

    /// The start page of a returning visitor.
    pub(crate) fn resume_screen(&'a self) -> Screen<'a> {
        let at = self.first_open().and_then(|id| self.shown.index_of(id));
        let values =
            [("n", Arg::Number(at.map_or(0, |at| at + 1))), ("all", Arg::Number(self.shown.count()))];
        let (text, label) = match at {
            Some(_) => (MessageKey::ResumeText, MessageKey::ResumeNext),
            None => (MessageKey::ResumeDoneText, MessageKey::ResumeDoneNext),
        };
        let name = self.message(MessageKey::ResumeTitle);
        let mut page = self.build();
        page.title(name.clone());
        page.formatted(TextStyle::Lead, text, &values);
        let next = Action::new("continue", self.format(label, &values), Msg::NextPressed);
        page.button(ButtonLayout::Stacked, ButtonStyle::Primary, next);
        let overview = self.action("overview", MessageKey::Overview, Msg::Navigate(Route::Overview));
        page.button(ButtonLayout::Stacked, ButtonStyle::Secondary, overview);
        if at.is_some() {
            let result = self.action("result", MessageKey::ToResult, Msg::Navigate(Route::Result));
            page.button(ButtonLayout::Stacked, ButtonStyle::Secondary, result);
        }
        let restart = self.action("restart", MessageKey::Restart, Msg::RestartPressed);
        page.button(ButtonLayout::Stacked, ButtonStyle::Secondary, restart);
        self.settings(&mut page);
        Screen { name, page }
    }

    /// One statement; `None` if it is outside the scope.
    pub(crate) fn statement_screen(&'a self, id: &StatementId) -> Option<Screen<'a>> {
        let at = self.shown.index_of(id)?;
        let mut page = self.build();
        if at > 0 {
            page.back();
        }
        let overview = self.action("overview", MessageKey::Overview, Msg::Navigate(Route::Overview));
        page.button(ButtonLayout::Toolbar, ButtonStyle::Quiet, overview);
        self.statement(&mut page, id, 1);
        Some(Self::screen_named(self.progress_text(at), page))
    }

    /// *Stelling 3 van 10*.
    fn progress_text(&self, at: usize) -> Text {
        let values = [("n", Arg::Number(at + 1)), ("all", Arg::Number(self.shown.count()))];
        self.format(MessageKey::StatementOf, &values)
    }

    fn statement(&'a self, page: &mut Builder<'a>, id: &StatementId, level: u8) {
        let Some((statement, text)) = self.start.statement(id) else { return };
        let at = self.shown.index_of(id).unwrap_or(0);
        let record = &self.model.record;
        let chosen = record.answers.get(id.as_str()).copied();
        let role = record.scope.role.as_ref();
        let is_perception = role.is_some_and(|role| statement.perception.contains(role));
        let dimension = self.start.set.dimensions().iter().position(|d| d.id == statement.dimension);
        let dimension = dimension.and_then(|at| self.start.dimensions.get(at));

        let mut form = self.build();
        let count = self.shown.count();
        form.add(Block::Progress { label: self.progress_text(at), current: at + 1, count });
        let options = self.options(statement, text, chosen);
        let radios = Radios::cards(id.as_str().into(), text.ask.clone(), options)
            .heading(level)
            .eyebrow(dimension.map(|dimension| dimension.name.clone()))
            .hint(is_perception.then(|| self.message(MessageKey::Perception)))
            .described_by(PrimaryAction::HINT_ID);
        form.radios(radios);
        let value = record.notes.get(id.as_str()).cloned().unwrap_or_default();
        let label = self.message(MessageKey::NoteLabel);
        let mut note = self.build();
        let open = !value.is_empty();
        note.field(Field::long(FieldId::Note(id.clone()), label.clone(), value).label_hidden());
        note.source_line(&text.source);
        let note = Disclosure::new(DisclosureKind::Note, label, note.blocks);
        form.add(Block::Disclosure(Disclosure { open, ..note }));
        form.add(Block::PrimaryAction(PrimaryAction {
            hint: (self.model.interaction.skip_hint == SkipHint::Shown)
                .then(|| self.message(MessageKey::SkipHint)),
            action: self.action("next", MessageKey::Next, Msg::NextPressed),
        }));
        let role = Role::Statement { id: id.clone(), reversed: text.reversed };
        page.region(role, id.as_str(), Vec::new(), form);
    }

    fn options(&self, statement: &Statement, text: &StatementText, chosen: Option<Answer>) -> Vec<Radio> {
        let mut options = Vec::with_capacity(6);
        let mut option = |answer: Answer, label: Text| {
            let msg = Msg::Answered { statement: statement.id.clone(), answer };
            let radio = Radio::new(answer.value().into(), label, chosen == Some(answer), msg);
            options.push(Radio { quiet: answer.rated().is_none(), ..radio });
        };
        for (phase, anchor) in text.shown_anchors() {
            option(Answer::Rated(phase), anchor.clone());
        }
        option(Answer::Unknown, self.message(MessageKey::AnswerUnknown));
        if statement.allows_not_applicable {
            option(Answer::NotApplicable, self.message(MessageKey::AnswerNotApplicable));
        }
        options
    }

    /// The choice of statements and role, in a closed disclosure.
    fn settings(&'a self, page: &mut Builder<'a>) {
        let scope = &self.model.record.scope;
        let sets = [(ScanLength::Quick, MessageKey::SetQuick), (ScanLength::Full, MessageKey::SetFull)];
        let sets = sets.map(|(set, message)| {
            let checked = scope.length == set;
            Radio::new(set.value().into(), self.message(message), checked, Msg::LengthChosen(set))
        });
        let none = self.message(MessageKey::RoleNone);
        let mut roles = vec![Radio::new(Text::default(), none, scope.role.is_none(), Msg::RoleChosen(None))];
        for role in &self.start.roles {
            let checked = scope.role.as_ref() == Some(&role.id);
            let msg = Msg::RoleChosen(Some(role.id.clone()));
            roles.push(Radio::new(role.id.as_str().into(), role.name.clone(), checked, msg));
        }
        let mut inside = self.build();
        inside.radios(Radios::small("set".into(), self.message(MessageKey::SetLabel), sets.into()));
        let roles = Radios::small("role".into(), self.message(MessageKey::RoleLabel), roles);
        inside.radios(roles.hint(self.message(MessageKey::RoleHint)));
        page.disclosure(DisclosureKind::Settings, MessageKey::Settings, inside);
    }

    /// All statements, with what is open.
    pub(crate) fn overview_screen(&'a self) -> Screen<'a> {
        let answers = &self.model.record.answers;
        let open = self.shown.count() - self.shown.answered(answers);
        let name = self.message(MessageKey::OverviewTitle);
        let mut page = self.build();
        page.title(name.clone());
        match open {
            0 => page.message(TextStyle::Lead, MessageKey::OverviewDone),
            _ => page.formatted(TextStyle::Lead, MessageKey::OverviewText, &[("n", Arg::Number(open))]),
        }
        self.settings(&mut page);
        let mut rows = Vec::with_capacity(self.shown.count());
        for id in &self.shown.ids {
            let Some((_, text)) = self.start.statement(id) else { continue };
            let answer = answers.get(id.as_str()).copied();
            let mut row = self.build();
            let msg = Msg::Navigate(Route::Statement(id.clone()));
            let to_statement = Action::new("open-statement", text.name.clone(), msg);
            row.button(ButtonLayout::Inline, ButtonStyle::Quiet, to_statement);
            let style = if answer.is_some() { TextStyle::Hint } else { TextStyle::Strong };
            row.paragraph(style, self.answer_text(text, answer));
            let mut data_attrs = vec![("data-statement", id.as_str().into())];
            if answer.is_some() {
                data_attrs.push(("data-answered", Text::default()));
            }
            rows.push(row.into_region(Role::StatementRow, id.as_str(), data_attrs));
        }
        page.list(Role::Overview, rows);
        page.primary_action(if open > 0 { MessageKey::OverviewNext } else { MessageKey::ToAmbition });
        Screen { name, page }
    }
}
