//! The table of blocks. Whatever has to know all of them is made from it, so that none can be forgotten: what can be asked
//! ([`Action`](crate::kernel::Action)), what can have happened ([`EventData`](crate::journal::EventData)), what is refused
//! ([`Rejection`](crate::kernel::Rejection)), their schemas, and the sentences of their refusals.
//!
//! A block is a folder of that name with a `Command`, an `Event`, and its refusal. To add one, add a row here; `docs/architecture.md` lists the other files.

/// Hands the table to the macro of that name.
///
/// A row: the block's name in an enum, its folder, its refusal; whether a command must say which stream it is for or may leave
/// that open, and of which kinds that stream is; what its commands ask for, what its events say, and what its refusal means. Blocks
/// that nothing is asked of stand behind.
macro_rules! rows {
    ($make:ident $($more:tt)*) => {
        $make! {
            asked {
                Operator operator OperatorRefusal May [Host]
                    "Of the host's own stream." "Who speaks for the host." "The host's stream says no.";
                Party party PartyRefusal Must [Organisation]
                    "Of an organisation." "Organisations and teams." "An organisation says no.";
                Governance governance GovernanceRefusal Must [Process]
                    "Of the rules of a process." "Roles, restrictions, approvals and the rules themselves."
                    "The rules of a process say no.";
                Process process ProcessRefusal Must [Process]
                    "Of a process." "The tree of work." "A process says no.";
                Asset asset AssetRefusal Must [Process]
                    "Of the assets of a process." "Assets." "An asset is refused.";
                Work work WorkRefusal Must [Process]
                    "Of the work of a process and the credit for it." "Work and credit."
                    "Work or credit is refused.";
                Rating rating RatingRefusal May [Rating]
                    "Of the ratings of something." "Ratings." "A rating is refused.";
                Person person PersonRefusal Must [Person]
                    "Of a person." "A person." "A person's stream says no.";
                Notice notice NoticeRefusal Must [Organisation]
                    "Of the notices of an organisation." "What an organisation tells people about their data."
                    "A notice is refused.";
                Consent consent ConsentRefusal May [Consent]
                    "Of what a person wants done with their data." "What a person wants done with their data."
                    "What somebody is to have said is refused.";
                Requirement requirement RequirementRefusal Must [Process]
                    "Of what a process requires of that." "What a process requires of that."
                    "A required purpose is refused.";
                Redaction redaction RedactionRefusal Must [Organisation Person Process]
                    "Of the public texts of a stream." "Words taken out of public texts."
                    "Words are not taken out.";
                $($more)*
            }
            not_asked {
                Home home "What came from elsewhere.";
            }
        }
    };
}

#[cfg(not(toy))]
macro_rules! blocks {
    ($make:ident) => {
        rows! { $make }
    };
}

/// With the block that only the tests have.
#[cfg(toy)]
macro_rules! blocks {
    ($make:ident) => {
        rows! { $make Toy toy ToyRefusal Must [Toy] "Of a toy." "A toy." "A toy says no."; }
    };
}

/// Hands the table of streams to the macro of that name: from it are made the state that a command meets
/// ([`CurrentState`](crate::kernel::CurrentState)), how that is read, and how it is verified.
///
/// A row: the kind of stream with the id in its name, how the code calls its state, and that state. Those under `read` are short
/// and seldom asked for, so they are read each time; those under `kept` are in memory, and the moment's method gives them. Three
/// stand in no table, since nothing is like them: a process is joined with its organisations, what a person wants is in the
/// register of everybody, and no command is for what was imported.
macro_rules! stream_rows {
    ($make:ident $($more:tt)*) => {
        $make! {
            read {
                Host() host crate::operator::Operators;
                Person(id) person crate::person::Person;
                $($more)*
            }
            kept {
                Organisation(id) organisation crate::party::Organisation, organisation_stream;
                Rating(id) rating crate::rating::Ratings, ratings_stream;
            }
        }
    };
}

#[cfg(not(toy))]
macro_rules! streams {
    ($make:ident) => {
        stream_rows! { $make }
    };
}

/// With the stream of the block that only the tests have.
#[cfg(toy)]
macro_rules! streams {
    ($make:ident) => {
        stream_rows! { $make Toy(id) toy crate::toy::Toy; }
    };
}
