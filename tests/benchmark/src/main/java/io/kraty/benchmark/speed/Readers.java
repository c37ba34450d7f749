package io.kraty.benchmark.speed;

import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import io.kraty.api.EventLeaderboardsApi;
import io.kraty.api.EventsApi;
import io.kraty.api.FriendsApi;
import io.kraty.api.GrantsApi;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.FriendReadOptions;
import io.kraty.api.runtime.ApiRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ways to read one payload, all from bytes, as they come over the connection. */
public final class Readers {
    private final byte[] json;
    private final ApiRequest<?> request;
    private final TypeAdapter<?> plain;
    private final ByHand.Value<?> byHand;

    private Readers(Payload payload, ApiRequest<?> request, TypeToken<?> plain, ByHand.Value<?> byHand) {
        this.json = payload.json();
        this.request = request;
        this.plain = PlainGson.GSON.getAdapter(plain);
        this.byHand = byHand;
    }

    /** The readers of a payload. */
    public static Readers of(Payload payload) {
        return switch (payload) {
            case BOARD ->
                new Readers(
                        payload,
                        EventLeaderboardsApi.getEventLeaderboard("board", EventLeaderboardReadOptions.defaults(), null),
                        new TypeToken<Plain.Envelope<Plain.Board>>() {},
                        ByHand::board);
            case LISTING, RANGES ->
                new Readers(
                        payload,
                        EventsApi.listEvents("player", null),
                        new TypeToken<Plain.Envelope<List<Plain.Event>>>() {},
                        in -> ByHand.list(in, ByHand::event));
            case GRANTS ->
                new Readers(
                        payload,
                        GrantsApi.listPendingGrants("player", null),
                        new TypeToken<Plain.Envelope<List<Plain.Grant>>>() {},
                        in -> ByHand.list(in, ByHand::grant));
            case FRIENDS ->
                new Readers(
                        payload,
                        FriendsApi.listFriends("player", FriendReadOptions.defaults()),
                        new TypeToken<Plain.Envelope<Plain.Friends>>() {},
                        ByHand::friends);
        };
    }

    /** What is read. */
    public byte[] json() {
        return json;
    }

    /** As the SDK does. */
    public @Nullable Object sdk() throws IOException {
        return Objects.requireNonNull(request.readOrdinary(200, json), "an ordinary answer");
    }

    /** As somebody would by hand, over Gson's stream. */
    public Object byHand() throws IOException {
        try (JsonReader in = new JsonReader(bytes())) {
            return ByHand.data(in, byHand);
        }
    }

    /** As Gson does for plain classes. */
    public Object gson() throws IOException {
        try (JsonReader in = new JsonReader(bytes())) {
            return plain.read(in);
        }
    }

    private Reader bytes() {
        return new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8);
    }
}
