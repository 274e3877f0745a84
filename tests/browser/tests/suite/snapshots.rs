//! What every screen looks like: pictures of the gallery, compared with those in `tests/browser/snapshots`.
//! `UPDATE_PICTURES=1` renews them. What differs is drawn in red into `target/pictures`, beside the picture as it is now.
//!
//! The pages get a font of their own and the browser draws letters without the settings of the machine, so the pictures
//! are the same everywhere. Another version of Chromium may draw a few points differently; these few are allowed for.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::env;
use std::fs;
use std::io::Cursor;
use std::iter::repeat_n;
use std::path::{Path, PathBuf};

use dify::diff::get_results;
use flexkompas_browser_tests::{Visitor, bundle, gallery, only_in_chromium, phone};
use image::{Rgba, RgbaImage};

/// How far apart two points may be in brightness and colour: a tenth of the way from black to white, squared, on the
/// scale of dify.
const TOLERANCE: f32 = 35_215.0 * 0.1 * 0.1;

/// How many points of a picture may be further apart, beside those at the edges of letters and lines.
const FEW: i32 = 12;

/// Colours that are no further apart than this, in each part, are kept as one: a picture of a screen then takes a
/// quarter of the bytes. Those that are there most often are kept as they are.
const NEAR: u8 = 12;
const MOST_OFTEN: usize = 16;

/// Of how many points one must have a colour to make it a surface, whose colour must be the very same; and how many of
/// the other picture's points are enough.
const SURFACE: usize = 50;
const ENOUGH: usize = 100;

/// The font of the pictures, which has all signs of the pages; where it is, and how the styles name it.
const FONT_FOLDER: &str = "xtask/npm/node_modules/dejavu-fonts-ttf/ttf";
const FONT_FILES: [&str; 2] = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];
const FONT: &str = "@font-face { font-family: Pictures; src: url(DejaVuSans.ttf) }
    @font-face { font-family: Pictures; font-weight: 600 900; src: url(DejaVuSans-Bold.ttf) }
    :root { --font: Pictures }";

/// How the pages are seen: a phone by day and a laptop by night. What is far down on a page is only looked at where a
/// picture is whole; most of it is more of the same.
struct Sight {
    name: &'static str,
    language: &'static str,
    theme: &'static str,
    width: u32,
    most: u32,
}
const PHONE: Sight = Sight { name: "phone", language: "nl", theme: "light", width: 360, most: 1600 };
const LAPTOP: Sight = Sight { name: "laptop", language: "en", theme: "dark", width: 1280, most: 1200 };
const WHOLE: [&str; 1] = ["result"];

/// What a laptop shows as a phone does: messages above or below what another picture shows already.
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

/// A picture with few colours.
#[derive(PartialEq)]
struct Picture {
    width: u32,
    height: u32,
    palette: Vec<[u8; 3]>,
    points: Vec<u8>,
}

impl Picture {
    /// From what the browser drew.
    fn drawn(png: &[u8]) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(frame.bit_depth, png::BitDepth::Eight);
        let colours = bytes[..frame.buffer_size()].chunks_exact(frame.color_type.samples());
        let colours: Vec<[u8; 3]> = colours.map(|colour| [colour[0], colour[1], colour[2]]).collect();
        Self::reduced(frame.width, frame.height, &colours)
    }

    /// From what the comparison drew.
    fn of(image: &RgbaImage) -> Self {
        let colours: Vec<[u8; 3]> = image.pixels().map(|point| [point[0], point[1], point[2]]).collect();
        Self::reduced(image.width(), image.height(), &colours)
    }

    fn reduced(width: u32, height: u32, colours: &[[u8; 3]]) -> Self {
        let mut often: HashMap<[u8; 3], usize> = HashMap::new();
        // Run by run, as most of a page is empty.
        let runs = || colours.chunk_by(|one, next| one == next);
        runs().for_each(|run| *often.entry(run[0]).or_default() += run.len());
        let mut often: Vec<_> = often.into_iter().collect();
        often.sort_by_key(|(colour, times)| (usize::MAX - times, *colour));
        let mut palette: Vec<[u8; 3]> = Vec::new();
        let mut places: HashMap<[u8; 3], u8> = HashMap::new();
        for (colour, _) in often {
            let apart =
                |other: &[u8; 3]| (0..3).map(|part| colour[part].abs_diff(other[part])).max().unwrap();
            let nearest = (0..palette.len()).min_by_key(|at| apart(&palette[*at]));
            let kept_as = nearest.filter(|at| palette.len() >= MOST_OFTEN && apart(&palette[*at]) <= NEAR);
            let at = kept_as.unwrap_or_else(|| {
                palette.push(colour);
                palette.len() - 1
            });
            places.insert(colour, u8::try_from(at).unwrap_or_else(|_| panic!("more than 256 colours")));
        }
        let points = runs().flat_map(|run| repeat_n(places[&run[0]], run.len())).collect();
        Self { width, height, palette, points }
    }

    fn load(path: &Path) -> Option<Self> {
        let file = fs::read(path).ok()?;
        let mut decoder = png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(png::Transformations::IDENTITY);
        let mut reader = decoder.read_info().unwrap();
        let palette =
            reader.info().palette.as_ref().unwrap_or_else(|| panic!("{} has no palette", path.display()));
        let palette = palette.chunks_exact(3).map(|colour| [colour[0], colour[1], colour[2]]).collect();
        let mut points = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut points).unwrap();
        points.truncate(frame.buffer_size());
        Some(Self { width: frame.width, height: frame.height, palette, points })
    }

    fn save(&self, path: &Path) {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header().unwrap().write_image_data(&self.points).unwrap();
        fs::write(path, file).unwrap();
    }

    /// The colours that one of so many points has.
    fn colours_of_one_in(&self, many: usize) -> BTreeSet<[u8; 3]> {
        let mut counts = vec![0; self.palette.len()];
        self.points.iter().for_each(|point| counts[usize::from(*point)] += 1);
        let often = self.palette.iter().zip(counts).filter(|(_, count)| count * many >= self.points.len());
        often.map(|(colour, _)| *colour).collect()
    }

    /// A surface that the other picture does not have.
    fn surface_lacking_in(&self, other: &Self) -> Option<String> {
        let there = other.colours_of_one_in(ENOUGH);
        let lacking = self.colours_of_one_in(SURFACE).into_iter().find(|colour| !there.contains(colour));
        lacking.map(|[red, green, blue]| format!("#{red:02x}{green:02x}{blue:02x}"))
    }

    fn image(&self) -> RgbaImage {
        RgbaImage::from_fn(self.width, self.height, |x, y| {
            let [red, green, blue] = self.palette[usize::from(self.points[(y * self.width + x) as usize])];
            Rgba([red, green, blue, 255])
        })
    }
}

