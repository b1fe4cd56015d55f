//! `interlink-pack IN.wasm OUT`: writes the module that JavaScript loads, and the JavaScript that calls it, into a folder.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        return fault("say which module, and into which folder");
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).omit_default_module_path(true).typescript(true).out_name("interlink_wasm");
    match bindgen.web(true).and_then(|bindgen| bindgen.generate(output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fault(&format!("{error:#}")),
    }
}

fn fault(what: &str) -> ExitCode {
    use std::io::Write as _;
    writeln!(std::io::stderr(), "interlink-pack: {what}").ok();
    ExitCode::FAILURE
}
