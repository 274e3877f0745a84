//! Terms with their descriptions.

use yew::prelude::*;

use super::text;
use crate::app::view::block::Definition;

/// The definition list.
pub(super) fn definitions(index: usize, definitions: &[Definition]) -> Html {
    html! { <dl key={index} class="definitions">{ for definitions.iter().map(definition) }</dl> }
}

fn definition(definition: &Definition) -> Html {
    html! {
        <div key={&*definition.term} class="definition">
            <dt key="term">{ text(&definition.term) }</dt>
            <dd key="description">{ text(&definition.description) }</dd>
        </div>
    }
}
