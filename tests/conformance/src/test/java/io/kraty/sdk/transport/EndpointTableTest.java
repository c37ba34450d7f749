package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.FriendsApi;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.FriendsClient;
import io.kraty.sdk.Kraty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of {@link Operation} is whole and true: no endpoint without a method, no method without a row, and every row
 * sends what its endpoint says.
 */
class EndpointTableTest {
    /** Methods that lead to no call of a row, each for a reason. */
    private static final Set<String> NO_CALL = Set.of(
            // Sends nothing before the first call. What it gets ready is the registration that a first call may need,
            // which FirstUseTest and its neighbours are about.
            "Kraty.create(String)",
            "Kraty.create(KratyClientOptions)",
            // Registers at most, by way of the identity: the same tests.
            "Kraty.ensureIdentity()",
            // Registers before there is a client to call anything with: ConnectAsPlayerTest.
            "Kraty.connectAsPlayer(KratyClientOptions, String, SecretStore)",
            "Kraty.connectAsPlayer(KratyClientOptions, String, SecretStore, boolean)",
            // Call whatever they are given: OtherOperationTest.
            "KratyView.call(ApiRequest)",
            "KratyView.call(Function)",
            // Call again and again in the background, with keys of their own: GrantPollerTest, KeepOnlineTest.
            "KratyView.pollPendingGrants(PollPendingGrantsOptions)",
            "Polling.pollPendingGrants(GrantsClient, PollPendingGrantsOptions)",
            "FriendsClient.keepOnline()",
            "FriendsClient.keepOnline(String)",
            "FriendsClient.keepOnline(PresenceStatus)",
            // Runs what calls: AsyncTest.
            "KratyView.async(Callable)",
            "KratyView.runAsync(Runnable)",
            // Holds back what calls: PauseTest.
            "Kraty.pause()",
            "Kraty.resume()",
            // Go on in the background, and read and connect again and again: the tests in `board` are about that.
            "EventLeaderboardsClient.subscribe(String, BoardListener)",
            "EventLeaderboardsClient.subscribe(String, BoardListener, BoardOptions)",
            "InventoryClient.watch(HoldingsListener)",
            "InventoryClient.watch(HoldingsListener, HoldingsOptions)",
            "LeaderboardsClient.subscribe(String, BoardListener)",
            "LeaderboardsClient.subscribe(String, BoardListener, BoardOptions)",
            // Tell what earlier calls learned: SyntheticIdentityTest, SyncTimeTest.
            "Kraty.syntheticIdentity()",
            "Kraty.isTimeSynced()",
            "Kraty.serverNow()",
            // Ask how boards ended that calls of rows put the player on: CheckFinalizationsTest and its neighbours.
            "Kraty.onFinalized(FinalizationListener)",
            "KratyView.checkFinalizations()",
            "KratyView.clearReported()",
            "KratyView.dismiss(MembershipRef)",
            // Keep what is sent in the background: the tests in `outbox` are about that.
            "OutboxClient.claim(String)",
            "OutboxClient.finish(String, String)",
            "OutboxClient.onResult(OutboxListener)",
            "OutboxClient.open(String)",
            "OutboxClient.pending()",
            "OutboxClient.progress(String, String, ProgressInput)",
            "OutboxClient.send(Function)",
            "OutboxClient.submitScore(String, SubmitScoreRequest)",
            "OutboxClient.submitScore(String, double)",
            "OutboxClient.tagged(String)",
            "OutboxClient.trackPurchase(TrackPurchaseRequest)",
            // Work on what is known here: SignInAndLogoutTest.
            "Kraty.activeExternalPlayerId()",
            "Kraty.signIn(String, String)",
            "Kraty.signIn(PlayerCredentials)",
            "Kraty.logout()",
            "Kraty.close()",
            "Kraty.toString()");

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void endpoints_areAllInTheTable() {
        assertEquals(51, Endpoint.all().size());
        assertEquals(Set.of(), withoutARow(Arrays.asList(Operation.values())));
    }

