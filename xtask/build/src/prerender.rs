//! The start page as it is before the program runs: the first statement can be read and answered at once.
//!
//! What is rendered is what the program paints on a first visit. One page per language: `index.html` in the first
//! language, `en/index.html` in English. Beside each a page with every statement, for when the program cannot run.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flexkompas::app::{Config, Flags, Model, Msg, StorageScope, Stored};
use flexkompas::content::{Language, MessageKey, Part, Start};
use flexkompas::json::Value;
use flexkompas::record::Stamp;
use flexkompas::ui::markup;

use crate::sources::{self, Checked};

/// The place of the rendered page in index.html.
const PLACE: &str = "<div id=\"app\"></div>";
const TITLE: &str = "<title>Flexkompas</title>";
/// The page with every statement.
pub const STATEMENTS: &str = "statements.html";

/// Writes the pages into a bundle whose `index.html` is otherwise finished.
pub fn prerender(content: &Path, bundle: &Path) -> Result<()> {
    let sources = sources::read(content)?;
    let page = bundle.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    if !html.contains(PLACE) || !html.contains(TITLE) {
        bail!("index.html lacks {TITLE}, or {PLACE} to put the first statement in");
    }
    for language in Language::ALL {
        let checked = sources::checked(&sources, language)?;
        let (title, app) = start_page(&checked, language)?;
        let app = format!("<div id=\"app\">{app}</div>");
        let title = format!("<title>{}</title>", escaped(&title));
        let filled = html.replacen(PLACE, &app, 1).replacen(TITLE, &title, 1);
        let (folder, filled) = if language == Language::ALL[0] {
            (bundle.to_owned(), filled)
        } else {
            (bundle.join(language.code()), below(&filled, language, &checked.start)?)
        };
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), filled)?;
        fs::write(folder.join(STATEMENTS), statements_page(&checked.start, language))?;
    }
    Ok(())
}

/// Takes out what [`prerender`] put into the page in the first language, so that other content can go there.
pub fn undo(bundle: &Path) -> Result<()> {
    /// What follows the place in index.html.
    const BEHIND: &str = "<div id=\"boot-wait\"";
    let page = bundle.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let parts = || {
        let (head, rest) = html.split_once("<title>")?;
        let (_, rest) = rest.split_once("</title>")?;
        let (between, rest) = rest.split_once("<div id=\"app\">")?;
        let (app, behind) = rest.split_once(BEHIND)?;
        // The gap between the elements belongs to the page.
        let gap = &app[app.trim_end().len()..];
        Some([head, TITLE, between, PLACE, gap, BEHIND, behind].concat())
    };
    let html = parts().context("index.html holds no prerendered page")?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}

/// What the program paints on a first visit, and the title it gives the page.
fn start_page(checked: &Checked, language: Language) -> Result<(String, String)> {
    let part = checked.joined.iter().find(|(part, _)| *part == Part::Start);
    let (_, value) = part.context("the content has no start part")?;
    let question_set = value.get("questionSet").and_then(Value::as_text).cloned().unwrap_or_default();
    let (mut model, _) = Model::init(Flags { question_set, ..first_visit(language) });
    let text = Ok(value.to_string());
    model.update(Msg::ContentFetched { part: Part::Start, language, text });
    let view = model.view();
    let title = view.title.to_string();
    let rendered = pollster::block_on(markup(view));
    if !rendered.contains("<input") {
        bail!("the start page in {} came out without a statement", language.code());
    }
    Ok((title, rendered))
}

fn first_visit(language: Language) -> Flags {
    Flags {
        question_set: "".into(),
        asked_language: Some(language.code().to_owned()),
        browser_languages: Vec::new(),
        stored: Stored::Nothing,
        storage_scope: StorageScope::Device,
        route: None,
        stamp: Stamp { id: "prerendered".into(), started_at: "".into() },
        address: String::new(),
        code: None,
        early: Vec::new(),
        config: Config::default(),
        refused: Vec::new(),
        host: None,
        can_share: false,
    }
}

/// The page for a folder of its own: addresses lead up, and the language is that of the folder.
fn below(html: &str, language: Language, start: &Start) -> Result<String> {
    let code = language.code();
    let Some((before, after)) = html.split_once("data-content=\"") else {
        bail!("index.html lists no content")
    };
    let Some((list, after)) = after.split_once('"') else { bail!("index.html lists no content") };
    let html = format!("{before}data-content=\"{}\"{after}", list.replace("=content/", "=../content/"));
    let first = format!("<html lang=\"{}\"", Language::ALL[0].code());
    let html = html.replacen(&first, &format!("<html lang=\"{code}\" data-language=\"{code}\""), 1);
    let html = html.replace("=\"./", "=\"../");
    let title = start.messages.get(MessageKey::StartTitle);
    Ok(with_description(&html, &title))
}

/// The page with another description for search engines and previews.
fn with_description(html: &str, words: &str) -> String {
    const BEFORE: &str = "name=\"description\" content=\"";
    let Some((before, after)) = html.split_once(BEFORE) else { return html.to_owned() };
    let Some((_, after)) = after.split_once('"') else { return html.to_owned() };
    format!("{before}{BEFORE}{}\"{after}", escaped(words))
}

/// Every statement with its four descriptions, to read and to print; needs neither program nor style sheet.
fn statements_page(start: &Start, language: Language) -> String {
    let word = |word| escaped(&start.messages.get(word));
    let mut html = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">\
         <title>{} · {}</title></head>\
         <body><main><h1>{}</h1><p>{}</p>",
        language.code(),
        word(MessageKey::StartTitle),
        word(MessageKey::AppName),
        word(MessageKey::StartTitle),
        word(MessageKey::Disclaimer),
    );
    // Writing to a string cannot fail.
    for text in &start.statements {
        let _ = write!(html, "<h2>{}</h2><ul>", escaped(&text.ask));
        for anchor in &text.anchors {
            let _ = write!(html, "<li>☐ {}</li>", escaped(anchor));
        }
        let _ = write!(html, "<li>☐ {}</li></ul>", word(MessageKey::AnswerUnknown));
    }
    html.push_str("</main></body></html>");
    html
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;
    use crate::pack::pack;

    #[test]
    fn the_page_can_be_emptied_and_filled_again() {
        let bundle = tempfile::tempdir().unwrap();
        let page = bundle.path().join("index.html");
        fs::copy(root().join("index.html"), &page).unwrap();
        let content = root().join("content");
        pack(&content, bundle.path()).unwrap();
        let empty = fs::read_to_string(&page).unwrap();
        prerender(&content, bundle.path()).unwrap();
        let filled = fs::read_to_string(&page).unwrap();
        assert!(filled.len() > empty.len() + 1000);
        undo(bundle.path()).unwrap();
        assert_eq!(fs::read_to_string(&page).unwrap(), empty);
        assert!(undo(bundle.path()).is_ok(), "an empty place is emptied again");
    }
}
