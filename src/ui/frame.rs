//! What surrounds every screen: header, steps, notices, questions, and the truth about saving.

use yew::prelude::*;

use super::parts::{ask_panel, button, saving_line, step_bar};
use super::screens::{
    ambition_screen, overview_screen, principle_screen, reflection_screen, result_screen, resume_screen,
    start_screen, statement_screen,
};
use super::{Send, sends, text};
use crate::app::Msg;
use crate::app::view::{Header, NoticeView, Page, View};

/// The page of this view; what a person does goes out as messages.
pub fn frame(view: &View, send: &Send) -> Html {
    let has_content = view.saving.is_some();
    if !has_content {
        return html! { <main id="main" data-screen={view.screen} /> };
    }
    html! {
        <>
            <div class="frame" key="frame">
                <a key="skip" class="skip-link" href="#main">{ text(&view.header.skip) }</a>
                { header(&view.header, send) }
                { for view.steps.iter().map(|steps| step_bar(steps, send)) }
                <p key="status" class="visually-hidden" role="status" data-status="">{ text(&view.status) }</p>
                <div key="notices" class="notices" role="status">{ for view.notice.iter().map(|n| notice(n, send)) }</div>
                <main key="main" id="main" class="main" data-screen={view.screen}>
                    <div key="ask">
                        { for view.ask.iter().map(|ask| ask_panel(ask, send)) }
                    </div>
                    <div key={&*view.key} class="page">{ page(&view.page, send) }</div>
                </main>
                <footer key="footer" class="footer">
                    { for view.saving.iter().map(|saving| saving_line(saving, send)) }
                </footer>
            </div>
        </>
    }
}

fn header(header: &Header, send: &Send) -> Html {
    let languages = header.languages.iter().map(|option| {
        let code = option.language.code();
        html! {
            <button key={code} type="button" class="language" lang={code} data-action={["language-", code].concat()}
                aria-pressed={option.current.to_string()} onclick={sends(send, &Msg::LanguageChosen(option.language))}>
                <span class="language__code" aria-hidden="true" key="code">{ code.to_uppercase() }</span>
                <span class="visually-hidden" key="name">{ option.language.own_name() }</span>
            </button>
        }
    });
    html! {
        <header key="header" class="header">
            <p key="brand" class="brand">
                <svg key="mark" class="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
                    <path key="band" class="brand__band" d="M2 14 30 5V27L2 18Z" />
                    <path key="needle" class="brand__needle" d="M16 3 19 16 16 29 13 16Z" />
                </svg>
                <span key="name">{ text(&header.brand) }</span>
            </p>
            <div key="languages" class="languages" role="group" aria-label={text(&header.languages_label)}>
                { for languages }
            </div>
        </header>
    }
}

fn notice(notice: &NoticeView, send: &Send) -> Html {
    let class = if notice.is_error { "notice notice--error" } else { "notice" };
    html! {
        <div key="notice" {class} data-notice="">
            <p key="text" class="notice__text">{ text(&notice.text) }</p>
            { for notice.copy.iter().map(|copy| html! {
                <textarea key="copy" class="notice__copy" readonly=true aria-label={text(&notice.text)}
                    value={text(copy)} />
            }) }
            { button(&notice.close, "quiet", send) }
        </div>
    }
}

fn page(page: &Page, send: &Send) -> Html {
    match page {
        Page::Loading(label) => html! {
            <div key="loading" class="loading"><h1 tabindex="-1" key="title">{ text(label) }</h1></div>
        },
        Page::Failed { title, text: what, retry } => html! {
            <div key="failed" class="failed">
                <h1 tabindex="-1" key="title">{ text(title) }</h1>
                <p key="what">{ text(what) }</p>
                <button key="retry" type="button" class="button" data-action="retry"
                    onclick={sends(send, &Msg::RetryPressed)}>{ text(retry) }</button>
            </div>
        },
        Page::Start(view) => start_screen(view, send),
        Page::Resume(view) => resume_screen(view, send),
        Page::Statement(view) => statement_screen(view, send),
        Page::Overview(view) => overview_screen(view, send),
        Page::Ambition(view) => ambition_screen(view, send),
        Page::Principle(view) => principle_screen(view, send),
        Page::Reflection(view) => reflection_screen(view, send),
        Page::Result(view) => result_screen(view, send),
    }
}
