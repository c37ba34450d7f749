package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A view makes the same calls with other options, and shares the rest. */
class ViewTest {
    private static final String SECRET = "X-Player-Secret";

    private static final String IDENTITY =
            "{\"data\":{\"externalPlayerId\":\"other\",\"displayIdentity\":{\"name\":\"Rui\"}}}";

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    private final Kraty kraty = platform.client();

    @Test
    void as_addressesAnother_andTakesNoSecretOfTheActivePlayerAlong() {
        platform.answers(MockPlatform.json(200, IDENTITY));

        kraty.as("other").players().getIdentity();

        assertEquals("/sdk/v1/players/other/identity", platform.only().target());
        assertNull(platform.only().header(SECRET));
    }

    @Test
    void view_leavesTheOriginalAsItIs() {
        platform.answers(MockPlatform.json(200, IDENTITY), MockPlatform.json(200, MockPlatform.WALLET));

        kraty.as("other").players().getIdentity();
        kraty.wallet().list();

        assertEquals("/sdk/v1/players/other/identity", platform.sent().get(0).target());
        assertEquals(
                "/sdk/v1/players/" + TestOptions.PLAYER + "/wallet",
                platform.sent().get(1).target());
        assertEquals(TestOptions.SECRET, platform.sent().get(1).header(SECRET));
    }

    @Test
    void viewOfAView_keepsWhatItDoesNotReplace() {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED), MockPlatform.json(200, MockPlatform.DEBITED));
        KratyView others = kraty.with(RequestOptions.as("other").playerSecret("theirs"));

        others.with(RequestOptions.none().idempotencyKey("mine").timeout(Duration.ofMinutes(1)))
                .wallet()
                .debit("gold", 5);
        platform.doNotJudge(); // a debit without a secret is what is to be seen
        others.as("third").wallet().debit("gold", 5);

        Sent first = platform.sent().get(0);
        assertEquals("/sdk/v1/players/other/wallet/gold/debit", first.target());
        assertEquals("theirs", first.header(SECRET));
        assertEquals("mine", first.key());
        Sent second = platform.sent().get(1);
        assertEquals("/sdk/v1/players/third/wallet/gold/debit", second.target());
        assertNull(second.header(SECRET), "a player and the secret go together");
        assertNotEquals("mine", second.key());
    }

    @Test
    void view_endsWithItsKraty() {
        KratyView view = kraty.as("other");
        kraty.close();

        assertThrows(IllegalStateException.class, () -> view.wallet().list());
        assertThrows(IllegalStateException.class, () -> view.inventory().live());
        assertThrows(IllegalStateException.class, () -> view.ping());
        assertEquals(0, platform.sent().size());
    }
}
