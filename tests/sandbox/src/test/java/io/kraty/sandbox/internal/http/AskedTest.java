package io.kraty.sandbox.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.wire.WireRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final String DEBIT = "/sdk/v1/players/ana/wallet/gold/debit";

    @Test
    void body_isParsedOnce_whoeverAsks() {
        Asked asked = asked("POST", DEBIT, "{\"idempotencyKey\":\"k\"}");

        assertEquals("k", asked.stampedKey());
        assertSame(asked.requireBody(), asked.requireBody());
    }

    @Test
    void malformedBody_isFoundOutOnce_andHasNoKey() {
        Asked asked = asked("POST", DEBIT, "{");

        assertNull(asked.stampedKey());
        assertSame(assertThrows(ApiError.class, asked::requireBody), assertThrows(ApiError.class, asked::requireBody));
    }

    @Test
    void route_isFoundOnce() {
        Asked asked = asked("POST", DEBIT, "{}");

        assertSame(asked.route(), asked.requireRoute());
    }

    @Test
    void unknownPath_isForWhoeverRequiresIt() {
        Asked asked = asked("GET", "/sdk/v1/nowhere", "");

        assertNull(asked.route());
        assertNull(asked.stampedKey());
        assertEquals(404, assertThrows(ApiError.class, asked::requireRoute).status());
    }

    private static Asked asked(String method, String path, String body) {
        return new Asked(new WireRequest(method, path, Map.of(), body, false, 1));
    }
}
