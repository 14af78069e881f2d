import org.jetbrains.kotlin.K1Deprecation
import org.jetbrains.kotlin.cli.jvm.compiler.EnvironmentConfigFiles
import org.jetbrains.kotlin.cli.jvm.compiler.KotlinCoreEnvironment
import org.jetbrains.kotlin.com.intellij.openapi.util.Disposer
import org.jetbrains.kotlin.com.intellij.psi.PsiElement
import org.jetbrains.kotlin.com.intellij.psi.PsiErrorElement
import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.config.CompilerConfiguration
import org.jetbrains.kotlin.psi.KtBlockExpression
import org.jetbrains.kotlin.psi.KtCallExpression
import org.jetbrains.kotlin.psi.KtEscapeStringTemplateEntry
import org.jetbrains.kotlin.psi.KtExpression
import org.jetbrains.kotlin.psi.KtFile
import org.jetbrains.kotlin.psi.KtLiteralStringTemplateEntry
import org.jetbrains.kotlin.psi.KtProperty
import org.jetbrains.kotlin.psi.KtPsiFactory
import org.jetbrains.kotlin.psi.KtStringTemplateExpression
import org.jetbrains.kotlin.psi.KtWhenExpression
import java.io.File
import kotlin.system.exitProcess

/** Every subfolder of a folder holds a file that parses and says what the resolved registry beside it says. */
internal fun main(arguments: Array<String>) {
    val factory = factory()
    for (folder in File(arguments.single()).listFiles().orEmpty()) {
        val files = folder.resolve("file").listFiles().orEmpty()
        val file = files.single()
        val source = factory.createFile(file.readText())
        val error = source.descendants<PsiErrorElement>().firstOrNull()
        val problem = error?.errorDescription ?: difference(Answers.of(source), Answers.of(folder.resolve("codes.json")))
        if (problem != null) {
            System.err.println("$file: $problem")
            exitProcess(1)
        }
    }
}

@OptIn(K1Deprecation::class)
internal fun factory(): KtPsiFactory {
    val files = EnvironmentConfigFiles.JVM_CONFIG_FILES
    val environment = KotlinCoreEnvironment.createForProduction(Disposer.newDisposable(), CompilerConfiguration(), files)
    return KtPsiFactory(environment.project)
}

private fun difference(
    found: Answers,
    expected: Answers,
): String? = if (found == expected) null else "$found is not $expected"

/** The answers for named codes, by number. */
internal data class Answers(
    val constants: Map<String, String>,
    val names: Map<String, String>,
    val summaries: Map<String, String>,
    val reasons: Map<String, String>,
) {
    companion object {
        fun of(source: KtFile): Answers {
            val properties = source.descendants<KtProperty>().toList()
            val constants = properties.mapNotNull { property -> number(property.initializer)?.let { it to property.name.orEmpty() } }
            val texts = { name: String -> texts(properties.single { it.name == name }.getter?.bodyExpression) }
            return Answers(constants.toMap(), texts("name"), texts("summary"), texts("reason"))
        }

        fun of(registry: File): Answers {
            val codes = Json.of(registry)["codes"].elements.filter { it["kind"].text != "reserved" }
            val texts = { field: String -> codes.mapNotNull { code -> code[field].text?.let { code["code"].number to it } }.toMap() }
            val constants = codes.associate { it["code"].number to it["constants"]["kotlin"].text.orEmpty().substringAfter('.') }
            return Answers(constants, texts("name"), texts("summary"), texts("reason"))
        }
    }
}

/** The number in a call of the constructor: `CloseCode(1001)`. */
private fun number(initializer: KtExpression?): String? {
    val call = initializer as? KtCallExpression ?: return null
    val argument = call.valueArguments.singleOrNull()
    return argument?.text?.takeIf { it.toIntOrNull() != null }
}

/** The texts in the branches of a `when`, by their conditions. */
private fun texts(body: KtExpression?): Map<String, String> {
    val branches = (body as? KtWhenExpression)?.entries.orEmpty().filterNot { it.isElse }
    return branches.associate { branch ->
        val value = branch.expression
        val text = if (value is KtBlockExpression) value.statements.single() else value
        branch.conditions.single().text to text(text as KtStringTemplateExpression)
    }
}

private fun text(literal: KtStringTemplateExpression): String =
    literal.entries.joinToString("") {
        when (it) {
            is KtLiteralStringTemplateEntry -> it.text
            is KtEscapeStringTemplateEntry -> it.unescapedValue
            else -> error("a template in ${literal.text}")
        }
    }

internal inline fun <reified T : PsiElement> PsiElement.descendants() = PsiTreeUtil.findChildrenOfType(this, T::class.java).asSequence()
