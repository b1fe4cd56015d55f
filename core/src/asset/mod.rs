//! Assets: what tasks work on or produce.
//!
//! An asset is a link, a file, or something that an interlinker holds. The library keeps what it is, its
//! versions, its licence and where it comes from; the bytes of files stay with the host, and nothing that an
//! asset names is ever fetched. Deleting one keeps the fact that it was there.

mod command;
mod content;
mod decide;
mod event;
mod needs;
mod refusal;
mod state;
mod usage;
pub mod view;

pub use command::{AddAsset, Command, DeleteAsset, EditAsset, OpenAsset, ReviseAsset};
pub use content::{Content, Derivation, MediaType};
pub(crate) use decide::decide;
pub use event::{AssetAdded, AssetDeleted, AssetEdited, AssetOpened, AssetRevised, Event};
pub use refusal::AssetRefusal;
pub use state::{Asset, AssetVersion, Assets, Deletion};
pub use usage::{InterlinkerUse, MonthUse};
