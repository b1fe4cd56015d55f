//! The notices of the simulated organisations.

use super::handler::{english, word};
use interlink::kernel::Error;
use interlink::notice::{
    Automation, Body, Collection, DataItem, Enrolled, LawfulBasis, Necessity, Notice, NoticeDocument,
    NoticeMark, Purpose, Recipient, RecipientRole, Retention, Storage, Transfer, Withdrawal,
};
use interlink::party::StakeholderKind;
use interlink::types::Language;

/// The purpose that some processes require: taking part. Based on consent.
pub(super) const TAKING_PART: &str = "taking-part";
/// A newsletter, sent by a printing house. Based on consent.
pub(super) const NEWS: &str = "news";
/// Planning ahead, to which people can object.
pub(super) const PLANNING: &str = "planning";
/// The recipient of data for the newsletter.
pub(super) const PRINTER: &str = "printer";

/// A country code that belongs to no country (ISO 3166-1 leaves it to its users).
const NOWHERE: &str = "XX";

/// The complete notice of an organisation. All of it is made up and says so.
pub(super) fn notice(name: &str, kind: StakeholderKind) -> Result<Notice, Error> {
    let public = kind == StakeholderKind::PublicAdministration;
    let body = |what: &str| {
        Ok::<_, Error>(Body {
            address: Some(english("An address that was made up")?),
            contact: Some(word(&format!("mailto:privacy@{name}.example"))?),
            email: None,
            name: english(what)?,
            organisation: None,
            phone: None,
            uri: None,
        })
    };
    let basis = if public { LawfulBasis::PublicTask } else { LawfulBasis::LegitimateInterest };
    let planning = Purpose {
        interest: if public { None } else { Some(english("Knowing what people need (made up)")?) },
        law: if public { Some(english("A law on planning (made up)")?) } else { None },
        ..purpose(PLANNING, basis, "Name")?
    };
    let news =
        Purpose { recipients: vec![word(PRINTER)?], ..purpose(NEWS, LawfulBasis::Consent, "EmailAddress")? };
    let document = NoticeDocument {
        authority: Some(body("A data protection authority (made up)")?),
        child_ages: Vec::new(),
        collection: Some(Collection::DataSubject {}),
        controllers: vec![body(name)?],
        document: NoticeMark::Notice,
        id: word("simulated")?,
        joint_arrangement: None,
        jurisdiction: word(NOWHERE)?,
        languages: vec![Language::english()],
        officer: Some(body("A data protection officer (made up)")?),
        purposes: vec![purpose(TAKING_PART, LawfulBasis::Consent, "Name")?, news, planning],
        recipients: Some(vec![Recipient {
            address: Some(english("An address that was made up")?),
            contact: Some(word("mailto:office@printer.example")?),
            country: word(NOWHERE)?,
            id: word(PRINTER)?,
            name: english("A printing house (made up)")?,
            organisation: Some(Enrolled::Outside),
            recipient_role: Some(RecipientRole::Processor),
            transfer: Some(ground()?),
            uri: None,
        }]),
        renews: Vec::new(),
        rewords: Vec::new(),
        rights_at: Some(word(&format!("https://{name}.example/rights"))?),
        notify_within_days: Some(14),
        text: english("This notice was made up for a simulation. Nobody's data are processed.")?,
        title: english("Taking part (simulated)")?,
        uri: word(&format!("https://{name}.example/notices/1"))?,
        version: 1,
        withdrawal: Some(Withdrawal {
            uri: word(&format!("https://{name}.example/withdraw"))?,
            how: english("With one click.")?,
        }),
    };
    Ok(Notice::new(document)?)
}

/// The ground for transfers, to no country.
fn ground() -> Result<Transfer, Error> {
    Ok(Transfer { ground: word("A45-3")?, text: english("A ground for the transfer (made up)")? })
}

fn purpose(id: &str, basis: LawfulBasis, category: &str) -> Result<Purpose, Error> {
    let free = basis == LawfulBasis::Consent;
    Ok(Purpose {
        automated_decisions: None,
        automation: Automation::None,
        basis,
        condition: None,
        data: vec![DataItem {
            category: word(category)?,
            criminal: false,
            necessity: Necessity::Required,
            special: false,
        }],
        data_subject_categories: vec![word("Citizen")?],
        despite_processing_restriction: None,
        description: english(format!("What {id} is for (made up)."))?,
        freely_given: if free { Some(english("Every service is there without it.")?) } else { None },
        id: word(id)?,
        impact_assessment: None,
        interest: None,
        law: None,
        name: english(id)?,
        obligation: None,
        processing: vec![word("Collect")?, word("Store")?, word("Use")?],
        processing_at: None,
        recipients: Vec::new(),
        rights: Vec::new(),
        storage: Some(Storage {
            places: vec![word(NOWHERE)?],
            retention: Retention::Days(730),
            transfer: Some(ground()?),
        }),
        term: word("ServiceProvision")?,
        until_events: Vec::new(),
        valid_days: None,
        within: None,
    })
}
