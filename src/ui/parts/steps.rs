//! The steps of the scan: a bar on a wide screen, one line that opens on a phone.

use yew::prelude::*;

use crate::app::Msg;
use crate::app::view::StepsView;
use crate::ui::{Send, sends, text};

/// The step bar.
pub(crate) fn step_bar(steps: &StepsView, send: &Send) -> Html {
    let items = steps.items.iter().map(|step| {
        let current = step.current.then_some("step");
        html! {
            <li key={step.key} class="step" data-complete={step.complete.then_some("")}>
                <button type="button" class="step__button" data-action={["step-", step.key].concat()}
                    aria-current={current} onclick={sends(send, &step.msg)}>
                    <span key="name" class="step__name">{ text(&step.name) }</span>
                    <span key="done" class="step__done">{ text(&step.done) }</span>
                </button>
            </li>
        }
    });
    html! {
        <nav key="steps" class="steps" aria-label={text(&steps.label)}>
            <button key="summary" type="button" class="steps__summary" data-action="steps"
                aria-expanded={if steps.open { "true" } else { "false" }} onclick={sends(send, &Msg::StepsToggled)}>
                { text(&steps.label) }
            </button>
            <ol key="list" class="steps__list" data-open={steps.open.then_some("")}>{ for items }</ol>
        </nav>
    }
}
