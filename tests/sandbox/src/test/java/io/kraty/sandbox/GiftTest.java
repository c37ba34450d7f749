package io.kraty.sandbox;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Ana is a friend of Rui and Eva, and has gold to give. */
abstract class GiftTest extends SocialTest {
    static final String GOLD = "\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":25";
    static final String POTION = "\"type\":\"item\",\"resourceKey\":\"health_potion\",\"amount\":1";

    @BeforeEach
    void friendships() {
        befriend();
        sandbox.credit("ana", "gold", 1000);
    }

    void befriend() {
        sandbox.befriend("ana", "rui");
        sandbox.befriend("ana", "eva");
    }

    /** Sends what the fields say. */
    static Reply send(TestPlayer from, TestPlayer to, String fields) {
        return from.post("friends/gifts", "{\"externalPlayerId\":\"" + to.id() + "\"," + fields + "}");
    }

    static Reply claim(TestPlayer player, String giftId) {
        return player.post("friends/gifts/" + giftId + "/claim", "{}");
    }

    static Reply claimGrant(TestPlayer player, String grantId) {
        return player.post("grants/" + grantId + "/claim", "{}");
    }

    static List<String> inbox(TestPlayer player, String query) {
        return player.get("friends/gifts" + query).expect(200).texts("data.gifts", "giftId");
    }
}
