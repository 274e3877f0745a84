//! The QR code.

use yew::prelude::*;

use super::text;
use crate::app::view::block::Qr;

/// The empty border, in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// Dark on light in every theme: cameras read nothing else.
pub(super) fn qr(qr: &Qr) -> Html {
    let size = (qr.modules.len() + 2 * QUIET_ZONE).to_string();
    html! {
        <svg key="qr" class="qr" role="img" aria-label={text(&qr.label)} viewBox={["0 0 ", &size, " ", &size].concat()}>
            <rect key="light" width="100%" height="100%" fill="#fff" />
            <path key="dark" d={bars(&qr.modules)} fill="#000" shape-rendering="crispEdges" />
        </svg>
    }
}

/// The dark modules as a path. Neighbours in a row become one bar: a third of the path, and no seams between them.
fn bars(modules: &[Vec<bool>]) -> String {
    let mut path = String::with_capacity(4096);
    for (y, row) in modules.iter().enumerate() {
        let mut x = 0;
        for bar in row.chunk_by(|module, next| module == next) {
            if bar.first() == Some(&true) {
                let (left, top) = ((x + QUIET_ZONE).to_string(), (y + QUIET_ZONE).to_string());
                let width = bar.len().to_string();
                for part in ["M", &left, " ", &top, "h", &width, "v1h-", &width, "z"] {
                    path.push_str(part);
                }
            }
            x += bar.len();
        }
    }
    path
}
