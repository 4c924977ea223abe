//! schema.org `Claim` as JSON-LD: each claim worth checking, who makes it, and where it appears.

use super::laid::Laid;
use crate::claim::Claim;
use crate::compare::Relation;
use crate::corpus::Report;
use crate::json::{Layout, Writer};
use crate::name::EntityKind;

/// The least check-worthiness of a claim that is given.
const WORTH_CHECKING: f32 = 0.5;

/// The claims of an article that are worth checking, each with the reports that say it, too: JSON on one line.
#[must_use]
pub fn schema_org(laid: Laid<'_>) -> String {
    let claims = (0u32..).zip(&laid.report.reading.claims).filter(|(_, claim)| claim.checkworthy >= WORTH_CHECKING);
    let mut writer = Writer::new(Layout::Line);
    writer.object(|w| {
        w.field("@context", "https://schema.org");
        w.key("@graph").list(claims, |w, (index, claim)| put_claim(w, laid, index, claim));
    });
    writer.finish()
}

fn put_claim(w: &mut Writer, laid: Laid<'_>, index: u32, claim: &Claim) {
    let reading = &laid.report.reading;
    let attribution = claim.attribution.and_then(|at| reading.attributions.get(at as usize));
    let speaker = attribution.and_then(|said| reading.entities.get(said.speaker? as usize));
    let mut works = vec![laid.report];
    let mut seen = Vec::new();
    for found in &laid.comparison.matches {
        let article = found.theirs.article;
        if found.claim == index && found.relation == Relation::Supported && !seen.contains(&article) {
            seen.push(article);
            works.extend(laid.corpus.reports().get(article as usize));
        }
    }
    w.object(|w| {
        w.field("@type", "Claim");
        w.field("text", &Laid::line(claim.span.of(&laid.report.article.text)));
        if let Some(speaker) = speaker {
            let kind = if speaker.kind == EntityKind::Person { "Person" } else { "Organization" };
            put_named(w, "author", kind, &speaker.name);
        }
        w.key("appearance").list(works, put_work);
    });
}

/// A report as a work; what is not known of it is left out.
fn put_work(w: &mut Writer, report: &Report) {
    let about = &report.article.about;
    w.object(|w| {
        w.field("@type", "NewsArticle");
        if let Some(title) = &about.title {
            w.field("headline", title);
        }
        if let Some(outlet) = &about.outlet {
            put_named(w, "publisher", "Organization", outlet);
        }
        if let Some(published) = &about.published {
            w.field("datePublished", published);
        }
        if let Some(url) = &about.url {
            w.field("url", url);
        }
    });
}

fn put_named(w: &mut Writer, key: &str, kind: &str, name: &str) {
    w.key(key).object(|w| {
        w.field("@type", kind);
        w.field("name", name);
    });
}
