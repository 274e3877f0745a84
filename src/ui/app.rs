//! The root: holds the model, hands effects to the platform and focus to the page once it is painted.

use std::cell::Cell;

use yew::prelude::*;

use super::shell::page;
use crate::app::view::Page;
use crate::app::{Effect, Model, Msg};
use crate::json::Text;
use crate::platform::{self, Boot};

/// The whole product.
pub struct App {
    model: Model,
    /// What the page around the view must know of the one that was made last.
    made: Cell<Option<Made>>,
    question_set: Text,
    /// True once the program stands in the place of the prerendered page, or is about to.
    has_taken_over: bool,
    /// Where the focus must go after painting.
    focus: Option<Effect>,
    /// Lives as long as the product does.
    _listeners: [Option<platform::Listener>; 7],
}

/// What the page around a view must know of it.
struct Made {
    title: Text,
    language: &'static str,
    boot: Boot,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("App")
    }
}

impl App {
    fn perform(&mut self, effects: Vec<Effect>, context: &Context<Self>) {
        let send = context.link().callback(|msg| msg);
        for effect in effects {
            match effect {
                Effect::FocusHeading | Effect::FocusAsk => self.focus = Some(effect),
                _ => platform::perform(effect, &self.question_set, &send),
            }
        }
    }
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let flags = platform::flags();
        let question_set = flags.question_set.clone();
        let (model, effects) = Model::init(flags);
        let send = context.link().callback(|msg| msg);
        let [in_sight, keys_in_sight] = platform::keep_in_sight();
        let listeners = [
            platform::on_history_moved(send.clone()),
            platform::on_code(send.clone()),
            platform::on_stored_elsewhere(question_set.clone(), send.clone()),
            platform::on_release_found(send),
            in_sight,
            keys_in_sight,
            platform::follow_focus(),
        ];
        let mut app = Self {
            model,
            made: Cell::default(),
            question_set,
            has_taken_over: false,
            focus: None,
            _listeners: listeners,
        };
        app.perform(effects, context);
        app
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let effects = self.model.update(msg);
        self.perform(effects, context);
        true
    }

    // Not in `update`: one click may lead to several messages, and only what they end in is painted.
    fn view(&self, context: &Context<Self>) -> Html {
        let view = self.model.view();
        let boot = match view.page {
            Page::Blocks(_) => Boot::Ready,
            Page::Failed => Boot::Failed,
            Page::Waiting => Boot::Waiting,
        };
        let html = page(&view, &context.link().callback(|msg| msg));
        self.made.set(Some(Made { title: view.title, language: view.language, boot }));
        html
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        if let Some(made) = self.made.take() {
            platform::describe(&made.title, made.language);
            platform::show_boot(made.boot);
            if made.boot == Boot::Ready && !self.has_taken_over {
                self.has_taken_over = true;
                platform::take_over(context.link().callback(|msg| msg));
            }
        }
        match self.focus.take() {
            Some(Effect::FocusHeading) => platform::focus_heading(),
            Some(Effect::FocusAsk) => platform::focus_ask(),
            _ => platform::recover_focus(),
        }
    }
}
