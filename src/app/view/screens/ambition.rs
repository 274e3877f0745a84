//! The ambition: one row per dimension, on the same four phases.

use crate::app::Msg;
use crate::app::view::block::{
    Block, ButtonLayout, ButtonStyle, DisclosureKind, MarkShape, PhaseTrack, Region, Role, Scale, ScaleStop,
    TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::content::{Arg, DimensionText, MessageKey};
use crate::domain::{Dimension, DimensionValue, Mean, Phase};

impl<'a> ViewContext<'a> {
    /// The page of the ambition.
    pub(crate) fn ambition_screen(&'a self) -> Screen<'a> {
        let name = self.message(MessageKey::AmbitionTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::AmbitionIntro);
        self.phases(&mut page);
        page.add(Block::Legend(vec![
            (MarkShape::Now, self.message(MessageKey::Now)),
            (MarkShape::Ambition, self.message(MessageKey::Ambition)),
        ]));
        let assessment = self.record.assess(&self.start.set);
        let mut rows = Vec::new();
        for ((dimension, text), state) in
            self.start.set.dimensions().iter().zip(&self.start.dimensions).zip(&assessment.dimensions)
        {
            rows.push(self.ambition_row(dimension, text, state));
        }
        page.list(Role::Ambitions, rows);
        let has_any = !self.model.record.ambition.is_empty();
        page.primary_action(if has_any { MessageKey::ToResult } else { MessageKey::SkipAmbition });
        Screen { name, page }
    }

    /// The meaning of the four phases, and how people notice them.
    pub(crate) fn phases(&'a self, page: &mut Builder<'a>) {
        let mut phases = self.build();
        for phase in Phase::ALL {
            let text = self.start.phase(phase);
            phases.paragraph(TextStyle::Strong, self.phase_text(phase));
            phases.paragraph(TextStyle::Body, text.meaning.clone());
            phases.formatted(TextStyle::Hint, MessageKey::PhaseSign, &[("sign", Arg::Text(&text.sign))]);
        }
        page.disclosure(DisclosureKind::Phases, MessageKey::PhasesLabel, phases);
    }

    fn ambition_row(&'a self, dimension: &Dimension, text: &DimensionText, state: &DimensionValue) -> Region {
        let id = dimension.id.as_str();
        let msg = |phase| Msg::AmbitionPlaced { dimension: dimension.id.clone(), phase };
        let stops = Phase::ALL.map(|phase| ScaleStop {
            value: phase.number().to_string().into(),
            label: self.phase_text(phase),
            msg: msg(Some(phase)),
        });
        let scale = Scale {
            mark: MarkShape::Ambition,
            name: ["ambition-", id].concat().into(),
            label: [&*self.message(MessageKey::Ambition), ": ", &*text.name].concat().into(),
            selected: state.ambition.map(Phase::index),
            stops: stops.to_vec(),
        };
        let now = state.value().map(Mean::hundredths);
        let mut row = self.build();
        row.add(Block::Heading(2, text.name.clone()));
        row.paragraph(TextStyle::Hint, text.asks.clone());
        row.add(Block::PhaseTrack(PhaseTrack { scale, now }));
        match now {
            Some(now) => {
                row.formatted(
                    TextStyle::Hint,
                    MessageKey::NowIs,
                    &[("value", Arg::Text(&self.number(now, 1)))],
                );
            }
            None => row.message(TextStyle::Hint, MessageKey::NowUnknown),
        }
        match state.ambition {
            Some(phase) => {
                let text_of_phase = [&*phase.to_string(), ", ", &self.start.phase(phase).name].concat();
                row.formatted(
                    TextStyle::Strong,
                    MessageKey::AmbitionIs,
                    &[("phase", Arg::Text(&text_of_phase))],
                );
                let clear = self.action("clear-ambition", MessageKey::Clear, msg(None));
                row.button(ButtonLayout::Inline, ButtonStyle::Quiet, clear.about(text.name.clone()));
            }
            None => row.message(TextStyle::Hint, MessageKey::AmbitionOpen),
        }
        row.into_region(Role::Ambition, id, vec![("data-dimension", id.into())])
    }
}
