//! Assets: what tasks work on or produce.
//!
//! An asset is a link, a file, or something that an interlinker holds. The library keeps its description, versions,
//! licence and origin. The host stores the bytes of files, and the library never fetches anything that an asset names.
//! After a deletion, the record keeps that the asset existed.

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
