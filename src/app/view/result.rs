//! The result: phase, score, band and coverage, why not higher, dimension values, tips and what was written.
//!
//! Longer than 300 lines because the first half only lists what the longest page holds, with a line on each.

use super::{Action, Source};
use crate::app::model::{FIRST_DIMENSIONS, Findings};
use crate::app::{Msg, Place, export};
use crate::content::{Fill, Library, Word};
use crate::domain::{
    DimensionId, Limit, Mean, NextPhase, Outcome, Phase, Position, StatementId, StillNeeded, TipId,
};
use crate::json::Text;

/// The page of the result.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// One sentence: where they stand.
    pub title: Text,
    /// What follows from the sentence, or what is still needed.
    pub lead: Text,
    /// Whole percent of applicable statements that are rated; for hooks.
    pub coverage: usize,
    /// The result; none while too little is answered.
    pub outcome: Option<OutcomeView>,
    /// Onward to what is still open; none when everything is answered.
    pub complete: Option<Action>,
    /// The heading of the dimensions.
    pub dimensions_label: Text,
    /// The heads of the table: dimension, now, ambition, rated.
    pub columns: Vec<Text>,
    /// One row per dimension, in the order of the content.
    pub dimensions: Vec<DimensionRow>,
    /// The heading of the tips.
    pub tips_label: Text,
    /// Why these tips.
    pub tips_intro: Text,
    /// Tips per dimension.
    pub tips: Vec<TipGroup>,
    /// Shows all tips, or only the first again.
    pub tips_toggle: Option<Action>,
    /// The heading of the principles.
    pub principles_label: Text,
    /// One row per principle.
    pub principles: Vec<PrincipleSummary>,
    /// What leads to the principles and the questions.
    pub offers: Vec<Action>,
    /// The heading of notes and answers.
    pub quotes_label: Text,
    /// The person's own notes and reflections.
    pub quotes: Vec<QuoteView>,
    /// The heading of what to take along.
    pub take_along_label: Text,
    /// What to take along.
    pub take_along: Vec<Action>,
    /// What the result is and is not.
    pub disclaimer: Text,
    /// Back to the ambition.
    pub back: Action,
}

/// What is shown once enough is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeView {
    /// 0 to 100.
    pub score: u32,
    /// The lowest and highest score.
    pub band: (u32, u32),
    /// The phase.
    pub phase: Phase,
    /// Two decimals, for hooks.
    pub position: Text,
    /// The picture.
    pub spectrum: SpectrumView,
    /// Score, position, band and coverage in words.
    pub facts: Vec<Fact>,
    /// Why not higher.
    pub why: WhyView,
}

/// A name with a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub name: Text,
    /// What it says.
    pub text: Text,
}

/// The spectrum as one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct SpectrumView {
    /// What the picture shows, in words.
    pub label: Text,
    /// The four phases.
    pub phases: Vec<Text>,
    /// The phase reached.
    pub phase: Phase,
    /// The position in hundredths.
    pub position: u32,
    /// The band in hundredths of the position, when its ends differ.
    pub band: Option<(u32, u32)>,
    /// The mean ambition in hundredths.
    pub ambition: Option<u32>,
    /// What the marks stand for.
    pub keys: Vec<Text>,
}

/// Why not higher.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyView {
    /// The heading.
    pub title: Text,
    /// The rules that hold.
    pub reasons: Vec<Text>,
    /// What leads in the moves.
    pub moves_label: Text,
    /// The statements that must move.
    pub moves: Vec<MoveView>,
    /// What was not asked in the quick set.
    pub not_asked: Option<Text>,
}

/// A statement that must move.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveView {
    /// Which.
    pub statement: StatementId,
    /// Its short name.
    pub name: Text,
    /// The present description.
    pub from: Text,
    /// The description to reach.
    pub to: Text,
    /// What separates them, for who cannot see an arrow.
    pub becomes: Text,
    /// Leads to the statement.
    pub msg: Msg,
}

/// A dimension in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionRow {
    /// Which.
    pub id: DimensionId,
    /// Its name.
    pub name: Text,
    /// The value in hundredths.
    pub value: Option<u32>,
    /// The value with two decimals and a point, for hooks.
    pub value_data: Option<Text>,
    /// The value as it is read.
    pub value_text: Text,
    /// The ambition.
    pub ambition: Option<Phase>,
    /// The ambition as it is read.
    pub ambition_text: Text,
    /// *2 van 3*.
    pub rated: Text,
}

/// Tips for one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct TipGroup {
    /// A key.
    pub key: Text,
    /// The dimension.
    pub name: Text,
    /// The step: from which phase to which, and when.
    pub step: Text,
    /// The tips.
    pub tips: Vec<TipView>,
}

