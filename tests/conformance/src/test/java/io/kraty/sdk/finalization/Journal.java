package io.kraty.sdk.finalization;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.MembershipStore;
import io.kraty.sdk.wire.SurvivingLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What happened to boards, line by line in the order in which it did; each line survives the end of the process. */
final class Journal implements AutoCloseable {
    static final String STARTED = "started";
    static final String DELIVERED = "delivered";
    /** The store has it that the board was reported. */
    static final String KEPT = "kept";

    private static final Pattern REPORTED = Pattern.compile("\\{\"board\":\"([^\"]+)\"[^{}]*\"reported\":");

    private final Path directory;
    private final SurvivingLines out;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Journal(Path directory) {
        this.directory = directory;
        this.out = new SurvivingLines(file(directory));
    }

    private static Path file(Path directory) {
        return directory.resolve("journal");
    }

    static List<String> lines(Path directory) throws IOException {
        return Files.readAllLines(file(directory));
    }

    /** The board that a line is about. */
    static String board(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    /** The boards to which {@code what} happened. */
    static Set<String> boards(List<String> lines, String what) {
        return lines.stream()
                .filter(line -> line.startsWith(what))
                .map(Journal::board)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A launch of the game whose files are here. Deliveries are written down. */
    Kraty launch(String apiKey, String baseUrl) {
        Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey(apiKey)
                .baseUrl(baseUrl)
                .timeout(Duration.ofSeconds(40))
                .secretStore(new FileSecretStore(directory.resolve("player.json")))
                .membershipStore(new Watched(new FileMembershipStore(directory.resolve("boards.json"))))
                .build());
        kraty.onFinalized(result -> write(DELIVERED, ((EventBoardRef) result.ref()).leaderboardId()));
        return kraty;
    }

    void write(String what, String board) {
        out.write(what + " " + board);
    }

    @Override
    public void close() {
        out.close();
    }

    private final class Watched implements MembershipStore {
        private final MembershipStore store;

        private Watched(MembershipStore store) {
            this.store = store;
        }

        @Override
        public String read(String name) {
            return store.read(name);
        }

        @Override
        public void update(String name, UnaryOperator<String> change) {
            String[] last = {""};
            store.update(name, before -> {
                String after = change.apply(before);
                last[0] = after == null ? "" : after;
                return after;
            });
            for (Matcher each = REPORTED.matcher(last[0]); each.find(); ) {
                if (kept.add(each.group(1))) {
                    write(KEPT, each.group(1));
                }
            }
        }
    }
}
