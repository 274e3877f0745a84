//! The record as a file: what is stored, with the result beside it (docs/product.md#the-record).

use super::Download;
use crate::app::Model;
use crate::app::evaluation::FIRST_DIMENSIONS;
use crate::json::{Fields, Text, Value};
use crate::record;

/// The exported record as JSON text.
pub fn exported(model: &Model) -> String {
    let mut fields = record::write(model.displayed_record());
    if let Some(result) = result(model) {
        fields.push(("result".into(), result));
    }
    Value::Object(fields).to_string()
}

/// The exported record as a file, named after the day the scan began.
pub(crate) fn file(model: &Model) -> Download {
    Download { name: file_name(model, ".json"), media_type: "application/json", text: exported(model) }
}

/// The name of a file about the scan that is shown.
pub(crate) fn file_name(model: &Model, ending: &str) -> String {
    let day: String = model.displayed_record().stamp.started_at.chars().take(10).collect();
    let between = if day.is_empty() { "" } else { "-" };
    ["flexkompas", between, &day, ending].concat()
}

pub(crate) fn result(model: &Model) -> Option<Value> {
    let start = model.start.ready()?;
    let evaluation = model.evaluation()?;
    let assessment = &evaluation.assessment;
    let mut fields: Fields = Vec::new();
    if let Ok(outcome) = &assessment.outcome {
        let band = vec![Value::number(outcome.band.0), Value::number(outcome.band.1)];
        fields.push(("score".into(), Value::number(outcome.score)));
        fields.push(("band".into(), Value::List(band)));
        fields.push(("position".into(), Value::Number(decimal(outcome.position.hundredths()))));
        fields.push(("phase".into(), Value::number(outcome.phase.number().into())));
    }
    let coverage = u32::try_from(assessment.coverage.percent()).unwrap_or(0);
    fields.push(("coverage".into(), Value::number(coverage)));
    let dimensions = start.set.dimensions().iter().zip(&assessment.dimensions);
    let values = dimensions.filter_map(|(dimension, state)| {
        Some((dimension.id.as_str().into(), Value::Number(decimal(state.value()?.hundredths()))))
    });
    fields.push(("dimensions".into(), Value::Object(values.collect())));
    if let Some(library) = model.library.ready() {
        let steps = evaluation.first_steps(if assessment.outcome.is_ok() { FIRST_DIMENSIONS } else { 0 });
        let of_steps = steps.iter().flat_map(|(at, from)| {
            let dimension = &start.set.dimensions()[*at].id;
            library.tips_for(dimension, *from).map(|tip| &tip.id)
        });
        let tip_selection = model.tip_selection(library, &evaluation);
        let shown = of_steps.chain(tip_selection.first().map(|tip| &tip.id));
        let tips = shown.map(|id| Value::text(id.as_str())).collect();
        fields.push(("tips".into(), Value::List(tips)));
    }
    Some(Value::Object(fields))
}

/// Hundredths as a number with two decimals and a point, for data: `250` becomes `2.50`.
pub(crate) fn decimal(hundredths: u32) -> Text {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { "0" } else { "" };
    [&whole.to_string(), ".", zero, &rest.to_string()].concat().into()
}
