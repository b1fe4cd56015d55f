//! The derive macros of `interlink`.
//!
//! `#[derive(Refusal)]`: what a refusal says, as a sentence with its facts.
//!
//! `#[derive(Readable)]`: how a type is read from JSON, by `interlink`'s own reader. It reads what `#[derive(Serialize)]` of serde
//! writes, and takes serde's attributes at their word, so that a type says once what it looks like: `rename`,
//! `rename_all = "snake_case"`, `default`, `skip`, `transparent` and `from`; what is not always written (`skip_serializing_if`) may be
//! left out. What else is said there about writing is passed over; `deny_unknown_fields` is how it always is. For types of the
//! host's own that hold one it is read by serde as well, and goes through the same reader.
//!
//! `#[derive(Made)]`: `new`, with the fields that may not be left out; `#[derive(Unmade)]` stands where there is none.
#![forbid(unsafe_code)]

mod attributes;
mod refusal;

use attributes::{Attributes, snake_case};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, FieldsNamed, Variant, parse_macro_input};

/// Reads the type from JSON.
#[proc_macro_derive(Readable, attributes(serde))]
pub fn readable(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// Says what a refusal says: its code, its sentence and the facts in that, by `#[error(Code, "…{fact}…")]`.
#[proc_macro_derive(Refusal, attributes(error, from))]
pub fn refusal(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    refusal::expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// Makes one from the fields that may not be left out.
#[proc_macro_derive(Made, attributes(serde))]
pub fn made(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    make(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// Makes nothing: for what nobody makes but the library.
#[proc_macro_derive(Unmade, attributes(serde))]
pub fn unmade(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    proc_macro::TokenStream::new()
}

fn make(input: &DeriveInput) -> Result<TokenStream, Error> {
    let (name, Data::Struct(data)) = (&input.ident, &input.data) else {
        return Err(Error::new_spanned(&input.ident, "only objects are made"));
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
        true => "Nothing has to be said; set what else is.",
        false => "With what may not be left out, in the order of the fields; set what else there is.",
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
            _ => return Err(Error::new_spanned(name, "only objects and newtypes are read")),
        },
        (Data::Enum(data), None) => variants(data.variants.iter(), &attributes)?,
        (Data::Union(_), None) => return Err(Error::new_spanned(name, "unions are not read")),
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

/// An object of fields, in the order of their names. What is hashed is declared in that order as well; views are declared, and so
/// written, in the order in which people read them, and come to the reader with their members sorted.
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

/// A variant: its name as a text, or as the one member of an object with its content.
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
                return Err(Error::new_spanned(variant, "a variant has one content, or fields with names"));
            }
            Fields::Named(fields) => object(fields, &quote!(Self::#ident), false)?,
        };
        // Whatever could not be read is no variant, and stands for none: the reader says so in the end.
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

/// A name as it is written, without the sign that it is no keyword.
fn plain(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").unwrap_or(&text).to_owned()
}
