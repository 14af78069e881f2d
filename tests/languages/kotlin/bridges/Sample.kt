import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import okhttp3.OkHttpClient
import okhttp3.Request
import kotlin.system.exitProcess
import kotlin.time.Duration.Companion.seconds

/** Stays connected to every path at once, and closes the connections to those that stay open, until standard input ends. */
internal suspend fun sample(
    url: String,
    paths: List<String>,
) = coroutineScope {
    val client = OkHttpClient()
    launch(Dispatchers.IO) {
        generateSequence(::readLine).forEach { _ -> }
        exitProcess(0)
    }
    for (path in paths) stay(client, url, path)
    for (path in listOf("/open", "/open/1011")) {
        val staying = stay(client, url, path)
        launch {
            delay(2.seconds)
            staying.cancelAndJoin()
        }
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
