//! The message of a refusal: its sentence, and the facts in it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Data, DeriveInput, Error, Expr, Fields, LitStr, Token, Type, Variant};

/// The placeholder that is filled by whoever reports the sentence.
const LATER: &str = "subject";

/// `#[error(transparent)]`, or `#[error(Code, "…{name}…", name = value)]`, with `which:` before the sentence if one
/// code has several.
enum Words {
    Transparent,
    Sentence { code: Ident, which: String, english: LitStr, given: Vec<(Ident, Expr)> },
}

impl Parse for Words {
    fn parse(input: ParseStream<'_>) -> Result<Self, Error> {
        let code: Ident = input.parse()?;
        if code == "transparent" {
            return Ok(Self::Transparent);
        }
        input.parse::<Token![,]>()?;
        let mut which = String::new();
        if input.peek(syn::Ident) {
            which = input.parse::<Ident>()?.to_string();
            input.parse::<Token![:]>()?;
        }
        let (english, mut given) = (input.parse()?, Vec::new());
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            given.push((name, input.parse()?));
        }
        Ok(Self::Sentence { code, which, english, given })
    }
}

#[derive(Default)]
struct Arms {
    sentences: Vec<TokenStream>,
    codes: Vec<TokenStream>,
    said: Vec<TokenStream>,
    from: Vec<TokenStream>,
}

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream, Error> {
    let name = &input.ident;
    let Data::Enum(data) = &input.data else {
        return Err(Error::new_spanned(name, "a refusal must be an enum"));
    };
    let mut arms = Arms::default();
    for variant in &data.variants {
        arms.add(name, variant)?;
    }
    let Arms { sentences, codes, said, from } = arms;
    let test = format_ident!("wording_of_{}", crate::attributes::snake_case(&name.to_string()));
    Ok(quote! {
        impl #name {
            /// All its sentences.
            pub const SENTENCES: &'static [::interlink_values::wording::Sentence] = &[#(#sentences,)*];

            /// The stable code.
            #[must_use]
            pub fn code(&self) -> ::interlink_values::Code {
                match self { #(#codes,)* }
            }

            /// The message.
            pub fn said(&self) -> ::interlink_values::wording::Said {
                match self { #(#said,)* }
            }
        }

        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.said(), f)
            }
        }

        impl ::std::error::Error for #name {}

        impl ::interlink_values::wording::AsFact for #name {
            fn fact(&self) -> ::interlink_values::wording::Fact {
                ::interlink_values::wording::AsFact::fact(&self.said())
            }
        }

        #(#from)*

        #[cfg(test)]
        mod #test {
            #[test]
            fn is_among_the_sentences_of_its_crate() {
                let all = crate::sentences();
                assert!(super::#name::SENTENCES.iter().all(|one| all.contains(&one)));
            }
        }
    })
}

impl Arms {
    fn add(&mut self, name: &Ident, variant: &Variant) -> Result<(), Error> {
        let Some(attribute) = variant.attrs.iter().find(|attribute| attribute.path().is_ident("error"))
        else {
            return Err(Error::new_spanned(variant, "a refusal must have a sentence"));
        };
        let cfg: Vec<&Attribute> = variant.attrs.iter().filter(|a| a.path().is_ident("cfg")).collect();
        let ident = &variant.ident;
        let any = match &variant.fields {
            Fields::Unit => quote!(Self::#ident),
            Fields::Unnamed(_) => quote!(Self::#ident(..)),
            Fields::Named(_) => quote!(Self::#ident { .. }),
        };
        if let Some(inner) = from_of(variant) {
            self.from.push(quote! {
                #(#cfg)*
                impl From<#inner> for #name {
                    fn from(inner: #inner) -> Self { Self::#ident(inner) }
                }
            });
        }
        let (code, which, english, given) = match attribute.parse_args::<Words>()? {
            // A fault of a file is reported with the file.
            Words::Transparent if matches!(variant.fields, Fields::Named(_)) => {
                self.codes.push(quote!(#(#cfg)* Self::#ident { fault, .. } => fault.code()));
                self.said.push(quote!(#(#cfg)* Self::#ident { fault, file } => fault.said().of_file(file)));
                return Ok(());
            }
            Words::Transparent => {
                self.codes.push(quote!(#(#cfg)* Self::#ident(inner) => inner.code()));
                self.said.push(quote!(#(#cfg)* Self::#ident(inner) => inner.said()));
                return Ok(());
            }
            Words::Sentence { code, which, english, given } => (code, which, english, given),
        };
        let names = names(&english)?;
        let is_given = |name: &String| given.iter().any(|(known, _)| known == name);
        let put: Vec<Ident> = names
            .iter()
            .filter(|name| *name != LATER && !is_given(name))
            .map(|name| Ident::new(name, english.span()))
            .collect();
        // The value of a placeholder may use any of the fields.
        let pattern = match &variant.fields {
            Fields::Unit => quote!(Self::#ident),
            Fields::Unnamed(_) => match (put.first(), given.is_empty()) {
                (Some(only), _) => quote!(Self::#ident(#only)),
                (None, true) => quote!(Self::#ident(..)),
                (None, false) => quote!(Self::#ident(it)),
            },
            Fields::Named(fields) => {
                let used = fields.named.iter().filter_map(|field| field.ident.as_ref());
                let values = given.iter().map(|(_, value)| value);
                let text = quote!(#(#put)* #(#values)*).to_string();
                let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
                let used = used.filter(|field| words.clone().any(|word| *field == word));
                quote!(Self::#ident { #(#used,)* .. })
            }
        };
        let (texts, values): (Vec<_>, Vec<_>) = put
            .iter()
            .map(|name| (name.to_string(), quote!(#name)))
            .chain(given.iter().map(|(name, value)| (name.to_string(), quote!(&#value))))
            .unzip();
        self.sentences.push(quote! {
            #(#cfg)* ::interlink_values::wording::Sentence {
                code: ::interlink_values::Code::#code, which: #which, english: #english,
                help: ::interlink_values::Code::#code.help(),
            }
        });
        self.codes.push(quote!(#(#cfg)* #any => ::interlink_values::Code::#code));
        self.said.push(quote! {
            #(#cfg)* #pattern => {
                const SENTENCE: &::interlink_values::wording::Sentence = &::interlink_values::wording::Sentence {
                    code: ::interlink_values::Code::#code, which: #which, english: #english,
                    help: ::interlink_values::Code::#code.help(),
                };
                ::interlink_values::wording::Said::new(
                    SENTENCE,
                    vec![#((#texts, ::interlink_values::wording::AsFact::fact(#values)),)*],
                )
            }
        });
        Ok(())
    }
}

/// The type that the variant wraps with `#[from]`.
fn from_of(variant: &Variant) -> Option<&Type> {
    let Fields::Unnamed(fields) = &variant.fields else { return None };
    let field = fields.unnamed.first()?;
    field.attrs.iter().any(|attribute| attribute.path().is_ident("from")).then_some(&field.ty)
}

/// The placeholders of a sentence.
fn names(english: &LitStr) -> Result<Vec<String>, Error> {
    let (text, mut names) = (english.value(), Vec::new());
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err(Error::new_spanned(english, "a brace is not closed"));
        };
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            return Err(Error::new_spanned(english, "a placeholder must be a name in lower case"));
        }
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = after;
    }
    Ok(names)
}
