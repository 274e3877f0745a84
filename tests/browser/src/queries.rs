//! Queries: reading the page, and waiting for what it should show. Methods that start with `expect` wait.

use serde_json::{Value, json};

use crate::bundle;
use crate::visitor::Visitor;
use crate::waiting::wait_for;

/// The marks of a principle.
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
        text_of(&self.execute("return document.title", []))
    }

    /// The language of the document.
    #[track_caller]
    pub fn language(&self) -> String {
        text_of(&self.execute("return document.documentElement.lang", []))
    }

    /// Waits for this screen, with one visible first heading and a title that ends with the name of the product.
    #[track_caller]
    pub fn expect_screen(&self, screen: &str) {
        self.expect_head(screen, |head, app| head.title.ends_with(&format!(" · {app}")));
    }

    /// Waits for a screen with this title, before the name of the product.
    #[track_caller]
    pub fn expect_titled_screen(&self, screen: &str, title: &str) {
        self.expect_head(screen, |head, app| head.title == format!("{title} · {app}"));
    }

    /// Waits for the statement at this position: its title and its screen.
    #[track_caller]
    pub fn expect_statement(&self, position: usize, of: usize) {
        let screen = if position == 1 { "start" } else { "statement" };
        self.expect_head(screen, |head, app| {
            let title = match position {
                1 => bundle::ui_text(&head.language, "start-title"),
                _ => statement_label(&head.language, position, of),
            };
            head.title == format!("{title} · {app}")
        });
    }

    /// Waits for a screen with one visible first heading and a title that fits, given the name of the product. Everything
    /// is read in one script call, because each call is a round trip to the browser.
    #[track_caller]
    fn expect_head(&self, screen: &str, has_title: impl Fn(&Head, &str) -> bool) {
        let look = "return [document.querySelector('main')?.dataset.screen ?? null, document.title,
            [...document.querySelectorAll('h1')].filter(e => e.checkVisibility()).length,
            document.documentElement.lang]";
        wait_for(&format!("the screen {screen} with its title and one first heading"), || {
            let seen = self.execute(look, []);
            let head = Head { title: text_of(&seen[1]), language: text_of(&seen[3]) };
            if head.language.is_empty() {
                return Err("the document is still empty".to_owned());
            }
            let app = bundle::ui_text(&head.language, "app-name");
            if seen[0] == screen && seen[2] == 1 && has_title(&head, &app) {
                return Ok(());
            }
            let title = head.title;
            Err(format!("the screen is {}, the title {title:?}, with {} first headings", seen[0], seen[2]))
        });
    }

    /// The label of a statement: *Stelling 2 van 10*.
    #[track_caller]
    pub fn statement_label(&self, position: usize, of: usize) -> String {
        statement_label(&self.text_language(), position, of)
    }

    /// Waits until this text is on the page.
    #[track_caller]
    pub fn expect_text(&self, text: &str) {
        wait_for(&format!("the text {text:?}"), || {
            let page = self.visible_text();
            if page.contains(text) { Ok(()) } else { Err(format!("the page says\n{page}")) }
        });
    }

    /// Waits until a user interface text is on the page, in its language.
    #[track_caller]
    pub fn expect_ui_text(&self, key: &str) {
        self.expect_text(&self.ui_text(key));
    }

    /// The visible text of the page, with normalised white space.
    #[track_caller]
    pub fn visible_text(&self) -> String {
        text_of(&self.execute("return (document.body?.innerText ?? '').replace(/\\s+/g, ' ')", []))
    }

    /// A user interface text in the language of the page, once a heading is visible.
    #[track_caller]
    pub fn ui_text(&self, key: &str) -> String {
        bundle::ui_text(&self.text_language(), key)
    }

    /// A user interface text in the language of the page, with its placeholders filled.
    #[track_caller]
    pub fn ui_text_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        bundle::ui_text_with(&self.text_language(), key, values)
    }

    #[track_caller]
    fn text_language(&self) -> String {
        // A page prerendered in another language than the visitor's is in the document but hidden.
        let look = "const seen = [...document.querySelectorAll('main h1')].some(e => e.checkVisibility());
            return seen && document.documentElement.lang";
        wait_for("a page with a visible heading", || {
            let language = self.execute(look, []);
            language.as_str().map(str::to_owned).ok_or_else(|| "it never came".to_owned())
        })
    }

    // Elements

    /// The number of elements that match.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        self.attributes(selector, "class").len()
    }

    /// The texts of all elements that match.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let look = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())";
        texts_of(&self.execute(look, [json!(selector)]))
    }

    /// The values of an attribute of all elements that match; empty if one lacks it.
    #[track_caller]
    pub fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        let look = "return [...document.querySelectorAll(arguments[0])].map(e => e.getAttribute(arguments[1]) || '')";
        texts_of(&self.execute(look, [json!(selector), json!(attribute)]))
    }

    /// The cells of each row of the table with this `data-table`, even if it is collapsed.
    #[track_caller]
    pub fn table_rows(&self, table: &str) -> Vec<Vec<String>> {
        let look = "return [...document.querySelectorAll(`[data-table=\"${arguments[0]}\"] tbody tr`)]
            .map(row => [...row.children].map(cell => cell.textContent.trim()))";
        let rows = self.execute(look, [json!(table)]);
        rows.as_array().into_iter().flatten().map(texts_of).collect()
    }

    /// An attribute of the first element that matches, once there is one.
    #[track_caller]
    pub fn attribute(&self, selector: &str, attribute: &str) -> Option<String> {
        let look =
            "const e = document.querySelector(arguments[0]); return e && [e.getAttribute(arguments[1])]";
        let found = wait_for(&format!("the element {selector}"), || {
            let found = self.execute(look, [json!(selector), json!(attribute)]);
            if found.is_null() { Err("it never came".to_owned()) } else { Ok(found) }
        });
        found[0].as_str().map(str::to_owned)
    }

    /// Waits until an attribute has this value; `None` is an absent attribute.
    #[track_caller]
    pub fn expect_attribute(&self, selector: &str, attribute: &str, value: Option<&str>) {
        let what = format!("{attribute} of {selector}");
        wait_for_equal(&what, &json!(value), || json!(self.attribute(selector, attribute)));
    }

    /// Checks attributes of one element, once there is one; `None` is an absent attribute.
    #[track_caller]
    pub fn expect_attributes(&self, selector: &str, wanted: &[(&str, Option<&str>)]) {
        let look = "const e = document.querySelector(arguments[0]);
            return e && arguments[1].map(name => e.getAttribute(name))";
        let names: Vec<&str> = wanted.iter().map(|(name, _)| *name).collect();
        let found = wait_for(&format!("the element {selector}"), || {
            let found = self.execute(look, [json!(selector), json!(names)]);
            if found.is_null() { Err("it never came".to_owned()) } else { Ok(found) }
        });
        let found = names.iter().zip(found.as_array().into_iter().flatten());
        let found: Vec<_> = found.map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(found, wanted, "attributes of {selector}");
    }

    /// The value of the checked radio of a group.
    #[track_caller]
    pub fn chosen(&self, name: &str) -> Option<String> {
        let look = "const e = [...document.getElementsByName(arguments[0])].find(e => e.checked); return e && e.value";
        self.execute(look, [json!(name)]).as_str().map(str::to_owned)
    }

    /// Waits until this radio of a group is checked.
    #[track_caller]
    pub fn expect_chosen(&self, name: &str, value: &str) {
        wait_for_equal(&format!("the choice in {name}"), &json!(value), || json!(self.chosen(name)));
    }

    /// Waits for the track of this principle.
    #[track_caller]
    pub fn expect_track(&self, principle: &str) {
        self.attribute(&format!("input[name=\"{principle}-now\"]"), "type");
        self.expect_screen("principles");
    }

    /// The marks of a principle.
    #[track_caller]
    pub fn marks(&self, principle: &str) -> Marks {
        let at = |mark: &str| self.chosen(&format!("{principle}-{mark}"));
        Marks { now: at("now"), desired: at("desired") }
    }

    /// The value of a text field.
    #[track_caller]
    pub fn field_value(&self, name: &str) -> String {
        text_of(&self.execute("return document.getElementsByName(arguments[0])[0].value", [json!(name)]))
    }

    /// Whether an element that matches has the focus.
    #[track_caller]
    pub fn has_focus(&self, selector: &str) -> bool {
        self.execute("return document.activeElement.matches(arguments[0])", [json!(selector)]) == json!(true)
    }

    /// Waits until an element that matches has the focus.
    #[track_caller]
    pub fn expect_focus(&self, selector: &str) {
        wait_for(&format!("the focus on {selector}"), || {
            if self.has_focus(selector) { Ok(()) } else { Err(format!("it is on {}", self.focused_html())) }
        });
    }

    /// The start of the markup of the focused element.
    #[track_caller]
    pub fn focused_html(&self) -> String {
        let look = "return document.activeElement.outerHTML.slice(0, 200)";
        text_of(&self.execute(look, []))
    }
}

/// The title and the language of a page.
struct Head {
    title: String,
    language: String,
}

#[track_caller]
fn statement_label(language: &str, position: usize, of: usize) -> String {
    bundle::ui_text_with(language, "statement-of", &[("n", &position.to_string()), ("all", &of.to_string())])
}

#[track_caller]
fn wait_for_equal(what: &str, wanted: &Value, mut look: impl FnMut() -> Value) {
    wait_for(what, || {
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
