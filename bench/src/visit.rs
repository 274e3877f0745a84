//! Visits to a page, and what they measure.
//!
//! Three visits make one measurement, each the same for every page:
//!
//! 1. Somebody comes for the first time and answers at once ([`arrive`]); then comes back with the answer kept, and once
//!    more with it cleared, both with what the browser has kept of the files.
//! 2. Somebody comes for the first time and waits ([`look`]); then goes through the scan, changing every answer once.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::devtools::{Browser, Event, Line};
use super::variants::Built;

const OBSERVE: &str = include_str!("observe.js");

/// A phone: most people on a slow line hold one.
pub const WINDOW: (u32, u32) = (412, 915);

/// At most so many statements of a scan are gone through.
pub const MAX_ANSWERED: usize = 24;

/// How long the longest wait for a page may be.
const PATIENCE: Duration = Duration::from_secs(200);

/// A page that showed nothing for so long that nobody would have waited: a result, and not a fault of the benchmark.
#[derive(Debug)]
pub struct Silent(String);

impl fmt::Display for Silent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Error for Silent {}
/// After how long a click counts as lost.
const LOST_AFTER: Duration = Duration::from_secs(5);
/// A line is quiet when nothing has been on its way for so long.
const QUIET: Duration = Duration::from_millis(500);

/// What came over the line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traffic {
    /// Bytes, compressed, with the heads of the answers.
    pub bytes: f64,
    /// Requests that left the browser.
    pub requests: u32,
}

/// A first visit with an answer as early as possible, and the visits after it.
#[derive(Debug)]
pub struct Arrival {
    /// From navigation to the first recorded answer, in milliseconds.
    pub answered: f64,
    /// What had come until then.
    pub until_answered: Traffic,
    /// What came in all.
    pub whole: Traffic,
    /// From navigation until somebody who comes back sees a way to carry on.
    pub back: Option<f64>,
    /// From navigation to the first recorded answer of a visit that finds the files kept.
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
    /// From each click on the way to the next statement to the end of the frame that shows it.
    pub nexts: Vec<f64>,
    /// The sum of all layout shifts, loading and scan.
    pub shift: f64,
    /// Bytes of the JavaScript heap after the scan, once rubbish is collected.
    pub heap: f64,
    /// Bytes of WebAssembly memory after the scan.
    pub memory: f64,
}

/// What was not as it must be: a figure beside any of it is worth nothing.
#[derive(Clone, Debug, Default)]
pub struct Trouble {
    /// Clicks that never had an effect, or whose answer was not kept.
    pub lost: usize,
    /// What the console and the page complained about.
    pub complaints: Vec<String>,
}

/// A page in a browser, with what it told so far.
struct Page<'a> {
    browser: Browser,
    built: &'a Built,
    url: &'a str,
    traffic: Traffic,
    /// Requests on their way, with the bytes that have come of each.
    on_the_way: HashMap<String, f64>,
    last_stir: Instant,
    trouble: &'a mut Trouble,
}

/// Comes for the first time and answers at once, then perhaps comes back.
pub fn arrive(
    program: &Path,
    line: Line,
    url: &str,
    built: &Built,
    comes_back: bool,
    trouble: &mut Trouble,
) -> Result<Arrival> {
    let mut page = Page::open(program, line, url, built, trouble)?;
    page.goes_there()?;
    let (answered, until_answered) = page.answers_at_once()?;
    page.waits_for_worker()?;
    let whole = page.traffic;
    let mut arrival = Arrival { answered, until_answered, whole, back: None, answered_again: None };
    if comes_back {
        page.goes_there()?;
        arrival.back = page.hears("back")?["at"].as_f64();
        page.settles()?;

        // The files stay where they are; what the visitor did is forgotten, so that every page asks the first statement
        // again. The page is left first, as it may store something when it is left.
        page.browser.ask("Page.navigate", json!({ "url": "about:blank" }))?;
        let storage = json!({ "origin": url.trim_end_matches('/'), "storageTypes": "local_storage" });
        page.browser.ask("Storage.clearDataForOrigin", storage)?;
        page.goes_there()?;
        let (answered_again, _) = page.answers_at_once()?;
        arrival.answered_again = Some(answered_again);
    }
    Ok(arrival)
}

