package io.kraty.game.online;

import io.kraty.sdk.request.RequestInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * Where and how the game plays.
 *
 * @param baseUrl the platform's address
 * @param apiKey the game's {@code client_sdk} key
 * @param allowCleartext whether the key may travel to an http address that is not this machine
 * @param boards the keys of the configured boards that the game shows; nothing lists them, a game knows its own
 * @param files where players, boards and what is not sent yet are kept
 * @param gameThread runs what it is given on the thread that draws: {@code work -> Gdx.app.postRunnable(work)}, not a
 *     reference to the method, since there is no {@code Gdx.app} yet where this is made
 * @param httpClient the game's HTTP client, whose interceptors see every request
 * @param onRequest is told of every attempt
 */
public record Setup(
        String baseUrl,
        String apiKey,
        boolean allowCleartext,
        List<String> boards,
        Path files,
        Executor gameThread,
        OkHttpClient httpClient,
        Consumer<RequestInfo> onRequest) {
    /** Without the key. */
    @Override
    public String toString() {
        return baseUrl;
    }
}
