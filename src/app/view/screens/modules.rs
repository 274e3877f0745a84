//! The optional modules: the list of them, and each of them.

use crate::app::view::block::{
    Action, Block, Button, ButtonLayout, ButtonStyle, Field, FieldId, Radio, Radios, Region, Role, TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{Msg, Route};
use crate::content::{Arg, Entry, Library, MessageKey, Module, ModuleKind, Modules};
use crate::domain::Choice;
use crate::json::Text;

/// The places between two ends (docs/product.md#modules).
const SCALE: [&str; 5] = ["1", "2", "3", "4", "5"];

impl<'a> ViewContext<'a> {
    /// The list of modules.
    pub(crate) fn modules_screen(&'a self, modules: &Modules) -> Screen<'a> {
        let name = self.message(MessageKey::ModulesTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::ModulesIntro);
        for group in &modules.groups {
            let mut inside = self.build();
            inside.add(Block::Heading(2, group.name.clone()));
            let of_group = modules.modules.iter().filter(|module| module.group == group.id);
            inside.list(Role::Modules, of_group.map(|module| self.module_row(module)).collect());
            page.region(Role::Group, &group.id, Vec::new(), inside);
        }
        Screen { name, page }
    }

    fn module_row(&'a self, module: &Module) -> Region {
        let mut row = self.build();
        let msg = Msg::Navigate(Route::Module(module.id.clone()));
        let open = Action::new("open-module", module.name.clone(), msg);
        row.button(ButtonLayout::Inline, ButtonStyle::Quiet, open);
        row.paragraph(TextStyle::Hint, module.intro.clone());
        if let Some(entries) = self.model.record.modules.get(&module.id) {
            row.formatted(TextStyle::Hint, MessageKey::AnswersCount, &[("n", Arg::Number(entries.len()))]);
        }
        row.into_region(Role::ModuleRow, &module.id, vec![("data-module", module.id.clone())])
    }

    /// One module; none when the content has no such module.
    pub(crate) fn module_screen(
        &'a self,
        library: &Library,
        modules: &Modules,
        id: &str,
    ) -> Option<Screen<'a>> {
        let module = modules.module(id)?;
        let name = module.name.clone();
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.paragraph(TextStyle::Lead, module.intro.clone());
        match &module.kind {
            ModuleKind::Question(question) => {
                let text = library.question(question.as_str())?;
                page.list(Role::Questions, vec![self.question(library, text)]);
            }
            ModuleKind::Pick | ModuleKind::One => self.picks(&mut page, module),
            _ => {
                let entries = module.entries.iter().map(|entry| self.entry(module, entry));
                page.list(Role::Entries, entries.collect());
            }
        }
        let all = self.action("modules", MessageKey::ToModules, Msg::Navigate(Route::Modules));
        page.add(Block::Buttons(
            ButtonLayout::Inline,
            vec![Button { style: ButtonStyle::Primary, action: all }],
        ));
        Some(Self::screen_named(name, page))
    }

    fn given(&self, module: &Module, entry: &str) -> Option<&Text> {
        self.model.record.modules.get(&module.id)?.get(entry)
    }

    fn radio(&self, module: &Module, entry: &Entry, value: &str, label: Text) -> Radio {
        let checked = self.given(module, &entry.id).is_some_and(|given| **given == *value);
        let value = Text::from(value);
        let given = Some(value.clone());
        let msg = Msg::ModuleAnswered { module: module.id.clone(), entry: entry.id.clone(), value: given };
        Radio::new(value, label, checked, msg)
    }

    fn entry(&'a self, module: &Module, entry: &Entry) -> Region {
        let mut inside = self.build();
        let given = self.given(module, &entry.id);
        let name = Text::from([&*module.id, "-", &*entry.id].concat());
        let title = entry.title.clone();
        match module.kind {
            ModuleKind::Sort => {
                let options = [(Choice::Yes, MessageKey::IsSo), (Choice::No, MessageKey::IsNotSo)];
                let options = options.map(|(choice, message)| {
                    self.radio(module, entry, choice.value(), self.message(message))
                });
                inside.radios(Radios::small(name, title, options.into()));
                let mut reply = Text::default();
                if let Some(given) = given {
                    let right = (**given == *Choice::Yes.value()) == entry.holds;
                    let message = if right { MessageKey::SortRight } else { MessageKey::SortWrong };
                    let why = entry.details.first().cloned().unwrap_or_default();
                    reply = self.format(message, &[("why", Arg::Text(&why))]);
                }
                inside.paragraph(TextStyle::Status, reply);
            }
            ModuleKind::Claims => {
                let options = Choice::ALL
                    .map(|choice| self.radio(module, entry, choice.value(), self.choice_text(choice)));
                inside.radios(Radios::small(name, title, options.into()));
                let reply = given.and_then(|_| entry.details.first().cloned());
                inside.paragraph(TextStyle::Status, reply.unwrap_or_default());
            }
            ModuleKind::Scale => {
                let [left, right] = [0, 1].map(|at| entry.details.get(at).cloned().unwrap_or_default());
                let options = SCALE.map(|place| self.radio(module, entry, place, place.into()));
                let ends = [("left", Arg::Text(&left)), ("right", Arg::Text(&right))];
                let hint = self.format(MessageKey::ScaleEnds, &ends);
                inside.radios(Radios::grades(name, title, options.into()).hint(hint));
            }
            ModuleKind::Sheet => {
                let id = FieldId::Entry(module.id.clone(), entry.id.clone());
                let field = Field::long(id, title, given.cloned().unwrap_or_default());
                inside.field(field.hint(entry.details.first().cloned()));
                if let Some(example) = entry.details.get(1) {
                    inside.formatted(
                        TextStyle::Hint,
                        MessageKey::ForExample,
                        &[("example", Arg::Text(example))],
                    );
                }
            }
            ModuleKind::Read | ModuleKind::Pick | ModuleKind::One | ModuleKind::Question(_) => {
                inside.paragraph(TextStyle::Strong, title);
                for detail in &entry.details {
                    inside.paragraph(TextStyle::Body, detail.clone());
                }
            }
        }
        if let Some(source) = &entry.source {
            inside.source_line(source);
        }
        let data_attrs = vec![("data-entry", entry.id.clone())];
        inside.into_region(Role::Question, &entry.id, data_attrs)
    }

    /// One choice over all entries: one of them, or as many as one likes.
    fn picks(&'a self, page: &mut Builder<'a>, module: &Module) {
        let multiple = module.kind == ModuleKind::Pick;
        let options = module.entries.iter().map(|entry| {
            // One of several is kept under one name; as many as one likes each under its own.
            let kept = if multiple { &entry.id } else { &module.id };
            let checked = self.given(module, kept).is_some_and(|given| *given == entry.id);
            let value = (!multiple || !checked).then(|| entry.id.clone());
            let msg = Msg::ModuleAnswered { module: module.id.clone(), entry: kept.clone(), value };
            Radio::new(entry.id.clone(), entry.title.clone(), checked, msg)
        });
        let radios = Radios::cards(module.id.clone(), module.name.clone(), options.collect());
        page.radios(radios.multiple(multiple));
        let with_details = module.entries.iter().filter(|entry| !entry.details.is_empty());
        let about = with_details.map(|entry| {
            let mut inside = self.build();
            inside.paragraph(TextStyle::Strong, entry.title.clone());
            for detail in &entry.details {
                inside.paragraph(TextStyle::Body, detail.clone());
            }
            inside.into_region(Role::Question, &entry.id, Vec::new())
        });
        page.list(Role::Entries, about.collect());
        let sources: Vec<&str> = module.entries.iter().filter_map(|entry| entry.source.as_deref()).collect();
        if !sources.is_empty() {
            page.source_line(&sources.join("; "));
        }
    }

    /// The answers to modules, for the result.
    pub(crate) fn module_quotes(&'a self, page: &mut Builder<'a>) {
        let mut last = None;
        for given in self.modules_given() {
            if last != Some(&given.module.id) {
                page.paragraph(TextStyle::Strong, given.module.name.clone());
                last = Some(&given.module.id);
            }
            let title = &given.entry.title;
            let quote = match given.answer {
                Some(answer) => [&**title, ": ", &*answer].concat().into(),
                None => title.clone(),
            };
            page.paragraph(TextStyle::Quote, quote);
        }
    }
}
