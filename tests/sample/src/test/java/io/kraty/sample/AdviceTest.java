package io.kraty.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.kraty.api.model.KratyErrorCode;
import io.kraty.sdk.error.KratyApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {
    @ParameterizedTest
    @EnumSource(KratyErrorCode.class)
    void knowsWhatToDoAboutEveryCode(KratyErrorCode code) {
        assertNotNull(Advice.on(error(code.value())));
    }

    @Test
    void saysNoToACodeThatCameLater() {
        assertEquals(Advice.SAY_NO, Advice.on(error("brand_new")));
        assertEquals("409 brand_new: Sorry. (new to this version)", Advice.describe(error("brand_new")));
    }

    private static KratyApiException error(String code) {
        return KratyApiException.builder(409, code).message("Sorry.").build();
    }
}
