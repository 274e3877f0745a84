//! The result. Each block stands alone in a screenshot.

use yew::prelude::*;

use crate::app::view::{
    DimensionRow, MoveView, OutcomeView, PrincipleSummary, ResultView, TipGroup, WhyView,
};
use crate::ui::parts::{button, percent, spectrum};
use crate::ui::{Send, sends, text};

/// The page of the result.
pub(crate) fn result_screen(view: &ResultView, send: &Send) -> Html {
    let outcome = view.outcome.as_ref();
    let data = |value: Option<u32>| value.map(|value| value.to_string());
    html! {
        <div class="result" data-result="" data-coverage={view.coverage.to_string()}
            data-score={data(outcome.map(|o| o.score))}
            data-score-low={data(outcome.map(|o| o.band.0))}
            data-score-high={data(outcome.map(|o| o.band.1))}
            data-phase={outcome.map(|o| o.phase.to_string())}
            data-position={outcome.map(|o| text(&o.position))}>
            <div key="head" class="block block--head">
                <h1 key="title" tabindex="-1">{ text(&view.title) }</h1>
                <p key="lead" class="lead">{ text(&view.lead) }</p>
                { for outcome.map(|outcome| spectrum(&outcome.spectrum)) }
                { for outcome.map(facts) }
                <div key="complete" class="actions">
                    { for view.complete.iter().map(|action| button(action, if outcome.is_some() { "secondary" } else { "primary" }, send)) }
                </div>
            </div>
            { for outcome.map(|outcome| why(&outcome.why, send)) }
            { tips(view, send) }
            { dimensions(view) }
            <section key="principles" class="block">
                <h2 key="title">{ text(&view.principles_label) }</h2>
                { for view.principles.iter().map(|p| principle(p, send)) }
                <div key="offers" class="actions">
                    { for view.offers.iter().map(|action| button(action, "secondary", send)) }
                </div>
            </section>
            { quotes(view) }
            <section key="take-along" class="block no-print">
                <h2 key="title">{ text(&view.take_along_label) }</h2>
                <div key="actions" class="actions">
                    { for view.take_along.iter().map(|action| button(action, "secondary", send)) }
                </div>
            </section>
            <p key="disclaimer" class="disclaimer">{ text(&view.disclaimer) }</p>
            <div key="ways" class="ways no-print">{ button(&view.back, "quiet", send) }</div>
        </div>
    }
}

fn facts(outcome: &OutcomeView) -> Html {
    let facts = outcome.facts.iter().map(|fact| {
        html! {
            <div key={&*fact.name} class="fact">
                <dt key="name">{ text(&fact.name) }</dt>
                <dd key="text">{ text(&fact.text) }</dd>
            </div>
        }
    });
    html! { <dl key="facts" class="facts">{ for facts }</dl> }
}

fn why(why: &WhyView, send: &Send) -> Html {
    let step = |step: &MoveView| {
        html! {
            <li key={step.statement.as_str().to_owned()} class="move" data-move={step.statement.as_str().to_owned()}>
                <button key="name" type="button" class="move__name" data-action="open-statement"
                    onclick={sends(send, &step.msg)}>{ text(&step.name) }</button>
                <span key="from" class="move__from">{ text(&step.from) }</span>
                <span key="becomes" class="move__becomes">{ text(&step.becomes) }</span>
                <span key="to" class="move__to">{ text(&step.to) }</span>
            </li>
        }
    };
    html! {
        <section key="why" class="block" data-why="">
            <h2 key="title">{ text(&why.title) }</h2>
            { for why.reasons.iter().enumerate().map(|(at, reason)| html! { <p key={at}>{ text(reason) }</p> }) }
            if !why.moves.is_empty() {
                <p key="moves-label"><strong>{ text(&why.moves_label) }</strong></p>
                <ul key="moves" class="moves">{ for why.moves.iter().map(step) }</ul>
            }
            { for why.not_asked.iter().map(|note| html! { <p key="not-asked" class="hint">{ text(note) }</p> }) }
        </section>
    }
}

fn dimensions(view: &ResultView) -> Html {
    let heads =
        view.columns.iter().map(|column| html! { <th key={&**column} scope="col">{ text(column) }</th> });
    html! {
        <section key="dimensions" class="block">
            <h2 key="title" id="dimensions-title">{ text(&view.dimensions_label) }</h2>
            <table key="table" class="dimensions" aria-labelledby="dimensions-title">
                <thead key="head"><tr>{ for heads }</tr></thead>
                <tbody key="body">{ for view.dimensions.iter().map(dimension) }</tbody>
            </table>
        </section>
    }
}

