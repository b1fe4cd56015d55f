//! The site of the documents: the pages as they are, with search, that opens from a folder without a network. A link that leads
//! nowhere fails.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::shell::{Failed, Shell, target_folder, text_of};

mod page;

/// Where the pages are that nothing has to link to.
const ROOTS: [&str; 4] = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs"];
/// Folders below them with other things: the source of the demo, and what is installed for it.
const PASSED: [&str; 3] = ["docs/demo", "docs/notebooks", "docs/receipts"];
const SETTINGS: &str = "docs/zensical.toml";
/// Stands in for a worker in a page that is opened from a folder, where browsers allow none.
const WORKER: &str = "docs/demo/node_modules/iframe-worker/shim/index.js";
/// What a browser shows beside the name of a page.
const ICON: &str = "docs/demo/public/icon.svg";
const HEADER: &str = "bindings/c/include/interlink.h";
/// What is built by other steps, and lies in the site where it is there: what it is, where from, where to, and how to get it.
const PARTS: [Part; 2] = [
    Part { from: "docs/demo/dist", to: "demo", made_by: "cargo xtask wasm && cargo xtask demo-test" },
    Part { from: "doc", to: "rustdoc", made_by: "cargo doc --workspace --all-features --no-deps" },
];
/// The version that no release has.
const UNRELEASED: &str = "unreleased";

struct Part {
    from: &'static str,
    to: &'static str,
    made_by: &'static str,
}

/// Builds the site of what is here now, or of the release that this is.
pub(crate) fn run(shell: &Shell, rest: &[&str]) -> Result<(), Failed> {
    match rest {
        [] => build(shell, UNRELEASED, false),
        ["--release", version] if *version == env!("CARGO_PKG_VERSION") => build(shell, version, true),
        ["--release", version] => {
            Err(Failed(format!("this is {}, and not {version}", env!("CARGO_PKG_VERSION"))))
        }
        _ => Err(Failed("book takes nothing, or --release and a version".into())),
    }
}

/// With everything that a release has, under no version.
pub(crate) fn complete(shell: &Shell) -> Result<(), Failed> {
    build(shell, UNRELEASED, true)
}

fn build(shell: &Shell, version: &str, complete: bool) -> Result<(), Failed> {
    let zensical = shell.root().join(".tools/python/bin/zensical");
    if !zensical.exists() {
        eprintln!("SKIPPED: no Python 3 with venv here, so there is no site");
        return Ok(());
    }
    let book = target_folder(shell)?.join("book");
    let (source, site) = (book.join("source"), book.join(version));
    [&source, &site].into_iter().for_each(|folder| drop(std::fs::remove_dir_all(folder)));
    let mut staged = Staged { shell, source, pages: BTreeSet::new(), files: BTreeSet::new() };
    staged.all()?;
    let settings = text_of(&shell.root().join(SETTINGS))?.replace("VERSION", version);
    let path = book.join("zensical.toml");
    write(&path, &settings)?;
    let arguments = ["build", "--strict", "--clean", "--config-file", &path.to_string_lossy()];
    shell.run(shell.command(&zensical.to_string_lossy(), &arguments))?;
    for part in &PARTS {
        part.add(shell, &site, complete)?;
    }
    list(&book)?;
    eprintln!("{} pages: {}", staged.pages.len(), site.join("index.html").display());
    Ok(())
}

impl Part {
    fn add(&self, shell: &Shell, site: &Path, needed: bool) -> Result<(), Failed> {
        let own = shell.root().join(self.from);
        let from = if own.is_dir() { own } else { target_folder(shell)?.join(self.from) };
        if from.is_dir() {
            return shell.copy(&from.to_string_lossy(), &site.join(self.to).to_string_lossy());
        }
        match needed {
            true => Err(Failed(format!("the site lacks {}; first: {}", self.to, self.made_by))),
            false => {
                eprintln!("the site has no {}; first: {}", self.to, self.made_by);
                Ok(())
            }
        }
    }
}

/// What the site is built from: pages, and whatever they link to.
struct Staged<'a> {
    shell: &'a Shell,
    source: PathBuf,
    /// By their paths in the project.
    pages: BTreeSet<PathBuf>,
    files: BTreeSet<PathBuf>,
}

