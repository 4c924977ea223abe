//! schema.org `Claim` as JSON-LD: each claim worth checking, who makes it, and where it appears.

use serde_json::{Map, Value, json};

use super::laid::Laid;
use crate::compare::Relation;
use crate::corpus::Report;
use crate::name::EntityKind;

/// The least check-worthiness of a claim that is given.
const WORTH_CHECKING: f32 = 0.5;

/// The claims of an article that are worth checking, each with the reports that say it, too.
#[must_use]
pub fn schema_org(laid: Laid<'_>) -> Value {
    let reading = &laid.report.reading;
    let claims: Vec<Value> = reading
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.checkworthy >= WORTH_CHECKING)
        .map(|(index, claim)| {
            let mut object = Map::new();
            object.insert("@type".into(), "Claim".into());
            object.insert("text".into(), Laid::line(claim.span.of(&laid.report.article.text)).into());
            let attribution = claim.attribution.and_then(|at| reading.attributions.get(at as usize));
            if let Some(speaker) = attribution.and_then(|said| reading.entities.get(said.speaker? as usize)) {
                let kind = if speaker.kind == EntityKind::Person { "Person" } else { "Organization" };
                object.insert("author".into(), json!({"@type": kind, "name": speaker.name}));
            }
            let mut appearances = vec![work(laid.report)];
            let supports = laid
                .comparison
                .matches
                .iter()
                .filter(|found| found.claim as usize == index && found.relation == Relation::Supported);
            let mut seen = Vec::new();
            for found in supports {
                let article = found.theirs.article;
                if let Some(report) = laid.corpus.reports().get(article as usize).filter(|_| !seen.contains(&article)) {
                    seen.push(article);
                    appearances.push(work(report));
                }
            }
            object.insert("appearance".into(), appearances.into());
            Value::Object(object)
        })
        .collect();
    json!({"@context": "https://schema.org", "@graph": claims})
}

/// A report as a work; what is not known of it is left out.
fn work(report: &Report) -> Value {
    let about = &report.article.about;
    let mut object = Map::new();
    object.insert("@type".into(), "NewsArticle".into());
    if let Some(title) = &about.title {
        object.insert("headline".into(), title.as_str().into());
    }
    if let Some(outlet) = &about.outlet {
        object.insert("publisher".into(), json!({"@type": "Organization", "name": outlet}));
    }
    if let Some(published) = &about.published {
        object.insert("datePublished".into(), published.as_str().into());
    }
    if let Some(url) = &about.url {
        object.insert("url".into(), url.as_str().into());
    }
    Value::Object(object)
}
