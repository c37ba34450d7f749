package io.kraty.docs;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.model.Attempt;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.OutboxResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.crypto.SecretKey;

/** What the examples of javadoc take for granted: a game that has begun. */
public class AGame {
    /** Something that a game shows. */
    protected interface Shown {
        void show(Object... what);
    }

    /** What a game's own endpoint answers. */
    protected record News(String title) {}

    protected static final TypeAdapter<News> NEWS = new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, News news) throws IOException {
            out.value(news.title());
        }

        @Override
        public News read(JsonReader in) throws IOException {
            return new News(in.nextString());
        }
    };

    protected Kraty kraty;
    protected KratySandbox sandbox;
    protected KratyClientOptions options;
    protected Path file;
    protected SecretKey key;
    protected String id;
    protected String attemptId;
    protected String purchaseId;
    protected DebitWalletInput debit;
    protected long drawn;
    protected Shown screen;
    protected Shown shop;
    protected Shown scoreboard;
    protected Shown purse;
    protected Shown presents;

    protected long draw(BoardView board) {
        return board.version();
    }

    protected void showStandings(String player, Integer rank, List<LeaderboardEntry> standings) {
        screen.show(player, rank, standings);
    }

    protected void show(Attempt attempt) {
        screen.show(attempt);
    }

    protected void book(String key, OutboxResult result) {
        screen.show(key, result);
    }
}
