//! Makes the gallery: every screen in every state it can have, in both languages and both themes, as plain pages that
//! need no program. For who changes the design, and what the visual tests look at.
//!
//! `cargo xtask gallery` makes and serves it; it is never part of the product.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a tool for developers may stop where its material is wrong"
)]

mod states;
#[path = "../support/mod.rs"]
mod support;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use flexkompas::app::view::View;
use flexkompas::content::Language;
use flexkompas::ui::markup;

/// The condition under which styles/tokens.css turns dark.
const DARK: &str = "screen and (prefers-color-scheme: dark)";

fn painted(view: View) -> String {
    pollster::block_on(markup(view))
}

/// The style sheets in the order of the page, for one theme whatever the browser prefers.
fn styles(root: &Path, theme: &str) -> String {
    let page = fs::read_to_string(root.join("index.html")).unwrap();
    let links =
        page.lines().filter_map(|line| line.trim().strip_prefix("<link data-trunk rel=\"css\" href=\""));
    let sheets = links.map(|rest| fs::read_to_string(root.join(rest.split('"').next().unwrap())).unwrap());
    let joined: String = sheets.collect();
    let condition = if theme == "dark" { "all" } else { "not all" };
    let scheme = format!("color-scheme: {theme};");
    joined.replace(DARK, condition).replacen("color-scheme: light dark;", &scheme, 1)
}

fn document(language: Language, theme: &str, name: &str, body: &str) -> String {
    let code = language.code();
    format!(
        "<!doctype html><html lang=\"{code}\"><head><meta charset=\"utf-8\"><title>{name}</title>\
         <link rel=\"icon\" href=\"data:,\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"{theme}.css\"></head><body><div id=\"app\">{body}</div></body></html>"
    )
}

fn main() {
    let folder = env::args_os().nth(1).unwrap_or_else(|| panic!("name the folder to write to"));
    let folder = Path::new(&folder);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(folder).unwrap();
    let mut index = String::from(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Flexkompas gallery</title>\
         <link rel=\"icon\" href=\"data:,\"><meta name=\"viewport\" content=\"width=device-width\"></head>\
         <body><h1>Flexkompas gallery</h1><ul>",
    );
    for theme in ["light", "dark"] {
        fs::write(folder.join(format!("{theme}.css")), styles(root, theme)).unwrap();
    }
    let mut count = 0;
    for language in Language::ALL {
        for (name, view) in states::all(language) {
            let body = painted(view);
            write!(index, "<li>{name}, {}:", language.code()).unwrap();
            for theme in ["light", "dark"] {
                let file = format!("{name}.{}.{theme}.html", language.code());
                fs::write(folder.join(&file), document(language, theme, &name, &body)).unwrap();
                write!(index, " <a href=\"{file}\">{theme}</a>").unwrap();
                count += 1;
            }
            index.push_str("</li>");
        }
    }
    index.push_str("</ul></body></html>");
    fs::write(folder.join("index.html"), index).unwrap();
    println!("{count} pages in {}", folder.display());
}
