//! Reflection questions, each with the field that fits.

use yew::prelude::*;

use crate::app::Msg;
use crate::app::view::{FieldView, QuestionView, ReflectionView, RowView};
use crate::domain::{Choice, QuestionId};
use crate::json::Text;
use crate::platform::event::typed;
use crate::ui::parts::button;
use crate::ui::{Send, text};

/// The page of reflection questions.
pub(crate) fn reflection_screen(view: &ReflectionView, send: &Send) -> Html {
    html! {
        <>
            <div key="ways" class="ways">{ button(&view.back, "quiet", send) }</div>
            <h1 key="title" tabindex="-1">{ text(&view.title) }</h1>
            <p key="intro" class="lead">{ text(&view.intro) }</p>
            <div key="questions" class="questions">
                { for view.questions.iter().map(|q| question(q, send)) }
            </div>
            <div key="more" class="actions">
                { for view.more.iter().map(|more| button(more, "secondary", send)) }
            </div>
            <div key="onward" class="onward">
                { button(&view.next, "primary", send) }
            </div>
        </>
    }
}

fn question(question: &QuestionView, send: &Send) -> Html {
    let id = question.id.as_str();
    let about = html! {
        <>
            <span key="theme" class="question__theme">{ text(&question.theme) }</span>
            <span key="text" class="question__text">{ text(&question.text) }</span>
        </>
    };
    let fields = match &question.field {
        FieldView::Open { text: words } => html! {
            <>
                <label key="label" class="question__label" for={id.to_owned()}>{ about }</label>
                { words_field(&question.id, id.to_owned(), words, send) }
            </>
        },
        FieldView::Grade { grade, lowest, highest } => html! {
            <fieldset key="grade" class="grade">
                <legend key="legend" class="question__label">{ about }</legend>
                <p key="ends" class="hint">{ "1 = " }{ text(lowest) }{ ", 10 = " }{ text(highest) }</p>
                <div key="grades" class="grade__choices">{ for (1..=10).map(|n| grade_choice(&question.id, n, *grade, send)) }</div>
            </fieldset>
        },
        FieldView::Choice { labels, choice, text: words, text_label } => html! {
            <fieldset key="choice" class="group">
                <legend key="legend" class="question__label">{ about }</legend>
                <div key="choices" class="small-choices">
                    { for Choice::ALL.into_iter().zip(labels).map(|(value, label)| {
                        let msg = Msg::ChoiceMade { question: question.id.clone(), choice: Some(value) };
                        small_choice(id.to_owned(), value, label, *choice == Some(value), msg, send)
                    }) }
                </div>
                { for words.iter().map(|words| {
                    let field = ["words-", id].concat();
                    html! {
                        <div key="words">
                            <label key="label" for={field.clone()}>{ text(text_label) }</label>
                            { words_field(&question.id, field, words, send) }
                        </div>
                    }
                }) }
            </fieldset>
        },
        FieldView::Checklist { labels, rows } => html! {
            <fieldset key="checklist" class="group">
                <legend key="legend" class="question__label">{ about }</legend>
                { for rows.iter().map(|r| row(&question.id, r, labels, send)) }
            </fieldset>
        },
    };
    html! { <section key={id.to_owned()} class="question" data-question={id.to_owned()}>{ fields }</section> }
}

fn words_field(question: &QuestionId, id: String, words: &Text, send: &Send) -> Html {
    let oninput = {
        let (send, question) = (send.clone(), question.clone());
        Callback::from(move |event: InputEvent| {
            send.emit(Msg::ReflectionTyped { question: question.clone(), text: typed(&event) });
        })
    };
    html! { <textarea key="field" name={id.clone()} {id} class="field" rows="3" value={text(words)} {oninput} /> }
}

fn grade_choice(question: &QuestionId, grade: u8, given: Option<u8>, send: &Send) -> Html {
    let msg = Msg::GradeGiven { question: question.clone(), grade: Some(grade) };
    let send = send.clone();
    let onchange = Callback::from(move |_: Event| send.emit(msg.clone()));
    html! {
        <label key={grade} class="grade__choice">
            <input key="radio" type="radio" name={question.as_str().to_owned()} value={grade.to_string()}
                checked={given == Some(grade)} {onchange} />
            <span key="label">{ grade }</span>
        </label>
    }
}

fn small_choice(name: String, value: Choice, label: &Text, checked: bool, msg: Msg, send: &Send) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |_: Event| send.emit(msg.clone()));
    html! {
        <label key={value.value()} class="small-choice">
            <input key="radio" type="radio" {name} value={value.value()} {checked} {onchange} />
            <span key="label">{ text(label) }</span>
        </label>
    }
}

fn row(question: &QuestionId, row: &RowView, labels: &[Text], send: &Send) -> Html {
    let choices = Choice::ALL.into_iter().zip(labels).map(|(choice, label)| {
        let msg = Msg::RowAnswered { question: question.clone(), row: row.id.clone(), choice };
        let name = [question.as_str(), "-", row.id.as_str()].concat();
        small_choice(name, choice, label, row.choice == Some(choice), msg, send)
    });
    html! {
        <fieldset key={row.id.as_str().to_owned()} class="row">
            <legend key="legend" class="row__text">{ text(&row.text) }</legend>
            <div key="choices" class="small-choices">{ for choices }</div>
        </fieldset>
    }
}
