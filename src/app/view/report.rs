//! What makes the result a report: a title block, a summary in words, and on paper what it is based on.

use super::Source;
use super::block::{Look, RegionKind};
use super::builder::Builder;
use crate::app::Findings;
use crate::content::{Fill, Word};
use crate::domain::Outcome;

/// How many dimensions the summary names on either side.
const SUMMED_UP: usize = 2;

impl<'a> Source<'a> {
    /// The title block of the report; on paper only.
    pub(super) fn report_head(&'a self, page: &mut Builder<'a>) {
        let scan = self.model.displayed_record();
        let mut inside = self.build();
        inside.words(Look::Kicker, self.word(Word::ReportTitle));
        inside.words(Look::Strong, self.scan_name(scan));
        inside.words(Look::Hint, self.scope_in_words(scan));
        page.region(RegionKind::PaperOnly, "report-head", Vec::new(), inside);
    }

    /// What it is based on; on paper only, because every page of the screen has it at its foot.
    pub(super) fn report_end(&'a self, page: &mut Builder<'a>) {
        let mut inside = self.build();
        inside.word(Look::Hint, Word::Sources);
        for (code, name) in &self.start.documents {
            inside.words(Look::Hint, [&**code, " ", &**name].concat().into());
        }
        page.region(RegionKind::PaperOnly, "report-end", Vec::new(), inside);
    }

    /// The result in two sentences, for who reads nothing else.
    pub(super) fn summary(&'a self, page: &mut Builder<'a>, outcome: &Outcome, findings: &Findings) {
        let all = 0..self.start.dimensions.len();
        let name = |at: &usize| self.start.dimensions.get(*at).map(|dimension| &*dimension.name);
        let value = |at: usize| findings.value_at(at);
        let (lowest, highest) = (all.clone().filter_map(value).min(), all.clone().filter_map(value).max());
        // Where all are alike none is ahead; what is ahead does not come first too.
        let is_ahead = |at: &usize| highest > lowest && value(*at) == highest;
        let strong: Vec<&str> = all.filter(&is_ahead).take(SUMMED_UP).filter_map(|at| name(&at)).collect();
        let steps = findings.steps().map(|(at, _)| at).filter(|at| !is_ahead(at));
        let weak: Vec<&str> = steps.take(SUMMED_UP).filter_map(|at| name(&at)).collect();
        let coverage = findings.assessment.coverage;
        let values = [
            ("score", Fill::Number(outcome.score as usize)),
            ("rated", Fill::Number(coverage.rated)),
            ("all", Fill::Number(coverage.applicable)),
        ];
        let mut words = String::from(&*self.fill(Word::SummaryScore, &values));
        for (word, names) in [(Word::SummaryStrong, strong), (Word::SummaryWeak, weak)] {
            if !names.is_empty() {
                words.push(' ');
                words.push_str(&self.fill(word, &[("names", Fill::Text(&names.join(", ")))]));
            }
        }
        page.words(Look::Plain, words.into());
    }
}
