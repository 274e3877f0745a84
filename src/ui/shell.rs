//! The shell around every page: header, steps and the save status.

use yew::prelude::*;

use super::blocks::{self, button};
use super::notice::{ask, notice};
use super::{Dispatch, on, text};
use crate::app::Msg;
use crate::app::view::block::ButtonStyle;
use crate::app::view::{Header, Page, SavingLine, Shell, StepsView, View};
use crate::platform::event::read_file;

/// The page of this view; what a person does goes out as messages.
pub fn page(view: &View, dispatch: &Dispatch) -> Html {
    let (Page::Blocks(blocks), Some(shell)) = (&view.page, &view.shell) else {
        return html! { <main id="main" data-screen={view.screen} /> };
    };
    let Shell { header: top, steps, notice: told, ask: asked, saving: kept } = shell;
    html! {
        <div class="shell">
            <a key="skip" class="skip-link" href="#main">{ text(&top.skip) }</a>
            { header(top, dispatch) }
            { step_bar(steps, dispatch) }
            <p key="status" class="visually-hidden" role="status" data-status="">{ text(&view.status) }</p>
            <div key="notices" class="notices" role="status">{ for told.iter().map(|told| notice(told, dispatch)) }</div>
            <main key="main" id="main" class="main" data-screen={view.screen}>
                <div key="ask">{ for asked.iter().map(|asked| ask(asked, dispatch)) }</div>
                <div key={&*view.key} class="page">{ blocks::all(blocks, dispatch) }</div>
            </main>
            <footer key="footer" class="footer">{ saving(kept, dispatch) }</footer>
        </div>
    }
}

fn header(header: &Header, dispatch: &Dispatch) -> Html {
    let language = |option: &crate::app::view::LanguageOption| {
        let code = option.language.code();
        html! {
            <button key={code} type="button" class="language" lang={code} data-action={["language-", code].concat()}
                aria-pressed={if option.current { "true" } else { "false" }}
                onclick={on(dispatch, &Msg::LanguageChosen(option.language))}>
                <span aria-hidden="true" key="code">{ code }</span>
                <span class="visually-hidden" key="name">{ option.language.own_name() }</span>
            </button>
        }
    };
    let mark = if let Some(logo) = &header.logo {
        // The name stands beside it.
        html! { <img key="logo" class="brand__logo" alt="" src={text(logo)} onerror={on(dispatch, &Msg::LogoFailed)} /> }
    } else {
        html! {
            <svg key="mark" class="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
                <path key="band" class="brand__band" d="M2 14 30 5V27L2 18Z" />
                <path key="needle" class="brand__needle" d="M16 3 19 16 16 29 13 16Z" />
            </svg>
        }
    };
    html! {
        <header key="header" class="header">
            <p key="brand" class="brand">
                { mark }
                <span key="name">{ text(&header.brand) }</span>
            </p>
            <div key="languages" class="languages" role="group" aria-label={text(&header.languages_label)}>
                { for header.languages.iter().map(language) }
            </div>
        </header>
    }
}

/// A bar on a wide screen, one line that opens on a phone.
fn step_bar(steps: &StepsView, dispatch: &Dispatch) -> Html {
    let step = |step: &crate::app::view::StepItem| {
        html! {
            <li key={step.section.name()} class="step" data-complete={step.complete.then_some("")}>
                <button type="button" class="step__button" data-action={["step-", step.section.name()].concat()}
                    aria-current={step.current.then_some("step")} onclick={on(dispatch, &step.msg)}>
                    <span key="name">{ text(&step.name) }</span>{ " " }
                    <span key="done" class="step__done">{ text(&step.done) }</span>
                </button>
            </li>
        }
    };
    html! {
        <nav key="steps" class="steps" aria-label={text(&steps.label)}>
            <button key="summary" type="button" class="steps__summary" data-action="steps"
                aria-expanded={if steps.open { "true" } else { "false" }} onclick={on(dispatch, &Msg::StepsToggled)}>
                { text(&steps.label) }
            </button>
            <ol key="list" class="steps__list" data-open={steps.open.then_some("")}>{ for steps.items.iter().map(step) }</ol>
        </nav>
    }
}

fn saving(saving: &SavingLine, dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| read_file(&event, &dispatch))
    };
    let class = if saving.is_warning { "saving saving--warning" } else { "saving" };
    let state = if saving.is_warning { "not-kept" } else { "kept" };
    html! {
        <section {class} data-saving={state} aria-labelledby="saving-title">
            <h2 key="title" id="saving-title" class="saving__title">{ text(&saving.title) }</h2>
            <p key="text" class="saving__text">{ text(&saving.text) }</p>
            <div key="actions" class="buttons">
                { for saving.actions.iter().map(|action| button(action, ButtonStyle::Quiet, dispatch)) }
                <label key="import" class="button button--quiet file-button">
                    <input key="field" class="file-button__field overlay-input" type="file" accept="application/json,.json"
                        data-action="import" {onchange} />
                    <span key="label">{ text(&saving.import_label) }</span>
                </label>
                { button(&saving.erase, ButtonStyle::Quiet, dispatch) }
            </div>
            { for saving.contact.iter().map(blocks::link) }
            <p key="about">{ text(&saving.about) }{ " " }{ text(&saving.sources) }</p>
        </section>
    }
}
