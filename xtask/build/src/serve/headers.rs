//! Which headers a web server sends with the files of the product: the only description of them. The files for servers
//! of others (`configs.rs`) are made from it, and the own server (`server.rs`), under which all browser tests run, sends
//! exactly this.

use std::sync::LazyLock;

use regex::Regex;

/// The name of the header that holds the policy of `policy.rs`.
pub const POLICY: &str = "Content-Security-Policy";
/// The name of the header that tells how long an answer may be kept.
pub const CACHING: &str = "Cache-Control";
/// The name of the header that tells compressed copies apart.
pub const VARY: &str = "Vary";

/// What goes with every answer, beside the policy.
pub const ALWAYS: [(&str, &str); 6] = [
    // A frame with a strict sandbox has no origin of its own and may load the files only if everybody may.
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    // None of these is used, so nothing that gets into the page may use them either. Writing to the clipboard and sharing
    // are used and stay as the browser and the host have them.
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), serial=(), usb=()",
    ),
    (VARY, "Accept-Encoding"),
];

/// For a file whose name changes with its bytes.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// For everything else: kept, but never used without asking whether it is still current.
pub const REVALIDATE: &str = "no-cache";

/// The paths of files whose names change with their bytes: eight digits are ours, sixteen are Trunk's, which leaves out
/// leading zeros. Written so that Rust, nginx, Apache and Caddy understand it alike.
pub const HASHED: &str = "[-._]([0-9a-f]{8}|[0-9a-f]{14,16})[-._][^/]*$";

static IS_HASHED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(HASHED).ok());

/// Whether the name of the file at a path changes with its bytes.
pub fn is_hashed(path: &str) -> bool {
    IS_HASHED.as_ref().is_some_and(|hashed| hashed.is_match(path))
}

/// How long the file at a path may be kept.
pub fn caching(path: &str) -> &'static str {
    if is_hashed(path) { IMMUTABLE } else { REVALIDATE }
}

/// A kind of file of the bundle.
#[derive(Debug, PartialEq, Eq)]
pub struct FileType {
    /// How names of such files end, without the dot.
    pub extension: &'static str,
    /// What the server calls it.
    pub media_type: &'static str,
    /// Whether it is text whose letters must be told how to be read.
    pub is_text: bool,
    /// Whether it becomes much smaller when it is compressed.
    pub compresses: bool,
}

/// Every kind of file that a bundle may hold, and pictures that site owners may put beside it; the archive refuses a
/// bundle with any other.
pub const FILE_TYPES: [FileType; 17] = [
    FileType { extension: "css", media_type: "text/css", is_text: true, compresses: true },
    FileType { extension: "gif", media_type: "image/gif", is_text: false, compresses: false },
    FileType { extension: "html", media_type: "text/html", is_text: true, compresses: true },
    FileType { extension: "ico", media_type: "image/x-icon", is_text: false, compresses: false },
    FileType { extension: "jpeg", media_type: "image/jpeg", is_text: false, compresses: false },
    FileType { extension: "jpg", media_type: "image/jpeg", is_text: false, compresses: false },
    FileType { extension: "js", media_type: "text/javascript", is_text: true, compresses: true },
    FileType { extension: "json", media_type: "application/json", is_text: false, compresses: true },
    FileType { extension: "mjs", media_type: "text/javascript", is_text: true, compresses: true },
    FileType { extension: "png", media_type: "image/png", is_text: false, compresses: false },
    FileType { extension: "svg", media_type: "image/svg+xml", is_text: false, compresses: true },
    FileType { extension: "txt", media_type: "text/plain", is_text: true, compresses: true },
    FileType { extension: "wasm", media_type: "application/wasm", is_text: false, compresses: true },
    FileType {
        extension: "webmanifest",
        media_type: "application/manifest+json",
        is_text: false,
        compresses: true,
    },
    FileType { extension: "webp", media_type: "image/webp", is_text: false, compresses: false },
    FileType { extension: "woff2", media_type: "font/woff2", is_text: false, compresses: false },
    FileType { extension: "xml", media_type: "application/xml", is_text: false, compresses: true },
];

/// The kind of the file at a path; a path that ends in a slash leads to a page.
pub fn file_type(path: &str) -> Option<&'static FileType> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = if name.is_empty() { "index.html" } else { name };
    let (_, extension) = name.rsplit_once('.')?;
    FILE_TYPES.iter().find(|kind| kind.extension == extension)
}

impl FileType {
    /// The whole value of the header `Content-Type`.
    pub fn content_type(&self) -> String {
        if self.is_text { format!("{}; charset=utf-8", self.media_type) } else { self.media_type.to_owned() }
    }
}

/// Every header of the answer to a path but those about the bytes themselves (type, length, compression, age). Under a
/// wrong path a file may yet come, so that answer is not kept.
pub fn of(path: &str, found: bool, policy: Option<&str>) -> Vec<(&'static str, String)> {
    let mut headers: Vec<_> = ALWAYS.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    headers.push((CACHING, if found { caching(path) } else { REVALIDATE }.to_owned()));
    headers.extend(policy.map(|policy| (POLICY, policy.to_owned())));
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_good() {
        for path in [
            "/flexkompas-0123456789abcdef_bg.wasm",
            "/styles-123456789abcde.css",
            "/content/start.nl.1a2b3c4d.json",
            "/boot-1a2b3c4d.js",
            "/icon-512-1a2b3c4d.png",
        ] {
            assert_eq!(caching(path), IMMUTABLE, "{path}");
        }
        for path in [
            "/",
            "/index.html",
            "/boot.js",
            "/sw.js",
            "/kill-switch/sw.js",
            "/manifest.webmanifest",
            "/content/start.nl.json",
            "/x-1a2b3c4d/index.html",
        ] {
            assert_eq!(caching(path), REVALIDATE, "{path}");
        }
    }

    #[test]
    fn what_is_not_there_is_asked_for_again_whatever_its_name() {
        let headers = of("/styles-123456789abcde.css", false, None);
        assert!(headers.contains(&(CACHING, REVALIDATE.to_owned())));
    }

    #[test]
    fn a_kind_is_known_by_the_ending_and_a_folder_is_a_page() {
        let content_type = |path| file_type(path).map(FileType::content_type);
        assert_eq!(content_type("/en/").as_deref(), Some("text/html; charset=utf-8"));
        assert_eq!(content_type("/a-1_bg.wasm").as_deref(), Some("application/wasm"));
        assert_eq!(content_type("/x.webmanifest").as_deref(), Some("application/manifest+json"));
        assert_eq!(content_type("/x.exe"), None);
        assert_eq!(content_type("/html"), None);
    }
}
