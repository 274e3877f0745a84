//! The pictures of a result as files: drawings that are complete in themselves, in ink on white, with all their words.
//!
//! Whole numbers only: a float in a text costs nine kilobytes of the bundle. The outlines of the marks are here, and the
//! page draws the same ones.

use super::{Picture, SvgImage, file_name};
use crate::content::MessageKey;
use crate::json::Text;
use crate::report::{MarkShape, Plot, Report, Spectrum};

const WIDTH: u32 = 840;
const MARGIN: u32 = 30;
/// Where the lines of a plot begin and end.
const LANE: (u32, u32) = (350, 700);
/// The letters that fit on a line of the names below the spectrum, and of those before a line of a plot.
const SHORT_LINE: usize = 19;
const NAME_LINE: usize = 34;
const COLOURS: &str = "text{font-family:system-ui,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;fill:#18222c}\
.t{font-size:22px;font-weight:700}.n{font-size:16px}.b{font-size:16px;font-weight:700}.s{font-size:14px;fill:#52606d}\
.now{fill:#18222c}.ambition{fill:#fff;stroke:#a64b00;stroke-width:4}.desired{fill:#fff;stroke:#a64b00;stroke-width:3}\
.band{fill:#18222c;opacity:.35}.before{fill:#fff;stroke:#52606d;stroke-width:3}.gap{stroke:#a64b00;stroke-width:3}\
.axis{stroke:#857f73;stroke-width:2}.stop{fill:#857f73}";
const PHASE_COLOURS: [&str; 4] = ["#e6dcc3", "#b9cfb8", "#6fa8a0", "#2a7b77"];

/// The outline of a mark around the origin, twelve to sixteen pixels wide: the same on the page and in files.
pub fn outline(shape: MarkShape) -> &'static str {
    match shape {
        MarkShape::Now => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z",
        MarkShape::Ambition => "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z",
        MarkShape::Desired => "M-8 0 0-8 8 0 0 8Z",
        MarkShape::Before => "M-6-6H6V6H-6Z",
        MarkShape::Band => "M-8-4H8V4H-8Z",
    }
}

impl Report<'_> {
    /// A picture of the result as a file; `None` if there is nothing to draw.
    pub fn drawing(&self, picture: Picture) -> Option<SvgImage> {
        let evaluation = self.evaluation();
        let mut sheet = Sheet::default();
        let (name, title, legend) = match picture {
            Picture::Spectrum => {
                let spectrum = self.spectrum(evaluation.assessment.outcome.as_ref().ok()?);
                let legend = self.spectrum_legend(&spectrum);
                sheet.spectrum(&spectrum);
                (MessageKey::PictureSpectrum, self.phase_sentence(spectrum.phase), legend)
            }
            Picture::Profile => {
                let profile = self.profile(&evaluation);
                sheet.plot(&profile);
                (MessageKey::PictureProfile, profile.label, self.profile_legend())
            }
            Picture::Principles => {
                let lines = self.principle_plot(self.library?);
                if lines.lines.is_empty() {
                    return None;
                }
                sheet.plot(&lines);
                (MessageKey::PicturePrinciples, lines.label, self.principle_legend())
            }
        };
        sheet.legend(&legend);
        let name = file_name(self.record, &["-", &*self.message(name)].concat(), "");
        Some(sheet.finish(name, &title, &self.title_line()))
    }
}

/// A drawing in the making, from the top down.
struct Sheet {
    marks: String,
    /// How far down it has come.
    y: u32,
}

impl Default for Sheet {
    fn default() -> Self {
        Self { marks: String::new(), y: 90 }
    }
}

impl Sheet {
    fn add(&mut self, parts: &[&str]) {
        for part in parts {
            self.marks.push_str(part);
        }
    }

    fn text(&mut self, class: &str, x: u32, y: u32, anchor: &str, words: &str) {
        self.add(&["<text class=\"", class, "\" x=\"", &x.to_string(), "\" y=\"", &y.to_string()]);
        self.add(&["\" text-anchor=\"", anchor, "\">"]);
        escape(words, &mut self.marks);
        self.add(&["</text>"]);
    }

    /// Words over several lines; returns how many.
    fn lines(&mut self, class: &str, x: u32, y: u32, length: usize, words: &str) -> u32 {
        let mut count = 0;
        for line in wrapped(words, length) {
            self.text(class, x, y + 19 * count, "start", &line);
            count += 1;
        }
        count
    }

    fn line(&mut self, class: &str, from: u32, to: u32, y: u32) {
        let y = y.to_string();
        self.add(&["<path class=\"", class, "\" d=\"M", &from.to_string(), " ", &y, "H", &to.to_string()]);
        self.add(&["\"/>"]);
    }

    fn mark(&mut self, shape: MarkShape, x: u32, y: u32) {
        self.add(&["<path class=\"", shape.name(), "\" transform=\"translate(", &x.to_string(), " "]);
        self.add(&[&y.to_string(), ")\" d=\"", outline(shape), "\"/>"]);
    }

