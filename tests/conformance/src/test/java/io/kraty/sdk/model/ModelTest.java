package io.kraty.sdk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * In every order of steps, with a crash between any two, the protocols keep their promises; a wrong one is
 * found out.
 */
class ModelTest {
    @ParameterizedTest
    @CsvSource({"false,1,6", "false,2,4", "false,3,2", "true,1,6", "true,2,4", "true,3,2"})
    void registration_givesAllTheSamePlayer_andLosesNone(boolean isNamed, int processes, int mishaps) {
        var explorer = new Explorer<>(new RegistrationModel(isNamed, RegistrationModel.Variant.AS_IT_IS));

        assertEquals(List.of(), explorer.explore(RegistrationModel.start(processes, mishaps)));
        System.out.println("registration, named " + isNamed + ", " + processes + " processes, " + mishaps + " mishaps: "
                + explorer.states() + " states");
        assertTrue(explorer.states() > 20, "it was looked at");
    }

    @ParameterizedTest
    @EnumSource(value = RegistrationModel.Variant.class, names = "AS_IT_IS", mode = Mode.EXCLUDE)
    void registration_doneWrong_isFoundOut(RegistrationModel.Variant variant) {
        List<String> steps =
                new Explorer<>(new RegistrationModel(false, variant)).explore(RegistrationModel.start(3, 1));

        assertNotEquals(List.of(), steps);
        System.out.println(variant + ": " + String.join("; ", steps));
    }

    @ParameterizedTest
    @CsvSource({"1,4", "2,2"})
    void outbox_doesEachOnce_inOrder_andTellsIt(int processes, int mishaps) {
        var explorer = new Explorer<>(new OutboxModel(OutboxModel.Variant.AS_IT_IS));

        assertEquals(List.of(), explorer.explore(OutboxModel.start(processes, mishaps)));
        System.out.println(
                "outbox, " + processes + " processes, " + mishaps + " mishaps: " + explorer.states() + " states");
        assertTrue(explorer.states() > 100, "it was looked at");
    }

    @ParameterizedTest
    @EnumSource(value = OutboxModel.Variant.class, names = "AS_IT_IS", mode = Mode.EXCLUDE)
    void outbox_doneWrong_isFoundOut(OutboxModel.Variant variant) {
        List<String> steps = new Explorer<>(new OutboxModel(variant)).explore(OutboxModel.start(1, 2));

        assertNotEquals(List.of(), steps);
        System.out.println(variant + ": " + String.join("; ", steps));
    }
}
