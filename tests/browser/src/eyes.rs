//! What the visitor sees.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::patience::await_some;
use crate::visitor::Visitor;
use crate::{bundle, chromium};

/// Where the marks of a principle stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The stop of the mark *now*.
    pub now: Option<String>,
    /// The stop of the mark *desired*.
    pub desired: Option<String>,
}

impl Visitor {
    // The page as a whole

    /// The title of the document.
    #[track_caller]
    pub fn title(&self) -> String {
        text_of(&self.script("return document.title", []))
    }

    /// The language of the document.
    #[track_caller]
    pub fn language(&self) -> String {
        text_of(&self.script("return document.documentElement.lang", []))
    }

    /// Waits for this screen; it has one first heading and a title that ends with the name of the product.
    #[track_caller]
    pub fn sees_screen(&self, screen: &str) {
        let look = "return [document.querySelector('main')?.dataset.screen ?? null, document.title,
            [...document.querySelectorAll('h1')].filter(e => e.checkVisibility()).length,
            document.documentElement.lang]";
        await_some(&format!("the screen {screen} with a title and one first heading"), || {
            let seen = self.script(look, []);
            let (title, language) = (text_of(&seen[1]), text_of(&seen[3]));
            let is_titled = title.ends_with(&format!(" · {}", bundle::word(&language, "app-name")));
            if seen[0] == screen && seen[2] == 1 && is_titled {
                return Ok(());
            }
            Err(format!("the screen is {}, the title {title:?}, and first headings are {}", seen[0], seen[2]))
        });
    }

    /// Waits for a screen with this title, before the name of the product.
    #[track_caller]
    pub fn sees_titled(&self, screen: &str, title: &str) {
        let title = format!("{title} · {}", self.word("app-name"));
        await_same("the title", &json!(title), || json!(self.title()));
        self.sees_screen(screen);
    }

    /// Waits for the statement at this place: its title and its screen.
    #[track_caller]
    pub fn sees_statement(&self, place: usize, of: usize) {
        if place == 1 {
            self.sees_titled("start", &self.word("start-title"));
        } else {
            self.sees_titled("statement", &self.place_in_words(place, of));
        }
    }

    /// *Stelling 2 van 10*.
    #[track_caller]
    pub fn place_in_words(&self, place: usize, of: usize) -> String {
        self.filled("statement-of", &[("n", &place.to_string()), ("all", &of.to_string())])
    }

    /// Waits until this text is on the page.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        await_some(&format!("the text {text:?}"), || {
            let page = self.visible_text();
            if page.contains(text) { Ok(()) } else { Err(format!("the page says\n{page}")) }
        });
    }

    /// Waits until a word of the user interface is on the page, in the language of the page.
    #[track_caller]
    pub fn sees_word(&self, key: &str) {
        self.sees(&self.word(key));
    }

    /// Everything that can be read on the page, white space made even.
    #[track_caller]
    pub fn visible_text(&self) -> String {
        text_of(&self.script("return (document.body?.innerText ?? '').replace(/\\s+/g, ' ')", []))
    }

    /// A word in the language of the page, once the page has words.
    #[track_caller]
    pub fn word(&self, key: &str) -> String {
        bundle::word(&self.language_of_words(), key)
    }

    /// A word in the language of the page, with its gaps filled.
    #[track_caller]
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        bundle::filled(&self.language_of_words(), key, values)
    }

    #[track_caller]
    fn language_of_words(&self) -> String {
        // A page that was prerendered in another language than the visitor's is there, but not to be seen.
        let look = "const seen = [...document.querySelectorAll('main h1')].some(e => e.checkVisibility());
            return seen && document.documentElement.lang";
        await_some("a page with words", || {
            let language = self.script(look, []);
            language.as_str().map(str::to_owned).ok_or_else(|| "it never came".to_owned())
        })
    }

    // Its parts

    /// How many elements there are.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        self.values(selector, "class").len()
    }

    /// The texts of all these elements.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let look = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())";
        texts_of(&self.script(look, [json!(selector)]))
    }

    /// The values of an attribute of all these elements; empty where one lacks it.
    #[track_caller]
    pub fn values(&self, selector: &str, attribute: &str) -> Vec<String> {
        let look = "return [...document.querySelectorAll(arguments[0])].map(e => e.getAttribute(arguments[1]) || '')";
        texts_of(&self.script(look, [json!(selector), json!(attribute)]))
    }

    /// The rows of the table with this `data-table`, cell by cell, whether or not it is folded away.
    #[track_caller]
    pub fn rows(&self, table: &str) -> Vec<Vec<String>> {
        let look = "return [...document.querySelectorAll(`[data-table=\"${arguments[0]}\"] tbody tr`)]
            .map(row => [...row.children].map(cell => cell.textContent.trim()))";
        let rows = self.script(look, [json!(table)]);
        rows.as_array().into_iter().flatten().map(texts_of).collect()
    }

    /// An attribute of the first of these elements, once there is one.
    #[track_caller]
    pub fn value(&self, selector: &str, attribute: &str) -> Option<String> {
        let look =
            "const e = document.querySelector(arguments[0]); return e && [e.getAttribute(arguments[1])]";
        let found = await_some(&format!("the element {selector}"), || {
            let found = self.script(look, [json!(selector), json!(attribute)]);
            if found.is_null() { Err("it never came".to_owned()) } else { Ok(found) }
        });
        found[0].as_str().map(str::to_owned)
    }

    /// Waits until an attribute has this value; `None` is an absent one.
    #[track_caller]
    pub fn sees_value(&self, selector: &str, attribute: &str, value: Option<&str>) {
        let what = format!("{attribute} of {selector}");
        await_same(&what, &json!(value), || json!(self.value(selector, attribute)));
    }

    /// Checks hooks of one element: names with values, `None` for one that must be absent.
    #[track_caller]
    pub fn sees_hooks(&self, selector: &str, hooks: &[(&str, Option<&str>)]) {
        for (name, value) in hooks {
            assert_eq!(self.value(selector, name).as_deref(), *value, "{name} of {selector}");
        }
    }

    /// The value of the radio that is chosen in a group.
    #[track_caller]
    pub fn chosen(&self, name: &str) -> Option<String> {
        let look = "const e = [...document.getElementsByName(arguments[0])].find(e => e.checked); return e && e.value";
        self.script(look, [json!(name)]).as_str().map(str::to_owned)
    }

    /// Waits until this radio of the group is chosen.
    #[track_caller]
    pub fn sees_chosen(&self, name: &str, value: &str) {
        await_same(&format!("the choice in {name}"), &json!(value), || json!(self.chosen(name)));
    }

    /// Waits for the track of this principle.
    #[track_caller]
    pub fn sees_track(&self, principle: &str) {
        self.value(&format!("input[name=\"{principle}-now\"]"), "type");
        self.sees_screen("principles");
    }

    /// Where the marks of a principle stand.
    #[track_caller]
    pub fn marks(&self, principle: &str) -> Marks {
        let at = |mark: &str| self.chosen(&format!("{principle}-{mark}"));
        Marks { now: at("now"), desired: at("desired") }
    }

    /// The words in a field.
    #[track_caller]
    pub fn typed_in(&self, name: &str) -> String {
        text_of(&self.script("return document.getElementsByName(arguments[0])[0].value", [json!(name)]))
    }

    /// True when the focus is on an element that matches.
    #[track_caller]
    pub fn has_focus_on(&self, selector: &str) -> bool {
        self.script("return document.activeElement.matches(arguments[0])", [json!(selector)]) == json!(true)
    }

    /// Waits until the focus is on an element that matches.
    #[track_caller]
    pub fn sees_focus_on(&self, selector: &str) {
        await_some(&format!("the focus on {selector}"), || {
            if self.has_focus_on(selector) { Ok(()) } else { Err(format!("it is on {}", self.focus())) }
        });
    }

    /// The element that has the focus, as the beginning of its markup.
    #[track_caller]
    pub fn focus(&self) -> String {
        let look = "return document.activeElement.outerHTML.slice(0, 200)";
        text_of(&self.script(look, []))
    }

    /// The element as it is seen, as a PNG file.
    #[track_caller]
    pub fn picture_of(&self, selector: &str) -> Vec<u8> {
        let element = self.visible(selector);
        self.run(&format!("take a picture of {selector}"), element.screenshot_as_png())
    }

    /// The page at this width, down to the end or to a height, as a PNG file; only in Chromium.
    #[track_caller]
    pub fn picture_of_page(&self, width: u32, most: u32) -> Vec<u8> {
        self.run("take a picture of the page", chromium::picture_of_page(self.browser(), width, most))
    }

    /// The fonts of the machine, and not of the page, with which words of the page are drawn; only in Chromium.
    #[track_caller]
    pub fn fonts_of_machine(&self) -> BTreeSet<String> {
        self.run("ask for the fonts", chromium::fonts_of_machine(self.browser()))
    }

    /// True where a picture of a part shows all of it: `WebKit` leaves black what is out of sight.
    pub fn takes_pictures_of_parts(&self) -> bool {
        self.engine != Engine::WebKit
    }

    // What is kept

    /// Everything in storage, by key.
    #[track_caller]
    pub fn stored(&self) -> BTreeMap<String, String> {
        let stored = self.script("return { ...localStorage }", []);
        serde_json::from_value(stored).unwrap()
    }

    /// What storage holds under a key.
    #[track_caller]
    pub fn stored_text(&self, key: &str) -> Option<String> {
        self.script("return localStorage.getItem(arguments[0])", [json!(key)]).as_str().map(str::to_owned)
    }

    /// Puts a text into storage.
    #[track_caller]
    pub fn stores(&self, key: &str, text: &str) {
        self.script("localStorage.setItem(arguments[0], arguments[1])", [json!(key), json!(text)]);
    }
}

#[track_caller]
fn await_same(what: &str, wanted: &Value, mut look: impl FnMut() -> Value) {
    await_some(what, || {
        let seen = look();
        if seen == *wanted { Ok(()) } else { Err(format!("it is {seen} and not {wanted}")) }
    });
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts_of(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text_of).collect()
}