    fn spectrum(&mut self, spectrum: &Spectrum) {
        let part = (WIDTH - 2 * MARGIN) / 4;
        let (top, height) = (self.y, 120);
        let middle = top + height / 2;
        let mut deepest = 0;
        for (at, name) in (0..).zip(&spectrum.phases) {
            let left = MARGIN + part * at;
            // Half the height at both sides of a part: the band widens from left to right.
            let (before, after) = (12 + 12 * at, 24 + 12 * at);
            let colour = PHASE_COLOURS.get(at as usize).copied().unwrap_or_default();
            self.add(&["<path fill=\"", colour, "\" d=\"M", &left.to_string(), " "]);
            self.add(&[&(middle - before).to_string(), "L", &(left + part - 2).to_string(), " "]);
            self.add(&[&(middle - after).to_string(), "V", &(middle + after).to_string(), "L"]);
            self.add(&[&left.to_string(), " ", &(middle + before).to_string(), "Z\"/>"]);
            let is_current = at as usize == spectrum.phase.index();
            let class = if is_current { "b" } else { "s" };
            deepest = deepest.max(self.lines(class, left, top + height + 24, SHORT_LINE, name));
        }
        let x = |hundredths: u32| MARGIN + part * 4 * (hundredths.clamp(100, 400) - 100) / 300;
        if let Some((low, high)) = spectrum.band {
            let (x, width) = (x(low), x(high) - x(low));
            self.add(&["<rect class=\"band\" x=\"", &x.to_string(), "\" y=\"", &(middle - 8).to_string()]);
            self.add(&["\" width=\"", &width.to_string(), "\" height=\"16\"/>"]);
        }
        if let Some(ambition) = spectrum.ambition {
            self.mark(MarkShape::Ambition, x(ambition), middle);
        }
        let needle = x(spectrum.position).to_string();
        self.add(&[
            "<path stroke=\"#18222c\" stroke-width=\"2\" d=\"M",
            &needle,
            " ",
            &(top + 6).to_string(),
        ]);
        self.add(&["V", &(top + height - 6).to_string(), "\"/>"]);
        self.mark(MarkShape::Now, x(spectrum.position), middle);
        self.y = top + height + 24 + 19 * deepest + 10;
    }

    fn plot(&mut self, plot: &Plot) {
        if let Some(ends) = &plot.ends {
            self.ends(ends);
        }
        for line in &plot.lines {
            if let Some(ends) = &line.ends {
                self.ends(ends);
            }
            let middle = self.y + 12;
            let count = self.lines("n", MARGIN, middle + 5, NAME_LINE, &line.name);
            let last = line.stops.max(2) - 1;
            let x = |hundredths: u32| {
                LANE.0 + (LANE.1 - LANE.0) * hundredths.saturating_sub(100).min(100 * last) / (100 * last)
            };
            self.line("axis", LANE.0, LANE.1, middle);
            for stop in 0..line.stops {
                self.add(&["<circle class=\"stop\" r=\"3\" cx=\"", &x(100 * (stop + 1)).to_string()]);
                self.add(&["\" cy=\"", &middle.to_string(), "\"/>"]);
            }
            if let [(_, one), (_, other)] = *line.marks {
                self.line("gap", x(one.min(other)), x(one.max(other)), middle);
            }
            for (shape, place) in &line.marks {
                self.mark(*shape, x(*place), middle);
            }
            self.y += 19 * count.max(1) + 21;
            if line.ends.is_none() {
                self.text("b", LANE.1 + 30, middle + 5, "start", &line.description);
            } else {
                self.text("s", LANE.0, middle + 28, "start", &line.description);
                self.y += 26;
            }
        }
    }

    /// The texts at both ends, one below the other if they would overlap.
    fn ends(&mut self, [first, last]: &[Text; 2]) {
        self.text("s", LANE.0, self.y, "start", first);
        if first.chars().count() + last.chars().count() > NAME_LINE {
            self.y += 18;
        }
        self.text("s", LANE.1, self.y, "end", last);
        self.y += 12;
    }

    fn legend(&mut self, legend: &[(MarkShape, Text)]) {
        self.y += 24;
        let mut x = MARGIN + 10;
        for (shape, name) in legend {
            self.mark(*shape, x, self.y);
            self.text("n", x + 16, self.y + 5, "start", name);
            let letters = u32::try_from(name.chars().count()).unwrap_or(0);
            x += 60 + 9 * letters;
        }
    }

    fn finish(self, name: String, title: &str, below: &str) -> SvgImage {
        let height = self.y + 36;
        let mut head = Self { marks: String::with_capacity(self.marks.len() + 1600), y: 0 };
        let (width, tall) = (WIDTH.to_string(), height.to_string());
        head.add(&["<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", &width, "\" height=\"", &tall]);
        head.add(&["\" viewBox=\"0 0 ", &width, " ", &tall, "\" role=\"img\"><title>"]);
        escape(title, &mut head.marks);
        head.add(&[
            "</title><style>",
            COLOURS,
            "</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        ]);
        head.text("t", MARGIN, 40, "start", title);
        head.text("s", MARGIN, 66, "start", below);
        head.add(&[&self.marks, "</svg>"]);
        SvgImage { name, svg: head.marks, size: (WIDTH, height) }
    }
}

/// Breaks words into lines of at most so many letters, where a word allows it.
fn wrapped(words: &str, length: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= length => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Writes words so that they mean nothing but themselves in XML; characters that XML forbids are left out.
fn escape(words: &str, text: &mut String) {
    for letter in words.chars() {
        match letter {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '"' => text.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => text.push(letter),
        }
    }
}