fn dimension(row: &DimensionRow) -> Html {
    let x = |hundredths: u32| percent(hundredths, 80, 420);
    let now = row.value.map(x);
    let ambition = row.ambition.map(|phase| x(100 * u32::from(phase.number())));
    let gap = now.clone().zip(ambition.clone());
    html! {
        <tr key={row.id.as_str().to_owned()} data-dimension={row.id.as_str().to_owned()}
            data-value={row.value_data.as_ref().map(text)} data-ambition={row.ambition.map(|phase| phase.to_string())}>
            <th key="name" scope="row">
                <span key="name" class="dimensions__name">{ text(&row.name) }</span>
                <svg key="plot" class="dot-plot" aria-hidden="true">
                    <line key="axis" class="dot-plot__axis" x1="0%" x2="100%" y1="50%" y2="50%" />
                    { for (1..=4).map(|n| html! { <line key={n} class="dot-plot__tick" x1={x(100 * n)} x2={x(100 * n)} y1="30%" y2="70%" /> }) }
                    { for gap.iter().map(|(a, b)| html! { <line key="gap" class="dot-plot__gap" x1={a.clone()} x2={b.clone()} y1="50%" y2="50%" /> }) }
                    { for ambition.iter().map(|x| html! { <circle key="ambition" class="mark-ambition" cx={x.clone()} cy="50%" r="8" /> }) }
                    { for now.iter().map(|x| html! { <circle key="now" class="mark-now" cx={x.clone()} cy="50%" r="6" /> }) }
                </svg>
            </th>
            <td key="now">{ text(&row.value_text) }</td>
            <td key="ambition">{ text(&row.ambition_text) }</td>
            <td key="rated">{ text(&row.rated) }</td>
        </tr>
    }
}

fn tips(view: &ResultView, send: &Send) -> Html {
    html! {
        <section key="tips" class="block" data-tips="">
            <h2 key="title">{ text(&view.tips_label) }</h2>
            <p key="intro">{ text(&view.tips_intro) }</p>
            <div key="groups" class="tip-groups">{ for view.tips.iter().map(tip_group) }</div>
            { for view.tips_toggle.iter().map(|action| button(action, "secondary", send)) }
        </section>
    }
}

fn tip_group(group: &TipGroup) -> Html {
    let tips = group.tips.iter().map(|tip| {
        html! {
            <li key={tip.id.as_str().to_owned()} class="tip" data-tip={tip.id.as_str().to_owned()}>
                <p key="text" class="tip__text">{ text(&tip.text) }</p>
                <p key="source" class="source">{ text(&tip.source) }</p>
            </li>
        }
    });
    html! {
        <section key={&*group.key} class="tip-group">
            <h3 key="name" class="tip-group__name">{ text(&group.name) }</h3>
            <p key="step" class="tip-group__step">{ text(&group.step) }</p>
            <ul key="tips" class="tips">{ for tips }</ul>
        </section>
    }
}

fn principle(summary: &PrincipleSummary, send: &Send) -> Html {
    html! {
        <div key={&*summary.key} class="principle" data-principle={summary.key.to_string()}>
            <h3 key="name">
                <button type="button" class="move__name" data-action="open-principle" onclick={sends(send, &summary.msg)}>
                    { text(&summary.name) }
                </button>
            </h3>
            <dl key="marks" class="facts">
                { for [("now", &summary.now), ("desired", &summary.desired)].map(|(key, fact)| html! {
                    <div {key} class="fact"><dt key="name">{ text(&fact.name) }</dt><dd key="text">{ text(&fact.text) }</dd></div>
                }) }
            </dl>
            { for summary.reading.iter().map(|reading| html! { <p key="reading">{ text(reading) }</p> }) }
        </div>
    }
}

fn quotes(view: &ResultView) -> Html {
    let quotes = view.quotes.iter().map(|quote| {
        html! {
            <div key={&*quote.key} class="quote">
                <dt key="about">{ text(&quote.about) }</dt>
                <dd key="text" class="quote__text">{ text(&quote.text) }</dd>
            </div>
        }
    });
    html! {
        <section key="quotes" class="block" hidden={view.quotes.is_empty()}>
            <h2 key="title">{ text(&view.quotes_label) }</h2>
            <dl key="list">{ for quotes }</dl>
        </section>
    }
}
