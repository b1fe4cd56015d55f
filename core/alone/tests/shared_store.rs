//! A store that the whole library wrote: `cargo xtask alone` makes it, lets these run on it, and has the whole library
//! verify it afterwards.
#![cfg(test)]

use alone::Clockwork;
use interlink::Engine;
use interlink::consent::Asked;
use interlink::journal::{Position, StreamId};
use interlink::kernel::Host;
use interlink::notice::Notice;
use interlink::party::EditOrganisation;
use interlink::person::ErasePerson;

/// Where the store is.
const STORE: &str = "INTERLINK_WHOLE_STORE";

#[test]
#[ignore = "needs a store that the whole library wrote: cargo xtask alone"]
fn a_store_of_the_whole_library_is_used_and_nothing_in_it_is_lost() {
    let path = std::env::var(STORE).unwrap();
    let engine = Engine::open(&format!("sqlite:{path}")).unwrap();
    let host = Clockwork::default();
    let streams = engine.streams().unwrap();
    assert!(streams.iter().any(|stream| stream.process().is_some()));
    let nora = engine.person(&"nora".parse().unwrap()).unwrap().unwrap();
    // She takes part in a process.
    let erased = engine.acting("nora", &host).unwrap().execute_on(StreamId::Person(nora), ErasePerson::new());
    assert_eq!(erased.unwrap_err().code().as_str(), "record.block_unknown");
    assert_eq!(engine.changes(Position(0), 10_000).unwrap_err().code().as_str(), "record.block_unknown");
    // The organisation and its notice are read, and go on.
    let city = streams.iter().find_map(|stream| stream.organisation()).unwrap();
    let organisation = engine.organisation(city).unwrap();
    let published = organisation.notices().all().last().unwrap();
    let notice: &Notice = &published.notice;
    let purpose = notice.document().purposes.first().unwrap().id.clone();
    let news = interlink::consent::PurposeRef { organisation_id: city, purpose };
    let asked = Asked::Now(host.now());
    assert!(!engine.consent(nora, &news, asked).unwrap().allowed);
    let name =
        interlink::types::Localized::new(interlink::types::Language::english(), "The new City").unwrap();
    let edit = EditOrganisation { name: Some(name), ..EditOrganisation::new() };
    engine.acting("anna", &host).unwrap().execute_on(city, edit).unwrap();
    assert_eq!(engine.streams().unwrap(), streams);
}
