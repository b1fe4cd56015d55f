//! A catalogue that comes with the library: one schema, in English and Italian.

use super::Files;

const SHIPPED: [(&str, &str); 6] = [
    ("problemprofiles.json", include_str!("catalogue/problemprofiles.json")),
    ("schemas/neighbourhood/metadata.json", include_str!("catalogue/schemas/neighbourhood/metadata.json")),
    (
        "schemas/neighbourhood/phases/gather.json",
        include_str!("catalogue/schemas/neighbourhood/phases/gather.json"),
    ),
    (
        "schemas/neighbourhood/phases/last.json",
        include_str!("catalogue/schemas/neighbourhood/phases/last.json"),
    ),
    (
        "schemas/neighbourhood/phases/make.json",
        include_str!("catalogue/schemas/neighbourhood/phases/make.json"),
    ),
    (
        "schemas/neighbourhood/phases/shape.json",
        include_str!("catalogue/schemas/neighbourhood/phases/shape.json"),
    ),
];

/// The files of the catalogue that comes with the library, in the official folder layout.
#[must_use]
pub fn shipped() -> Files {
    SHIPPED.into_iter().collect()
}
