//! The command line.

use std::path::PathBuf;

use interlink::types::Language;
use lexopt::{Arg, Parser, ValueExt};

use crate::Fallible;

const HELP: &str = "\
Runs a whole co-production and shows it.

  --db PATH           store the record in this SQLite file; run again on it to continue
                      (otherwise in a new temporary file)
  --catalogue FOLDER  read an INTERLINK catalogue instead of the one that comes with the library
  --template ID       the template of the catalogue (otherwise the first)
  --language TAG      show the process in this language (otherwise in English)
  --json              one JSON object for machines instead of text for people
  --help              this text
";

/// The options given.
pub(crate) struct Options {
    pub(crate) catalogue: Option<PathBuf>,
    pub(crate) template: Option<String>,
    pub(crate) language: Language,
    pub(crate) database: PathBuf,
    pub(crate) json: bool,
}

impl Options {
    /// Reads the command line; `None` if only help was asked for.
    pub(crate) fn from_arguments() -> Fallible<Option<Self>> {
        let mut options = Self {
            catalogue: None,
            template: None,
            language: Language::english(),
            database: PathBuf::new(),
            json: false,
        };
        let mut arguments = Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("db") => options.database = arguments.value()?.into(),
                Arg::Long("catalogue") => options.catalogue = Some(arguments.value()?.into()),
                Arg::Long("template") => options.template = Some(arguments.value()?.string()?),
                Arg::Long("language") => options.language = arguments.value()?.string()?.parse()?,
                Arg::Long("json") => options.json = true,
                Arg::Long("help") | Arg::Short('h') => {
                    anstream::print!("{HELP}");
                    return Ok(None);
                }
                other => return Err(other.unexpected().into()),
            }
        }
        if options.database.as_os_str().is_empty() {
            options.database = fresh_file();
        }
        Ok(Some(options))
    }
}

/// A file that does not exist yet.
fn fresh_file() -> PathBuf {
    let folder = std::env::temp_dir();
    let named = |n: u32| folder.join(format!("interlink-coproduce-{}-{n}.sqlite", std::process::id()));
    (0..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0))
}
