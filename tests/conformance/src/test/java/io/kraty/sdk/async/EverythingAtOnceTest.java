package io.kraty.sdk.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.BackgroundTask;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.live.SubscriptionState;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.ChildJvm;
import io.kraty.sdk.wire.EveryThread;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program with everything that goes on in the background leaves nothing behind when it closes the facade, and exits. */
class EverythingAtOnceTest {
    private static final int CALLS = 1000;

    @Test
    void closing_endsItAll() throws Exception {
        // A server hears that a client is gone when it writes the next heartbeat.
        try (KratySandbox sandbox =
                        KratySandbox.builder().heartbeat(Duration.ofMillis(100)).start();
                Kraty player = Kraty.create(
                        PlayTestOptions.on(sandbox, FakeTiming.flowing()).build())) {
            String board = player.events().start("coin_rush").leaderboardId();
            ChildJvm child = ChildJvm.run(Program.class, sandbox.baseUrl(), sandbox.apiKey(), board);
            String said = child.output();

            assertEquals(0, child.exitCode(), said);
            assertTrue(said.contains("nothing is left"), said);
            Await.until("the server is rid of it", () -> sandbox.openStreams() == 0);
            System.out.println(said);
        }
    }

    /** What runs in the other process. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            URI server = URI.create(args[0]);
            new Socket(server.getHost(), server.getPort())
                    .close(); // the JDK keeps one of its own from the first close on
            int before = sockets();
            Kraty kraty = Kraty.create(KratyClientOptions.builder()
                    .baseUrl(args[0])
                    .apiKey(args[1])
                    .secretStore(new InMemorySecretStore())
                    .build());
            String board = args[2];
            BoardSubscription subscription = kraty.eventLeaderboards().subscribe(board, event -> {});
            HoldingsWatch watch = kraty.inventory().watch(event -> {});
            BackgroundTask poller =
                    kraty.pollPendingGrants(PollPendingGrantsOptions.builder().build());
            BackgroundTask heartbeat = kraty.friends().keepOnline();
            LeaderboardStream stream = kraty.leaderboards().live(board);
            Await.until(
                    "all is live",
                    () -> subscription.state() instanceof SubscriptionState.Live
                            && watch.state() instanceof SubscriptionState.Live
                            && stream.poll() != null);
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(kraty.async(() -> kraty.wallet().list()));
            }

            long start = System.nanoTime();
            kraty.close();
            Await.until("all futures are complete", () -> calls.stream().allMatch(CompletableFuture::isDone));
            Await.until("no thread is left", () -> threads().isEmpty());
            Await.until("no more than " + before + " sockets are left of " + sockets(), () -> sockets() <= before);
            if (poller.isRunning() || heartbeat.isRunning() || stream.isOpen()) {
                throw new AssertionError("something goes on");
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("nothing is left " + millis + " ms after close() began");
        }

        private static List<String> threads() {
            return EveryThread.now().stream()
                    .map(EveryThread::name)
                    .filter(name -> name.startsWith("kraty-"))
                    .toList();
        }

        /** As far as the system tells. */
        private static int sockets() {
            Path open = Path.of("/proc/self/fd");
            if (!Files.isDirectory(open)) {
                return 0;
            }
            try (Stream<Path> files = Files.list(open)) {
                return (int) files.filter(Program::isSocket).count();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static boolean isSocket(Path file) {
            try {
                return Files.readSymbolicLink(file).toString().startsWith("socket:");
            } catch (IOException e) { // closed meanwhile
                return false;
            }
        }
    }
}
