//! Builds pages from blocks and messages.

use crate::app::Msg;
use crate::app::view::ViewContext;
use crate::app::view::block::{
    Action, Block, Button, ButtonLayout, ButtonStyle, DataAttr, Definition, Disclosure, Region, RegionKind,
    TextStyle,
};
use crate::content::{Arg, MessageKey};
use crate::json::Text;

/// Builds a page or a part of it.
pub(crate) struct Builder<'a> {
    ctx: &'a ViewContext<'a>,
    pub(crate) blocks: Vec<Block>,
}

impl<'a> ViewContext<'a> {
    /// Starts an empty part.
    pub(crate) fn build(&'a self) -> Builder<'a> {
        Builder { ctx: self, blocks: Vec::new() }
    }

    /// An action with this label.
    pub(crate) fn action(&self, name: &'static str, label: MessageKey, msg: Msg) -> Action {
        Action { name, label: self.message(label), screen_reader_suffix: None, pressed: None, msg }
    }
}

impl Builder<'_> {
    pub(crate) fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(crate) fn title(&mut self, text: Text) {
        self.add(Block::Title(text));
    }

    pub(crate) fn heading(&mut self, message: MessageKey) {
        self.add(Block::Heading(2, self.ctx.message(message)));
    }

    pub(crate) fn paragraph(&mut self, style: TextStyle, text: Text) {
        self.add(Block::Paragraph(style, text));
    }

    pub(crate) fn message(&mut self, style: TextStyle, message: MessageKey) {
        self.paragraph(style, self.ctx.message(message));
    }

    pub(crate) fn formatted(&mut self, style: TextStyle, message: MessageKey, values: &[(&str, Arg)]) {
        self.paragraph(style, self.ctx.format(message, values));
    }

    /// The source of the text above.
    pub(crate) fn source_line(&mut self, source: &str) {
        let source = self.ctx.source_text(source);
        self.formatted(TextStyle::Source, MessageKey::SourceIs, &[("source", Arg::Text(&source))]);
    }

    /// Adds a button to the preceding group, or starts a group.
    pub(crate) fn button(&mut self, layout: ButtonLayout, style: ButtonStyle, action: Action) {
        let button = Button { style, action };
        match self.blocks.last_mut() {
            Some(Block::Buttons(last, buttons)) if *last == layout => buttons.push(button),
            _ => self.add(Block::Buttons(layout, vec![button])),
        }
    }

    /// The *back* button at the top of a page.
    pub(crate) fn back(&mut self) {
        self.button(
            ButtonLayout::Toolbar,
            ButtonStyle::Quiet,
            self.ctx.action("back", MessageKey::Back, Msg::BackPressed),
        );
    }

    /// The *next* button at the end of a page.
    pub(crate) fn primary_action(&mut self, message: MessageKey) {
        let action = self.ctx.action("next", message, Msg::NextPressed);
        self.add(Block::PrimaryAction { hint: None, action });
    }

    pub(crate) fn definitions(&mut self, definitions: Vec<Definition>) {
        self.add(Block::DefinitionList(definitions));
    }

    pub(crate) fn disclosure(&mut self, style: &'static str, label: Text, open: bool, inside: Builder) {
        let blocks = inside.blocks;
        self.add(Block::Disclosure(Disclosure {
            key: style.into(),
            style,
            label,
            screen_reader_suffix: None,
            open,
            blocks,
        }));
    }

    pub(crate) fn region(&mut self, kind: RegionKind, key: &str, data_attrs: Vec<DataAttr>, inside: Builder) {
        self.add(Block::Region(inside.into_region(kind, key, data_attrs)));
    }

    /// A list of regions of one kind.
    pub(crate) fn list(&mut self, key: &str, items: Vec<Region>) {
        let list = Region { key: key.into(), ..Region::default() };
        self.add(Block::List(list, items));
    }

    pub(crate) fn into_region(self, kind: RegionKind, key: &str, data_attrs: Vec<DataAttr>) -> Region {
        Region { kind, key: key.into(), data_attrs, blocks: self.blocks }
    }
}
