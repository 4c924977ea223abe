//! The native program from outside: what it prints, and how it ends.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// How a run ended.
struct Ran {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    /// The whole output as JSON.
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The output's lines as JSON.
    fn lines(&self) -> Vec<Value> {
        let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.out.lines().map(parse).collect()
    }
}

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(args: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut child = program(args).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("an input");
    let input = input.as_ref().to_vec();
    // A program that refuses its options reads nothing, and the pipe breaks: that is no failure of the test.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A fresh folder of the test's own with files in it.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("a file");
    }
    folder
}

/// A path as an argument.
fn arg(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

const ARTICLE: &str = "The ferry carried about 1,200 passengers on Monday, said harbour master Ines Prado.";

#[test]
fn read_prints_a_reading() {
    let file = folder("read_prints", &[("a.txt", ARTICLE)]).join("a.txt");
    let given = run(&["read", arg(&file), "--published", "2031-05-08", "--outlet", "Harbour Gazette"], "");
    assert_eq!((given.status, given.err.as_str()), (Some(0), ""));
    let reading = given.json();
    assert_eq!(reading["id"], Value::Null);
    assert_eq!(reading["article"]["outlet"], "Harbour Gazette");
    assert_eq!(reading["article"]["published"], "2031-05-08");
    for list in ["sentences", "figures", "dates", "names", "entities", "attributions", "claims", "notes"] {
        assert!(reading[list].is_array(), "no list {list}");
    }
    assert_eq!(reading["sentences"][0], serde_json::json!({"start": 0, "end": ARTICLE.len()}));
}

#[test]
fn standard_input_is_read_where_no_file_is_named() {
    let expect = run(&["read", "-"], ARTICLE);
    assert_eq!(expect.status, Some(0));
    assert_eq!(run(&["read"], ARTICLE).out, expect.out);
}

#[test]
fn the_same_article_reads_the_same_in_every_way() {
    let whole = run(&["read", "--published", "2031-05-08"], ARTICLE).json();
    let line = serde_json::json!({"id": null, "text": ARTICLE, "published": "2031-05-08"}).to_string();
    assert_eq!(run(&["read", "--ndjson"], line).lines(), [whole]);
}

#[test]
fn lines_keep_their_order_and_ids() {
    let input = concat!(
        "\u{feff}{\"id\": \"a\", \"text\": \"One ferry.\"}\r\n",
        "{\"text\": \"Two ferries.\", \"id\": 7, \"extra\": {}}\r\n",
        "\r\n",
        "{\"text\": \"\"}"
    );
    let ran = run(&["read", "--ndjson"], input);
    let ids: Vec<_> = ran.lines().iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, [Value::from("a"), Value::from(7), Value::Null]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
}

#[test]
fn a_bad_line_is_told_in_its_place() {
    let bad: &[(&[u8], Value, &str)] = &[
        (b"{\"id\": 1, \"text\": ", 1.into(), "EOF"),
        (b"not JSON", Value::Null, "not a JSON object"),
        (b"{\"id\": \"x\"}", "x".into(), "missing field `text`"),
        (b"{\"text\": 5, \"id\": \"y\"}", "y".into(), "expected a string"),
        (b"{\"id\": [1], \"text\": \"One.\"}", Value::Null, "neither a string nor a number"),
        (b"{\"id\": 2, \"text\": \"caf\xe9\"}", 2.into(), "unicode"),
        (b"{\"id\": 3, \"text\": \"One.\", \"published\": \"May\"}", 3.into(), "\"May\" is not a date"),
        (b"[1, \"One.\"]", Value::Null, "not a JSON object"),
    ];
    for (line, id, error) in bad {
        let good = b"{\"id\": \"good\", \"text\": \"One.\"}\n";
        let ran = run(&["read", "--ndjson"], [good, *line, b"\n", good].concat());
        assert_eq!(ran.status, Some(1), "{}", ran.err);
        let lines = ran.lines();
        assert_eq!(lines.len(), 3, "{}", ran.out);
        assert_eq!((&lines[0]["id"], &lines[2]["id"]), (&"good".into(), &"good".into()));
        assert_eq!(&lines[1]["id"], id, "{}", lines[1]);
        let told = lines[1]["error"].as_str().expect("an error");
        assert!(told.contains(error) && told.ends_with('.'), "{told}");
    }
}

#[test]
fn every_line_is_answered_before_the_next_is_asked() {
    let mut child = program(&["relate", "--ndjson"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("an input");
    let mut out = BufReader::new(child.stdout.take().expect("an output"));
    for id in 0..3 {
        writeln!(stdin, "{{\"id\": {id}, \"premise\": \"It rained.\", \"hypothesis\": \"It snowed.\"}}")
            .expect("a line");
        let mut answer = String::new();
        out.read_line(&mut answer).expect("an answer");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["id"], id);
        assert!(matches!(answer["relation"].as_str(), Some("supported" | "refuted" | "not_enough_info")));
        assert!(answer["reasons"].is_array());
    }
    drop(stdin);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let mut child = program(&["read", "--ndjson"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("an input");
    drop(child.stdout.take());
    let line = serde_json::json!({"text": ARTICLE}).to_string() + "\n";
    drop(stdin.write_all(line.repeat(100).as_bytes()));
    drop(stdin);
    let output = child.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn tags_are_one_for_each_token() {
    let ran =
        run(&["tag", "--ndjson"], "{\"id\": 1, \"tokens\": [\"Ferries\", \"sail\", \".\"]}\n{\"tokens\": []}\n{}");
    let lines = ran.lines();
    assert_eq!(lines[0]["id"], 1);
    assert_eq!(lines[0]["tags"].as_array().map(Vec::len), Some(3));
    assert_eq!(lines[1], serde_json::json!({"id": null, "tags": [], "upos": []}));
    assert!(lines[2]["error"].is_string());
    assert_eq!(ran.status, Some(1));
}

#[test]
fn files_need_not_be_plain() {
    let ran = run(&["read"], "\u{feff}Zoë paid €5.\r\nTwo ferries sank.\r\n");
    let reading = ran.json();
    assert_eq!(reading["sentences"][1], serde_json::json!({"start": 14, "end": 31}));
    assert!(reading["notes"][0]["message"].as_str().is_some_and(|note| note.contains("byte order mark")));

    let ran = run(&["read"], b"Zo\xeb paid \xff.");
    let note = &ran.json()["notes"][0];
    assert_eq!((&note["start"], &note["end"]), (&2.into(), &3.into()));
    assert_eq!(ran.status, Some(0));

    assert_eq!(run(&["read"], "").json()["sentences"], serde_json::json!([]));
}

#[test]
fn what_is_wrong_is_one_line_and_status_2() {
    let folder = folder("what_is_wrong", &[("bad.json", "{"), ("latin.txt", "")]);
    fs::write(folder.join("latin.txt"), b"caf\xe9").expect("a file");
    let missing = folder.join("missing.txt");
    let (missing, bad, here) = (arg(&missing).to_owned(), folder.join("bad.json"), arg(&folder));
    for (args, told) in [
        (&[][..], "no command"),
        (&["reed"], "no command reed"),
        (&["read", &missing], "missing.txt can't be read: No such file"),
        (&["read", here], "can't be read: Is a directory"),
        (&["read", "--ndjson", &missing], "missing.txt can't be read: No such file"),
        (&["read", "--fast"], "--fast"),
        (&["read", "--published", "last May"], "\"last May\" is not a date"),
        (&["compare", "--corpus", &missing], "missing.txt can't be read: No such file"),
        (&["compare", "--corpus", arg(&bad)], "bad.json: This is not a corpus file"),
        (&["corpus", "build", &missing], "missing.txt can't be read: No such file"),
        (&["corpus", "build", here], "latin.txt: The file is not in UTF-8"),
        (&["relate"], "add --ndjson"),
    ] {
        let ran = run(args, "One.");
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.starts_with("crossread: ") && ran.err.contains(told), "{args:?}: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{args:?}: {}", ran.err);
    }
}

#[test]
fn help_says_what_is_read_and_written() {
    for command in [&["read"][..], &["compare"], &["relate"], &["tag"], &["corpus", "build"]] {
        let ran = run(&[command, &["--help"]].concat(), "");
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
        assert!(ran.out.contains("reads ") && ran.out.contains("writes "), "{}", ran.out);
    }
    assert!(run(&["--help"], "").out.contains("crossread corpus build"));
    assert_eq!(run(&["--version"], "").out, format!("crossread {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_folder_becomes_a_corpus() {
    let folder = folder(
        "a_folder_becomes",
        &[
            ("b.md", "---\noutlet: Harbour Gazette\npublished: 2031-05-07\n---\n\nThe ferry carried 900 passengers.\n"),
            ("a.txt", "The ferry carried 1,200 passengers."),
            (".hidden.txt", "No article."),
            ("picture.png", "No article."),
        ],
    );
    let file = folder.join("corpus.json");
    let ran = run(&["corpus", "build", arg(&folder), "-o", arg(&file)], "");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    let written = fs::read_to_string(&file).expect("a file");
    let corpus: Value = serde_json::from_str(&written).expect("JSON");
    let expect = serde_json::json!({"version": 1, "articles": [
        {"id": "a", "outlet": null, "title": null, "published": null, "url": null,
         "text": "The ferry carried 1,200 passengers."},
        {"id": "b", "outlet": "Harbour Gazette", "title": null, "published": "2031-05-07", "url": null,
         "text": "The ferry carried 900 passengers."},
    ]});
    assert_eq!(corpus, expect);
    assert_eq!(run(&["corpus", "build", arg(&folder)], "").out, written);

    let compared = run(&["compare", "--corpus", arg(&file)], ARTICLE);
    assert_eq!(compared.json()["articles"][1]["outlet"], "Harbour Gazette");
    assert_eq!(run(&["compare", "--corpus", arg(&folder)], ARTICLE).out, compared.out);
}

#[test]
fn broken_articles_are_named() {
    for (file, told) in [
        ("---\noutlet: Gazette\n", "b.md: Line 1 opens the front matter"),
        ("---\npublished: May\n---\nOne.", "b.md: \"May\" is not a date"),
        ("---\nid: a\n---\nOne.", "the id \"a\""),
        (" \n", "b.md: It has no text"),
    ] {
        let folder = folder("broken_articles", &[("a.txt", "One."), ("b.md", file)]);
        let ran = run(&["corpus", "build", arg(&folder), "-o", arg(&folder.join("corpus.json"))], "");
        assert_eq!(ran.status, Some(2));
        assert!(ran.err.contains(told), "{}", ran.err);
        assert!(!folder.join("corpus.json").exists());
    }
    let empty = folder("broken_articles", &[]);
    assert!(run(&["corpus", "build", arg(&empty)], "").err.contains("has no .txt or .md file"));
}

#[test]
fn an_article_is_compared_with_the_digests_or_with_its_own_corpus() {
    let compared = run(&["compare"], ARTICLE).json();
    assert_eq!(compared["articles"].as_array().map(Vec::len), Some(5));
    for list in ["matches", "figures", "origins", "new", "missing", "internal"] {
        assert!(compared[list].is_array(), "no list {list}");
    }
    assert!(compared["reading"]["sentences"].is_array());

    let input = serde_json::json!({"id": 5, "text": ARTICLE, "corpus": [{"id": "x", "text": "Two ferries."}]});
    let own = run(&["compare", "--ndjson"], format!("{input}\n")).lines();
    assert_eq!((&own[0]["id"], &own[0]["articles"][0]["id"]), (&5.into(), &"x".into()));
    assert_eq!(own[0]["articles"].as_array().map(Vec::len), Some(1));
}
