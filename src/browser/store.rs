//! The reader's own reports, kept in this browser and nowhere else.

use super::json;
use crate::corpus::{Article, file};

const KEY: &str = "crossread.reports";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The reports that were kept, as a corpus file.
pub(super) fn load() -> Vec<Article> {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    kept.and_then(|kept| file::read(&kept, json::read).ok()).unwrap_or_default()
}

/// Keeps the reports; false where the browser has no room for them or doesn't let the page keep anything.
pub(super) fn save(articles: &[Article]) -> bool {
    let Some(storage) = storage() else { return false };
    if articles.is_empty() {
        return storage.remove_item(KEY).is_ok();
    }
    storage.set_item(KEY, &file::write(articles, |value| json::write(value).into())).is_ok()
}
