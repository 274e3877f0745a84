//! The visitor: a browser with its own server, and opening pages.
//!
//! Every visitor has its own server, so that faults and requests belong to one test only.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use xtask_build::policy::{Policy, SELF};
use xtask_build::server::Server;

use crate::engine::Engine;
use crate::host::Host;
use crate::options::SessionOptions;
use crate::ports;
use crate::recorder::first_script;
use crate::session::Session;
use crate::slot::Slot;
use crate::waiting::{wait_for, wait_for_within};

/// One visit in a browser. A test ends it with [`Visitor::finish`].
pub struct Visitor {
    pub(crate) engine: Engine,
    /// `None` once the visit has ended.
    pub(crate) session: Option<Session>,
    pub(crate) fresh: bool,
    /// Whether the visitor prefers reduced motion.
    pub(crate) still: bool,
    server: Server,
    /// The folder the server serves.
    pub(crate) folder: PathBuf,
    /// The paths of releases that were served before.
    pub(crate) earlier_paths: RefCell<Vec<String>>,
    /// The address of the product without a trailing slash: on this server, unless the options name another.
    pub(crate) address: String,
    downloads: PathBuf,
    pub(crate) expected: RefCell<Vec<String>>,
    pub(crate) hosts: RefCell<Vec<String>>,
    /// When and where the mouse last clicked.
    pub(crate) last_click: Cell<Option<(Instant, (i64, i64))>>,
    /// Released after the session, as fields are dropped in this order.
    _slot: Slot,
}

impl Visitor {
    #[track_caller]
    pub(crate) fn start(options: &SessionOptions) -> Self {
        let slot = Slot::take();
        let server = ports::serve_bundle(&options.folder);
        let address = options.address.clone().unwrap_or_else(|| server.url());
        let address = address.trim_end_matches('/').to_owned();
        if !options.engine.has_driver_logs() {
            server.inject_script(&first_script(&options.scripts));
        }
        let session = Session::take(options);
        Self {
            engine: options.engine,
            downloads: session.downloads(),
            session: Some(session),
            fresh: options.fresh,
            still: options.still,
            server,
            folder: options.folder.clone(),
            earlier_paths: RefCell::default(),
            address,
            expected: RefCell::default(),
            hosts: RefCell::default(),
            last_click: Cell::default(),
            _slot: slot,
        }
    }

    // Opening pages

