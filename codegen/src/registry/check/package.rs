//! Rules for the fields of the manifests of generated packages: what registries refuse is refused here.

use super::Check;
use super::forms::is_address;
use crate::diagnostics::{At, Problem};
use crate::name::Name;
use crate::registry::Package;
use crate::spec::{MAX_AUTHORS, MAX_LINE, MAX_TITLE, MAX_URL, PackageSpec};
use crate::text::excerpt;

impl Check {
    /// The fields of the manifests, of packages that are named after `registry` unless the spec names them.
    pub(super) fn package(
        &mut self,
        spec: Option<PackageSpec>,
        registry: Option<&Name>,
    ) -> Option<Package> {
        let at = At::Root.key("package");
        let spec = spec.unwrap_or_default();
        let name = match spec.name {
            Some(name) => self.name(&at.key("name"), Some(name)),
            // A long name is used as it is.
            None => Name::new(&format!("{}-close-codes", registry?))
                .ok()
                .or_else(|| registry.cloned()),
        };
        let version = self.version(&at.key("version"), spec.version);
        let license = self.license(&at.key("license"), spec.license);
        let repository = self.https(&at.key("repository"), spec.repository);
        let homepage = self.https(&at.key("homepage"), spec.homepage);
        let authors = self.authors(&at.key("authors"), spec.authors);
        Some(Package {
            name: name?,
            version: version.unwrap_or_else(|| "0.1.0".to_owned()),
            license,
            repository,
            homepage,
            authors,
        })
    }

    /// A licence, which package managers refuse unless it is an SPDX expression.
    fn license(&mut self, at: &At<'_>, license: Option<String>) -> Option<String> {
        let license = self.text(at, license, MAX_LINE)?;
        if let Err(error) = spdx::Expression::parse(&license) {
            let license = excerpt(&license);
            let message = format!("`{license}` is not an SPDX expression: {}", error.reason);
            let help = "write ids of https://spdx.org/licenses, such as `MIT OR Apache-2.0`, or `LicenseRef-` and a name for a \
                        licence of your own";
            self.problems
                .push(Problem::at(at, "package-license", message, help));
            return None;
        }
        Some(license)
    }

    /// The URL of a page that registries link to.
    fn https(&mut self, at: &At<'_>, url: Option<String>) -> Option<String> {
        let url = self.text(at, url, MAX_URL)?;
        let is_written = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\`".contains(&byte);
        if url.starts_with("https://") && is_address(&url) && url.bytes().all(is_written) {
            return Some(url);
        }
        let message = format!("`{}` is not an https URL", excerpt(&url));
        let help = "write `https://`, a host and a path, such as `https://example.com/chat`";
        self.problems
            .push(Problem::at(at, "package-url", message, help));
        None
    }

    /// The names of those who publish the packages.
    fn authors(&mut self, at: &At<'_>, authors: Vec<String>) -> Vec<String> {
        let help = format!("keep at most {MAX_AUTHORS}, or write one name for all of them");
        self.at_most(MAX_AUTHORS, authors.len(), at, help);
        let authors = authors.into_iter().take(MAX_AUTHORS).enumerate();
        let author =
            |(index, author): (usize, String)| self.text(&at.index(index), Some(author), MAX_TITLE);
        authors.filter_map(author).collect()
    }
}
