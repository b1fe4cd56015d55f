//! What the library writes, a host's own types read by serde: through the library's strict reader, whatever the form.
#![cfg(test)]

use interlink::consent::{GiveConsent, Indication, Validity};
use interlink::notice::NoticeDocument;
use interlink::process::{CreateProcess, StartTask};
use interlink::types::{DocumentId, ItemId, Language, Localized};
use serde::{Deserialize, Serialize};

/// A row of a host's own table.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Waiting {
    note: String,
    start: StartTask,
    title: Localized,
}

#[test]
fn a_type_of_the_hosts_own_holds_the_librarys() {
    let title =
        Localized::new(Language::english(), "Dig").unwrap().with("it".parse().unwrap(), "Scava").unwrap();
    let row = Waiting { note: "soon".into(), start: StartTask::new(ItemId::from_bytes([7; 16])), title };
    let text = serde_json::to_string(&row).unwrap();
    assert_eq!(serde_json::from_str::<Waiting>(&text).unwrap(), row);
    // In another form of writing, too.
    let yaml = serde_norway::to_string(&row).unwrap();
    assert_eq!(serde_norway::from_str::<Waiting>(&yaml).unwrap(), row);
}

#[test]
fn commands_and_documents_come_back_as_they_went() {
    let english = Language::english();
    let (notice, model) = (DocumentId::of(b"a"), DocumentId::of(b"b"));
    let (city, news) = ("city".parse().unwrap(), "news".parse().unwrap());
    let give = GiveConsent {
        explicit: true,
        ..GiveConsent::new(english, Indication::Form, notice, city, news, Validity::Days(30))
    };
    let text = serde_json::to_string(&give).unwrap();
    assert_eq!(serde_json::from_str::<GiveConsent>(&text).unwrap(), give);
    let create = CreateProcess::new(model, english, Localized::new(english, "A garden").unwrap());
    let text = serde_json::to_string(&create).unwrap();
    assert_eq!(serde_json::from_str::<CreateProcess>(&text).unwrap(), create);
    let notice: NoticeDocument = serde_json::from_value(testkit::notice(1)).unwrap();
    let again: NoticeDocument = serde_json::from_str(&serde_json::to_string(&notice).unwrap()).unwrap();
    assert_eq!(again, notice);
}

/// The reader stays the gate: what it refuses, serde refuses, and says which and where.
#[test]
fn what_the_reader_refuses_serde_refuses() {
    for (text, says) in [
        (r#"{"item":"zz"}"#, "/item"),
        (r#"{"item":"07070707070707070707070707070707","more":1}"#, "more"),
        (r#"{}"#, "item"),
    ] {
        let refused = serde_json::from_str::<StartTask>(text).unwrap_err().to_string();
        assert!(refused.contains(says), "{text}: {refused}");
    }
    let title = serde_json::from_str::<Localized>(r#"{"en":""}"#).unwrap_err().to_string();
    assert!(title.contains("empty") || title.contains("text"), "{title}");
}
