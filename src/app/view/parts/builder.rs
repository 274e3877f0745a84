//! Builds pages from blocks and messages.

use crate::app::Msg;
use crate::app::view::ViewContext;
use crate::app::view::block::{
    Action, Block, Button, ButtonLayout, ButtonStyle, DataAttr, Definition, Disclosure, DisclosureKind,
    Field, PrimaryAction, Radios, Region, Role, TextStyle,
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
        Action::new(name, self.message(label), msg)
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
        self.add(Block::PrimaryAction(PrimaryAction { hint: None, action }));
    }

    pub(crate) fn radios(&mut self, radios: Radios) {
        self.add(Block::Radios(radios));
    }

    pub(crate) fn field(&mut self, field: Field) {
        self.add(Block::Field(field));
    }

    pub(crate) fn definitions(&mut self, definitions: Vec<Definition>) {
        self.add(Block::DefinitionList(definitions));
    }

    /// A closed disclosure.
    pub(crate) fn disclosure(&mut self, kind: DisclosureKind, label: MessageKey, inside: Builder) {
        let label = self.ctx.message(label);
        self.add(Block::Disclosure(Disclosure::new(kind, label, inside.blocks)));
    }

    pub(crate) fn region(&mut self, role: Role, key: &str, data_attrs: Vec<DataAttr>, inside: Builder) {
        self.add(Block::Region(inside.into_region(role, key, data_attrs)));
    }

    /// A list with these items.
    pub(crate) fn list(&mut self, role: Role, items: Vec<Region>) {
        self.add(Block::Region(Region::list(role, items)));
    }

    pub(crate) fn into_region(self, role: Role, key: &str, data_attrs: Vec<DataAttr>) -> Region {
        Region { role, key: key.into(), data_attrs, blocks: self.blocks }
    }
}
