//! A whole co-production in one run: parties join, tasks open as their prerequisites are met, forbidden acts are
//! refused with their reasons, and the record verifies.
//!
//! ```text
//! cargo run --package coproduce
//! cargo run --package coproduce -- --catalogue FOLDER --template ID --language TAG --db PATH
//! ```
//!
//! Run again on the same `--db`, it continues from what is there: an interrupted run is finished, and after a finished
//! one the same parties begin another co-production.

mod cast;
mod consent;
mod credit;
mod exchange;
mod host;
mod options;
mod show;
mod story;

use std::process::ExitCode;

use interlink::Engine;
use interlink::catalogue::Catalogue;
use interlink::interop::interlink::{Files, Mode, Report, read, shipped};
use interlink::process::Template;

use crate::options::Options;
use crate::show::Show;

/// Any fault ends the run with its message.
type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let code = error
                .downcast_ref::<interlink::Error>()
                .map_or_else(String::new, |e| format!(" ({})", e.code()));
            anstream::eprintln!("coproduce: {error}{code}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Fallible<()> {
    let Some(options) = Options::from_arguments()? else { return Ok(()) };
    let show = Show::new(options.json);
    let (template, catalogue, report) = template(&options)?;
    // A store in a file has a clock and refuses the future. Years pass in this story, so a lifetime ahead is allowed.
    let lifetime = 100_u64 * 365 * 24 * 3_600_000;
    let engine = Engine::open(&format!("sqlite:{}?skew_ms={lifetime}", options.database.display()))?;

    show.title(&template, &options, &report);
    let outcome = story::tell(&engine, template, catalogue, &options, &show)?;
    show.end(&outcome, &options);
    Ok(())
}

/// The template, with its catalogue: the one that comes with the library, or one in a folder.
fn template(options: &Options) -> Fallible<(Template, Catalogue, Report)> {
    let files = match &options.catalogue {
        None => shipped(),
        Some(folder) => Files::from_folder(folder)?,
    };
    let reading = read(&files, Mode::Repair)?;
    let mut templates = reading.templates;
    let wanted = |template: &Template| {
        options.template.as_deref().is_none_or(|id| template.document().id.as_str() == id)
    };
    match templates.iter().position(wanted) {
        Some(at) => Ok((templates.swap_remove(at), reading.catalogue, reading.report)),
        None => {
            let ids: Vec<&str> = templates.iter().map(|template| template.document().id.as_str()).collect();
            Err(format!("the catalogue has no such template; there are: {}", ids.join(", ")).into())
        }
    }
}
