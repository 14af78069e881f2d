import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Parses the source in each subfolder of a folder as javac and javadoc do: texts of a spec are text
 * in the comments, and literals are the texts of {@code codes.json} beside the source.
 */
final class Comments {
  private Comments() {}

  public static void main(String[] arguments) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> specs = Files.list(Path.of(arguments[0]));
        var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      for (Path spec : specs.toList()) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var sources = files.getJavaFileObjects(source(spec));
        var task = (JavacTask) compiler.getTask(null, files, diagnostics, null, null, sources);
        Iterable<? extends CompilationUnitTree> units = task.parse();
        check(diagnostics.getDiagnostics().isEmpty(), spec + ": " + diagnostics.getDiagnostics());
        var found = new Source(DocTrees.instance(task));
        found.scan(units, null);
        check(spec, found);
      }
    }
  }

  private static Path source(Path spec) throws IOException {
    try (Stream<Path> paths = Files.walk(spec)) {
      List<Path> sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
      check(sources.size() == 1, spec + " has the sources " + sources);
      return sources.get(0);
    }
  }

  private static void check(Path spec, Source found) throws IOException {
    String json = Files.readString(spec.resolve("codes.json"));
    JsonObject registry = new Gson().fromJson(json, JsonObject.class);
    Map<String, String> summaries = new TreeMap<>();
    Map<String, String> reasons = new TreeMap<>();
    Map<String, String> constants = new TreeMap<>();
    Map<String, String> own = new TreeMap<>();
    for (JsonElement element : registry.getAsJsonArray("codes")) {
      JsonObject code = element.getAsJsonObject();
      if (code.get("kind").getAsString().equals("reserved")) {
        continue;
      }
      String number = code.get("code").getAsString();
      String summary = code.get("summary").getAsString();
      summaries.put(number, summary);
      constants.put(number, shown(number + ": " + summary));
      if (code.get("own").getAsBoolean()) {
        own.put(number, shown(number + ": " + summary));
      }
      if (!code.get("reason").isJsonNull()) {
        reasons.put(number, code.get("reason").getAsString());
      }
    }
    for (JsonElement element : registry.getAsJsonArray("ranges")) {
      JsonObject range = element.getAsJsonObject();
      if (!range.getAsJsonObject("constants").isEmpty()) {
        String numbers = range.get("from").getAsString() + "-" + range.get("to").getAsString();
        constants.put(numbers, shown(numbers + ": " + range.get("summary").getAsString()));
      }
    }
    checkEqual(spec + ", summary()", found.texts("summary"), summaries);
    checkEqual(spec + ", reason()", found.texts("reason"), reasons);
    checkEqual(spec + ", comments of constants", found.constants(), constants);
    checkEqual(spec + ", comments of own codes", found.own(), own);
  }

  /** What every comment shows of a text: not all characters have a shape. */
  static String shown(String text) {
    return text.replaceAll("[^!-~]", "");
  }

  private static void checkEqual(String what, Object found, Object expected) {
    check(found.equals(expected), what + ":\n" + found + "\ninstead of\n" + expected);
  }

  static void check(boolean holds, String message) {
    if (!holds) {
      throw new AssertionError(message);
    }
  }
}
