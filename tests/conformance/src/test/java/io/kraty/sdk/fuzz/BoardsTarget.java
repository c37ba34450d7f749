package io.kraty.sdk.fuzz;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.store.MembershipStore;
import io.kraty.sdk.transport.Endpoint;
import io.kraty.sdk.transport.Examples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.Response;

/** What is kept of the boards that a player is on. */
final class BoardsTarget implements Target {
    private static final String HUNT = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";

    private final List<String> corpus = new ArrayList<>();
    private final Kept store = new Kept();
    private final Kraty kraty =
            Kraty.create(Game.answeredBy(this::answer).membershipStore(store).build());
    private boolean refusing;

    BoardsTarget() {
        join();
        corpus.add(Objects.requireNonNull(store.text, "nothing was kept"));
        corpus.add("[{\"board\":\"" + HUNT
                + "\",\"event\":\"hunt\",\"joined\":\"2026-09-01T08:00:00Z\",\"reason\":\"window_closed\","
                + "\"rank\":\"3\",\"score\":\"12.5\",\"standings\":\"[]\"},{\"key\":\"elo\",\"period\":\"2026-09-01T00:00:00Z\","
                + "\"segment\":\"PT\",\"joined\":\"2026-09-01T08:00:00Z\",\"reported\":\"2026-09-01T08:30:00Z\"}]");
        refusing = true;
    }

    private void join() {
        kraty.leaderboards().join("elo");
        kraty.eventLeaderboards().join(HUNT);
    }

    private Response answer(Interceptor.Chain chain) throws IOException {
        String target = chain.request().url().encodedPath();
        Endpoint endpoint = Endpoint.at(chain.request().method(), target);
        Examples.Answer answer = Examples.of(endpoint).get(0);
        return refusing
                ? Game.json(
                        chain,
                        404,
                        "{\"error\":{\"code\":\"not_found\",\"message\":\"\"}}".getBytes(StandardCharsets.UTF_8))
                : Game.json(chain, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void feed(Random random, Trace trace) {
        byte[] bytes = Mutation.of(corpus, random);
        trace.input("boards", bytes);
        store.text = new String(bytes, StandardCharsets.UTF_8);
        try {
            kraty.clearReported();
            kraty.checkFinalizations();
        } catch (KratyException e) { // as declared
            Game.assertNoMistakeBehind(e);
        }
    }

    @Override
    public void check() {
        store.text = "no boards";
        refusing = false;
        join();
        refusing = true;
        if (!store.text.contains(HUNT)) {
            throw new AssertionError(store.text);
        }
    }

    @Override
    public void close() {
        kraty.close();
    }

    /** One player's text. */
    private static final class Kept implements MembershipStore {
        private volatile String text;

        @Override
        public String read(String name) {
            return text;
        }

        @Override
        public synchronized void update(String name, UnaryOperator<String> change) {
            text = change.apply(text);
        }
    }
}
