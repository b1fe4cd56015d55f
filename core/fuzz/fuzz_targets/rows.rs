#![no_main]

libfuzzer_sys::fuzz_target!(|rows: (Vec<u8>, std::collections::BTreeMap<u64, Vec<u8>>)| {
    let tab = interlink_wasm::Tab::new();
    if tab.take(&rows.0, &Vec::from_iter(rows.1)).is_err() {
        assert_eq!(tab.ends(), (0, 0), "what is refused leaves nothing");
    }
});
