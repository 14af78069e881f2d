# The modules of many specs → what each answers for every number, a line each.

[outputs, build] = System.argv()
# One after the other has the same name.
Code.put_compiler_option(:ignore_module_conflict, true)

for folder <- Path.wildcard(Path.join(outputs, "*")) do
  [{module, _} | _] = Code.compile_file(Path.join(folder, "close_code.ex"))

  lines =
    for code <- 0..65_535 do
      name = module.name(code)
      ^code = if name, do: module.number(name), else: code
      first = module.first(code)

      columns = [
        Integer.to_string(code),
        name || "-",
        if(module.sendable?(code), do: "yes", else: "no"),
        Atom.to_string(module.reconnect(code)),
        if(first, do: first |> Atom.to_string() |> String.replace("_", "-"), else: "-"),
        String.replace(module.summary(code) || "-", "\n", " ")
      ]

      [Enum.intersperse(columns, "\t"), "\n"]
    end

  File.write!(Path.join(build, Path.basename(folder) <> ".tsv"), lines)
end
