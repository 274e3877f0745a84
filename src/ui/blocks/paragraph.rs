//! Paragraphs.

use yew::prelude::*;

use super::text;
use crate::app::view::block::TextStyle;
use crate::json::Text;

/// A paragraph of this style.
pub(super) fn paragraph(index: usize, style: TextStyle, words: &Text) -> Html {
    let class = match style {
        TextStyle::Body => "paragraph",
        TextStyle::Lead => "lead",
        TextStyle::Hint => "hint",
        TextStyle::Source => "source",
        TextStyle::Strong => "strong",
        TextStyle::Eyebrow => "eyebrow",
        TextStyle::Status => "status",
        TextStyle::Quote => "quote",
    };
    let role = (style == TextStyle::Status).then_some("status");
    html! { <p key={index} {class} {role}>{ text(words) }</p> }
}