impl Staged<'_> {
    fn all(&mut self) -> Result<(), Failed> {
        for root in ROOTS {
            self.take(Path::new(root))?;
        }
        write(&self.source.join("demo.md"), DEMO)?;
        let header = text_of(&self.shell.root().join(HEADER))?;
        write(&self.source.join("c-header.md"), &format!("# The C header\n\n```c\n{header}```\n"))?;
        self.file(Path::new(ICON))?;
        write(&self.source.join("assets/iframe-worker.js"), &text_of(&self.shell.root().join(WORKER))?)
    }

    /// A page, or all pages of a folder.
    fn take(&mut self, path: &Path) -> Result<(), Failed> {
        let whole = self.shell.root().join(path);
        if whole.is_dir() {
            if PASSED.iter().any(|passed| path == Path::new(passed)) {
                return Ok(());
            }
            let names = self.shell.names(&path.to_string_lossy())?;
            return names.iter().try_for_each(|name| self.take(&path.join(name)));
        }
        if path.extension().is_none_or(|extension| extension != "md") || !self.pages.insert(path.to_owned()) {
            return Ok(());
        }
        let text = text_of(&whole)?;
        let written = page::of(&text, |link| self.follow(path, link))?;
        write(&self.source.join(path), &written)
    }

    /// Takes in what a link of a page leads to, and says how the site links to it.
    fn follow(&mut self, page: &Path, link: &str) -> Result<String, Failed> {
        let (target, fragment) = link.split_once('#').map_or((link, None), |(to, place)| (to, Some(place)));
        if target.is_empty() || link.contains("://") || link.starts_with("mailto:") {
            return Ok(link.to_owned());
        }
        let path = normal(&page.parent().unwrap_or(Path::new("")).join(target));
        let whole = self.shell.root().join(&path);
        if whole.is_dir() {
            self.folder(&path)?;
            return Ok(format!("{}/README.md", target.trim_end_matches('/')));
        }
        if !whole.is_file() {
            return Err(Failed(format!("{} links to {link}, which is not there", page.display())));
        }
        match path.extension().is_some_and(|extension| extension == "md") {
            true => self.take(&path)?,
            false => self.file(&path)?,
        }
        Ok(fragment.map_or_else(|| target.to_owned(), |place| format!("{target}#{place}")))
    }

    /// A folder that is linked to has a page: its own, or a list of what is in it.
    fn folder(&mut self, path: &Path) -> Result<(), Failed> {
        let page = path.join("README.md");
        if self.shell.root().join(&page).is_file() {
            return self.take(&page);
        }
        if !self.pages.insert(page.clone()) {
            return Ok(());
        }
        let mut list = format!("# {}\n\n", path.display());
        for name in self.shell.names(&path.to_string_lossy())? {
            if self.shell.root().join(path).join(&name).is_file() {
                self.file(&path.join(&name))?;
                list.push_str(&format!("- [{name}]({name})\n"));
            }
        }
        write(&self.source.join(page), &list)
    }

    fn file(&mut self, path: &Path) -> Result<(), Failed> {
        if !self.files.insert(path.to_owned()) {
            return Ok(());
        }
        let to = self.source.join(path);
        self.shell.make_folder(&to.parent().unwrap_or(&self.source).to_string_lossy())?;
        self.shell.copy(&path.to_string_lossy(), &to.to_string_lossy())
    }
}

/// The page that shows the demo; a browser runs it from a server only.
const DEMO: &str = "# Demo

A process on a board, and four people whose view you can take. Everything runs in this page, and the record stays in your browser.

<iframe src=\"demo/index.html\" title=\"The demo\" style=\"width: 100%; height: 80vh; border: 1px solid\"></iframe>

Browsers load a module from a server only, not from a folder. In the folder of this site, `python3 -m http.server` is one; the
demo is then at <http://127.0.0.1:8000/demo/index.html>. [On the web](docs/web.md) says how the demo is made.
";

/// A path without the parts that lead back.
fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut normal, part| {
        match part {
            Component::ParentDir => drop(normal.pop()),
            Component::CurDir => {}
            Component::Normal(_) | Component::Prefix(_) | Component::RootDir => normal.push(part),
        }
        normal
    })
}

/// A page that lists the versions which are built, the newest release first.
fn list(book: &Path) -> Result<(), Failed> {
    let entries = std::fs::read_dir(book).map_err(|error| Failed(format!("{}: {error}", book.display())))?;
    let built = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let mut versions: Vec<String> =
        built.filter(|name| book.join(name).join("index.html").is_file()).collect();
    versions.sort_by_key(|name| std::cmp::Reverse(numbers(name)));
    let links = versions.iter().map(|name| format!("<li><a href=\"{name}/index.html\">{name}</a></li>\n"));
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>interlink</title>\n<h1>interlink</h1>\n<ul>\n{}</ul>\n",
        links.collect::<String>()
    );
    write(&book.join("index.html"), &page)
}

/// A version as it is ordered; what is unreleased comes last.
fn numbers(version: &str) -> Vec<u64> {
    version.split('.').filter_map(|part| part.parse().ok()).collect()
}

fn write(path: &Path, text: &str) -> Result<(), Failed> {
    let failed = |error: std::io::Error| Failed(format!("{}: {error}", path.display()));
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)?;
    std::fs::write(path, text).map_err(failed)
}
