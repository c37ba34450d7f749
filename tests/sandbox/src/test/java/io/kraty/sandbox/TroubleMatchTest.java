package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble.Effect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleMatchTest extends TroubleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "debitWallet",
                "POST /players/*/wallet/*/debit",
                "POST /sdk/v1/players/*/wallet/*/debit",
                "* /players/ana/wallet/gold/debit",
                "/players/*/*/*/debit",
                "/players/**",
                "POST /players/ana/wallet/gold/debit/**",
                "/**"
            })
    void pattern_matches(String on) throws IOException {
        trouble(on, Effect.bare(502));
        assertEquals(502, status(debit("one")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progressWallet",
                "GET /players/*/wallet/*/debit",
                "/players/*/wallet/*",
                "/players/*/debit",
                "/players/*/wallet/*/debit/*",
                "/players/bea/**",
                "/wallet/**"
            })
    void pattern_doesNotMatch(String on) throws IOException {
        trouble(on, Effect.bare(502));
        assertEquals(200, status(debit("one")));
    }

    @Test
    void unknownPaths_ofTheGame_matchByPathOnly() throws IOException {
        trouble("/new/*", Effect.bare(502));
        assertEquals(502, status(get("new/thing")));
        assertEquals(404, status(get("old/thing")));
    }

    @Test
    void whatIsNotTheGames_isLeftAlone() throws IOException {
        trouble("*", Effect.bare(502));
        trouble("/**", Effect.bare(502));
        assertEquals(200, status("GET /sandbox/state HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    @Test
    void player_isTheOneInThePath() throws IOException {
        sandbox.addTrouble(
                Trouble.on("*").player("bea").effect(Effect.bare(502)).build());
        assertEquals(200, status(debit("one")));
        assertEquals(200, status(get("time")));
        assertEquals(502, status(get("players/bea/wallet")));
    }

    @Test
    void skippedRequests_areLeftAlone_andOnlySoManyAreHit() throws IOException {
        sandbox.addTrouble(Trouble.on("debitWallet")
                .skip(2)
                .times(3)
                .effect(Effect.bare(502))
                .build());
        assertEquals(200, status(get("time")));
        assertEquals(List.of(200, 200, 502, 502, 502, 200, 200), statuses(7));
    }

    @Test
    void oneEffect_isRepeated_untilCleared() throws IOException {
        Trouble trouble = Trouble.on("debitWallet").effect(Effect.bare(502)).build();
        sandbox.addTrouble(trouble);
        assertEquals(List.of(trouble), sandbox.trouble());
        assertEquals(List.of(502, 502, 502, 502), statuses(4));
        sandbox.clearTrouble();
        assertEquals(List.of(), sandbox.trouble());
        assertEquals(List.of(200), statuses(1));
    }

    @Test
    void script_runsOnce_orAsOftenAsItIsTold() throws IOException {
        trouble("debitWallet", Effect.bare(502), Effect.pass(), Effect.bare(503));
        assertEquals(List.of(502, 200, 503, 200, 200), statuses(5));
        sandbox.clearTrouble();
        sandbox.addTrouble(Trouble.on("debitWallet")
                .times(3)
                .script(Effect.bare(502), Effect.bare(503))
                .build());
        assertEquals(List.of(502, 503, 502, 200), statuses(4));
    }

    @Test
    void firstTroubleThatTakesEffect_wins_andTheOthersDoNotCountTheRequest() throws IOException {
        sandbox.addTrouble(
                Trouble.on("debitWallet").times(1).effect(Effect.bare(500)).build(),
                Trouble.on("*").times(1).effect(Effect.bare(502)).build());
        assertEquals(List.of(500, 502, 200), statuses(3));
    }

    @Test
    void pass_doesNotWin_butItsDelayCounts() throws IOException {
        sandbox.addTrouble(
                Trouble.on("*").delay(Duration.ofMillis(2)).build(),
                Trouble.on("*")
                        .delay(Duration.ofMillis(3))
                        .effect(Effect.bare(502))
                        .build());
        assertEquals(List.of(502), statuses(1));
        assertEquals("delayed by 5 ms, answered with 502", last().trouble());
    }

    @Test
    void probability_isAboutRight_andFollowsFromTheSeed() throws IOException {
        List<Integer> first = diced(1);
        assertEquals(first, diced(1));
        assertNotEquals(first, diced(2));
        long hit = first.stream().filter(status -> status == 502).count();
        assertTrue(hit > 20 && hit < 80, hit + " of 200");
    }

    @Test
    void jitter_followsFromTheSeed_andStaysInItsBounds() throws IOException {
        sandbox.addTrouble(Trouble.on("*")
                .delay(Duration.ofMillis(1))
                .jitter(Duration.ofMillis(4))
                .effect(Effect.bare(502))
                .build());
        statuses(20);
        List<String> words = sandbox.requests().stream()
                .map(RecordedRequest::trouble)
                .filter(word -> word != null)
                .toList();
        assertEquals(20, words.size());
        assertTrue(words.stream().allMatch(word -> word.matches("delayed by [1-5] ms, .*")), words.toString());
        assertTrue(words.stream().distinct().count() > 1, words.toString());
    }

    @Test
    void sameDice_fallAgainAfterAReset() throws IOException {
        List<Integer> first = diced(7);
        sandbox.reset();
        player();
        assertEquals(first, diced());
    }

    private List<Integer> diced(long seed) throws IOException {
        restart(KratySandbox.builder().seed(seed));
        player();
        return diced();
    }

    private List<Integer> diced() throws IOException {
        sandbox.addTrouble(Trouble.on("debitWallet")
                .probability(0.25)
                .effect(Effect.bare(502))
                .build());
        return statuses(200);
    }

    private List<Integer> statuses(int requests) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(status(debit("one")));
        }
        return statuses;
    }
}
