//! A spec on disk, or the one that is built in → the sound project, and its outputs beside what is on disk.

use std::path::Path;

use super::arguments::Common;
use super::failure::Failure;
use super::shared_places::shared_places;
use super::spec_place::SpecPlace;
use crate::diagnostics::Source;
use crate::files::{Comparison, FileSet, Inputs, compare_all, other_owner, place};
use crate::project::Project;
use crate::registry::STANDARD;
use crate::targets::{Unrendered, heads};

/// A sound spec, and where it is.
pub struct SpecFile {
    /// Where it is.
    pub place: SpecPlace,
    /// The spec's text.
    pub source: Source,
    /// The spec, checked.
    pub project: Project,
}

impl SpecFile {
    /// The project of the spec that is named or found.
    pub fn open(common: &Common) -> Result<Self, Failure> {
        Self::read(SpecPlace::find(common)?)
    }

    /// The project of the spec that is named or found, else that of the built-in one.
    pub fn open_or_standard(common: &Common) -> Result<Self, Failure> {
        match SpecPlace::find_any(common)? {
            Some(place) => Self::read(place),
            None => Self::checked(SpecPlace::nowhere(), Source::new("standard", STANDARD)),
        }
    }

    /// The project of the spec at `place`.
    pub fn read(place: SpecPlace) -> Result<Self, Failure> {
        let text = place.read()?;
        Self::with_text(place, &text)
    }

    /// The project of the spec at `place` with this text, whether or not it is on disk.
    pub fn with_text(place: SpecPlace, text: &str) -> Result<Self, Failure> {
        let source = Source::new(place.folders.spec.clone(), text).shown_as(place.shown.clone());
        let mut spec_file = Self::checked(place, source)?;
        spec_file.project.inputs = Inputs::of(&spec_file.place.folders.project);
        Ok(spec_file)
    }

    /// The outputs, in memory.
    pub fn render(&self) -> Result<FileSet, Failure> {
        let files = self.project.render();
        let files = files.map_err(|failed| self.unrendered(failed))?;
        let SpecPlace { path, folders, .. } = &self.place;
        let spec = place(&folders.project, path);
        let is_spec = |output: &&str| {
            let output = Path::new(output);
            output.extension() == path.extension() && place(&folders.project, output) == spec
        };
        let replaced = files.iter().map(|(path, _)| path).find(is_spec);
        if let Some(path) = replaced {
            return Err(Failure::Usage(
                format!("{path} would replace the spec itself"),
                "move the spec, or use another folder in `outputs`".to_owned(),
            ));
        }
        Ok(files)
    }

    /// Why outputs cannot be rendered: problems of the spec, and of templates.
    pub fn unrendered(&self, failed: Vec<Unrendered>) -> Failure {
        let (mut of_spec, mut refused) = (Vec::new(), Vec::new());
        for Unrendered { source, problem } in failed {
            match source {
                None => of_spec.push(problem),
                Some(source) => {
                    let shown = self.place.shown_output(&source.path);
                    refused.push((source.shown_as(shown), vec![problem]));
                }
            }
        }
        if !of_spec.is_empty() {
            refused.insert(0, (self.source.clone(), of_spec));
        }
        Failure::Unrendered(refused)
    }

    /// Everything that differs between the outputs on disk and `files`.
    pub fn compare<'a>(&self, files: &'a FileSet) -> Result<Comparison<'a>, Failure> {
        let folders = &self.place.folders;
        if let Some(other) = other_owner(folders, &files.notice)? {
            let record = folders.record();
            return Err(Failure::Usage(
                format!("{record} lists the outputs of another spec, {other}; nothing was written"),
                "rename one of the two: the list is named like its spec without the extension"
                    .to_owned(),
            ));
        }
        Ok(compare_all(folders, files, &heads())?)
    }

    fn checked(place: SpecPlace, source: Source) -> Result<Self, Failure> {
        let read = Project::read(&source).and_then(|project| {
            let problems = shared_places(&place.folders, &place.path, &project.outputs);
            if problems.is_empty() {
                Ok(project)
            } else {
                Err(problems)
            }
        });
        match read {
            Ok(mut project) => {
                project.notice = project.notice.with_folder(&place.folders.project);
                Ok(Self {
                    place,
                    source,
                    project,
                })
            }
            Err(problems) => Err(Failure::BadSpec(Box::new(source), problems)),
        }
    }
}
