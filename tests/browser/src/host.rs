//! A host page: a page of another site with the product in an iframe.

use tempfile::TempDir;
use xtask_build::server::Server;

use crate::engine::env_or;
use crate::{bundle, ports};

/// A site with one page.
pub struct Host {
    server: Server,
    folder: TempDir,
}

/// Records the messages and events the host page receives, and what its policy blocked.
const RECORDER: &str = "window.heard = [];
    addEventListener('message', ({ data, origin, source }) =>
        heard.push({ data, origin, frame: [].indexOf.call(window, source) }));
    for (const kind of ['ready', 'progress', 'result']) {
        addEventListener('flexkompas:' + kind, ({ target, detail }) => heard.push({ event: kind, on: target.localName, detail }));
    }
    window.stopped = [];
    addEventListener('securitypolicyviolation', event => stopped.push(event.violatedDirective + ' ' + event.blockedURI));
    addEventListener('error', event => stopped.push(event.message || event.target.outerHTML), true);";

/// `WordPress` embeds a page this way: adds a secret to the fragment of its address, and accepts heights from 200 to 1000
/// pixels in messages with that secret.
const WORDPRESS: &str = "addEventListener('message', ({ data, source }) => {
        const frame = document.querySelector(`iframe[data-secret=\"${data.secret}\"]`);
        if (frame && frame.contentWindow === source && data.message === 'height') {
            frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
        }
    });
    addEventListener('DOMContentLoaded', () => {
        for (const frame of document.querySelectorAll('iframe.wp-embedded-content')) {
            frame.dataset.secret = 'a1B2c3D4e5';
            frame.src += '#?secret=' + frame.dataset.secret;
            frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
        }
    });";

impl Host {
    /// A site that shows this address in an iframe, optionally with a sandbox.
    #[track_caller]
    pub fn with_iframe(address: &str, sandbox: Option<&str>) -> Self {
        let sandbox = sandbox.map(|tokens| format!(" sandbox=\"{tokens}\"")).unwrap_or_default();
        Self::with_body(&format!(
            "<iframe title=Flexkompas src=\"{address}\" width=360 height=700{sandbox}></iframe>"
        ))
    }

    /// A site with this page body. It also serves the scripts `heard.js` (loaded by the page), `wordpress.js` and
    /// `resizer.js` (a module).
    #[track_caller]
    pub fn with_body(body: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let resizer = bundle::root().join("xtask/npm/node_modules/@open-iframe-resizer/core/dist/index.js");
        let resizer = env_or("FLEXKOMPAS_RESIZER", resizer.to_string_lossy());
        let resizer = std::fs::read_to_string(&resizer)
            .unwrap_or_else(|error| panic!("cannot read open-iframe-resizer at {resizer}: {error}"));
        for (name, text) in [("heard.js", RECORDER), ("wordpress.js", WORDPRESS), ("resizer.js", &resizer)] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let host = Self { server: ports::serve(folder.path()), folder };
        host.set_body(body);
        host
    }

    /// Replaces the body of the page.
    #[track_caller]
    pub fn set_body(&self, body: &str) {
        self.set_page("", body);
    }

    /// Replaces the body of the page, and what its head holds besides its title.
    #[track_caller]
    pub fn set_page(&self, head: &str, body: &str) {
        let page = format!(
            "<!doctype html><html lang=nl><head><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
             <title>Intranet</title><link rel=icon href=\"data:,\"><script src=heard.js></script>{head}</head>\
             <body>{body}</body></html>"
        );
        std::fs::write(self.folder.path().join("index.html"), page).unwrap();
    }

    /// Serves the page in a sandbox, as some wikis do: then neither the page nor its iframes have an origin.
    #[track_caller]
    pub fn remove_origin(&self) {
        self.server.set_header("content-security-policy", "sandbox allow-scripts").unwrap();
    }

    /// The address of the page, on another site than the product, not just another port.
    pub fn url(&self) -> String {
        format!("{}/", self.origin())
    }

    /// The origin of the page.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.server.address().port())
    }

    /// The server, to change its headers.
    pub fn server(&self) -> &Server {
        &self.server
    }
}
