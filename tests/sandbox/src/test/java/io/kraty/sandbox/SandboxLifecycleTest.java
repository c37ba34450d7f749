package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.Catalog;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SandboxLifecycleTest extends SandboxTest {
    @Test
    void sameSeed_playsTheSameGame() {
        assertEquals(game(7), game(7));
    }

    @Test
    void otherSeed_playsAnotherGame() {
        assertNotEquals(game(7), game(8));
    }

    @Test
    void catalog_hasNamesInBothForms() throws IOException {
        Reply reply = api.get("catalog").expect(200);
        assertEquals("Poção de vida", reply.text("data.items.0.name.pt"));
        assertEquals("Arena ticket", reply.text("data.items.1.name"));
        assertEquals("progression", reply.text("data.currencies.2.kind"));
        assertEquals(
                5,
                Json.unwrapped("CatalogEnvelope", "data", Catalog.Adapter.INSTANCE)
                        .fromJson(reply.body())
                        .items()
                        .size());
    }

    @Test
    void takenPort_saysSo() {
        KratySandbox.Builder builder = KratySandbox.builder().port(sandbox.port());
        assertTrue(assertThrows(UncheckedIOException.class, builder::start)
                .getMessage()
                .contains(Integer.toString(sandbox.port())));
    }

    @Test
    void closedSandbox_answersNobody_andClosesTwice() {
        sandbox.close();
        sandbox.close();
        assertThrows(UncheckedIOException.class, () -> api.get("ping"));
    }

    @Test
    void listener_isToldOfEachRequest_andCannotBreakIt() {
        List<String> told = new CopyOnWriteArrayList<>();
        restart(KratySandbox.builder().onRequest(request -> {
            told.add(request.method() + " " + request.status());
            throw new IllegalStateException("a listener that fails, on purpose");
        }));
        api.get("ping").expect(200);
        api.get("nothing").expect(404);
        assertEquals(List.of("GET 200", "GET 404"), told);
    }

    @Test
    void allThreads_areDaemons() {
        api.get("ping").expect(200);
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("kraty-sandbox"))
                .toList();
        assertTrue(threads.size() >= 3, "one to accept, one to serve, one for the time: " + threads);
        assertEquals(
                List.of(), threads.stream().filter(thread -> !thread.isDaemon()).toList());
    }

    private List<String> game(long seed) {
        restart(KratySandbox.builder().seed(seed));
        List<String> answers = new ArrayList<>();
        TestPlayer ana = api.register("ana");
        Reply start = ana.start("coin_rush");
        answers.add(start.body());
        answers.add(
                ana.increment("coin_rush", start.text("data.attempt.id"), 100).body());
        for (String crate : ana.get("pending-grants").objects("data").stream()
                .filter(grant -> grant.get("kind").getAsString().equals("crate"))
                .map(grant -> grant.get("id").getAsString())
                .toList()) {
            answers.add(ana.post("crates/" + crate + "/open", "{}").body());
        }
        for (int i = 0; i < 5; i++) {
            sandbox.tickBots();
        }
        answers.add(api.get("event-leaderboards/" + start.text("data.leaderboardId"))
                .body());
        answers.add(api.get("leaderboards/weekly_gold").body());
        return answers;
    }
}
