//! Tests of the server over real connections.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use xtask::steps::Steps;

use super::{Fault, LoggedRequest, Server};

const WASM: &[u8] = b"\0asm-and-some-more-bytes";

fn start() -> (tempfile::TempDir, Server) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "<html><head>").unwrap();
    fs::write(folder.path().join("app-0123456789abcdef_bg.wasm"), WASM).unwrap();
    fs::write(folder.path().join("app-0123456789abcdef_bg.wasm.br"), "packed").unwrap();
    let server = Server::start(folder.path(), 0).unwrap();
    (folder, server)
}

/// The raw response, as far as it arrives within a second.
fn get(server: &Server, path: &str, headers: &str) -> String {
    let mut connection = TcpStream::connect(server.address()).unwrap();
    connection.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
    write!(connection, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n").unwrap();
    let mut answer = Vec::new();
    // A stall ends with a time-out; what arrived before is the response.
    let _ = connection.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).to_lowercase()
}

const PROGRAM: &str = "/app-0123456789abcdef_bg.wasm";

#[test]
fn program_has_its_media_type_and_is_cacheable_by_any_origin() {
    let (_folder, server) = start();
    let answer = get(&server, PROGRAM, "");
    for header in [
        "http/1.1 200",
        "content-type: application/wasm",
        "cache-control: public, max-age=31536000, immutable",
        "access-control-allow-origin: *",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
    ] {
        assert!(answer.contains(header), "{header} is not in {answer}");
    }
}

#[test]
fn compressed_copy_is_sent_if_accepted() {
    let (_folder, server) = start();
    let answer = get(&server, PROGRAM, "Accept-Encoding: gzip, br\r\n");
    assert!(answer.contains("content-encoding: br") && answer.ends_with("packed"), "{answer}");
    assert!(answer.contains("content-type: application/wasm"), "{answer}");
    assert!(answer.contains("vary: accept-encoding"), "{answer}");
    assert!(!get(&server, PROGRAM, "Accept-Encoding: gzip\r\n").contains("content-encoding"));
}

#[test]
fn conditional_range_of_another_version_gets_the_whole_file() {
    let (_folder, server) = start();
    let answer = get(&server, PROGRAM, "Range: bytes=3-\r\nIf-Range: \"another\"\r\n");
    assert!(answer.contains("http/1.1 200"), "{answer}");
}

#[test]
fn injected_script_comes_first_and_its_notes_are_kept() {
    let (_folder, server) = start();
    server.inject_script("first()");
    assert!(get(&server, "/.first.js", "").ends_with("first()"));
    assert!(get(&server, "/", "").contains("<html><head><script src=\"/.first.js\"></script>"));
    assert!(!get(&server, PROGRAM, "").contains("script"));
    let mut connection = TcpStream::connect(server.address()).unwrap();
    write!(
        connection,
        "POST /.notes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nhoi"
    )
    .unwrap();
    connection.read_to_string(&mut String::new()).unwrap();
    assert_eq!(server.notes(), ["hoi"]);
    let seen: Vec<_> = server.requests().into_iter().map(|seen| seen.path).collect();
    assert_eq!(seen, ["/", PROGRAM], "neither counts as a request");
}

#[test]
fn pages_and_missing_files_are_revalidated() {
    let (_folder, server) = start();
    let page = get(&server, "/", "");
    assert!(page.contains("content-type: text/html") && page.contains("cache-control: no-cache"), "{page}");
    let missing = get(&server, "/gone-0123456789abcdef.css", "");
    assert!(missing.contains("http/1.1 404") && missing.contains("cache-control: no-cache"), "{missing}");
}

#[test]
fn link_whose_number_sign_was_encoded_gets_the_page() {
    let (_folder, server) = start();
    let page = get(&server, "/%23r=fk1-0123456789abcdef_?lang=en", "");
    assert!(page.contains("http/1.1 200") && page.ends_with("<html><head>"), "{page}");
    assert!(page.contains("content-type: text/html") && page.contains("cache-control: no-cache"), "{page}");
    assert!(get(&server, "/%23top", "").contains("http/1.1 404"));
}

#[test]
fn requests_are_logged() {
    let (_folder, server) = start();
    get(&server, "/?lang=nl", "");
    assert_eq!(server.requests(), [LoggedRequest { method: "GET".into(), path: "/".into() }]);
    server.clear_requests();
    assert!(server.requests().is_empty());
}

