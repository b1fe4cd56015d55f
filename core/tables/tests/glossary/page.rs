//! The glossary as rows.

/// Which table a row is of, by its first column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A command and its event, or either alone.
    Act,
    Permission,
    Word,
    Type,
    /// A format of others, with the schemas that are written in its words.
    Format,
}

impl Kind {
    fn of(column: &str) -> Option<Self> {
        match column {
            "command" => Some(Self::Act),
            "permission" => Some(Self::Permission),
            "word" => Some(Self::Word),
            "name" => Some(Self::Type),
            "format" => Some(Self::Format),
            _ => None,
        }
    }

    fn columns(self) -> usize {
        match self {
            Self::Act => 5,
            Self::Word => 4,
            Self::Permission | Self::Type | Self::Format => 3,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) section: String,
    pub(crate) kind: Kind,
    pub(crate) cells: Vec<String>,
}

impl Row {
    /// The word that the row is about; of an event without a command, the event.
    pub(crate) fn word(&self) -> String {
        self.cells[..2].iter().find_map(|cell| quoted(cell).next()).unwrap()
    }

    /// What it means: what stands before the source.
    pub(crate) fn meaning(&self) -> &str {
        &self.cells[self.cells.len() - 2]
    }
}

#[derive(Debug)]
pub(crate) struct Page(Vec<Row>);

impl Page {
    pub(crate) fn read(text: &str) -> Self {
        let (mut rows, mut section, mut kind) = (Vec::new(), "", None);
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("## ") {
                section = title;
            }
            let Some(inner) = line.strip_prefix("| ").and_then(|rest| rest.strip_suffix(" |")) else {
                // Under its head, a table has a line of dashes.
                kind = kind.filter(|_| line.starts_with("|---"));
                continue;
            };
            let cells: Vec<String> = inner.split(" | ").map(str::to_owned).collect();
            match kind {
                None => kind = Some(Kind::of(&cells[0]).unwrap_or_else(|| panic!("a table of what? {line}"))),
                Some(kind) => {
                    assert_eq!(cells.len(), Kind::columns(kind), "columns of {line}");
                    rows.push(Row { section: section.to_owned(), kind, cells });
                }
            }
        }
        Self(rows)
    }

    pub(crate) fn all(&self) -> &[Row] {
        &self.0
    }

    pub(crate) fn rows(&self, kind: Kind) -> impl Iterator<Item = &Row> {
        self.0.iter().filter(move |row| row.kind == kind)
    }

    /// The words of all rows that are about words; those of commands are about two.
    pub(crate) fn words(&self) -> impl Iterator<Item = String> {
        self.0.iter().flat_map(|row| {
            let many = match row.kind {
                Kind::Act => 2,
                Kind::Permission | Kind::Word => 1,
                Kind::Type | Kind::Format => 0,
            };
            row.cells[..many].iter().flat_map(|cell| quoted(cell).collect::<Vec<_>>()).collect::<Vec<_>>()
        })
    }
}

/// What stands between back-ticks.
pub(crate) fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}
