//! Servers for tests, each on a port that no earlier one had. A browser that is reused still has what it kept for an
//! earlier origin: storage, copies of files, service workers.

use std::collections::HashSet;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};

use xtask_build::server::Server;

static USED: LazyLock<Mutex<HashSet<u16>>> = LazyLock::new(Mutex::default);

/// Starts servers until one has a port that is new here.
#[track_caller]
fn unused<T>(start: impl Fn() -> T, port_of: impl Fn(&T) -> u16) -> T {
    // Those with a used port stay until there is another, so that they do not get the same one again.
    let mut passed_over = Vec::new();
    loop {
        let server = start();
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(port_of(&server)) {
            return server;
        }
        passed_over.push(server);
    }
}

/// Serves a bundle as the shipped configurations do.
#[track_caller]
pub fn serve_bundle(folder: &Path) -> Server {
    unused(|| Server::for_bundle(folder, 0).unwrap(), |server| server.address().port())
}

/// Serves any other pages.
#[track_caller]
pub fn serve(folder: &Path) -> Server {
    unused(|| Server::start(folder, 0).unwrap(), |server| server.address().port())
}

/// A port for a program that must be told one. Free a moment ago; another program that takes it meanwhile makes the start
/// fail, and does so plainly.
#[track_caller]
pub(crate) fn free() -> u16 {
    let port_of = |listener: &TcpListener| listener.local_addr().unwrap().port();
    port_of(&unused(|| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap(), port_of))
}
