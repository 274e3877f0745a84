//! The meaning of the marks of a figure.

use yew::prelude::*;

use super::words;
use crate::app::view::block::MarkShape;
use crate::json::Text;

/// The legend. Hidden from assistive technology, which reads the table of the picture.
pub(super) fn legend(index: usize, legend: &[(MarkShape, Text)]) -> Html {
    let item = |(shape, name): &(MarkShape, Text)| {
        let class = match shape {
            MarkShape::Now => "swatch swatch--now",
            MarkShape::Desired => "swatch swatch--desired",
            MarkShape::Ambition => "swatch swatch--ambition",
            MarkShape::Band => "swatch swatch--band",
            MarkShape::Before => "swatch swatch--before",
        };
        html! { <li key={shape.name()} {class}>{ words(name) }</li> }
    };
    html! { <ul key={index} class="legend" aria-hidden="true">{ for legend.iter().map(item) }</ul> }
}
