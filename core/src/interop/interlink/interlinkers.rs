//! `interlinkers/KIND/NAME/metadata.json`: the entries of the catalogue.

use crate::types::{Map, Set};

use super::fields::{Fields, Place};
use super::parsed::Parsed;
use super::words::Official;
use super::{Files, Report};
use crate::catalogue::{
    Capability, CapabilitySet, Integration, Interlinker, InterlinkerBody, InterlinkerKind,
};
use crate::problem::Code;
use crate::types::json::Node;
use crate::types::{Key, Language, Localized, excerpt};

/// Interlinkers, each with the name of its folder.
pub(super) fn read(
    files: &Files,
    parsed: &Parsed<'_>,
    profiles: &Set<Key>,
    report: &mut Report,
) -> Vec<(String, Interlinker)> {
    let mut reader = Reader { files, profiles, report, ids: Set::new() };
    let mut found = Vec::new();
    for (file, node) in parsed.under("interlinkers/") {
        let [_, kind, folder, _] = file.split('/').collect::<Vec<_>>()[..] else { continue };
        let Some(kind) = InterlinkerKind::meant(kind) else { continue };
        if let Some(interlinker) = reader.interlinker(node, file, kind, folder) {
            found.push((folder.to_owned(), interlinker));
        }
    }
    reader.hosts(&found);
    found
}

struct Reader<'a> {
    files: &'a Files,
    profiles: &'a Set<Key>,
    report: &'a mut Report,
    ids: Set<Key>,
}

