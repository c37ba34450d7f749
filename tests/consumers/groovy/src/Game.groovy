import io.kraty.sdk.Kraty
import io.kraty.sdk.KratyClientOptions
import io.kraty.sdk.ProgressInput
import io.kraty.sdk.store.InMemorySecretStore

// Arguments: URL and key. A script, as a mod or a tool has one.
def options = KratyClientOptions.builder().baseUrl(args[0]).apiKey(args[1]).secretStore(new InMemorySecretStore()).build()
Kraty.create(options).withCloseable { kraty ->
    def event = kraty.events().listForPlayer().first().eventKey()
    def start = kraty.events().start(event, [country: 'PT', level: 7, name: "guild ${1 + 1}"])
    def update = kraty.events().progress(event, start.attempt().id(), ProgressInput.increment(1))
    update.milestonesFired().each { println "Milestone ${it.key()}" }
    kraty.leaderboards().read(start.leaderboardId()).entries().each { println "#${it.rank()} ${it.name()} ${it.score()}" }
    def collected = kraty.async { kraty.grants().collectAll() }.join()
    println "${collected.claimed().size()} rewards collected"
}
