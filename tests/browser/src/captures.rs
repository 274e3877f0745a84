//! Screenshots, fonts and local storage.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::chromium;
use crate::engine::Engine;
use crate::visitor::Visitor;

impl Visitor {
    /// A PNG screenshot of an element.
    #[track_caller]
    pub fn screenshot_of(&self, selector: &str) -> Vec<u8> {
        let element = self.visible(selector);
        self.run(&format!("take a screenshot of {selector}"), element.screenshot_as_png())
    }

    /// A PNG screenshot of the page at this width, cropped to a maximum height. Chromium only.
    #[track_caller]
    pub fn screenshot_page(&self, width: u32, max_height: u32) -> Vec<u8> {
        self.run(
            "take a screenshot of the page",
            chromium::screenshot_page(self.browser(), width, max_height),
        )
    }

    /// The system fonts that render text of the page. Chromium only.
    #[track_caller]
    pub fn system_fonts(&self) -> BTreeSet<String> {
        self.run("ask for the fonts", chromium::system_fonts(self.browser()))
    }

    /// Whether element screenshots are complete: `WebKit` leaves off-screen parts black.
    pub fn can_screenshot_elements(&self) -> bool {
        self.engine != Engine::WebKit
    }

    /// All items in local storage, by key.
    #[track_caller]
    pub fn stored_items(&self) -> BTreeMap<String, String> {
        let stored = self.execute("return { ...localStorage }", []);
        serde_json::from_value(stored).unwrap()
    }

    /// The item in local storage with this key.
    #[track_caller]
    pub fn stored_item(&self, key: &str) -> Option<String> {
        self.execute("return localStorage.getItem(arguments[0])", [json!(key)]).as_str().map(str::to_owned)
    }

    /// Stores an item in local storage.
    #[track_caller]
    pub fn store_item(&self, key: &str, text: &str) {
        self.execute("localStorage.setItem(arguments[0], arguments[1])", [json!(key), json!(text)]);
    }
}
