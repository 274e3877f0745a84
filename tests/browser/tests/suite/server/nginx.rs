//! Unpacks the release archive and serves it with its nginx configuration, as a site owner does.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use flexkompas_browser_tests::nginx::Nginx;
use flexkompas_browser_tests::{bundle, engines, phone};
use reqwest::redirect;
use xtask_build::compress::is_copy;
use xtask_build::headers;
use xtask_build::policy::{Policy, SELF};
use xtask_build::server::Server;
use xtask_checks::archive::Archive;

use crate::storage::blocked::expect_scan_without_storage;
use crate::support::sample;

#[track_caller]
fn archive() -> Archive {
    Archive::of(&bundle::folder(), Vec::new(), "0.0.0", 1_795_000_000).unwrap()
}

/// An HTTP response with each header once.
struct Answer {
    status: u16,
    headers: HashMap<String, String>,
    body: Vec<u8>,
}

#[track_caller]
fn get(address: &str, own: &[(&str, &str)]) -> Answer {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client =
            reqwest::Client::builder().redirect(redirect::Policy::none()).no_proxy().build().unwrap();
        let request =
            own.iter().fold(client.get(address), |request, (name, value)| request.header(*name, *value));
        let answer = request.send().await.unwrap();
        let mut headers = HashMap::new();
        for (name, value) in answer.headers() {
            let doubled = headers.insert(name.to_string(), value.to_str().unwrap().to_owned());
            assert_eq!(doubled, None, "{name} comes twice with {address}");
        }
        Answer { status: answer.status().as_u16(), headers, body: answer.bytes().await.unwrap().to_vec() }
    })
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(&name.to_lowercase()).map(String::as_str)
    }

    #[track_caller]
    fn assert_headers(&self, path: &str, found: bool, policy: &str) {
        for (name, value) in headers::for_path(path, found, Some(policy)) {
            assert_eq!(self.header(name), Some(value.as_str()), "{name} of {path}");
        }
        if found {
            let kind = headers::file_type(path).map(headers::FileType::content_type);
            assert_eq!(self.header("content-type"), kind.as_deref(), "{path}");
        }
    }
}

#[track_caller]
fn policy_at(nginx: &Nginx) -> String {
    Policy::read(nginx.public()).unwrap().to_header(&format!("{SELF} {}", nginx.address()))
}

#[test]
fn every_file_is_served_with_its_headers_and_compressed_copies() {
    engines!(Chromium, "it needs no browser");
    let Some(nginx) = Nginx::serving(&archive()) else { return };
    let (address, policy) = (nginx.address(), policy_at(&nginx));
    let mut paths = bundle::paths();
    paths.retain(|path| !is_copy(path));
    let pages: Vec<_> = paths.iter().filter_map(|path| path.strip_suffix("index.html")).collect();
    assert!(pages.contains(&"/") && pages.contains(&"/en/"), "{pages:?}");

    for path in paths.iter().map(String::as_str).chain(pages) {
        let name = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let file = nginx.public().join(name.trim_start_matches('/'));
        let answer = get(&format!("{address}{path}"), &[]);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-encoding"), None, "{path}");
        assert!(answer.body == fs::read(&file).unwrap(), "{path}");
        answer.assert_headers(path, true, &policy);

        for (encoding, ending) in [("gzip", "gz"), ("br", "br")] {
            let copy = Path::new(&format!("{}.{ending}", file.display())).to_owned();
            if !copy.is_file() || (encoding == "br" && !nginx.supports_brotli()) {
                continue;
            }
            let accepts = if encoding == "br" { "gzip, deflate, br" } else { encoding };
            let packed = get(&format!("{address}{path}"), &[("accept-encoding", accepts)]);
            assert_eq!(packed.header("content-encoding"), Some(encoding), "{path}");
            assert!(packed.body == fs::read(&copy).unwrap(), "{} is not what came", copy.display());
            packed.assert_headers(path, true, &policy);
        }
        let tag = answer.header("etag").unwrap();
        let again = get(&format!("{address}{path}"), &[("if-none-match", tag)]);
        assert_eq!(again.status, 304, "{path}");
        assert_eq!(again.header(headers::CACHING), Some(headers::caching(path)), "{path}");
    }
}

