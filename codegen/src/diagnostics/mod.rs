//! What is wrong with a spec: places, problems, and how they are printed.

mod pointer;
mod problem;
mod problems;
pub mod report;
mod source;

pub(crate) use pointer::At;
pub use pointer::Pointer;
pub(crate) use problem::nearest;
pub use problem::{Level, Place, Problem};
pub(crate) use problems::Problems;
pub use source::Source;
