package io.kraty.sdk;

import io.kraty.api.EventsApi;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.FinishAttemptResponse;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptRequest;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.api.runtime.Checks;
import io.kraty.api.runtime.Json;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.polling.Patience;
import io.kraty.sdk.internal.polling.StartWait;
import io.kraty.sdk.live.StartWhenReadyOptions;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Timed events: what is on, starting an attempt, reporting progress, finishing. Get it from {@link Kraty#events()}. Thread-safe; each
 * call blocks until it is answered.
 *
 * @since 0.1.0
 */
public final class EventsClient {
    private final Scope scope;

    EventsClient(Scope scope) {
        this.scope = scope;
    }

    /**
     * What the player can see right now: each event with its window, cost, gate, rewards and the attempt that is already
     * open. Registers the player on first use. {@code GET /sdk/v1/players/{p}/events}.
     *
     * @throws KratyException if the platform refuses or cannot be reached
     */
    public List<EventListing> listForPlayer() {
        return scope.call(player -> EventsApi.listEvents(player, null));
    }

    /** {@link #start(String, Map)} without context. */
    public StartAttemptResponse start(String eventKey) {
        return start(eventKey, Map.of());
    }

    /**
     * Starts an attempt and pays its entry cost; both happen or neither. The board it is ranked on is kept before this
     * returns, for {@link Kraty#onFinalized}.
     * {@code POST /sdk/v1/players/{p}/events/{eventKey}/start}.
     *
     * @param eventKey the event, from {@link EventListing#eventKey()}
     * @param playerContext facts about the player that segments and gates look at (country, level, …); values are texts,
     *     numbers, booleans, maps and lists of those. Empty for none
     * @throws KratyApiException {@code lobby_forming} while players are being matched (see
     *     {@link #startWhenReady}), {@code insufficient_entry_cost}, {@code entry_requirement_failed},
     *     {@code unlock_condition_failed}, {@code event_disabled}, {@code no_active_window}, {@code max_attempts_reached},
     *     {@code max_daily_attempts_reached}, {@code no_leaderboard}, {@code player_banned}, {@code not_found}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the context holds what JSON cannot
     */
    public StartAttemptResponse start(String eventKey, Map<String, ? extends @Nullable Object> playerContext) {
        Checks.present("playerContext", playerContext);
        Map<String, @Nullable Object> context = new LinkedHashMap<>(playerContext);
        StartAttemptRequest body =
                StartAttemptRequest.builder().playerContext(context).build();
        return scope.call(
                player -> EventsApi.startAttempt(player, eventKey, body),
                (player, start) -> scope.finalizations().track(player, start.leaderboardId(), eventKey));
    }

    /** {@link #startWhenReady(String, Map, StartWhenReadyOptions)} without context, for a minute at most. */
    public StartAttemptResponse startWhenReady(String eventKey) {
        return startWhenReady(
                eventKey, Map.of(), StartWhenReadyOptions.builder().build());
    }

    /**
     * Starts an attempt, also at an event that matches players: while the lobby forms, waits until it is active and starts
     * again, as often as the platform puts the player into another one. Blocks for all that time; an interrupt and
     * {@link Kraty#close()} end it. Failures that may pass do not. All of it is about whoever plays when it begins.
     * {@code POST /sdk/v1/players/{p}/events/{eventKey}/start} and {@code GET /sdk/v1/lobbies/{lobbyId}}.
     *
     * <p>Every start has an idempotency key of its own. One whose outcome is unknown is repeated with the same key, so the entry
     * cost is paid once. {@linkplain RequestOptions#idempotencyKey A view's key} goes with every start: the platform keeps no
     * {@code lobby_forming} under it, and answers with the attempt it led to however often it is repeated. Bring one to be
     * able to go on after a {@link KratyNetworkException}, also at the next launch.
     *
     * <p>A player who gives up, whose future is cancelled for example, keeps the place in the lobby: the platform knows no way to
     * leave one.
     *
     * @param eventKey the event, from {@link EventListing#eventKey()}
     * @param playerContext as for {@link #start(String, Map)}; goes with every start as it is now
     * @param options how often to look, how long to wait in all, and whom to tell
     * @throws KratyTimeoutException if a lobby is still forming when time is up; the player keeps the place in it
     * @throws KratyLobbyClosedException if the lobby closes instead
     * @throws KratyApiException what {@link #start(String, Map)} throws but {@code lobby_forming}, at once: a window that
     *     ended is {@code no_active_window}, a player without attempts {@code max_attempts_reached} or
     *     {@code max_daily_attempts_reached}; or what may pass, like {@code rate_limited}, if it did not in time
     * @throws KratyNetworkException if the thread is interrupted, or the last start got no answer in time: then it is unknown
     *     whether the attempt was started
     * @throws IllegalArgumentException if the key cannot stand in a path, or the context holds what JSON cannot
     */
    public StartAttemptResponse startWhenReady(
            String eventKey, Map<String, ? extends @Nullable Object> playerContext, StartWhenReadyOptions options) {
        Checks.pathSegment("eventKey", eventKey);
        Checks.present("options", options);
        Map<String, @Nullable Object> context = Json.freeForm("playerContext", playerContext);
        Patience patience = scope.patience(options.interval(), options.timeout(), Duration.ZERO, options.onError());
        Supplier<Scope> player =
                once(scope::settled); // who plays is found out in the wait, which survives what may pass
        Supplier<Function<Duration, StartAttemptResponse>> starts = () -> {
            Supplier<Scope> call = once(() -> player.get().withOneKey());
            return within -> new EventsClient(call.get().within(within)).start(eventKey, context);
        };
        return new StartWait(
                        eventKey,
                        starts,
                        (lobby, within) -> new LobbiesClient(player.get().within(within)).read(lobby),
                        scope.telling(options.onUpdate()),
                        scope::now,
                        patience)
                .await();
    }

    /** Gives what {@code make} made the first time that it did not fail. For one thread. */
    private static Supplier<Scope> once(Supplier<Scope> make) {
        AtomicReference<@Nullable Scope> made = new AtomicReference<>();
        return () -> {
            Scope known = made.get();
            Scope scope = known == null ? make.get() : known;
            made.set(scope);
            return scope;
        };
    }

    /**
     * Reports what the player achieved. The answer says how the attempt stands and which milestones this report reached;
     * their grants wait in {@link GrantsClient}.
     * {@code POST /sdk/v1/players/{p}/events/{eventKey}/attempts/{attemptId}/progress}.
     *
     * @param eventKey the event
     * @param attemptId the attempt, from {@link StartAttemptResponse#attempt()}
     * @param input what to set or add
     * @throws KratyApiException {@code attempt_finished}, {@code invalid_metric}, {@code anti_cheat_rejected},
     *     {@code player_banned}, {@code not_found}
     * @throws IllegalArgumentException if an id cannot stand in a path, or a value is not finite
     */
    public ProgressResponse progress(String eventKey, String attemptId, ProgressInput input) {
        Checks.present("input", input);
        return scope.call(player -> EventsApi.reportProgress(player, eventKey, attemptId, input.request()));
    }

    /**
     * Ends an attempt before its time is up, in events that are played until the player is done.
     * {@code POST /sdk/v1/players/{p}/events/{eventKey}/attempts/{attemptId}/finish}.
     *
     * @param eventKey the event
     * @param attemptId the attempt, from {@link StartAttemptResponse#attempt()}
     * @return the attempt, and whether it was completed or its target missed
     * @throws KratyApiException {@code attempt_finished} if it is over already, {@code player_banned}, {@code not_found}
     * @throws IllegalArgumentException if an id cannot stand in a path
     */
    public FinishAttemptResponse finish(String eventKey, String attemptId) {
        return scope.call(player -> EventsApi.finishAttempt(player, eventKey, attemptId));
    }
}
