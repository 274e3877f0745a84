//! The result: phase, score, band and coverage, why not higher, dimension values, tips and what was written.

use crate::app::view::block::{Block, ButtonLayout, ButtonStyle, DataAttr, Definition, Role, TextStyle};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{Evaluation, Msg, Route, Section};
use crate::content::{Arg, Library, MessageKey};
use crate::domain::{Coverage, MissingAnswers, Outcome, Phase};
use crate::export;
use crate::json::Text;

impl<'a> ViewContext<'a> {
    /// The result page: the visitor's own result, or a viewed one, which is read-only.
    pub(crate) fn result_screen(&'a self, library: &Library) -> Option<Screen<'a>> {
        let viewed = self.model.viewed.as_ref();
        if viewed.is_none() && self.model.route != Route::Result {
            // The scan to look at is not there yet.
            return None;
        }
        let evaluation = self.model.evaluation()?;
        let outcome = evaluation.assessment.outcome.as_ref();
        let title = match outcome {
            Ok(outcome) => self.phase_sentence(outcome.phase),
            Err(_) => self.message(MessageKey::ResultNeededTitle),
        };
        let mut page = self.build();
        self.report_head(&mut page);
        let mut head = self.build();
        head.title(title.clone());
        match outcome {
            Err(needed) => {
                head.paragraph(TextStyle::Lead, self.missing_answers(*needed));
                self.complete(&mut head, ButtonStyle::Primary);
            }
            Ok(outcome) => {
                head.paragraph(TextStyle::Lead, self.start.phase(outcome.phase).meaning.clone());
                self.outcome(&mut head, outcome, &evaluation);
                self.complete(&mut head, ButtonStyle::Secondary);
            }
        }
        page.region(Role::ResultHead, "head", Vec::new(), head);
        if let Ok(outcome) = outcome {
            self.why(&mut page, library, outcome, &evaluation);
        }
        self.dimensions(&mut page, &evaluation);
        self.tips(&mut page, library, &evaluation);
        self.principles(&mut page, library);
        self.quotes(&mut page, library);
        self.exports(&mut page, library, &evaluation);
        page.message(TextStyle::Hint, MessageKey::Disclaimer);
        self.report_end(&mut page);
        if viewed.is_none() {
            page.back();
        }

        let mut whole = self.build();
        if let Some(scan) = viewed {
            self.viewed_head(&mut whole, scan);
        }
        whole.region(Role::Result, "result", Self::result_data_attrs(&evaluation), page);
        let kind = match self.model.route {
            Route::Shared(_) => Some(MessageKey::SharedResult),
            Route::Scan(_) => Some(MessageKey::EarlierResult),
            _ => None,
        };
        let name = kind.map_or(title.clone(), |kind| [&*self.message(kind), ": ", &*title].concat().into());
        Some(Screen { name, page: whole })
    }

    /// *Jullie zitten in fase 2: Beleid en programma's*.
    pub(crate) fn phase_sentence(&self, phase: Phase) -> Text {
        let values = [
            ("n", Arg::Number(usize::from(phase.number()))),
            ("name", Arg::Text(&self.start.phase(phase).name)),
        ];
        self.format(MessageKey::ResultTitle, &values)
    }

    /// What hosts and testers read; a value that is withheld is an absent attribute.
    fn result_data_attrs(evaluation: &Evaluation) -> Vec<DataAttr> {
        let number = |number: u32| Text::from(number.to_string());
        let coverage = evaluation.assessment.coverage.percent().to_string().into();
        let mut data_attrs = vec![("data-result", Text::default()), ("data-coverage", coverage)];
        if let Ok(outcome) = &evaluation.assessment.outcome {
            data_attrs.extend([
                ("data-score", number(outcome.score)),
                ("data-score-low", number(outcome.band.0)),
                ("data-score-high", number(outcome.band.1)),
                ("data-phase", number(outcome.phase.number().into())),
                ("data-position", export::decimal(outcome.position.hundredths())),
            ]);
        }
        data_attrs
    }

    pub(crate) fn missing_answers(&self, needed: MissingAnswers) -> Text {
        let count = |message, count| match count {
            0 => Text::default(),
            _ => self.format(message, &[("n", Arg::Number(count))]),
        };
        let statements = count(MessageKey::NeededStatements, needed.statements);
        let dimensions = count(MessageKey::NeededDimensions, needed.dimensions);
        let between = if statements.is_empty() || dimensions.is_empty() { "" } else { " " };
        [&*statements, between, &*dimensions].concat().into()
    }

    /// Onward to what is still open, while something is.
    fn complete(&'a self, page: &mut Builder<'a>, style: ButtonStyle) {
        if let Some(id) = self.model.first_open().filter(|_| self.model.viewed.is_none()) {
            let msg = Msg::Navigate(Route::Statement(id));
            page.button(
                ButtonLayout::Inline,
                style,
                self.action("complete", MessageKey::ResultComplete, msg),
            );
        }
    }

    fn outcome(&'a self, page: &mut Builder<'a>, outcome: &Outcome, evaluation: &Evaluation) {
        self.summary(page, outcome, evaluation);
        let spectrum = self.spectrum(outcome);
        let table = self.spectrum_table(&spectrum);
        let legend = self.spectrum_legend(&spectrum);
        self.picture(page, Block::Spectrum(spectrum), legend, table);
        page.definitions(self.outcome_definitions(outcome, evaluation));
    }

    /// Score, position, band and coverage in words; a band of one score says nothing and is left out.
    pub(crate) fn outcome_definitions(&self, outcome: &Outcome, evaluation: &Evaluation) -> Vec<Definition> {
        let value = self.number(outcome.position.hundredths(), 2);
        let (low, high) = outcome.band;
        let mut definitions = Vec::with_capacity(4);
        let mut definition = |name: MessageKey, message: MessageKey, values: &[(&str, Arg)]| {
            definitions
                .push(Definition { term: self.message(name), description: self.format(message, values) });
        };
        definition(MessageKey::Score, MessageKey::ScoreIs, &[("n", Arg::Number(outcome.score as usize))]);
        definition(MessageKey::Position, MessageKey::PositionIs, &[("value", Arg::Text(&value))]);
        if low != high {
            let values = [("low", Arg::Number(low as usize)), ("high", Arg::Number(high as usize))];
            definition(MessageKey::Band, MessageKey::BandIs, &values);
        }
        definitions.push(self.coverage_definition(evaluation.assessment.coverage));
        definitions
    }

    /// How many of the statements are rated.
    pub(crate) fn coverage_definition(&self, coverage: Coverage) -> Definition {
        let values = [
            ("rated", Arg::Number(coverage.rated)),
            ("all", Arg::Number(coverage.applicable)),
            ("percent", Arg::Number(coverage.percent())),
        ];
        Definition {
            term: self.message(MessageKey::Coverage),
            description: self.format(MessageKey::CoverageIs, &values),
        }
    }

    fn dimensions(&'a self, page: &mut Builder<'a>, evaluation: &Evaluation) {
        let mut inside = self.build();
        inside.heading(MessageKey::DimensionsTitle);
        let (picture, table) = (Block::Plot(self.profile(evaluation)), self.profile_table(evaluation));
        self.picture(&mut inside, picture, self.profile_legend(), table);
        page.region(Role::Card, "dimensions", Vec::new(), inside);
    }

    fn principles(&'a self, page: &mut Builder<'a>, library: &Library) {
        let mut inside = self.build();
        inside.heading(MessageKey::PrinciplesTitle);
        let lines = self.principle_plot(library);
        let is_empty = lines.lines.is_empty();
        if !is_empty {
            let table = self.principle_table(library);
            self.picture(&mut inside, Block::Plot(lines), self.principle_legend(), table);
        }
        self.principle_summaries(&mut inside, library);
        let offers = [
            (Section::Principles, MessageKey::OfferPrinciples, Route::Principles),
            (Section::Reflection, MessageKey::OfferReflection, Route::Reflection),
            (Section::Modules, MessageKey::OfferModules, Route::Modules),
        ];
        let shows = |section| self.model.viewed.is_none() && self.model.config.shows(section);
        let has_offers = offers.iter().any(|(section, ..)| shows(*section));
        for (section, message, route) in offers {
            if shows(section) {
                let action = self.action(section.name(), message, Msg::Navigate(route));
                inside.button(ButtonLayout::Inline, ButtonStyle::Secondary, action);
            }
        }
        if has_offers || !is_empty {
            page.region(Role::Card, "principles", Vec::new(), inside);
        }
    }

    /// The person's own notes and reflections.
    fn quotes(&'a self, page: &mut Builder<'a>, library: &Library) {
        let record = self.model.displayed_record();
        let mut inside = self.build();
        for (id, note) in record.notes.iter() {
            if let Some((_, text)) = self.start.statement(id) {
                inside.paragraph(TextStyle::Hint, text.ask.clone());
                inside.paragraph(TextStyle::Quote, note.clone());
            }
        }
        for (id, reflection) in record.reflections.iter() {
            if let Some(question) = library.question(id.as_str()) {
                inside.paragraph(TextStyle::Hint, question.text.clone());
                inside.paragraph(TextStyle::Quote, self.reflection_text(library, reflection));
            }
        }
        self.module_quotes(&mut inside);
        if !inside.blocks.is_empty() {
            inside.blocks.insert(0, Block::Heading(2, self.message(MessageKey::QuotesTitle)));
            page.region(Role::Card, "quotes", Vec::new(), inside);
        }
    }
}
