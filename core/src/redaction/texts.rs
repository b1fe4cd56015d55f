//! Where the record contains public texts.

/// The public texts, by the type of the event and the path in its data. Whoever writes a name there has published it.
/// Nothing else in the journal is free text.
pub const EVENT_TEXTS: &[(&str, &[&str])] = &[
    (
        "asset.added",
        &[
            "content/file/media_type",
            "content/held/asset",
            "content/link/uri",
            "description",
            "licence",
            "title",
        ],
    ),
    ("asset.edited", &["description", "licence", "title"]),
    ("asset.revised", &["content/file/media_type", "content/held/asset", "content/link/uri"]),
    ("item.added", &["description", "name", "problem_profiles"]),
    ("item.edited", &["description", "name", "problem_profiles"]),
    ("organisation.edited", &["name"]),
    ("organisation.registered", &["name"]),
    ("organisation.verified", &["register/number", "register/register"]),
    ("process.created", &["description", "name"]),
    ("process.edited", &["description", "name"]),
    ("team.created", &["name"]),
    ("team.edited", &["name"]),
    ("text.kept", &["law"]),
];

/// The same for documents made from one process, by the kind of the document. A step into a list is not a step of the
/// path.
pub const DOCUMENT_TEXTS: &[(&str, &[&str])] = &[
    (
        "import",
        &[
            "assets/content/file/media_type",
            "assets/content/held/asset",
            "assets/content/link/uri",
            "assets/licence",
            "assets/title",
            "carried/json",
            "description",
            "files/path",
            "name",
            "template/author",
            "template/description",
            "template/environments",
            "template/name",
            "template/phases/description",
            "template/phases/name",
            "template/phases/objectives/description",
            "template/phases/objectives/name",
            "template/phases/objectives/tasks/description",
            "template/phases/objectives/tasks/name",
            "template/tags",
        ],
    ),
    (
        "publication",
        &[
            "story/description",
            "story/figures/category",
            "story/figures/name",
            "story/figures/unit",
            "story/figures/value",
            "story/incentives",
            "story/lessons_learned",
            "story/materials/kind",
            "story/materials/name",
            "story/materials/uri",
            "story/objectives",
            "story/owners/info",
            "story/owners/name",
            "story/owners/uri",
            "story/results",
            "story/summary",
            "story/tags",
            "story/title",
            "template/author",
            "template/description",
            "template/environments",
            "template/name",
            "template/phases/description",
            "template/phases/name",
            "template/phases/objectives/description",
            "template/phases/objectives/name",
            "template/phases/objectives/tasks/description",
            "template/phases/objectives/tasks/name",
            "template/tags",
        ],
    ),
];

/// The paths of the public texts of an event type; `None` if it has none.
pub(crate) fn event_texts(name: &str) -> Option<&'static [&'static str]> {
    EVENT_TEXTS.iter().find(|(of, _)| *of == name).map(|(_, paths)| *paths)
}

/// The paths of the texts of a kind of document, if it can be redacted.
pub(crate) fn document_texts(kind: &str) -> Option<&'static [&'static str]> {
    DOCUMENT_TEXTS.iter().find(|(of, _)| *of == kind).map(|(_, paths)| *paths)
}
