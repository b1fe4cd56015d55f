//! What others get: the story, notifications for people, the platform's zip archive, and everything as one file.

use interlink::Engine;
use interlink::governance::{AskApproval, GiveApproval, GovernanceModel, Permission, Shipped};
use interlink::interop::interlink::export;
use interlink::journal::{EventData, Position, StreamId};
use interlink::kernel::{AsOf, Command, Deed};
use interlink::person::ErasePerson;
use interlink::process::{Command as Ask, Event as Happened, Figure, Owner, PublishProcess, Story};
use interlink::rating::{GiveRating, Rated, Stars};
use interlink::types::{Entropy, HostId, Language, ProcessId};

use crate::Fallible;
use crate::cast::{CARLA, DORA, ELENA, FABIO, english, in_two, name};
use crate::credit::request_in;
use crate::host::Host;
use crate::show::Show;

/// The process is published as a good practice with the approval of both sides, and readers rate it.
pub(crate) fn publish(engine: &Engine, host: &Host<'_>, show: &Show, process: ProcessId) -> Fallible<()> {
    let stream = StreamId::from(process);
    show.heading("Others can repeat it");
    let owner = |name: &str| -> Fallible<Owner> { Ok(Owner::new(english(name)?)) };
    let story = Story {
        countries: vec!["IT".parse()?],
        figures: vec![Figure::new(english("Houses")?, "40".to_owned())],
        lessons_learned: Some(english("Ask first, build later.")?),
        owners: vec![owner("The city of Porto Nuovo")?, owner("Good Neighbours")?],
        ..Story::new(
            in_two("Forty houses know each other.", "Quaranta case si conoscono.")?,
            in_two("Neighbours and a city", "Vicini e città")?,
        )
    };
    let publish = PublishProcess::new("CC-BY-4.0".parse()?, story);
    let ask = AskApproval::new(Deed::new(publish.clone()), Permission::ProcessPublish);
    let request = request_in(&host.act("ask-story", CARLA, stream, ask)?)?;
    host.act("approve-story", ELENA, stream, GiveApproval::new(request))?;
    let published = host.act("publish", CARLA, stream, publish)?;
    let Some(EventData::Process(Happened::ProcessPublished(published))) =
        published.events.first().map(|event| &event.data)
    else {
        return Err("a process was to be published".into());
    };
    show.line(
        "Elena approves for the association, Carla publishes for the city: story and plan, without names",
    );
    let rated = Rated::Process { process };
    for (who, stars) in [(DORA, 5), (FABIO, 4), (ELENA, 4)] {
        let rating = GiveRating::new(rated.clone(), published.publication, Stars::new(stars)?);
        host.act(&format!("rate-{stars}-{}", name(who)), who, None, rating)?;
    }
    let ratings = engine.ratings(&rated, None, AsOf::Now)?;
    let average = ratings.average.unwrap_or_default();
    show.line(&format!("{} people give it {average} of 5 stars", ratings.count));
    Ok(())
}

/// The notifications of one of the neighbours, which nobody had to write.
pub(crate) fn news(engine: &Engine, show: &Show, language: Language) -> Fallible<()> {
    let dora = engine.person(&DORA.parse()?)?;
    let (mut after, mut told) = (Position(0), Vec::new());
    loop {
        let page = engine.notifications(after, 500, dora, language)?;
        told.extend(page.entries.into_iter().map(|news| news.sentence.text));
        if page.after == after {
            break;
        }
        after = page.after;
    }
    show.heading(&format!("Dora's notifications ({} in all, here the last)", told.len()));
    told.iter().rev().take(4).rev().for_each(|sentence| show.line(sentence));
    Ok(())
}

/// A helper from the first week asks for erasure. The vault forgets him; the record remains.
pub(crate) fn forget(engine: &Engine, host: &Host<'_>, show: &Show) -> Fallible<()> {
    // In a second run, he is unknown.
    let Some(fabio) = engine.person(&FABIO.parse()?)? else { return Ok(()) };
    let held = engine.subject_access(fabio, Language::english())?;
    show.heading("Fabio is erased");
    show.line(&format!(
        "before that he gets all data held about him: {} events, in JSON and in Markdown",
        held.traces.len()
    ));
    host.act("erase-fabio", FABIO, StreamId::from(fabio), ErasePerson::new())?;
    let left = engine.subject_access(fabio, Language::english())?;
    let rated = left.traces.iter().find(|trace| trace.event.data.type_name() == "rating.given");
    let said = rated.and_then(|trace| trace.sentence.as_ref()).ok_or("his rating is gone")?;
    show.line(&format!("what he did remains, without his name: “{}”", said.text));
    Ok(())
}

/// The process is exported as the INTERLINK platform's zip archive, and imported again with the same plan.
pub(crate) fn to_platform(engine: &Engine, host: &Host<'_>, show: &Show, process: ProcessId) -> Fallible<()> {
    let written = export::write(engine, process, |_| None)?;
    let read = export::read(&written.archive)?;
    let elsewhere = Engine::open("memory:")?;
    elsewhere.add_document(read.import.clone())?;
    // Elsewhere, administrators have other ids than an address.
    let known = |person: &export::Named| {
        let host_id: Result<HostId, _> = format!("account-{}", name(person.named.as_str())).parse();
        host_id.ok().map(|host_id| export::Known { host_id, acting_for: None })
    };
    let ask = read.command(GovernanceModel::shipped(Shipped::C2c).id(), known)?;
    let entropy = Entropy::from_bytes(*b"sixteen random b");
    let command = Command::new("1".parse()?, host.now(), "account-Anna".parse()?, entropy, Ask::from(ask));
    let executed = elsewhere.execute(&command)?;
    let there = elsewhere.process(executed.process().ok_or("no process was created")?)?;
    let here = engine.process(process)?;
    if there.process().tree().standing() != here.process().tree().standing() {
        return Err("the process has another state elsewhere than here".into());
    }
    let [phases, objectives, tasks] =
        read.import.template().map(|template| template.counts()).unwrap_or_default();
    show.line(&format!(
        "the INTERLINK platform's zip of {} KiB: read back, {phases} phases, {objectives} objectives, {tasks} tasks with their status",
        written.archive.len() / 1024
    ));
    Ok(())
}

/// The process is exported as a bundle, and imported elsewhere, where it is the same.
pub(crate) fn take_elsewhere(engine: &Engine, show: &Show, process: ProcessId) -> Fallible<()> {
    let bundle = engine.export_bundle(process, true)?;
    let elsewhere = Engine::open("memory:")?;
    let imported = elsewhere.import_bundle(bundle.as_bytes())?;
    // A re-exported bundle states its age in a line of its own. All else is unchanged.
    let told = |text: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let lines = lines.map(|(_, said)| said.to_owned());
        lines.filter(|said| !said.starts_with(r#"{"known":"#) && !said.starts_with(r#"{"end":"#)).collect()
    };
    if told(&elsewhere.export_bundle(process, true)?) != told(&bundle) {
        return Err("the bundle differs elsewhere".into());
    }
    show.line(&format!(
        "a bundle of {} KiB: {} streams with {} events, verified before import",
        bundle.len() / 1024,
        imported.streams.len(),
        imported.events
    ));
    show.line("imported by another engine and exported again, it is the same, and states its age");
    Ok(())
}