impl Reader<'_> {
    fn interlinker(
        &mut self,
        node: &Node<'_>,
        file: &str,
        kind: InterlinkerKind,
        folder: &str,
    ) -> Option<Interlinker> {
        let place = Place::of_file(file);
        let mut fields = Fields::of(node, place.clone(), self.report)?;
        let id = fields.key("id", folder, self.report)?;
        if !self.ids.insert(id.clone()) {
            let message = format!("The id “{id}” belongs to another interlinker.");
            place.below("id").note(self.report, Code::AnomalyDuplicateId, message, "This one was left out.");
            return None;
        }
        let languages = fields.languages(self.report);
        let name = fields.texts("name_translations", &languages, self.report);
        let name = name.or_else(|| Localized::new(Language::english(), id.as_str()).ok())?;
        self.check_type(&mut fields, kind);
        let interlinker = Interlinker {
            body: self.body(&mut fields, kind, &languages),
            constraints: fields.some_texts("constraints_and_limitations_translations", self.report),
            description: fields.texts("description_translations", &languages, self.report),
            difficulty: fields.word("difficulty", self.report),
            domain: fields.text("domain", self.report),
            environments: fields.words("environments", self.report),
            form: fields.word("form", self.report),
            format: fields.word("format", self.report),
            id,
            instructions: self.references(&mut fields, "instructions_translations"),
            languages,
            licence: fields.word("licence", self.report),
            logotype: self.reference(&mut fields, "logotype"),
            name,
            overview: fields.some_texts("overview_text", self.report),
            problem_profiles: fields.problem_profiles(self.profiles, self.report),
            process: fields.text("process", self.report),
            regulations: fields.some_texts("regulations_and_standards_translations", self.report),
            areas: fields.closed("administrative_scopes", self.report),
            services: fields.closed("types", self.report),
            sustainability: fields.flag("is_sustainability_related", self.report).unwrap_or(false),
            tags: fields.tags("tags_translations", self.report),
            targets: fields.closed("targets", self.report),
        };
        fields.finish(self.report);
        Some(interlinker)
    }

    fn body(
        &mut self,
        fields: &mut Fields<'_>,
        kind: InterlinkerKind,
        languages: &[Language],
    ) -> InterlinkerBody {
        match kind {
            InterlinkerKind::Knowledge => InterlinkerBody::Knowledge {
                files: self.references(fields, "file_translations"),
                host: fields.text("softwareinterlinker", self.report).and_then(|host| host.parse().ok()),
            },
            InterlinkerKind::ExternalKnowledge => InterlinkerBody::ExternalKnowledge {
                asset_name: fields.some_texts("asset_name_translations", self.report),
                uris: fields.strings("uri_translations", self.report),
            },
            InterlinkerKind::Software => InterlinkerBody::Software {
                deployment_manual: self.reference(fields, "deployment_manual"),
                developer_manual: self.reference(fields, "developer_manual"),
                integration: self.integration(fields, languages),
                internationalised: fields.flag("supports_internationalization", self.report).unwrap_or(false),
                responsive: fields.flag("is_responsive", self.report).unwrap_or(false),
                supported_by: fields.closed("supported_by", self.report),
                user_manual: self.reference(fields, "user_manual"),
            },
            InterlinkerKind::ExternalSoftware => InterlinkerBody::ExternalSoftware {
                asset_name: fields.some_texts("asset_name_translations", self.report),
                uris: fields.strings("uri_translations", self.report),
            },
        }
    }

    /// `type` repeats part of what the folder says.
    fn check_type(&mut self, fields: &mut Fields<'_>, kind: InterlinkerKind) {
        let place = fields.place.below("type");
        let expected = match kind {
            InterlinkerKind::Knowledge | InterlinkerKind::ExternalKnowledge => "knowledge",
            InterlinkerKind::Software | InterlinkerKind::ExternalSoftware => "software",
        };
        if let Some(found) = fields.text("type", self.report).filter(|found| found != expected) {
            let message = format!("The type is “{}”, but the folder is for “{expected}”.", excerpt(&found));
            place.note(self.report, Code::AnomalyEnumUnknown, message, "The folder's type was used.");
        }
    }

    fn integration(&mut self, fields: &mut Fields<'_>, languages: &[Language]) -> Option<Integration> {
        let node = fields.take("integration").filter(|node| **node != Node::Null)?;
        let mut fields = Fields::of(node, fields.place.below("integration"), self.report)?;
        let mut capabilities = CapabilitySet::new();
        let mut texts = self.object(&mut fields, "capabilities_translations");
        if let Some(mut flags) = self.object(&mut fields, "capabilities") {
            for capability in Capability::ALL {
                if flags.flag(capability.official(), self.report) != Some(true) {
                    continue;
                }
                let name = format!("{}_text_translations", capability.official());
                let text = texts.as_mut().and_then(|texts| texts.texts(&name, languages, self.report));
                capabilities.insert(*capability, text);
            }
            flags.finish(self.report);
        }
        if let Some(texts) = texts {
            texts.finish(self.report);
        }
        let integration = Integration {
            api_path: fields.text("api_path", self.report),
            auth_method: fields.word("auth_method", self.report),
            capabilities,
            host_name: fields.text("domain", self.report),
            path: fields.text("path", self.report),
            service: fields.text("service_name", self.report),
            subdomain: fields.flag("is_subdomain", self.report).unwrap_or(false),
        };
        fields.finish(self.report);
        Some(integration)
    }

    fn object<'n>(&mut self, fields: &mut Fields<'n>, name: &str) -> Option<Fields<'n>> {
        let node = fields.take(name)?;
        Fields::of(node, fields.place.below(name), self.report)
    }

    /// A file or a link; a file should be among these.
    fn reference(&mut self, fields: &mut Fields<'_>, name: &str) -> Option<String> {
        let found = fields.text(name, self.report)?;
        self.look_for(&found, &fields.place.below(name));
        Some(found)
    }

    fn references(&mut self, fields: &mut Fields<'_>, name: &str) -> Map<Language, String> {
        let found = fields.strings(name, self.report);
        for (language, file) in &found {
            self.look_for(file, &fields.place.below(name).below(language));
        }
        found
    }

    fn look_for(&mut self, file: &str, place: &Place) {
        let is_file = file.starts_with("./") && !file.contains(char::is_whitespace);
        if is_file && self.files.get(file.trim_start_matches("./")).is_none() {
            let message = format!("The file “{}” is not in the catalogue.", excerpt(file));
            place.note(self.report, Code::AnomalyDanglingReference, message, "It was kept as it is.");
        }
    }

    /// The software that holds copies of a resource should be in the catalogue, by its id or its service's name.
    fn hosts(&mut self, found: &[(String, Interlinker)]) {
        let services = found.iter().filter_map(|(_, i)| i.integration()?.service.as_deref());
        let known: Set<&str> = services.chain(found.iter().map(|(_, i)| i.id.as_str())).collect();
        for (folder, interlinker) in found {
            let InterlinkerBody::Knowledge { host: Some(host), .. } = &interlinker.body else { continue };
            if !known.contains(host.as_str()) {
                let place = Place::of_file(&format!("interlinkers/knowledge/{folder}/metadata.json"));
                let message = format!("There is no software “{host}” in the catalogue.");
                place.below("softwareinterlinker").note(
                    self.report,
                    Code::AnomalyDanglingReference,
                    message,
                    "It was kept as it is.",
                );
            }
        }
    }
}
