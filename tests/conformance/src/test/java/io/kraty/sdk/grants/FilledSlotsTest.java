package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilledSlotsTest {
    @ParameterizedTest
    @CsvSource({"8, 2, 3, 5", "8, 2, 0, 2", "8, 8, 0, 8", "8, 6, 5, 8", "8, 9, 0, 8", "4, 2147483647, 2147483647, 4"})
    void playersAndBots_areNeverMoreThanFit(int capacity, int players, int bots, int filled) {
        Lobby lobby = Lobby.builder()
                .id("l")
                .eventId("e")
                .eventWindowId("w")
                .mode("auto")
                .status(LobbyStatus.FORMING)
                .capacity(capacity)
                .participantCount(players)
                .botSlots(bots)
                .build();
        assertEquals(filled, lobby.filledSlots());
    }
}
