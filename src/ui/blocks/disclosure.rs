//! Disclosures.

use yew::prelude::*;

use super::{Dispatch, all, screen_reader_suffix, text, words};
use crate::app::view::block::{Disclosure, DisclosureKind};

/// The disclosure; the browser opens and closes it.
pub(super) fn disclosure(disclosure: &Disclosure, dispatch: &Dispatch) -> Html {
    let class = match disclosure.kind {
        DisclosureKind::Settings => "disclosure disclosure--settings",
        DisclosureKind::Phases => "disclosure disclosure--phases",
        DisclosureKind::WhatIf
        | DisclosureKind::Computed
        | DisclosureKind::Characteristics
        | DisclosureKind::Example => "disclosure disclosure--aside",
        DisclosureKind::Note | DisclosureKind::Themes => "disclosure",
    };
    html! {
        <details key={&*disclosure.key} {class} open={disclosure.open} data-fold={text(&disclosure.key)}>
            <summary key="label">
                { words(&disclosure.label) }{ screen_reader_suffix(disclosure.screen_reader_suffix.as_ref()) }
            </summary>
            <div key="content" class="disclosure__content">{ all(&disclosure.blocks, dispatch) }</div>
        </details>
    }
}
