package io.kraty.sdk.outbox;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.wire.SurvivingLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a game was told, line by line; each line survives the end of the process. */
final class Paper implements AutoCloseable {
    /** The outbox has returned. */
    static final String ACCEPTED = "accepted";
    /** A listener was told that it is done. */
    static final String DONE = "done";
    /** A listener was told anything else. */
    static final String OTHER = "other";

    private final Path directory;
    private final SurvivingLines out;

    Paper(Path directory) {
        this.directory = directory;
        this.out = new SurvivingLines(file(directory));
    }

    private static Path file(Path directory) {
        return directory.resolve("paper");
    }

    static List<String> lines(Path directory) throws IOException {
        return Files.readAllLines(file(directory));
    }

    /** A launch of the game whose files are here. Results are written down. */
    Kraty launch(String apiKey, String baseUrl) {
        return launch(KratyClientOptions.builder().apiKey(apiKey).baseUrl(baseUrl));
    }

    Kraty launch(KratyClientOptions.Builder options) {
        Kraty kraty = Kraty.create(options.timeout(Duration.ofSeconds(40))
                .secretStore(new FileSecretStore(directory.resolve("player.json")))
                .outboxStore(new FileOutboxStore(directory.resolve("outbox.json")))
                .build());
        kraty.outbox()
                .onResult(result -> write(
                        result instanceof Done ? DONE : OTHER, result.entry().key()));
        return kraty;
    }

    void write(String what, String key) {
        out.write(what + " " + key);
    }

    @Override
    public void close() {
        out.close();
    }
}
