//! Names grouped by what they have in common.

use super::measured::{Implementation, Role, implementations};

/// Groups in the order in which their common part is first added.
pub(super) struct Groups<C = String>(Vec<(C, Vec<String>)>);

/// Every implementation, grouped by what `common` finds of it.
pub(crate) fn grouped<C: PartialEq>(
    common: impl Fn(&Implementation) -> C,
) -> Vec<(C, Vec<String>)> {
    let mut groups = Groups::default();
    for implementation in implementations() {
        groups.put_role(common(implementation), implementation);
    }
    groups.into_vec()
}

impl<C> Default for Groups<C> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<C: PartialEq> Groups<C> {
    /// Adds a name to the group of `common`.
    pub(super) fn put(&mut self, common: C, name: String) {
        match self.0.iter_mut().find(|(known, _)| *known == common) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => self.0.push((common, vec![name])),
        }
    }

    /// Adds an implementation with its role; without it when the group has its other role already.
    pub(super) fn put_role(&mut self, common: C, implementation: &Implementation) {
        let roles = [Role::Client, Role::Server]
            .map(|role| format!("{} ({})", implementation.name, role.as_str()));
        let group = self.0.iter_mut().find(|(known, _)| *known == common);
        let other = group.and_then(|(_, names)| names.iter_mut().find(|name| roles.contains(name)));
        match other {
            Some(other) => other.clone_from(&implementation.name),
            None => self.put(common, implementation.to_string()),
        }
    }

    pub(super) fn into_vec(self) -> Vec<(C, Vec<String>)> {
        self.0
    }
}
