//! Regions: the element, the class and the attributes of each role.

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag};

use super::{Dispatch, all, text};
use crate::app::Msg;
use crate::app::view::block::{DataAttr, Region, Role, answer_of_key};
use crate::domain::StatementId;
use crate::platform::event::{ignores_enter, shortcut_key};

/// The element and the class of a role. `no-print` and `paper-only` are for the report (styles/print.css).
fn element_and_class(role: &Role) -> (&'static str, Option<&'static str>) {
    let (element, class) = match role {
        Role::Group => return ("div", None),
        Role::Intro => ("div", "intro"),
        Role::Statement { .. } => ("div", "statement"),
        Role::Result => ("div", "result"),
        Role::ResultHead => ("div", "card result-head"),
        Role::Card => ("section", "card"),
        Role::ViewedScan | Role::Exports => ("section", "card no-print"),
        Role::ReportHead | Role::ReportEnd => ("div", "paper-only"),
        Role::Principle => ("div", "principle"),
        Role::Warnings => ("div", "warnings"),
        Role::TipGroup => ("div", "tip-group"),
        Role::Overview => ("ul", "overview"),
        Role::Modules => ("ul", "modules"),
        Role::StatementRow | Role::ModuleRow => ("li", "row"),
        Role::Entries => ("ul", "entries"),
        Role::Questions => ("ul", "questions"),
        Role::Question => ("li", "card"),
        Role::Ambitions => ("ul", "ambitions"),
        Role::Ambition => ("li", "card ambition"),
        Role::Poles => ("ul", "poles"),
        Role::Pole => ("li", "pole"),
        Role::Improvements => ("ul", "improvements"),
        Role::Improvement => ("li", "improvement"),
        Role::Tips => ("ul", "tips"),
        Role::Tip { starred: true } => ("li", "tip tip--starred"),
        Role::Tip { starred: false } => ("li", "tip"),
        Role::Scans => ("ul", "scans"),
        Role::Scan => ("li", "card scan"),
    };
    (element, Some(class))
}

/// A region. Built by hand and not with `html!`, because attribute names are only known at run time.
pub(super) fn region(region: &Region, dispatch: &Dispatch) -> Html {
    let inside = all(&region.blocks, dispatch);
    let (element, class) = element_and_class(&region.role);
    if let (Role::Statement { id, reversed }, Some(class)) = (&region.role, class) {
        return statement(region, class, (id, *reversed), inside, dispatch);
    }
    let mut element = VTag::new(element);
    element.key = Some(Key::from(&*region.key));
    if let Some(class) = class {
        element.add_attribute("class", class);
    }
    add_data_attrs(&mut element, &region.data_attrs);
    if region.role == Role::Warnings {
        element.add_attribute("aria-live", "polite");
    }
    element.add_child(inside);
    element.into()
}

/// Adds `data-*` attributes to an element.
pub(super) fn add_data_attrs(element: &mut VTag, data_attrs: &[DataAttr]) {
    for (name, value) in data_attrs {
        element.add_attribute(name, text(value));
    }
}

/// A statement: Enter on its heading or on a radio goes on, and 1 to 4 choose a description, in the order seen, while
/// the focus is in it. Not a form: a sandbox without `allow-forms` submits none.
///
/// Single keys act only there, so that they cannot surprise a visitor who speaks or types elsewhere (WCAG 2.1.4).
fn statement(
    region: &Region,
    class: &'static str,
    (id, reversed): (&StatementId, bool),
    inside: Html,
    dispatch: &Dispatch,
) -> Html {
    let (dispatch, id) = (dispatch.clone(), id.clone());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(key) = shortcut_key(&event) else { return };
        if let Some(answer) = answer_of_key(&key, reversed) {
            event.prevent_default();
            dispatch.emit(Msg::Answered { statement: id.clone(), answer });
        } else if key == "Enter" && ignores_enter(&event) {
            event.prevent_default();
            dispatch.emit(Msg::NextPressed);
        }
    });
    html! { <div key={&*region.key} {class} {onkeydown}>{ inside }</div> }
}
