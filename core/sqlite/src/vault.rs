//! The vault in SQLite: data about people, in tables of its own.

use rusqlite::{Row, Transaction, params};

use super::column;
use super::schema::checksum;
use interlink_record::vault::{Entry, Party, PseudonymLink, VaultWrite};
use interlink_values::{Commitment, OrganisationId, PersonId, Salt, TeamId};

pub(super) fn write_vault(transaction: &Transaction<'_>, write: &VaultWrite) -> Result<(), rusqlite::Error> {
    match write {
        VaultWrite::PseudonymLink(link) => {
            let sql = "INSERT INTO pseudonym_link (party, kind, organisation, host_id, checksum) VALUES (?1, ?2, ?3, ?4, ?5)";
            let (kind, id, organisation) = party_columns(&link.party);
            let row = params![id, kind, organisation, link.host_id.as_str(), link_checksum(link)];
            transaction.prepare_cached(sql)?.execute(row)?;
        }
        VaultWrite::Entry(entry) => {
            let sql = "INSERT OR REPLACE INTO entry (commitment, put_right, subject, salt, text)
                VALUES (?1, ?2, ?3, ?4, ?5)";
            let put_right = (entry.commitment != entry.place).then(|| entry.commitment.as_bytes());
            transaction.prepare_cached(sql)?.execute(params![
                entry.place.as_bytes(),
                put_right,
                entry.data_subject_id.as_bytes(),
                entry.salt.as_bytes(),
                entry.text
            ])?;
        }
        VaultWrite::Erase { person_id: person, kept } => erase(transaction, *person, kept)?,
        VaultWrite::Key { process, key } => {
            let sql = "INSERT OR REPLACE INTO process_key (process, key, checksum) VALUES (?1, ?2, ?3)";
            let checksum = process_checksum(process.as_bytes(), key.as_bytes());
            transaction.prepare_cached(sql)?.execute([process.as_bytes(), key.as_bytes(), &checksum])?;
        }
        VaultWrite::Participation { process, tag } => {
            let sql =
                "INSERT OR IGNORE INTO participation_marker (process, tag, checksum) VALUES (?1, ?2, ?3)";
            let checksum = process_checksum(process.as_bytes(), tag.as_bytes());
            transaction.prepare_cached(sql)?.execute(params![
                process.as_bytes(),
                tag.as_bytes(),
                checksum
            ])?;
        }
        VaultWrite::Close(process) => {
            let close = |sql| transaction.prepare_cached(sql)?.execute([process.as_bytes()]);
            close("DELETE FROM process_key WHERE process = ?1")?;
            close("DELETE FROM participation_marker WHERE process = ?1")?;
        }
    }
    Ok(())
}

pub(super) fn link_checksum(link: &PseudonymLink) -> [u8; 16] {
    let (kind, id, organisation) = party_columns(&link.party);
    checksum(&[
        kind.as_bytes(),
        id,
        organisation.map_or(&[][..], |of| &of[..]),
        link.host_id.as_str().as_bytes(),
    ])
}

/// The checksum of a process's key, or of a tag in it: they differ in length.
pub(super) fn process_checksum(process: &[u8; 16], of: &[u8]) -> [u8; 16] {
    checksum(&[process, of])
}

fn erase(
    transaction: &Transaction<'_>,
    person: PersonId,
    kept: &[Commitment],
) -> Result<(), rusqlite::Error> {
    let mut links =
        transaction.prepare_cached("DELETE FROM pseudonym_link WHERE party = ?1 AND kind = 'person'")?;
    links.execute([person.as_bytes()])?;
    let mut hers = transaction.prepare_cached("SELECT commitment FROM entry WHERE subject = ?1")?;
    let hers = hers.query_map([person.as_bytes()], |row| row.get(0))?;
    let hers: Vec<[u8; 32]> = hers.collect::<Result<_, _>>()?;
    let mut entry = transaction.prepare_cached("DELETE FROM entry WHERE commitment = ?1")?;
    for place in hers.iter().filter(|place| kept.iter().all(|kept| kept.as_bytes() != *place)) {
        entry.execute([place])?;
    }
    Ok(())
}

pub(super) fn party_columns(party: &Party) -> (&'static str, &[u8; 16], Option<&[u8; 16]>) {
    match party {
        Party::Person(id) => ("person", id.as_bytes(), None),
        Party::Organisation(id) => ("organisation", id.as_bytes(), None),
        Party::Team(id, organisation) => ("team", id.as_bytes(), Some(organisation.as_bytes())),
    }
}

pub(super) fn party(row: &Row<'_>) -> Result<Party, rusqlite::Error> {
    let (id, organisation): ([u8; 16], Option<[u8; 16]>) = (row.get(0)?, row.get(2)?);
    column(row, 1, |kind: String| match (kind.as_str(), organisation) {
        ("person", None) => Some(Party::Person(PersonId::from_bytes(id))),
        ("organisation", None) => Some(Party::Organisation(OrganisationId::from_bytes(id))),
        ("team", Some(of)) => Some(Party::Team(TeamId::from_bytes(id), OrganisationId::from_bytes(of))),
        _ => None,
    })
}

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, rusqlite::Error> {
    let place: [u8; 32] = row.get(0)?;
    let put_right: Option<[u8; 32]> = row.get(1)?;
    Ok(Entry {
        place: Commitment::from_bytes(place),
        commitment: Commitment::from_bytes(put_right.unwrap_or(place)),
        data_subject_id: PersonId::from_bytes(row.get(2)?),
        salt: Salt::from_bytes(row.get(3)?),
        text: row.get(4)?,
    })
}
