//! The visitor: a browser, a server of its own, and going to pages.
//!
//! Every visitor has a server of its own, so that a fault or a request belongs to one test alone.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use xtask_build::policy::{Policy, SELF};
use xtask_build::server::Server;

use crate::engine::Engine;
use crate::host::Host;
use crate::patience::{await_some, await_within};
use crate::ports;
use crate::recorder::first_script;
use crate::session::Session;
use crate::slot::Slot;
use crate::wishes::Wishes;

/// Somebody with a browser. Ends with [`Visitor::leaves`].
pub struct Visitor {
    pub(crate) engine: Engine,
    /// None once the visit has ended.
    pub(crate) session: Option<Session>,
    pub(crate) fresh: bool,
    /// Wants as little movement as possible.
    pub(crate) still: bool,
    server: Server,
    /// What it serves.
    pub(crate) folder: PathBuf,
    /// What it served before something else was deployed.
    pub(crate) before: RefCell<Vec<String>>,
    /// Where the product is, without the last slash: at this server, unless another one was wished for.
    pub(crate) address: String,
    downloads: PathBuf,
    pub(crate) expected: RefCell<Vec<String>>,
    pub(crate) hosts: RefCell<Vec<String>>,
    /// Given back after the session: fields are dropped in this order.
    _slot: Slot,
}

impl Visitor {
    #[track_caller]
    pub(crate) fn arrive(wishes: &Wishes) -> Self {
        let slot = Slot::take();
        let server = ports::serve_bundle(&wishes.folder);
        let address = wishes.address.clone().unwrap_or_else(|| server.url());
        let address = address.trim_end_matches('/').to_owned();
        if !wishes.engine.keeps_logs() {
            server.inject_script(&first_script(&wishes.scripts));
        }
        let session = Session::take(wishes);
        Self {
            engine: wishes.engine,
            downloads: session.downloads(),
            session: Some(session),
            fresh: wishes.fresh,
            still: wishes.still,
            server,
            folder: wishes.folder.clone(),
            before: RefCell::default(),
            address,
            expected: RefCell::default(),
            hosts: RefCell::default(),
            _slot: slot,
        }
    }

    // Going

    /// Opens an address of the product: `/`, `/?lang=en`.
    #[track_caller]
    pub fn opens(&self, address: &str) {
        self.goes_to(&self.address_of(address));
    }

    /// Opens an address of the product and does not wait for the program to take over the prerendered page.
    #[track_caller]
    pub fn opens_at_once(&self, address: &str) {
        let address = self.address_of(address);
        self.run(&format!("go to {address}"), self.browser().goto(&address));
    }

    fn address_of(&self, path: &str) -> String {
        format!("{}/{}", self.address, path.trim_start_matches('/'))
    }

    /// Where the product is, with its last slash.
    pub(crate) fn own_address(&self) -> String {
        self.address_of("/")
    }

    /// Waits until the program has taken over the prerendered page, or the page says that it will not: what is found
    /// before would be gone a moment later. Pages of others have nothing to wait for.
    #[track_caller]
    pub(crate) fn settles(&self) {
        let look = "const failed = document.getElementById('boot-failed');
            return !failed || !failed.hidden || (!window.flexkompasEarly && !document.getElementById('app-next'))";
        self.waits_until("the program, or word that there is none", || {
            self.script(look, []) == Value::Bool(true)
        });
    }

    /// Goes to a page that is not of the product.
    #[track_caller]
    pub fn goes_elsewhere(&self) {
        self.goes_to("about:blank");
    }

    /// Opens a page of another site that shows the product in a frame, and looks into the frame.
    #[track_caller]
    pub fn opens_in_frame(&self, sandbox: Option<&str>) -> Host {
        let host = Host::framing(&self.own_address(), sandbox);
        let has_origin = sandbox.is_none_or(|tokens| tokens.contains("allow-same-origin"));
        self.opens_in(host, has_origin)
    }

    /// The same in a page that has no origin, though its frame has no sandbox.
    #[track_caller]
    pub fn opens_in_page_without_origin(&self) -> Host {
        let host = Host::framing(&self.own_address(), None);
        host.has_no_origin();
        self.opens_in(host, false)
    }

    #[track_caller]
    fn opens_in(&self, host: Host, has_origin: bool) -> Host {
        if !has_origin {
            self.expects_a_sandbox();
        }
        self.hosts.borrow_mut().push(host.url());
        self.comes_back_to(&host);
        host
    }

    /// Opens such a page of another site again.
    #[track_caller]
    pub fn comes_back_to(&self, host: &Host) {
        self.goes_to(&host.url());
        self.run("look into the frame", self.browser().enter_frame(0));
        self.settles();
    }

