//! The derive macros of `interlink`.
//!
//! `#[derive(Refusal)]`: the message of a refusal, as a sentence with its facts.
//!
//! `#[derive(Readable)]`: reads a type from JSON with `interlink`'s own reader. It reads what serde's
//! `#[derive(Serialize)]` writes and follows serde's attributes, so that a type is described once: `rename`,
//! `rename_all = "snake_case"`, `default`, `skip`, `transparent` and `from`; fields that are not always written
//! (`skip_serializing_if`) may be missing. Other attributes about writing are ignored; `deny_unknown_fields` always
//! applies. The type also gets serde's `Deserialize`, through the same reader, for the host's own types that contain
//! one.
//!
//! `#[derive(Made)]`: a `new` with the required fields; `#[derive(Unmade)]` marks types without one.
#![forbid(unsafe_code)]

mod attributes;
mod refusal;

use attributes::{Attributes, snake_case};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, FieldsNamed, Variant, parse_macro_input};

/// Implements reading from JSON.
#[proc_macro_derive(Readable, attributes(serde))]
pub fn readable(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// Implements the message of a refusal: its code, its sentence and the facts in it, by `#[error(Code, "…{fact}…")]`.
#[proc_macro_derive(Refusal, attributes(error, from))]
pub fn refusal(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    refusal::expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// Implements `new` with the required fields.
#[proc_macro_derive(Made, attributes(serde))]
pub fn made(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    make(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// Implements nothing: for types that only the library makes.
#[proc_macro_derive(Unmade, attributes(serde))]
pub fn unmade(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    proc_macro::TokenStream::new()
}

fn make(input: &DeriveInput) -> Result<TokenStream, Error> {
    let (name, Data::Struct(data)) = (&input.ident, &input.data) else {
        return Err(Error::new_spanned(&input.ident, "only structs can have `new`"));
    };
    let (mut wanted, mut all) = (Vec::new(), Vec::new());
    for field in &data.fields {
        let (Some(ident), ty) = (&field.ident, &field.ty) else { continue };
        if Attributes::of(&field.attrs)?.default {
            all.push(quote!(#ident: Default::default()));
        } else {
            wanted.push(quote!(#ident: #ty));
            all.push(quote!(#ident));
        }
    }
    let doc = match wanted.is_empty() {
        true => "All fields are optional; set the ones that are needed.",
        false => "Takes the required fields, in order; set the optional ones that are needed.",
    };
    Ok(quote! {
        impl #name {
            #[doc = #doc]
            #[must_use]
            pub fn new(#(#wanted),*) -> Self {
                Self { #(#all),* }
            }
        }
    })
}

fn expand(input: &DeriveInput) -> Result<TokenStream, Error> {
    let name = &input.ident;
    let attributes = Attributes::of(&input.attrs)?;
    let body = match (&input.data, &attributes.from) {
        (_, Some(from)) => quote!(Self::from(<#from as ::interlink_values::json::Readable>::read(reader))),
        (Data::Struct(data), None) => match &data.fields {
            Fields::Named(fields) => object(fields, &quote!(Self), attributes.default)?,
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                quote!(Self(::interlink_values::json::Readable::read(reader)))
            }
            _ => {
                return Err(Error::new_spanned(
                    name,
                    "only structs with named fields and newtypes can be read",
                ));
            }
        },
        (Data::Enum(data), None) => variants(data.variants.iter(), &attributes)?,
        (Data::Union(_), None) => return Err(Error::new_spanned(name, "unions cannot be read")),
    };
    Ok(quote! {
        impl ::interlink_values::json::Readable for #name {
            fn read(reader: &mut ::interlink_values::json::Reader<'_>) -> Self {
                #body
            }
        }

        impl<'de> serde::Deserialize<'de> for #name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                ::interlink_values::json::deserialize(deserializer)
            }
        }
    })
}

/// Reads an object of fields, ordered by name. Hashed types are declared in that order as well; views are declared, and
/// so written, in the order in which people read them, and the reader gets their members sorted.
fn object(fields: &FieldsNamed, path: &TokenStream, all_default: bool) -> Result<TokenStream, Error> {
    let (mut members, mut skipped) = (Vec::new(), Vec::new());
    for field in &fields.named {
        let Some(ident) = &field.ident else { continue };
        let attributes = Attributes::of(&field.attrs)?;
        if attributes.skip {
            skipped.push(ident);
            continue;
        }
        let read = if attributes.default || attributes.sometimes || all_default {
            quote!(fields.or_default(reader))
        } else {
            quote!(fields.get(reader))
        };
        members.push((attributes.rename.unwrap_or_else(|| plain(ident)), quote!(#ident: #read)));
    }
    members.sort_by(|(one, _), (other, _)| one.cmp(other));
    let (names, reads): (Vec<_>, Vec<_>) = members.into_iter().unzip();
    let names = names.join(",");
    Ok(quote! {{
        let mut fields = reader.object(#names);
        let value = #path { #(#reads,)* #(#skipped: Default::default()),* };
        fields.end(reader);
        value
    }})
}

/// Reads a variant: its name as a string, or as the only member of an object with its content.
fn variants<'a>(
    all: impl ExactSizeIterator<Item = &'a Variant>,
    attributes: &Attributes,
) -> Result<TokenStream, Error> {
    let last = all.len().saturating_sub(1);
    let (mut names, mut arms) = (Vec::new(), Vec::new());
    for (nth, variant) in all.enumerate() {
        let ident = &variant.ident;
        let own = Attributes::of(&variant.attrs)?;
        let plain = if attributes.snake_case { snake_case(&ident.to_string()) } else { ident.to_string() };
        let content = if matches!(variant.fields, Fields::Unit) { "" } else { ":" };
        names.push(format!("{}{content}", own.rename.unwrap_or(plain)));
        let content = match &variant.fields {
            Fields::Unit => quote!(Self::#ident),
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                quote!(Self::#ident(::interlink_values::json::Readable::read(reader)))
            }
            Fields::Unnamed(_) => {
                return Err(Error::new_spanned(variant, "a variant must have one value or named fields"));
            }
            Fields::Named(fields) => object(fields, &quote!(Self::#ident), false)?,
        };
        // If nothing valid was read, any variant stands in for it: the reader reports the fault in the end.
        let pattern = if nth == last { quote!(_) } else { quote!(#nth) };
        arms.push(quote!(#pattern => #content));
    }
    let names = names.join(",");
    if !names.contains(':') {
        return Ok(quote! { match reader.word_of(#names) { #(#arms,)* } });
    }
    Ok(quote! {{
        let variant = reader.variant(#names);
        let value = match variant.which { #(#arms,)* };
        variant.end(reader);
        value
    }})
}

/// A name as it is written, without the raw-identifier prefix.
fn plain(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").unwrap_or(&text).to_owned()
}
