//! Reads and edits HTML. Every change of a page goes through here, so that no step depends on how another one writes its
//! tags. Bytes that are not edited stay as they are.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use lol_html::html_content::{Comment, ContentType, Element, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, RewriteStrSettings, Selector, rewrite_str};

/// Escapes text for HTML, both between tags and inside a quoted attribute.
pub fn escape(text: &str) -> Cow<'_, str> {
    html_escape::encode_quoted_attribute(text)
}

/// A page in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    html: String,
    /// The file it was read from, for error messages.
    path: PathBuf,
}

/// An element with its attributes, decoded, and the text directly in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The tag name, in lower case.
    pub name: String,
    /// The attributes by name.
    pub attributes: BTreeMap<String, String>,
    /// The text as it is written in the page; collected for scripts and styles only.
    pub text: String,
}

impl Page {
    /// A page from its text.
    pub fn new(html: impl Into<String>) -> Self {
        Self { html: html.into(), path: PathBuf::from("the page") }
    }

    /// Reads a page from a file.
    pub fn read(path: &Path) -> Result<Self> {
        let html = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self { html, path: path.to_owned() })
    }

    /// Writes the page to a file.
    pub fn write(&self, path: &Path) -> Result<()> {
        fs::write(path, &self.html).with_context(|| format!("cannot write {}", path.display()))
    }

    /// The text of the page.
    pub fn as_str(&self) -> &str {
        &self.html
    }

    /// The value of an attribute of the first element that matches, decoded.
    pub fn attribute(&self, selector: &str, name: &str) -> Result<String> {
        let found = self.attributes(selector, name)?.into_iter().next();
        found.with_context(|| format!("{} has no {selector} with the attribute {name}", self.path.display()))
    }

    /// The values of an attribute of all elements that match, decoded.
    pub fn attributes(&self, selector: &str, name: &str) -> Result<Vec<String>> {
        let mut values = Vec::new();
        let handlers = on_element(|element| values.extend(element.get_attribute(name)));
        self.rewritten(vec![(selector, handlers)], None)?;
        Ok(values.iter().map(|value| html_escape::decode_html_entities(value).into_owned()).collect())
    }

    /// The text inside the first element that matches, as it is written in the page.
    pub fn text(&self, selector: &str) -> Result<String> {
        let elements = Cell::new(0);
        let mut text = String::new();
        let handlers = on_element(|_| elements.set(elements.get() + 1)).text(|chunk: &mut TextChunk<'_>| {
            if elements.get() == 1 {
                text.push_str(chunk.as_str());
            }
            Ok(())
        });
        self.rewritten(vec![(selector, handlers)], None)?;
        if elements.get() == 0 { Err(self.lacks(selector)) } else { Ok(text) }
    }

    /// Every element of the page.
    pub fn elements(&self) -> Result<Vec<Found>> {
        let found = RefCell::new(Vec::new());
        let elements = on_element(|element| {
            let attributes = element.attributes().iter();
            let attributes = attributes.map(|attribute| {
                let value = html_escape::decode_html_entities(&attribute.value()).into_owned();
                (attribute.name(), value)
            });
            found.borrow_mut().push(Found {
                name: element.tag_name(),
                attributes: attributes.collect(),
                text: String::new(),
            });
        });
        let texts = ElementContentHandlers::default().text(|chunk: &mut TextChunk<'_>| {
            // Neither a script nor a style can contain elements: the last one opened is the one the text is in.
            if let Some(last) = found.borrow_mut().last_mut() {
                last.text.push_str(chunk.as_str());
            }
            Ok(())
        });
        self.rewritten(vec![("*", elements), ("script, style", texts)], None)?;
        Ok(found.into_inner())
    }

    /// Sets an attribute of every element that matches.
    pub fn set_attribute(&mut self, selector: &str, name: &str, value: &str) -> Result<()> {
        self.edit(selector, |element| Ok(element.set_attribute(name, &escape(value))?))
    }

    /// Replaces the values of all attributes for which `replacement` returns another one.
    pub fn map_attributes(&mut self, replacement: impl Fn(&str) -> Option<String>) -> Result<()> {
        self.edit("*", |element| {
            let attributes = element.attributes().iter();
            let changed: Vec<_> = attributes
                .filter_map(|attribute| Some((attribute.name(), replacement(&attribute.value())?)))
                .collect();
            for (name, value) in changed {
                element.set_attribute(&name, &value)?;
            }
            Ok(())
        })
    }

    /// Sets what is inside every element that matches.
    pub fn set_content(&mut self, selector: &str, html: &str) -> Result<()> {
        self.edit(selector, |element| {
            element.set_inner_content(html, ContentType::Html);
            Ok(())
        })
    }

    /// Puts HTML at the beginning of every element that matches.
    pub fn prepend(&mut self, selector: &str, html: &str) -> Result<()> {
        self.edit(selector, |element| {
            element.prepend(html, ContentType::Html);
            Ok(())
        })
    }

    /// Puts HTML in the place of the first element that matches, and removes the others with the space after them.
    pub fn replace(&mut self, selector: &str, html: &str) -> Result<()> {
        let (count, after_removed) = (Cell::new(0), Cell::new(false));
        let elements = on_element(|element| {
            if count.get() == 0 {
                element.replace(html, ContentType::Html);
            } else {
                element.remove();
            }
            count.set(count.get() + 1);
            after_removed.set(true);
        });
        let spaces = DocumentContentHandlers::default().text(|chunk: &mut TextChunk<'_>| {
            if after_removed.get() && chunk.as_str().trim().is_empty() {
                chunk.remove();
            }
            after_removed.set(after_removed.get() && !chunk.last_in_text_node());
            Ok(())
        });
        let html = self.rewritten(vec![(selector, elements)], Some(spaces))?;
        if count.get() == 0 {
            return Err(self.lacks(selector));
        }
        self.html = html;
        Ok(())
    }

    /// Puts HTML in the place of a comment such as `<!-- icons -->`.
    pub fn replace_comment(&mut self, comment: &str, html: &str) -> Result<()> {
        let mut count = 0;
        let comments = DocumentContentHandlers::default().comments(|found: &mut Comment<'_>| {
            if found.text().trim() == comment {
                found.replace(html, ContentType::Html);
                count += 1;
            }
            Ok(())
        });
        let html = self.rewritten(Vec::new(), Some(comments))?;
        if count != 1 {
            bail!("{} has {count} comments <!-- {comment} -->, not one", self.path.display());
        }
        self.html = html;
        Ok(())
    }

    /// Keeps every element with `attribute`, without that attribute, if `keep` accepts its value, and removes the others.
    pub fn keep_if(&mut self, attribute: &str, keep: impl Fn(&str) -> bool) -> Result<()> {
        let selector = format!("[{attribute}]");
        self.edit(&selector, |element| {
            if keep(&element.get_attribute(attribute).unwrap_or_default()) {
                element.remove_attribute(attribute);
            } else {
                element.remove();
            }
            Ok(())
        })
    }

    fn edit(&mut self, selector: &str, edit: impl Fn(&mut Element<'_, '_>) -> Result<()>) -> Result<()> {
        let mut count = 0;
        let handlers = ElementContentHandlers::default().element(|element: &mut Element<'_, '_>| {
            count += 1;
            Ok(edit(element)?)
        });
        let html = self.rewritten(vec![(selector, handlers)], None)?;
        if count == 0 {
            return Err(self.lacks(selector));
        }
        self.html = html;
        Ok(())
    }

    fn rewritten<'h>(
        &self,
        elements: Vec<(&str, ElementContentHandlers<'h>)>,
        document: Option<DocumentContentHandlers<'h>>,
    ) -> Result<String> {
        let mut settings = RewriteStrSettings::new();
        for (selector, handlers) in elements {
            let parsed: Selector =
                selector.parse().map_err(|error| anyhow!("{selector} is not a selector: {error}"))?;
            settings = settings.append_element_content_handler((Cow::Owned(parsed), handlers));
        }
        if let Some(handlers) = document {
            settings = settings.append_document_content_handler(handlers);
        }
        rewrite_str(&self.html, settings).with_context(|| format!("cannot edit {}", self.path.display()))
    }

    fn lacks(&self, selector: &str) -> anyhow::Error {
        anyhow!("{} has no {selector}", self.path.display())
    }
}

