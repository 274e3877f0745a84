//! One statement: four descriptions as large cards, quieter answers below them, a note, and onward.

use yew::prelude::*;

use crate::app::Msg;
use crate::app::view::{OptionView, StatementView};
use crate::domain::StatementId;
use crate::platform::event::{free_key, is_on_heading, typed};
use crate::ui::parts::{button, submit_button};
use crate::ui::{Send, text};

/// The page of one statement.
pub(crate) fn statement_screen(view: &StatementView, send: &Send) -> Html {
    html! {
        <>
            <div key="ways" class="ways">
                { for view.back.iter().map(|back| button(back, "quiet", send)) }
                { button(&view.overview, "quiet", send) }
            </div>
            { statement_form(view, true, send) }
        </>
    }
}

/// The form of a statement; its question is the page's `h1` unless something stands above it.
pub(super) fn statement_form(view: &StatementView, is_page: bool, send: &Send) -> Html {
    let onsubmit = {
        let send = send.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(Msg::NextPressed);
        })
    };
    let hint = view.skip_hint.as_ref();
    let describedby = hint.map(|_| "skip-hint");
    let question = if is_page {
        html! { <h1 key="ask" class="statement__ask" tabindex="-1">{ text(&view.ask) }</h1> }
    } else {
        html! { <h2 key="ask" class="statement__ask">{ text(&view.ask) }</h2> }
    };
    html! {
        <form key="form" class="statement" {onsubmit} onkeydown={keys(view, send)}>
            <div key="place" class="statement__place">
                <p key="number" class="statement__number" data-progress="">{ text(&view.number) }</p>
                <progress key="bar" class="statement__bar" max={view.count.to_string()} value={view.place.to_string()}
                    aria-hidden="true" />
            </div>
            <fieldset key="choices" class="choices" aria-describedby={describedby}>
                <legend key="legend" class="choices__legend">
                    <span key="dimension" class="statement__dimension">{ text(&view.dimension) }</span>
                    { question }
                </legend>
                { for view.perception.iter().map(|remark| html! { <p key="perception" class="hint">{ text(remark) }</p> }) }
                <div key="options" class="choices__options">
                    { for view.options.iter().map(|option| card(&view.id, option, send)) }
                </div>
            </fieldset>
            { note(view, send) }
            <div key="onward" class="onward">
                <p key="hint" id="skip-hint" class="onward__hint" role="status">{ for hint.map(text) }</p>
                { submit_button(&view.next) }
            </div>
        </form>
    }
}

/// An answer: the whole card is the label of its radio.
fn card(statement: &StatementId, option: &OptionView, send: &Send) -> Html {
    let (answer, value) = (option.answer, option.answer.value());
    let msg = Msg::Answered { statement: statement.clone(), answer };
    let onchange = {
        let send = send.clone();
        Callback::from(move |_: Event| send.emit(msg.clone()))
    };
    let class = if answer.rated().is_some() { "card" } else { "card card--quiet" };
    html! {
        <label key={value} {class}>
            <input key="radio" class="card__radio" type="radio" name={statement.as_str().to_owned()} {value}
                checked={option.checked} {onchange} />
            <span key="label" class="card__label">{ text(&option.label) }</span>
        </label>
    }
}

fn note(view: &StatementView, send: &Send) -> Html {
    let oninput = {
        let (send, statement) = (send.clone(), view.id.clone());
        Callback::from(move |event: InputEvent| {
            send.emit(Msg::NoteTyped { statement: statement.clone(), text: typed(&event) });
        })
    };
    let id = ["note-", view.id.as_str()].concat();
    html! {
        <details key="note" class="note" open={!view.note.is_empty()}>
            <summary key="summary" class="note__summary">{ text(&view.note_label) }</summary>
            <label key="label" class="visually-hidden" for={id.clone()}>{ text(&view.note_label) }</label>
            <textarea key="field" {id} class="field" name={["note-", view.id.as_str()].concat()} rows="3"
                value={text(&view.note)} {oninput} />
        </details>
    }
}

/// 1 to 4 choose a description, and Enter on the heading goes on, while the focus is in the form.
///
/// Single keys act only there, so that they cannot surprise who speaks or types elsewhere (WCAG 2.1.4).
fn keys(view: &StatementView, send: &Send) -> Callback<KeyboardEvent> {
    let (send, statement) = (send.clone(), view.id.clone());
    let rated: Vec<_> =
        view.options.iter().map(|o| o.answer).filter(|answer| answer.rated().is_some()).collect();
    Callback::from(move |event: KeyboardEvent| {
        let Some(key) = free_key(&event) else { return };
        if let Some(answer) = rated.iter().find(|answer| answer.value() == key) {
            event.prevent_default();
            send.emit(Msg::Answered { statement: statement.clone(), answer: *answer });
        } else if key == "Enter" && is_on_heading(&event) {
            event.prevent_default();
            send.emit(Msg::NextPressed);
        }
    })
}
