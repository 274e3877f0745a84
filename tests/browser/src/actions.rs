//! What the visitor does: with the mouse, with the keyboard, with files.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::{By, WebElement, WindowHandle};

use crate::chromium;
use crate::engine::Engine;
use crate::options::Theme;
use crate::pointer::{Gestures, Pointer};
use crate::visitor::Visitor;
use crate::waiting::wait_for;

/// A key of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those on the keyboard")]
pub enum Key {
    Tab,
    Enter,
    Space,
    Left,
    Up,
    Right,
    Down,
    Letter(char),
}

impl Key {
    /// The code of WebDriver for it.
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{e004}',
            Self::Enter => '\u{e007}',
            Self::Space => ' ',
            Self::Left => '\u{e012}',
            Self::Up => '\u{e013}',
            Self::Right => '\u{e014}',
            Self::Down => '\u{e015}',
            Self::Letter(letter) => letter,
        }
    }
}

/// A tab of the browser.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

/// No page has as many places for the focus as this.
const MAX_TABS: usize = 120;

/// The first element in sight that matches.
const FIND_VISIBLE: &str = "const e = [...document.querySelectorAll(arguments[0])]
    .find(e => e.checkVisibility({ visibilityProperty: true }));";

/// Scrolls where something lies over the element. Returns it, and its middle where a plain gesture there is enough: it
/// leads to no other page, and coordinates are those of the window.
const UNCOVER: &str = "if (!e) return null;
    const middle = () => { const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] };
    const isFree = () => { const hit = document.elementFromPoint(...middle()); return !!hit && e.contains(hit) };
    if (!isFree()) e.scrollIntoView({ block: 'center', behavior: 'instant' });
    const isPlain = window === window.top && !e.closest('a[href], [data-action=use-release]') && isFree();
    return isPlain ? [e, ...middle().map(Math.floor)] : [e]";

impl Visitor {
    // With the mouse

