package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.DebitWalletInput;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @EnumSource(Operation.class)
    void key_whereThereIsAPlaceForOne_isTwentyTwoUrlSafeCharactersInTheBody(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client());

        Sent sent = platform.only();
        if (operation.endpoint().hasKey()) {
            assertTrue(sent.key().matches("[A-Za-z0-9_-]{22}"), sent.body());
        } else {
            assertNull(sent.key());
        }
        assertTrue(sent.headers().keySet().stream().noneMatch(name -> name.contains("idempotency")), sent::toString);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void key_ofTheOptions_isSentWhereThereIsAPlaceForOne(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client(), RequestOptions.none().idempotencyKey("my-own"));

        Sent sent = platform.only();
        assertEquals(operation.endpoint().hasKey() ? "my-own" : null, sent.key());
        assertEquals(operation.endpoint().hasKey(), sent.toString().contains("my-own"));
    }

    @Test
    void key_hasAPlaceInEveryBodyThatIsNotABag() {
        assertEquals(
                Set.of("setPlayerMetadata", "mergePlayerMetadata"),
                Endpoint.all().values().stream()
                        .filter(endpoint -> endpoint.hasBody() && !endpoint.hasKey())
                        .map(Endpoint::operationId)
                        .collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void key_onAllAttemptsOfOneCall_isTheSame() {
        platform.answers(
                MockPlatform.error(500, "internal_error"),
                MockPlatform.error(503, "no_leaderboard"),
                MockPlatform.json(200, MockPlatform.DEBITED));

        platform.client().wallet().debit("gold", 5);

        List<Sent> sent = platform.sent();
        assertEquals(3, sent.size());
        assertEquals(1, new HashSet<>(sent.stream().map(Sent::body).toList()).size(), sent::toString);
    }

    @Test
    void key_ofEachCall_isFresh() {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED));
        Kraty kraty = platform.client();

        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            kraty.wallet().debit("gold", 5);
        }
        platform.sent().forEach(sent -> keys.add(sent.key()));

        assertEquals(20, keys.size());
    }

    @Test
    void key_ofTheOptions_winsOverTheOneInTheBody() {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED));
        DebitWalletInput input = debit("in-the-body");

        platform.client()
                .with(RequestOptions.none().idempotencyKey("in-the-options"))
                .wallet()
                .debit("gold", input);

        assertEquals("in-the-options", platform.only().key());
    }

    @Test
    void key_inTheBody_winsOverAFreshOne() {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED));

        platform.client().wallet().debit("gold", debit("in-the-body"));

        assertEquals("in-the-body", platform.only().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void key_thatIsBlank_countsAsNone(String blank) {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED));
        Kraty kraty = platform.client();

        kraty.wallet().debit("gold", debit(blank));
        kraty.with(RequestOptions.none().idempotencyKey(blank)).wallet().debit("gold", debit("in-the-body"));
        kraty.wallet().debit("gold", debit(null));

        assertEquals(22, platform.sent().get(0).key().length());
        assertEquals("in-the-body", platform.sent().get(1).key());
        assertEquals(22, platform.sent().get(2).key().length());
    }

    /** They would arrive as question marks, and two keys as one. */
    @Test
    void key_withHalfACharacter_isRefused() {
        for (String half : List.of("k\ud800", "\udc00k", "\udc00\ud800")) {
            assertHalfRefused(() -> RequestOptions.none().idempotencyKey(half));
            assertHalfRefused(() -> debit(half));
            Kraty kraty = platform.client(platform.signedIn().idempotencyKeys(() -> half));
            assertHalfRefused(() -> kraty.wallet().debit("gold", 5));
        }
        assertEquals(List.of(), platform.sent());
        assertEquals(
                "\ud83d\ude00",
                RequestOptions.none().idempotencyKey("\ud83d\ude00").idempotencyKey());
    }

    private static void assertHalfRefused(Executable use) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, use);
        assertTrue(refused.getMessage().startsWith("idempotencyKey: holds half a character"), refused.getMessage());
    }

    @Test
    void key_ofACustomSupplier_isAskedForOncePerCall() {
        AtomicInteger count = new AtomicInteger();
        platform.answers(
                MockPlatform.error(500, "internal_error"),
                MockPlatform.json(200, MockPlatform.DEBITED),
                MockPlatform.json(200, MockPlatform.DEBITED),
                MockPlatform.json(200, MockPlatform.WALLET));
        Kraty kraty = platform.client(platform.signedIn().idempotencyKeys(() -> "mine-" + count.incrementAndGet()));

        kraty.wallet().debit("gold", 5);
        kraty.wallet().debit("gold", debit("in-the-body"));
        kraty.wallet().list();
        kraty.with(RequestOptions.none().idempotencyKey("ignored")).wallet().list();

        assertEquals(1, count.get());
        assertEquals("mine-1", platform.sent().get(1).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void key_ofASupplierThatHasNone_sendsNothing(String blank) {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED));
        Kraty kraty = platform.client(platform.signedIn().idempotencyKeys(() -> blank));

        assertThrows(IllegalStateException.class, () -> kraty.wallet().debit("gold", 5));

        assertEquals(List.of(), platform.sent());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void key_ofASupplierThatHasNone_registersNobody(@Nullable String blank) {
        Kraty kraty = platform.client(platform.fresh().idempotencyKeys(() -> blank));

        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> kraty.wallet().list());

        assertTrue(refused.getMessage().contains("idempotencyKeys"), refused.getMessage());
        assertEquals(List.of(), platform.sent());
    }

    @Test
    void input_afterACall_isUntouchedAndCountsTwice() {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED));
        Kraty kraty = platform.client();
        DebitWalletInput input = debit(null);

        kraty.wallet().debit("gold", input);
        kraty.wallet().debit("gold", input);

        assertNull(input.idempotencyKey());
        assertNotEquals(platform.sent().get(0).key(), platform.sent().get(1).key());
    }

    @Test
    void progressInput_usedTwice_countsTwice() {
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client();
        ProgressInput input = ProgressInput.increment(1);
        String before = input.toString();

        for (int i = 0; i < 2; i++) {
            assertThrows(KratyApiException.class, () -> kraty.events().progress("e", "a", input));
        }

        assertEquals(before, input.toString());
        assertNotEquals(platform.sent().get(0).key(), platform.sent().get(1).key());
    }

    @Test
    void key_ofAStart_staysOutOfTheCallersContext() {
        platform.answers(MockPlatform.error(404, "not_found"));
        Map<String, Object> context = new java.util.HashMap<>(Map.of("VIP", true));

        assertThrows(KratyApiException.class, () -> platform.client().events().start("e", context));

        assertEquals(Map.of("VIP", true), context);
        assertEquals(Map.of("VIP", true), platform.only().json().get("playerContext"));
    }

    private static DebitWalletInput debit(String key) {
        return DebitWalletInput.builder().amount(5L).idempotencyKey(key).build();
    }
}
