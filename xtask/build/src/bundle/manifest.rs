//! The files a device needs to install Flexkompas: one manifest per language, and the icons in `web/icons`, which `cargo
//! xtask icons` renders from `web/icon.svg`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use crate::bundle::files::fingerprint;
use crate::bundle::page::Page;
use crate::content::sources;

/// The name of the manifest in the folder of each language.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The comment in index.html that the links to the manifest and to the home screen icon replace.
const LINKS: &str = "icons";
/// The vector icon, as Trunk links it.
const VECTOR_ICON: &str = "link[rel=icon]";
/// The theme colour of the page.
const COLOUR: &str = "meta[name=theme-color][media*=light]";

/// An icon as a PNG file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    /// Pixels in each direction.
    pub size: u32,
    /// Whether the system may crop it to a shape.
    pub maskable: bool,
}

/// The icon for iOS, which reads no manifest.
const HOME_SCREEN: Icon = Icon { size: 180, maskable: true };

/// All icons, in the order of the manifest.
pub const ICONS: [Icon; 4] = [
    Icon { size: 192, maskable: false },
    Icon { size: 512, maskable: false },
    HOME_SCREEN,
    Icon { size: 512, maskable: true },
];

impl Icon {
    /// The path of its source file.
    pub fn path(self, root: &Path) -> PathBuf {
        root.join("web/icons").join(format!("{}-{}.png", self.purpose(), self.size))
    }

    /// Its purpose, in the terms of a manifest.
    fn purpose(self) -> &'static str {
        if self.maskable { "maskable" } else { "any" }
    }
}

/// Writes icons and manifests into a bundle and links them from its page.
pub fn write(root: &Path, bundle: &Path) -> Result<()> {
    let path = bundle.join("index.html");
    let mut page = Page::read(&path)?;
    let vector = page.attribute(VECTOR_ICON, "href")?;
    let vector = vector.trim_start_matches("./");
    let colour = colour(&page)?;

    let mut icons = vec![json!({ "src": vector, "sizes": "any", "type": "image/svg+xml" })];
    let mut home_screen = String::new();
    for icon in ICONS {
        let path = icon.path(root);
        let png = fs::read(&path)
            .with_context(|| format!("cannot read {}: `cargo xtask icons` draws it", path.display()))?;
        let name = format!("icon-{}-{}.png", icon.size, fingerprint(&png));
        fs::write(bundle.join(&name), png).with_context(|| format!("cannot write {name}"))?;
        if icon == HOME_SCREEN {
            home_screen = name;
        } else {
            let size = format!("{0}x{0}", icon.size);
            let purpose = icon.purpose();
            icons.push(json!({ "src": name, "sizes": size, "type": "image/png", "purpose": purpose }));
        }
    }

    for language in Language::ALL {
        let (folder, up) = if language == Language::ALL[0] { ("", "") } else { (language.code(), "../") };
        let text = manifest(root, language, &icons, up, &colour)?.to_string();
        fs::create_dir_all(bundle.join(folder))?;
        fs::write(bundle.join(folder).join(MANIFEST), text).context("cannot write a manifest")?;
    }

    // Without `./`, so that `prerender.rs` leaves it pointing at the folder of each language.
    let markup = format!(
        "<link rel=\"manifest\" href=\"{MANIFEST}\" /><link rel=\"apple-touch-icon\" href=\"./{home_screen}\" />"
    );
    page.replace_comment(LINKS, &markup)?;
    page.write(&path)
}

/// The colour of the page, which is also the background of an icon.
pub fn colour(page: &Page) -> Result<String> {
    page.attribute(COLOUR, "content")
}

fn manifest(root: &Path, language: Language, icons: &[Value], up: &str, colour: &str) -> Result<Value> {
    let words = sources::checked(&sources::read(&root.join("content"))?, language)?.start.messages;
    let name = words.get(MessageKey::AppName).to_string();
    let icons: Vec<Value> = icons
        .iter()
        .cloned()
        .map(|mut icon| {
            icon["src"] = json!(format!("{up}{}", icon["src"].as_str().unwrap_or_default()));
            icon
        })
        .collect();
    Ok(json!({
        "name": name,
        "short_name": name,
        "description": words.get(MessageKey::StartTitle).to_string(),
        "lang": language.code(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": colour,
        "background_color": colour,
        "icons": icons,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    const PAGE: &str = "<head><meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#fbfaf7\" />\
                        <link rel=\"icon\" href=\"./icon-0123456789abcdef.svg\" /><!-- icons --></head>";

    fn written() -> tempfile::TempDir {
        let bundle = tempfile::tempdir().unwrap();
        fs::write(bundle.path().join("index.html"), PAGE).unwrap();
        write(root(), bundle.path()).unwrap();
        bundle
    }

    /// Width and height, from the first chunk of a PNG file.
    fn size(path: &Path) -> [u32; 2] {
        let png = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()))
    }

    fn read(bundle: &Path, folder: &str) -> Value {
        serde_json::from_slice(&fs::read(bundle.join(folder).join(MANIFEST)).unwrap()).unwrap()
    }

    #[test]
    fn every_language_has_a_manifest_whose_icons_exist_in_their_stated_sizes() {
        let bundle = written();
        for (folder, language) in [("", "nl"), ("en", "en")] {
            let manifest = read(bundle.path(), folder);
            assert_eq!(manifest["lang"], language);
            assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!("./"), &json!("./")));
            let icons = manifest["icons"].as_array().unwrap();
            let in_pixels: Vec<_> = icons.iter().filter(|icon| icon["type"] == "image/png").collect();
            let said: Vec<_> = in_pixels.iter().map(|icon| (&icon["sizes"], &icon["purpose"])).collect();
            let (small, large) = (json!("192x192"), json!("512x512"));
            let (any, maskable) = (json!("any"), json!("maskable"));
            assert_eq!(said, [(&small, &any), (&large, &any), (&large, &maskable)]);
            for icon in in_pixels {
                let [width, height] = size(&bundle.path().join(folder).join(icon["src"].as_str().unwrap()));
                assert_eq!(icon["sizes"], format!("{width}x{height}"));
            }
        }
    }

    #[test]
    fn page_links_the_manifest_of_its_folder_and_a_home_screen_icon() {
        let bundle = written();
        let page = Page::read(&bundle.path().join("index.html")).unwrap();
        assert_eq!(page.attribute("link[rel=manifest]", "href").unwrap(), MANIFEST);
        let icon = page.attribute("link[rel=apple-touch-icon]", "href").unwrap();
        assert_eq!(size(&bundle.path().join(icon)), [180, 180]);
    }
}
