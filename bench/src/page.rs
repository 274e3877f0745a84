//! A page under measurement: navigates, clicks, and records traffic and problems.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::devtools::{Browser, Event, Speed};
use super::traffic::{Traffic, byte_count, is_network_request};
use super::variants::Built;

const OBSERVE: &str = include_str!("observe.js");

/// The window of a phone, which most visitors on a slow line use.
pub const WINDOW: (u32, u32) = (412, 915);

/// The maximum number of statements of a scan.
pub const MAX_ANSWERED: usize = 25;

/// The time-out for a page.
const PAGE_TIMEOUT: Duration = Duration::from_secs(200);

/// The time after which a click counts as lost.
const CLICK_TIMEOUT: Duration = Duration::from_secs(5);
/// The time without network activity after which a page counts as idle.
const IDLE_TIME: Duration = Duration::from_millis(500);

/// A page timed out: a result, not an error of the benchmark.
#[derive(Debug)]
pub struct TimedOut(String);

impl fmt::Display for TimedOut {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Error for TimedOut {}

/// Problems that make a row invalid.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// Clicks without an effect, or whose answer was not stored.
    pub lost: usize,
    /// Errors in the console and failed requests.
    pub errors: Vec<String>,
}

/// A page in a browser, with what has been observed so far.
pub(crate) struct Page<'a> {
    pub(crate) browser: Browser,
    built: &'a Built,
    url: &'a str,
    pub(crate) traffic: Traffic,
    /// Requests in flight, with the bytes received of each.
    in_flight: HashMap<String, f64>,
    last_activity: Instant,
    problems: &'a mut Problems,
}

