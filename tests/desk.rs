//! The page without a document: what a paste leads to, what is shown, and what becomes of odd pastes.

use crossread::corpus::Article;
use crossread::reading::{About, Doubt};
use crossread::view::{Answer, Desk, MOST_BYTES, MarkKind, Request, SectionKind, Sheet, State, Step, Tone};

fn article(outlet: &str, published: &str, text: &str) -> Article {
    let about = About { outlet: Some(outlet.into()), published: Some(published.into()), ..About::default() };
    Article { id: outlet.into(), about, text: text.into() }
}

/// A desk with one other report on it.
fn desk() -> Desk {
    let mut desk = Desk::default();
    let other = article(
        "Example Times",
        "2024-05-03",
        "The ferry Astrid sank off Bergen on Monday. Police said that 30 passengers of the ferry drowned.",
    );
    assert_eq!(desk.ask(Request::Corpus(vec![other])), None);
    desk
}

fn ask(desk: &mut Desk, state: &mut State, text: &str) -> Answer {
    let request = state.paste(text).expect("there is something to read");
    desk.ask(request).expect("a comparison is answered")
}

fn shown(text: &str) -> (State, Sheet) {
    let mut state = State::default();
    let answer = ask(&mut desk(), &mut state, text);
    assert!(state.answered(state.turn, answer.sheet));
    let sheet = (*state.sheet).clone();
    (state, sheet)
}

#[test]
fn the_pieces_of_the_article_are_its_text() {
    let text = "Ferry sinks off Bergen\n\nPolice said that 12 passengers drowned, “all of them” asleep – at 3 a.m.\n";
    let (_, sheet) = shown(text);
    let lines: Vec<String> =
        sheet.paragraphs.iter().map(|p| p.pieces.iter().map(|piece| piece.text.as_str()).collect()).collect();
    assert_eq!(lines, text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>());
}

#[test]
fn every_highlight_is_a_stop_once_and_its_words_are_in_the_text() {
    let text = "Police said that 12 passengers of the ferry Astrid drowned. The ferry was 40 meters long.";
    let (state, sheet) = shown(text);
    assert!(!sheet.marks.is_empty());
    for mark in &sheet.marks {
        assert_eq!(mark.span.of(text), mark.text);
    }
    let mut stops = Vec::new();
    let mut at = state.step(None, Step::First);
    while let Some(stop) = at {
        stops.push(stop);
        at = state.step(at, Step::Next);
    }
    assert_eq!(stops, sheet.stops);
    assert_eq!(state.step(None, Step::Last), sheet.stops.last().copied());
    assert_eq!(state.step(sheet.stops.first().copied(), Step::Previous), None);
}

#[test]
fn a_file_that_is_read_late_undoes_nothing() {
    let mut desk = desk();
    let mut state = State::default();
    let slow = article("Slow Gazette", "2024-05-03", "Police said that 11 passengers drowned.");
    // While it is read, nothing else is asked for; then it is what is shown.
    let turn = state.open("slow.txt");
    assert!(state.busy() && state.status.contains("slow.txt"), "{}", state.status);
    assert_eq!(state.renew(), None);
    let Some(Request::Compare(asked)) = state.opened(turn, Ok(slow.clone())) else { panic!("the file is asked for") };
    assert_eq!(asked.text, slow.text);
    // A paste goes before a file that was chosen earlier, and so does a file that was chosen later.
    for late in [Ok(slow.clone()), Err("It is no text.".to_owned())] {
        let first = state.open("slow.txt");
        let second = state.open("other.txt");
        assert_eq!(state.opened(first, late.clone()), None);
        assert!(state.busy() && state.status.contains("other.txt"));
        let answer = ask(&mut desk, &mut state, "Police said that 12 passengers drowned.");
        assert_eq!(state.opened(second, late.clone()), None);
        assert!(state.answered(state.turn, answer.sheet));
        let shown = state.clone();
        assert_eq!(state.opened(second, late), None);
        assert_eq!(state, shown);
    }
    // One that can't be read leaves the article that is shown.
    let turn = state.open("noise.txt");
    assert_eq!(state.opened(turn, Err("It is no text.".to_owned())), None);
    assert!(state.shown && !state.busy() && state.status == "It is no text.");
}

#[test]
fn a_highlight_that_is_chosen_opens_what_is_said_of_it() {
    let (mut state, sheet) = shown("Police said that 12 passengers drowned off Bergen.");
    state.choose(Some(0));
    assert!(state.open && state.chosen == Some(0));
    state.choose(Some(sheet.marks.len() as u32));
    assert_eq!(state.chosen, None);
}

#[test]
fn every_mark_with_a_tone_has_a_passage_that_shows_its_place() {
    let (_, sheet) = shown("Police said that 12 passengers of the ferry Astrid drowned off Bergen on Monday.");
    for mark in &sheet.marks {
        assert_eq!(
            mark.tone == Tone::Alone,
            mark.passages.iter().all(|passage| passage.tone > mark.tone || mark.tone == Tone::Alone)
        );
        for passage in &mark.passages {
            assert_eq!(passage.outlet, "Example Times");
            assert_eq!(passage.published.as_deref(), Some("2024-05-03"));
            assert!(!passage.hit.is_empty() && !passage.relation.is_empty(), "{passage:?}");
        }
    }
    for section in &sheet.overview {
        assert!(!section.items.is_empty());
        if let SectionKind::Of(tone) = section.kind {
            for item in &section.items {
                assert_eq!(item.mark.map(|mark| sheet.marks[mark as usize].tone), Some(tone));
            }
        }
    }
}

