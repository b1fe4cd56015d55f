//! `interlink-pack bind IN.wasm NAME OUT` writes the module that JavaScript loads, and the JavaScript that calls it, into a
//! folder; `interlink-pack press FILE` writes `FILE.gz` beside it, as small as gzip's format allows.

use std::error::Error;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;
use zopfli::{Format, Options};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bind", input, name, output] => bind(input, name, output),
        ["press", file] => press(file),
        _ => Err("say bind IN.wasm NAME OUT, or press FILE".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            writeln!(std::io::stderr(), "interlink-pack: {error:#}").ok();
            ExitCode::FAILURE
        }
    }
}

fn bind(input: &str, name: &str, output: &str) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).omit_default_module_path(true).typescript(true).out_name(name);
    Ok(bindgen.web(true)?.generate(output)?)
}

/// Blocks may be as many as the text is worth; the default of 15 is for small files.
fn press(file: &str) -> Result<(), Box<dyn Error>> {
    let options = Options { maximum_block_splits: 1000, ..Options::default() };
    let (text, mut pressed) = (std::fs::read(file)?, Vec::new());
    zopfli::compress(options, Format::Gzip, text.as_slice(), &mut pressed)?;
    Ok(std::fs::write(format!("{file}.gz"), pressed)?)
}
