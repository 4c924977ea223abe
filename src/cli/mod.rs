//! The native program: batch use, corpus building, evaluation.
//!
//! A command line becomes a [`Command`]; the command runs over one text or over lines of NDJSON; what goes wrong
//! is a [`Failure`] and ends the program, or is a bad line, told in its place.

mod answer;
mod failure;
mod folder;
mod input;
mod json;
mod options;
mod train;

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use answer::{Answerer, BadLine, Layout};
use failure::Failure;
use options::{Command, Job, Source};

/// Runs the program: 0 where all went well, 1 where lines of NDJSON were bad, 2 where it could not run.
#[must_use]
pub fn main() -> ExitCode {
    let ran = Command::parse(lexopt::Parser::from_env()).and_then(run);
    match ran {
        Ok(all_good) => ExitCode::from(u8::from(!all_good)),
        // Whoever read the output has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            // Where even this can't be written, the status still says it.
            let _ = writeln!(io::stderr(), "crossread: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Whether all lines were good.
fn run(command: Command) -> Result<bool, Failure> {
    match command {
        Command::Print(text) => {
            print(text)?;
            Ok(true)
        }
        Command::Build { folder, output } => {
            let file = folder::build(&folder)?;
            match output {
                Some(path) => std::fs::write(&path, file).map_err(|error| Failure::Write(path, error))?,
                None => print(&file)?,
            }
            Ok(true)
        }
        Command::Train { treebank, news, output } => {
            let weights = train::tagger(treebank, &Source::File(news))?;
            std::fs::write(&output, weights).map_err(|error| Failure::Write(output, error))?;
            Ok(true)
        }
        Command::TrainAttribution { news, output } => {
            let weights = train::attribution(&Source::File(news))?;
            std::fs::write(&output, weights).map_err(|error| Failure::Write(output, error))?;
            Ok(true)
        }
        Command::TrainRelate { pairs, output } => {
            let trained = train::relate(&Source::File(pairs))?;
            std::fs::write(&output, trained.source).map_err(|error| Failure::Write(output, error))?;
            print(&trained.told)?;
            Ok(true)
        }
        Command::Answer(Job { task, source, about, ndjson, corpus }) => {
            let answerer = Answerer::new(task, corpus.as_deref())?;
            if ndjson {
                lines(&answerer, &source)
            } else {
                let mut out = BufWriter::new(io::stdout().lock());
                answerer.article(input::text(&source)?, about, &mut out).map_err(Failure::Output)?;
                out.write_all(b"\n").and_then(|()| out.flush()).map_err(Failure::Output)?;
                Ok(true)
            }
        }
    }
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
}

/// Answers line by line as they come: memory holds one line, and whoever waits for an answer gets it.
fn lines(answerer: &Answerer, source: &Source) -> Result<bool, Failure> {
    let mut input = input::open(source)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut line, mut all_good) = (Vec::new(), true);
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(|error| Failure::Read(source.clone(), error))? == 0 {
            return Ok(all_good);
        }
        let line = line.strip_prefix(input::BYTE_ORDER_MARK).unwrap_or(&line).trim_ascii();
        if line.is_empty() {
            continue;
        }
        match answerer.line(line, &mut out) {
            Ok(()) => {}
            Err(BadLine::Output(error)) => return Err(Failure::Output(error)),
            Err(BadLine::Input(told)) => {
                all_good = false;
                answer::write(&told, Layout::Line, &mut out).map_err(Failure::Output)?;
            }
        }
        out.write_all(b"\n").and_then(|()| out.flush()).map_err(Failure::Output)?;
    }
}