/// Comes for the first time, waits for everything, and goes through the scan.
pub fn look(program: &Path, line: Line, url: &str, built: &Built, trouble: &mut Trouble) -> Result<Look> {
    let mut page = Page::open(program, line, url, built, trouble)?;
    page.goes_there()?;
    page.hears("there")?;
    page.settles()?;
    let fcp = page.number("bench.fcp()")?;
    let lcp = page.number("bench.lcp")?;
    let (clicks, nexts) = page.goes_through()?;
    let shift = page.number("bench.shift")?;
    page.browser.ask("HeapProfiler.collectGarbage", json!({}))?;
    let heap = page.browser.ask("Runtime.getHeapUsage", json!({}))?;
    let heap = heap["usedSize"].as_f64().context("no size of the heap")?;
    let memory = page.number("bench.memory()")?;
    Ok(Look { fcp, lcp, clicks, nexts, shift, heap, memory })
}

impl<'a> Page<'a> {
    fn open(
        program: &Path,
        line: Line,
        url: &'a str,
        built: &'a Built,
        trouble: &'a mut Trouble,
    ) -> Result<Self> {
        let mut browser = Browser::start(program, line, WINDOW)?;
        let first = built.asked.first().context("nothing is asked")?;
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
            on_the_way: HashMap::new(),
            last_stir: Instant::now(),
            trouble,
        })
    }

    fn goes_there(&mut self) -> Result<()> {
        let went = self.browser.ask("Page.navigate", json!({ "url": self.url }))?;
        if let Some(error) = went["errorText"].as_str() {
            bail!("cannot go to {}: {error}", self.url);
        }
        Ok(())
    }

    /// Presses the first answer that can be pressed; when it was recorded, and what had come until then.
    fn answers_at_once(&mut self) -> Result<(f64, Traffic)> {
        let there = self.hears("there")?;
        self.presses(&there)?;
        let recorded = self.hears_within("recorded", LOST_AFTER)?;
        let recorded =
            recorded.with_context(|| format!("the first click in {} was lost", self.built.variant.name()))?;
        let traffic = self.traffic;
        self.settles()?;
        // What takes the place of the page must have it too.
        let (id, value) = (&self.built.asked[0].id, &recorded["value"]);
        if self.browser.run(&format!("bench.recorded({}, {value})", json!(id)))? != json!(true) {
            self.trouble.lost += 1;
            self.trouble.complaints.push(format!("the first answer, {value}, was forgotten"));
        }
        Ok((recorded["at"].as_f64().context("no time")?, traffic))
    }

    /// Answers every statement, thinks again, and goes on.
    fn goes_through(&mut self) -> Result<(Vec<f64>, Vec<f64>)> {
        let (mut clicks, mut nexts) = (Vec::new(), Vec::new());
        let built = self.built;
        for (at, asked) in built.asked.iter().take(MAX_ANSWERED).enumerate() {
            let missing = self.browser.run(&format!("bench.missing({})", json!(asked.texts)))?;
            if missing != json!([]) {
                self.trouble.complaints.push(format!("statement {} lacks {missing}", at + 1));
            }
            for value in [at % 4 + 1, (at + 1) % 4 + 1] {
                clicks.extend(self.clicks(&asked.id, &json!(value.to_string()))?);
            }
            nexts.extend(self.clicks(&asked.id, &Value::Null)?);
        }
        if built.asked.len() <= MAX_ANSWERED
            && let Some(script) = built.variant.to_the_end()
            && self.browser.run(script)? != json!(true)
        {
            self.trouble.complaints.push("the end of the scan was not reached".to_owned());
        }
        Ok((clicks, nexts))
    }

    /// Clicks an answer, or the way on; how long it took to be seen, unless the click was lost.
    fn clicks(&mut self, id: &str, value: &Value) -> Result<Option<f64>> {
        let place = self.browser.run(&format!("bench.aim({}, {value})", json!(id)))?;
        if place.is_null() {
            self.trouble.lost += 1;
            self.trouble.complaints.push(format!("there is nothing to click for {value} of {id}"));
            return Ok(None);
        }
        self.presses(&place)?;
        let painted = self.hears_within("painted", LOST_AFTER)?;
        let kept = if value.is_null() || painted.is_none() {
            painted.is_some()
        } else {
            self.hears_within("kept", LOST_AFTER)?.is_some_and(|told| told["kept"] == true)
        };
        if !kept {
            self.trouble.lost += 1;
            self.trouble.complaints.push(format!("the click on {value} of {id} was lost"));
        }
        Ok(painted.and_then(|told| told["took"].as_f64()).filter(|_| kept))
    }

    fn presses(&mut self, place: &Value) -> Result<()> {
        let number = |name: &str| place[name].as_f64().context("no place to click");
        self.browser.click(number("x")?, number("y")?)
    }

    fn number(&mut self, script: &str) -> Result<f64> {
        self.browser.run(script)?.as_f64().with_context(|| format!("{script} is no number"))
    }

    /// Waits for word from the page.
    fn hears(&mut self, what: &str) -> Result<Value> {
        match self.hears_within(what, PATIENCE)? {
            Some(told) => Ok(told),
            None => Err(Silent(format!("nothing told {what:?} within {} s", PATIENCE.as_secs())).into()),
        }
    }

    fn hears_within(&mut self, what: &str, within: Duration) -> Result<Option<Value>> {
        let deadline = Instant::now() + within;
        while let Some(left) = deadline.checked_duration_since(Instant::now()) {
            let Some(event) = self.browser.next_event(left)? else { break };
            if let Some(told) = self.takes(&event)
                && told["what"] == what
            {
                return Ok(Some(told));
            }
        }
        Ok(None)
    }

    /// Waits until the page is what it will be and nothing is on its way any more.
    fn settles(&mut self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(event) = self.browser.next_event(QUIET / 5)? {
                self.takes(&event);
            } else if self.on_the_way.is_empty()
                && self.last_stir.elapsed() > QUIET
                && self.browser.run(self.built.variant.settled())? == json!(true)
            {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!(
                    "{} does not come to rest: {:?} is on its way",
                    self.built.variant.name(),
                    self.on_the_way
                );
            }
        }
    }

    /// Where there is a service worker, waits until it has everything: a later visit counts on it.
    fn waits_for_worker(&mut self) -> Result<()> {
        if !self.built.folder.join("sw.js").is_file() {
            return Ok(());
        }
        let active = "navigator.serviceWorker.ready.then(({ active }) => new Promise((done) => {
            const look = () => active.state === 'activated' ? done(true) : active.addEventListener('statechange', look, { once: true });
            look();
        }))";
        self.browser.run(active)?;
        self.settles()
    }

    /// Notes what an event tells; hands over what the page itself tells.
    fn takes(&mut self, event: &Event) -> Option<Value> {
        let given = &event.parameters;
        let id = || given["requestId"].as_str().unwrap_or_default().to_owned();
        let stirred = event.method.starts_with("Network.");
        match event.method.as_str() {
            "Runtime.bindingCalled" => return serde_json::from_str(given["payload"].as_str()?).ok(),
            "Network.requestWillBeSent" if over_the_line(&given["request"]["url"]) => {
                self.on_the_way.insert(id(), 0.0);
                self.traffic.requests += 1;
            }
            "Network.requestServedFromCache" => self.leaves_out(&id()),
            "Network.responseReceived" => {
                let response = &given["response"];
                if response["fromServiceWorker"] == true || response["fromDiskCache"] == true {
                    self.leaves_out(&id());
                } else {
                    // The head of the answer.
                    self.receives(&id(), number_of(&response["encodedDataLength"]));
                }
            }
            "Network.dataReceived" => self.receives(&id(), number_of(&given["encodedDataLength"])),
            "Network.loadingFinished" => {
                // Only at the end all bytes are told, the head included.
                if let Some(come) = self.on_the_way.remove(&id()) {
                    self.traffic.bytes += (number_of(&given["encodedDataLength"]) - come).max(0.0);
                }
            }
            "Network.loadingFailed" => {
                self.on_the_way.remove(&id());
                let why = &given["errorText"];
                if given["canceled"] != true {
                    self.trouble.complaints.push(format!("a request failed: {why}"));
                }
            }
            "Runtime.exceptionThrown" => {
                let details = &given["exceptionDetails"];
                let words = details["exception"]["description"].as_str().or(details["text"].as_str());
                self.trouble.complaints.push(words.unwrap_or("an exception").to_owned());
            }
            "Runtime.consoleAPICalled" if given["type"] == "error" => {
                self.trouble.complaints.push(given["args"].to_string());
            }
            "Log.entryAdded" if given["entry"]["level"] == "error" => {
                self.trouble.complaints.push(given["entry"]["text"].to_string());
            }
            _ => {}
        }
        if stirred {
            self.last_stir = Instant::now();
        }
        None
    }

    fn receives(&mut self, request: &str, bytes: f64) {
        if let Some(come) = self.on_the_way.get_mut(request) {
            *come += bytes;
            self.traffic.bytes += bytes;
        }
    }

    /// Forgets a request that never left the browser.
    fn leaves_out(&mut self, request: &str) {
        if self.on_the_way.remove(request).is_some() {
            self.traffic.requests -= 1;
        }
    }
}

/// A count of bytes; the protocol has -1 for one that is not known.
fn number_of(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default().max(0.0)
}

/// What stands in the page itself (`data:`) is no request.
fn over_the_line(url: &Value) -> bool {
    url.as_str().is_some_and(|url| url.starts_with("http"))
}
