// A library that reconnects as a measured client: commands as JSON lines in, events as JSON lines
// out.

package measured;

import java.nio.file.Path;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class Client {
  private static final Pattern CONNECT =
      Pattern.compile("\"port\":(\\d+)(?:,\"advice\":\"(\\w+)\")?");

  private Client() {}

  /** How a library is used. */
  public interface Library {
    /** Starts it, and returns what stops it. */
    AutoCloseable connect(Connections connections) throws Exception;
  }

  /** Runs the client for the library that `type` belongs to. */
  public static void run(String[] arguments, Class<?> type, Library library) throws Exception {
    Substitutes.random = Double.parseDouble(arguments[0]);
    String name = Path.of("").toAbsolutePath().getFileName().toString();
    report("ready", ",\"implementation\":\"" + name + "\",\"version\":\"" + version(type) + "\"");

    Connections connections = null;
    Thread run = null;
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      Matcher connect = CONNECT.matcher(lines.nextLine());
      if (connect.find()) {
        connections = new Connections(Integer.parseInt(connect.group(1)), connect.group(2));
        run = start(connections, library);
      } else {
        connections.drop();
        Clock.unpark(run);
        run.join();
        report("idle", "");
      }
    }
    System.exit(0);
  }

  private static Thread start(Connections connections, Library library) {
    Thread run = new Thread(Clock.THREADS, () -> stay(connections, library));
    run.start();
    new Thread(() -> Clock.move(run)).start();
    return run;
  }

  private static void stay(Connections connections, Library library) {
    try {
      connections.stay(library);
    } catch (Exception error) {
      error.printStackTrace();
      System.exit(1);
    }
  }

  /** It is in the name of the file from which the class was loaded. */
  private static String version(Class<?> type) {
    String file = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return file.replaceFirst(".*-(\\d[^/]*)\\.jar$", "$1");
  }

  /** Prints an event with further fields. */
  static void report(String event, String fields) {
    System.out.println("{\"event\":\"" + event + "\"" + fields + "}");
  }
}
