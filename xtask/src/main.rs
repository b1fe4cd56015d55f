//! Set up, test, bench.
fn main() {}
