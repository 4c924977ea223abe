//! The command line.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use lexopt::prelude::*;

use super::failure::Failure;
use crate::reading::About;

/// What the program is asked to do.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Command {
    /// To say something about itself.
    Print(&'static str),
    /// To make a corpus file of a folder; without an output it is printed.
    Build { folder: PathBuf, output: Option<PathBuf> },
    /// To train the tagger on a treebank and on lines of raw articles.
    Train { treebank: PathBuf, news: PathBuf, output: PathBuf },
    /// To train the rankers of attributions on lines of annotated articles.
    TrainAttribution { news: PathBuf, output: PathBuf },
    /// To weigh the signs that one text says what another says on lines of judged pairs.
    TrainRelate { pairs: PathBuf, output: PathBuf },
    /// To answer.
    Answer(Job),
}

/// A command that answers for articles.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Job {
    /// What is answered.
    pub(super) task: Task,
    /// What is read.
    pub(super) source: Source,
    /// What is known of the one article.
    pub(super) about: About,
    /// Whether lines are read, rather than one article.
    pub(super) ndjson: bool,
    /// The corpus file or folder; without it the digests are compared with.
    pub(super) corpus: Option<PathBuf>,
}

/// What is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Task {
    /// What an article says.
    Read,
    /// What others say of it.
    Compare,
    /// Whether one text says what another does.
    Relate,
    /// Parts of speech.
    Tag,
}

/// Where the input is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Source {
    /// Standard input.
    Standard,
    /// A file.
    File(PathBuf),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standard => write!(f, "standard input"),
            Self::File(path) => write!(f, "{}", path.display()),
        }
    }
}

impl From<OsString> for Source {
    fn from(given: OsString) -> Self {
        if given == "-" { Self::Standard } else { Self::File(given.into()) }
    }
}

impl Command {
    /// Reads a command line.
    pub(super) fn parse(mut args: lexopt::Parser) -> Result<Self, Failure> {
        let command = match args.next()? {
            None => return Err(Failure::NoCommand),
            Some(Long("help") | Short('h')) => return Ok(Self::Print(HELP)),
            Some(Long("version") | Short('V')) => {
                return Ok(Self::Print(concat!("crossread ", env!("CARGO_PKG_VERSION"), "\n")));
            }
            Some(Value(command)) => command,
            Some(other) => return Err(other.unexpected().into()),
        };
        match command.to_str() {
            Some("read") => Self::job(Task::Read, args),
            Some("compare") => Self::job(Task::Compare, args),
            Some("relate") => Self::job(Task::Relate, args),
            Some("tag") => Self::job(Task::Tag, args),
            Some("corpus") => Self::corpus(args),
            Some("train-tagger") => Self::train(args),
            Some("train-attribution") => Self::train_attribution(args),
            Some("train-relate") => Self::train_relate(args),
            _ => Err(Failure::Command(command)),
        }
    }

    fn job(task: Task, mut args: lexopt::Parser) -> Result<Self, Failure> {
        let (mut source, mut about, mut ndjson, mut corpus) = (None, About::default(), false, None);
        let one_article = matches!(task, Task::Read | Task::Compare);
        while let Some(arg) = args.next()? {
            match arg {
                Long("help") | Short('h') => return Ok(Self::Print(task.help())),
                Long("ndjson") => ndjson = true,
                Long("corpus") if task == Task::Compare => corpus = Some(args.value()?.into()),
                Long("published") if one_article => about.published = Some(args.value()?.string()?),
                Long("outlet") if one_article => about.outlet = Some(args.value()?.string()?),
                Value(given) if source.is_none() => source = Some(Source::from(given)),
                other => return Err(other.unexpected().into()),
            }
        }
        if let (Some(given), None) = (&about.published, about.day()) {
            return Err(Failure::Date(given.clone()));
        }
        let of_one = [("--published", &about.published), ("--outlet", &about.outlet)];
        match of_one.into_iter().find(|(_, value)| value.is_some()) {
            Some((option, _)) if ndjson => return Err(Failure::OneArticle(option)),
            _ if !ndjson && !one_article => return Err(Failure::OnlyLines(task.name())),
            _ => {}
        }
        Ok(Self::Answer(Job { task, source: source.unwrap_or(Source::Standard), about, ndjson, corpus }))
    }

    fn train(args: lexopt::Parser) -> Result<Self, Failure> {
        let Some(paths) = Self::paths(args)? else { return Ok(Self::Print(HELP_TRAIN)) };
        let [treebank, news, output] = <[PathBuf; 3]>::try_from(paths).map_err(|_| Failure::NoTrainingData)?;
        Ok(Self::Train { treebank, news, output })
    }

