package io.kraty.sdk.fuzz;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.transport.Endpoint;
import io.kraty.sdk.transport.Examples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.Response;

/** What is kept of writes that are on their way: it is read, sent or left alone, and a new one always gets through. */
final class OutboxTarget implements Target {
    private static final int SENT_ONCE_IN = 40;

    private final List<String> corpus = new ArrayList<>();
    private final String name;

    OutboxTarget() {
        Kept store = new Kept();
        try (Kraty kraty = Kraty.create(
                Game.answeredBy(OutboxTarget::answer).outboxStore(store).build())) {
            kraty.pause();
            kraty.outbox().submitScore("elo", 1.5);
            name = store.name();
            corpus.add(store.outbox());
            kraty.outbox().progress("hunt", "a1", ProgressInput.increment(2));
            kraty.outbox().tagged("a tag").repeatable().claim("g1");
            kraty.outbox().open("g2");
            kraty.outbox().finish("hunt", "a1");
            corpus.add(store.outbox());
            corpus.add(store.outbox().replace("\"created\":", "\"sent\":\"2026-09-01T11:59:00Z\",\"created\":"));
        }
    }

    private static Response answer(Interceptor.Chain chain) throws IOException {
        Endpoint endpoint =
                Endpoint.at(chain.request().method(), chain.request().url().encodedPath());
        String body = endpoint == null ? "{}" : Examples.of(endpoint).get(0).body();
        return Game.json(
                chain,
                endpoint == null ? 404 : Examples.of(endpoint).get(0).status(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void feed(Random random, Trace trace) throws Exception {
        byte[] bytes = Mutation.of(corpus, random);
        trace.input("outbox", bytes);
        use(new String(bytes, StandardCharsets.UTF_8), random.nextInt(SENT_ONCE_IN) == 0);
    }

    private void use(String text, boolean sending) throws Exception {
        Kept store = new Kept();
        store.texts.put(name, text);
        Set<String> ended = ConcurrentHashMap.newKeySet();
        try (Kraty kraty = Kraty.create(
                Game.answeredBy(OutboxTarget::answer).outboxStore(store).build())) {
            if (!sending) {
                kraty.pause();
            }
            kraty.outbox().pending();
            OutboxEntry mine = kraty.outbox().submitScore("ours", 7);
            if (sending) {
                kraty.outbox().onResult(result -> ended.add(result.entry().key()));
                io.kraty.sdk.wire.Await.until("our write ends among " + text, () -> ended.contains(mine.key()));
            } else if (!store.texts.get(name).contains("ours")) {
                throw new AssertionError("accepted, but not kept");
            }
        } catch (KratyException e) { // as declared
            Game.assertNoMistakeBehind(e);
        }
    }

    @Override
    public void check() throws Exception {
        use(corpus.get(1), true);
    }

    /** Texts that can be looked at. */
    private static final class Kept implements OutboxStore {
        private final Map<String, String> texts = new ConcurrentHashMap<>();

        @Override
        public String read(String name) {
            return texts.get(name);
        }

        @Override
        public void update(String name, UnaryOperator<String> change) {
            texts.compute(name, (same, before) -> change.apply(before));
        }

        /** What is not put aside. */
        String outbox() {
            return texts.get(name());
        }

        String name() {
            return texts.keySet().stream()
                    .min(Comparator.comparingInt(String::length))
                    .orElseThrow();
        }
    }
}
