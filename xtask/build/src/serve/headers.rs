//! The only description of the headers that a web server sends with the files of the product. The configurations in the
//! release archive are generated from it, and the local server, which all browser tests use, sends exactly these. It also
//! says which other addresses a page answers.

use std::sync::LazyLock;

use regex::Regex;

/// The header with the policy of `policy.rs`.
pub const POLICY: &str = "Content-Security-Policy";
/// The header with the caching rules.
pub const CACHING: &str = "Cache-Control";
/// The header that distinguishes compressed copies.
pub const VARY: &str = "Vary";

/// The headers of every response, besides the policy.
pub const ALWAYS: [(&str, &str); 6] = [
    // A sandboxed iframe has no origin of its own: it may load the files only if every origin may.
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    // The page uses none of these, so code that gets into it may not either. Clipboard and sharing are used and keep
    // the defaults of browser and host page.
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), serial=(), usb=()",
    ),
    (VARY, "Accept-Encoding"),
];

/// For files with a hash in their name: cached forever.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// For all other files: cached, but revalidated before each use.
pub const REVALIDATE: &str = "no-cache";

/// Matches paths of files with a hash in their name: eight digits of ours, or sixteen of Trunk, which omits leading
/// zeros. Rust, nginx, Apache and Caddy all understand this syntax.
pub const HASHED: &str = "[-._]([0-9a-f]{8}|[0-9a-f]{14,16})[-._][^/]*$";

static IS_HASHED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(HASHED).ok());

/// Matches the decoded path of a link to a result whose `#` was encoded on its way, once or twice. The page in the folder
/// of the first group answers it, and mends its own address (`web/early.js`). The same syntax as [`HASHED`].
pub const ENCODED_LINK: &str = "^(.*/)(?:#|%23)r[^/]*$";

static ENCODED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(ENCODED_LINK).ok());

/// The folder whose page answers a path, if the path is an encoded link.
pub fn folder_of_encoded_link(path: &str) -> Option<String> {
    let decoded = path.replace("%25", "%").replace("%23", "#");
    Some(ENCODED.as_ref()?.captures(&decoded)?.get(1)?.as_str().to_owned())
}

/// Whether the file at a path has a hash in its name.
pub fn is_hashed(path: &str) -> bool {
    IS_HASHED.as_ref().is_some_and(|hashed| hashed.is_match(path))
}

/// The caching rule for the file at a path.
pub fn caching(path: &str) -> &'static str {
    if is_hashed(path) { IMMUTABLE } else { REVALIDATE }
}

/// A type of file in the bundle.
#[derive(Debug, PartialEq, Eq)]
pub struct FileType {
    /// The file extension, without the dot.
    pub extension: &'static str,
    /// The media type.
    pub media_type: &'static str,
    /// Whether it is text that needs a character encoding.
    pub is_text: bool,
    /// Whether compression pays off.
    pub compresses: bool,
}

/// Every type of file that a bundle may contain, and images that site owners may add; the archive refuses a bundle with
/// any other type.
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

/// The type of the file at a path; a path that ends in a slash leads to a page.
pub fn file_type(path: &str) -> Option<&'static FileType> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = if name.is_empty() { "index.html" } else { name };
    let (_, extension) = name.rsplit_once('.')?;
    FILE_TYPES.iter().find(|kind| kind.extension == extension)
}

impl FileType {
    /// The value of the header `Content-Type`.
    pub fn content_type(&self) -> String {
        if self.is_text { format!("{}; charset=utf-8", self.media_type) } else { self.media_type.to_owned() }
    }
}

/// The headers of a response, except those about the bytes themselves (type, length, encoding, age). A missing file may
/// appear later, so its error is not cached.
pub fn for_path(path: &str, found: bool, policy: Option<&str>) -> Vec<(&'static str, String)> {
    let mut headers: Vec<_> = ALWAYS.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    headers.push((CACHING, if found { caching(path) } else { REVALIDATE }.to_owned()));
    headers.extend(policy.map(|policy| (POLICY, policy.to_owned())));
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_cached_forever() {
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
    fn link_whose_number_sign_was_encoded_belongs_to_the_page_of_its_folder() {
        for (path, folder) in [
            ("/%23r=fk1abc", Some("/")),
            ("/%23r%3Dfk1abc.", Some("/")),
            ("/%2523r=fk1abc", Some("/")),
            ("/flexkompas/en/%23r=fk1abc", Some("/flexkompas/en/")),
            ("/%23top", None),
            ("/%23r=fk1/boot.js", None),
            ("/r=fk1abc", None),
            ("/", None),
        ] {
            assert_eq!(folder_of_encoded_link(path).as_deref(), folder, "{path}");
        }
    }

    #[test]
    fn missing_file_is_revalidated_whatever_its_name() {
        let headers = for_path("/styles-123456789abcde.css", false, None);
        assert!(headers.contains(&(CACHING, REVALIDATE.to_owned())));
    }

    #[test]
    fn file_type_follows_from_the_extension_and_a_folder_is_a_page() {
        let content_type = |path| file_type(path).map(FileType::content_type);
        assert_eq!(content_type("/en/").as_deref(), Some("text/html; charset=utf-8"));
        assert_eq!(content_type("/a-1_bg.wasm").as_deref(), Some("application/wasm"));
        assert_eq!(content_type("/x.webmanifest").as_deref(), Some("application/manifest+json"));
        assert_eq!(content_type("/x.exe"), None);
        assert_eq!(content_type("/html"), None);
    }
}
