import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import okhttp3.OkHttpClient
import okhttp3.Request
import kotlin.system.exitProcess

/** Stays connected to every path at once until standard input ends. A line closes the connections to those that stay open. */
internal suspend fun sample(
    url: String,
    paths: List<String>,
) = coroutineScope {
    val client = OkHttpClient()
    for (path in paths) stay(client, url, path)
    val closed = listOf("/open", "/open/1011").map { stay(client, url, it) }
    launch(Dispatchers.IO) {
        generateSequence(::readLine).forEach { _ -> closed.forEach { it.cancel() } }
        exitProcess(0)
    }
}

private fun CoroutineScope.stay(
    client: OkHttpClient,
    url: String,
    path: String,
) = launch {
    val request = Request.Builder().url(url + path).build()
    val stopped = client.stayConnected(request, prepare = { println("prepared $path ${it.word}") }) { _, _ -> }
    println("stopped $path $stopped")
}
