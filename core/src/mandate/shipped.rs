//! The kinds of mandates that ship with the library.

/// The kinds that ship with the library, as documents that a host can take or change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShippedKind {
    /// The Netherlands: an administrator appointed by a court, with powers by law article and action.
    CourtAdministrator,
    /// An employee who acts for their organisation.
    Employee,
    /// The European Union: a power of attorney of a company.
    EuPowerOfAttorney,
    /// Estonia: a board member who represents the company alone.
    EeBoardMember,
    /// Estonia: whom a board member lets manage the company's mandates.
    EeMandatesManager,
    /// A guardian appointed by a court.
    Guardian,
    /// Italy: receiving notifications for somebody, by a code or at the holder's request.
    ItNotifications,
    /// Latvia: an organisation that acts for a person.
    LvOrganisation,
    /// Somebody who helps a neighbour or a relative.
    NeighbourlyHelp,
    /// Norway: a client's mandate to a facilitator, who passes it on to its people.
    NoClient,
    /// A parent who acts for a child.
    Parent,
    /// Sweden: a mandate of a company by its signatory.
    SeSignatory,
}

impl ShippedKind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::CourtAdministrator,
        Self::Employee,
        Self::EuPowerOfAttorney,
        Self::EeBoardMember,
        Self::EeMandatesManager,
        Self::Guardian,
        Self::ItNotifications,
        Self::LvOrganisation,
        Self::NeighbourlyHelp,
        Self::NoClient,
        Self::Parent,
        Self::SeSignatory,
    ];

    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::CourtAdministrator => include_str!("kinds/nl-court-administrator.json"),
            Self::Employee => include_str!("kinds/employee.json"),
            Self::EuPowerOfAttorney => include_str!("kinds/eu-power-of-attorney.json"),
            Self::EeBoardMember => include_str!("kinds/ee-board-member.json"),
            Self::EeMandatesManager => include_str!("kinds/ee-mandates-manager.json"),
            Self::Guardian => include_str!("kinds/guardian.json"),
            Self::ItNotifications => include_str!("kinds/it-notifications.json"),
            Self::LvOrganisation => include_str!("kinds/lv-organisation.json"),
            Self::NeighbourlyHelp => include_str!("kinds/neighbourly-help.json"),
            Self::NoClient => include_str!("kinds/no-client.json"),
            Self::Parent => include_str!("kinds/parent.json"),
            Self::SeSignatory => include_str!("kinds/se-signatory.json"),
        }
    }
}
