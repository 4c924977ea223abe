//! The other formats: each is made from one small comparison and looked at as its readers do.

use crossread::compare::compare;
use crossread::corpus::{Article, Corpus, Report};
use crossread::export::{Laid, csv, markdown, schema_org, web_annotation};
use crossread::reading::About;

fn article(id: &str, outlet: &str, text: &str) -> Article {
    let about = About {
        outlet: Some(outlet.into()),
        published: Some("2031-05-06".into()),
        url: Some(format!("https://{id}.example/flood")),
        ..About::default()
    };
    Article { id: id.into(), about, text: text.into() }
}

fn with_laid(check: impl Fn(Laid<'_>)) {
    let report = Report::new(article(
        "a",
        "The Ferry",
        "Naïve hopes | \"dashed\": the flood killed 14 people in Lodz, Mayor Anna Nowak said.",
    ));
    let corpus = Corpus::new([article("b", "The Mill", "The flood killed 14 people in Lodz, officials said.")]);
    let comparison = compare(&report, &corpus);
    check(Laid { report: &report, corpus: &corpus, comparison: &comparison });
}

#[test]
fn web_annotations_quote_and_place_what_they_stand_on() {
    with_laid(|laid| {
        let page: serde_json::Value = serde_json::to_value(web_annotation(laid)).expect("JSON");
        assert_eq!(page["type"], "AnnotationPage");
        let text: Vec<char> = laid.report.article.text.chars().collect();
        let items = page["items"].as_array().expect("items");
        assert_eq!(items.len(), laid.report.reading.figures.len() + laid.report.reading.claims.len());
        for item in items {
            let selectors = &item["target"]["selector"];
            let (start, end) = (selectors[0]["start"].as_u64(), selectors[0]["end"].as_u64());
            let (start, end) = (start.expect("start") as usize, end.expect("end") as usize);
            let exact: String = text[start..end].iter().collect();
            assert_eq!(selectors[1]["exact"], exact.as_str());
            assert_eq!(item["target"]["source"], "https://a.example/flood");
        }
    });
}

#[test]
fn schema_org_names_the_work_that_a_claim_appears_in() {
    with_laid(|laid| {
        let graph: serde_json::Value = serde_json::to_value(schema_org(laid)).expect("JSON");
        assert_eq!(graph["@context"], "https://schema.org");
        for claim in graph["@graph"].as_array().expect("a list") {
            assert_eq!(claim["@type"], "Claim");
            assert_eq!(claim["appearance"][0]["publisher"]["name"], "The Ferry");
            assert_eq!(claim["appearance"][0]["datePublished"], "2031-05-06");
        }
    });
}

#[test]
fn every_line_of_the_table_has_every_column() {
    with_laid(|laid| {
        let table = csv(laid);
        let lines: Vec<&str> = table.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 1 + laid.report.reading.figures.len());
        assert!(lines[0].starts_with("figure,start,end,text,low,high,"));
        assert_eq!(lines[0].split(',').count(), 16);
    });
}

#[test]
fn markdown_has_its_parts() {
    with_laid(|laid| {
        let page = markdown(laid);
        for part in ["# The Ferry, beside 1 other reports", "## Figures", "## Claims", "## Left out here"] {
            assert!(page.contains(part), "{part} is not in\n{page}");
        }
    });
}
