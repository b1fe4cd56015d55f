//! Words that are not used any more, and where they are looked for.

use crate::page::quoted;

/// What a word was called, and what it is called now. One word is found as a part of a longer name too; a name with a dot is
/// found as it stands.
const RETIRED: &[(&str, &str)] = &[
    ("birth.later", "`date_of_birth.later`"),
    ("birth.record", "`date_of_birth.record`"),
    ("birth.recorded", "`date_of_birth.recorded`"),
    ("born", "`date_of_birth`"),
    ("capacity", "`acting_for`"),
    ("despite_restriction", "`despite_processing_restriction`"),
    ("duties", "`obligations`"),
    ("gate.pass", "`prerequisite.waive`"),
    ("gate.passed", "`prerequisite.waived`"),
    ("gates_passed", "`prerequisites_waived`"),
    ("herself", "`data_subject`"),
    ("not_hers", "`not_data_subject`, `not_permitted`"),
    ("organisation.found", "`organisation.register`"),
    ("organisation.founded", "`organisation.registered`"),
    ("phrasebook", "`message_catalogue`"),
    ("relent", "`withdraw_objection`"),
    ("right.answer", "`subject_request.answer`"),
    ("right.answered", "`subject_request.answered`"),
    ("right.extend", "`subject_request.extend`"),
    ("right.extended", "`subject_request.extended`"),
    ("right.lift", "`processing_restriction.lift`"),
    ("right.lifted", "`processing_restriction.lifted`"),
    ("right.request", "`subject_request.make`"),
    ("right.requested", "`subject_request.made`"),
    ("right_requests", "`subject_requests`"),
    ("scopes", "`areas`"),
    ("speak", "`set_language`"),
    ("spoken", "`language`"),
    ("standings", "`statuses`"),
    ("task.weigh", "`task.estimate`"),
    ("task.weighed", "`task.estimated`"),
    ("teams_by", "`team_creation`"),
    ("tell", "notify"),
    ("tie", "`pseudonym_link`, or `bundle.link`"),
    ("tied", "`link_kept`"),
    ("told", "notified, or `disclosed`"),
    ("version.conflict", "`stream.conflict`"),
    ("voice", "participation marker"),
    ("withdraws_objection", "`withdraw_objection`"),
    ("weigh", "estimate"),
];

/// Requests that have another name now. As words they are too common to be looked for anywhere else.
const REQUESTS: &[(&str, &str)] = &[
    ("about", "`subject_access`"),
    ("missing", "`notice_gaps`"),
    ("news", "`notifications`"),
    ("sentences", "`audit_trail`"),
    ("served", "`tasks_served`"),
];

/// The retired word that a name says, and what it is now.
pub(crate) fn found_in(name: &str, is_request: bool) -> Option<(&'static str, &'static str)> {
    let parts = parts(name);
    let is_said = |old: &str| {
        if old.contains('.') {
            return old == name;
        }
        let old: Vec<&str> = old.split('_').collect();
        parts.windows(old.len()).any(|window| window == old)
    };
    let requests = REQUESTS.iter().filter(|(old, _)| is_request && *old == name);
    RETIRED.iter().filter(|(old, _)| is_said(old)).chain(requests).copied().next()
}

/// The words that a name is made of, in lower case: `VoiceTag`, `has_voice` and `consent.voice` say `voice`.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut was_lower = false;
    for c in name.chars() {
        let ends = c == '.' || c == '_';
        if ends || (c.is_uppercase() && was_lower) {
            parts.push(String::new());
        }
        if !ends {
            parts.last_mut().unwrap().extend(c.to_lowercase());
        }
        was_lower = c.is_lowercase() || c.is_numeric();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Names of tests are sentences, and no names for others.
pub(crate) fn is_test(name: &str) -> bool {
    !name.contains('.') && name.split('_').count() > 4
}

/// All names in a text of a program.
pub(crate) fn identifiers(text: &str) -> impl Iterator<Item = String> {
    let names = text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
    names.map(|name| name.trim_matches('.')).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// A program without what it says to people: comments of C and TypeScript, or of Python with its doc strings.
pub(crate) fn without_comments(program: &str, is_python: bool) -> String {
    let mut rest = program;
    let mut code = String::new();
    let pairs = if is_python { [("\"\"\"", "\"\"\""), ("#", "\n")] } else { [("/*", "*/"), ("//", "\n")] };
    let first = |rest: &str| {
        let begun = pairs.iter().filter_map(|(begin, end)| Some((rest.find(begin)?, *begin, *end)));
        begun.min().map(|(_, begin, end)| (begin, end))
    };
    while let Some((begin, end)) = first(rest) {
        let (before, inner) = rest.split_once(begin).unwrap();
        code.push_str(before);
        code.push('\n');
        rest = inner.split_once(end).map_or("", |(_, after)| after);
    }
    code + rest
}

/// What a page has in code type: between back-ticks, and in blocks that are no mere text.
pub(crate) fn code_of(page: &str) -> String {
    let mut code = String::new();
    let mut block: Option<&str> = None;
    for line in page.lines() {
        match (line.trim_start().strip_prefix("```"), block) {
            (Some(language), None) => block = Some(language),
            (Some(_), Some(_)) => block = None,
            (None, Some("text")) => {}
            (None, Some(_)) => code.push_str(line),
            (None, None) => quoted(line).for_each(|word| {
                code.push_str(&word);
                code.push('\n');
            }),
        }
        code.push('\n');
    }
    code
}
