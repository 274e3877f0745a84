//! The optional modules: the list of them, and each of them.

use crate::app::view::block::{
    Action, Block, Button, ButtonLayout, ButtonStyle, Field, FieldId, Radio, RadioStyle, Radios, Region,
    RegionKind, TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{Msg, Route};
use crate::content::{Arg, Entry, Library, MessageKey, Module, ModuleKind, Modules};
use crate::domain::Choice;
use crate::json::Text;

/// The places between two ends (docs/product.md#modules).
const SCALE: [&str; 5] = ["1", "2", "3", "4", "5"];

/// An answer in a module.
pub(crate) struct Given<'a> {
    pub(crate) module: &'a Module,
    pub(crate) entry: &'a Entry,
    /// As it stands in the record.
    pub(crate) stored: &'a Text,
    /// In words; none where to choose the entry is the answer.
    pub(crate) answer: Option<Text>,
}

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
            inside.list("modules", of_group.map(|module| self.module_row(module)).collect());
            page.region(RegionKind::Plain, &group.id, Vec::new(), inside);
        }
        Screen { name, page }
    }

    fn module_row(&'a self, module: &Module) -> Region {
        let mut row = self.build();
        let open = Action {
            name: "open-module",
            label: module.name.clone(),
            screen_reader_suffix: None,
            pressed: None,
            msg: Msg::Navigate(Route::Module(module.id.clone())),
        };
        row.button(ButtonLayout::Inline, ButtonStyle::Quiet, open);
        row.paragraph(TextStyle::Hint, module.intro.clone());
        if let Some(entries) = self.model.record.modules.get(&module.id) {
            row.formatted(TextStyle::Hint, MessageKey::AnswersCount, &[("n", Arg::Number(entries.len()))]);
        }
        row.into_region(RegionKind::Row, &module.id, vec![("data-module", module.id.clone())])
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
                page.list("questions", vec![self.question(library, text)]);
            }
            ModuleKind::Pick | ModuleKind::One => self.picks(&mut page, module),
            _ => {
                let entries = module.entries.iter().map(|entry| self.entry(module, entry));
                page.list("entries", entries.collect());
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
        Radio {
            value: value.into(),
            label,
            checked: self.given(module, &entry.id).is_some_and(|given| **given == *value),
            quiet: false,
            msg: Msg::ModuleAnswered {
                module: module.id.clone(),
                entry: entry.id.clone(),
                value: Some(value.into()),
            },
        }
    }

    fn radios(module: &Module, entry: &Entry, options: Vec<Radio>) -> Block {
        Block::Radios(Radios {
            style: RadioStyle::Small,
            multiple: false,
            name: [&*module.id, "-", &*entry.id].concat().into(),
            eyebrow: None,
            legend: entry.title.clone(),
            level: 0,
            hint: None,
            options,
        })
    }

    fn entry(&'a self, module: &Module, entry: &Entry) -> Region {
        let mut inside = self.build();
        let given = self.given(module, &entry.id);
        match module.kind {
            ModuleKind::Sort => {
                let options = [(Choice::Yes, MessageKey::IsSo), (Choice::No, MessageKey::IsNotSo)];
                let options = options.map(|(choice, message)| {
                    self.radio(module, entry, choice.value(), self.message(message))
                });
                inside.add(Self::radios(module, entry, options.into()));
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
                inside.add(Self::radios(module, entry, options.into()));
                let reply = given.and_then(|_| entry.details.first().cloned());
                inside.paragraph(TextStyle::Status, reply.unwrap_or_default());
            }
            ModuleKind::Scale => {
                let [left, right] = [0, 1].map(|at| entry.details.get(at).cloned().unwrap_or_default());
                let options = SCALE.map(|place| self.radio(module, entry, place, place.into()));
                let mut radios = Radios {
                    style: RadioStyle::Grades,
                    multiple: false,
                    name: [&*module.id, "-", &*entry.id].concat().into(),
                    eyebrow: None,
                    legend: entry.title.clone(),
                    level: 0,
                    hint: None,
                    options: options.into(),
                };
                let ends = [("left", Arg::Text(&left)), ("right", Arg::Text(&right))];
                radios.hint = Some(self.format(MessageKey::ScaleEnds, &ends));
                inside.add(Block::Radios(radios));
            }
            ModuleKind::Sheet => {
                inside.add(Block::Field(Field {
                    id: FieldId::Entry(module.id.clone(), entry.id.clone()),
                    label: entry.title.clone(),
                    eyebrow: None,
                    label_hidden: false,
                    hint: entry.details.first().cloned(),
                    value: given.cloned().unwrap_or_default(),
                    long: true,
                }));
                if let Some(example) = entry.details.get(1) {
                    inside.formatted(
                        TextStyle::Hint,
                        MessageKey::ForExample,
                        &[("example", Arg::Text(example))],
                    );
                }
            }
            ModuleKind::Read | ModuleKind::Pick | ModuleKind::One | ModuleKind::Question(_) => {
                inside.paragraph(TextStyle::Strong, entry.title.clone());
                for detail in &entry.details {
                    inside.paragraph(TextStyle::Body, detail.clone());
                }
            }
        }
        if let Some(source) = &entry.source {
            inside.source_line(source);
        }
        let data_attrs = vec![("data-entry", entry.id.clone())];
        inside.into_region(RegionKind::Question, &entry.id, data_attrs)
    }

    /// One choice over all entries: one of them, or as many as one likes.
    fn picks(&'a self, page: &mut Builder<'a>, module: &Module) {
        let multiple = module.kind == ModuleKind::Pick;
        let options = module.entries.iter().map(|entry| {
            // One of several is kept under one name; as many as one likes each under its own.
            let kept = if multiple { &entry.id } else { &module.id };
            let checked = self.given(module, kept).is_some_and(|given| *given == entry.id);
            let value = (!multiple || !checked).then(|| entry.id.clone());
            Radio {
                value: entry.id.clone(),
                label: entry.title.clone(),
                checked,
                quiet: false,
                msg: Msg::ModuleAnswered { module: module.id.clone(), entry: kept.clone(), value },
            }
        });
        page.add(Block::Radios(Radios {
            style: RadioStyle::Cards,
            multiple,
            name: module.id.clone(),
            eyebrow: None,
            legend: module.name.clone(),
            level: 0,
            hint: None,
            options: options.collect(),
        }));
        let with_details = module.entries.iter().filter(|entry| !entry.details.is_empty());
        let about = with_details.map(|entry| {
            let mut inside = self.build();
            inside.paragraph(TextStyle::Strong, entry.title.clone());
            for detail in &entry.details {
                inside.paragraph(TextStyle::Body, detail.clone());
            }
            inside.into_region(RegionKind::Question, &entry.id, Vec::new())
        });
        page.list("entries", about.collect());
        let sources = module.entries.iter().filter_map(|entry| entry.source.as_ref());
        if let Some(source) = sources.into_iter().next() {
            page.source_line(source);
        }
    }

    /// What was answered in modules, for the result.
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

    /// What was answered in modules, in the order of the content; nothing before that part is there.
    pub(crate) fn modules_given(&self) -> Vec<Given<'a>> {
        let mut all = Vec::new();
        let Some(modules) = self.model.modules.ready() else { return all };
        for module in &modules.modules {
            let Some(entries) = self.model.displayed_record().modules.get(&module.id) else { continue };
            let is_one = module.kind == ModuleKind::One;
            for entry in &module.entries {
                // One of several is kept under the name of the module.
                let given = entries.get(if is_one { &module.id } else { &entry.id });
                let Some(given) = given.filter(|given| !is_one || **given == entry.id) else { continue };
                let answer = match module.kind {
                    ModuleKind::Sort if **given == *Choice::Yes.value() => {
                        Some(self.message(MessageKey::IsSo))
                    }
                    ModuleKind::Sort => Some(self.message(MessageKey::IsNotSo)),
                    ModuleKind::Claims => match Choice::parse(given) {
                        Some(choice) => Some(self.choice_text(choice)),
                        None => continue,
                    },
                    ModuleKind::Scale => {
                        Some(self.format(MessageKey::GradeOfFive, &[("n", Arg::Text(given))]))
                    }
                    ModuleKind::Pick | ModuleKind::One => None,
                    _ => Some(given.clone()),
                };
                all.push(Given { module, entry, stored: given, answer });
            }
        }
        all
    }
}