    /// Clicks the first of these elements that can be seen, once there is one. As a person does, the visitor scrolls
    /// when something else lies over it, such as the bar at the bottom.
    ///
    /// A driver's own click looks for the element anew and waits for a page that might be left: 60 ms in Chromium, 200 ms
    /// in Firefox. A plain gesture does the same to a page that stays.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let find = format!("{FIND_VISIBLE} {UNCOVER}");
        let found = wait_for(&format!("{selector} in sight"), || {
            let found = self.execute(&find, [json!(selector)]);
            if found.is_null() { Err("it never came".to_owned()) } else { Ok(found) }
        });
        let [x, y] = [&found[1], &found[2]].map(Value::as_i64);
        if let (Engine::Chromium | Engine::Firefox, Some(x), Some(y)) = (self.engine, x, y) {
            self.perform(&format!("click {selector}"), Gestures::tap(Pointer::Mouse, (x, y)));
        } else {
            let element = self.element(selector, found[0].clone());
            self.run(&format!("click {selector}"), element.click());
        }
    }

    /// Clicks the button with this `data-action`.
    #[track_caller]
    pub fn press(&self, action: &str) {
        self.click(&format!("[data-action=\"{action}\"]"));
    }

    /// Clicks the button onward.
    #[track_caller]
    pub fn press_next(&self) {
        self.press("next");
    }

    /// Clicks the label of a radio, and the radio is chosen.
    #[track_caller]
    pub fn choose(&self, name: &str, value: &str) {
        self.click(&format!("label:has(> input[name=\"{name}\"][value=\"{value}\"])"));
        self.expect_chosen(name, value);
    }

    /// Answers the statement on the page and goes on.
    #[track_caller]
    pub fn answer(&self, statement: &str, answer: &str) {
        self.choose(statement, answer);
        self.press_next();
    }

    /// Opens something that is folded away.
    #[track_caller]
    pub fn expand(&self, fold: &str) {
        self.click(&format!("details[data-fold=\"{fold}\"]:not([open]) > summary"));
    }

    /// Goes to a step of the scan; on a phone the list of steps is opened first.
    #[track_caller]
    pub fn go_to_step(&self, step: &str) {
        let button = format!("[data-action=\"step-{step}\"]");
        if !self.is_visible(&button) {
            self.press("steps");
        }
        self.click(&button);
    }

    // With the keyboard

    /// Presses a key and lets it go.
    #[track_caller]
    pub fn press_key(&self, key: Key) {
        let mut keys = Gestures::keyboard();
        keys.press_and_release(key.code());
        self.perform(&format!("press {key:?}"), keys);
    }

    /// Goes back by one place for the focus.
    #[track_caller]
    pub fn press_shift_tab(&self) {
        let mut keys = Gestures::keyboard();
        keys.press_holding('\u{e008}', Key::Tab.code());
        self.perform("press Shift and Tab", keys);
    }

    /// Presses Tab until an element that matches has the focus.
    #[track_caller]
    pub fn tab_to(&self, selector: &str) {
        let look = "const focus = document.activeElement;
            return focus.matches(arguments[0]) ? null : focus.outerHTML.slice(0, 200)";
        let mut others = Vec::new();
        for _ in 0..MAX_TABS {
            self.press_key(Key::Tab);
            let other = self.execute(look, [json!(selector)]);
            if other.is_null() {
                return;
            }
            others.push(other);
        }
        panic!("Tab never reaches {selector}, only {others:#?}");
    }

    /// Types with the keyboard, wherever the focus is.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        let mut keys = Gestures::keyboard();
        text.chars().for_each(|letter| keys.press_and_release(letter));
        self.perform(&format!("type {text:?}"), keys);
    }

    /// Clicks a field and types into it.
    #[track_caller]
    pub fn type_into(&self, name: &str, text: &str) {
        let selector = format!("[name=\"{name}\"]");
        self.click(&selector);
        let field = self.visible(&selector);
        self.run(&format!("type into {name}"), field.send_keys(text));
    }

    // With files

    /// Chooses a file to load. The field itself cannot be clicked: it opens a window of the system.
    #[track_caller]
    pub fn choose_file(&self, path: &Path) {
        let path = path.to_string_lossy().into_owned();
        let field =
            self.run("find the file field", self.browser().find(By::Css("input[data-action=\"import\"]")));
        self.run(&format!("choose the file {path}"), field.send_keys(path));
    }

    /// Waits for one whole JSON file in the downloads, takes it out and hands over its name and text.
    #[track_caller]
    pub fn wait_for_json_download(&self) -> (String, String) {
        let (name, bytes) = self.wait_for_download("json");
        (name, String::from_utf8(bytes).unwrap())
    }

    /// Waits for one whole file with this ending in the downloads, takes it out and hands over its name and content.
    #[track_caller]
    pub fn wait_for_download(&self, ending: &str) -> (String, Vec<u8>) {
        wait_for("a download", || {
            let mut files: Vec<_> =
                std::fs::read_dir(self.downloads()).unwrap().map(|file| file.unwrap()).collect();
            let names: Vec<_> =
                files.iter().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
            match names.as_slice() {
                [name] if Path::new(name).extension().is_some_and(|end| end == ending) => {
                    let path = files.remove(0).path();
                    // Firefox reserves the name with an empty file and moves the whole one there; WebKit writes the
                    // file under its own name.
                    let open = is_open(&path);
                    let bytes = std::fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
                    if open || bytes.is_empty() {
                        return Err(format!("{name} is still being written"));
                    }
                    std::fs::remove_file(path).unwrap();
                    Ok((name.clone(), bytes))
                }
                _ => Err(format!("there is {names:?}")),
            }
        })
    }

    // With the settings of the system

    /// Wants other colours in the middle of a visit. Only Chromium can be told; elsewhere nothing happens.
    #[track_caller]
    pub fn set_theme(&self, theme: Theme) {
        if self.engine == Engine::Chromium {
            self.run("change the colours", chromium::set_theme(self.browser(), theme, self.still));
            let seen = "return [matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(forced-colors: active)').matches]";
            let wanted = json!([theme != Theme::Light, theme == Theme::Forced]);
            assert_eq!(self.execute(seen, []), wanted, "{theme:?}");
        }
    }

    // With the clipboard, paper and tabs

    /// Says yes to reading the clipboard, as a person may be asked.
    #[track_caller]
    pub fn grant_clipboard_access(&self) {
        self.run("allow the clipboard", self.engine.grant_clipboard_access(self.browser()));
    }

    /// Puts the page on paper, as a PDF file.
    #[track_caller]
    pub fn print_to_pdf(&self) -> Vec<u8> {
        self.run("print", self.engine.print_to_pdf(self.browser()))
    }

    /// Opens another tab of the same browser and looks into it; it is empty.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let tab = Tab(self.run("open a tab", self.browser().new_tab()));
        self.switch_to_tab(&tab);
        tab
    }

    /// The tab that the visitor looks into.
    #[track_caller]
    pub fn current_tab(&self) -> Tab {
        Tab(self.run("see which tab this is", self.browser().window()))
    }

    /// Looks into another tab.
    #[track_caller]
    pub fn switch_to_tab(&self, tab: &Tab) {
        self.run("look into a tab", self.browser().switch_to_window(tab.0.clone()));
    }

    // What the verbs are made of

    /// The first of these elements that can be seen, once there is one.
    #[track_caller]
    pub(crate) fn visible(&self, selector: &str) -> WebElement {
        let element = wait_for(&format!("{selector} in sight"), || {
            let found = self.find_visible(selector);
            if found.is_null() { Err("it never came".to_owned()) } else { Ok(found) }
        });
        self.element(selector, element)
    }

    #[track_caller]
    fn element(&self, selector: &str, element: Value) -> WebElement {
        self.run(selector, async { WebElement::from_json(element, self.browser().handle().clone()) })
    }

    /// True when one of these elements can be seen.
    #[track_caller]
    pub fn is_visible(&self, selector: &str) -> bool {
        !self.find_visible(selector).is_null()
    }

    #[track_caller]
    fn find_visible(&self, selector: &str) -> Value {
        self.execute(&format!("{FIND_VISIBLE} return e || null"), [json!(selector)])
    }
}

/// Whether any process still holds this file open. Where `/proc` is missing or closed to us, none does.
fn is_open(file: &Path) -> bool {
    let listed = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    listed(Path::new("/proc"))
        .flat_map(|process| listed(&process.path().join("fd")))
        .any(|descriptor| std::fs::read_link(descriptor.path()).is_ok_and(|open| open == file))
}
