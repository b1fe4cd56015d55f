//! The table of blocks. Everything that must know all blocks is generated from it, so that none can be forgotten: the
//! actions ([`Action`](crate::kernel::Action)), the events ([`EventData`](crate::journal::EventData)), the refusals
//! ([`Rejection`](crate::kernel::Rejection)), their schemas, and the sentences of refusals.
//!
//! A block is a folder of that name with a `Command`, an `Event`, and its refusal. To add one, add a row here;
//! `docs/architecture.md` lists the other files.

/// Passes the table to the macro of that name.
///
/// A row: the block's name in an enum, its folder, its refusal; whether a command must name its stream or may leave
/// that open, and the kinds of that stream; the descriptions of its commands, its events, and its refusal. Blocks
/// without commands come last.
macro_rules! rows {
    ($make:ident {$($work:tt)*} {$($purposes:tt)*} $($more:tt)*) => {
        $make! {
            asked {
                Operator operator OperatorRefusal May [Host]
                    "On the host's own stream." "The host's operators." "A command on the host's stream is refused.";
                Party party PartyRefusal Must [Organisation]
                    "On an organisation." "Organisations and teams." "A command on an organisation is refused.";
                $($work)*
                Person person PersonRefusal Must [Person]
                    "On a person." "A person." "A command on a person is refused.";
                Notice notice NoticeRefusal Must [Organisation]
                    "On the notices of an organisation." "Notices: what an organisation tells people about their data."
                    "A notice is refused.";
                Consent consent ConsentRefusal May [Consent]
                    "On a person's consents." "A person's consents."
                    "A consent command is refused.";
                $($purposes)*
                Redaction redaction RedactionRefusal Must [Organisation Person Process]
                    "On the public texts of a stream." "Redactions of public texts."
                    "A redaction is refused.";
                $($more)*
            }
            not_asked {
                Home home "Imports.";
            }
        }
    };
}

/// Adds the blocks that belong to processes, at their places in the order.
#[cfg(feature = "process")]
macro_rules! all_rows {
    ($make:ident $($more:tt)*) => {
        rows! {
            $make
            {
                Governance governance GovernanceRefusal Must [Process]
                    "On the rules of a process." "Roles, restrictions, approvals and the rules themselves."
                    "A command on the rules of a process is refused.";
                Process process ProcessRefusal Must [Process]
                    "On a process." "The tree of work." "A command on a process is refused.";
                Asset asset AssetRefusal Must [Process]
                    "On the assets of a process." "Assets." "A command on an asset is refused.";
                Work work WorkRefusal Must [Process]
                    "On the work of a process and the credit for it." "Work and credit."
                    "A command on work or credit is refused.";
                Rating rating RatingRefusal May [Rating]
                    "On the ratings of something." "Ratings." "A rating is refused.";
                Mandate mandate MandateRefusal Must [Mandate]
                    "On a mandate." "Mandates." "A mandate is refused.";
            }
            {
                Requirement requirement RequirementRefusal Must [Process]
                    "On the purposes that a process requires." "The purposes that a process requires."
                    "A required purpose is refused.";
            }
            $($more)*
        }
    };
}

/// A build for consents alone has none of these.
#[cfg(not(feature = "process"))]
macro_rules! all_rows {
    ($make:ident $($more:tt)*) => {
        rows! { $make {} {} $($more)* }
    };
}

#[cfg(not(toy))]
macro_rules! blocks {
    ($make:ident) => {
        all_rows! { $make }
    };
}

/// With the block that only tests have.
#[cfg(toy)]
macro_rules! blocks {
    ($make:ident) => {
        all_rows! { $make Toy toy ToyRefusal Must [Toy] "On a toy." "A toy." "A command on a toy is refused."; }
    };
}

/// Passes the table of streams to the macro of that name, which generates the state that a command applies to
/// ([`CurrentState`](crate::kernel::CurrentState)), how it is read, and how it is verified.
///
/// A row: the kind of stream with the id in its name, the name of its state in code, and that state. Those under `read`
/// are short and seldom needed, so they are read each time; those under `kept` are in memory, and a method of the
/// moment returns them. Three kinds are handled separately: a process is joined with its organisations, consents are in
/// the register, and the record of imports takes no commands.
macro_rules! stream_rows {
    ($make:ident {$($mandates:tt)*} {$($rated:tt)*} $($more:tt)*) => {
        $make! {
            read {
                Host() host crate::operator::Operators;
                $($mandates)*
                Person(id) person crate::person::Person;
                $($more)*
            }
            kept {
                Organisation(id) organisation crate::party::Organisation, organisation_stream;
                $($rated)*
            }
        }
    };
}

#[cfg(feature = "process")]
macro_rules! all_stream_rows {
    ($make:ident $($more:tt)*) => {
        stream_rows! {
            $make
            {Mandate(id) mandate std::boxed::Box<crate::mandate::Mandate>;}
            {Rating(id) rating crate::rating::Ratings, ratings_stream;}
            $($more)*
        }
    };
}

#[cfg(not(feature = "process"))]
macro_rules! all_stream_rows {
    ($make:ident $($more:tt)*) => {
        stream_rows! { $make {} {} $($more)* }
    };
}

#[cfg(not(toy))]
macro_rules! streams {
    ($make:ident) => {
        all_stream_rows! { $make }
    };
}

/// With the stream of the block that only tests have.
#[cfg(toy)]
macro_rules! streams {
    ($make:ident) => {
        all_stream_rows! { $make Toy(id) toy crate::toy::Toy; }
    };
}