    /// Opens an address of the product: `/`, `/?lang=en`.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.go_to(&self.address_of(address));
    }

    /// Opens an address of the product without waiting for the program to take over the prerendered page.
    #[track_caller]
    pub fn open_without_waiting(&self, address: &str) {
        let address = self.address_of(address);
        self.run(&format!("go to {address}"), self.browser().goto(&address));
    }

    fn address_of(&self, path: &str) -> String {
        format!("{}/{}", self.address, path.trim_start_matches('/'))
    }

    /// The address of the product, with a trailing slash.
    pub(crate) fn own_address(&self) -> String {
        self.address_of("/")
    }

    /// Waits until the program has taken over the prerendered page, or the page reports a failure: elements found earlier
    /// would soon be replaced. Returns at once on pages of other sites.
    #[track_caller]
    pub(crate) fn wait_until_settled(&self) {
        let look = "const failed = document.getElementById('boot-failed');
            return !failed || !failed.hidden || (!window.flexkompasEarly && !document.getElementById('app-next'))";
        self.wait_until("the program, or the message that it did not start", || {
            self.execute(look, []) == Value::Bool(true)
        });
    }

    /// Leaves the product for an empty page.
    #[track_caller]
    pub fn leave_page(&self) {
        self.go_to("about:blank");
    }

    /// Opens a host page that shows the product in an iframe, and enters the iframe.
    #[track_caller]
    pub fn open_in_iframe(&self, sandbox: Option<&str>) -> Host {
        let host = Host::with_iframe(&self.own_address(), sandbox);
        let has_origin = sandbox.is_none_or(|tokens| tokens.contains("allow-same-origin"));
        self.open_in(host, has_origin)
    }

    /// The same in a host page without an origin, whose iframe has no sandbox of its own.
    #[track_caller]
    pub fn open_in_opaque_page(&self) -> Host {
        let host = Host::with_iframe(&self.own_address(), None);
        host.remove_origin();
        self.open_in(host, false)
    }

    #[track_caller]
    fn open_in(&self, host: Host, has_origin: bool) -> Host {
        if !has_origin {
            self.allow_opaque_origin();
        }
        self.hosts.borrow_mut().push(host.url());
        self.return_to(&host);
        host
    }

    /// Opens the host page again and enters its iframe.
    #[track_caller]
    pub fn return_to(&self, host: &Host) {
        self.go_to(&host.url());
        self.run("look into the frame", self.browser().enter_frame(0));
        self.wait_until_settled();
    }

    #[track_caller]
    pub(crate) fn go_to(&self, address: &str) {
        self.run(&format!("go to {address}"), self.browser().goto(address));
        self.wait_until_settled();
    }

    /// Reloads the page.
    #[track_caller]
    pub fn reload(&self) {
        self.run("reload", self.browser().refresh());
        self.wait_until_settled();
    }

    /// Uses the back button of the browser.
    #[track_caller]
    pub fn go_back(&self) {
        self.run("go back", self.browser().back());
        self.wait_until_settled();
    }

    /// Uses the forward button of the browser.
    #[track_caller]
    pub fn go_forward(&self) {
        self.run("go forward", self.browser().forward());
        self.wait_until_settled();
    }

    // Server and console

    /// The server of this visitor, to inject faults.
    pub fn server(&self) -> &Server {
        &self.server
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the driver keeps the console log. For other engines the server records failed requests.
    pub fn has_driver_logs(&self) -> bool {
        self.engine.has_driver_logs()
    }

    /// The policy of the served release, with this source for the server.
    #[track_caller]
    fn policy(&self, own: &str) -> String {
        Policy::read(&self.folder).unwrap().to_header(own)
    }

    /// Makes the server send the page in a sandbox, so that it has no origin even outside an iframe.
    #[track_caller]
    pub fn sandbox_responses(&self) {
        let policy = self.policy(&format!("{SELF} {}", self.server.url().trim_end_matches('/')));
        let policy = format!("{policy}; sandbox allow-scripts");
        self.server.set_header("content-security-policy", &policy).unwrap();
    }

    /// Makes the policy of the server forbid service workers.
    #[track_caller]
    pub fn forbid_service_workers(&self) {
        let usual = self.policy(SELF);
        let policy = usual.replace("worker-src 'self'", "worker-src 'none'");
        assert_ne!(policy, usual);
        self.server.set_header("content-security-policy", &policy).unwrap();
    }

    /// The paths requested since the start, or since [`Server::clear_requests`].
    pub fn requested_paths(&self) -> Vec<String> {
        self.server.requests().into_iter().map(|seen| seen.path).collect()
    }

    /// Waits until a file has loaded completely. Leaving the page earlier aborts the request, which Firefox reports to the
    /// page as an error.
    #[track_caller]
    pub fn wait_for_file(&self, path: &str) {
        let come = "return performance.getEntriesByType('resource').some(entry => entry.name.endsWith(arguments[0]))";
        self.wait_until(path, || self.execute(come, [json!(path)]) == json!(true));
    }

    /// The folder for downloads.
    pub fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// Expects a console line that only Chromium writes.
    pub fn expect_console_in_chromium(&self, text: &str) {
        if self.engine == Engine::Chromium {
            self.expect_console(text);
        }
    }

    /// Expects a warning or error with this text in the console: it may occur, and must.
    pub fn expect_console(&self, text: &str) {
        self.expected.borrow_mut().push(text.to_owned());
    }

    // Building blocks of the other methods

    #[track_caller]
    pub(crate) fn browser(&self) -> &WebDriver {
        self.session.as_ref().unwrap().browser()
    }

    #[track_caller]
    pub(crate) fn run<T>(&self, what: &str, work: impl Future<Output = WebDriverResult<T>>) -> T {
        let session = self.session.as_ref().unwrap();
        session.run(work).unwrap_or_else(|error| panic!("cannot {what}: {error}"))
    }

    /// Runs a script in the page and returns its result.
    #[track_caller]
    pub fn execute<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let returned = self.run(script, self.browser().execute(script, Vec::from(arguments)));
        returned.json().clone()
    }

    /// Runs a script that passes its result to its last argument, a callback.
    #[track_caller]
    pub fn execute_async<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let returned = self.run(script, self.browser().execute_async(script, Vec::from(arguments)));
        returned.json().clone()
    }

    /// Waits until the page has handled pending events, so that a test can check that something does not happen.
    #[track_caller]
    pub fn wait_until_idle(&self) {
        let rest = "const done = arguments[arguments.length - 1]; setTimeout(() => setTimeout(done))";
        self.execute_async(rest, []);
    }

    /// Waits until a condition holds.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut condition: impl FnMut() -> bool) {
        wait_for(what, || condition().then_some(()).ok_or_else(|| "it never came".to_owned()));
    }

    /// Waits until a condition holds, with another deadline.
    #[track_caller]
    pub fn wait_until_within(&self, what: &str, deadline: Duration, mut condition: impl FnMut() -> bool) {
        wait_for_within(deadline, what, || {
            condition().then_some(()).ok_or_else(|| "it never came".to_owned())
        });
    }
}