    #[track_caller]
    pub(crate) fn goes_to(&self, address: &str) {
        self.run(&format!("go to {address}"), self.browser().goto(address));
        self.settles();
    }

    /// Reloads the page.
    #[track_caller]
    pub fn reloads(&self) {
        self.run("reload", self.browser().refresh());
        self.settles();
    }

    /// Uses the browser's Back.
    #[track_caller]
    pub fn goes_back(&self) {
        self.run("go back", self.browser().back());
        self.settles();
    }

    /// Uses the browser's Forward.
    #[track_caller]
    pub fn goes_forward(&self) {
        self.run("go forward", self.browser().forward());
        self.settles();
    }

    // Around the page

    /// The server of this visitor, to make it fail.
    pub fn server(&self) -> &Server {
        &self.server
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// True where the browser itself keeps the log of its console. Elsewhere the server notes what it did not deliver.
    pub fn has_log(&self) -> bool {
        self.engine.keeps_logs()
    }

    /// The policy of what is served, with this name of the server in it.
    #[track_caller]
    fn policy(&self, own: &str) -> String {
        Policy::read(&self.folder).unwrap().to_header(own)
    }

    /// The server puts the page into a sandbox that gives it no origin, though it stands in no frame.
    #[track_caller]
    pub fn is_sandboxed_by_its_server(&self) {
        let policy = self.policy(&format!("{SELF} {}", self.server.url().trim_end_matches('/')));
        let policy = format!("{policy}; sandbox allow-scripts");
        self.server.set_header("content-security-policy", &policy).unwrap();
    }

    /// The server's policy allows no service worker.
    #[track_caller]
    pub fn forbids_workers(&self) {
        let usual = self.policy(SELF);
        let policy = usual.replace("worker-src 'self'", "worker-src 'none'");
        assert_ne!(policy, usual);
        self.server.set_header("content-security-policy", &policy).unwrap();
    }

    /// The paths that were asked for since [`Server::forget`] or the start.
    pub fn asked_for(&self) -> Vec<String> {
        self.server.requests().into_iter().map(|seen| seen.path).collect()
    }

    /// Waits until a file has come as a whole; who leaves earlier breaks its loading off, and Firefox lets the page know.
    #[track_caller]
    pub fn waits_for_file(&self, path: &str) {
        let come = "return performance.getEntriesByType('resource').some(entry => entry.name.endsWith(arguments[0]))";
        self.waits_until(path, || self.script(come, [json!(path)]) == json!(true));
    }

    /// The folder where downloads arrive.
    pub fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// The same for a line that Chromium alone writes.
    pub fn expects_in_console_of_chromium(&self, text: &str) {
        if self.engine == Engine::Chromium {
            self.expects_in_console(text);
        }
    }

    /// Says that the console may, and must, hold a warning or error with this text.
    pub fn expects_in_console(&self, text: &str) {
        self.expected.borrow_mut().push(text.to_owned());
    }

    // What the other verbs are made of

    #[track_caller]
    pub(crate) fn browser(&self) -> &WebDriver {
        self.session.as_ref().unwrap().browser()
    }

    #[track_caller]
    pub(crate) fn run<T>(&self, what: &str, work: impl Future<Output = WebDriverResult<T>>) -> T {
        let session = self.session.as_ref().unwrap();
        session.run(work).unwrap_or_else(|error| panic!("cannot {what}: {error}"))
    }

    /// Runs a script in the page and hands over what it returns.
    #[track_caller]
    pub fn script<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let returned = self.run(script, self.browser().execute(script, Vec::from(arguments)));
        returned.json().clone()
    }

    /// Runs a script that calls its last argument with what it found when it is done.
    #[track_caller]
    pub fn script_to_the_end<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let returned = self.run(script, self.browser().execute_async(script, Vec::from(arguments)));
        returned.json().clone()
    }

    /// Waits until the page has done everything that follows at once from what has happened so far: what is not there
    /// then does not come.
    #[track_caller]
    pub fn comes_to_rest(&self) {
        let rest = "const done = arguments[arguments.length - 1]; setTimeout(() => setTimeout(done))";
        self.script_to_the_end(rest, []);
    }

    /// Waits until a condition holds.
    #[track_caller]
    pub fn waits_until(&self, what: &str, mut condition: impl FnMut() -> bool) {
        await_some(what, || condition().then_some(()).ok_or_else(|| "it never came".to_owned()));
    }

    /// Waits until a condition holds that is meant to take its time, for at most so long.
    #[track_caller]
    pub fn waits_long_until(&self, what: &str, most: Duration, mut condition: impl FnMut() -> bool) {
        await_within(most, what, || condition().then_some(()).ok_or_else(|| "it never came".to_owned()));
    }
}
