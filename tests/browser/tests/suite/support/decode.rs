//! Independent decoders for what the product exports: PDF, PNG and QR codes.

use std::io::Cursor;

use png::{ColorType, Decoder, Transformations};

/// A printed document.
pub(crate) struct Paper {
    /// The text of each page without white space, as positions and line breaks do not matter.
    pub(crate) pages: Vec<String>,
    /// The width and height of each page in millimetres.
    pub(crate) sizes: Vec<(f32, f32)>,
}

/// PDF points per millimetre.
const POINTS_IN_A_MILLIMETRE: f32 = 72.0 / 25.4;

impl Paper {
    #[track_caller]
    pub(crate) fn read(pdf: &[u8]) -> Self {
        let document = pdf_extract::Document::load_mem(pdf).unwrap();
        let sizes = document.get_pages().into_values().map(|page| {
            let page = document.get_dictionary(page).unwrap();
            let corners = page.get(b"MediaBox").and_then(|corners| corners.as_array()).unwrap();
            let corner = |at: usize| corners[at].as_float().unwrap() / POINTS_IN_A_MILLIMETRE;
            (corner(2) - corner(0), corner(3) - corner(1))
        });
        let sizes = sizes.collect();
        let pages = pdf_extract::extract_text_from_mem_by_pages(pdf).unwrap();
        Self { pages: pages.iter().map(|page| dense(page)).collect(), sizes }
    }

    /// The text of all pages without the page numbers.
    pub(crate) fn text(&self) -> String {
        let count = self.pages.len();
        let body = |(at, page): (usize, &String)| {
            let number = format!("{}/{count}", at + 1);
            page.replacen(&number, "", 1)
        };
        self.pages.iter().enumerate().map(body).collect()
    }

    pub(crate) fn says(&self, text: &str) -> bool {
        assert!(!text.trim().is_empty(), "nothing to look for");
        self.text().contains(&dense(text))
    }

    #[track_caller]
    pub(crate) fn must_say(&self, text: &str) {
        assert!(self.says(text), "the paper lacks {text:?}:\n{}", self.pages.join("\n\n"));
    }
}

/// A text without white space and soft hyphens, and with ligatures decomposed.
pub(crate) fn dense(text: &str) -> String {
    let joined = [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")];
    let text = joined.iter().fold(text.to_owned(), |text, (sign, letters)| text.replace(sign, letters));
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}').collect()
}

/// A decoded image.
pub(crate) struct Points {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Red, green and blue of each pixel, row by row.
    colours: Vec<[u8; 3]>,
}

impl Points {
    #[track_caller]
    pub(crate) fn read(file: &[u8]) -> Self {
        let mut decoder = Decoder::new(Cursor::new(file));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        let size = match frame.color_type {
            ColorType::Rgb => 3,
            ColorType::Rgba => 4,
            other => panic!("points of kind {other:?}"),
        };
        let colours = bytes[..frame.buffer_size()].chunks_exact(size).map(|point| {
            assert!(size == 3 || point[3] == 255, "a point that can be seen through");
            [point[0], point[1], point[2]]
        });
        Self { width: frame.width as usize, height: frame.height as usize, colours: colours.collect() }
    }

    pub(crate) fn at(&self, x: usize, y: usize) -> [u8; 3] {
        self.colours[y * self.width + x]
    }

    /// The number of distinct colours.
    pub(crate) fn colours(&self) -> usize {
        let mut colours = self.colours.clone();
        colours.sort_unstable();
        colours.dedup();
        colours.len()
    }

    /// The share of non-white pixels between these tenths of the height, in thousandths.
    pub(crate) fn ink(&self, from: usize, to: usize) -> usize {
        let rows = self.height * from / 10..self.height * to / 10;
        let part = &self.colours[rows.start * self.width..rows.end * self.width];
        1000 * part.iter().filter(|colour| **colour != [255; 3]).count() / part.len()
    }

    /// The text of the only QR code in the image.
    #[track_caller]
    pub(crate) fn qr(&self) -> String {
        let grey = |x, y| {
            let [red, green, blue] = self.at(x, y).map(u32::from);
            u8::try_from((red + green + blue) / 3).unwrap()
        };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, grey);
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "QR codes in a picture of {} by {}", self.width, self.height);
        grids[0].decode().unwrap().1
    }
}
