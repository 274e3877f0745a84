//! The ways in which a host, a proxy or a line spoils an answer.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE};
use axum::http::{Response, StatusCode};
use futures_util::StreamExt;
use futures_util::stream::{once, pending};

/// What goes wrong with a path.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// This status and no file.
    Status(u16),
    /// The connection breaks in the middle of the file.
    Truncated,
    /// The second half of the file never comes, and no error either.
    Stalled,
    /// Nothing is answered at all, and the connection stays open.
    Silent,
    /// One byte in the middle of the file is another one.
    Altered,
}

/// A fault is in the bytes of the file itself, so the answer must be neither compressed nor partial nor empty.
pub(super) fn require_plain_bytes(request: &mut Request) {
    for header in [ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
        request.headers_mut().remove(header);
    }
}

/// The answer with the fault in it. The headers stay, the announced length included.
pub(super) async fn apply(response: Response<Body>, fault: Fault) -> Response<Body> {
    if let Fault::Status(status) = fault {
        let mut replaced = Response::new(Body::empty());
        *replaced.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        return replaced;
    }
    let (head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(head, Body::empty());
    };
    let middle = bytes.len() / 2;
    let first_half = bytes.slice(..middle);
    let body = match fault {
        Fault::Truncated => {
            let cut = async {
                // Without this pause the first half would never leave the buffer.
                tokio::time::sleep(Duration::from_millis(50)).await;
                Err(io::Error::from(io::ErrorKind::ConnectionReset))
            };
            Body::from_stream(once(async { Ok(first_half) }).chain(once(cut)))
        }
        Fault::Stalled => Body::from_stream(once(async { Ok::<_, Infallible>(first_half) }).chain(pending())),
        Fault::Altered | Fault::Silent | Fault::Status(_) => {
            let mut altered = bytes.to_vec();
            if let Some(byte) = altered.get_mut(middle) {
                *byte ^= 0xff;
            }
            Body::from(Bytes::from(altered))
        }
    };
    Response::from_parts(head, body)
}
