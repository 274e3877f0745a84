//! Parts of a page that have an element of their own, with the attributes that hosts and tests rely on.

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag};

use super::{Send, all};
use crate::app::Msg;
use crate::app::view::block::{DataAttr, Region, RegionKind, answer_of_key};
use crate::domain::StatementId;
use crate::platform::event::{free_key, has_no_enter_of_its_own};

/// A region as an element of its own.
pub(super) fn region(region: &Region, send: &Send) -> Html {
    let inside = all(&region.blocks, send);
    if let RegionKind::Statement(statement) = &region.kind {
        return self::statement(region, statement, inside, send);
    }
    let (tag, class) = look(&region.kind);
    element(tag, class, region, inside)
}

/// A list whose items are regions.
pub(super) fn list(list: &Region, items: &[Region], send: &Send) -> Html {
    let items = items.iter().map(|item| element("li", look(&item.kind).1, item, all(&item.blocks, send)));
    let class = AttrValue::from(["list list--", &list.key].concat());
    html! { <ul key={&*list.key} {class}>{ for items }</ul> }
}

/// The element and the class name of each kind.
fn look(kind: &RegionKind) -> (&'static str, &'static str) {
    match kind {
        RegionKind::Plain | RegionKind::Statement(_) => ("div", "plain"),
        RegionKind::Intro => ("div", "intro"),
        RegionKind::Result => ("div", "result"),
        RegionKind::Head => ("div", "block block--head"),
        RegionKind::Card => ("section", "block"),
        RegionKind::ScreenOnly => ("section", "block no-print"),
        RegionKind::PaperOnly => ("div", "paper-only"),
        RegionKind::Scan => ("div", "block scan"),
        RegionKind::Question => ("div", "block"),
        RegionKind::Ambition => ("div", "block ambition"),
        RegionKind::Pole => ("div", "pole"),
        RegionKind::Warnings => ("div", "warnings"),
        RegionKind::Improvement => ("div", "move"),
        RegionKind::TipGroup => ("div", "tip-group"),
        RegionKind::Tip => ("div", "tip"),
        RegionKind::StarredTip => ("div", "tip tip--starred"),
        RegionKind::Row => ("div", "row"),
        RegionKind::Principle => ("div", "principle"),
    }
}

/// Built by hand and not with `html!`, because attribute names are only known at run time.
fn element(tag: &'static str, class: &'static str, region: &Region, inside: Html) -> Html {
    let mut element = VTag::new(tag);
    element.key = Some(Key::from(&*region.key));
    element.add_attribute("class", class);
    add_data_attrs(&mut element, &region.data_attrs);
    if region.kind == RegionKind::Warnings {
        element.add_attribute("aria-live", "polite");
    }
    element.add_child(inside);
    element.into()
}

/// Adds `data-*` attributes to an element.
pub(super) fn add_data_attrs(element: &mut VTag, data_attrs: &[DataAttr]) {
    for (name, value) in data_attrs {
        element.add_attribute(name, super::text(value));
    }
}

/// A statement: Enter on its heading or on a radio goes on, and 1 to 4 choose a description while the focus is in
/// it. Not a form: a sandbox without `allow-forms` submits none.
///
/// Single keys act only there, so that they cannot surprise who speaks or types elsewhere (WCAG 2.1.4).
fn statement(region: &Region, statement: &StatementId, inside: Html, send: &Send) -> Html {
    let (send, statement) = (send.clone(), statement.clone());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(key) = free_key(&event) else { return };
        if let Some(answer) = answer_of_key(&key) {
            event.prevent_default();
            send.emit(Msg::Answered { statement: statement.clone(), answer });
        } else if key == "Enter" && has_no_enter_of_its_own(&event) {
            event.prevent_default();
            send.emit(Msg::NextPressed);
        }
    });
    html! { <div key={&*region.key} class="statement" {onkeydown}>{ inside }</div> }
}
