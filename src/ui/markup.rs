//! Pages as text, rendered without a browser: for the prerendered start, the gallery and the tests.

use yew::prelude::*;

use super::page;
use crate::app::view::View;

#[derive(PartialEq, Properties)]
struct Props {
    view: View,
}

#[component]
fn Painted(props: &Props) -> Html {
    page(&props.view, &Callback::noop())
}

/// The markup of this view, the same that the program paints. Not for hydration: the program takes over by painting
/// anew (docs/decisions/0011-prerendered-start-page.md), because what is stored always differs from what was rendered.
pub async fn markup(view: View) -> String {
    yew::LocalServerRenderer::<Painted>::with_props(Props { view }).hydratable(false).render().await
}
