import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The paragraphs of a comment, which has nothing else than text, code and emphasis. */
final class Comment {
  private static final Set<String> EMPHASIS = Set.of("em", "strong");

  private final List<StringBuilder> paragraphs = new ArrayList<>(List.of(new StringBuilder()));

  Comment(DocCommentTree comment) {
    for (DocTree tree : comment.getFullBody()) {
      add(tree, comment);
    }
    for (DocTree tag : comment.getBlockTags()) {
      Comments.check(tag.getKind() == DocTree.Kind.DEPRECATED, tag + " in " + comment);
    }
  }

  /** The first paragraph, as text. */
  String first() {
    return paragraphs.get(0).toString();
  }

  /** The last paragraph, as text. */
  String last() {
    return paragraphs.get(paragraphs.size() - 1).toString();
  }

  private void add(DocTree tree, DocCommentTree comment) {
    StringBuilder paragraph = paragraphs.get(paragraphs.size() - 1);
    if (tree instanceof TextTree text) {
      paragraph.append(text.getBody());
    } else if (tree instanceof EntityTree entity) {
      paragraph.append(character(entity.getName().toString()));
    } else if (tree instanceof LiteralTree code && tree.getKind() == DocTree.Kind.CODE) {
      paragraph.append(code.getBody().getBody());
    } else if (tree instanceof StartElementTree start && start.getName().contentEquals("p")) {
      paragraphs.add(new StringBuilder());
    } else {
      boolean isEmphasis =
          tree instanceof StartElementTree start
                  && EMPHASIS.contains(start.getName().toString())
                  && start.getAttributes().isEmpty()
              || tree instanceof EndElementTree end && EMPHASIS.contains(end.getName().toString());
      Comments.check(isEmphasis, tree.getKind() + " " + tree + " in " + comment);
    }
  }

  private static String character(String entity) {
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      default -> Character.toString(Integer.parseInt(entity.substring(1)));
    };
  }
}
