//! The dimensions in numbers: a real table, with a line of dots under each name.

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag};

use super::text;
use super::track::percent;
use crate::app::view::block::{DimensionRow, Dimensions};

/// The table.
pub(super) fn dimensions(table: &Dimensions) -> Html {
    let heads = table.heads.iter().map(|head| html! { <th key={&**head} scope="col">{ text(head) }</th> });
    html! {
        <table key="table" class="dimensions" aria-label={text(&table.label)}>
            <thead key="head"><tr>{ for heads }</tr></thead>
            <tbody key="body">{ for table.rows.iter().map(row) }</tbody>
        </table>
    }
}

fn row(row: &DimensionRow) -> Html {
    let mut element = VTag::new("tr");
    let [name, values @ ..] = &row.cells;
    element.key = Some(Key::from(&**name));
    super::region::add_hooks(&mut element, &row.hooks);
    element.add_child(html! {
        <th key="name" scope="row">
            <span key="name" class="dimensions__name">{ text(name) }</span>
            { dots(row) }
        </th>
    });
    for (at, value) in values.iter().enumerate() {
        element.add_child(html! { <td key={at}>{ text(value) }</td> });
    }
    element.into()
}

fn dots(row: &DimensionRow) -> Html {
    let x = |hundredths: u32| percent(hundredths, 80, 420);
    let now = row.value.map(x);
    let ambition = row.ambition.map(|phase| x(100 * u32::from(phase.number())));
    let gap = now.clone().zip(ambition.clone());
    let line = |key: &'static str, from: AttrValue, to: AttrValue| {
        html! { <line {key} class={key} x1={from} x2={to} y1="50%" y2="50%" /> }
    };
    html! {
        <svg key="dots" class="dots" aria-hidden="true">
            { line("dots-axis", "0%".into(), "100%".into()) }
            { for (1..=4).map(|n| html! { <circle key={n} class="dots-tick" cx={x(100 * n)} cy="50%" r="2" /> }) }
            { for gap.map(|(from, to)| line("dots-gap", from, to)) }
            { for ambition.map(|x| html! { <circle key="ambition" class="mark-ambition" cx={x} cy="50%" r="8" /> }) }
            { for now.map(|x| html! { <circle key="now" class="mark-now" cx={x} cy="50%" r="6" /> }) }
        </svg>
    }
}
