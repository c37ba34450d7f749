package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key makes every write that takes one safe to repeat. */
class EveryWriteReplayedTest extends SandboxTest {
    /** The whole body of these is the game's own, and has no place for a key. */
    private static final Set<String> WITHOUT_A_KEY = Set.of("setPlayerMetadata", "mergePlayerMetadata");

    private final Set<String> replayed = new TreeSet<>();
    private int keys;

    @Test
    void sameKeyAndBody_areAnsweredTheSame_withoutAnotherEffect_andAnotherBodyIsAConflict() {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.PERMISSIVE));
        write(null, "POST", "players/ana/register", "");
        TestPlayer ana = player("ana");
        TestPlayer rui = api.register("rui");
        TestPlayer eva = api.register("eva");
        sandbox.credit("ana", "gold", 1000);
        events(ana);
        people(ana, rui, eva);
        holdings(ana);
        Set<String> writes = sandbox.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(RecordedRequest::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(writes, replayed);
        Set<String> all = Contract.operationsWithBody();
        all.removeAll(WITHOUT_A_KEY);
        assertEquals(all, replayed, "an operation is missing here");
    }

    private void events(TestPlayer ana) {
        Reply start = write(ana, "POST", "players/ana/events/endless_run/start", "");
        String attempt = "players/ana/events/endless_run/attempts/" + start.text("data.attempt.id");
        write(ana, "POST", attempt + "/progress", "\"mode\":\"increment\",\"metricValue\":7");
        write(ana, "POST", attempt + "/finish", "");
        write(ana, "POST", "players/ana/event-leaderboards/" + start.text("data.leaderboardId") + "/join", "");
        write(ana, "POST", "players/ana/leaderboards/weekly_score/score", "\"value\":3");
        write(ana, "POST", "players/ana/leaderboards/weekly_score/join", "");
    }

    private void people(TestPlayer ana, TestPlayer rui, TestPlayer eva) {
        write(ana, "PUT", "players/ana/identity", "\"name\":\"Ana\"");
        write(ana, "POST", "players/ana/presence", "\"status\":\"here\"");
        String toRui = "\"externalPlayerId\":\"rui\"";
        String asked = write(ana, "POST", "players/ana/friends/requests", toRui).text("data.request.requestId");
        write(rui, "POST", "players/rui/friends/requests/" + asked + "/accept", "");
        String other = write(eva, "POST", "players/eva/friends/requests", toRui).text("data.request.requestId");
        write(rui, "POST", "players/rui/friends/requests/" + other + "/decline", "");
        String gift = write(
                        ana,
                        "POST",
                        "players/ana/friends/gifts",
                        toRui + ",\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":5")
                .text("data.gift.giftId");
        write(rui, "POST", "players/rui/friends/gifts/" + gift + "/claim", "");
        write(rui, "POST", "players/rui/blocks", "\"externalPlayerId\":\"eva\"");
    }

    private void holdings(TestPlayer ana) {
        Reply pending = ana.get("pending-grants");
        write(ana, "POST", "players/ana/grants/" + pending.text("data.0.id") + "/claim", "");
        write(ana, "POST", "players/ana/crates/" + pending.text("data.1.id") + "/open", "");
        write(
                ana,
                "POST",
                "players/ana/grants",
                "\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gems\",\"amount\":2}]");
        write(ana, "POST", "players/ana/inventory/health_potion/consume", "\"quantity\":1");
        write(ana, "POST", "players/ana/wallet/gold/debit", "\"amount\":1");
        write(ana, "POST", "players/ana/wallet/xp/progress", "\"amount\":150");
        write(
                ana,
                "POST",
                "players/ana/purchases",
                "\"transactionId\":\"t\",\"store\":\"web\",\"productId\":\"p\",\"amountMinor\":1,\"currency\":\"USD\"");
    }

    /** Once, again, and once more with something else in the body. */
    private Reply write(@Nullable TestPlayer as, String method, String path, String fields) {
        String key = "\"idempotencyKey\":\"k" + keys++ + "\"";
        String body = "{" + (fields.isEmpty() ? "" : fields + ",") + key + "}";
        Reply first = api.write(method, path, body, secret(as));
        assertEquals(2, first.status() / 100, first.body());
        String after = everything();
        Reply second = api.write(method, path, body, secret(as)).expect(first.status());
        assertEquals(first.body().replace("\"applied\":true", "\"applied\":false"), second.body());
        String conflicting = body.substring(0, body.length() - 1) + ",\"more\":1}";
        api.write(method, path, conflicting, secret(as)).expectError(409, "idempotency_conflict");
        assertEquals(after, everything());
        RecordedRequest repetition = sandbox.requests().stream()
                .filter(RecordedRequest::replayed)
                .reduce((one, later) -> later)
                .orElseThrow();
        replayed.add(repetition.operation());
        return first;
    }

    /** What there is to be changed: holdings, and grants that wait. */
    private String everything() {
        StringBuilder all = new StringBuilder(sandbox.ledger().toString());
        for (String id : sandbox.players()) {
            all.append(player(id).get("pending-grants?limit=100").expect(200).body());
            all.append(player(id).get("friends").body());
        }
        return all.toString();
    }

    private TestPlayer player(String id) {
        return new TestPlayer(api, id, sandbox.secretOf(id).orElseThrow());
    }

    private static @Nullable String secret(@Nullable TestPlayer player) {
        return player == null ? null : player.secret();
    }
}