#[test]
fn missing_files_are_not_cached_and_folders_redirect() {
    engines!(Chromium, "it needs no browser");
    let Some(nginx) = Nginx::serving(&archive()) else { return };
    let (address, policy) = (nginx.address(), policy_at(&nginx));
    for path in ["/gone.html", "/gone-0123456789abcdef_bg.wasm", "/server/nginx.conf", "/SHA256SUMS"] {
        let answer = get(&format!("{address}{path}"), &[]);
        assert_eq!(answer.status, 404, "{path}");
        answer.assert_headers(path, false, &policy);
    }
    let answer = get(&format!("{address}/en"), &[]);
    assert_eq!((answer.status, answer.header("location")), (301, Some("/en/")));
}

#[test]
fn a_link_whose_number_sign_was_encoded_gets_the_page_of_its_folder() {
    engines!(Chromium, "it needs no browser");
    let Some(nginx) = Nginx::serving(&archive()) else { return };
    let (address, policy) = (nginx.address(), policy_at(&nginx));
    for (path, page) in [
        ("/%23r=fk1-0123456789abcdef_?lang=en", "index.html"),
        ("/%23r%3Dfk1abc.%0d%0aX-Injected:%20yes", "index.html"),
        ("/%2523r=fk1abc", "index.html"),
        ("/en/%23r=fk1abc", "en/index.html"),
    ] {
        let answer = get(&format!("{address}{path}"), &[]);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body == fs::read(nginx.public().join(page)).unwrap(), "{path}");
        assert_eq!(answer.header("x-injected"), None);
        answer.assert_headers(&format!("/{page}"), true, &policy);
    }
    assert_eq!(get(&format!("{address}/%23top"), &[]).status, 404);
}

#[test]
fn a_changed_page_is_compressed_once_its_copies_are_deleted() {
    engines!(Chromium, "it needs no browser");
    let Some(nginx) = Nginx::serving(&archive()) else { return };
    let page = nginx.public().join("index.html");
    let changed = fs::read_to_string(&page).unwrap().replacen("<title>", "<title>Onze ", 1);
    fs::write(&page, &changed).unwrap();
    for ending in ["br", "gz"] {
        fs::remove_file(nginx.public().join(format!("index.html.{ending}"))).unwrap();
    }
    assert!(get(&nginx.address(), &[]).body == changed.as_bytes());
    let packed = get(&nginx.address(), &[("accept-encoding", "gzip, br")]);
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert!(packed.body.len() < changed.len() / 2);
}

#[test]
fn the_whole_scan_works_as_a_top_level_page() {
    engines!(Chromium, "the server sends the same to every browser");
    let Some(nginx) = Nginx::serving(&archive()) else { return };
    let visitor = phone().at_address(&nginx.address()).start();
    visitor.open("/");
    sample::complete_scan(&visitor);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("kept"));
    visitor.finish();
}

#[test]
fn the_whole_scan_works_in_a_sandbox_on_another_site() {
    engines!(Chromium, "the server sends the same to every browser");
    let Some(nginx) = Nginx::serving(&archive()) else { return };
    let visitor = phone().at_address(&nginx.address()).start();
    let _host = visitor.open_in_iframe(Some("allow-scripts"));
    expect_scan_without_storage(&visitor);
    visitor.finish();
}

#[test]
fn the_guide_for_site_owners_is_accessible() {
    engines!(Chromium, "the page has no script");
    let folder = tempfile::tempdir().unwrap();
    let archive = archive();
    archive.unpack(folder.path()).unwrap();
    let server = Server::start(&folder.path().join(&archive.name), 0).unwrap();
    let visitor = phone().at_address(&server.url()).start();
    for (page, language) in [("/LEESMIJ.html", "nl"), ("/README.html", "en")] {
        visitor.open(page);
        assert_eq!(visitor.language(), language);
        assert_eq!(visitor.axe_violations(), [""; 0]);
        let fits = visitor.execute("return document.documentElement.scrollWidth <= innerWidth", []);
        assert_eq!(fits, serde_json::json!(true), "{page} is wider than a phone");
    }
    visitor.finish();
}
