//! A separate browser for every visit, driven over the DevTools protocol: JSON over a WebSocket.
//!
//! No library drives it, because none measures the same:
//!
//! - thirtyfour needs chromedriver, which holds a DevTools session of its own with the page. Its `CdpSession` attaches to
//!   pages only, so a service worker would neither be throttled nor resumed, and every command awaits its response,
//!   while the two events of a click must be sent without waiting.
//! - chromiumoxide enables domains and attaches to targets by itself, and compiles the generated types of the whole
//!   protocol for the dozen commands that are needed here.

use std::collections::{HashMap, VecDeque};
use std::io::{self, BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

/// No sandbox, which containers do not allow; no requests of the browser itself.
const SWITCHES: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--remote-debugging-port=0",
    // The language of the pages.
    "--accept-lang=nl",
    // Frames are drawn as soon as they are ready: at sixty per second every page would wait for the next one, which
    // would hide the differences.
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
];

/// The time-out for a response of the browser.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(200);
/// The time-out for one read of the socket.
const READ_TIMEOUT: Duration = Duration::from_millis(20);

/// The speed of network and processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speed {
    /// 400 ms per request, 1.6 Mbit/s down, 0.75 Mbit/s up, the main thread four times slower.
    Slow,
    /// Unlimited.
    Fast,
}

/// An event of the browser.
#[derive(Clone, Debug)]
pub struct Event {
    /// The name, such as `Network.requestWillBeSent`.
    pub method: String,
    /// Its parameters.
    pub parameters: Value,
}

/// A browser with one page and an empty profile. It is closed when dropped.
pub struct Browser {
    process: Child,
    socket: WebSocket<TcpStream>,
    session: String,
    speed: Speed,
    last_id: u64,
    answers: HashMap<u64, Value>,
    events: VecDeque<Event>,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser at this speed.
    pub fn start(program: &Path, speed: Speed, (width, height): (u32, u32)) -> Result<Self> {
        let profile = TempDir::new()?;
        let mut command = Command::new(program);
        command
            .args(SWITCHES)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut process = command.spawn().with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stderr.take().context("the browser has no error output")?;
        let mut output = BufReader::new(output).lines().map_while(Result::ok);
        let address =
            output.by_ref().find_map(|line| line.strip_prefix("DevTools listening on ").map(str::to_owned));
        // A full pipe would block the browser.
        std::thread::spawn(move || output.for_each(drop));
        let socket = address
            .context("the browser ended before it printed its address")
            .and_then(|address| connect(&address));
        let socket = match socket {
            Ok(socket) => socket,
            Err(error) => {
                let _ = process.kill();
                return Err(error);
            }
        };
        let mut browser = Self {
            process,
            socket,
            session: String::new(),
            speed,
            last_id: 0,
            answers: HashMap::new(),
            events: VecDeque::new(),
            _profile: profile,
        };
        browser.prepare(width, height)?;
        Ok(browser)
    }

