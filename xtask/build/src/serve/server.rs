//! Serves the bundle as the shipped server configurations do: with the headers of `headers.rs` and compressed copies.
//! The browser tests use it too: it logs requests, its headers can be changed, and it can fail on purpose.

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
use crate::serve::headers::folder_of_encoded_link;

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    folder: PathBuf,
    shared: Arc<Shared>,
    /// `None` while it is switched off.
    running: Mutex<Option<Running>>,
}

/// The server thread.
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<io::Result<()>>,
}

/// A request in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRequest {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path with its leading slash, without the query; of an alias or an encoded link, the path it stands for.
    pub path: String,
}

/// The state that tests read and change while the server runs.
#[derive(Default)]
struct Shared {
    seen: Mutex<Vec<LoggedRequest>>,
    headers: Mutex<headers::Changes>,
    faults: Mutex<HashMap<String, Fault>>,
    /// Paths that are answered with the file at another one.
    aliases: Mutex<HashMap<String, String>>,
    failures: Mutex<Vec<String>>,
    injected: injected::InjectedScript,
    progress: progress::Progress,
    /// The policy of the bundle; other pages have none.
    policy: Option<headers::BundlePolicy>,
}

impl Server {
    /// Serves a bundle on 127.0.0.1 under its strict policy; port 0 picks a free port. The server has its own thread,
    /// so it works the same for blocking and asynchronous callers.
    pub fn for_bundle(folder: &Path, port: u16) -> Result<Self> {
        let shared = Shared { policy: Some(headers::BundlePolicy::new(folder)), ..Shared::default() };
        Self::sharing(shared, folder, port)
    }

    /// Serves a folder with other pages, which have no policy.
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

    /// Goes offline: refuses connections and cuts the open ones.
    pub fn switch_off(&self) {
        if let Some(Running { stop, thread }) = lock(&self.running).take() {
            // Both fail only if the thread has ended already.
            let _ = stop.send(());
            let _ = thread.join();
        }
    }

    /// Goes online again on the same port.
    pub fn switch_on(&self) -> Result<()> {
        self.switch_off();
        *lock(&self.running) = Some(run(listen(self.address.port())?, &self.folder, &self.shared)?);
        Ok(())
    }

    /// The address and port it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL of the page.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Every request since the start or the last [`Server::clear_requests`], in order of arrival.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        lock(&self.shared.seen).clone()
    }

    /// Clears the request log.
    pub fn clear_requests(&self) {
        lock(&self.shared.seen).clear();
    }

    /// Changes the source expression for this server in the policy, initially [`crate::serve::policy::SELF`].
    pub fn set_self_source(&self, own: &str) {
        if let Some(policy) = &self.shared.policy {
            policy.set_self_source(own);
        }
    }

    /// The current policy, for tests that derive another one from it.
    pub fn policy(&self) -> Option<String> {
        self.shared.policy.as_ref().and_then(headers::BundlePolicy::current)
    }

    /// Sends this header with every further response, replacing one the server sets itself.
    pub fn set_header(&self, name: &str, value: &str) -> Result<()> {
        lock(&self.shared.headers).set(name, Some(value))
    }

    /// Removes this header from every further response, as an unconfigured host would.
    pub fn remove_header(&self, name: &str) -> Result<()> {
        lock(&self.shared.headers).set(name, None)
    }

    /// Makes every further request of a path fail.
    pub fn set_fault(&self, path: &str, fault: Fault) {
        lock(&self.shared.faults).insert(path.to_owned(), fault);
    }

    /// Answers every further request of a path with the file at another one, without a redirect.
    pub fn set_alias(&self, path: &str, file: &str) {
        lock(&self.shared.aliases).insert(path.to_owned(), file.to_owned());
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        lock(&self.shared.faults).clear();
    }

    /// The paths that were not delivered: an error status, or a broken connection.
    pub fn failures(&self) -> Vec<String> {
        lock(&self.shared.failures).clone()
    }

    /// Puts a script into every page, before all others. It may POST notes to `/.notes`. Neither the script nor its
    /// notes appear in the request log.
    pub fn inject_script(&self, script: &str) {
        self.shared.injected.set(script);
    }

    /// The notes of the injected scripts, in order of arrival.
    pub fn notes(&self) -> Vec<String> {
        self.shared.injected.notes()
    }

    /// Answers every page with the progress of a build, until [`Server::show_bundle`].
    pub fn show_progress(&self, steps: &Steps) {
        self.shared.progress.follow(steps);
    }

    /// Shows the error of a failed build on the waiting pages; they keep waiting for the next build.
    pub fn show_failure(&self, error: &str) {
        self.shared.progress.fail(error);
    }

    /// Serves the bundle from now on; waiting pages open it.
    pub fn show_bundle(&self) {
        self.shared.progress.end();
    }

    /// Serves until the process ends.
    pub fn wait(self) -> Result<()> {
        // Dropping `stop` would stop the server.
        let Running { stop: _stop, thread } = lock(&self.running).take().context("the server has stopped")?;
        thread.join().map_err(|_| anyhow!("the server crashed"))?.context("the server crashed")
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
            // Open connections are cut rather than awaited: a stalled one would never end.
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
    let mut path = request.uri().path().to_owned();
    if let Some(response) = shared.progress.answer(&path) {
        return response;
    }
    if shared.injected.handles(&path) {
        let mut response = shared.injected.answer(request).await;
        headers::complete(&path, None, &mut response);
        return response;
    }
    let alias = lock(&shared.aliases).get(&path).cloned();
    if let Some(file) = alias.or_else(|| folder_of_encoded_link(&path)) {
        if let Ok(address) = file.parse() {
            *request.uri_mut() = address;
        }
        path = file;
    }
    lock(&shared.seen).push(LoggedRequest { method: request.method().to_string(), path: path.clone() });
    let fault = lock(&shared.faults).get(&path).copied();
    // The file service ignores this condition, and a range of another encoding fits nothing. A complete response is
    // always right.
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

/// Recovers a poisoned lock: no thread leaves its data half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
