//! The serde attributes that affect reading.

use syn::{Attribute, Error, LitStr, Token, Type};

/// The attributes of a type, a field or a variant.
#[derive(Default)]
pub(crate) struct Attributes {
    /// A missing field is the default of its type.
    pub(crate) default: bool,
    /// The field is neither written nor read: it is the default of its type.
    pub(crate) skip: bool,
    /// The field is not always written, so it may be missing: then it is the default of its type.
    pub(crate) sometimes: bool,
    /// The value is converted from this type.
    pub(crate) from: Option<Type>,
    pub(crate) rename: Option<String>,
    /// Variant names are in snake case.
    pub(crate) snake_case: bool,
}

impl Attributes {
    pub(crate) fn of(attributes: &[Attribute]) -> Result<Self, Error> {
        let mut found = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                let text = |meta: &syn::meta::ParseNestedMeta<'_>| meta.value()?.parse::<LitStr>();
                if meta.path.is_ident("default") {
                    if meta.input.peek(Token![=]) {
                        return Err(meta.error("only the default of the type is supported"));
                    }
                    found.default = true;
                } else if meta.path.is_ident("from") {
                    found.from = Some(text(&meta)?.parse()?);
                } else if meta.path.is_ident("rename") {
                    found.rename = Some(text(&meta)?.value());
                } else if meta.path.is_ident("rename_all") {
                    let case = text(&meta)?;
                    if case.value() != "snake_case" {
                        return Err(Error::new_spanned(case, "only snake_case is supported"));
                    }
                    found.snake_case = true;
                } else if meta.path.is_ident("skip") {
                    found.skip = true;
                } else if meta.path.is_ident("skip_serializing_if") {
                    found.sometimes = true;
                    text(&meta)?;
                } else if meta.path.is_ident("into") {
                    text(&meta)?;
                } else if !["deny_unknown_fields", "transparent"].iter().any(|name| meta.path.is_ident(name))
                {
                    return Err(meta.error("this attribute is not supported"));
                }
                Ok(())
            })?;
        }
        Ok(found)
    }
}

/// `InProgress` as `in_progress`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (nth, sign) in name.char_indices() {
        if sign.is_uppercase() && nth > 0 {
            snake.push('_');
        }
        snake.extend(sign.to_lowercase());
    }
    snake
}
