//! The optional modules: short, unscored, and fetched only when the visitor opens them (docs/product.md#modules).

use super::Library;
use super::error::{ContentError, ContentErrors};
use super::reader::Object;
use crate::domain::{QuestionId, is_id};
use crate::json::{Text, Value};

/// The modules part, checked.
#[derive(Debug)]
pub struct Modules {
    /// The groups modules are offered in.
    pub groups: Vec<ModuleGroup>,
    /// The modules in the order they are offered.
    pub modules: Vec<Module>,
}

/// A group of modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleGroup {
    /// Its name in the data.
    pub id: Text,
    /// Its name.
    pub name: Text,
}

/// One module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Its name in the data and in the record.
    pub id: Text,
    /// The group it is offered in.
    pub group: Text,
    /// How it is done.
    pub kind: ModuleKind,
    /// Its name.
    pub name: Text,
    /// Its purpose.
    pub intro: Text,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// How a module is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModuleKind {
    /// Claims that are true or not; the reason follows the choice (docs/product.md#modules).
    Sort,
    /// A place between two ends, 1 to 5 (docs/product.md#modules).
    Scale,
    /// Claims to recognise: yes, partly or no; the reply follows the choice (docs/product.md#modules).
    Claims,
    /// As many as one likes (docs/product.md#modules).
    Pick,
    /// One of several (docs/product.md#modules).
    One,
    /// Words for each entry (docs/product.md#modules).
    Sheet,
    /// To read (docs/product.md#modules).
    Read,
    /// A checklist that is a reflection question (docs/product.md#modules).
    Question(QuestionId),
}

/// Something in a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the data and in the record.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// The texts that belong with it, in order: a reply, a hint, an example, a caveat.
    pub details: Vec<Text>,
    /// For a claim to sort: whether it is true.
    pub holds: bool,
    /// Where the substance comes from; none for forms of our own.
    pub source: Option<Text>,
}

const KINDS: [(&str, KindName); 8] = [
    ("sort", KindName::Sort),
    ("scale", KindName::Scale),
    ("claims", KindName::Claims),
    ("pick", KindName::Pick),
    ("one", KindName::One),
    ("sheet", KindName::Sheet),
    ("read", KindName::Read),
    ("question", KindName::Question),
];

#[derive(Clone, Copy)]
enum KindName {
    Sort,
    Scale,
    Claims,
    Pick,
    One,
    Sheet,
    Read,
    Question,
}

/// The text that names an entry, and those that belong with it, for each list that a module can hold.
const LISTS: [(&str, &str, &[&str]); 20] = [
    ("cards", "text", &["explain"]),
    ("leadershipPairs", "name", &["traditional", "new"]),
    ("myths", "text", &["reply"]),
    ("objectives", "text", &[]),
    ("hybridModels", "name", &["meaning", "fits", "watch"]),
    ("guidingPrinciples", "text", &[]),
    ("workingAgreements", "text", &[]),
    ("stakeholders", "name", &["interest"]),
    ("flexPlan", "name", &["hint", "example"]),
    ("resultAgreement", "name", &["hint", "example"]),
    ("kpiSteps", "name", &["hint", "example"]),
    ("implementationPhases", "name", &["goal", "activities", "result"]),
    ("facts", "text", &["attribution", "caveat"]),
    ("definitions", "name", &["meaning"]),
    ("environments", "name", &["meaning"]),
    ("conversationSteps", "name", &["meaning"]),
    ("workChange", "name", &["meaning"]),
    ("changeModel", "name", &["meaning"]),
    ("teamLeading", "name", &["meaning"]),
    ("glossary", "term", &["meaning"]),
];

impl Modules {
    /// Reads and checks the modules part, or returns all errors.
    pub fn read(value: &Value, library: &Library) -> Result<Self, Vec<ContentError>> {
        let errors = ContentErrors::default();
        let modules = Self::read_object(&Object::top(value, &errors), library);
        let errors = errors.into_list();
        if errors.is_empty() { Ok(modules) } else { Err(errors) }
    }

    pub(super) fn read_object(top: &Object, library: &Library) -> Self {
        super::check_head(top, "modules");
        let groups: Vec<ModuleGroup> = top.list("moduleGroups", |group| {
            Some(ModuleGroup { id: group.structure_text("id"), name: group.text("name") })
        });
        let modules = top.list("modules", |module| read_module(module, top, &groups, library));
        super::check_unique(top, "modules", modules.iter().map(|module| &*module.id));
        Self { groups, modules }
    }

    /// The module with this id.
    pub fn module(&self, id: &str) -> Option<&Module> {
        self.modules.iter().find(|module| &*module.id == id)
    }
}

fn read_module(object: &Object, top: &Object, groups: &[ModuleGroup], library: &Library) -> Option<Module> {
    let group = object.structure_text("group");
    if !groups.iter().any(|known| known.id == group) {
        object.error("group", "no such group");
    }
    let kind = match object.one_of("kind", &KINDS)? {
        KindName::Sort => ModuleKind::Sort,
        KindName::Scale => ModuleKind::Scale,
        KindName::Claims => ModuleKind::Claims,
        KindName::Pick => ModuleKind::Pick,
        KindName::One => ModuleKind::One,
        KindName::Sheet => ModuleKind::Sheet,
        KindName::Read => ModuleKind::Read,
        KindName::Question => {
            let question = object.id("question", QuestionId::parse)?;
            if library.question(question.as_str()).is_none() {
                object.error("question", "no such question");
            }
            ModuleKind::Question(question)
        }
    };
    let entries = if let ModuleKind::Question(_) = kind { Vec::new() } else { read_entries(object, top) };
    Some(Module {
        id: object.id("id", as_id)?,
        group,
        kind,
        name: object.text("name"),
        intro: object.text("intro"),
        entries,
    })
}

/// Ids of modules and entries stand in records, so they must have the form that records can be read with.
fn as_id(text: &str) -> Option<Text> {
    is_id(text).then(|| text.into())
}

fn read_entries(object: &Object, top: &Object) -> Vec<Entry> {
    let list = object.structure_text("list");
    let Some((list, title, details)) = LISTS.iter().find(|(name, _, _)| **name == *list) else {
        object.error("list", "no such list");
        return Vec::new();
    };
    let entries = top.list(list, |entry| {
        entry.ignore("question", None);
        entry.ignore("year", Some(1900..=2100));
        let mut texts = Vec::new();
        for key in *details {
            if entry.value(key).is_some_and(|value| value.as_list().is_some()) {
                texts.extend(entry.text_list(key));
            } else {
                texts.push(entry.text(key));
            }
        }
        Some(Entry {
            id: entry.id("id", as_id)?,
            title: entry.text(title),
            details: texts,
            holds: entry.bool("is"),
            source: entry.optional_structure_text("source"),
        })
    });
    super::check_unique(top, list, entries.iter().map(|entry| &*entry.id));
    entries
}
