//! Links that open in a new tab.

use yew::prelude::*;

use super::text;
use crate::app::view::block::Link;

/// The link, as a paragraph.
pub(in crate::ui) fn link(link: &Link) -> Html {
    html! {
        <p key={link.name} class="link">
            <a data-action={link.name} href={text(&link.address)} target="_blank" rel="noopener">{ text(&link.label) }</a>
        </p>
    }
}