#[test]
fn figures_far_apart_that_can_both_hold_are_told_with_the_highlight_alone() {
    for (ours, tone) in [("More than 28", Tone::Differs), ("At least 3", Tone::Related)] {
        let (_, sheet) = shown(&format!("{ours} passengers of the ferry Astrid drowned off Bergen, police said."));
        let figure = sheet.marks.iter().find(|mark| mark.kind == MarkKind::Figure).expect("there is a figure");
        assert_eq!(figure.tone, tone, "{ours}: {}", figure.summary);
        assert!(figure.summary.starts_with("can both hold"), "{}", figure.summary);
        let told = sheet.overview.iter().any(|section| {
            section.items.iter().any(|item| item.mark.is_some_and(|at| sheet.marks[at as usize] == *figure))
        });
        assert_eq!(told, tone == Tone::Differs, "{ours}");
    }
}

#[test]
fn an_empty_paste_asks_nothing_and_says_so() {
    for text in ["", " \n\t "] {
        let mut state = State::default();
        assert_eq!(state.paste(text), None);
        assert!(!state.busy() && !state.shown && state.status.contains("nothing to read"), "{}", state.status);
    }
}

#[test]
fn what_is_too_long_is_read_in_part_and_that_is_said() {
    let mut state = State::default();
    let long = "Twelve people — all of them sailors — drowned. ".repeat(MOST_BYTES / 40);
    let request = state.paste(&long).expect("there is something to read");
    assert!(state.text.len() <= MOST_BYTES && long.starts_with(&state.text));
    assert_eq!(state.too_long, Some(long.chars().count()));
    let Request::Compare(article) = request else { panic!("no comparison is asked for") };
    assert_eq!(article.text, state.text);
}

#[test]
fn doubtful_texts_are_told_in_a_sentence() {
    for (text, expect) in [
        ("<!doctype html><html><body><div class=a><p>Twelve people drowned.</p></div></body></html>", Doubt::Markup),
        ("周一，一艘渡轮在卑尔根附近沉没，警方称有十二人溺水身亡，另有三十人受伤。", Doubt::OtherScript),
        ("Паром затонул в понедельник недалеко от Бергена, погибли двенадцать человек.", Doubt::OtherScript),
        ("\u{1}\u{2}PK\u{3}\u{4}\u{fffd}\u{fffd}\u{fffd} \u{0}\u{0}word/document \u{fffd}", Doubt::Binary),
        (
            "Le ferry a coulé lundi au large de Bergen et douze personnes sont mortes, selon la police norvégienne, qui \
             cherche encore trente passagers dans les eaux froides du fjord depuis la nuit dernière.",
            Doubt::OtherLanguage,
        ),
    ] {
        let (state, sheet) = shown(text);
        assert_eq!(sheet.doubt, Some(expect), "{text}");
        assert!(state.status.starts_with(&expect.to_string()), "{}", state.status);
    }
    for text in [
        "The ferry sank at 3 < 4 o'clock, and police said that twelve of the passengers had drowned off Bergen.",
        "Ferry sinks.",
        "Storm Bergit: 12 dead",
    ] {
        assert_eq!(shown(text).1.doubt, None, "{text}");
    }
}

#[test]
fn a_late_answer_is_let_go() {
    let (mut desk, mut state) = (desk(), State::default());
    let first = ask(&mut desk, &mut state, "Police said that 12 passengers drowned.");
    let turn = state.turn;
    let second = ask(&mut desk, &mut state, "Police said that 40 passengers drowned.");
    assert!(!state.answered(turn, first.sheet));
    assert!(state.answered(state.turn, second.sheet));
    assert!(state.sheet.paragraphs[0].pieces.iter().any(|piece| piece.text.contains("40")));
}

#[test]
fn guesses_are_shown_as_guesses_until_the_reader_says_better() {
    let (mut state, _) =
        shown("Ferry sinks off Bergen – The Example Courier\n\nPolice said that 12 passengers drowned.");
    assert_eq!(state.outlet_shown(), ("The Example Courier", true));
    state.outlet = "Another Paper".into();
    assert_eq!(state.outlet_shown(), ("Another Paper", false));
}

#[test]
fn own_reports_are_laid_beside_and_forgotten() {
    let (mut desk, mut state) = (desk(), State::default());
    let own =
        article("My Paper", "2024-05-04", "Police said that 12 passengers of the ferry Astrid drowned off Bergen.");
    let add = state.add(vec![own.clone(), own]);
    assert_eq!(state.own.len(), 1, "the same text is kept once");
    desk.ask(add);
    let text = "Police said that 12 passengers of the ferry Astrid drowned off Bergen.";
    assert_eq!(ask(&mut desk, &mut state, text).sheet.reports, 2);
    desk.ask(state.forget());
    assert_eq!(ask(&mut desk, &mut state, text).sheet.reports, 1);
}

#[test]
fn the_comparison_is_told_in_utf_16() {
    let text = "🚢 Police said that 12 passengers drowned.";
    let answer = ask(&mut desk(), &mut State::default(), text);
    let comparison = serde_json::to_value(&answer.comparison).expect("it is JSON");
    let end = comparison["reading"]["sentences"][0]["end"].as_u64();
    assert_eq!(end, Some(text.encode_utf16().count() as u64));
}

#[test]
fn figures_are_highlighted_in_their_claims() {
    let (_, sheet) = shown("Police said that 12 passengers of the ferry Astrid drowned off Bergen.");
    let figures: Vec<&str> =
        sheet.marks.iter().filter(|mark| mark.kind == MarkKind::Figure).map(|mark| mark.text.as_str()).collect();
    assert!(figures.is_empty() || figures == ["12"], "{figures:?}");
}
