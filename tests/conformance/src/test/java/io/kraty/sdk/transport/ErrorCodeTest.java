package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.InsufficientEntryCostDetails;
import io.kraty.api.model.KratyErrorCode;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.KratyRetryConfig;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locale")
class ErrorCodeTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void code_fromThePlatform_isItsConstantAndItsPredicateAlone(KratyErrorCode code) throws Exception {
        for (Object status : (List<?>)
                ((Map<?, ?>) Contract.at("components", "schemas", "ErrorCode", "x-error-statuses")).get(code.value())) {
            platform.answers(MockPlatform.error((Integer) status, code.value()));

            KratyApiException e = refused();

            assertEquals(status, e.status());
            assertEquals(code, e.code());
            assertEquals(code.value(), e.rawCode());
            assertTrue(e.is(code.value()));
            assertEquals(Set.of(predicate(code)), truths(e));
        }
    }

    /** Every code that the description says an endpoint may answer with, from every method that calls the endpoint. */
    @ParameterizedTest
    @EnumSource(Operation.class)
    void codes_ofAnOperation_areRaisedByItsMethod(Operation operation) throws Exception {
        Kraty kraty = platform.client(platform.signedIn().retry(KratyRetryConfig.none()));
        for (Map.Entry<Integer, List<String>> codes :
                operation.endpoint().errorCodes().entrySet()) {
            for (String code : codes.getValue()) {
                platform.answers(MockPlatform.error(codes.getKey(), code));

                KratyApiException e = operation.refused(kraty);

                assertEquals(codes.getKey(), e.status());
                assertEquals(Set.of(predicate(KratyErrorCode.of(code))), truths(e));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client_scoring_disabled, SCORE",
        "score_not_supported, SCORE",
        "player_blocked, ADD_FRIEND",
        "already_friends, ADD_FRIEND",
        "cannot_friend_self, ADD_FRIEND",
        "friend_code_invalid, ADD_FRIEND BLOCK SEND_GIFT",
        "gifting_disabled, GIFT_CATALOG SEND_GIFT GIFTS SENT_GIFTS CLAIM_GIFT",
        "inventory_not_permissive, GRANT",
        "unknown_currency, PURCHASE",
        "attempt_finished, PROGRESS FINISH",
        "lobby_forming, START",
    })
    void code_isRaisedByTheMethodsThatTheContractNames(String code, String operations) {
        assertEquals(
                Set.of(operations.split(" ", -1)),
                Arrays.stream(Operation.values())
                        .filter(operation -> operation.endpoint().errorCodes().values().stream()
                                .anyMatch(codes -> codes.contains(code)))
                        .map(Operation::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void codes_andTheDescription_areTheSame() {
        Set<String> described = ((List<?>) Contract.at("components", "schemas", "ErrorCode", "enum"))
                .stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Arrays.stream(KratyErrorCode.values())
                .filter(code -> code != KratyErrorCode.UNRECOGNIZED)
                .map(KratyErrorCode::value)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(described, known);
        for (KratyErrorCode code : KratyErrorCode.values()) {
            assertEquals(code, KratyErrorCode.of(code.value()));
            if (code != KratyErrorCode.UNRECOGNIZED) {
                assertEquals(code.name().toLowerCase(Locale.ROOT), code.value());
            }
        }
    }

    @Test
    void predicates_andCodes_areTheSame() {
        Set<String> expected = Arrays.stream(KratyErrorCode.values())
                .filter(code -> code != KratyErrorCode.UNRECOGNIZED)
                .map(ErrorCodeTest::predicate)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(expected, predicates().map(Method::getName).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brand_new", "NOT_FOUND", "not_found ", "lobby_form\u0131ng", "http_418"})
    void code_thatIsNotKnown_isUnrecognizedAndKeptRaw(String raw) throws Exception {
        platform.answers(MockPlatform.error(422, raw));

        KratyApiException e = refused();

        assertEquals(KratyErrorCode.UNRECOGNIZED, e.code());
        assertEquals(raw, e.rawCode());
        assertTrue(e.is(raw));
        assertFalse(e.is("not_found"));
        assertEquals(Set.of(), truths(e));
    }

    @Test
    void start_whenLobbyIsForming_throwsWithLobbyId() {
        platform.answers(MockPlatform.json(
                202,
                "{\"error\":{\"code\":\"lobby_forming\",\"message\":\"wait\",\"details\":{\"lobbyId\":\"l-1\"}}}"));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().events().start("brawl"));

        assertEquals(202, e.status());
        assertTrue(e.isLobbyForming());
        assertEquals(Optional.of("l-1"), e.lobbyId());
        assertEquals(1, platform.sent().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"details\":null",
                ",\"details\":{}",
                ",\"details\":[]",
                ",\"details\":\"text\"",
                ",\"details\":7",
                ",\"details\":{\"lobbyId\":null}",
                ",\"details\":{\"lobbyId\":{}}",
            })
    void start_whenLobbyIsFormingWithOtherDetails_hasNoLobbyId(String details) {
        platform.answers(
                MockPlatform.json(202, "{\"error\":{\"code\":\"lobby_forming\",\"message\":\"wait\"" + details + "}}"));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().events().start("brawl"));

        assertTrue(e.isLobbyForming());
        assertEquals(Optional.empty(), e.lobbyId());
    }

    @Test
    void start_whenThePlayerCannotPay_throwsWithWhatIsMissing() {
        platform.answers(MockPlatform.json(
                402,
                "{\"error\":{\"code\":\"insufficient_entry_cost\",\"message\":\"poor\","
                        + "\"details\":{\"resource\":\"gold\",\"needed\":100,\"have\":40,\"new\":1}}}"));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().events().start("hunt"));

        assertEquals(
                Optional.of(InsufficientEntryCostDetails.builder()
                        .resource("gold")
                        .needed(100L)
                        .have(40L)
                        .build()),
                e.missingEntryCost());
        assertEquals("gold", ((Map<?, ?>) e.details()).get("resource"));
    }

    @Test
    void error_carriesWhatASupportTicketNeeds() {
        platform.answers(
                MockPlatform.error(500, "internal_error"),
                MockPlatform.error(429, "rate_limited")
                        .withHeader("X-Request-Id", "req-1")
                        .withHeader("Retry-After", "99"));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().list());

        assertEquals("req-1", e.requestId());
        assertEquals(99, e.retryAfter().toSeconds());
        assertEquals(2, e.attempts());
        assertEquals("because", e.message());
        for (String part : List.of("429", "rate_limited", "because", "GET /sdk/v1/players/", "attempt 2", "req-1")) {
            assertTrue(e.getMessage().contains(part), e::getMessage);
        }
    }

    @Test
    void error_withoutExtras_hasNone() {
        platform.answers(MockPlatform.error(404, "not_found"));

        KratyApiException e = refused();

        assertNull(e.details());
        assertNull(e.requestId());
        assertNull(e.retryAfter());
        assertEquals(Optional.empty(), e.lobbyId());
        assertEquals(Optional.empty(), e.missingEntryCost().map(InsufficientEntryCostDetails::resource));
    }

    @Test
    void locale_ofThisRun_isTheOneItClaims() {
        String claimed =
                System.getProperty("kraty.language", Locale.getDefault().getLanguage());

        assertEquals(claimed, Locale.getDefault().getLanguage());
    }

    private static KratyApiException refused() {
        Kraty kraty = platform.client(platform.signedIn().retry(KratyRetryConfig.none()));
        return assertThrows(KratyApiException.class, () -> kraty.wallet().debit("gold", 5));
    }

    private static String predicate(KratyErrorCode code) {
        return "is"
                + Arrays.stream(code.name().split("_", -1))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** One per code: the group predicate is not one of them. */
    private static java.util.stream.Stream<Method> predicates() {
        return Arrays.stream(KratyApiException.class.getMethods())
                .filter(method -> method.getName().startsWith("is") && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("isAuthentication"));
    }

    private static Set<String> truths(KratyApiException e) throws Exception {
        Set<String> truths = new TreeSet<>();
        for (Method predicate : predicates().toList()) {
            if ((boolean) predicate.invoke(e)) {
                truths.add(predicate.getName());
            }
        }
        return truths;
    }
}
