import closecodes.CloseCode;
import closecodes.CloseCode.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened to a connection, and what its {@code Reconnection} answers. */
final class Sequence {
  /** The latest time, of which the double can be told from the earliest. */
  private static final double LATEST = Long.MAX_VALUE / 2;

  private Sequence() {}

  /** The line of the vectors for an option and events. */
  static String answer(String option, String events) {
    var reconnection =
        option.equals("-") || option.equals("NaN")
            ? new CloseCode.Reconnection()
            : new CloseCode.Reconnection(duration(Double.parseDouble(option)));
    List<String> answers = new ArrayList<>();
    for (String event : events.split(" ")) {
      String[] parts = event.split(":");
      if (parts[0].equals("opened")) {
        reconnection.opened(nanoTime(parts[1], LATEST));
      } else {
        var code = new CloseCode(Integer.parseInt(parts[1]));
        long now = nanoTime(parts[2], -LATEST);
        answers.add(written(reconnection.closed(code, now, Double.parseDouble(parts[3]))));
      }
    }
    return String.join("\t", "reconnection", option, events, String.join(" ", answers));
  }

  /** The nearest duration to a number of milliseconds. */
  private static Duration duration(double milliseconds) {
    double seconds = milliseconds / 1000;
    return Math.abs(seconds) < 1e9
        ? Duration.ofNanos(Math.round(seconds * 1e9))
        : Duration.ofSeconds((long) seconds);
  }

  /** The nearest time to a number of milliseconds, or {@code other} if that is not finite. */
  private static long nanoTime(String milliseconds, double other) {
    double nanos = Double.parseDouble(milliseconds) * 1e6;
    double time = Double.isFinite(nanos) ? nanos : other;
    return Math.round(Math.max(-LATEST, Math.min(time, LATEST)));
  }

  private static String written(Next next) {
    if (next instanceof Next.Wait wait) {
      return "wait:" + Agreement.microseconds(wait.delay());
    }
    if (next instanceof Next.First first) {
      return "first:" + first.after() + ":" + Agreement.microseconds(first.delay());
    }
    return "stop";
  }
}
