//! What can be allowed: a closed set.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::types::json::{Readable, Reader};

use crate::problem::Code;
use crate::types::{ValueFault, excerpt};

macro_rules! permissions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// One thing that a party may be allowed to do.
        ///
        /// The set is closed: a governance model combines these, it cannot invent others. What belongs to a
        /// data subject alone (giving and withdrawing consent) is no permission and nobody can be given it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
        #[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
        #[repr(u8)]
        pub enum Permission {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)+
        }

        impl Permission {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

permissions! {
    /// See the process and its items.
    ProcessView = "process.view",
    /// Change the process's name and description.
    ProcessEdit = "process.edit",
    /// Administer the process: everything else, and its rules. Only ever for the whole process.
    ProcessAdminister = "process.administer",
    /// Publish the process as a good practice.
    ProcessPublish = "process.publish",
    /// Add items below.
    ItemAdd = "item.add",
    /// Change, move and link items.
    ItemEdit = "item.edit",
    /// Disable items and enable them again.
    ItemDisable = "item.disable",
    /// Set the dates of tasks.
    ItemSchedule = "item.schedule",
    /// Start a task.
    TaskStart = "task.start",
    /// Complete a task.
    TaskComplete = "task.complete",
    /// Reopen a finished task.
    TaskReopen = "task.reopen",
    /// Ask others to work on a task.
    TaskAssign = "task.assign",
    /// Let work begin although a prerequisite is unmet, with a reason.
    PrerequisiteWaive = "prerequisite.waive",
    /// Grant roles and revoke them.
    RoleGrant = "role.grant",
    /// Place restrictions and lift them.
    RestrictionPlace = "restriction.place",
    /// See assets.
    AssetView = "asset.view",
    /// Create assets.
    AssetCreate = "asset.create",
    /// Change assets.
    AssetEdit = "asset.edit",
    /// Delete assets.
    AssetDelete = "asset.delete",
    /// Claim a contribution.
    ContributionClaim = "contribution.claim",
    /// Review the contributions of others.
    ContributionReview = "contribution.review",
    /// Manage notices and what consents are asked for.
    ConsentManage = "consent.manage",
}

impl Permission {
    /// Work: what unmet prerequisites hold back.
    #[must_use]
    pub const fn is_work(self) -> bool {
        PermissionSet::WORK.contains(self)
    }

    /// Whether it stays possible on a disabled item: such items are readable and governable, not workable.
    #[must_use]
    pub const fn survives_disabling(self) -> bool {
        PermissionSet::SURVIVES_DISABLING.contains(self)
    }

    /// Whether it stays possible in a process that was closed: it is read, and nothing in it changes.
    #[must_use]
    pub const fn survives_closing(self) -> bool {
        PermissionSet::SURVIVES_CLOSING.contains(self)
    }

    const fn bit(self) -> u32 {
        1 << self as u8
    }
}

interlink_values::words!(Permission);

impl FromStr for Permission {
    type Err = ValueFault;

    fn from_str(name: &str) -> Result<Self, ValueFault> {
        Self::from_name(name).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|known| known.as_str()).collect();
            let message = format!("“{}” is none of: {}.", excerpt(name), names.join(", "));
            ValueFault::new(Code::PermissionUnknown, message)
        })
    }
}

impl Permission {
    /// How a sentence calls it, in English.
    pub(crate) const fn words(self) -> &'static str {
        self.as_str()
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of permissions; in JSON a list of their names, in the order of [`Permission::ALL`], none twice.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PermissionSet(u32);

impl PermissionSet {
    /// None.
    pub const EMPTY: Self = Self(0);
    /// Every permission there is.
    pub const ALL: Self = Self::of(Permission::ALL);
    /// What unmet prerequisites hold back.
    pub const WORK: Self = Self::of(&[
        Permission::TaskStart,
        Permission::TaskComplete,
        Permission::AssetCreate,
        Permission::ContributionClaim,
    ]);

    /// What stays possible on a disabled item.
    pub const SURVIVES_DISABLING: Self = Self::of(&[
        Permission::ProcessView,
        Permission::ProcessEdit,
        Permission::ProcessAdminister,
        Permission::ProcessPublish,
        Permission::ItemDisable,
        Permission::RoleGrant,
        Permission::RestrictionPlace,
        Permission::AssetView,
        Permission::ConsentManage,
    ]);

    /// What stays possible in a process that was closed.
    pub const SURVIVES_CLOSING: Self = Self::of(&[Permission::ProcessView, Permission::AssetView]);

    /// A set of these.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::governance::{Permission, PermissionSet};
    /// let work = PermissionSet::of(&[Permission::TaskStart, Permission::TaskComplete]);
    /// assert!(work.contains(Permission::TaskStart) && !work.contains(Permission::RoleGrant));
    /// ```
    #[must_use]
    pub const fn of(permissions: &[Permission]) -> Self {
        let mut bits = 0;
        let mut rest = permissions;
        while let [first, others @ ..] = rest {
            bits |= first.bit();
            rest = others;
        }
        Self(bits)
    }

    /// Whether the permission is in it.
    #[must_use]
    pub const fn contains(self, permission: Permission) -> bool {
        self.0 & permission.bit() != 0
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this and not in the other.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The permissions in it, in order.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |permission| self.contains(*permission))
    }
}

impl FromIterator<Permission> for PermissionSet {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        permissions.into_iter().fold(Self::EMPTY, |set, permission| Self(set.0 | permission.bit()))
    }
}

impl fmt::Debug for PermissionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for PermissionSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

crate::types::json::deserialized!(PermissionSet);

impl Readable for PermissionSet {
    fn read(reader: &mut Reader<'_>) -> Self {
        let at = reader.at();
        let names = Vec::<Permission>::read(reader);
        let set: Self = names.iter().copied().collect();
        if set.iter().count() != names.len() {
            reader.refuse(at, &ValueFault::new(Code::JsonDuplicateKey, "A permission is named twice."));
        }
        set
    }
}

#[cfg(feature = "json-schema")]
impl schemars::JsonSchema for PermissionSet {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PermissionSet".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let item = generator.subschema_for::<Permission>();
        schemars::json_schema!({ "type": "array", "items": item, "uniqueItems": true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::json;

    #[test]
    fn sets_read_and_write_names_in_order() {
        let set: PermissionSet = json::own(r#"["task.start","process.view"]"#).unwrap();
        assert_eq!(serde_json::to_string(&set).unwrap(), r#"["process.view","task.start"]"#);
        assert!(json::own::<PermissionSet>(r#"["task.start","task.start"]"#).is_err());
        assert!(json::own::<PermissionSet>(r#"["task.begin"]"#).is_err());
    }

    #[test]
    fn a_disabled_item_is_not_workable() {
        assert!(PermissionSet::WORK.iter().all(|permission| !permission.survives_disabling()));
        assert_eq!(PermissionSet::ALL.iter().count(), Permission::ALL.len());
    }
}
