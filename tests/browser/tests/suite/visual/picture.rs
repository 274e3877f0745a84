//! Screenshots with a small palette, and a comparison that ignores differences too small to notice.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::Cursor;
use std::iter::repeat_n;
use std::path::Path;

use dify::diff::get_results;
use image::{Rgba, RgbaImage};

/// The maximum difference between two equal pixels, on the scale of dify: a tenth of that between black and white,
/// squared.
const TOLERANCE: f32 = 35_215.0 * 0.1 * 0.1;

/// The number of pixels that may differ more, not counting antialiased edges.
const MAX_DIFFERENT: i32 = 12;

/// Colours whose channels differ by at most `NEAR` are merged, which makes a file four times smaller. The `EXACT_COLOURS`
/// most frequent ones are kept as they are.
const NEAR: u8 = 12;
const EXACT_COLOURS: usize = 16;

/// A colour of at least one in `SURFACE` pixels is a surface. The other screenshot must have exactly that colour in at
/// least one in `ENOUGH` pixels.
const SURFACE: usize = 50;
const ENOUGH: usize = 100;

/// A screenshot with a small palette.
#[derive(PartialEq)]
pub(crate) struct Picture {
    width: u32,
    height: u32,
    palette: Vec<[u8; 3]>,
    points: Vec<u8>,
}

impl Picture {
    /// From a screenshot of the browser.
    pub(crate) fn from_screenshot(png: &[u8]) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(frame.bit_depth, png::BitDepth::Eight);
        let colours = bytes[..frame.buffer_size()].chunks_exact(frame.color_type.samples());
        let colours: Vec<[u8; 3]> = colours.map(|colour| [colour[0], colour[1], colour[2]]).collect();
        Self::with_palette(frame.width, frame.height, &colours)
    }

    /// From the image of a comparison.
    pub(crate) fn from_image(image: &RgbaImage) -> Self {
        let colours: Vec<[u8; 3]> = image.pixels().map(|point| [point[0], point[1], point[2]]).collect();
        Self::with_palette(image.width(), image.height(), &colours)
    }

    fn with_palette(width: u32, height: u32, colours: &[[u8; 3]]) -> Self {
        let mut often: HashMap<[u8; 3], usize> = HashMap::new();
        // By runs of equal pixels, because most of a page is empty.
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
            let kept_as = nearest.filter(|at| palette.len() >= EXACT_COLOURS && apart(&palette[*at]) <= NEAR);
            let at = kept_as.unwrap_or_else(|| {
                palette.push(colour);
                palette.len() - 1
            });
            places.insert(colour, u8::try_from(at).unwrap_or_else(|_| panic!("more than 256 colours")));
        }
        let points = runs().flat_map(|run| repeat_n(places[&run[0]], run.len())).collect();
        Self { width, height, palette, points }
    }

    pub(crate) fn load(path: &Path) -> Option<Self> {
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

    pub(crate) fn save(&self, path: &Path) {
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

    /// The colours of at least one in `many` pixels.
    fn frequent_colours(&self, many: usize) -> BTreeSet<[u8; 3]> {
        let mut counts = vec![0; self.palette.len()];
        self.points.iter().for_each(|point| counts[usize::from(*point)] += 1);
        let often = self.palette.iter().zip(counts).filter(|(_, count)| count * many >= self.points.len());
        often.map(|(colour, _)| *colour).collect()
    }

    /// A surface colour that the other screenshot lacks.
    fn surface_missing_in(&self, other: &Self) -> Option<String> {
        let there = other.frequent_colours(ENOUGH);
        let lacking = self.frequent_colours(SURFACE).into_iter().find(|colour| !there.contains(colour));
        lacking.map(|[red, green, blue]| format!("#{red:02x}{green:02x}{blue:02x}"))
    }

    fn image(&self) -> RgbaImage {
        RgbaImage::from_fn(self.width, self.height, |x, y| {
            let [red, green, blue] = self.palette[usize::from(self.points[(y * self.width + x) as usize])];
            Rgba([red, green, blue, 255])
        })
    }
}

/// The visible difference between two screenshots, or `None` if at most a few pixels differ.
pub(crate) fn difference(before: &Picture, now: &Picture) -> Option<(String, Option<RgbaImage>)> {
    if before == now {
        return None;
    }
    let drawn = get_results(before.image(), now.image(), TOLERANCE, true, Some(0.2), &None, &None);
    let (points, drawn) = drawn.map_or((0, None), |(points, drawn)| (points, Some(drawn)));
    let text = if before.height != now.height {
        format!("is {} and not {} pixels high", now.height, before.height)
    } else if let Some(colour) = before.surface_missing_in(now).or_else(|| now.surface_missing_in(before)) {
        format!("the surface {colour} is in only one of the two")
    } else if points > MAX_DIFFERENT {
        format!("{points} pixels differ")
    } else {
        return None;
    };
    Some((text, drawn))
}
