//! `WebKitGTK` in its `MiniBrowser`: the engine family of Safari, though not Safari itself. Its options are set by the
//! environment in which the browser starts: a screen, a locale, and GTK settings.

use std::path::Path;
use std::process::Command;

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use xtask_build::policy::SELF;

use crate::driver::{ChildProgram, Driver};
use crate::engine::env_or;
use crate::options::{LAPTOP, SessionOptions};
use crate::session::Profile;

/// Lets the window be as narrow as a phone in spite of the browser's toolbars.
const NO_MIN_WIDTH: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }";

#[track_caller]
pub(crate) fn driver(profile: &Profile, folder: &Path) -> Driver {
    // The screen has exactly the size of the page. Without a window manager the window under the pointer, which is in the
    // middle of the screen, has the focus.
    let (width, height) = profile.size.unwrap_or(LAPTOP);
    let mut screen = Command::new(env_or("FLEXKOMPAS_XVFB", "Xvfb"));
    screen.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")]);
    let (screen, display) = ChildProgram::saying(&screen, None, |line| line.trim().parse::<u16>().ok());

    let settings = folder.join("settings");
    let gtk = settings.join("gtk-3.0");
    std::fs::create_dir_all(&gtk).unwrap();
    let animations = u8::from(!profile.still);
    std::fs::write(gtk.join("settings.ini"), format!("[Settings]\ngtk-enable-animations={animations}\n"))
        .unwrap();
    std::fs::write(gtk.join("gtk.css"), NO_MIN_WIDTH).unwrap();
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.join("downloads").display());
    std::fs::write(settings.join("user-dirs.dirs"), folders).unwrap();

    // The browser takes its language from the locale, which may not be installed, so its name links to the neutral one.
    let language = format!("{}.UTF-8", profile.languages.split(',').next().unwrap_or("en").replace('-', "_"));
    std::os::unix::fs::symlink("/usr/lib/locale/C.utf8", settings.join(&language)).unwrap();

    let mut command = Command::new(env_or("FLEXKOMPAS_WEBKITWEBDRIVER", "WebKitWebDriver"));
    command
        .env("DISPLAY", format!(":{display}"))
        .env("GDK_BACKEND", "x11")
        .env("LC_ALL", language)
        .env("LOCPATH", &settings)
        .env("XDG_CONFIG_HOME", &settings)
        .env_remove("LANGUAGE");
    Driver::told_its_port(&mut command, folder, screen)
}

pub(crate) fn capabilities(profile: &Profile) -> Capabilities {
    // Fills the screen, without toolbars.
    let mut arguments = vec!["--automation", "--full-screen"];
    if profile.dark {
        arguments.push("--dark-mode");
    }
    if profile.blocks_site_data {
        arguments.push("--enable-html5-local-storage=false");
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", json!({ "args": arguments })).unwrap();
    capabilities
}

pub(crate) async fn prepare(browser: &WebDriver, options: &SessionOptions) -> WebDriverResult<()> {
    let (width, height) = options.size;
    browser.set_window_rect(0, 0, width, height).await
}

pub(crate) async fn reset(browser: &WebDriver) -> WebDriverResult<()> {
    let before = browser.windows().await?;
    let empty = browser.new_window().await?;
    for window in before {
        browser.switch_to_window(window).await?;
        browser.close_window().await?;
    }
    browser.switch_to_window(empty).await
}

/// Without an origin, `'self'` matches nothing in `WebKit`, so the policy must also name the server.
pub(crate) fn self_source_in_sandbox(origin: &str) -> String {
    format!("{SELF} {origin}")
}
