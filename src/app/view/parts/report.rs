//! Turns the result into a report: a title block, a summary in words, and its basis on paper.

use crate::app::view::ViewContext;
use crate::app::view::block::{Role, TextStyle};
use crate::app::view::parts::builder::Builder;
use crate::content::{Arg, MessageKey};
use crate::domain::Evaluation;
use crate::domain::Outcome;

/// How many dimensions the summary names on either side.
const SUMMED_UP: usize = 2;

impl<'a> ViewContext<'a> {
    /// The title block of the report; on paper only.
    pub(crate) fn report_head(&'a self, page: &mut Builder<'a>) {
        let scan = self.model.displayed_record();
        let mut inside = self.build();
        inside.paragraph(TextStyle::Eyebrow, self.message(MessageKey::ReportTitle));
        inside.paragraph(TextStyle::Strong, self.scan_name(scan));
        inside.paragraph(TextStyle::Hint, self.scope_text(scan));
        page.region(Role::ReportHead, "report-head", Vec::new(), inside);
    }

    /// The basis of the result; on paper only, because on screen every page has it in the footer.
    pub(crate) fn report_end(&'a self, page: &mut Builder<'a>) {
        let mut inside = self.build();
        inside.message(TextStyle::Hint, MessageKey::Sources);
        for (code, name) in &self.start.documents {
            inside.paragraph(TextStyle::Hint, [&**code, " ", &**name].concat().into());
        }
        page.region(Role::ReportEnd, "report-end", Vec::new(), inside);
    }

    /// The result in two sentences, for who reads nothing else.
    pub(crate) fn summary(&'a self, page: &mut Builder<'a>, outcome: &Outcome, evaluation: &Evaluation) {
        let all = 0..self.start.dimensions.len();
        let name = |at: &usize| self.start.dimensions.get(*at).map(|dimension| &*dimension.name);
        let value = |at: usize| evaluation.value_at(at);
        let (lowest, highest) = (all.clone().filter_map(value).min(), all.clone().filter_map(value).max());
        // Where all are alike none is ahead; what is ahead does not come first too.
        let is_ahead = |at: &usize| highest > lowest && value(*at) == highest;
        let strong: Vec<&str> = all.filter(&is_ahead).take(SUMMED_UP).filter_map(|at| name(&at)).collect();
        let steps = evaluation.steps().map(|(at, _)| at).filter(|at| !is_ahead(at));
        let weak: Vec<&str> = steps.take(SUMMED_UP).filter_map(|at| name(&at)).collect();
        let coverage = evaluation.assessment.coverage;
        let values = [
            ("score", Arg::Number(outcome.score as usize)),
            ("rated", Arg::Number(coverage.rated)),
            ("all", Arg::Number(coverage.applicable)),
        ];
        let mut words = String::from(&*self.format(MessageKey::SummaryScore, &values));
        for (message, names) in [(MessageKey::SummaryStrong, strong), (MessageKey::SummaryWeak, weak)] {
            if !names.is_empty() {
                words.push(' ');
                words.push_str(&self.format(message, &[("names", Arg::Text(&names.join(", ")))]));
            }
        }
        page.paragraph(TextStyle::Body, words.into());
    }
}
