package io.kraty.benchmark.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process has loaded when it has made a client, which is nearly all that making one takes. */
class CreateBudgetTest {
    /** Of ours. 31 were measured; there is room for a few options, and not for the engine, which is 200. */
    private static final int OURS = 45;

    /** What takes milliseconds to begin, and in part opens files: regular expressions, chance, joined texts, loggers, OkHttp. */
    private static final List<String> DEAR = List.of(
            "java.util.regex.Pattern",
            "java.security.SecureRandom",
            "java.lang.invoke.StringConcatFactory",
            "java.util.logging.Logger",
            "java.util.stream.StreamSupport",
            "okhttp3.HttpUrl",
            "okhttp3.OkHttpClient");

    @TempDir
    private Path folder;

    @Test
    void aClientIsMadeWithinTheBudget() throws Exception {
        List<String> loaded = loadedBy("false");
        long ours = loaded.stream().filter(each -> each.startsWith("io.kraty.")).count();
        System.out.println("Classes of ours for a client that was made: " + ours);
        assertTrue(ours > 10 && ours <= OURS, () -> ours + " of ours");
        assertEquals(List.of(), loaded.stream().filter(DEAR::contains).toList());
        // The JDK has some of its own, at moments of its own.
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(each -> each.startsWith("io.kraty.") && each.contains("$$Lambda"))
                        .toList());
    }

    @Test
    void warmUp_loadsTheHttpClientBesideAndSendsNothing() throws Exception {
        List<String> loaded = loadedBy("true");
        assertTrue(loaded.contains("okhttp3.OkHttpClient"));
        assertTrue(loaded.contains("okhttp3.HttpUrl"));
        assertTrue(loaded.stream().noneMatch("java.net.InetAddress"::equals), "it looked for a server");
    }

    /** What is loaded after the program has begun. */
    private List<String> loadedBy(String warmUp) throws Exception {
        return LoadedClasses.of(Program.class, folder, warmUp).names().stream()
                .dropWhile(each -> !each.equals(Program.class.getName()))
                .skip(1)
                .takeWhile(each -> !each.equals(Program.Made.class.getName()))
                .toList();
    }

    /** Makes a client, and waits until nothing is done for it any more. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            Kraty kraty = Kraty.create(KratyClientOptions.builder()
                    .apiKey("client.key")
                    .warmUp(Boolean.parseBoolean(args[0]))
                    .build());
            Thread[] threads = new Thread[Thread.activeCount()];
            for (int i = Thread.enumerate(threads) - 1; i >= 0; i--) {
                if (threads[i].getName().startsWith("kraty-warm-up")) {
                    threads[i].join();
                }
            }
            Made.say(kraty);
        }

        /** Is loaded when that is over. */
        static final class Made {
            private Made() {}

            static void say(Kraty kraty) {
                System.out.println(kraty);
            }
        }
    }
}