/// A tip.
#[derive(Clone, Debug, PartialEq)]
pub struct TipView {
    /// Which.
    pub id: TipId,
    /// What to do.
    pub text: Text,
    /// The source line.
    pub source: Text,
}

/// The marks of one principle.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipleSummary {
    /// A key.
    pub key: Text,
    /// Its name.
    pub name: Text,
    /// Now, in words.
    pub now: Fact,
    /// Desired, in words.
    pub desired: Fact,
    /// How far they lie apart.
    pub reading: Option<Text>,
    /// Leads to the principle.
    pub msg: Msg,
}

/// Something the person wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteView {
    /// A key.
    pub key: Text,
    /// What it was about.
    pub about: Text,
    /// What was written.
    pub text: Text,
}

impl Source<'_> {
    pub(super) fn result_page(&self, library: &Library) -> ResultView {
        let findings = self.model.findings().unwrap_or_else(|| {
            // Content is there when this page is made; an empty set of findings is the honest stand-in.
            let assessment = crate::domain::assess(
                &self.start.set,
                &self.model.record.scope,
                &crate::domain::Answers::default(),
                &crate::domain::Ambition::default(),
            );
            Findings { assessment, next: None, order: Vec::new() }
        });
        let assessment = &findings.assessment;
        let (title, lead) = self.headline(&findings);
        let outcome = assessment.outcome.as_ref().ok();
        let complete = self
            .model
            .first_open()
            .map(|id| self.action("complete", Word::ResultComplete, Msg::WentTo(Place::Statement(id))));
        let tips = if outcome.is_some() { self.tips(library, &findings) } else { Vec::new() };
        let all_steps = findings.steps().count();
        let tips_toggle = (outcome.is_some() && all_steps > FIRST_DIMENSIONS).then(|| {
            let word = if self.model.all_tips { Word::TipsFewer } else { Word::TipsAll };
            self.action("all-tips", word, Msg::AllTipsToggled)
        });
        let columns = [Word::Dimension, Word::Now, Word::Ambition, Word::Rated];
        ResultView {
            title,
            lead,
            coverage: assessment.coverage.percent(),
            outcome: outcome.map(|outcome| self.outcome(library, outcome, &findings)),
            complete,
            dimensions_label: self.word(Word::DimensionsTitle),
            columns: columns.into_iter().map(|word| self.word(word)).collect(),
            dimensions: self.dimension_rows(&findings),
            tips_label: self.word(Word::TipsTitle),
            tips_intro: self.word(if tips.is_empty() { Word::TipsNone } else { Word::TipsIntro }),
            tips,
            tips_toggle,
            principles_label: self.word(Word::PrinciplesTitle),
            principles: self.principle_summaries(library),
            offers: self.offers(library),
            quotes_label: self.word(Word::QuotesTitle),
            quotes: self.quotes(library),
            take_along_label: self.word(Word::TakeAlong),
            take_along: vec![
                self.action("print", Word::Print, Msg::PrintPressed),
                self.action("export-json", Word::ExportJson, Msg::ExportPressed),
            ],
            disclaimer: self.word(Word::Disclaimer),
            back: self.action("back", Word::Back, Msg::BackPressed),
        }
    }

    fn headline(&self, findings: &Findings) -> (Text, Text) {
        match &findings.assessment.outcome {
            Err(needed) => (self.word(Word::ResultNeededTitle), self.still_needed(*needed)),
            Ok(outcome) => {
                let name = &self.start.phase(outcome.phase).name;
                let number = usize::from(outcome.phase.number());
                let title =
                    self.fill(Word::ResultTitle, &[("n", Fill::Number(number)), ("name", Fill::Text(name))]);
                (title, self.start.phase(outcome.phase).meaning.clone())
            }
        }
    }

    fn still_needed(&self, needed: StillNeeded) -> Text {
        let mut text = String::new();
        if needed.statements > 0 {
            text.push_str(&self.fill(Word::NeededStatements, &[("n", Fill::Number(needed.statements))]));
        }
        if needed.dimensions > 0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&self.fill(Word::NeededDimensions, &[("n", Fill::Number(needed.dimensions))]));
        }
        text.into()
    }

    fn outcome(&self, library: &Library, outcome: &Outcome, findings: &Findings) -> OutcomeView {
        let coverage = findings.assessment.coverage;
        let position = outcome.position.hundredths();
        let (low, high) = outcome.band;
        let band = (low != high).then_some((low, high));
        let fact = |name: Word, text: Text| Fact { name: self.word(name), text };
        let mut facts = vec![
            fact(Word::Score, self.fill(Word::ScoreIs, &[("n", Fill::Number(outcome.score as usize))])),
            fact(
                Word::Position,
                self.fill(Word::PositionIs, &[("value", Fill::Text(&self.number(position, 2)))]),
            ),
        ];
        if let Some((low, high)) = band {
            let values = [("low", Fill::Number(low as usize)), ("high", Fill::Number(high as usize))];
            facts.push(fact(Word::Band, self.fill(Word::BandIs, &values)));
        }
        let values = [
            ("rated", Fill::Number(coverage.rated)),
            ("all", Fill::Number(coverage.applicable)),
            ("percent", Fill::Number(coverage.percent())),
        ];
        facts.push(fact(Word::Coverage, self.fill(Word::CoverageIs, &values)));
        OutcomeView {
            score: outcome.score,
            band: outcome.band,
            phase: outcome.phase,
            position: export::decimal(position),
            spectrum: self.spectrum(outcome, band),
            facts,
            why: self.why(library, outcome, findings.next.as_ref()),
        }
    }

    fn spectrum(&self, outcome: &Outcome, band: Option<(u32, u32)>) -> SpectrumView {
        let position = outcome.position.hundredths();
        // A score is a third of a hundredth of the position, above 1.
        let back = |score: u32| 100 + 3 * score;
        let ambition = self.model.mean_ambition();
        let mut keys = vec![self.word(Word::Now)];
        if band.is_some() {
            keys.push(self.word(Word::Band));
        }
        if ambition.is_some() {
            keys.push(self.word(Word::Ambition));
        }
        let phases = Phase::ALL.into_iter().map(|phase| self.start.phase(phase).name.clone());
        let value = self.number(position, 2);
        let number = usize::from(outcome.phase.number());
        let values = [("value", Fill::Text(&value)), ("n", Fill::Number(number))];
        SpectrumView {
            label: self.fill(Word::SpectrumLabel, &values),
            phases: phases.collect(),
            phase: outcome.phase,
            position,
            band: band.map(|(low, high)| (back(low), back(high))),
            ambition,
            keys,
        }
    }

    fn why(&self, library: &Library, outcome: &Outcome, next: Option<&NextPhase>) -> WhyView {
        let quick = self.model.record.scope.set == crate::domain::Set::Quick;
        let not_asked = quick.then(|| self.not_asked(library)).flatten();
        let Some(next) = next else {
            return WhyView {
                title: self.word(Word::WhyTopTitle),
                reasons: vec![self.word(Word::WhyTopText)],
                moves_label: Text::default(),
                moves: Vec::new(),
                not_asked,
            };
        };
        let phase = usize::from(next.phase.number());
        let bound = self.number(25 * Position::lower_bound_quarters(next.phase), 2);
        let reasons = next.held_by.iter().map(|limit| match limit {
            Limit::Position => {
                let value = self.number(outcome.position.hundredths(), 2);
                let values = [
                    ("value", Fill::Text(&value)),
                    ("bound", Fill::Text(&bound)),
                    ("n", Fill::Number(phase)),
                ];
                self.fill(Word::HeldByPosition, &values)
            }
            Limit::WeakestLink => self.fill(Word::HeldByWeakestLink, &[("n", Fill::Number(phase))]),
            Limit::Characteristics => self.word(Word::HeldByCharacteristics),
        });
        let moves = next.moves.iter().filter_map(|step| {
            let (_, text) = self.start.statement(&step.statement)?;
            Some(MoveView {
                statement: step.statement.clone(),
                name: text.name.clone(),
                from: text.anchors[step.from.index()].clone(),
                to: text.anchors[step.to.index()].clone(),
                becomes: self.word(Word::Becomes),
                msg: Msg::WentTo(Place::Statement(step.statement.clone())),
            })
        });
        WhyView {
            title: self.fill(Word::WhyTitle, &[("n", Fill::Number(phase))]),
            reasons: reasons.collect(),
            moves_label: self.fill(
                Word::MovesLabel,
                &[("n", Fill::Number(next.moves.len())), ("phase", Fill::Number(phase))],
            ),
            moves: moves.collect(),
            not_asked,
        }
    }

    /// The characteristics that no statement within the scope touches.
    fn not_asked(&self, library: &Library) -> Option<Text> {
        let scope = &self.model.record.scope;
        let asked = |id: &crate::domain::CharacteristicId| {
            self.start.set.shown(scope).any(|statement| statement.characteristics.contains(id))
        };
        let missing = library.characteristics.iter().filter(|characteristic| !asked(&characteristic.id));
        let names: Vec<&str> = missing.map(|characteristic| &*characteristic.name).collect();
        let names = names.join(", ");
        (!names.is_empty()).then(|| self.fill(Word::NotAsked, &[("names", Fill::Text(&names))]))
    }

    fn dimension_rows(&self, findings: &Findings) -> Vec<DimensionRow> {
        let states = &findings.assessment.dimensions;
        let dimensions = self.start.set.dimensions().iter().zip(&self.start.dimensions).zip(states);
        let rows = dimensions.map(|((dimension, text), state)| {
            let value = state.value().map(Mean::hundredths);
            let rated = [
                ("done", Fill::Number(state.rated as usize)),
                ("all", Fill::Number(state.applicable as usize)),
            ];
            DimensionRow {
                id: dimension.id.clone(),
                name: text.name.clone(),
                value,
                value_data: value.map(export::decimal),
                value_text: value.map_or_else(|| self.word(Word::NoValue), |value| self.number(value, 1)),
                ambition: state.ambition,
                ambition_text: match state.ambition {
                    Some(phase) => phase.number().to_string().into(),
                    None => self.word(Word::NoValue),
                },
                rated: self.fill(Word::DoneOf, &rated),
            }
        });
        rows.collect()
    }

    fn tips(&self, library: &Library, findings: &Findings) -> Vec<TipGroup> {
        let count = if self.model.all_tips { usize::MAX } else { FIRST_DIMENSIONS };
        let groups = findings.first_steps(count).into_iter().filter_map(|(at, from)| {
            let dimension = self.start.set.dimensions().get(at)?;
            let text = self.start.dimensions.get(at)?;
            let to = from.next()?;
            let values = [
                ("from", Fill::Number(usize::from(from.number()))),
                ("to", Fill::Number(usize::from(to.number()))),
            ];
            let tips = library.tips_for(&dimension.id, from).map(|tip| TipView {
                id: tip.id.clone(),
                text: tip.text.clone(),
                source: self.source(&tip.source),
            });
            let horizons = [Word::HorizonFirst, Word::HorizonSecond, Word::HorizonThird];
            let horizon = horizons.get(from.index()).map(|word| self.word(*word)).unwrap_or_default();
            Some(TipGroup {
                key: dimension.id.as_str().into(),
                name: text.name.clone(),
                step: [&*self.fill(Word::TipStep, &values), " · ", &*horizon].concat().into(),
                tips: tips.collect(),
            })
        });
        groups.collect()
    }

    /// A source line: *Bron: 001 §2.4*.
    pub(super) fn source(&self, source: &str) -> Text {
        self.fill(Word::SourceIs, &[("source", Fill::Text(source))])
    }

    fn principle_summaries(&self, library: &Library) -> Vec<PrincipleSummary> {
        let placed =
            library.principles.iter().filter(|p| self.model.record.positions.get(p.id.as_str()).is_some());
        let summaries = placed.map(|principle| {
            let marks = self.marks(&principle.id);
            let fact = |mark, word| {
                let at = super::principle::place_of(principle, marks.get(mark));
                let stop = at.and_then(|at| principle.stops.get(at));
                let text = stop.map_or_else(|| self.word(Word::NotPlaced), |stop| stop.name.clone());
                Fact { name: self.word(word), text }
            };
            PrincipleSummary {
                key: principle.id.as_str().into(),
                name: principle.name.clone(),
                now: fact(crate::domain::Mark::Now, Word::Now),
                desired: fact(crate::domain::Mark::Desired, Word::Desired),
                reading: self.reading(principle, &marks),
                msg: Msg::WentTo(Place::Principle(principle.id.clone())),
            }
        });
        summaries.collect()
    }

    fn offers(&self, library: &Library) -> Vec<Action> {
        let principles = Self::principle_place(library)
            .map(|place| self.action("principles", Word::OfferPrinciples, Msg::WentTo(place)));
        let reflection = self.action("reflection", Word::OfferReflection, Msg::WentTo(Place::Reflection));
        principles.into_iter().chain([reflection]).collect()
    }

    fn quotes(&self, library: &Library) -> Vec<QuoteView> {
        let record = &self.model.record;
        let notes = record.notes.iter().filter_map(|(id, note)| {
            let (_, text) = self.start.statement(id)?;
            Some(QuoteView { key: id.as_str().into(), about: text.ask.clone(), text: note.clone() })
        });
        let reflections = record.reflections.iter().filter_map(|(id, reflection)| {
            let question = library.question(id.as_str())?;
            let text = self.reflection_in_words(library, reflection);
            Some(QuoteView { key: id.as_str().into(), about: question.text.clone(), text })
        });
        notes.chain(reflections).collect()
    }
}
