//! The QR code.

use yew::prelude::*;

use super::text;
use crate::app::view::block::Qr;

/// Dark on light in every theme: cameras read nothing else.
pub(super) fn qr(qr: &Qr) -> Html {
    let size = qr.size.to_string();
    html! {
        <svg key="qr" class="qr" role="img" aria-label={text(&qr.label)} viewBox={["0 0 ", &size, " ", &size].concat()}>
            <rect key="light" width="100%" height="100%" fill="#fff" />
            <path key="dark" d={text(&qr.path)} fill="#000" shape-rendering="crispEdges" />
        </svg>
    }
}
