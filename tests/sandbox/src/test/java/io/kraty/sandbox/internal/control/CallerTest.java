package io.kraty.sandbox.internal.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sandbox.internal.game.base.ApiError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
    @ParameterizedTest
    @CsvSource({
        ",",
        "127.0.0.1:8080,",
        "127.0.0.1:8080,http://127.0.0.1:8080",
        "localhost:8080,http://localhost:8080",
        "LOCALHOST,",
        "10.0.2.2:8080,http://10.0.2.2:8080",
        "[::1]:8080,http://[::1]:8080"
    })
    void programs_andTheOwnPage_mayCall(String host, String origin) {
        assertDoesNotThrow(() -> Caller.require(host, origin));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080,https://evil.example",
        "127.0.0.1:8080,http://127.0.0.1:8081",
        "127.0.0.1:8080,https://127.0.0.1:8080",
        "127.0.0.1:8080,null",
        "evil.example:8080,http://evil.example:8080",
        "evil.example:8080,",
        "127.0.0.1.evil.example,",
        ",http://null.example"
    })
    void pagesFromElsewhere_mayNot(String host, String origin) {
        assertEquals(
                403,
                assertThrows(ApiError.class, () -> Caller.require(host, origin)).status());
    }
}
