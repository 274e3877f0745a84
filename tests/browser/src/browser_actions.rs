//! Actions on the browser: theme, clipboard, printing and tabs.

use serde_json::json;
use thirtyfour::WindowHandle;

use crate::chromium;
use crate::engine::Engine;
use crate::options::Theme;
use crate::visitor::Visitor;

/// A tab of the browser.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Visitor {
    /// Changes the theme during a visit. Does nothing in engines other than Chromium, which cannot.
    #[track_caller]
    pub fn set_theme(&self, theme: Theme) {
        if self.engine == Engine::Chromium {
            self.run("change the colours", chromium::set_theme(self.browser(), theme, self.still));
            let seen = "return [matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(forced-colors: active)').matches]";
            let wanted = json!([theme != Theme::Light, theme == Theme::Forced]);
            assert_eq!(self.execute(seen, []), wanted, "{theme:?}");
        }
    }

    /// Moves the device to another time zone, such as `Pacific/Kiritimati`. Chromium only.
    #[track_caller]
    pub fn set_time_zone(&self, zone: &str) {
        let command = "Emulation.setTimezoneOverride";
        self.run("change the time zone", async {
            self.browser().cdp().send_raw(command, json!({ "timezoneId": zone })).await.map(drop)
        });
    }

    /// Grants access to the clipboard.
    #[track_caller]
    pub fn grant_clipboard_access(&self) {
        self.run("allow the clipboard", self.engine.grant_clipboard_access(self.browser()));
    }

    /// Prints the page as PDF.
    #[track_caller]
    pub fn print_to_pdf(&self) -> Vec<u8> {
        self.run("print", self.engine.print_to_pdf(self.browser()))
    }

    /// Opens an empty tab and switches to it.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let tab = Tab(self.run("open a tab", self.browser().new_tab()));
        self.switch_to_tab(&tab);
        tab
    }

    /// The current tab.
    #[track_caller]
    pub fn current_tab(&self) -> Tab {
        Tab(self.run("read the current tab", self.browser().window()))
    }

    /// Switches to another tab.
    #[track_caller]
    pub fn switch_to_tab(&self, tab: &Tab) {
        self.run("switch to a tab", self.browser().switch_to_window(tab.0.clone()));
    }
}
