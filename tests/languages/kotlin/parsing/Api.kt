import org.jetbrains.kotlin.com.intellij.psi.PsiComment
import org.jetbrains.kotlin.com.intellij.psi.PsiElement
import org.jetbrains.kotlin.lexer.KtTokens
import org.jetbrains.kotlin.psi.KtClassOrObject
import org.jetbrains.kotlin.psi.KtConstructor
import org.jetbrains.kotlin.psi.KtDeclaration
import org.jetbrains.kotlin.psi.KtEnumEntry
import org.jetbrains.kotlin.psi.KtNamedFunction
import org.jetbrains.kotlin.psi.KtProperty
import org.jetbrains.kotlin.psi.KtTypeAlias
import java.io.File

/** Prints the public declarations of a file, without comments and bodies. */
internal fun main(arguments: Array<String>) {
    val source = factory().createFile(File(arguments.single()).readText())
    source.declarations.forEach { print(it, "") }
}

private fun print(
    declaration: KtDeclaration,
    indentation: String,
) {
    if (declaration.hasModifier(KtTokens.PRIVATE_KEYWORD) || declaration.hasModifier(KtTokens.INTERNAL_KEYWORD)) return
    val end =
        when (declaration) {
            is KtEnumEntry -> declaration.initializerList
            is KtClassOrObject -> declaration.body
            is KtNamedFunction -> declaration.equalsToken ?: declaration.bodyExpression
            is KtProperty -> declaration.equalsToken.takeUnless { declaration.isConstant() } ?: declaration.getter
            is KtTypeAlias -> null
            is KtConstructor<*> -> declaration.bodyExpression
            else -> return
        }
    val members = (declaration as? KtClassOrObject)?.declarations.orEmpty()
    val head = declaration.text(end)
    println(indentation + head.trimEnd(',', ';') + if (members.isEmpty()) "" else " {")
    members.forEach { print(it, "$indentation    ") }
    if (members.isNotEmpty()) println("$indentation}")
}

/** Its value is compiled into programs. */
private fun KtProperty.isConstant() = hasModifier(KtTokens.CONST_KEYWORD)

/** The text up to a child, on one line and without comments. */
private fun PsiElement.text(end: PsiElement?): String {
    val length = end?.let { it.textRange.startOffset - textRange.startOffset } ?: textLength
    val comments = descendants<PsiComment>().map { it.textRange.shiftLeft(textRange.startOffset) }.toList()
    val kept = text.indices.filter { index -> index < length && comments.none { it.contains(index) } }
    return kept.joinToString("") { text[it].toString() }.replace(Regex("\\s+"), " ").trim()
}
