//! Commands and events are written as `{"type": …, "data": …}`. One macro gives each block its closed sets of both.

/// Declares an enum whose variants each have a dotted type name and a data struct, and the structs.
///
/// Every struct refuses unknown fields and can be compared, printed and serialised. Serialising the enum gives the data
/// alone; the envelope around it writes the type. Fields are in alphabetical order, which is canonical order (RFC 8785
/// §3.2.3). A command's `new` takes its required fields.
macro_rules! tagged {
    ($(#[$doc:meta])* pub enum Command { $($body:tt)+ }) => {
        $crate::kernel::tagged! { Made: $(#[$doc])* pub enum Command { $($body)+ } }
    };
    ($(#[$doc:meta])* pub enum Event { $($body:tt)+ }) => {
        $crate::kernel::tagged! { Unmade: $(#[$doc])* pub enum Event { $($body)+ } }
    };
    ($made:ident: $(#[$doc:meta])* pub enum $name:ident {
        $($(#[$variant_doc:meta])* $tag:literal $variant:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $ty:ty,)*
        })+
    }) => {
        $(
            $(#[$variant_doc])*
            #[derive(
                Debug, Clone, PartialEq, Eq, serde::Serialize, $crate::types::json::Readable, interlink_derive::$made,
            )]
            #[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
            #[serde(deny_unknown_fields)]
            pub struct $variant {
                $($(#[$field_meta])* pub $field: $ty,)*
            }
        )+

        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $tag, "`: see [`", stringify!($variant), "`].")] $variant($variant),)+
        }

        impl $name {
            /// The type names of the whole set.
            pub const TYPES: &'static [&'static str] = &[$($tag),+];

            /// The type name: dotted, the block first.
            #[must_use]
            pub const fn type_name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $tag),+ }
            }

            /// The JSON Schema of each type's data.
            #[cfg(feature = "json-schema")]
            pub(crate) fn data_schemas(
                generator: &mut schemars::SchemaGenerator,
            ) -> Vec<(&'static str, schemars::Schema)> {
                vec![$(($tag, generator.subschema_for::<$variant>())),+]
            }

            /// Reads the data of a type; `None` if the type is not of this set.
            pub(crate) fn read(type_name: &str, reader: &mut $crate::types::json::Reader<'_>) -> Option<Self> {
                match type_name {
                    $($tag => Some(Self::$variant($crate::types::json::Readable::read(reader))),)+
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$variant(data) => data.serialize(serializer)),+ }
            }
        }

        $(impl From<$variant> for $name {
            fn from(data: $variant) -> Self {
                Self::$variant(data)
            }
        })+

        $crate::kernel::acts!($name: $($variant)+);
    };
}
pub(crate) use tagged;

/// Makes the data of a command an action by itself, for every block; events are not actions.
macro_rules! acts {
    (Command: $($variant:ident)+) => {
        $(impl From<$variant> for $crate::kernel::Action {
            fn from(data: $variant) -> Self {
                Command::$variant(data).into()
            }
        })+
    };
    (Event: $($variant:ident)+) => {};
}
pub(crate) use acts;
