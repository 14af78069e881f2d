import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;

/** Fails if a manifest lacks what Maven Central requires. */
final class Central {
  /** Each with an address or a name that only the author of the spec knows. */
  private static final List<String> GIVEN =
      List.of("url", "scm/url", "scm/connection", "developers/developer/name");

  private static final List<String> ALWAYS =
      List.of("groupId", "artifactId", "version", "name", "description", "licenses/license/name");

  private Central() {}

  public static void main(String[] arguments) throws Exception {
    var manifest = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var document = manifest.parse(new File(arguments[0]));
    var path = XPathFactory.newInstance().newXPath();
    var missing = new ArrayList<String>();
    for (var required : List.of(ALWAYS, GIVEN)) {
      for (String element : required) {
        if (path.evaluate("/project/" + element, document).isBlank()) {
          missing.add(element);
        }
      }
    }
    // Without any of them, the spec gave none.
    if (!missing.isEmpty() && !missing.equals(GIVEN)) {
      System.err.println(arguments[0] + " lacks " + missing);
      System.exit(1);
    }
  }
}
