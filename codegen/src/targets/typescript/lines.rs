//! Lines of code, broken where prettier breaks them.

use super::super::lookup::Run;
use super::super::type_name::CLOSE_CODE;
use super::literal::LINE_WIDTH;
use super::view::View;

impl View {
    /// A line of the template with the type's name, broken where prettier breaks it: at the parameter of a function,
    /// behind the `=` of a type, at the arguments of a type, or at the branches of a condition.
    pub(super) fn line(&self, line: &str) -> String {
        let line = line.replace(CLOSE_CODE, &self.type_name);
        if line.len() <= LINE_WIDTH {
            return line;
        }
        if line.contains(" = Exclude<") {
            let line = line.replace("Exclude<", "Exclude<\n  ");
            line.replace(", ", ",\n  ").replace(">;", "\n>;")
        } else if let Some((head, value)) = line.split_once(" = ") {
            format!("{head} =\n  {value}")
        } else if line.contains(" ? ") {
            line.replace(" ? ", "\n    ? ").replace(" : ", "\n    : ")
        } else {
            broken_function(&line)
        }
    }

    /// The import of `names` from the package, broken where prettier breaks it: never at a single name.
    pub(super) fn import(&self, names: &str) -> String {
        let package = &self.package.name;
        let names = names.replace(CLOSE_CODE, &self.type_name);
        let line = format!("import {{ {names} }} from \"{package}\";");
        if line.len() <= LINE_WIDTH || !names.contains(", ") {
            return line;
        }
        let names = names.replace(", ", ",\n  ");
        format!("import {{\n  {names},\n}} from \"{package}\";")
    }

    /// The same, and of the constants if `number` has one.
    pub(super) fn import_for(&self, number: u16, names: &str) -> String {
        let has_constant = self.constant(number).starts_with(&self.type_name);
        let names = [if has_constant { "CloseCode, " } else { "" }, names].concat();
        self.import(&names)
    }
}

/// A line that declares a function with one parameter, broken there where prettier breaks it.
fn broken_function(line: &str) -> String {
    let parameter = line.split_once('(').and_then(|(head, rest)| {
        let (parameter, tail) = rest.split_once(')')?;
        Some(format!("{head}(\n  {parameter},\n){tail}"))
    });
    let parameter = parameter.filter(|_| line.len() > LINE_WIDTH);
    parameter.unwrap_or_else(|| line.to_owned())
}

/// The first line of a function with a name that is not the generator's own, broken in the same way.
pub(super) fn function(start: &str, name: &str, end: &str) -> String {
    broken_function(&format!("{start}{name}{end}"))
}

/// The statement that answers for a run of numbers, broken where prettier breaks it.
pub(super) fn statement<T>(Run { from, to, .. }: &Run<T>, value: &str) -> String {
    let condition = format!("if (isBetween(code, {from}, {to}))");
    if condition.len() + value.len() + "   return ;".len() <= LINE_WIDTH {
        format!("{condition} return {value};")
    } else {
        format!("{condition}\n    return {value};")
    }
}

/// The condition of a run of numbers: `code === 1000`, `isBetween(code, 3000, 4999)`.
pub(super) fn condition((from, to): (u16, u16)) -> String {
    if from == to {
        format!("code === {from}")
    } else {
        format!("isBetween(code, {from}, {to})")
    }
}
