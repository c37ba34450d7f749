package io.kraty.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyErrorCode;
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
    void promisesNoOpeningOfWhatIsOver() {
        assertEquals(Advice.SHOW_RESULT, Advice.on(error("attempt_finished")));
        assertEquals(Advice.REFRESH, Advice.on(error("event_disabled")));
        assertEquals(Advice.COME_BACK, Advice.on(error("no_active_window")));
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
