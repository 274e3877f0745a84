//! A page of another site with the product in a frame.

use tempfile::TempDir;
use xtask_build::server::Server;

use crate::engine::env_or;
use crate::{bundle, ports};

/// A running site with one page.
pub struct Host {
    server: Server,
    folder: TempDir,
}

/// Notes on the host's page what it hears, and what its own policy stopped.
const HEARD: &str = "window.heard = [];
    addEventListener('message', ({ data, origin, source }) =>
        heard.push({ data, origin, frame: [].indexOf.call(window, source) }));
    for (const kind of ['ready', 'progress', 'result']) {
        addEventListener('flexkompas:' + kind, ({ target, detail }) => heard.push({ event: kind, on: target.localName, detail }));
    }
    window.stopped = [];
    addEventListener('securitypolicyviolation', event => stopped.push(event.violatedDirective + ' ' + event.blockedURI));
    addEventListener('error', event => stopped.push(event.message || event.target.outerHTML), true);";

/// What `WordPress` does around a frame of its kind: puts a secret into the fragment of its address, and lets it be 200
/// to 1000 pixels high, as the frame asks with that secret.
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
    /// A site that shows this address in a frame with this sandbox; without one there is no sandbox.
    #[track_caller]
    pub fn with_iframe(address: &str, sandbox: Option<&str>) -> Self {
        let sandbox = sandbox.map(|tokens| format!(" sandbox=\"{tokens}\"")).unwrap_or_default();
        Self::with_body(&format!(
            "<iframe title=Flexkompas src=\"{address}\" width=360 height=700{sandbox}></iframe>"
        ))
    }

    /// A site whose page has this in its body. Beside it lie the scripts `heard.js` (loaded by every page),
    /// `wordpress.js` and `resizer.js` (a module).
    #[track_caller]
    pub fn with_body(body: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let resizer = bundle::root().join("xtask/npm/node_modules/@open-iframe-resizer/core/dist/index.js");
        let resizer = env_or("FLEXKOMPAS_RESIZER", resizer.to_string_lossy());
        let resizer = std::fs::read_to_string(&resizer)
            .unwrap_or_else(|error| panic!("cannot read open-iframe-resizer at {resizer}: {error}"));
        for (name, text) in [("heard.js", HEARD), ("wordpress.js", WORDPRESS), ("resizer.js", &resizer)] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let host = Self { server: ports::serve(folder.path()), folder };
        host.set_body(body);
        host
    }

    /// Puts this into the body of the page instead of what was there.
    #[track_caller]
    pub fn set_body(&self, body: &str) {
        let page = format!(
            "<!doctype html><html lang=nl><head><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
             <title>Intranet</title><link rel=icon href=\"data:,\"><script src=heard.js></script></head>\
             <body>{body}</body></html>"
        );
        std::fs::write(self.folder.path().join("index.html"), page).unwrap();
    }

    /// From now on the page stands in a sandbox of its own, as the content of some wikis does: it has no origin, and neither
    /// has what it shows.
    #[track_caller]
    pub fn remove_origin(&self) {
        self.server.set_header("content-security-policy", "sandbox allow-scripts").unwrap();
    }

    /// The address of the page: another site than the product's, not only another port.
    pub fn url(&self) -> String {
        format!("{}/", self.origin())
    }

    /// The origin of the page.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.server.address().port())
    }

    /// Its server, to change its headers.
    pub fn server(&self) -> &Server {
        &self.server
    }
}
