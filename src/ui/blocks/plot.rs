//! Marks on lines, one below the other: the dimensions, the principles, two measurements, and values over time.

use yew::prelude::*;

use super::scale::percent;
use super::text;
use crate::app::view::block::{MarkShape, Plot, PlotKind, PlotLine};
use crate::export::outline;
use crate::json::Text;

/// The whole picture; for assistive technology it is its label, and the table below it.
pub(super) fn plot(plot: &Plot) -> Html {
    let class = match plot.kind {
        PlotKind::Profile => "plot",
        PlotKind::Principles => "plot plot--principles",
        PlotKind::Comparison => "plot plot--comparison",
        PlotKind::Trend => "plot plot--trend",
    };
    html! {
        <div key={class} {class} role="img" aria-label={text(&plot.label)}>
            { for plot.ends.iter().map(ends) }
            { for plot.lines.iter().map(line) }
        </div>
    }
}

fn ends([first, last]: &[Text; 2]) -> Html {
    html! {
        <p key="ends" class="plot__ends">
            <span key="first">{ text(first) }</span>
            <span key="last">{ text(last) }</span>
        </p>
    }
}

fn line(line: &PlotLine) -> Html {
    let picture = if line.trend.is_empty() { scale(line) } else { trend(&line.trend) };
    html! {
        <div key={&*line.name} class="plot__line">
            <span key="name" class="plot__name">{ text(&line.name) }</span>
            { for line.ends.iter().map(ends) }
            { picture }
            <span key="description" class="plot__description">{ text(&line.description) }</span>
        </div>
    }
}

fn scale(line: &PlotLine) -> Html {
    // Room at both ends for half a mark.
    let x = |hundredths: u32| percent(hundredths, 85, 100 * line.stops + 15);
    let stop =
        |stop: u32| html! { <circle key={stop} class="plot__stop" cx={x(100 * stop)} cy="50%" r="3" /> };
    let gap = |class: &'static str, from: AttrValue, to: AttrValue| {
        html! { <line key={class} {class} x1={from} x2={to} y1="50%" y2="50%" /> }
    };
    let marks = line.marks.iter().map(|(shape, value)| mark(*shape, x(*value)));
    let between = if let [(_, one), (_, other)] = *line.marks { Some((one, other)) } else { None };
    html! {
        <svg key="scale" class="plot__scale" aria-hidden="true">
            { gap("plot__axis", x(100), x(100 * line.stops)) }
            { for (1..=line.stops).map(stop) }
            { for between.map(|(one, other)| gap("plot__gap", x(one), x(other))) }
            { for marks }
        </svg>
    }
}

/// A mark at a place along a line; a drawing within the drawing, because paths know no percentages.
fn mark(shape: MarkShape, x: AttrValue) -> Html {
    let class = match shape {
        MarkShape::Now => "mark-now",
        MarkShape::Desired => "mark-desired",
        MarkShape::Ambition => "mark-ambition",
        MarkShape::Before => "mark-before",
        // Drawn by the spectrum alone, at its own width.
        MarkShape::Band => return Html::default(),
    };
    html! {
        <svg key={class} {x} y="50%" overflow="visible">
            <path {class} d={outline(shape)} />
        </svg>
    }
}

/// Values over time as a line that breaks where there is none; the last value has a dot.
fn trend(values: &[Option<u32>]) -> Html {
    let steps = u32::try_from(values.len()).unwrap_or(2).saturating_sub(1).max(1);
    let mut path = String::new();
    let mut pen = "M";
    let mut last = None;
    for (at, value) in (0..).zip(values) {
        let Some(value) = value else {
            pen = "M";
            continue;
        };
        // A box of 100 by 30, from 1.00 at the foot to 4.00 at the top.
        let (x, y) = (3 + 94 * at / steps, 28 - 26 * value.clamp(&100, &400).saturating_sub(100) / 300);
        for part in [pen, &x.to_string(), " ", &y.to_string()] {
            path.push_str(part);
        }
        pen = "L";
        last = Some((x.to_string(), y.to_string()));
    }
    html! {
        <svg key="trend" class="plot__trend" viewBox="0 0 100 30" aria-hidden="true">
            <path key="line" d={path} />
            { for last.map(|(cx, cy)| html! { <circle key="last" {cx} {cy} r="3" /> }) }
        </svg>
    }
}
