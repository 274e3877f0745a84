//! A semaphore for browsers, over all engines. A test connects, waits for one byte, and releases its slot by closing
//! the connection, which also happens if its process dies. Nothing polls, and requests are served in order. (A
//! make-style jobserver would do the same, but its client needs `unsafe`.)

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result};

/// Slots, available until the program ends.
pub(super) struct Slots {
    address: String,
    count: usize,
}

impl Slots {
    /// Opens this many slots.
    pub(super) fn open(count: usize) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("cannot listen for tests")?;
        let address = listener.local_addr()?.to_string();
        let (give_back, free) = mpsc::channel();
        for _ in 0..count {
            give_back.send(())?;
        }
        thread::spawn(move || {
            while free.recv().is_ok() {
                let Ok((connection, _)) = listener.accept() else { return };
                let give_back = give_back.clone();
                thread::spawn(move || {
                    lend(connection);
                    give_back.send(())
                });
            }
        });
        Ok(Self { address, count })
    }

    /// The address at which tests acquire a slot.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// The number of slots.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

/// Returns when the other side closes the connection, or has closed it already.
fn lend(mut connection: TcpStream) {
    if connection.write_all(&[1]).is_ok() {
        let _ = connection.read(&mut [0]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn released_slot_is_passed_on() {
        let slots = Slots::open(1).unwrap();
        let take = || TcpStream::connect(slots.address()).unwrap();
        let (mut first, mut second) = (take(), take());
        first.read_exact(&mut [0]).unwrap();
        second.set_nonblocking(true).unwrap();
        assert!(second.read(&mut [0]).is_err(), "there is only one slot");
        drop(first);
        second.set_nonblocking(false).unwrap();
        second.read_exact(&mut [0]).unwrap();
    }
}
