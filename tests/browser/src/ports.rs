//! Servers for tests, each on a port that no earlier one used: a reused browser still has storage, caches and service
//! workers of earlier origins.

use std::collections::HashSet;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};

use xtask_build::server::Server;

static USED: LazyLock<Mutex<HashSet<u16>>> = LazyLock::new(Mutex::default);

/// Starts servers until one has a port that is new here.
#[track_caller]
fn unused<T>(start: impl Fn() -> T, port_of: impl Fn(&T) -> u16) -> T {
    // Servers on used ports keep running until there is a new one, so that the system does not assign the same port again.
    let mut rejected = Vec::new();
    loop {
        let server = start();
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(port_of(&server)) {
            return server;
        }
        rejected.push(server);
    }
}

/// Serves a bundle as the shipped configurations do.
#[track_caller]
pub fn serve_bundle(folder: &Path) -> Server {
    unused(|| Server::for_bundle(folder, 0).unwrap(), |server| server.address().port())
}

/// Serves any other folder.
#[track_caller]
pub fn serve(folder: &Path) -> Server {
    unused(|| Server::start(folder, 0).unwrap(), |server| server.address().port())
}

/// A free port for a program that needs its port as an argument. If another program takes it first, the start fails with a
/// clear error.
#[track_caller]
pub(crate) fn free() -> u16 {
    let port_of = |listener: &TcpListener| listener.local_addr().unwrap().port();
    port_of(&unused(|| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap(), port_of))
}
