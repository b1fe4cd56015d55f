//! The symbols for an item's status, and their names.

use super::svg::Svg;
use interlink::process::Status;
use interlink::process::view::ItemView;
use interlink::types::Language;

/// The status of an item at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StatusMark {
    Finished,
    InProgress,
    Awaiting,
    Blocked,
    Disabled,
}

impl StatusMark {
    pub(super) const ALL: [Self; 5] =
        [Self::Finished, Self::InProgress, Self::Awaiting, Self::Blocked, Self::Disabled];

    pub(super) const fn of(item: &ItemView) -> Self {
        match (item.enabled, item.status, item.blocked) {
            (false, _, _) => Self::Disabled,
            (true, Status::Finished, _) => Self::Finished,
            (true, _, true) => Self::Blocked,
            (true, Status::InProgress, false) => Self::InProgress,
            (true, Status::Awaiting, false) => Self::Awaiting,
        }
    }

    /// Draws it around a point, 14 pixels wide.
    pub(super) fn draw(self, svg: &mut Svg, x: u32, y: u32) {
        let place = (x, y);
        match self {
            // A full disc with a tick.
            Self::Finished => {
                svg.circle("full", place, 7);
                svg.path("tick", place, "m-3.2 .2 2.3 2.4 4.2-4.8");
            }
            // A ring, half of it full.
            Self::InProgress => {
                svg.circle("ring", place, 6);
                svg.path("half", place, "m0-6a6 6 0 0 1 0 12z");
            }
            // A ring.
            Self::Awaiting => svg.circle("ring", place, 6),
            // A lock.
            Self::Blocked => {
                svg.path("bow", place, "m-3-.5v-2.5a3 3 0 0 1 6 0v2.5");
                svg.path("lock", place, "m-5-.5h10v7h-10z");
            }
            // A ring with a stroke through it.
            Self::Disabled => {
                svg.circle("dots", place, 6);
                svg.path("stroke", place, "m-4.2 4.2 8.4-8.4");
            }
        }
    }
}

/// The names of the symbols, and the words for a closed process.
pub(super) struct Words {
    signs: [&'static str; 5],
    pub(super) closed: &'static str,
}

impl Words {
    /// In a language; in English if the library does not have it.
    pub(super) fn of(language: Language) -> Self {
        let (signs, closed) = match language.as_str().split('-').next() {
            Some("es") => {
                (["terminado", "en curso", "pendiente", "a la espera de otros", "desactivado"], "cerrado el")
            }
            Some("it") => {
                (["concluso", "in corso", "da iniziare", "in attesa di altri", "disattivato"], "chiuso il")
            }
            Some("lv") => (["pabeigts", "tiek veikts", "nav sākts", "gaida citus", "atspējots"], "slēgts"),
            _ => (["finished", "in progress", "not begun", "waits for others", "disabled"], "closed on"),
        };
        Self { signs, closed }
    }

    pub(super) const fn of_sign(&self, sign: StatusMark) -> &'static str {
        let [finished, in_progress, awaiting, blocked, disabled] = self.signs;
        match sign {
            StatusMark::Finished => finished,
            StatusMark::InProgress => in_progress,
            StatusMark::Awaiting => awaiting,
            StatusMark::Blocked => blocked,
            StatusMark::Disabled => disabled,
        }
    }
}
