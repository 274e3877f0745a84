//! Numbers and words in rows: a real table, there for assistive technology also when it is not seen.

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag};

use super::{text, words};
use crate::app::view::block::{Table, TableRow};

/// The table.
pub(super) fn table(table: &Table) -> Html {
    let heads = table.heads.iter().map(|head| html! { <th key={&**head} scope="col">{ words(head) }</th> });
    let class = if table.shown { "table-frame" } else { "table-frame visually-hidden" };
    // A wide table scrolls within its frame on a narrow screen, also by keyboard.
    let (role, tabindex) = (table.shown.then_some("group"), table.shown.then_some("0"));
    let name = table.shown.then(|| text(&table.label));
    html! {
        <div key={["table-", table.key].concat()} {class} data-table={table.key} {role} {tabindex} aria-label={name}>
            <table class="table" aria-label={text(&table.label)}>
                <thead key="head"><tr>{ for heads }</tr></thead>
                <tbody key="body">{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn row(row: &TableRow) -> Html {
    let mut element = VTag::new("tr");
    super::region::add_data_attrs(&mut element, &row.data_attrs);
    for (at, cell) in row.cells.iter().enumerate() {
        if at == 0 {
            element.key = Some(Key::from(&**cell));
            element.add_child(html! { <th key={at} scope="row">{ words(cell) }</th> });
        } else {
            element.add_child(html! { <td key={at}>{ words(cell) }</td> });
        }
    }
    element.into()
}
