//! Why not higher, what if, and how the result is computed: the result explains itself, also to who disagrees.

use crate::app::view::ViewContext;
use crate::app::view::block::{
    Block, ButtonLayout, ButtonStyle, DisclosureKind, MarkShape, PhaseTrack, Region, Role, Scale, ScaleStop,
    TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::{Msg, Route};
use crate::content::{Arg, Library, MessageKey};
use crate::domain::{Evaluation, Improvement, LimitingFactor, NextPhase, Outcome, Phase, StatementId};
use crate::json::Text;

impl<'a> ViewContext<'a> {
    /// The rules that hold, exactly which statements must move, and a place to try it out.
    pub(crate) fn why(
        &'a self,
        page: &mut Builder<'a>,
        library: &Library,
        outcome: &Outcome,
        evaluation: &Evaluation,
    ) {
        let mut inside = self.build();
        match &evaluation.next {
            None => {
                inside.heading(MessageKey::WhyTopTitle);
                inside.message(TextStyle::Body, MessageKey::WhyTopText);
            }
            Some(next) => {
                inside.add(Block::Heading(2, self.why_title(next)));
                for factor in &next.limited_by {
                    let text = self.limiting_factor_text(*factor, outcome, evaluation, next.phase);
                    inside.paragraph(TextStyle::Body, text);
                    if *factor == LimitingFactor::Characteristics {
                        for lacking in self.lacking_characteristics(library) {
                            inside.paragraph(TextStyle::Hint, lacking);
                        }
                    }
                }
                inside.paragraph(TextStyle::Strong, self.moves_label(next));
                let moves = next.improvements.iter().filter_map(|step| self.step(step)).collect();
                inside.list(Role::Improvements, moves);
            }
        }
        if let Some(not_asked) = self.not_asked(library) {
            inside.paragraph(TextStyle::Hint, not_asked);
        }
        if self.model.viewed.is_none() {
            self.what_if(&mut inside, outcome, evaluation.next.as_ref());
        }
        self.computed(&mut inside, outcome, evaluation);
        self.phases(&mut inside);
        self.characteristics(&mut inside, library);
        page.region(Role::Card, "why", vec![("data-why", Text::default())], inside);
    }

    fn step(&'a self, step: &Improvement) -> Option<Region> {
        let (_, text) = self.start.statement(&step.statement)?;
        let mut inside = self.build();
        inside.add(Block::Heading(3, text.name.clone()));
        inside.paragraph(TextStyle::Body, text.anchors[step.from.index()].clone());
        inside.message(TextStyle::Hint, MessageKey::Becomes);
        inside.paragraph(TextStyle::Strong, text.anchors[step.to.index()].clone());
        let id = step.statement.as_str();
        let data_attrs = vec![("data-move", id.into())];
        if self.model.viewed.is_some() {
            return Some(inside.into_region(Role::Improvement, id, data_attrs));
        }
        let tried = self.model.interaction.what_if.get(step.statement.as_str()) == Some(&step.to);
        let msg = Msg::WhatIfChanged(step.statement.clone(), (!tried).then_some(step.to));
        let try_out = self.action("what-if", MessageKey::TryOut, msg).about(text.name.clone()).pressed(tried);
        inside.button(ButtonLayout::Inline, ButtonStyle::Secondary, try_out);
        let msg = Msg::Navigate(Route::Statement(step.statement.clone()));
        let change = self.action("open-statement", MessageKey::Change, msg).about(text.name.clone());
        inside.button(ButtonLayout::Inline, ButtonStyle::Quiet, change);
        Some(inside.into_region(Role::Improvement, id, data_attrs))
    }

    /// A live preview: raise or lower any answer and see the result change; nothing is kept.
    fn what_if(&'a self, page: &mut Builder<'a>, outcome: &Outcome, next: Option<&NextPhase>) {
        page.paragraph(TextStyle::Status, self.tried_text(outcome));
        if !self.model.interaction.what_if.is_empty() {
            page.button(
                ButtonLayout::Inline,
                ButtonStyle::Quiet,
                self.action("what-if-clear", MessageKey::WhatIfClear, Msg::WhatIfCleared),
            );
        }
        let mut inside = self.build();
        inside.message(TextStyle::Hint, MessageKey::WhatIfIntro);
        for id in &self.shown.ids {
            if let Some(track) = self.try_track(id, next) {
                inside.add(Block::Region(track));
            }
        }
        page.disclosure(DisclosureKind::WhatIf, MessageKey::WhatIfTitle, inside);
    }

    fn tried_text(&self, outcome: &Outcome) -> Text {
        let Some(tried) = self.model.what_if_evaluation() else { return Text::default() };
        let Ok(tried) = &tried.assessment.outcome else { return Text::default() };
        let values = [
            ("phase", Arg::Number(usize::from(tried.phase.number()))),
            ("score", Arg::Number(tried.score as usize)),
            ("now", Arg::Number(usize::from(outcome.phase.number()))),
            ("before", Arg::Number(outcome.score as usize)),
        ];
        self.format(MessageKey::WhatIfResult, &values)
    }

    fn try_track(&'a self, id: &StatementId, next: Option<&NextPhase>) -> Option<Region> {
        let (_, text) = self.start.statement(id)?;
        let rating = self.model.record.answers.get(id.as_str())?.rated()?;
        let tried = self.model.interaction.what_if.get(id.as_str()).copied();
        let stops = Phase::ALL.into_iter().zip(&text.anchors).map(|(phase, anchor)| ScaleStop {
            value: phase.number().to_string().into(),
            label: anchor.clone(),
            msg: Msg::WhatIfChanged(id.clone(), (phase != rating).then_some(phase)),
        });
        let scale = Scale {
            mark: MarkShape::Desired,
            name: ["what-if-", id.as_str()].concat().into(),
            label: text.name.clone(),
            selected: Some(tried.unwrap_or(rating).index()),
            stops: stops.collect(),
        };
        let must_move = next.is_some_and(|next| next.improvements.iter().any(|step| step.statement == *id));
        let mut inside = self.build();
        inside.paragraph(if must_move { TextStyle::Strong } else { TextStyle::Body }, text.name.clone());
        inside.add(Block::PhaseTrack(PhaseTrack { scale, now: Some(100 * u32::from(rating.number())) }));
        inside.paragraph(TextStyle::Hint, text.anchors[tried.unwrap_or(rating).index()].clone());
        Some(inside.into_region(Role::Group, id.as_str(), Vec::new()))
    }

    /// The characteristics of phase 4, which limit it, each with its meaning.
    fn characteristics(&'a self, page: &mut Builder<'a>, library: &Library) {
        let mut inside = self.build();
        for characteristic in &library.characteristics {
            inside.paragraph(TextStyle::Strong, characteristic.name.clone());
            inside.paragraph(TextStyle::Body, characteristic.meaning.clone());
        }
        page.disclosure(DisclosureKind::Characteristics, MessageKey::CharacteristicsTitle, inside);
    }

    /// How the result is computed, with the person's own numbers.
    fn computed(&'a self, page: &mut Builder<'a>, outcome: &Outcome, evaluation: &Evaluation) {
        let mut inside = self.build();
        inside.message(TextStyle::Body, MessageKey::ComputedDimensions);
        let states = &evaluation.assessment.dimensions;
        let mut count = 0;
        for (text, state) in self.start.dimensions.iter().zip(states) {
            let Some(value) = state.value() else { continue };
            count += 1;
            let (sum, rated) = value.fraction();
            let number = self.number(value.hundredths(), 2);
            let values = [
                ("name", Arg::Text(&text.name)),
                ("sum", Arg::Number(sum as usize)),
                ("rated", Arg::Number(rated as usize)),
                ("value", Arg::Text(&number)),
            ];
            inside.formatted(TextStyle::Hint, MessageKey::ComputedDimension, &values);
        }
        let position = self.number(outcome.position.hundredths(), 2);
        let values = [("n", Arg::Number(count)), ("value", Arg::Text(&position))];
        inside.formatted(TextStyle::Body, MessageKey::ComputedPosition, &values);
        let values = [("value", Arg::Text(&position)), ("score", Arg::Number(outcome.score as usize))];
        inside.formatted(TextStyle::Body, MessageKey::ComputedScore, &values);
        let values =
            [("low", Arg::Number(outcome.band.0 as usize)), ("high", Arg::Number(outcome.band.1 as usize))];
        inside.formatted(TextStyle::Body, MessageKey::ComputedBand, &values);
        let number = |phase: Phase| Arg::Number(usize::from(phase.number()));
        let values = [
            ("position", number(outcome.caps.position)),
            ("weakest", number(outcome.caps.weakest_link)),
            ("characteristics", number(outcome.caps.characteristics)),
            ("phase", number(outcome.phase)),
        ];
        inside.formatted(TextStyle::Body, MessageKey::ComputedPhase, &values);
        page.disclosure(DisclosureKind::Computed, MessageKey::ComputedTitle, inside);
    }
}