    fn prepare(&mut self, width: u32, height: u32) -> Result<()> {
        let targets = self.ask("Target.getTargets", json!({}))?;
        let targets = targets["targetInfos"].as_array().context("the browser lists no pages")?;
        let page =
            targets.iter().find(|target| target["type"] == "page").context("the browser has no page")?;
        let attach = json!({ "targetId": page["targetId"], "flatten": true });
        let attached = self.ask("Target.attachToTarget", attach)?;
        attached["sessionId"].as_str().context("no session with the page")?.clone_into(&mut self.session);
        // A service worker has its own network limits, which must equal those of the page.
        let workers = json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true,
            "filter": [{ "type": "service_worker" }] });
        let session = std::mem::take(&mut self.session);
        self.ask("Target.setAutoAttach", workers)?;
        self.session = session;
        for domain in ["Page", "Network", "Runtime", "Log"] {
            self.ask(&format!("{domain}.enable"), json!({}))?;
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", size)?;
        // Scrollbars take no room on a phone.
        self.ask("Emulation.setScrollbarsHidden", json!({ "hidden": true }))?;
        self.ask("Runtime.addBinding", json!({ "name": "benchTells" }))?;
        if self.speed == Speed::Slow {
            self.ask("Network.emulateNetworkConditions", slow_line())?;
            self.ask("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        }
        Ok(())
    }

    /// The name and version of the browser.
    pub fn version(&mut self) -> Result<String> {
        let version = self.ask("Browser.getVersion", json!({}))?;
        Ok(version["product"].as_str().unwrap_or_default().replace('/', " "))
    }

    /// Sends a command and waits for its response.
    pub fn ask(&mut self, method: &str, parameters: Value) -> Result<Value> {
        let session = self.session.clone();
        let id = self.send(method, parameters, &session)?;
        let deadline = Instant::now() + RESPONSE_TIMEOUT;
        loop {
            if let Some(mut answer) = self.answers.remove(&id) {
                if let Some(error) = answer.get("error") {
                    bail!("{method}: {error}");
                }
                return Ok(answer["result"].take());
            }
            if Instant::now() > deadline {
                bail!("{method} had no response within {RESPONSE_TIMEOUT:?}");
            }
            self.listen()?;
        }
    }

    /// Runs a script in the page, awaits its promise and returns the value.
    pub fn run(&mut self, script: &str) -> Result<Value> {
        let wanted = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.ask("Runtime.evaluate", wanted)?;
        if let Some(problem) = answer.get("exceptionDetails") {
            let words = problem["exception"]["description"].as_str().or(problem["text"].as_str());
            bail!("{} in {script}", words.unwrap_or_default());
        }
        Ok(answer["result"]["value"].take())
    }

    /// Clicks with trusted events, without waiting for the effect.
    pub fn click(&mut self, x: f64, y: f64) -> Result<()> {
        let session = self.session.clone();
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            let id = self.send("Input.dispatchMouseEvent", event, &session)?;
            self.answers.remove(&id);
        }
        Ok(())
    }

    /// The next event, or `None` if there is none in this time.
    pub fn next_event(&mut self, within: Duration) -> Result<Option<Event>> {
        let deadline = Instant::now() + within;
        while self.events.is_empty() && Instant::now() < deadline {
            self.listen()?;
        }
        Ok(self.events.pop_front())
    }

    fn send(&mut self, method: &str, parameters: Value, session: &str) -> Result<u64> {
        self.last_id += 1;
        let mut message = json!({ "id": self.last_id, "method": method });
        message["params"] = parameters;
        if !session.is_empty() {
            message["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(message.to_string()))?;
        Ok(self.last_id)
    }

    /// Reads one message, if there is one in time.
    fn listen(&mut self) -> Result<()> {
        let text = match self.socket.read() {
            Ok(Message::Text(text)) => text,
            Ok(_) => return Ok(()),
            Err(tungstenite::Error::Io(error))
                if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) =>
            {
                return Ok(());
            }
            Err(error) => return Err(anyhow!(error).context("the browser has closed the connection")),
        };
        let mut message: Value = serde_json::from_str(&text)?;
        if let Some(id) = message["id"].as_u64() {
            self.answers.insert(id, message);
            return Ok(());
        }
        let method = message["method"].as_str().unwrap_or_default().to_owned();
        let parameters = message["params"].take();
        if method == "Target.attachedToTarget" && parameters["targetInfo"]["type"] == "service_worker" {
            self.prepare_service_worker(parameters["sessionId"].as_str().unwrap_or_default())?;
        }
        self.events.push_back(Event { method, parameters });
        Ok(())
    }

    fn prepare_service_worker(&mut self, session: &str) -> Result<()> {
        self.send("Network.enable", json!({}), session)?;
        if self.speed == Speed::Slow {
            self.send("Network.emulateNetworkConditions", slow_line(), session)?;
        }
        self.send("Runtime.runIfWaitingForDebugger", json!({}), session)?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // This closes its child processes too; an error means that it has ended already.
        let session = String::new();
        let _ = self.send("Browser.close", json!({}), &session);
        let deadline = Instant::now() + Duration::from_secs(5);
        while Instant::now() < deadline {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(READ_TIMEOUT);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn connect(address: &str) -> Result<WebSocket<TcpStream>> {
    let host = address.strip_prefix("ws://").and_then(|rest| rest.split('/').next());
    let stream = TcpStream::connect(host.with_context(|| format!("{address:?} is no address of a socket"))?)?;
    stream.set_nodelay(true)?;
    let (socket, _) = tungstenite::client(address, stream)
        .map_err(|error| anyhow!("cannot connect to the browser: {error}"))?;
    socket.get_ref().set_read_timeout(Some(READ_TIMEOUT))?;
    Ok(socket)
}

/// Throughputs are bytes per second.
fn slow_line() -> Value {
    json!({ "offline": false, "latency": 400, "downloadThroughput": 200_000, "uploadThroughput": 93_750 })
}
