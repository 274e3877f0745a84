//! Serves the bundle as the shipped configurations of servers do: the headers of `headers.rs`, compressed copies.
//! The browser tests use it too: it remembers what was asked, its headers can be changed and it can fail on purpose.

mod faults;
mod headers;
mod injected;
mod progress;

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{IF_RANGE, RANGE};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::sync::oneshot;
use tower_http::services::ServeDir;
use xtask::requirements::in_use;
use xtask::steps::Steps;

pub use self::faults::Fault;

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    folder: PathBuf,
    shared: Arc<Shared>,
    /// None while it is switched off.
    running: Mutex<Option<Running>>,
}

/// The thread that answers.
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<io::Result<()>>,
}

/// One request that the server has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRequest {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path with its leading slash, without the query.
    pub path: String,
}

/// What the tests look at and change while the server runs.
#[derive(Default)]
struct Shared {
    seen: Mutex<Vec<LoggedRequest>>,
    headers: Mutex<headers::Changes>,
    faults: Mutex<HashMap<String, Fault>>,
    failures: Mutex<Vec<String>>,
    injected: injected::InjectedScript,
    progress: progress::Progress,
    /// Only the bundle has one; pages of others do as they like.
    policy: Option<headers::BundlePolicy>,
}

impl Server {
    /// Serves a bundle on 127.0.0.1, under the strict policy that fits it; port 0 takes any free port. The server has a
    /// thread of its own, so it works the same for plain and for asynchronous callers.
    pub fn for_bundle(folder: &Path, port: u16) -> Result<Self> {
        let shared = Shared { policy: Some(headers::BundlePolicy::new(folder)), ..Shared::default() };
        Self::sharing(shared, folder, port)
    }

    /// Serves a folder with any other pages, which have no policy.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        Self::sharing(Shared::default(), folder, port)
    }

    fn sharing(shared: Shared, folder: &Path, port: u16) -> Result<Self> {
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        let shared = Arc::new(shared);
        let running = run(listener, folder, &shared)?;
        Ok(Self { address, folder: folder.to_owned(), shared, running: Mutex::new(Some(running)) })
    }

    /// Stops answering, as a server does that is down: nobody can connect, and open connections are cut.
    pub fn switch_off(&self) {
        if let Some(Running { stop, thread }) = lock(&self.running).take() {
            // Both only fail when the thread has ended already.
            let _ = stop.send(());
            let _ = thread.join();
        }
    }

    /// Answers again, on the port it had.
    pub fn switch_on(&self) -> Result<()> {
        self.switch_off();
        *lock(&self.running) = Some(run(listen(self.address.port())?, &self.folder, &self.shared)?);
        Ok(())
    }

    /// The address and port it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Every request since the start or the last [`Server::clear_requests`], in the order of arrival.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        lock(&self.shared.seen).clone()
    }

    /// Clears the list of requests.
    pub fn clear_requests(&self) {
        lock(&self.shared.seen).clear();
    }

    /// Changes how the policy calls this server: [`crate::serve::policy::SELF`] at first.
    pub fn set_self_source(&self, own: &str) {
        if let Some(policy) = &self.shared.policy {
            policy.set_self_source(own);
        }
    }

    /// The policy it sends now, for a test that wants another one much like it.
    pub fn policy(&self) -> Option<String> {
        self.shared.policy.as_ref().and_then(headers::BundlePolicy::current)
    }

    /// Sends this header with every further answer, also in place of one the server sets itself.
    pub fn set_header(&self, name: &str, value: &str) -> Result<()> {
        lock(&self.shared.headers).set(name, Some(value))
    }

    /// Leaves this header out of every further answer, as a host would that does not know about it.
    pub fn remove_header(&self, name: &str) -> Result<()> {
        lock(&self.shared.headers).set(name, None)
    }

    /// Makes every further request of a path fail.
    pub fn set_fault(&self, path: &str, fault: Fault) {
        lock(&self.shared.faults).insert(path.to_owned(), fault);
    }

    /// All paths work again.
    pub fn clear_faults(&self) {
        lock(&self.shared.faults).clear();
    }

    /// The paths that were not delivered: an error status, or a connection that broke.
    pub fn failures(&self) -> Vec<String> {
        lock(&self.shared.failures).clone()
    }

    /// Puts a script into every page, to run before all others. It may POST notes to `/.notes`. Neither it nor its
    /// notes count as requests.
    pub fn inject_script(&self, script: &str) {
        self.shared.injected.set(script);
    }

    /// The notes of the scripts that run first, in the order of arrival.
    pub fn notes(&self) -> Vec<String> {
        self.shared.injected.notes()
    }

    /// Answers every page with the progress of a build, until [`Server::show_bundle`].
    pub fn show_progress(&self, steps: &Steps) {
        self.shared.progress.follow(steps);
    }

    /// Tells the pages that wait that the build has failed, and why; they go on waiting for the next one.
    pub fn show_failure(&self, error: &str) {
        self.shared.progress.fail(error);
    }

    /// The bundle is there: it is served from now on, and pages that wait open it.
    pub fn show_bundle(&self) {
        self.shared.progress.end();
    }

    /// Serves until the process ends.
    pub fn wait(self) -> Result<()> {
        // `stop` must live as long: dropping it stops the server too.
        let Running { stop: _stop, thread } = lock(&self.running).take().context("the server has stopped")?;
        thread.join().map_err(|_| anyhow!("the server broke down"))?.context("the server broke down")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.switch_off();
    }
}

