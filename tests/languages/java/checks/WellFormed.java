import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;

/** Parses each of the XML files that a file lists. */
final class WellFormed {
  public static void main(String[] arguments) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (String path : Files.readAllLines(Path.of(arguments[0]))) {
      builder.parse(new File(path));
    }
  }
}
