import org.jetbrains.kotlin.js.parser.sourcemaps.JsonArray
import org.jetbrains.kotlin.js.parser.sourcemaps.JsonNode
import org.jetbrains.kotlin.js.parser.sourcemaps.JsonNumber
import org.jetbrains.kotlin.js.parser.sourcemaps.JsonObject
import org.jetbrains.kotlin.js.parser.sourcemaps.JsonString
import org.jetbrains.kotlin.js.parser.sourcemaps.parseJson
import java.io.File

/** A value in a JSON text, as the compiler reads those of source maps. */
internal class Json(
    private val node: JsonNode?,
) {
    val elements get() = (node as JsonArray).elements.map(::Json)
    val text get() = (node as? JsonString)?.value
    val number get() = (node as JsonNumber).value.toInt().toString()

    operator fun get(key: String): Json = Json((node as JsonObject).properties[key])

    companion object {
        fun of(file: File): Json = Json(parseJson(file.readText()))
    }
}