fn run(listener: TcpListener, folder: &Path, shared: &Arc<Shared>) -> Result<Running> {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let layer = middleware::from_fn_with_state(Arc::clone(shared), answer);
    let app = Router::new().fallback_service(files).layer(layer);
    let (stop, stopped) = oneshot::channel::<()>();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let thread = std::thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let serving = axum::serve(listener, app).into_future();
            // Open connections are cut, not waited for: a stalled one would never end.
            futures_util::future::select(std::pin::pin!(serving), stopped).await;
            Ok(())
        })
    });
    Ok(Running { stop, thread })
}

fn listen(port: u16) -> Result<TcpListener> {
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!("{}", in_use(port))
        }
        other => other.with_context(|| format!("cannot listen on port {port}"))?,
    };
    listener.set_nonblocking(true)?;
    Ok(listener)
}

async fn answer(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if let Some(response) = shared.progress.answer(&path) {
        return response;
    }
    if shared.injected.handles(&path) {
        let mut response = shared.injected.answer(request).await;
        headers::complete(&path, None, &mut response);
        return response;
    }
    lock(&shared.seen).push(LoggedRequest { method: request.method().to_string(), path: path.clone() });
    let fault = lock(&shared.faults).get(&path).copied();
    // The file service does not look at this condition, and the rest of a file in another compression fits nothing. A
    // whole answer is always right.
    if request.headers().contains_key(IF_RANGE) {
        request.headers_mut().remove(RANGE);
    }
    let page = shared.injected.is_set() && injected::is_page(&path);
    if fault.is_some() || page {
        faults::require_plain_bytes(&mut request);
    }
    let mut response = next.run(request).await;
    let policy = shared.policy.as_ref().and_then(headers::BundlePolicy::current);
    headers::complete(&path, policy.as_deref(), &mut response);
    if page {
        response = injected::inject(response).await;
    }
    if matches!(fault, Some(Fault::Silent)) {
        std::future::pending::<()>().await;
    }
    if let Some(fault) = fault {
        response = faults::apply(response, fault).await;
    }
    let broken = response.status().is_client_error() || response.status().is_server_error();
    if broken || matches!(fault, Some(Fault::Truncated)) {
        lock(&shared.failures).push(path);
    }
    lock(&shared.headers).apply(response.headers_mut());
    response
}

/// A thread that broke down while it held the lock leaves nothing half done here.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
