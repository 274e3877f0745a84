//! Paints blocks, each kind in one file. Its styles have the same name in `styles/parts`.
//!
//! Class names are written out and never joined at run time, so that a search for a class finds where it is set;
//! tests/classes.rs compares them with the style sheets.

mod button;
mod definitions;
mod disclosure;
mod field;
mod legend;
mod link;
mod paragraph;
mod plot;
mod progress;
mod qr;
mod radios;
mod region;
mod scale;
mod spectrum;
mod table;
mod track;

pub(super) use button::button;
pub(super) use link::link;

use yew::prelude::*;

use super::{Dispatch, on, text};
use crate::app::view::block::Block;
use crate::json::Text;

/// Paints blocks in order. Focusable blocks have a key of their own; for the others the index is enough, because
/// recreating a paragraph loses nothing.
pub(super) fn all(blocks: &[Block], dispatch: &Dispatch) -> Html {
    blocks.iter().enumerate().map(|(index, block)| one(index, block, dispatch)).collect()
}

fn one(index: usize, block: &Block, dispatch: &Dispatch) -> Html {
    match block {
        Block::Title(title) => html! { <h1 key={index} tabindex="-1">{ text(title) }</h1> },
        Block::Heading(2, title) => html! { <h2 key={index}>{ text(title) }</h2> },
        Block::Heading(3, title) => html! { <h3 key={index}>{ text(title) }</h3> },
        Block::Heading(_, title) => html! { <h4 key={index}>{ text(title) }</h4> },
        Block::Paragraph(style, words) => paragraph::paragraph(index, *style, words),
        Block::DefinitionList(list) => definitions::definitions(index, list),
        Block::Table(table) => table::table(table),
        Block::Link(link) => self::link(link),
        Block::Progress { label, current, count } => progress::progress(index, label, *current, *count),
        Block::Disclosure(disclosure) => disclosure::disclosure(disclosure, dispatch),
        Block::Region(region) => region::region(region, dispatch),
        Block::Buttons(layout, buttons) => button::buttons(*layout, buttons, dispatch),
        Block::PrimaryAction(primary) => button::primary_action(primary, dispatch),
        Block::Radios(radios) => radios::radios(radios, dispatch),
        Block::Field(field) => field::field(field, dispatch),
        Block::Track(track) => track::track(track, dispatch),
        Block::PhaseTrack(track) => track::phase_track(track, dispatch),
        Block::Legend(legend) => legend::legend(index, legend),
        Block::Spectrum(spectrum) => spectrum::spectrum(spectrum),
        Block::Plot(plot) => plot::plot(plot),
        Block::Qr(code) => qr::qr(code),
    }
}

/// The context of a label for screen readers.
fn screen_reader_suffix(suffix: Option<&Text>) -> Html {
    suffix
        .map(|suffix| html! { <span key="of" class="visually-hidden">{ ": " }{ text(suffix) }</span> })
        .into_iter()
        .collect()
}
