//! Prerenders the start page, so that the first statement can be read and answered before the program runs.
//!
//! The markup is what the program paints on a first visit. There is one page per language: `index.html` in the first
//! language, `en/index.html` in English. Each has a page with every statement next to it, for when the program cannot
//! run.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flexkompas::app::{Config, Flags, Model, Msg, StorageScope, Stored};
use flexkompas::content::{Language, MessageKey, Part, Start};
use flexkompas::json::Value;
use flexkompas::record::Stamp;
use flexkompas::ui::markup;

use crate::bundle::page::{Page, escape};
use crate::content::sources::{self, Checked};

/// The element that contains the rendered page.
const APP: &str = "#app";
/// The title of index.html before it is rendered.
const TITLE: &str = "Flexkompas";
/// The page with every statement.
pub const STATEMENTS: &str = "statements.html";

/// Writes the pages into a bundle whose `index.html` is otherwise finished.
pub fn prerender(content: &Path, bundle: &Path) -> Result<()> {
    let sources = sources::read(content)?;
    let page = Page::read(&bundle.join("index.html"))?;
    for language in Language::ALL {
        let checked = sources::checked(&sources, language)?;
        let (title, app) = start_page(&checked, language)?;
        let mut page = page.clone();
        page.set_content(APP, &app)?;
        page.set_content("title", &escape(&title))?;
        let mut folder = bundle.to_owned();
        if language != Language::ALL[0] {
            move_down(&mut page, language, &checked.start)?;
            folder.push(language.code());
        }
        fs::create_dir_all(&folder)?;
        page.write(&folder.join("index.html"))?;
        fs::write(folder.join(STATEMENTS), statements_page(&checked.start, language))?;
    }
    Ok(())
}

/// Removes what [`prerender`] put into the page in the first language, so that other content can go there.
pub fn undo(bundle: &Path) -> Result<()> {
    let path = bundle.join("index.html");
    let mut page = Page::read(&path)?;
    page.set_content(APP, "")?;
    page.set_content("title", TITLE)?;
    page.write(&path)
}

/// The markup that the program paints on a first visit, and the title of the page.
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
        bail!("the prerendered start page in {} has no statement", language.code());
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

/// Turns the page into one for the folder of a language: relative URLs lead up, and the language is that of the folder.
fn move_down(page: &mut Page, language: Language, start: &Start) -> Result<()> {
    let code = language.code();
    let list = page.attribute("html", "data-content")?;
    page.set_attribute("html", "data-content", &list.replace("=content/", "=../content/"))?;
    page.set_attribute("html", "lang", code)?;
    page.set_attribute("html", "data-language", code)?;
    page.map_attributes(|value| value.strip_prefix("./").map(|rest| format!("../{rest}")))?;
    let title = start.messages.get(MessageKey::StartTitle);
    page.set_attribute("meta[name=description]", "content", &title)
}

/// Every statement with its four descriptions, to read and to print; needs neither program nor style sheet.
fn statements_page(start: &Start, language: Language) -> String {
    let word = |word| escape(&start.messages.get(word)).into_owned();
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
        let _ = write!(html, "<h2>{}</h2><ul>", escape(&text.ask));
        for (_, anchor) in text.shown_anchors() {
            let _ = write!(html, "<li>☐ {}</li>", escape(anchor));
        }
        let _ = write!(html, "<li>☐ {}</li></ul>", word(MessageKey::AnswerUnknown));
    }
    html.push_str("</main></body></html>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::content_bundle;
    use crate::command::root;

    #[test]
    fn prerendering_can_be_undone_and_repeated() {
        let bundle = tempfile::tempdir().unwrap();
        let page = bundle.path().join("index.html");
        fs::copy(root().join("index.html"), &page).unwrap();
        let content = root().join("content");
        content_bundle::write(&content, bundle.path()).unwrap();
        let empty = fs::read_to_string(&page).unwrap();
        prerender(&content, bundle.path()).unwrap();
        let filled = fs::read_to_string(&page).unwrap();
        assert!(filled.len() > empty.len() + 1000);
        undo(bundle.path()).unwrap();
        assert_eq!(fs::read_to_string(&page).unwrap(), empty);
        assert!(undo(bundle.path()).is_ok(), "an empty place is emptied again");
    }
}
