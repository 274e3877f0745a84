//! The record as a file: what is stored, with the result beside it (docs/product.md#the-record).

use crate::json::{Fields, Value};
use crate::record::{self, Record};
use crate::report::{FIRST_DIMENSIONS, Report, decimal};

/// The exported record as JSON text; with the result once the content is loaded.
pub fn json(record: &Record, report: Option<&Report>) -> String {
    let mut fields = record::write(record);
    if let Some(report) = report {
        fields.push(("result".into(), report.result()));
    }
    Value::Object(fields).to_string()
}

impl Report<'_> {
    /// The result as data, without any answers.
    pub(crate) fn result(&self) -> Value {
        let evaluation = self.evaluation();
        let dimensions = self.start.set.dimensions();
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
        let values = dimensions.iter().zip(&assessment.dimensions).filter_map(|(dimension, state)| {
            Some((dimension.id.as_str().into(), Value::Number(decimal(state.value()?.hundredths()))))
        });
        fields.push(("dimensions".into(), Value::Object(values.collect())));
        if let Some(library) = self.library {
            let steps = evaluation.first_steps(if assessment.outcome.is_ok() { FIRST_DIMENSIONS } else { 0 });
            let of_steps = steps.iter().flat_map(|(at, from)| {
                let dimension = &dimensions[*at].id;
                library.tips_for(dimension, *from).map(|tip| &tip.id)
            });
            let tip_selection = self.tip_selection(library, &evaluation);
            let shown = of_steps.chain(tip_selection.first().map(|tip| &tip.id));
            let tips = shown.map(|id| Value::text(id.as_str())).collect();
            fields.push(("tips".into(), Value::List(tips)));
        }
        Value::Object(fields)
    }
}
