//! The slots of a run: how many browsers are busy at a time, over all engines. A test connects, waits for one byte, and
//! gives its slot back by closing the connection, which also happens when its process dies. Nothing polls, and whoever
//! comes first is served first. (A make-style jobserver would do the same, but its client needs `unsafe`.)

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result};

/// Slots that are handed out until the program ends.
pub(super) struct Slots {
    address: String,
    count: usize,
}

impl Slots {
    /// Hands out so many slots at a time.
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

    /// Where tests ask for a slot.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

/// Ends when the other side closes the connection, or has done so already.
fn lend(mut connection: TcpStream) {
    if connection.write_all(&[1]).is_ok() {
        let _ = connection.read(&mut [0]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_handed_on_when_it_is_given_back() {
        let slots = Slots::open(1).unwrap();
        let take = || TcpStream::connect(slots.address()).unwrap();
        let (mut first, mut second) = (take(), take());
        first.read_exact(&mut [0]).unwrap();
        second.set_nonblocking(true).unwrap();
        assert!(second.read(&mut [0]).is_err(), "there is one slot only");
        drop(first);
        second.set_nonblocking(false).unwrap();
        second.read_exact(&mut [0]).unwrap();
    }
}
