//! The result: phase, score, band and coverage, why not higher, dimension values, tips and what was written.

use crate::app::view::block::{Block, ButtonLayout, ButtonStyle, DataAttr, Role, TextStyle};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{Msg, Route, Section};
use crate::content::{Library, MessageKey};
use crate::domain::{Evaluation, Outcome};
use crate::json::Text;
use crate::report::decimal;

impl<'a> ViewContext<'a> {
    /// The result page: the visitor's own result, or a viewed one, which is read-only.
    pub(crate) fn result_screen(&'a self, library: &Library) -> Option<Screen<'a>> {
        let viewed = self.model.viewed.as_ref();
        if viewed.is_none() && self.model.route != Route::Result {
            // The scan to look at is not there yet.
            return None;
        }
        let evaluation = self.evaluation();
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

    /// The result as data for host pages and testers; a withheld value is an absent attribute.
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
                ("data-position", decimal(outcome.position.hundredths())),
            ]);
        }
        data_attrs
    }

    /// Onward to what is still open, while something is.
    fn complete(&'a self, page: &mut Builder<'a>, style: ButtonStyle) {
        if let Some(id) = self.first_open().filter(|_| self.model.viewed.is_none()) {
            let msg = Msg::Navigate(Route::Statement(id.clone()));
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
