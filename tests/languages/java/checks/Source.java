import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a source says: the texts that its methods return, and the comments of its constants. */
final class Source extends TreePathScanner<Void, Void> {
  private final DocTrees docTrees;
  private final Map<String, Map<String, String>> texts = new HashMap<>();
  private final Map<String, String> constants = new TreeMap<>();
  private final Map<String, String> own = new TreeMap<>();
  private String method = "";

  Source(DocTrees docTrees) {
    this.docTrees = docTrees;
  }

  /** The texts that a method returns, by number. */
  Map<String, String> texts(String method) {
    return texts.getOrDefault(method, Map.of());
  }

  /** The first paragraphs of the comments of codes and ranges, by number or numbers. */
  Map<String, String> constants() {
    return constants;
  }

  /** The comments of the constants of the enum, by number. */
  Map<String, String> own() {
    return own;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void none) {
    method = tree.getName().toString();
    return super.visitMethod(tree, none);
  }

  /** A case whose value is {@code Optional.of("text")}. */
  @Override
  public Void visitCase(CaseTree tree, Void none) {
    List<? extends ExpressionTree> labels = tree.getExpressions();
    if (labels.size() == 1
        && labels.get(0) instanceof LiteralTree
        && tree.getBody() instanceof MethodInvocationTree call
        && call.getArguments().size() == 1) {
      Map<String, String> ofMethod = texts.computeIfAbsent(method, name -> new TreeMap<>());
      text(call.getArguments().get(0))
          .ifPresent(text -> ofMethod.put(labels.get(0).toString(), text));
    }
    return super.visitCase(tree, none);
  }

  /** The text of a literal, or of several that are joined. */
  private static Optional<String> text(Tree tree) {
    if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return Optional.of(text);
    }
    if (tree instanceof BinaryTree sum) {
      Optional<String> left = text(sum.getLeftOperand());
      return left.flatMap(start -> text(sum.getRightOperand()).map(start::concat));
    }
    return Optional.empty();
  }

  /** A constant that is made of numbers, with a comment. */
  @Override
  public Void visitVariable(VariableTree tree, Void none) {
    DocCommentTree tags = docTrees.getDocCommentTree(getCurrentPath());
    if (tags != null
        && tree.getInitializer() instanceof NewClassTree made
        && !made.getArguments().isEmpty()
        && made.getIdentifier() instanceof IdentifierTree type) {
      String numbers =
          made.getArguments().stream().map(Tree::toString).collect(Collectors.joining("-"));
      var comment = new Comment(tags);
      if (type.getName().contentEquals("Own")) {
        own.put(numbers, Comments.shown(comment.first()));
      } else {
        constants.put(numbers, Comments.shown(comment.first()));
        boolean isOurs = comment.last().startsWith("Reconnect: ");
        Comments.check(isOurs, "the last paragraph of " + tags);
      }
    }
    return super.visitVariable(tree, none);
  }
}
