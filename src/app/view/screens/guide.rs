//! The three-step guide around the principles: theme, scoping questions, the four interests, and the design note
//! (docs/product.md#three-step-guide).

use crate::app::view::block::{
    Action, Block, ButtonLayout, ButtonStyle, Disclosure, DisclosureKind, Field, FieldId, Role, TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{Msg, Route};
use crate::content::{Arg, Library, MessageKey, WorkedExample};

impl<'a> ViewContext<'a> {
    /// The guide: which theme, what is intended, and whose interests are at stake.
    pub(crate) fn guide_screen(&'a self, library: &Library) -> Screen<'a> {
        let name = self.message(MessageKey::GuideTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::GuideIntro);
        self.themes(&mut page);
        self.theme_field(&mut page, library);
        let mut scoping = self.build();
        scoping.heading(MessageKey::ScopingTitle);
        scoping.message(TextStyle::Hint, MessageKey::ScopingIntro);
        for step in &library.scoping {
            self.worked(&mut scoping, library, step);
        }
        page.region(Role::Card, "scoping", Vec::new(), scoping);
        let mut interests = self.build();
        interests.heading(MessageKey::InterestsTitle);
        interests.message(TextStyle::Hint, MessageKey::InterestsIntro);
        for interest in &library.interests {
            self.worked(&mut interests, library, interest);
        }
        page.region(Role::Card, "interests", Vec::new(), interests);
        page.primary_action(MessageKey::ToPrinciples);
        Screen { name, page }
    }

    /// The themes kept side by side, with the way to another one.
    pub(crate) fn themes(&'a self, page: &mut Builder<'a>) {
        for (at, theme) in self.model.record.other_themes.iter().enumerate() {
            let name = if theme.name.is_empty() {
                self.message(MessageKey::ThemeNameless)
            } else {
                theme.name.clone()
            };
            let label = self.format(MessageKey::ThemeOpen, &[("name", Arg::Text(&name))]);
            let open = Action::new("open-theme", label, Msg::ThemeOpened(at));
            page.button(ButtonLayout::Inline, ButtonStyle::Secondary, open);
        }
        if !self.model.record.theme.is_blank() {
            page.button(
                ButtonLayout::Inline,
                ButtonStyle::Quiet,
                self.action("add-theme", MessageKey::ThemeAdd, Msg::ThemeAdded),
            );
            let remove = self.action("remove-theme", MessageKey::ThemeRemove, Msg::ThemeRemoved);
            page.button(ButtonLayout::Inline, ButtonStyle::Quiet, remove);
        }
    }

    /// The name of the theme at hand.
    pub(crate) fn theme_field(&'a self, page: &mut Builder<'a>, library: &Library) {
        let origins = library.theme_origins.join(", ");
        let hint = self.format(MessageKey::ThemeHint, &[("origins", Arg::Text(&origins))]);
        let name = self.model.record.theme.name.clone();
        page.field(Field::short(FieldId::Theme, self.message(MessageKey::ThemeLabel), name).hint(hint));
    }

    fn worked(&'a self, page: &mut Builder<'a>, library: &Library, step: &WorkedExample) {
        let Some(question) = library.question(step.question.as_str()) else { return };
        let value = self.model.record.theme.guide.get(step.question.as_str()).cloned().unwrap_or_default();
        let field = Field::long(FieldId::Guide(step.question.clone()), question.text.clone(), value);
        page.field(field.eyebrow(step.name.clone()));
        let mut example = self.build();
        example.paragraph(TextStyle::Body, step.workload.clone());
        if let Some(hybrid) = &step.hybrid {
            example.message(TextStyle::Strong, MessageKey::ExampleHybrid);
            example.paragraph(TextStyle::Body, hybrid.clone());
        }
        let label = self.message(MessageKey::Example);
        page.add(Block::Disclosure(Disclosure {
            key: step.question.as_str().into(),
            screen_reader_suffix: Some(question.text.clone()),
            ..Disclosure::new(DisclosureKind::Example, label, example.blocks)
        }));
    }

    /// Everything about one theme on one page, to print or take along.
    pub(crate) fn design_note_screen(&'a self, library: &Library) -> Screen<'a> {
        let theme = &self.model.record.theme;
        let named =
            if theme.name.is_empty() { self.message(MessageKey::ThemeNameless) } else { theme.name.clone() };
        let name = self.format(MessageKey::DesignNoteTitle, &[("name", Arg::Text(&named))]);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::DesignNoteIntro);
        let mut positions = self.build();
        positions.heading(MessageKey::PrinciplesTitle);
        self.principle_summaries(&mut positions, library);
        page.region(Role::Card, "positions", Vec::new(), positions);
        let sections = [
            (MessageKey::ScopingTitle, "scoping", &library.scoping),
            (MessageKey::InterestsTitle, "interests", &library.interests),
        ];
        for (heading, key, steps) in sections {
            let mut inside = self.build();
            inside.heading(heading);
            for step in steps {
                let Some(question) = library.question(step.question.as_str()) else { continue };
                let answer = theme.guide.get(step.question.as_str()).cloned();
                inside.paragraph(TextStyle::Hint, question.text.clone());
                inside.paragraph(
                    TextStyle::Quote,
                    answer.unwrap_or_else(|| self.message(MessageKey::NotFilledIn)),
                );
            }
            page.region(Role::Card, key, Vec::new(), inside);
        }
        page.button(
            ButtonLayout::Inline,
            ButtonStyle::Primary,
            self.action("print", MessageKey::Print, Msg::PrintPressed),
        );
        let guide = self.action("guide", MessageKey::ToGuide, Msg::Navigate(Route::Guide));
        page.button(ButtonLayout::Inline, ButtonStyle::Secondary, guide);
        Screen { name, page }
    }
}
