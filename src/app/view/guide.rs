//! The three-step guide around the principles: theme, scoping questions, the four interests, and the design note
//! (domain D).

use super::block::{Action, Block, Field, FieldOf, Fold, Look, RegionKind, Row, Weight};
use super::builder::Builder;
use super::{Screen, Source};
use crate::app::{Msg, Route};
use crate::content::{Fill, Library, Word, Worked};

impl<'a> Source<'a> {
    /// The guide: which theme, what is intended, and whose interests are at stake.
    pub(super) fn guide_screen(&'a self, library: &Library) -> Screen<'a> {
        let name = self.word(Word::GuideTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.word(Look::Lead, Word::GuideIntro);
        self.themes(&mut page);
        self.theme_field(&mut page, library);
        let mut scoping = self.build();
        scoping.heading(Word::ScopingTitle);
        scoping.word(Look::Hint, Word::ScopingIntro);
        for step in &library.scoping {
            self.worked(&mut scoping, library, step);
        }
        page.region(RegionKind::Card, "scoping", Vec::new(), scoping);
        let mut interests = self.build();
        interests.heading(Word::InterestsTitle);
        interests.word(Look::Hint, Word::InterestsIntro);
        for interest in &library.interests {
            self.worked(&mut interests, library, interest);
        }
        page.region(RegionKind::Card, "interests", Vec::new(), interests);
        page.onward(Word::ToPrinciples);
        Screen { name, page }
    }

    /// The themes kept side by side, with the way to another one.
    pub(super) fn themes(&'a self, page: &mut Builder<'a>) {
        for (at, theme) in self.model.record.other_themes.iter().enumerate() {
            let name =
                if theme.name.is_empty() { self.word(Word::ThemeNameless) } else { theme.name.clone() };
            let label = self.fill(Word::ThemeOpen, &[("name", Fill::Text(&name))]);
            let open =
                Action { name: "open-theme", label, of: None, pressed: None, msg: Msg::ThemeOpened(at) };
            page.button(Row::Beside, Weight::Secondary, open);
        }
        if !self.model.record.theme.is_blank() {
            page.button(
                Row::Beside,
                Weight::Quiet,
                self.action("add-theme", Word::ThemeAdd, Msg::ThemeAdded),
            );
            let remove = self.action("remove-theme", Word::ThemeRemove, Msg::ThemeRemoved);
            page.button(Row::Beside, Weight::Quiet, remove);
        }
    }

    /// The name of the theme at hand.
    pub(super) fn theme_field(&'a self, page: &mut Builder<'a>, library: &Library) {
        let origins = library.theme_origins.join(", ");
        let hint = self.fill(Word::ThemeHint, &[("origins", Fill::Text(&origins))]);
        page.add(Block::Field(Field {
            of: FieldOf::Theme,
            label: self.word(Word::ThemeLabel),
            kicker: None,
            label_hidden: false,
            hint: Some(hint),
            value: self.model.record.theme.name.clone(),
            long: false,
        }));
    }

    fn worked(&'a self, page: &mut Builder<'a>, library: &Library, step: &Worked) {
        let Some(question) = library.question(step.question.as_str()) else { return };
        let value = self.model.record.theme.guide.get(step.question.as_str()).cloned().unwrap_or_default();
        page.add(Block::Field(Field {
            of: FieldOf::Guide(step.question.clone()),
            label: question.text.clone(),
            kicker: step.name.clone(),
            label_hidden: false,
            hint: None,
            value,
            long: true,
        }));
        let mut example = self.build();
        example.words(Look::Plain, step.workload.clone());
        if let Some(hybrid) = &step.hybrid {
            example.word(Look::Strong, Word::ExampleHybrid);
            example.words(Look::Plain, hybrid.clone());
        }
        page.add(Block::Fold(Fold {
            key: step.question.as_str().into(),
            look: "example",
            label: self.word(Word::Example),
            of: Some(question.text.clone()),
            open: false,
            blocks: example.blocks,
        }));
    }

    /// Everything about one theme on one page, to print or take along.
    pub(super) fn design_note_screen(&'a self, library: &Library) -> Screen<'a> {
        let theme = &self.model.record.theme;
        let named = if theme.name.is_empty() { self.word(Word::ThemeNameless) } else { theme.name.clone() };
        let name = self.fill(Word::DesignNoteTitle, &[("name", Fill::Text(&named))]);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.word(Look::Lead, Word::DesignNoteIntro);
        let mut positions = self.build();
        positions.heading(Word::PrinciplesTitle);
        self.principle_summaries(&mut positions, library);
        page.region(RegionKind::Card, "positions", Vec::new(), positions);
        let sections = [
            (Word::ScopingTitle, "scoping", &library.scoping),
            (Word::InterestsTitle, "interests", &library.interests),
        ];
        for (heading, key, steps) in sections {
            let mut inside = self.build();
            inside.heading(heading);
            for step in steps {
                let Some(question) = library.question(step.question.as_str()) else { continue };
                let answer = theme.guide.get(step.question.as_str()).cloned();
                inside.words(Look::Hint, question.text.clone());
                inside.words(Look::Quote, answer.unwrap_or_else(|| self.word(Word::NotFilledIn)));
            }
            page.region(RegionKind::Card, key, Vec::new(), inside);
        }
        page.button(Row::Beside, Weight::Primary, self.action("print", Word::Print, Msg::PrintPressed));
        let guide = self.action("guide", Word::ToGuide, Msg::Navigate(Route::Guide));
        page.button(Row::Beside, Weight::Secondary, guide);
        Screen { name, page }
    }
}
