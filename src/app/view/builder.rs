//! Puts blocks together, with the words of the content.

use super::Source;
use super::block::{Action, Block, Button, Fact, Fold, Hook, Look, Region, RegionKind, Row, Weight};
use crate::app::Msg;
use crate::content::{Arg, MessageKey};
use crate::json::Text;

/// A page, or a part of one, in the making.
pub(super) struct Builder<'a> {
    source: &'a Source<'a>,
    pub(super) blocks: Vec<Block>,
}

impl<'a> Source<'a> {
    /// Begins an empty part.
    pub(super) fn build(&'a self) -> Builder<'a> {
        Builder { source: self, blocks: Vec::new() }
    }

    /// What a button does, by the word on it.
    pub(super) fn action(&self, name: &'static str, label: MessageKey, msg: Msg) -> Action {
        Action { name, label: self.message(label), of: None, pressed: None, msg }
    }
}

impl Builder<'_> {
    pub(super) fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(super) fn title(&mut self, text: Text) {
        self.add(Block::Title(text));
    }

    pub(super) fn heading(&mut self, message: MessageKey) {
        self.add(Block::Heading(2, self.source.message(message)));
    }

    pub(super) fn paragraph(&mut self, look: Look, text: Text) {
        self.add(Block::Words(look, text));
    }

    pub(super) fn message(&mut self, look: Look, message: MessageKey) {
        self.paragraph(look, self.source.message(message));
    }

    pub(super) fn formatted(&mut self, look: Look, message: MessageKey, values: &[(&str, Arg)]) {
        self.paragraph(look, self.source.format(message, values));
    }

    /// The source line of what stands above it.
    pub(super) fn source_line(&mut self, source: &str) {
        let source = self.source.source_text(source);
        self.formatted(Look::Source, MessageKey::SourceIs, &[("source", Arg::Text(&source))]);
    }

    /// Adds a button to the row before, or begins a row.
    pub(super) fn button(&mut self, row: Row, weight: Weight, action: Action) {
        let button = Button { weight, action };
        match self.blocks.last_mut() {
            Some(Block::Buttons(last, buttons)) if *last == row => buttons.push(button),
            _ => self.add(Block::Buttons(row, vec![button])),
        }
    }

    /// The way back, at the top of a page.
    pub(super) fn back(&mut self) {
        self.button(Row::Ways, Weight::Quiet, self.source.action("back", MessageKey::Back, Msg::BackPressed));
    }

    /// The way on, at the end of a page.
    pub(super) fn onward(&mut self, message: MessageKey) {
        let action = self.source.action("next", message, Msg::NextPressed);
        self.add(Block::Onward { hint: None, action });
    }

    pub(super) fn facts(&mut self, facts: Vec<Fact>) {
        self.add(Block::Facts(facts));
    }

    pub(super) fn fold(&mut self, look: &'static str, label: Text, open: bool, inside: Builder) {
        let blocks = inside.blocks;
        self.add(Block::Fold(Fold { key: look.into(), look, label, of: None, open, blocks }));
    }

    pub(super) fn region(&mut self, kind: RegionKind, key: &str, hooks: Vec<Hook>, inside: Builder) {
        self.add(Block::Region(inside.into_region(kind, key, hooks)));
    }

    /// A list of regions of one kind.
    pub(super) fn list(&mut self, key: &str, items: Vec<Region>) {
        let list = Region { key: key.into(), ..Region::default() };
        self.add(Block::List(list, items));
    }

    pub(super) fn into_region(self, kind: RegionKind, key: &str, hooks: Vec<Hook>) -> Region {
        Region { kind, key: key.into(), hooks, blocks: self.blocks }
    }
}
