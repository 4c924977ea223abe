//! Files that the reader opens, and the text of web pages.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Document, DomParser, File, HtmlAnchorElement, Node, SupportedType, Url};

use super::json;
use crate::corpus::{self, Article};
use crate::view::words;

/// Elements that hold no part of an article.
const OUTSIDE: [&str; 10] =
    ["SCRIPT", "STYLE", "NAV", "NOSCRIPT", "TEMPLATE", "FOOTER", "ASIDE", "FORM", "IFRAME", "HEAD"];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 21] = [
    "P",
    "DIV",
    "LI",
    "UL",
    "OL",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "BR",
    "TR",
    "TABLE",
    "SECTION",
    "ARTICLE",
    "MAIN",
    "BLOCKQUOTE",
    "FIGURE",
    "FIGCAPTION",
    "PRE",
];

/// The articles of a file: of a corpus file all of them, of any other one, with what its front matter tells of it.
/// Of a web page it is the text that one reads on it.
///
/// # Errors
/// Where there is nothing to be read, in a full sentence.
pub(super) async fn articles(file: &File) -> Result<Vec<Article>, String> {
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
    let name = file.name();
    let ends = |ends: &[&str]| ends.iter().any(|end| name.to_ascii_lowercase().ends_with(end));
    let said = |error: &dyn std::fmt::Display| words::file(&name, error);
    if ends(&[".json", ".ndjson"]) {
        return corpus::file::read(&text, json::read).map_err(|error| said(&error));
    }
    let text = if ends(&[".html", ".htm", ".xhtml"]) { of_markup(&text) } else { text };
    // A control character is in no text: this is a picture, a document of an office program or the like.
    if text.contains('\0') {
        return Err(said(&words::BINARY));
    }
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    corpus::front_matter::article(&text, stem).map(|article| vec![article]).map_err(|error| said(&error))
}

/// The text of a web page's source: its text nodes, block by block, without scripts, menus and footers.
/// Nothing of it is run or loaded: the parsed document is never shown.
pub(super) fn of_markup(markup: &str) -> String {
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(&bare(markup), SupportedType::TextHtml));
    let Ok(document) = parsed else { return markup.to_owned() };
    let Some(node) = article(&document) else { return String::new() };
    let mut text = String::new();
    gather(&node, &mut text);
    text.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Markup without attributes and styles: they hold no text, and the policy of the page would report each of them.
fn bare(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        out.push('<');
        let name = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '/').unwrap_or(after.len());
        let (name, tail) = after.split_at(name);
        if !name.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
            // A comment, a doctype, or a mere sign.
            rest = after;
            continue;
        }
        // Either is skipped with its contents; a script is never run in a document that isn't shown.
        out.push_str(&name.to_ascii_lowercase().replace("style", "script"));
        let mut quote = None;
        let end = tail.find(|c: char| {
            if let Some(mark) = quote {
                quote = (c != mark).then_some(mark);
                return false;
            }
            quote = matches!(c, '"' | '\'').then_some(c);
            c == '>'
        });
        rest = end.map_or("", |end| &tail[end..]);
    }
    out.push_str(rest);
    out
}

/// The one `<article>` or `<main>` of a page, or all of it.
fn article(document: &Document) -> Option<Node> {
    for name in ["article", "main"] {
        let found = document.query_selector_all(name).ok();
        if let Some(only) = found.filter(|found| found.length() == 1).and_then(|found| found.item(0)) {
            return Some(only);
        }
    }
    document.body().map(Into::into)
}

/// Walks through a node without recursion, as markup may be nested to any depth.
fn gather(root: &Node, text: &mut String) {
    let mut at = root.first_child();
    while let Some(node) = at {
        let name = node.node_name().to_ascii_uppercase();
        if node.node_type() == Node::TEXT_NODE {
            // Line ends within a paragraph mean nothing there.
            text.push_str(&node.node_value().unwrap_or_default().replace(['\n', '\r'], " "));
        }
        let enter = if OUTSIDE.contains(&name.as_str()) { None } else { node.first_child() };
        if BLOCKS.contains(&name.as_str()) {
            text.push('\n');
        }
        at = enter.or_else(|| after(&node, root, text));
    }
}

/// The node that follows in the text, when this one is done.
fn after(node: &Node, root: &Node, text: &mut String) -> Option<Node> {
    let mut node = node.clone();
    loop {
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node().filter(|parent| !parent.is_same_node(Some(root)))?;
        if BLOCKS.contains(&node.node_name().to_ascii_uppercase().as_str()) {
            text.push('\n');
        }
    }
}

/// Offers a text to the reader as a file.
pub(super) fn save(text: &str, name: &str) {
    let parts = js_sys::Array::of1(&text.into());
    let saved = Blob::new_with_str_sequence(&parts).and_then(|blob| Url::create_object_url_with_blob(&blob));
    let document = web_sys::window().and_then(|window| window.document());
    let (Ok(url), Some(document)) = (saved, document) else { return };
    if let Some(link) = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = Url::revoke_object_url(&url);
}