    fn train_attribution(args: lexopt::Parser) -> Result<Self, Failure> {
        let Some(paths) = Self::paths(args)? else { return Ok(Self::Print(HELP_TRAIN_ATTRIBUTION)) };
        let [news, output] = <[PathBuf; 2]>::try_from(paths).map_err(|_| Failure::NoAnnotatedNews)?;
        Ok(Self::TrainAttribution { news, output })
    }

    fn train_relate(args: lexopt::Parser) -> Result<Self, Failure> {
        let Some(paths) = Self::paths(args)? else { return Ok(Self::Print(HELP_TRAIN_RELATE)) };
        let [pairs, output] = <[PathBuf; 2]>::try_from(paths).map_err(|_| Failure::NoJudgedPairs)?;
        Ok(Self::TrainRelate { pairs, output })
    }

    /// The paths of a command that takes nothing else; none where its help is asked for.
    fn paths(mut args: lexopt::Parser) -> Result<Option<Vec<PathBuf>>, Failure> {
        let mut paths = Vec::new();
        while let Some(arg) = args.next()? {
            match arg {
                Long("help") | Short('h') => return Ok(None),
                Value(given) => paths.push(PathBuf::from(given)),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Some(paths))
    }

    fn corpus(mut args: lexopt::Parser) -> Result<Self, Failure> {
        match args.next()? {
            Some(Long("help") | Short('h')) => return Ok(Self::Print(HELP_BUILD)),
            Some(Value(given)) if given == "build" => {}
            Some(Value(given)) => {
                let mut command = OsString::from("corpus ");
                command.push(given);
                return Err(Failure::Command(command));
            }
            Some(other) => return Err(other.unexpected().into()),
            None => return Err(Failure::NoFolder),
        }
        let (mut folder, mut output) = (None, None);
        while let Some(arg) = args.next()? {
            match arg {
                Long("help") | Short('h') => return Ok(Self::Print(HELP_BUILD)),
                Long("output") | Short('o') => output = Some(args.value()?),
                Value(given) if folder.is_none() => folder = Some(given.into()),
                other => return Err(other.unexpected().into()),
            }
        }
        let folder = folder.ok_or(Failure::NoFolder)?;
        Ok(Self::Build { folder, output: output.filter(|path| path != "-").map(PathBuf::from) })
    }
}

impl Task {
    fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Compare => "compare",
            Self::Relate => "relate",
            Self::Tag => "tag",
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Read => HELP_READ,
            Self::Compare => HELP_COMPARE,
            Self::Relate => HELP_RELATE,
            Self::Tag => HELP_TAG,
        }
    }
}

const HELP: &str = "\
crossread reads a news article and lays other reports of the same matter beside it.

  crossread read           what an article says: figures, dates, names, who says what, claims
  crossread compare        what other reports say of the same
  crossread relate         whether one text says what another says
  crossread tag            parts of speech for tokens given
  crossread corpus build   a corpus file of a folder of articles

  crossread COMMAND --help   what the command reads and writes
  crossread --version

Offsets in the output count Unicode code points and are half-open. The exit status is 0, or 1 where lines of
NDJSON were bad (each is told in its place), or 2 where the program could not run.
";

const HELP_READ: &str = "\
crossread read [FILE|-] [--published DATE] [--outlet NAME]
  reads one article, plain text in UTF-8, from FILE or standard input;
  writes one reading (JSON): sentences, figures, dates, names, entities, attributions, claims, notes.

  --published DATE   the day it was published, as 2031-05-06: \"last month\" is counted from it
  --outlet NAME      who published it

