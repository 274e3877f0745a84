//! A page opened up: what a person or an assistive script finds on it, whatever the order and nesting.

use flexkompas::app::Msg;
use flexkompas::app::view::block::{
    Action, Block, DataAttr, Field, MarkShape, Plot, PlotKind, Qr, Region, Role, Scale, Spectrum, Table,
    TextStyle,
};
use flexkompas::app::view::{Page, View};

/// A native radio.
#[derive(Clone, Debug)]
pub(crate) struct Radio {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) checked: bool,
    pub(crate) msg: Msg,
}

/// Everything on a page in the order it is painted; what surrounds it only in `actions`.
#[derive(Debug, Default)]
pub(crate) struct Opened {
    pub(crate) statement: Option<String>,
    /// Number of the current statement and their count.
    pub(crate) progress: Option<(usize, usize)>,
    pub(crate) radios: Vec<Radio>,
    pub(crate) fields: Vec<Field>,
    pub(crate) actions: Vec<Action>,
    /// The hooks of every part that has any, together.
    pub(crate) data_attrs: Vec<Vec<DataAttr>>,
    /// Every paragraph, heading and remark.
    pub(crate) texts: Vec<(Option<TextStyle>, String)>,
    /// The first headings.
    pub(crate) titles: Vec<String>,
    /// Tables, seen or not.
    pub(crate) tables: Vec<Table>,
    /// Lines with marks.
    pub(crate) plots: Vec<Plot>,
    /// The names and addresses of links.
    pub(crate) links: Vec<(&'static str, String)>,
    pub(crate) qr: Option<Qr>,
    pub(crate) spectrum: Option<Spectrum>,
    /// The meaning of the marks of each picture.
    pub(crate) keys: Vec<Vec<(MarkShape, String)>>,
    /// Names with their texts.
    pub(crate) definitions: Vec<(String, String)>,
}

pub(crate) fn open(view: &View) -> Opened {
    let mut opened = Opened::default();
    if let Page::Blocks(blocks) = &view.page {
        opened.blocks(blocks);
    }
    if let Some(shell) = view.shell.clone() {
        opened.actions.extend(shell.ask.into_iter().flat_map(|ask| [ask.yes, ask.no]));
        if let Some(notice) = shell.notice {
            opened.actions.extend(notice.action.into_iter().chain([notice.close]));
        }
        opened.actions.extend(shell.saving.actions.into_iter().chain([shell.saving.erase]));
    }
    opened
}

/// The part of a page that is marked by this hook, if there is one.
pub(crate) fn open_part(view: &View, name: &str, value: &str) -> Option<Opened> {
    let Page::Blocks(blocks) = &view.page else { return None };
    let region = find_part(blocks, name, value)?;
    let mut opened = Opened::default();
    opened.region(region);
    Some(opened)
}

fn find_part<'a>(blocks: &'a [Block], name: &str, value: &str) -> Option<&'a Region> {
    let within = |region: &'a Region| {
        let is_it = region.data_attrs.iter().any(|(key, of)| *key == name && **of == *value);
        if is_it { Some(region) } else { find_part(&region.blocks, name, value) }
    };
    blocks.iter().find_map(|block| match block {
        Block::Region(region) => within(region),
        Block::Disclosure(disclosure) => find_part(&disclosure.blocks, name, value),
        _ => None,
    })
}

