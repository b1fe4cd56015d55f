//! A catalogue that comes with the library: one schema and five interlinkers, in English and Italian.

use super::Files;

macro_rules! shipped {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("catalogue/", $name)))),+]
    };
}

const SHIPPED: [(&str, &str); 11] = shipped! {
    "problemprofiles.json"
    "interlinkers/externalknowledge/data-with-care/metadata.json"
    "interlinkers/externalsoftware/ballot/metadata.json"
    "interlinkers/knowledge/our-agreement/metadata.json"
    "interlinkers/knowledge/who-is-here/metadata.json"
    "interlinkers/software/shared-page/metadata.json"
    "schemas/neighbourhood/metadata.json"
    "schemas/neighbourhood/phases/gather.json"
    "schemas/neighbourhood/phases/last.json"
    "schemas/neighbourhood/phases/make.json"
    "schemas/neighbourhood/phases/shape.json"
};

/// The files of the catalogue that comes with the library, in the official folder layout.
#[must_use]
pub fn shipped() -> Files {
    SHIPPED.into_iter().collect()
}
