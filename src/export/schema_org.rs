//! schema.org `Claim` as JSON-LD: each claim worth checking, who makes it, and where it appears.

use super::laid::Laid;
use crate::claim::Claim;
use crate::compare::Relation;
use crate::corpus::Report;
use crate::name::EntityKind;
use crate::value::Value;

/// The least check-worthiness of a claim that is given.
const WORTH_CHECKING: f32 = 0.5;

/// The claims of an article that are worth checking, each with the reports that say it, too.
#[must_use]
pub fn schema_org(laid: Laid<'_>) -> Value {
    let claims = (0u32..).zip(&laid.report.reading.claims).filter(|(_, claim)| claim.checkworthy >= WORTH_CHECKING);
    Value::object(|f| {
        f.add("@context", "https://schema.org");
        f.add("@graph", Value::list(claims, |(index, these)| claim(laid, index, these)));
    })
}

fn claim(laid: Laid<'_>, index: u32, claim: &Claim) -> Value {
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
    Value::object(|f| {
        f.add("@type", "Claim");
        f.add("text", Laid::line(claim.span.of(&laid.report.article.text)));
        if let Some(speaker) = speaker {
            let kind = if speaker.kind == EntityKind::Person { "Person" } else { "Organization" };
            f.add("author", named(kind, &speaker.name));
        }
        f.add("appearance", Value::list(works, work));
    })
}

/// A report as a work; what is not known of it is left out.
fn work(report: &Report) -> Value {
    let about = &report.article.about;
    Value::object(|f| {
        f.add("@type", "NewsArticle");
        if let Some(title) = &about.title {
            f.add("headline", title);
        }
        if let Some(outlet) = &about.outlet {
            f.add("publisher", named("Organization", outlet));
        }
        if let Some(published) = &about.published {
            f.add("datePublished", published);
        }
        if let Some(url) = &about.url {
            f.add("url", url);
        }
    })
}

fn named(kind: &str, name: &str) -> Value {
    Value::object(|f| {
        f.add("@type", kind);
        f.add("name", name);
    })
}
