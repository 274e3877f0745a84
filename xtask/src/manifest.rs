//! What a system needs to put Flexkompas among its programs: a manifest per language, and the icon in points, drawn from
//! `icon.svg`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flexkompas::content::{Language, Word};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};

use crate::pack::fingerprint;
use crate::sources;

/// The name of the manifest in the folder of each language.
pub const MANIFEST: &str = "manifest.webmanifest";

/// Where index.html wants the links to the manifest and to the icon for home screens.
const ICONS: &str = "<!-- icons -->";
/// The icon as lines, as Trunk links it.
const LINES: &str = "<link rel=\"icon\" href=\"./";
/// The colour of the page, which is that of the window around it.
const COLOUR: &str = "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"";

/// Points of an icon in each direction, and whether the system cuts its corners off.
const SIZES: [(u32, bool); 4] = [(192, false), (512, false), (180, true), (512, true)];
/// iOS wants this one; it reads no manifest.
const HOME_SCREEN: (u32, bool) = (180, true);

/// Writes icons and manifests into a bundle and links them from its page.
pub fn write(root: &Path, bundle: &Path) -> Result<()> {
    let page = bundle.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let lines = after(&html, LINES).context("index.html links no icon")?;
    let colour = after(&html, COLOUR).context("index.html names no colour for the window around it")?;
    if !html.contains(ICONS) {
        bail!("index.html has no {ICONS} for the links to the icons");
    }

    let svg = fs::read_to_string(root.join("icon.svg")).context("cannot read icon.svg")?;
    let mut icons = vec![json!({ "src": lines, "sizes": "any", "type": "image/svg+xml" })];
    let mut home_screen = String::new();
    for (size, is_cut) in SIZES {
        let png = drawn(&svg, size, is_cut, colour)?;
        let name = format!("icon-{size}-{}.png", fingerprint(&png));
        fs::write(bundle.join(&name), png).with_context(|| format!("cannot write {name}"))?;
        if (size, is_cut) == HOME_SCREEN {
            home_screen = name;
        } else {
            let purpose = if is_cut { "maskable" } else { "any" };
            let size = format!("{size}x{size}");
            icons.push(json!({ "src": name, "sizes": size, "type": "image/png", "purpose": purpose }));
        }
    }

    for language in Language::ALL {
        let (folder, up) = if language == Language::ALL[0] { ("", "") } else { (language.code(), "../") };
        let text = manifest(root, language, &icons, up, colour)?.to_string();
        fs::create_dir_all(bundle.join(folder))?;
        fs::write(bundle.join(folder).join(MANIFEST), text).context("cannot write a manifest")?;
    }

    // Without `./` it is that of the folder of each language (`prerender.rs`).
    let markup = format!(
        "<link rel=\"manifest\" href=\"{MANIFEST}\" /><link rel=\"apple-touch-icon\" href=\"./{home_screen}\" />"
    );
    fs::write(&page, html.replacen(ICONS, &markup, 1))
        .with_context(|| format!("cannot write {}", page.display()))
}

/// What stands behind `start`, up to the next quotation mark.
fn after<'a>(html: &'a str, start: &str) -> Option<&'a str> {
    html.split_once(start)?.1.split('"').next()
}

fn manifest(root: &Path, language: Language, icons: &[Value], up: &str, colour: &str) -> Result<Value> {
    let words = sources::checked(&sources::read(&root.join("content"))?, language)?.start.words;
    let name = words.get(Word::AppName).to_string();
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
        "description": words.get(Word::StartTitle).to_string(),
        "lang": language.code(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": colour,
        "background_color": colour,
        "icons": icons,
    }))
}

