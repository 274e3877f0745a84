//! The root component: holds the model, performs effects, and moves the focus after rendering.

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
    /// The document metadata of the last view.
    document_meta: Cell<Option<DocumentMeta>>,
    question_set: Text,
    /// True once the program has replaced the prerendered page, or is about to.
    is_mounted: bool,
    /// The focus effect to perform after rendering.
    focus: Option<Effect>,
    /// Lives as long as the product does.
    _listeners: Vec<Option<platform::Listener>>,
}

/// The properties of the document that a view sets.
struct DocumentMeta {
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
        let dispatch = context.link().callback(|msg| msg);
        for effect in effects {
            match effect {
                Effect::FocusHeading | Effect::FocusAsk => self.focus = Some(effect),
                _ => platform::perform(effect, &self.question_set, &dispatch),
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
        let dispatch = context.link().callback(|msg| msg);
        let [in_sight, keys_in_sight] = platform::keep_in_sight();
        let mut listeners = vec![
            platform::on_popped_state(dispatch.clone()),
            platform::on_code(dispatch.clone()),
            platform::on_release_found(dispatch.clone()),
            in_sight,
            keys_in_sight,
            platform::follow_focus(),
        ];
        listeners.extend(platform::ignore_second_presses());
        listeners.extend(platform::unfold_on_paper());
        listeners.extend(platform::on_storage_changed(&question_set, &dispatch));
        let mut app = Self {
            model,
            document_meta: Cell::default(),
            question_set,
            is_mounted: false,
            focus: None,
            _listeners: listeners,
        };
        app.perform(effects, context);
        app
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        if self.model.is_unaffected_by(&msg) {
            return false;
        }
        // An event that would tell of it may still be under way, or never come to a page that was frozen.
        if let Some(change) = platform::unseen_storage(&self.question_set) {
            let effects = self.model.update(change);
            self.perform(effects, context);
        }
        let effects = self.model.update(msg);
        self.perform(effects, context);
        true
    }

    // Not in `update`: one click may lead to several messages, and only what they end in is painted.
    fn view(&self, context: &Context<Self>) -> Html {
        let view = self.model.view();
        let boot = match view.page {
            Page::Blocks(_) => Boot::Ready,
            Page::Failed(fault) => Boot::Failed(fault),
            Page::Loading => Boot::Loading,
        };
        let html = page(&view, &context.link().callback(|msg| msg));
        self.document_meta.set(Some(DocumentMeta { title: view.title, language: view.language, boot }));
        html
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        if let Some(document_meta) = self.document_meta.take() {
            platform::set_document_meta(&document_meta.title, document_meta.language);
            platform::show_boot(document_meta.boot);
            if document_meta.boot == Boot::Ready && !self.is_mounted {
                self.is_mounted = true;
                platform::mount(context.link().callback(|msg| msg));
            }
        }
        if self.focus.is_some() {
            platform::page_changed();
        }
        match self.focus.take() {
            Some(Effect::FocusHeading) => platform::focus_heading(),
            Some(Effect::FocusAsk) => platform::focus_ask(),
            _ => platform::recover_focus(),
        }
    }
}
