//! The short form: every run of the tests has its own seed, which is printed.
#![cfg(test)]

use std::process::Command;

fn torture(arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_torture")).args(arguments).output().unwrap();
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn races() {
    torture(&["--races", "--seconds", "8"]);
}

#[test]
fn kills() {
    torture(&["--kills", "12"]);
}
