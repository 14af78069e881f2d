import static java.util.stream.Collectors.joining;

import closecodes.CloseCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers every line of the vectors on standard input from the generated code. */
final class Agreement {
  /** An attempt and a random number, for which there is a delay. */
  record Pair(int attempt, double random) {}

  private final List<Pair> pairs;

  private Agreement(String heading) {
    check(heading.startsWith("#\t"), "line 1 is not `#<TAB>pairs`");
    pairs = Stream.of(heading.substring(2).split(" ")).map(Agreement::pair).toList();
  }

  public static void main(String[] arguments) throws IOException {
    checkNames();
    checkWide();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<String> lines = in.lines().toList();
    var agreement = new Agreement(lines.get(0));
    var answers = new ArrayList<String>(List.of(lines.get(0)));
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t");
      answers.add(
          columns[0].equals("reconnection")
              ? Sequence.answer(columns[1], columns[2])
              : agreement.answer(new CloseCode(Integer.parseInt(columns[0]))));
    }
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.print(String.join("\n", answers) + "\n");
    out.flush();
  }

  /** An attempt that no int can hold becomes the nearest one. */
  private static Pair pair(String text) {
    String[] parts = text.split(":");
    long attempt = Long.parseLong(parts[0]);
    int nearest = (int) Math.max(Integer.MIN_VALUE, Math.min(attempt, Integer.MAX_VALUE));
    return new Pair(nearest, Double.parseDouble(parts[1]));
  }

  private String answer(CloseCode code) {
    return Stream.of(
            code.number(),
            yes(code.isNamed()),
            yes(code.isOwn()),
            orDash(code.name()),
            orDash(code.summary()),
            code.label(),
            code.codeRange(),
            code.sentBy(),
            yes(code.isSendable()),
            code.wireCode().isPresent() ? code.wireCode().getAsInt() : "-",
            yes(code.isBrowserSendable()),
            code.reconnect(),
            orDash(code.after()),
            orDash(code.reason()),
            delays(code),
            relay(code.relay(CloseCode.Side.CLIENT)),
            relay(code.relay(CloseCode.Side.SERVER)),
            rangeAround(code))
        .map(Object::toString)
        .collect(joining("\t"));
  }

  private static String yes(boolean answer) {
    return answer ? "yes" : "no";
  }

  private static String orDash(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }

  private String delays(CloseCode code) {
    if (code.retryAfter(0, 0).isEmpty()) {
      return "-";
    }
    return pairs.stream()
        .map(pair -> code.retryAfter(pair.attempt, pair.random).orElseThrow())
        .map(Agreement::microseconds)
        .collect(joining(" "));
  }

  static String microseconds(Duration delay) {
    return String.valueOf(Math.round(delay.toNanos() / 1000.0));
  }

  private static String relay(CloseCode.Relay relay) {
    if (relay instanceof CloseCode.Relay.AsIs asIs) {
      return "as-is:" + asIs.code().number();
    }
    if (relay instanceof CloseCode.Relay.Instead instead) {
      return "instead:" + instead.code().number();
    }
    return "without-code";
  }

  /** The range that the number is in, by its ends and by its predicate. */
  private static String rangeAround(CloseCode code) {
    String around = "-";
    for (Ranges.Named range : Ranges.ALL) {
      boolean isIn = range.from() <= code.number() && code.number() <= range.to();
      check(isIn == range.isIn().test(code), range + " differs at " + code);
      around = isIn ? range.name() : around;
    }
    return around;
  }

  /** Names lead back to their codes, and the lists hold exactly the codes that belong. */
  private static void checkNames() {
    checkList("all", CloseCode.all(), CloseCode::isNamed);
    checkList("allOwn", CloseCode.allOwn(), CloseCode::isOwn);
    for (CloseCode code : CloseCode.all()) {
      Optional<CloseCode> found = code.name().flatMap(CloseCode::named);
      check(found.equals(Optional.of(code)), "the name of " + code + " leads to " + found);
    }
    for (CloseCode.Own own : CloseCode.Own.values()) {
      check(own.code().own().equals(Optional.of(own)), own + " does not lead back to itself");
      String name = own.name().toLowerCase().replace("_", "");
      String expected = own.code().name().orElse("").replace("-", "");
      check(name.equals(expected), own + " is " + own.code());
    }
    for (String text : List.of("", "no-such-name", "Going-Away", "GOING_AWAY", "1001", "private")) {
      check(CloseCode.named(text).isEmpty(), text + " is no name");
    }
  }

  private static void checkList(String name, List<CloseCode> list, Predicate<CloseCode> belongs) {
    List<CloseCode> expected =
        IntStream.range(-10, 70_000).mapToObj(CloseCode::new).filter(belongs).toList();
    check(list.equals(expected), name + "() is " + list + ", not " + expected);
  }

  /** Numbers that no Close frame can hold stay what they are, and are never sent. */
  private static void checkWide() {
    for (int number : new int[] {Integer.MIN_VALUE, -1, 65_536, 66_536, Integer.MAX_VALUE}) {
      var code = new CloseCode(number);
      check(code.number() == number, number + " is lost");
      check(code.codeRange() == CloseCode.CodeRange.OUT_OF_RANGE, number + " is in a range");
      check(!code.isSendable() && code.wireCode().isEmpty(), number + " may be sent");
      check(!code.isNamed() && !code.isBrowserSendable(), number + " is known");
      for (CloseCode.Side side : CloseCode.Side.values()) {
        boolean isInstead = code.relay(side) instanceof CloseCode.Relay.Instead;
        check(isInstead, number + " is relayed as it is");
      }
    }
  }

  static void check(boolean holds, String message) {
    if (!holds) {
      System.err.println("agreement: " + message);
      System.exit(1);
    }
  }
}
