//! The ambition: one row per dimension, on the same four phases.

use super::block::{Action, Block, Lane, LaneStop, Look, MarkShape, PhaseTrack, RegionKind, Row, Weight};
use super::{Screen, Source};
use crate::app::Msg;
use crate::content::{DimensionText, Fill, Word};
use crate::domain::{Dimension, DimensionValue, Mean, Phase};
use crate::json::Text;

impl<'a> Source<'a> {
    /// The page of the ambition.
    pub(super) fn ambition_screen(&'a self) -> Screen<'a> {
        let name = self.word(Word::AmbitionTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.word(Look::Lead, Word::AmbitionIntro);
        let mut legend = self.build();
        for phase in Phase::ALL {
            legend.words(Look::Strong, self.phase_in_words(phase));
            legend.words(Look::Plain, self.start.phase(phase).meaning.clone());
        }
        page.fold("legend", self.word(Word::PhasesLabel), false, legend);
        page.add(Block::Keys(vec![
            (MarkShape::Now, self.word(Word::Now)),
            (MarkShape::Ambition, self.word(Word::Ambition)),
        ]));
        let findings = self.model.findings();
        let states = findings.iter().flat_map(|findings| &findings.assessment.dimensions);
        let mut rows = Vec::new();
        for ((dimension, text), state) in
            self.start.set.dimensions().iter().zip(&self.start.dimensions).zip(states)
        {
            rows.push(self.ambition_row(dimension, text, state));
        }
        page.list("ambitions", rows);
        let has_any = !self.model.record.ambition.is_empty();
        page.onward(if has_any { Word::ToResult } else { Word::SkipAmbition });
        Screen { name, page }
    }

    fn ambition_row(
        &'a self,
        dimension: &Dimension,
        text: &DimensionText,
        state: &DimensionValue,
    ) -> super::block::Region {
        let id = dimension.id.as_str();
        let msg = |phase| Msg::AmbitionPlaced { dimension: dimension.id.clone(), phase };
        let stops = Phase::ALL.map(|phase| LaneStop {
            value: phase.number().to_string().into(),
            label: self.phase_in_words(phase),
            msg: msg(Some(phase)),
        });
        let lane = Lane {
            mark: MarkShape::Ambition,
            name: ["ambition-", id].concat().into(),
            label: [&*self.word(Word::Ambition), ": ", &*text.name].concat().into(),
            at: state.ambition.map(Phase::index),
            stops: stops.to_vec(),
        };
        let now = state.value().map(Mean::hundredths);
        let mut row = self.build();
        row.add(Block::Heading(2, text.name.clone()));
        row.words(Look::Hint, text.asks.clone());
        row.add(Block::PhaseTrack(PhaseTrack { lane, now }));
        match now {
            Some(now) => {
                row.fill(Look::Hint, Word::NowIs, &[("value", Fill::Text(&self.number(now, 1)))]);
            }
            None => row.word(Look::Hint, Word::NowUnknown),
        }
        match state.ambition {
            Some(phase) => {
                let text_of_phase = self.phase_in_words(phase);
                row.fill(Look::Strong, Word::AmbitionIs, &[("phase", Fill::Text(&text_of_phase))]);
                let clear = Action {
                    name: "clear-ambition",
                    label: self.word(Word::Clear),
                    of: Some(text.name.clone()),
                    pressed: None,
                    msg: msg(None),
                };
                row.button(Row::Beside, Weight::Quiet, clear);
            }
            None => row.word(Look::Hint, Word::AmbitionOpen),
        }
        row.into_region(RegionKind::Ambition, id, vec![("data-dimension", id.into())])
    }

    /// *Fase 2: Beleid en programma's*.
    pub(super) fn phase_in_words(&self, phase: Phase) -> Text {
        let name = &self.start.phase(phase).name;
        let number = usize::from(phase.number());
        self.fill(Word::PhaseNamed, &[("n", Fill::Number(number)), ("name", Fill::Text(name))])
    }
}