/// Handlers that call a function for every element.
fn on_element<'h>(mut call: impl FnMut(&mut Element<'_, '_>) + 'h) -> ElementContentHandlers<'h> {
    ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
        call(element);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(html: &str, edit: impl FnOnce(&mut Page) -> Result<()>) -> String {
        let mut page = Page::new(html);
        edit(&mut page).unwrap();
        page.html
    }

    #[test]
    fn unedited_bytes_stay_as_they_are() {
        let html = "<!doctype html>\n<HTML  lang=nl><body><p title='a\"b'>1 < 2 & 3</body>";
        assert_eq!(
            edited(html, |page| page.set_attribute("html", "lang", "en")),
            html.replace("<HTML  lang=nl>", "<HTML lang=\"en\">")
        );
    }

    #[test]
    fn attributes_are_escaped_when_set_and_decoded_when_read() {
        let mut page = Page::new("<a href='x'>");
        page.set_attribute("a", "href", "?a=\"1\"&b").unwrap();
        assert!(page.html.contains("?a=&quot;1&quot;&amp;b"), "{}", page.html);
        assert_eq!(page.attribute("a", "href").unwrap(), "?a=\"1\"&b");
    }

    #[test]
    fn replaced_elements_leave_one_in_the_place_of_the_first() {
        let html = "<head>\n<link rel=a>\n  <link rel=a>\n</head>";
        assert_eq!(
            edited(html, |page| page.replace("link", "<style></style>")),
            "<head>\n<style></style></head>"
        );
    }

    #[test]
    fn conditional_element_is_removed_or_loses_its_condition() {
        let html = "<p data-if=\"a\">1</p><p data-if=\"b\">2</p>";
        assert_eq!(edited(html, |page| page.keep_if("data-if", |name| name == "b")), "<p>2</p>");
    }

    #[test]
    fn comment_is_replaced_only_if_there_is_exactly_one() {
        assert_eq!(edited("<!-- a --><!-- b -->", |page| page.replace_comment("a", "<i>")), "<i><!-- b -->");
        assert!(Page::new("<!-- b -->").replace_comment("a", "").is_err());
    }

    #[test]
    fn elements_carry_attributes_and_the_text_of_scripts_and_styles() {
        let page = Page::new("<p title=\"&lt;\">x</p><script async>a < b && c</script>");
        let elements = page.elements().unwrap();
        assert_eq!(elements[0].attributes["title"], "<");
        assert_eq!((elements[1].name.as_str(), elements[1].text.as_str()), ("script", "a < b && c"));
        assert_eq!(page.text("script").unwrap(), "a < b && c");
    }

    #[test]
    fn missing_element_is_an_error_that_names_the_selector() {
        let error = Page::new("<p>").set_content("main", "").unwrap_err().to_string();
        assert_eq!(error, "the page has no main");
    }
}
