import java.io.IOException;
import java.net.URI;
import java.util.List;

/** URL PATH...: runs the readme's loop to every path at once, to those that a line closes, and to one that is closed at once. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    List<String> paths = List.of(arguments).subList(1, arguments.length);
    paths.forEach(path -> stay(arguments[0], path));
    List<Thread> closed =
        List.of("/open", "/open/1011").stream().map(path -> stay(arguments[0], path)).toList();
    stay(arguments[0], "/open?at-once").interrupt();
    System.in.read();
    closed.forEach(Thread::interrupt);
  }

  private static Thread stay(String url, String path) {
    Runnable listen =
        () -> {
          try {
            var code =
                new StayingConnected()
                    .listen(
                        URI.create(url + path),
                        after -> System.out.println("prepared " + path + " " + after));
            System.out.println("stopped " + path + " " + code);
          } catch (InterruptedException stop) {
            System.out.println("closed " + path);
          }
        };
    var thread = new Thread(listen);
    thread.start();
    return thread;
  }
}
