//! Tips: for the first dimensions, on remarkable answers, on the principles; and all together as a road map.

use crate::app::Msg;
use crate::app::view::ViewContext;
use crate::app::view::block::{Block, ButtonLayout, ButtonStyle, Region, Role, TextStyle};
use crate::app::view::parts::builder::Builder;
use crate::content::{Arg, ConditionalTip, Library, MessageKey};
use crate::domain::{Evaluation, Phase, TipId};
use crate::json::Text;
use crate::report::{FIRST_DIMENSIONS, MAX_ANSWER_TIPS, MAX_PRINCIPLE_TIPS};

impl<'a> ViewContext<'a> {
    /// The tips in their order (docs/product.md#tips), and how to get the rest.
    pub(crate) fn tips(&'a self, page: &mut Builder<'a>, library: &Library, evaluation: &Evaluation) {
        let tip_selection = self.tip_selection(library, evaluation);
        let has_outcome = evaluation.assessment.outcome.is_ok();
        let all = self.model.interaction.all_tips;
        let most = |count: usize| if all { usize::MAX } else { count };
        let mut inside = self.build();
        inside.heading(MessageKey::TipsTitle);
        inside
            .message(TextStyle::Body, if has_outcome { MessageKey::TipsIntro } else { MessageKey::TipsNone });
        if has_outcome {
            for (at, from) in evaluation.first_steps(most(FIRST_DIMENSIONS)) {
                self.tip_group(&mut inside, library, at, from);
            }
        }
        let answers = tip_selection.answers.iter().take(most(MAX_ANSWER_TIPS));
        self.tip_list(&mut inside, "answers", MessageKey::TipsOnAnswers, library, answers);
        let principles = tip_selection.principles.iter().take(most(MAX_PRINCIPLE_TIPS));
        self.tip_list(&mut inside, "principles", MessageKey::TipsOnPrinciples, library, principles);
        if all && has_outcome {
            let general: Vec<&ConditionalTip> = library.general_tips.iter().collect();
            self.tip_list(&mut inside, "general", MessageKey::TipsGeneral, library, general.iter());
        }
        if has_outcome {
            let message = if all { MessageKey::TipsFewer } else { MessageKey::TipsAll };
            inside.button(
                ButtonLayout::Inline,
                ButtonStyle::Secondary,
                self.action("all-tips", message, Msg::AllTipsToggled),
            );
        }
        page.region(Role::Card, "tips", vec![("data-tips", Text::default())], inside);
        self.road_map(page, library, evaluation);
    }

    fn tip_group(&'a self, page: &mut Builder<'a>, library: &Library, at: usize, from: Phase) {
        let (Some(dimension), Some(text)) =
            (self.start.set.dimensions().get(at), self.start.dimensions.get(at))
        else {
            return;
        };
        let number = usize::from(from.number());
        let values = [("from", Arg::Number(number)), ("to", Arg::Number(number + 1))];
        let mut inside = self.build();
        inside.add(Block::Heading(3, text.name.clone()));
        inside.formatted(TextStyle::Hint, MessageKey::TipStep, &values);
        let tips = library.tips_for(&dimension.id, from).map(|tip| self.tip(&tip.id, &tip.text, &tip.source));
        inside.list(Role::Tips, tips.collect());
        page.region(Role::TipGroup, dimension.id.as_str(), Vec::new(), inside);
    }

    fn tip_list<'t>(
        &'a self,
        page: &mut Builder<'a>,
        key: &str,
        heading: MessageKey,
        library: &Library,
        tips: impl Iterator<Item = &'t &'t ConditionalTip>,
    ) {
        let items: Vec<Region> = tips
            .map(|tip| {
                let mut region = self.tip(&tip.id, &tip.text, &tip.source);
                if let Some(horizon) = library.horizons.get(tip.horizon) {
                    region.blocks.insert(0, Block::Paragraph(TextStyle::Eyebrow, horizon.name.clone()));
                }
                region
            })
            .collect();
        if items.is_empty() {
            return;
        }
        let mut inside = self.build();
        inside.add(Block::Heading(3, self.message(heading)));
        inside.list(Role::Tips, items);
        page.region(Role::TipGroup, key, Vec::new(), inside);
    }

    fn tip(&'a self, id: &TipId, text: &Text, source: &str) -> Region {
        let starred = self.model.displayed_record().starred.get(id.as_str()).is_some();
        let mut inside = self.build();
        inside.paragraph(TextStyle::Body, text.clone());
        inside.source_line(source);
        if self.model.viewed.is_none() {
            let label = if starred { MessageKey::Starred } else { MessageKey::Star };
            let star = self.action("star", label, Msg::StarToggled(id.clone()));
            let star = star.about(text.clone()).pressed(starred);
            inside.button(ButtonLayout::Inline, ButtonStyle::Quiet, star);
        }
        inside.into_region(Role::Tip { starred }, id.as_str(), vec![("data-tip", id.as_str().into())])
    }

    /// The tips that fit, in order of time; those marked to take along come first.
    fn road_map(&'a self, page: &mut Builder<'a>, library: &Library, evaluation: &Evaluation) {
        if evaluation.assessment.outcome.is_err() {
            return;
        }
        let planned = self.planned(library, evaluation);
        let mut inside = self.build();
        inside.heading(MessageKey::RoadMapTitle);
        inside.message(TextStyle::Hint, MessageKey::RoadMapIntro);
        for (at, horizon) in library.horizons.iter().enumerate() {
            let items: Vec<Region> = planned
                .iter()
                .filter(|tip| tip.horizon == at)
                .map(|tip| {
                    let mut item = self.build();
                    item.paragraph(TextStyle::Body, tip.text.clone());
                    let id = tip.id.as_str();
                    item.into_region(
                        Role::Tip { starred: tip.starred },
                        id,
                        vec![("data-planned", id.into())],
                    )
                })
                .collect();
            if items.is_empty() {
                continue;
            }
            let mut part = self.build();
            part.add(Block::Heading(3, horizon.name.clone()));
            part.paragraph(TextStyle::Hint, horizon.belongs.clone());
            part.list(Role::Tips, items);
            let key = at.to_string();
            inside.region(Role::TipGroup, &key, Vec::new(), part);
        }
        page.region(Role::Card, "road-map", vec![("data-road-map", Text::default())], inside);
    }
}
