package io.kraty.sdk.fuzz;

import com.google.gson.JsonParser;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LiveStream;
import io.kraty.sdk.transport.Endpoint;
import io.kraty.sdk.transport.Examples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** Streams of boards and of an inventory, in pieces of any size. */
final class StreamTarget implements Target {
    private static final String BOARD = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";
    private static final MediaType EVENTS = MediaType.get("text/event-stream");

    private final Kraty kraty = Kraty.create(Game.answeredBy(this::answer).build());
    private final List<String> boards = corpus("streamEventLeaderboard");
    private final List<String> inventories = corpus("streamInventory");
    private byte[] body = {};
    private Random chunks = new Random(0);

    private static List<String> corpus(String operation) {
        List<String> events = new ArrayList<>();
        for (Examples.Answer answer : Examples.of(Endpoint.of(operation))) {
            if (answer.status() == 200) {
                String name = JsonParser.parseString(answer.body())
                        .getAsJsonObject()
                        .get("kind")
                        .getAsString();
                events.add("event: " + name + "\ndata: " + answer.body() + "\n\n");
            }
        }
        String all = String.join("", events);
        events.add(all);
        events.add("\ufeff: heartbeat\r\n\r\n" + all.replace("\n", "\r\n"));
        events.add(all.replace("\n", "\r") + "id: 7\rretry: 10\rdata\r\r");
        events.add(all.replace("data: {", "data: {\ndata:"));
        return events;
    }

    private Response answer(Interceptor.Chain chain) throws IOException {
        Buffer all = new Buffer().write(body);
        Random sizes = chunks;
        return Game.answer(
                        chain,
                        200,
                        ResponseBody.create(
                                Okio.buffer(new ForwardingSource(all) {
                                    @Override
                                    public long read(Buffer sink, long byteCount) throws IOException {
                                        return super.read(sink, Math.min(byteCount, 1 + sizes.nextInt(40)));
                                    }
                                }),
                                EVENTS,
                                -1))
                .build();
    }

    @Override
    public void feed(Random random, Trace trace) {
        boolean board = random.nextBoolean();
        body = Mutation.of(board ? boards : inventories, random);
        chunks = new Random(random.nextLong());
        trace.input(board ? "board" : "inventory", body);
        try (LiveStream<?> stream =
                board ? kraty.leaderboards().live(BOARD) : kraty.inventory().live()) {
            int most = body.length + 10;
            if (read(stream.iterator(), most) > most) {
                throw new AssertionError("more than " + most + " events and errors came of it");
            }
        }
    }

    private static int read(Iterator<?> events, int most) {
        int count = 0;
        while (count <= most) {
            count++;
            try {
                if (!events.hasNext()) {
                    return count;
                }
                events.next();
            } catch (KratyException e) { // as declared
                Game.assertNoMistakeBehind(e);
            }
        }
        return count;
    }

    @Override
    public void check() {
        String all = boards.get(boards.size() - 4);
        body = all.getBytes(StandardCharsets.UTF_8);
        try (LiveStream<?> stream = kraty.leaderboards().live(BOARD)) {
            int events = 0;
            for (Object event : stream) {
                Objects.requireNonNull(event);
                events++;
            }
            int written = all.split("event: ", -1).length - 1;
            if (events != written) {
                throw new AssertionError(events + " events of " + written);
            }
        }
    }

    @Override
    public void close() {
        kraty.close();
    }
}
