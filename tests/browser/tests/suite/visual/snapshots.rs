//! Screenshots of the gallery, compared with those in `tests/browser/snapshots`. `UPDATE_PICTURES=1` updates them.
//! Differences are drawn in red in `target/pictures`, beside the new screenshot.
//!
//! The pages use a bundled font, and the browser renders text without the settings of the machine (`fonts.conf`), so
//! screenshots are the same everywhere. A few differing pixels are accepted, because Chromium versions vary.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;

use flexkompas_browser_tests::{Visitor, bundle, engines, gallery, phone};

use super::picture::{Picture, difference};

/// The font of the screenshots, which has all characters of the pages: its folder, files and CSS.
const FONT_FOLDER: &str = "xtask/npm/node_modules/dejavu-fonts-ttf/ttf";
const FONT_FILES: [&str; 2] = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];
const FONT: &str = "@font-face { font-family: Pictures; src: url(DejaVuSans.ttf) }
    @font-face { font-family: Pictures; font-weight: 600 900; src: url(DejaVuSans-Bold.ttf) }
    :root { --font: Pictures }";

/// A device that takes screenshots: a phone in light colours and a laptop in dark ones. Screenshots are cropped, except
/// those in [`WHOLE`], because the rest of a page mostly repeats what is above.
struct Device {
    name: &'static str,
    language: &'static str,
    theme: &'static str,
    width: u32,
    max_height: u32,
}
const PHONE: Device = Device { name: "phone", language: "nl", theme: "light", width: 360, max_height: 1600 };
const LAPTOP: Device =
    Device { name: "laptop", language: "en", theme: "dark", width: 1280, max_height: 1200 };
const WHOLE: [&str; 1] = ["result"];

/// States left out on a laptop: they add a message to a screen in another screenshot, as on the phone.
const NOT_ON_LAPTOP: [&str; 24] = [
    "ask-erase",
    "ask-replace",
    "ask-restart",
    "code-refused",
    "compare-too-few",
    "copy-failed",
    "damaged",
    "earlier",
    "erased",
    "full",
    "history",
    "history-none",
    "import-refused",
    "in-a-frame",
    "library-nothing-found",
    "newer",
    "not-kept",
    "part-failed",
    "print-failed",
    "result-needed",
    "result-top",
    "resume-done",
    "share-with-other-programs",
    "statement-answered",
];

/// The gallery with the font added to its styles.
fn gallery_with_font() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(gallery::folder()).unwrap().map(|file| file.unwrap().path()) {
        let copy = folder.path().join(file.file_name().unwrap());
        if file.extension().is_some_and(|ending| ending == "css") {
            fs::write(copy, fs::read_to_string(file).unwrap() + FONT).unwrap();
        } else {
            fs::copy(file, copy).unwrap();
        }
    }
    for name in FONT_FILES {
        let file = bundle::root().join(FONT_FOLDER).join(name);
        let copied = fs::copy(&file, folder.path().join(name));
        copied.unwrap_or_else(|error| {
            panic!(
                "the font of the screenshots, {}: {error}; `cargo xtask build` installs it",
                file.display()
            )
        });
    }
    folder
}

#[track_caller]
fn take_screenshot(visitor: &Visitor, state: &str, device: &Device) -> Picture {
    visitor.open(&format!("/{state}.{}.{}.html", device.language, device.theme));
    let fonts = "const done = arguments[0];
        document.fonts.ready.then(() => done([...document.fonts].every(font => font.status === 'loaded')))";
    visitor.wait_until("the font of the screenshots", || visitor.execute_async(fonts, []) == true);
    let max_height = if WHOLE.contains(&state) { u32::MAX } else { device.max_height };
    Picture::from_screenshot(&visitor.screenshot_page(device.width, max_height))
}

/// The version of Chromium, because others may render differently.
#[track_caller]
fn chromium_version(visitor: &Visitor) -> String {
    let version = visitor.execute("return navigator.userAgent.match(/Chrome\\/\\d+/)[0]", []);
    version.as_str().unwrap().to_owned()
}

#[test]
fn every_screen_matches_its_snapshot() {
    engines!(Chromium, "each engine renders text differently");
    let folder = gallery_with_font();
    let visitor = phone().serve_folder(folder.path()).start();
    // The policy belongs to the product and does not allow the gallery.
    visitor.server().remove_header("content-security-policy").unwrap();
    let kept = bundle::root().join("tests/browser/snapshots");
    let made_by = kept.join("made-by.txt");
    let out = bundle::root().join("target/pictures");
    let update = env::var_os("UPDATE_PICTURES").is_some_and(|value| value == "1");
    for emptied in
        [(&out, true), (&kept, update)].into_iter().filter_map(|(folder, wanted)| wanted.then_some(folder))
    {
        let _ = fs::remove_dir_all(emptied);
        fs::create_dir_all(emptied).unwrap();
    }

    let mut stored: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in fs::read_dir(&kept).unwrap().map(|file| file.unwrap().path()) {
        stored.insert(file.file_name().unwrap().to_string_lossy().into_owned(), file);
    }
    stored.remove("made-by.txt");
    let mut found = Vec::new();
    for state in gallery::states() {
        for device in [PHONE, LAPTOP] {
            if device.width == LAPTOP.width && NOT_ON_LAPTOP.contains(&state.as_str()) {
                continue;
            }
            let name = format!("{state}.{}.png", device.name);
            let now = take_screenshot(&visitor, &state, &device);
            let path = kept.join(&name);
            if update {
                now.save(&path);
                continue;
            }
            let different = match stored.remove(&name).and_then(|path| Picture::load(&path)) {
                Some(before) => difference(&before, &now),
                None => Some(("there is no snapshot yet".to_owned(), None)),
            };
            let Some((what, drawn)) = different else { continue };
            now.save(&out.join(&name));
            if let Some(drawn) = drawn {
                let name = format!("{state}.{}.difference.png", device.name);
                Picture::from_image(&drawn).save(&out.join(name));
            }
            let fonts = visitor.system_fonts();
            let font = if fonts.is_empty() {
                String::new()
            } else {
                format!(" (some text is in {fonts:?}, a font of this machine)")
            };
            found.push(format!("{name}: {what}{font}"));
        }
    }
    let version = chromium_version(&visitor);
    visitor.finish();
    if update {
        fs::write(made_by, version + "\n").unwrap();
        return;
    }
    found.extend(stored.keys().map(|name| format!("{name}: the state no longer exists")));
    let made_by = fs::read_to_string(made_by).unwrap_or_default();
    assert!(
        found.is_empty(),
        "{} screenshots differ; see {} and update them with UPDATE_PICTURES=1 if the change is intended \
         (made with {}, this is {version}):\n{}",
        found.len(),
        out.display(),
        made_by.trim(),
        found.join("\n")
    );
}