    @Test
    void endpointWithoutARow_isFound() {
        List<Operation> fewer = new ArrayList<>(Arrays.asList(Operation.values()));
        fewer.remove(Operation.UNBLOCK);
        fewer.remove(Operation.ROTATE); // not the only one of its endpoint

        assertEquals(Set.of("unblockPlayer"), withoutARow(fewer));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void row_sendsWhatItsEndpointSays(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client());

        Sent sent = platform.only();
        assertEquals(operation.endpoint(), Endpoint.at(sent.method(), sent.target()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /sdk/v1/catalog,                        getCatalog",
        "GET,    /sdk/v1/players/p/friends/search?q=a/b, searchFriends",
        "GET,    /sdk/v1/players/p/friends/gifts/sent,   listSentGifts",
        "DELETE, /sdk/v1/players/p/friends/search,       removeFriend",
        "DELETE, /sdk/v1/players/p/friends/requests/r,   cancelFriendRequest",
        "GET,    /sdk/v1/players/p/inventory/stream,     streamInventory",
        "PATCH,  /sdk/v1/players/a%2Fb/metadata,         mergePlayerMetadata",
        "POST,   /sdk/v1/catalog,                        ",
        "GET,    /sdk/v1/catalog/,                       ",
        "GET,    /sdk/v1/players/p/friends/marta,        ",
        "POST,   /sdk/v1/players//friends/requests,      ",
        "GET,    /sdk/v2/catalog,                        ",
    })
    void endpoint_isFoundByItsRequest(String method, String target, String operationId) {
        Endpoint found = Endpoint.at(method, target);

        if (operationId == null) {
            assertNull(found);
        } else {
            assertEquals(operationId, found.operationId());
        }
    }

    @Test
    void methods_areAllInTheTable() {
        assertEquals(Set.of(), astray(SdkMethods.ofTheSdk()));
    }

    @Test
    void exceptions_areAllNeeded() {
        Set<String> silent = SdkMethods.ofTheSdk().stream()
                .filter(method -> !method.isCovered())
                .map(SdkMethods.Reach::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(silent.containsAll(NO_CALL), () -> "not there, or covered: " + NO_CALL + " in " + silent);
    }

    @Test
    void methodWithoutARow_isFound() {
        assertEquals(
                Set.of(
                        "BadClient.callsAnEndpoint() calls [listBlocks] without a row",
                        "BadClient.callsAnEndpointLater() calls [unblockPlayer] without a row",
                        "BadClient.doesMoreThanItsRow(FriendsClient) calls [listBlocks] without a row",
                        "BadClient.hidesWhatItCalls(Supplier) leads to no call"),
                astray(SdkMethods.of(BadClient.class)));
    }

    /** What a careless addition to the SDK could look like. */
    @SuppressWarnings("unused") // found by reflection
    static final class BadClient {
        public Object callsAnEndpoint() {
            return FriendsApi.listBlocks("p");
        }

        public Supplier<Object> callsAnEndpointLater() {
            return () -> elsewhere("b");
        }

        private ApiRequest<?> elsewhere(String id) {
            return FriendsApi.unblockPlayer("p", id);
        }

        public Object doesMoreThanItsRow(FriendsClient friends) {
            friends.listBlocks();
            return callsAnEndpoint();
        }

        public Object hidesWhatItCalls(Supplier<Object> call) {
            return call.get();
        }

        public boolean isADelegate(Kraty kraty) {
            return kraty.friends().unblock("b");
        }
    }

    private static Set<String> withoutARow(Collection<Operation> rows) {
        Set<String> missing = new TreeSet<>(Endpoint.all().keySet());
        rows.forEach(row -> missing.remove(row.endpoint().operationId()));
        return missing;
    }

    private static Set<String> astray(List<SdkMethods.Reach> methods) {
        Set<String> astray = new TreeSet<>();
        for (SdkMethods.Reach method : methods) {
            if (NO_CALL.contains(method.name()) || method.isCovered()) {
                continue;
            }
            astray.add(method.name()
                    + (method.endpoints().isEmpty()
                            ? " leads to no call"
                            : " calls " + method.endpoints() + " without a row"));
        }
        return astray;
    }
}
