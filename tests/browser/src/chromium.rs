//! Chromium: its switches and preferences, and everything that needs its `DevTools` protocol.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

use crate::bundle;
use crate::driver::Driver;
use crate::engine::{ConsoleLine, env_or, text_at};
use crate::options::{LAPTOP, SessionOptions, Theme};
use crate::session::Profile;

/// No sandbox, because containers do not support it, and no background requests.
const SWITCHES: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Keeps iframes in the process of their page: the driver sees no console or requests of other processes. It does not
    // change what an iframe may do.
    "--disable-site-isolation-trials",
    "--disable-features=IsolateSandboxedIframes",
    // Text and colours render the same on every machine; see also fonts.conf.
    "--disable-lcd-text",
    "--force-color-profile=srgb",
];

#[track_caller]
pub(crate) fn driver(folder: &Path) -> Driver {
    let mut command = Command::new(env_or("FLEXKOMPAS_CHROMEDRIVER", "chromedriver"));
    command.env("FONTCONFIG_FILE", bundle::root().join("tests/browser/fonts.conf"));
    Driver::telling_its_port(command.arg("--port=0"), folder, port_in)
}

/// From `ChromeDriver was started successfully on port 41235.`
fn port_in(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

pub(crate) fn capabilities(profile: &Profile) -> Capabilities {
    // 1 allows, 2 blocks.
    let cookies = if profile.blocks_site_data { 2 } else { 1 };
    let mut prefs = json!({
        "intl.accept_languages": profile.languages,
        "profile.default_content_setting_values.cookies": cookies,
    });
    if let Some(pixels) = profile.font_size {
        prefs["webkit.webprefs.default_font_size"] = json!(pixels);
    }
    let options = json!({
        "binary": env_or("FLEXKOMPAS_CHROMIUM", "/usr/bin/chromium"),
        "args": SWITCHES,
        "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        "prefs": prefs,
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

pub(crate) async fn prepare(
    browser: &WebDriver,
    options: &SessionOptions,
    downloads: &Path,
) -> WebDriverResult<()> {
    let (width, height) = options.size;
    let theme = if options.dark { Theme::Dark } else { Theme::Light };
    // The scrollbars of a phone take no space.
    let bars_hidden = width < LAPTOP.0;
    let mut commands = vec![
        (
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        ),
        // A second tab may lack the system focus, and then `:focus` does not match.
        ("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })),
        ("Emulation.setEmulatedMedia", media(theme, options.still)),
        ("Emulation.setScrollbarsHidden", json!({ "hidden": bars_hidden })),
        ("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": downloads })),
    ];
    for script in &options.scripts {
        commands.push(("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })));
    }
    for (command, parameters) in commands {
        browser.cdp().send_raw(command, parameters).await?;
    }
    Ok(())
}

/// Emulation and init scripts end with their tab; permissions and logs belong to the browser.
pub(crate) async fn reset(browser: &WebDriver) -> WebDriverResult<()> {
    let before = browser.windows().await?;
    let empty = browser.new_tab().await?;
    for tab in before {
        browser.switch_to_window(tab).await?;
        browser.close_window().await?;
    }
    browser.switch_to_window(empty).await?;
    browser.cdp().send_raw("Browser.resetPermissions", json!({})).await?;
    console(browser).await?;
    requests(browser).await.map(drop)
}

/// The media features for a theme and for reduced motion.
fn media(theme: Theme, still: bool) -> Value {
    let scheme = if theme == Theme::Light { "light" } else { "dark" };
    let forced = if theme == Theme::Forced { "active" } else { "none" };
    let motion = if still { "reduce" } else { "no-preference" };
    json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
        { "name": "prefers-reduced-motion", "value": motion },
    ] })
}

pub(crate) async fn set_theme(browser: &WebDriver, theme: Theme, still: bool) -> WebDriverResult<()> {
    browser.cdp().send_raw("Emulation.setEmulatedMedia", media(theme, still)).await.map(drop)
}

pub(crate) async fn grant_clipboard_access(browser: &WebDriver) -> WebDriverResult<()> {
    let wanted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    browser.cdp().send_raw("Browser.grantPermissions", wanted).await.map(drop)
}

/// Prints without the header and footer of the browser.
pub(crate) async fn print_to_pdf(browser: &WebDriver) -> WebDriverResult<Vec<u8>> {
    let wanted = json!({ "preferCSSPageSize": true, "printBackground": false, "displayHeaderFooter": false });
    let printed = browser.cdp().send_raw("Page.printToPDF", wanted).await?;
    let data = text_at(&printed, "/data").unwrap_or_default();
    Ok(BASE64_STANDARD.decode(data).unwrap_or_default())
}

/// A PNG screenshot of the page at this width, cropped to a maximum height. The window is made as high as the page, so that
/// nothing sticks to its edges.
pub(crate) async fn screenshot_page(
    browser: &WebDriver,
    width: u32,
    max_height: u32,
) -> WebDriverResult<Vec<u8>> {
    browser.cdp().send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
    let mut height = 800;
    for _ in 0..2 {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        let whole = "return document.documentElement.scrollHeight";
        height = browser.execute(whole, Vec::new()).await?.convert()?;
    }
    let part = json!({ "x": 0, "y": 0, "width": width, "height": height.min(max_height), "scale": 1 });
    let wanted = json!({ "format": "png", "optimizeForSpeed": true, "clip": part });
    let taken = browser.cdp().send_raw("Page.captureScreenshot", wanted).await?;
    let data = text_at(&taken, "/data").unwrap_or_default();
    Ok(BASE64_STANDARD.decode(data).unwrap_or_default())
}

/// The system fonts that render text of the page.
pub(crate) async fn system_fonts(browser: &WebDriver) -> WebDriverResult<BTreeSet<String>> {
    let cdp = browser.cdp();
    cdp.send_raw("DOM.enable", json!({})).await?;
    cdp.send_raw("CSS.enable", json!({})).await?;
    let document = cdp.send_raw("DOM.getDocument", json!({})).await?;
    // Leaves out the hidden button of a file input.
    let all = json!({ "nodeId": document["root"]["nodeId"], "selector": "body *:not(input)" });
    let all = cdp.send_raw("DOM.querySelectorAll", all).await?;
    let mut names = BTreeSet::new();
    for node in all["nodeIds"].as_array().into_iter().flatten() {
        let used = cdp.send_raw("CSS.getPlatformFontsForNode", json!({ "nodeId": node })).await?;
        let fonts = used["fonts"].as_array().into_iter().flatten();
        names.extend(
            fonts
                .filter(|font| font["isCustomFont"] == false)
                .filter_map(|font| text_at(font, "/familyName")),
        );
    }
    Ok(names)
}

/// Chromium's reasons not to offer installing the page.
pub(crate) async fn installability_errors(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    let found = browser.cdp().send_raw("Page.getInstallabilityErrors", json!({})).await?;
    let errors =
        found.pointer("/installabilityErrors").and_then(Value::as_array).cloned().unwrap_or_default();
    Ok(errors.iter().map(ToString::to_string).collect())
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