crossread read --ndjson [FILE|-]
  reads a line for each article: {\"id\", \"text\", \"published\"?, \"outlet\"?, \"title\"?, \"url\"?};
  writes a reading for each, in the same order and with the same id.

Bytes that are not UTF-8 are read as U+FFFD and noted; a byte order mark is left out and noted.
";

const HELP_COMPARE: &str = "\
crossread compare [FILE|-] [--corpus PATH] [--published DATE] [--outlet NAME]
  reads one article, as \"crossread read\" does;
  writes one comparison (JSON): the reading, and matches, figures, origins, new, missing, internal.

  --corpus PATH      a corpus file, or a folder of .txt and .md articles; the digests that come with the program
                     are compared with where it is left out
  --published DATE   the day the article was published, as 2031-05-06
  --outlet NAME      who published it

crossread compare --ndjson [FILE|-] [--corpus PATH]
  reads a line for each article, as \"crossread read --ndjson\" does; with \"corpus\": [article, ...] in it, the line
  is compared with these instead;
  writes a comparison for each, in the same order and with the same id.
";

const HELP_RELATE: &str = "\
crossread relate --ndjson [FILE|-]
  reads a line for each pair: {\"id\", \"premise\", \"hypothesis\"};
  writes a line for each: {\"id\", \"relation\", \"reasons\"}, where the relation is supported (the premise says it),
  refuted (the premise excludes it) or not_enough_info.
";

const HELP_TAG: &str = "\
crossread tag --ndjson [FILE|-]
  reads a line for each sentence: {\"id\", \"tokens\": [\"...\", ...]};
  writes a line for each: {\"id\", \"tags\": [\"NNP\", ...], \"upos\": [\"PROPN\", ...]}, a Penn tag and a universal one
  for every token.
";

const HELP_BUILD: &str = "\
crossread corpus build DIR [-o FILE]
  reads every .txt and .md file of the folder DIR, an article each, by name; on top of it may stand
      ---
      id: harbour-1
      outlet: The Harbour Gazette
      title: Ferry service resumes
      published: 2031-05-06
      url: https://example.org/ferry
      ---
  of which any line may be left out (the id is then the file's name);
  writes one corpus file for --corpus and for the page, to FILE or to standard output.
";

const HELP_TRAIN: &str = "\
crossread train-tagger TREEBANK NEWS OUTPUT
  reads a treebank in CoNLL-U, and news as NDJSON with the field \"text\";
  writes the tagger's weights (src/text/tagger/weights.bin, where weights.md says more).
";

const HELP_TRAIN_ATTRIBUTION: &str = "\
crossread train-attribution NEWS OUTPUT
  reads a line for each article: {\"text\", \"attributions\": [{\"source\", \"cue\", \"content\"}]}, each part a list of
  [start, end] in code points;
  writes the rankers' weights (src/attribution/model/weights.bin, where weights.md says more).
";

const HELP_TRAIN_RELATE: &str = "\
crossread train-relate PAIRS OUTPUT
  reads a line for each pair: {\"set\", \"premise\", \"hypothesis\", \"label\"}, where the label is entailment, contradiction
  or neutral;
  writes the weights of the signs that one text says what another says (src/compare/weights.rs), and prints how many
  verdicts are right for each set on pairs that the weights were not made of.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: &str) {
        let parsed = Command::parse(lexopt::Parser::from_args(line.split_whitespace()));
        let told = match parsed {
            Ok(Command::Print(text)) => text.lines().next().unwrap_or_default().to_owned(),
            Ok(Command::Build { folder, output }) => format!("{} > {output:?}", folder.display()),
            Ok(Command::Train { treebank, news, output }) => {
                format!("{} {} > {}", treebank.display(), news.display(), output.display())
            }
            Ok(Command::TrainAttribution { news, output }) => format!("{} > {}", news.display(), output.display()),
            Ok(Command::TrainRelate { pairs, output }) => format!("{} > {}", pairs.display(), output.display()),
            Ok(Command::Answer(Job { task, source, about, ndjson, corpus })) => {
                let About { outlet, published, .. } = about;
                format!("{} {source} {ndjson} {outlet:?} {published:?} {corpus:?}", task.name())
            }
            Err(failure) => failure.to_string(),
        };
        assert!(told.contains(expect), "{line:?} gives {told:?}, not {expect:?}");
    }

    #[test]
    fn command_lines_are_understood() {
        check("read", "read standard input false None None None");
        check("read - --outlet Gazette", "read standard input false Some(\"Gazette\") None");
        check("read --published=2031-05-06 a.txt", "read a.txt false None Some(\"2031-05-06\")");
        check("compare --ndjson --corpus c.json", "compare standard input true None None Some(\"c.json\")");
        check("tag --ndjson a", "tag a true");
        check("train-tagger a b c", "a b > c");
        check("corpus build d -o c.json", "d > Some(\"c.json\")");
        check("corpus build -o - d", "d > None");
        check("train-attribution a b", "a > b");
        check("train-relate a b", "a > b");
        check("--version", "crossread ");
        for command in
            ["read", "compare", "relate", "tag", "corpus build", "train-tagger", "train-attribution", "train-relate"]
        {
            check(&format!("{command} --help"), &format!("crossread {command}"));
        }
    }

    #[test]
    fn others_are_refused_with_a_way_out() {
        check("", "no command; give read");
        check("reed", "there is no command reed; give read");
        check("corpus", "crossread corpus build DIR -o FILE");
        check("corpus destroy", "there is no command corpus destroy");
        check("corpus build", "needs a folder");
        check("train-tagger a b", "needs three files");
        check("train-attribution a", "needs two files");
        check("train-relate", "needs two files");
        check("read --fast", "invalid option '--fast'; --help says");
        check("read --corpus c.json", "invalid option '--corpus'");
        check("read a b", "unexpected argument \"b\"");
        check("read --outlet", "missing argument for option '--outlet'");
        check("read --published May", "\"May\" is not a date");
        check("read --ndjson --outlet Gazette", "--outlet is of one article");
        check("relate", "relate reads lines of JSON only");
    }
}
