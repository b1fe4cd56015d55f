//! Every document in use.

use super::column::columns;
use super::{Asked, Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::kernel::{Error, Moment};
use interlink::notice::Published;
use interlink::types::{DocumentId, Language, Localized, OrganisationId};

columns!("Every document that a process uses or an organisation has published, one row per use." {
    document: Text "The document: the SHA-256 of its canonical JSON.",
    kind: Word "governance_model, template, publication or notice.",
    name: Word "Its name, in the language asked for, or else in another.",
    document_key: Word "The key shared by its versions.",
    version: Whole "Its version.",
    process: Word "The process that uses it.",
    organisation_id: Word "The organisation that published it, or that runs the process.",
    valid_from: Moment "The time from which a notice is in force.",
    valid_until: Moment "The time until which it was in force: another version came, or it was withdrawn.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let take = |rows: &mut Rows, view: &ProcessView| rows.take(view, options);
    let mut rows = of_processes(engine, options, progress, take)?;
    if let Some(rows) = rows.as_mut().filter(|_| options.process.is_none()) {
        for id in engine.organisations()? {
            if let Some(organisation) = engine.organisation_asked(id, options)? {
                organisation.notices().all().for_each(|notice| rows.notice(id, notice, options));
            }
        }
    }
    Ok(rows.map(Rows::finish))
}

impl Rows {
    fn take(&mut self, view: &ProcessView, options: &TableOptions) {
        let process = view.process();
        let model = process.governance().model();
        self.of_process(view, "governance_model", model.id());
        self.named(&model.document().name, model.document().id.as_str(), model.document().version, options);
        if let Some(template) = process.template() {
            self.of_process(view, "template", template.id());
            self.named(
                &template.document().name,
                template.document().id.as_str(),
                template.document().version,
                options,
            );
        }
        for (version, publication) in (1..).zip(process.publications()) {
            self.of_process(view, "publication", *publication);
            self.name.put(options.read(process.name(), process.language()));
            self.document_key.none();
            self.version.put(Some(version));
        }
    }

    fn of_process(&mut self, view: &ProcessView, kind: &str, document: DocumentId) {
        self.document.put(Some(&document.to_string()));
        self.kind.put(kind);
        self.process.put_id(&view.process().id());
        self.organisation_id.maybe_id(view.process().organisation().as_ref());
        self.valid_from.put(None);
        self.valid_until.put(None);
    }

    fn named(&mut self, name: &Localized, key: &str, version: u32, options: &TableOptions) {
        self.name.put(options.read(name, Language::english()));
        self.document_key.put(key);
        self.version.put(Some(version.into()));
    }

    fn notice(&mut self, organisation: OrganisationId, published: &Published, options: &TableOptions) {
        let document = published.notice.document();
        self.document.put(Some(&published.notice.id().to_string()));
        self.kind.put("notice");
        self.process.none();
        self.organisation_id.put_id(&organisation);
        self.valid_from.put(Some(published.from));
        self.valid_until.put(published.until);
        self.named(&document.title, document.id.as_str(), document.version, options);
    }
}
