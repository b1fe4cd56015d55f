//! Pages of the documents, piece by piece.

/// A line of prose, or what stands between fences.
pub(crate) enum Piece<'a> {
    Prose(&'a str),
    Block(Block<'a>),
}

/// What stands between fences, and the language that the first of them names.
pub(crate) struct Block<'a> {
    pub(crate) language: &'a str,
    pub(crate) text: String,
}

/// A page in the order of its lines. A block that nothing closes is left out.
pub(crate) fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut open: Option<Block<'_>> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => pieces.extend(open.take().map(Piece::Block)),
            (Some(language), None) => open = Some(Block { language, text: String::new() }),
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => pieces.push(Piece::Prose(line)),
        }
    }
    pieces
}
