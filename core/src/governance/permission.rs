//! Permissions: a closed set.

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
        /// The set is closed: a governance model combines these and cannot invent others. What belongs to the data
        /// subject alone (giving and withdrawing consent) is not a permission, and nobody can be given it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
        #[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
        #[repr(u8)]
        pub enum Permission {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)+
        }

        impl Permission {
            /// All permissions, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in JSON.
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
    /// Waive an unmet prerequisite, with a reason, so that work can begin.
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
    /// Manage notices and the purposes for which consent is requested.
    ConsentManage = "consent.manage",
}

impl Permission {
    /// Whether it is work, which unmet prerequisites block.
    #[must_use]
    pub const fn is_work(self) -> bool {
        PermissionSet::WORK.contains(self)
    }

    /// Whether it remains possible on a disabled item: such items can be read and governed, but not worked on.
    #[must_use]
    pub const fn survives_disabling(self) -> bool {
        PermissionSet::SURVIVES_DISABLING.contains(self)
    }

    /// Whether it remains possible in a closed process, which can only be read.
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
    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        self.as_str()
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of permissions; in JSON a list of names without duplicates, in the order of [`Permission::ALL`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PermissionSet(u32);

impl PermissionSet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);
    /// Every permission.
    pub const ALL: Self = Self::of(Permission::ALL);
    /// The permissions that unmet prerequisites block.
    pub const WORK: Self = Self::of(&[
        Permission::TaskStart,
        Permission::TaskComplete,
        Permission::AssetCreate,
        Permission::ContributionClaim,
    ]);

    /// The permissions that remain possible on a disabled item.
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

    /// The permissions that remain possible in a closed process.
    pub const SURVIVES_CLOSING: Self = Self::of(&[Permission::ProcessView, Permission::AssetView]);

    /// A set of these permissions.
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

    /// Whether the set contains the permission.
    #[must_use]
    pub const fn contains(self, permission: Permission) -> bool {
        self.0 & permission.bit() != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The permissions in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The permissions in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The permissions in this set but not in the other.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The permissions of the set, in order.
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