#[test]
fn headers_can_be_set_and_removed() {
    let (_folder, server) = start();
    server.set_header("content-security-policy", "default-src 'none'").unwrap();
    server.remove_header("access-control-allow-origin").unwrap();
    let answer = get(&server, "/", "");
    assert!(answer.contains("content-security-policy: default-src 'none'"), "{answer}");
    assert!(!answer.contains("access-control"), "{answer}");
    assert!(server.set_header("not a name", "x").is_err());
}

#[test]
fn rebuilt_bundle_is_served_under_its_new_policy() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::for_bundle(folder.path(), 0).unwrap();
    let write = |page| fs::write(folder.path().join("index.html"), page).unwrap();
    write("<style>x</style>");
    let hash = "sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=".to_lowercase();
    assert!(get(&server, "/", "").contains(&hash));
    assert!(get(&server, "/gone.css", "").contains(&hash), "what is not there has the policy too");
    write("<style>another</style>");
    assert!(!get(&server, "/", "").contains(&hash));
    server.set_self_source("'self' http://127.0.0.1:1");
    assert!(get(&server, "/", "").contains("connect-src 'self' http://127.0.0.1:1;"));
}

#[test]
fn other_pages_have_no_policy() {
    let (_folder, server) = start();
    assert!(!get(&server, "/", "").contains("content-security-policy"));
}

#[test]
fn fault_affects_one_path_until_it_is_cleared() {
    let (_folder, server) = start();
    let whole = format!("content-length: {}", WASM.len());
    let (first_half, second_half) = ("asm-and-som", "e-more-bytes");

    server.set_fault(PROGRAM, Fault::Status(404));
    assert!(get(&server, PROGRAM, "").contains("http/1.1 404"));
    for fault in [Fault::Truncated, Fault::Stalled] {
        server.set_fault(PROGRAM, fault);
        let answer = get(&server, PROGRAM, "Accept-Encoding: br\r\n");
        assert!(answer.contains(&whole) && answer.ends_with(first_half), "{fault:?}: {answer}");
    }
    server.set_fault(PROGRAM, Fault::Altered);
    let answer = get(&server, PROGRAM, "");
    assert!(
        answer.contains(&whole) && answer.contains(first_half) && !answer.contains(second_half),
        "{answer}"
    );

    assert!(get(&server, "/", "").contains("http/1.1 200"));
    server.clear_faults();
    assert!(get(&server, PROGRAM, "").ends_with(second_half));
}

#[test]
fn port_in_use_is_reported_in_one_line() {
    let (folder, server) = start();
    let port = server.address().port();
    let error = Server::start(folder.path(), port).err().unwrap().to_string();
    assert!(error.starts_with(&format!("port {port} is in use")) && !error.contains('\n'), "{error}");
}

#[test]
fn silent_path_never_responds() {
    let (_folder, server) = start();
    server.set_fault("/", Fault::Silent);
    assert_eq!(get(&server, "/", ""), "");
}

#[test]
fn server_that_was_switched_off_returns_on_the_same_port() {
    let (_folder, server) = start();
    server.switch_off();
    assert!(TcpStream::connect(server.address()).is_err());
    server.switch_on().unwrap();
    assert!(get(&server, "/", "").contains("http/1.1 200"));
    assert_eq!(server.requests().len(), 1, "it is the same server");
}

#[test]
fn dropped_server_frees_its_port() {
    let (folder, server) = start();
    let port = server.address().port();
    server.set_fault("/", Fault::Stalled);
    get(&server, "/", "");
    drop(server);
    assert!(Server::start(folder.path(), port).is_ok());
}

#[test]
fn every_page_shows_the_progress_of_a_running_build() {
    let (_folder, server) = start();
    let steps = Steps::default();
    server.show_progress(&steps);
    steps
        .run("Compile <trunk>", || {
            for page in ["/", "/en/", "/embed.html"] {
                let answer = get(&server, page, "");
                assert!(
                    answer.contains("http/1.1 200") && answer.contains("compile &lt;trunk&gt; … "),
                    "{answer}"
                );
                assert!(answer.contains("cache-control: no-store"), "{answer}");
            }
            assert!(get(&server, "/.progress", "").ends_with("compile &lt;trunk&gt; … 0.0 s</li></ol>"));
            Ok::<_, ()>(())
        })
        .unwrap();
    assert!(get(&server, "/other.js", "").contains("http/1.1 503"));

    server.show_failure("error: expected `;`");
    assert!(get(&server, "/", "").contains("<pre>error: expected `;`</pre>"));

    server.show_bundle();
    assert!(get(&server, "/", "").ends_with("<html><head>"));
    assert!(get(&server, "/.progress", "").contains("http/1.1 204"), "pages that wait open the product now");
}