impl Opened {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block.clone() {
            Block::Title(text) => self.titles.push(text.to_string()),
            Block::Heading(_, text) => self.text(None, &text),
            Block::Paragraph(style, text) => self.text(Some(style), &text),
            Block::Buttons(_, buttons) => {
                self.actions.extend(buttons.into_iter().map(|button| button.action));
            }
            Block::PrimaryAction(primary) => {
                self.remark(TextStyle::Status, primary.hint.as_deref());
                self.actions.push(primary.action);
            }
            Block::Region(region) => self.region(&region),
            Block::Disclosure(disclosure) => self.blocks(&disclosure.blocks),
            Block::Progress { current, count, .. } => self.progress = Some((current, count)),
            Block::Radios(group) => {
                self.remark(TextStyle::Hint, group.hint.as_deref());
                self.text(None, &group.legend);
                self.radios.extend(group.options.into_iter().map(|option| Radio {
                    name: group.name.to_string(),
                    value: option.value.to_string(),
                    label: option.label.to_string(),
                    checked: option.checked,
                    msg: option.msg,
                }));
            }
            Block::Field(field) => self.fields.push(field),
            Block::DefinitionList(definitions) => {
                self.definitions.extend(
                    definitions
                        .iter()
                        .map(|definition| (definition.term.to_string(), definition.description.to_string())),
                );
            }
            Block::Track(track) => {
                for scale in &track.scales {
                    self.scale(scale);
                }
            }
            Block::PhaseTrack(track) => self.scale(&track.scale),
            Block::Table(table) => {
                self.tables.push(table.clone());
                self.data_attrs.extend(table.rows.into_iter().map(|row| row.data_attrs));
            }
            Block::Plot(plot) => self.plots.push(plot),
            Block::Link(link) => self.links.push((link.name, link.address.to_string())),
            Block::Qr(qr) => self.qr = Some(qr),
            Block::Legend(keys) => {
                self.keys.push(keys.into_iter().map(|(shape, name)| (shape, name.to_string())).collect());
            }
            Block::Spectrum(spectrum) => self.spectrum = Some(spectrum),
        }
    }

    fn region(&mut self, region: &Region) {
        if let Role::Statement { id, .. } = &region.role {
            self.statement = Some(id.to_string());
        }
        if !region.data_attrs.is_empty() {
            self.data_attrs.push(region.data_attrs.clone());
        }
        self.blocks(&region.blocks);
    }

    fn scale(&mut self, scale: &Scale) {
        self.radios.extend(scale.stops.iter().enumerate().map(|(at, stop)| Radio {
            name: scale.name.to_string(),
            value: stop.value.to_string(),
            label: stop.label.to_string(),
            checked: scale.selected == Some(at),
            msg: stop.msg.clone(),
        }));
    }

    fn remark(&mut self, style: TextStyle, text: Option<&str>) {
        if let Some(text) = text {
            self.text(Some(style), text);
        }
    }

    fn text(&mut self, style: Option<TextStyle>, text: &str) {
        self.texts.push((style, text.to_owned()));
    }

    pub(crate) fn says(&self, text: &str) -> bool {
        self.texts.iter().any(|(_, said)| said == text)
    }

    /// All values of a hook, in order.
    pub(crate) fn data_attrs(&self, name: &str) -> Vec<String> {
        let all = self.data_attrs.iter().flatten().filter(|(key, _)| *key == name);
        all.map(|(_, value)| value.to_string()).collect()
    }

    /// The value of the only hook of this name.
    #[track_caller]
    pub(crate) fn data_attr(&self, name: &str) -> Option<String> {
        let mut values = self.data_attrs(name);
        assert!(values.len() < 2, "{name} stands on several parts: {values:?}");
        values.pop()
    }

    /// The value of a hook on the part that is marked by another.
    pub(crate) fn data_attr_of(&self, mark: (&str, &str), name: &str) -> Option<String> {
        let find = |data_attrs: &[DataAttr], name: &str| {
            data_attrs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
        };
        let mut parts =
            self.data_attrs.iter().filter(|data_attrs| find(data_attrs, mark.0).as_deref() == Some(mark.1));
        parts.find_map(|data_attrs| find(data_attrs, name))
    }

    /// The values of the radios of this name.
    pub(crate) fn values(&self, name: &str) -> Vec<&str> {
        self.radios.iter().filter(|radio| radio.name == name).map(|radio| &*radio.value).collect()
    }

    /// The value of the radio of this name that is on.
    #[track_caller]
    pub(crate) fn checked(&self, name: &str) -> Option<String> {
        let mut on = self.radios.iter().filter(|radio| radio.name == name && radio.checked);
        let value = on.next().map(|radio| radio.value.clone());
        assert!(on.next().is_none(), "two radios {name} are on");
        value
    }

    /// The text in the field of this name.
    #[track_caller]
    pub(crate) fn written(&self, name: &str) -> String {
        self.field(name).value.to_string()
    }

    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> &Field {
        let found = self.fields.iter().find(|field| field.id.name() == name);
        found.unwrap_or_else(|| panic!("there is no field {name}"))
    }

    #[track_caller]
    pub(crate) fn radio(&self, name: &str, value: &str) -> &Radio {
        let found = self.radios.iter().find(|radio| radio.name == name && radio.value == value);
        found.unwrap_or_else(|| panic!("there is no radio {name} with {value}"))
    }

    #[track_caller]
    pub(crate) fn plot(&self, kind: PlotKind) -> &Plot {
        let found = self.plots.iter().find(|plot| plot.kind == kind);
        found.unwrap_or_else(|| panic!("there is no plot {kind:?}"))
    }

    #[track_caller]
    pub(crate) fn table(&self, key: &str) -> &Table {
        let found = self.tables.iter().find(|table| table.key == key);
        found.unwrap_or_else(|| panic!("there is no table {key}"))
    }

    /// The cells of a table, row by row.
    #[track_caller]
    pub(crate) fn rows(&self, key: &str) -> Vec<Vec<String>> {
        let row = |cells: &[_]| cells.iter().map(ToString::to_string).collect();
        self.table(key).rows.iter().map(|found| row(&found.cells)).collect()
    }

    #[track_caller]
    pub(crate) fn action(&self, name: &str) -> &Action {
        let found = self.actions.iter().find(|action| action.name == name);
        found.unwrap_or_else(|| panic!("there is no button {name}"))
    }
}
