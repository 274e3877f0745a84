//! The ambition: one row per dimension, on the same four phases.

use super::{Action, Source};
use crate::app::Msg;
use crate::content::{Fill, Word};
use crate::domain::{DimensionId, Mean, Phase};
use crate::json::Text;

/// The page of the ambition.
#[derive(Clone, Debug, PartialEq)]
pub struct AmbitionView {
    /// The heading.
    pub title: Text,
    /// What is asked, and that it may be left.
    pub intro: Text,
    /// What the four phases are.
    pub legend_label: Text,
    /// The four phases.
    pub legend: Vec<PhaseLegend>,
    /// What the filled mark stands for.
    pub now_label: Text,
    /// What the ring stands for.
    pub ambition_label: Text,
    /// One row per dimension.
    pub rows: Vec<AmbitionRow>,
    /// Takes a ring away.
    pub clear_label: Text,
    /// Onward.
    pub next: Action,
    /// To the last statement.
    pub back: Action,
}

/// A phase in the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseLegend {
    /// Which.
    pub phase: Phase,
    /// Its name.
    pub name: Text,
    /// What it means.
    pub meaning: Text,
}

/// The track of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct AmbitionRow {
    /// Which dimension.
    pub dimension: DimensionId,
    /// Its name.
    pub name: Text,
    /// What it asks after.
    pub asks: Text,
    /// The present value in hundredths, if there is one.
    pub now: Option<u32>,
    /// The present value in words.
    pub now_text: Text,
    /// The ambition placed.
    pub ambition: Option<Phase>,
    /// The ambition in words, or that it is open.
    pub ambition_text: Text,
    /// The label of each stop, in the order of the phases.
    pub stops: Vec<Text>,
}

impl Source<'_> {
    pub(super) fn ambition_page(&self) -> AmbitionView {
        let legend = Phase::ALL.into_iter().map(|phase| {
            let text = self.start.phase(phase);
            PhaseLegend { phase, name: text.name.clone(), meaning: text.meaning.clone() }
        });
        let has_any = !self.model.record.ambition.is_empty();
        AmbitionView {
            title: self.word(Word::AmbitionTitle),
            intro: self.word(Word::AmbitionIntro),
            legend_label: self.word(Word::PhasesLabel),
            legend: legend.collect(),
            now_label: self.word(Word::Now),
            ambition_label: self.word(Word::Ambition),
            rows: self.ambition_rows(),
            clear_label: self.word(Word::Clear),
            next: self.action(
                "next",
                if has_any { Word::ToResult } else { Word::SkipAmbition },
                Msg::NextPressed,
            ),
            back: self.action("back", Word::Back, Msg::BackPressed),
        }
    }

    fn ambition_rows(&self) -> Vec<AmbitionRow> {
        let Some(findings) = self.model.findings() else { return Vec::new() };
        let states = &findings.assessment.dimensions;
        let dimensions = self.start.set.dimensions().iter().zip(&self.start.dimensions).zip(states);
        let rows = dimensions.map(|((dimension, text), state)| {
            let now = state.value().map(Mean::hundredths);
            let now_text = match now {
                Some(now) => self.fill(Word::NowIs, &[("value", Fill::Text(&self.number(now, 1)))]),
                None => self.word(Word::NowUnknown),
            };
            let ambition_text = match state.ambition {
                Some(phase) => self.phase_in_words(phase),
                None => self.word(Word::AmbitionOpen),
            };
            AmbitionRow {
                dimension: dimension.id.clone(),
                name: text.name.clone(),
                asks: text.asks.clone(),
                now,
                now_text,
                ambition: state.ambition,
                ambition_text,
                stops: Phase::ALL.into_iter().map(|phase| self.phase_in_words(phase)).collect(),
            }
        });
        rows.collect()
    }

    /// *Fase 2: Beleid en programma's*.
    pub(super) fn phase_in_words(&self, phase: Phase) -> Text {
        let name = &self.start.phase(phase).name;
        let number = usize::from(phase.number());
        self.fill(Word::PhaseNamed, &[("n", Fill::Number(number)), ("name", Fill::Text(name))])
    }
}