impl<'a> Page<'a> {
    pub(crate) fn open(
        program: &Path,
        speed: Speed,
        url: &'a str,
        built: &'a Built,
        problems: &'a mut Problems,
    ) -> Result<Self> {
        let mut browser = Browser::start(program, speed, WINDOW)?;
        let first = built.asked.first().context("there are no statements")?;
        let settings = json!({
            "first": first.id,
            "next": built.variant.next(),
            "carryOn": built.variant.carry_on(),
        });
        let script = format!("{{ const settings = {settings};\n{OBSERVE} }}");
        browser.ask("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))?;
        Ok(Self {
            browser,
            built,
            url,
            traffic: Traffic::default(),
            in_flight: HashMap::new(),
            last_activity: Instant::now(),
            problems,
        })
    }

    pub(crate) fn navigate(&mut self) -> Result<()> {
        let went = self.browser.ask("Page.navigate", json!({ "url": self.url }))?;
        if let Some(error) = went["errorText"].as_str() {
            bail!("cannot go to {}: {error}", self.url);
        }
        Ok(())
    }

    /// Presses the first answer as soon as it can be pressed; returns when it was recorded, and the traffic until then.
    pub(crate) fn answer_at_once(&mut self) -> Result<(f64, Traffic)> {
        let there = self.wait_for("there")?;
        self.press(&there)?;
        let recorded = self.wait_for_within("recorded", CLICK_TIMEOUT)?;
        let recorded =
            recorded.with_context(|| format!("the first click in {} was lost", self.built.variant.name()))?;
        let traffic = self.traffic;
        self.wait_until_idle()?;
        // The program must have the answer that was given to the prerendered page.
        let (id, value) = (&self.built.asked[0].id, &recorded["value"]);
        if self.browser.run(&format!("bench.recorded({}, {value})", json!(id)))? != json!(true) {
            self.problems.lost += 1;
            self.problems.errors.push(format!("the first answer, {value}, was lost"));
        }
        Ok((recorded["at"].as_f64().context("no time")?, traffic))
    }

    /// Answers every statement, changes the answer, and goes on.
    pub(crate) fn go_through_scan(&mut self) -> Result<(Vec<f64>, Vec<f64>)> {
        let (mut clicks, mut nexts) = (Vec::new(), Vec::new());
        let built = self.built;
        for (at, asked) in built.asked.iter().take(MAX_ANSWERED).enumerate() {
            let missing = self.browser.run(&format!("bench.missing({})", json!(asked.texts)))?;
            if missing != json!([]) {
                self.problems.errors.push(format!("statement {} lacks {missing}", at + 1));
            }
            for value in [at % 4 + 1, (at + 1) % 4 + 1] {
                clicks.extend(self.click_option(&asked.id, &json!(value.to_string()))?);
            }
            nexts.extend(self.click_option(&asked.id, &Value::Null)?);
        }
        if built.asked.len() <= MAX_ANSWERED
            && let Some(script) = built.variant.to_the_end()
            && self.browser.run(script)? != json!(true)
        {
            self.problems.errors.push("the end of the scan was not reached".to_owned());
        }
        Ok((clicks, nexts))
    }

    /// Clicks an answer, or *next* for `null`; returns the time until it was painted, or `None` if the click was lost.
    fn click_option(&mut self, id: &str, value: &Value) -> Result<Option<f64>> {
        let place = self.browser.run(&format!("bench.aim({}, {value})", json!(id)))?;
        if place.is_null() {
            self.problems.lost += 1;
            self.problems.errors.push(format!("there is no element to click for {value} of {id}"));
            return Ok(None);
        }
        self.press(&place)?;
        let painted = self.wait_for_within("painted", CLICK_TIMEOUT)?;
        let kept = if value.is_null() || painted.is_none() {
            painted.is_some()
        } else {
            self.wait_for_within("kept", CLICK_TIMEOUT)?.is_some_and(|message| message["kept"] == true)
        };
        if !kept {
            self.problems.lost += 1;
            self.problems.errors.push(format!("the click on {value} of {id} was lost"));
        }
        Ok(painted.and_then(|message| message["took"].as_f64()).filter(|_| kept))
    }

    fn press(&mut self, place: &Value) -> Result<()> {
        let number = |name: &str| place[name].as_f64().context("no place to click");
        self.browser.click(number("x")?, number("y")?)
    }

    pub(crate) fn number(&mut self, script: &str) -> Result<f64> {
        self.browser.run(script)?.as_f64().with_context(|| format!("{script} is no number"))
    }

    /// Waits for a message of the page.
    pub(crate) fn wait_for(&mut self, what: &str) -> Result<Value> {
        match self.wait_for_within(what, PAGE_TIMEOUT)? {
            Some(message) => Ok(message),
            None => Err(TimedOut(format!("no {what:?} within {} s", PAGE_TIMEOUT.as_secs())).into()),
        }
    }

    fn wait_for_within(&mut self, what: &str, within: Duration) -> Result<Option<Value>> {
        let deadline = Instant::now() + within;
        while let Some(left) = deadline.checked_duration_since(Instant::now()) {
            let Some(event) = self.browser.next_event(left)? else { break };
            if let Some(message) = self.handle(&event)
                && message["what"] == what
            {
                return Ok(Some(message));
            }
        }
        Ok(None)
    }

    /// Waits until the page is in its final state and the network is idle.
    pub(crate) fn wait_until_idle(&mut self) -> Result<()> {
        let deadline = Instant::now() + PAGE_TIMEOUT;
        loop {
            if let Some(event) = self.browser.next_event(IDLE_TIME / 5)? {
                self.handle(&event);
            } else if self.in_flight.is_empty()
                && self.last_activity.elapsed() > IDLE_TIME
                && self.browser.run(self.built.variant.settled())? == json!(true)
            {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("{} does not become idle: {:?} in flight", self.built.variant.name(), self.in_flight);
            }
        }
    }

    /// Waits until the service worker, if any, has cached everything, as a later visit relies on it.
    pub(crate) fn wait_for_service_worker(&mut self) -> Result<()> {
        if !self.built.folder.join("sw.js").is_file() {
            return Ok(());
        }
        let active = "navigator.serviceWorker.ready.then(({ active }) => new Promise((done) => {
            const look = () => active.state === 'activated' ? done(true) : active.addEventListener('statechange', look, { once: true });
            look();
        }))";
        self.browser.run(active)?;
        self.wait_until_idle()
    }

    /// Records an event; returns the message if the page sent one.
    fn handle(&mut self, event: &Event) -> Option<Value> {
        let given = &event.parameters;
        let id = || given["requestId"].as_str().unwrap_or_default().to_owned();
        let is_network = event.method.starts_with("Network.");
        match event.method.as_str() {
            "Runtime.bindingCalled" => return serde_json::from_str(given["payload"].as_str()?).ok(),
            "Network.requestWillBeSent" if is_network_request(&given["request"]["url"]) => {
                self.in_flight.insert(id(), 0.0);
                self.traffic.requests += 1;
            }
            "Network.requestServedFromCache" => self.forget_request(&id()),
            "Network.responseReceived" => {
                let response = &given["response"];
                if response["fromServiceWorker"] == true || response["fromDiskCache"] == true {
                    self.forget_request(&id());
                } else {
                    // The response headers.
                    self.add_bytes(&id(), byte_count(&response["encodedDataLength"]));
                }
            }
            "Network.dataReceived" => self.add_bytes(&id(), byte_count(&given["encodedDataLength"])),
            "Network.loadingFinished" => {
                // Only this event has the total, including headers.
                if let Some(received) = self.in_flight.remove(&id()) {
                    self.traffic.bytes += (byte_count(&given["encodedDataLength"]) - received).max(0.0);
                }
            }
            "Network.loadingFailed" => {
                self.in_flight.remove(&id());
                let why = &given["errorText"];
                if given["canceled"] != true {
                    self.problems.errors.push(format!("a request failed: {why}"));
                }
            }
            "Runtime.exceptionThrown" => {
                let details = &given["exceptionDetails"];
                let words = details["exception"]["description"].as_str().or(details["text"].as_str());
                self.problems.errors.push(words.unwrap_or("an exception").to_owned());
            }
            "Runtime.consoleAPICalled" if given["type"] == "error" => {
                self.problems.errors.push(given["args"].to_string());
            }
            "Log.entryAdded" if given["entry"]["level"] == "error" => {
                self.problems.errors.push(given["entry"]["text"].to_string());
            }
            _ => {}
        }
        if is_network {
            self.last_activity = Instant::now();
        }
        None
    }

    fn add_bytes(&mut self, request: &str, bytes: f64) {
        if let Some(received) = self.in_flight.get_mut(request) {
            *received += bytes;
            self.traffic.bytes += bytes;
        }
    }

    /// Removes a request that never left the browser.
    fn forget_request(&mut self, request: &str) {
        if self.in_flight.remove(request).is_some() {
            self.traffic.requests -= 1;
        }
    }
}
