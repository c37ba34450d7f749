package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;

import io.kraty.sdk.Polling;
import io.kraty.sdk.live.PollLobbyOptions;
import java.util.List;

class LobbiesCallsTest extends CallsTest {
    private static final PollLobbyOptions POLL = PollLobbyOptions.builder().build();

    @Override
    List<Call> calls() {
        return List.of(
                call("GET /sdk/v1/lobbies/l1", kraty -> kraty.lobbies().read("l1")),
                call(
                        "GET /sdk/v1/lobbies/l1",
                        kraty -> kraty.as("other").lobbies().read("l1")),
                call("GET /sdk/v1/lobbies/l1", kraty -> kraty.pollLobbyUntilActive("l1")),
                call("GET /sdk/v1/lobbies/l1", kraty -> kraty.pollLobbyUntilActive("l1", POLL)),
                call("GET /sdk/v1/lobbies/l1", kraty -> Polling.pollLobbyUntilActive(kraty.lobbies(), "l1", POLL)));
    }

    @Override
    List<TextCall> texts() {
        return List.of(
                text("GET /sdk/v1/lobbies/{}", (kraty, text) -> kraty.lobbies().read(text)),
                text("GET /sdk/v1/lobbies/{}", (kraty, text) -> kraty.pollLobbyUntilActive(text)));
    }
}
