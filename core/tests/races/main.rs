//! What strangers made happen with a second thread, a second engine, another clock or another hand on the file, each as a test.
#![cfg(test)]

mod clocks;
mod engines;
mod files;
mod moments;

use std::path::{Path, PathBuf};

use interlink::Command;
use interlink::journal::StreamId;
use serde_json::{Value, json};
use tempfile::TempDir;

fn url(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

fn file() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shared.sqlite");
    (folder, path)
}

/// A command as a host sends it.
fn command(id: &str, at: &str, actor: &str, stream: Option<StreamId>, kind: &str, data: &Value) -> Command {
    let entropy = "8d1f0c5e6a7b49d2b3e4f5a697887766";
    let id = interlink::types::DocumentId::of(id.as_bytes());
    let mut text =
        json!({"id": id, "at": at, "actor": actor, "entropy": entropy, "type": kind, "data": data});
    if let Some(stream) = stream {
        text["stream"] = json!(stream);
    }
    Command::from_json(text.to_string().as_bytes()).unwrap()
}

fn founding(id: &str, at: &str) -> Command {
    let data = json!({"organisation": id, "name": {"en": id}, "kind": "public_administration", "team_creation": "members"});
    command(id, at, "anna", None, "organisation.register", &data)
}
