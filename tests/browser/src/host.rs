//! A page of another site with the product in a frame.

use tempfile::TempDir;
use xtask::server::Server;

/// A running site with one page.
pub struct Host {
    server: Server,
    _folder: TempDir,
}

impl Host {
    /// A site that shows this address in a frame with this sandbox; without one there is no sandbox.
    #[track_caller]
    pub fn framing(address: &str, sandbox: Option<&str>) -> Self {
        let folder = TempDir::new().unwrap();
        let sandbox = sandbox.map(|tokens| format!(" sandbox=\"{tokens}\"")).unwrap_or_default();
        let page = format!(
            "<!doctype html><html lang=nl><title>Intranet</title><link rel=icon href=\"data:,\">\
             <iframe title=Flexkompas src=\"{address}\" width=360 height=700{sandbox}></iframe>"
        );
        std::fs::write(folder.path().join("index.html"), page).unwrap();
        Self { server: Server::start(folder.path(), 0).unwrap(), _folder: folder }
    }

    /// From now on the page stands in a sandbox of its own, as the content of some wikis does: it has no origin, and neither
    /// has what it shows.
    #[track_caller]
    pub fn has_no_origin(&self) {
        self.server.set_header("content-security-policy", "sandbox allow-scripts").unwrap();
    }

    /// The address of the page: another site than the product's, not only another port.
    pub fn url(&self) -> String {
        format!("http://localhost:{}/", self.server.address().port())
    }
}