/// The icon in points. Where corners are cut off, the ground reaches every edge and the drawing is smaller: a circle with
/// a radius of two fifths is all that every system leaves.
fn drawn(svg: &str, size: u32, is_cut: bool, ground: &str) -> Result<Vec<u8>> {
    let framed = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" \
         fill=\"{ground}\"/><svg x=\"4.8\" y=\"4.8\" width=\"22.4\" height=\"22.4\" {}",
        svg.strip_prefix("<svg ").context("icon.svg does not begin with its drawing")?
    ) + "</svg>";
    let tree = Tree::from_str(if is_cut { &framed } else { svg }, &Options::default())
        .context("icon.svg cannot be drawn")?;
    let mut points = Pixmap::new(size, size).context("an icon without points")?;
    #[allow(clippy::cast_precision_loss, reason = "no icon has millions of points")]
    let scale = size as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut points.as_mut());
    points.encode_png().context("an icon cannot be packed")
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

    fn points(path: &Path) -> Pixmap {
        Pixmap::load_png(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn read(bundle: &Path, folder: &str) -> Value {
        serde_json::from_slice(&fs::read(bundle.join(folder).join(MANIFEST)).unwrap()).unwrap()
    }

    #[test]
    fn every_language_has_a_manifest_whose_icons_are_there_in_the_size_it_says() {
        let bundle = written();
        for (folder, language) in [("", "nl"), ("en", "en")] {
            let manifest = read(bundle.path(), folder);
            assert_eq!(manifest["lang"], language);
            assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!("./"), &json!("./")));
            let icons = manifest["icons"].as_array().unwrap();
            let of_points: Vec<_> = icons.iter().filter(|icon| icon["type"] == "image/png").collect();
            let said: Vec<_> = of_points.iter().map(|icon| (&icon["sizes"], &icon["purpose"])).collect();
            let (small, large) = (json!("192x192"), json!("512x512"));
            let (any, maskable) = (json!("any"), json!("maskable"));
            assert_eq!(said, [(&small, &any), (&large, &any), (&large, &maskable)]);
            for icon in of_points {
                let points = points(&bundle.path().join(folder).join(icon["src"].as_str().unwrap()));
                assert_eq!(icon["sizes"], format!("{}x{}", points.width(), points.height()));
            }
        }
    }

    #[test]
    fn an_icon_whose_corners_are_cut_off_has_a_ground_to_every_edge_and_its_drawing_inside() {
        let bundle = written();
        let manifest = read(bundle.path(), "");
        let source = |purpose: &str| {
            let icons = manifest["icons"].as_array().unwrap();
            let icon = icons.iter().find(|icon| icon["purpose"] == purpose && icon["sizes"] == "512x512");
            bundle.path().join(icon.unwrap()["src"].as_str().unwrap())
        };
        let (plain, cut) = (points(&source("any")), points(&source("maskable")));
        let corner = |points: &Pixmap| points.pixel(0, 0).unwrap().demultiply();
        assert_eq!(corner(&plain).alpha(), 0, "its own corners are round");
        let ground = corner(&cut);
        assert_eq!([ground.red(), ground.green(), ground.blue(), ground.alpha()], [0xfb, 0xfa, 0xf7, 0xff]);
        // The rim of its own ground is mixed of two equal colours, and rounded.
        let drawing =
            (0..512 * 512).filter(|at| cut.pixels()[*at].demultiply().blue().abs_diff(ground.blue()) > 9);
        let furthest =
            drawing.map(|at| (at % 512).abs_diff(256).pow(2) + (at / 512).abs_diff(256).pow(2)).max();
        assert!(
            furthest.is_some_and(|distance| distance > 100 * 100 && distance < 205 * 205),
            "{furthest:?}"
        );
        assert_ne!(plain.pixel(256, 256), plain.pixel(256, 60), "there is a drawing");
    }

    #[test]
    fn the_page_links_the_manifest_of_its_own_folder_and_an_icon_for_home_screens() {
        let bundle = written();
        let page = fs::read_to_string(bundle.path().join("index.html")).unwrap();
        assert!(page.contains("<link rel=\"manifest\" href=\"manifest.webmanifest\" />"), "{page}");
        let icon = after(&page, "<link rel=\"apple-touch-icon\" href=\"./").unwrap();
        assert_eq!(points(&bundle.path().join(icon)).width(), 180);
    }
}
