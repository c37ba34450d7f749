package com.example.game

import io.kraty.api.model.EventListing
import io.kraty.sdk.Kraty
import io.kraty.sdk.KratyClientOptions
import io.kraty.sdk.ProgressInput
import io.kraty.sdk.error.KratyNetworkException
import io.kraty.sdk.store.InMemorySecretStore
import java.net.InetAddress
import java.net.ServerSocket
import java.util.concurrent.TimeUnit
import kotlin.reflect.KType
import kotlin.reflect.typeOf
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.runInterruptible

/** Arguments: URL and key. */
fun main(args: Array<String>) = runBlocking {
    open(args[0], args[1]).use { play(it) }
    cancel("runInterruptible") { kraty -> blocking { kraty.wallet().list() } }
    cancel("await") { kraty -> kraty.async { kraty.wallet().list() }.await() }
}

private fun open(url: String, key: String): Kraty =
    Kraty.create(
        KratyClientOptions.builder().baseUrl(url).apiKey(key).secretStore(InMemorySecretStore()).build(),
    )

private suspend fun play(kraty: Kraty) {
    val listed: List<EventListing> = blocking { kraty.events().listForPlayer() }
    val event = listed[0]
    nullness(event)
    // Without the name, Kotlin takes a lambda for the Runnable that returns nothing. Awaited, what a future completes with is as null or not as what the code in it returns.
    val start = kraty.async { kraty.events().start(event.eventKey(), mapOf("country" to "PT", "guild" to null)) }.await()
    seen("awaited", typeSeen(start), nullable = false)
    val update = blocking {
        kraty.events().progress(event.eventKey(), start.attempt().id(), ProgressInput.increment(1.0))
    }
    update.milestonesFired().forEach { println("Milestone ${it.key()}") }
    val board = blocking { kraty.leaderboards().read(start.leaderboardId()) }
    board.entries().forEach { println("#${it.rank()} ${it.name() ?: "somebody"} ${it.score()}") }
    val collected = kraty.async { kraty.grants().collectAll() }.await()
    println("${collected.claimed().size} rewards collected")
}

/**
 * On a thread that may block, and cancelled with its coroutine. The SDK ends an interrupted call with an exception of its own, which
 * coroutines would take for a failure of the coroutine that was cancelled: so it is told as they know it.
 */
private suspend fun <T> blocking(work: () -> T): T = runInterruptible(Dispatchers.IO) {
    try {
        work()
    } catch (e: KratyNetworkException) {
        throw if (Thread.interrupted()) InterruptedException().initCause(e) else e
    }
}

/** What the compiler sees. In strict mode there is no third kind of type, whose nulls nobody checks. */
private fun nullness(event: EventListing) {
    seen("what is always there", typeSeen(event.eventKey()), nullable = false)
    seen("what may be absent", typeSeen(event.startsAt()), nullable = true)
    seen("the elements of a list", typeSeen(event.milestoneRewards()).arguments[0].type, nullable = false)
    seen("the values of what a game made up", typeSeen(event.metadata()).arguments[1].type, nullable = true)
}

@Suppress("UNUSED_PARAMETER") // for its type alone
private inline fun <reified T> typeSeen(value: T): KType = typeOf<T>()

private fun seen(what: String, type: KType?, nullable: Boolean) =
    check(type != null && type.isMarkedNullable == nullable) { "$what is $type" }

/** A server that never answers: what waits for it ends when its coroutine is cancelled, and not when its time is up. */
private suspend fun cancel(how: String, wait: suspend (Kraty) -> Any?) {
    ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { silent ->
        open("http://127.0.0.1:${silent.localPort}", "kraty_sdk_test.silent").use { kraty ->
            runBlocking {
                val waiting: Deferred<Any?> = async(Dispatchers.Default) { wait(kraty) }
                delay(500)
                check(waiting.isActive) { "$how does not wait" }
                val asked = System.nanoTime()
                waiting.cancelAndJoin()
                val took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)
                check(took < 3000) { "$how took $took ms to end" } // an attempt has ten seconds
                check(waiting.getCompletionExceptionOrNull() is CancellationException)
            }
        }
    }
}