/// What is to be seen differs from the picture; nothing where it is the same but for a few points.
fn difference(before: &Picture, now: &Picture) -> Option<(String, Option<RgbaImage>)> {
    if before == now {
        return None;
    }
    let drawn = get_results(before.image(), now.image(), TOLERANCE, true, Some(0.2), &None, &None);
    let (points, drawn) = drawn.map_or((0, None), |(points, drawn)| (points, Some(drawn)));
    let text = if before.height != now.height {
        format!("is {} and not {} points high", now.height, before.height)
    } else if let Some(colour) = before.surface_lacking_in(now).or_else(|| now.surface_lacking_in(before)) {
        format!("the surface {colour} is in one picture alone")
    } else if points > FEW {
        format!("{points} points differ")
    } else {
        return None;
    };
    Some((text, drawn))
}

/// The gallery with the font in its styles.
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
            panic!("the font of the pictures, {}: {error}; `cargo xtask build` installs it", file.display())
        });
    }
    folder
}

#[track_caller]
fn takes_picture(visitor: &Visitor, state: &str, sight: &Sight) -> Picture {
    visitor.opens(&format!("/{state}.{}.{}.html", sight.language, sight.theme));
    let fonts = "const done = arguments[0];
        document.fonts.ready.then(() => done([...document.fonts].every(font => font.status === 'loaded')))";
    visitor.waits_until("the font of the pictures", || visitor.script_to_the_end(fonts, []) == true);
    let most = if WHOLE.contains(&state) { u32::MAX } else { sight.most };
    Picture::drawn(&visitor.picture_of_page(sight.width, most))
}

/// Which Chromium it is: other versions may draw otherwise.
#[track_caller]
fn version(visitor: &Visitor) -> String {
    let version = visitor.script("return navigator.userAgent.match(/Chrome\\/\\d+/)[0]", []);
    version.as_str().unwrap().to_owned()
}

#[test]
fn every_screen_looks_as_it_did() {
    only_in_chromium!("each browser draws letters in its own way");
    let folder = gallery_with_font();
    let visitor = phone().serving(folder.path()).visitor();
    // It belongs to the product and knows nothing of the gallery.
    visitor.server().remove_header("content-security-policy").unwrap();
    let kept = bundle::root().join("tests/browser/snapshots");
    let made_by = kept.join("made-by.txt");
    let out = bundle::root().join("target/pictures");
    let renew = env::var_os("UPDATE_PICTURES").is_some_and(|value| value == "1");
    for emptied in
        [(&out, true), (&kept, renew)].into_iter().filter_map(|(folder, wanted)| wanted.then_some(folder))
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
        for sight in [PHONE, LAPTOP] {
            if sight.width == LAPTOP.width && NOT_ON_LAPTOP.contains(&state.as_str()) {
                continue;
            }
            let name = format!("{state}.{}.png", sight.name);
            let now = takes_picture(&visitor, &state, &sight);
            let path = kept.join(&name);
            if renew {
                now.save(&path);
                continue;
            }
            let different = match stored.remove(&name).and_then(|path| Picture::load(&path)) {
                Some(before) => difference(&before, &now),
                None => Some(("there is no such picture yet".to_owned(), None)),
            };
            let Some((what, drawn)) = different else { continue };
            now.save(&out.join(&name));
            if let Some(drawn) = drawn {
                let name = format!("{state}.{}.difference.png", sight.name);
                Picture::of(&drawn).save(&out.join(name));
            }
            let fonts = visitor.fonts_of_machine();
            let font = if fonts.is_empty() {
                String::new()
            } else {
                format!(" (some words in {fonts:?}, a font of this machine and not of the pictures)")
            };
            found.push(format!("{name}: {what}{font}"));
        }
    }
    let version = version(&visitor);
    visitor.leaves();
    if renew {
        fs::write(made_by, version + "\n").unwrap();
        return;
    }
    found.extend(stored.keys().map(|name| format!("{name}: there is no such state any more")));
    let made_by = fs::read_to_string(made_by).unwrap_or_default();
    assert!(
        found.is_empty(),
        "{} pictures differ; look into {} and renew them with UPDATE_PICTURES=1 if that is as it should be \
         (made by {}, this is {version}):\n{}",
        found.len(),
        out.display(),
        made_by.trim(),
        found.join("\n")
    );
}
