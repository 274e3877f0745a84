//! Faults of hosts, proxies and networks.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE};
use axum::http::{Response, StatusCode};
use futures_util::StreamExt;
use futures_util::stream::{once, pending};

/// A fault of a path.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Responds with this status and no file.
    Status(u16),
    /// Cuts the connection in the middle of the file.
    Truncated,
    /// Stalls after the first half of the file, without an error.
    Stalled,
    /// Never responds, and keeps the connection open.
    Silent,
    /// Changes one byte in the middle of the file.
    Altered,
}

/// Requests the plain file: a fault applies to its bytes, so the response must not be compressed, partial or empty.
pub(super) fn require_plain_bytes(request: &mut Request) {
    for header in [ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
        request.headers_mut().remove(header);
    }
}

/// Applies the fault to a response. The headers stay, including the announced length.
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
                // Without this pause the first half would stay in the buffer.
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
