//! Chromium: its switches, its preferences, and what only its `DevTools` protocol can do.

use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::engine::{ConsoleLine, env_or, text_at};
use crate::wishes::{LAPTOP, Wishes};

/// No sandbox, as containers give none; nothing that asks the network for itself.
const SWITCHES: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Frames in the process of their page: of others the driver sees neither console nor requests. What a frame may do
    // is the same.
    "--disable-site-isolation-trials",
    "--disable-features=IsolateSandboxedIframes",
];

#[track_caller]
pub(crate) fn driver() -> Driver {
    let mut command = Command::new(env_or("FLEXKOMPAS_CHROMEDRIVER", "chromedriver"));
    Driver::telling_its_port(command.arg("--port=0"), port_in)
}

/// From `ChromeDriver was started successfully on port 41235.`
fn port_in(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

pub(crate) fn capabilities(wishes: &Wishes) -> Capabilities {
    // 2 is Chromium's number for "block".
    let cookies = if wishes.no_site_data { 2 } else { 1 };
    let options = json!({
        "binary": env_or("FLEXKOMPAS_CHROMIUM", "/usr/bin/chromium"),
        "args": SWITCHES,
        "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        "prefs": {
            "intl.accept_languages": wishes.languages,
            "profile.default_content_setting_values.cookies": cookies,
        },
    });
    let all = [
        ("browserName", json!("chrome")),
        ("goog:chromeOptions", options),
        ("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" })),
    ];
    let mut capabilities = Capabilities::new();
    for (name, value) in all {
        capabilities.set(name, value).unwrap();
    }
    capabilities
}

pub(crate) async fn prepare(browser: &WebDriver, wishes: &Wishes, downloads: &Path) -> WebDriverResult<()> {
    let (width, height) = wishes.size;
    let scheme = if wishes.dark { "dark" } else { "light" };
    let motion = if wishes.still { "reduce" } else { "no-preference" };
    // A phone shows no bars that take room.
    let bars_hidden = width < LAPTOP.0;
    let mut commands = vec![
        (
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        ),
        (
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": motion },
            ] }),
        ),
        ("Emulation.setScrollbarsHidden", json!({ "hidden": bars_hidden })),
        ("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": downloads })),
    ];
    for script in &wishes.scripts {
        commands.push(("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })));
    }
    for (command, parameters) in commands {
        browser.cdp().send_raw(command, parameters).await?;
    }
    Ok(())
}

pub(crate) async fn allow_clipboard(browser: &WebDriver) -> WebDriverResult<()> {
    let wanted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    browser.cdp().send_raw("Browser.grantPermissions", wanted).await.map(drop)
}

/// Without a header and footer of the browser, as those belong to it and not to the page.
pub(crate) async fn print(browser: &WebDriver) -> WebDriverResult<Vec<u8>> {
    let wanted = json!({ "preferCSSPageSize": true, "printBackground": false, "displayHeaderFooter": false });
    let printed = browser.cdp().send_raw("Page.printToPDF", wanted).await?;
    let data = text_at(&printed, "/data").unwrap_or_default();
    Ok(BASE64_STANDARD.decode(data).unwrap_or_default())
}

pub(crate) async fn console(browser: &WebDriver) -> WebDriverResult<Vec<ConsoleLine>> {
    let entries = browser.get_log("browser").await?;
    Ok(entries.into_iter().map(|entry| ConsoleLine { level: entry.level, text: entry.message }).collect())
}

pub(crate) async fn requests(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    let entries = browser.get_log("performance").await?;
    let addresses = entries.iter().filter_map(|entry| {
        let entry: Value = serde_json::from_str(&entry.message).ok()?;
        let method = text_at(&entry, "/message/method")?;
        let place = match method.as_str() {
            "Network.requestWillBeSent" => "/message/params/request/url",
            "Network.webSocketCreated" => "/message/params/url",
            _ => return None,
        };
        text_at(&entry, place)
    });
    Ok(addresses.collect())
}
