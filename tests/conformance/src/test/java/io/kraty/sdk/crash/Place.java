package io.kraty.sdk.crash;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where one game keeps what it has, on the disk. */
record Place(Kind kind, Path directory) {
    static Place of(Path directory, int game, int round) {
        Kind kind = Kind.of(game);
        return new Place(kind, directory.resolve("game-" + game + (kind.isFirst() ? "-" + round : "")));
    }

    /** The id that the game has for its player, if it has one. */
    String named() {
        return kind.isNamed() ? directory.getFileName().toString() : null;
    }

    /** What the game was told, line by line. */
    Path told() {
        return directory.resolve("told");
    }

    /** Players that the game has the secrets of. */
    Path friends() {
        return directory.resolve("friends");
    }

    Path outbox() {
        return directory.resolve("outbox.json");
    }

    List<String> lines() {
        return lines(told());
    }

    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SecretStore secretStore() {
        return new FileSecretStore(directory.resolve("player.json"));
    }

    OutboxStore outboxStore() {
        return new FileOutboxStore(outbox());
    }

    /** A launch of the game, with its stores as {@code secrets} and {@code outbox} make them. */
    Kraty launch(String apiKey, String baseUrl, UnaryOperator<SecretStore> secrets, UnaryOperator<OutboxStore> outbox) {
        KratyClientOptions.Builder options = KratyClientOptions.builder()
                .apiKey(apiKey)
                .baseUrl(baseUrl)
                .timeout(Duration.ofSeconds(40))
                .secretStore(secrets.apply(secretStore()))
                .outboxStore(outbox.apply(outboxStore()));
        if (kind.isNamed()) {
            options.activeExternalPlayerId(named());
        }
        return Kraty.create(options.build());
    }
}
