//! Visits to a page, and what they measure.
//!
//! A measurement consists of these visits, the same for every page:
//!
//! 1. A visitor comes for the first time and answers at once ([`arrive`]); then returns with the answer stored, and
//!    once more with it cleared, both times with the files the browser has cached.
//! 2. A visitor comes for the first time and waits ([`look`]); then goes through the scan and changes every answer
//!    once.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::devtools::Speed;
use super::page::{Page, Problems};
use super::traffic::Traffic;
use super::variants::Built;

/// A first visit with an answer as early as possible, and the visits after it.
#[derive(Debug)]
pub struct Arrival {
    /// From navigation to the first recorded answer, in milliseconds.
    pub answered: f64,
    /// The traffic until then.
    pub until_answered: Traffic,
    /// The traffic in all.
    pub whole: Traffic,
    /// From navigation until a returning visitor can continue.
    pub back: Option<f64>,
    /// From navigation to the first recorded answer of a visit with cached files.
    pub answered_again: Option<f64>,
}

/// A first visit that waits for everything, and the scan after it.
#[derive(Debug)]
pub struct Look {
    /// First contentful paint.
    pub fcp: f64,
    /// Largest contentful paint.
    pub lcp: f64,
    /// From each click on an answer to the end of the frame that shows it.
    pub clicks: Vec<f64>,
    /// From each click on *next* to the end of the frame that shows the next statement.
    pub nexts: Vec<f64>,
    /// The sum of all layout shifts, loading and scan.
    pub shift: f64,
    /// Bytes of the JavaScript heap after the scan and a garbage collection.
    pub heap: f64,
    /// Bytes of WebAssembly memory after the scan.
    pub memory: f64,
}

/// Visits for the first time and answers at once, then returns if asked to.
pub fn arrive(
    program: &Path,
    speed: Speed,
    url: &str,
    built: &Built,
    comes_back: bool,
    problems: &mut Problems,
) -> Result<Arrival> {
    let mut page = Page::open(program, speed, url, built, problems)?;
    page.navigate()?;
    let (answered, until_answered) = page.answer_at_once()?;
    page.wait_for_service_worker()?;
    let whole = page.traffic;
    let mut arrival = Arrival { answered, until_answered, whole, back: None, answered_again: None };
    if comes_back {
        page.navigate()?;
        arrival.back = page.wait_for("back")?["at"].as_f64();
        page.wait_until_idle()?;

        // Keeps the files and clears the answers, so that every page asks the first statement again. Leaves the page
        // first, because it may store something on leaving.
        page.browser.ask("Page.navigate", json!({ "url": "about:blank" }))?;
        let storage = json!({ "origin": url.trim_end_matches('/'), "storageTypes": "local_storage" });
        page.browser.ask("Storage.clearDataForOrigin", storage)?;
        page.navigate()?;
        let (answered_again, _) = page.answer_at_once()?;
        arrival.answered_again = Some(answered_again);
    }
    Ok(arrival)
}

/// Visits for the first time, waits for everything, and goes through the scan.
pub fn look(program: &Path, speed: Speed, url: &str, built: &Built, problems: &mut Problems) -> Result<Look> {
    let mut page = Page::open(program, speed, url, built, problems)?;
    page.navigate()?;
    page.wait_for("there")?;
    page.wait_until_idle()?;
    let fcp = page.number("bench.fcp()")?;
    let lcp = page.number("bench.lcp")?;
    let (clicks, nexts) = page.go_through_scan()?;
    let shift = page.number("bench.shift")?;
    page.browser.ask("HeapProfiler.collectGarbage", json!({}))?;
    let heap = page.browser.ask("Runtime.getHeapUsage", json!({}))?;
    let heap = heap["usedSize"].as_f64().context("no size of the heap")?;
    let memory = page.number("bench.memory()")?;
    Ok(Look { fcp, lcp, clicks, nexts, shift, heap, memory })
}
