package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.LeaderboardStanding;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Ordered;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.boards.Board;
import io.kraty.sandbox.internal.game.boards.BoardFeed;
import io.kraty.sandbox.internal.game.boards.BoardRead;
import io.kraty.sandbox.internal.game.boards.BoardViews;
import io.kraty.sandbox.internal.game.boards.Participant;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.EventBoardView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The boards of events: their scores, their end, and the news of both.
 *
 * <p>[choice] News go out for the participant whose score changed, not for those it pushed down. A player counts with
 * the best attempt. On equal scores, the one who got there first is ahead.
 */
public final class EventBoards {
    private static final int MOST_SHOWN = 24;

    private final Settings settings;
    private final Seeds seeds;
    private final Prizes prizes;
    private final BoardViews views;
    private final BoardFeed feed;
    private final Map<String, EventBoard> byId = new LinkedHashMap<>();
    private final Set<EventBoard> live = new LinkedHashSet<>();
    private final Leftovers<EventBoard> over = new Leftovers<>(board -> byId.remove(board.id()));

    public EventBoards(Settings settings, Seeds seeds, Prizes prizes, BoardViews views, BoardFeed feed) {
        this.settings = settings;
        this.seeds = seeds;
        this.prizes = prizes;
        this.views = views;
        this.feed = feed;
    }

    /** Reading also brings the bots up to date. */
    public EventLeaderboard read(String id, BoardRead read) {
        EventBoard board = find(id);
        advance(board);
        return EventLeaderboard.builder()
                .leaderboardId(id)
                .mode(board.event.ranking().mode().value())
                .finalized(board.isFinal())
                .finalizedReason(board.board.finalized())
                .entries(views.entries(board.board, read))
                .self(views.self(board.board, read))
                .build();
    }

    /**
     * Puts the player on the board, with nothing yet or with what they have. [choice] The board of a lobby, a
     * segment or a group is for those whose attempts are ranked on it.
     */
    public EventLeaderboard join(Player player, String id, BoardRead read) {
        EventBoard board = find(id);
        if (board.isFinal()) {
            throw ApiError.conflict("The board is final.");
        }
        if (!(board.event.ranking() instanceof Ranking.Global) && board.board.of(player) == null) {
            throw ApiError.forbidden(ErrorCode.FORBIDDEN, "This board is for those who play on it.");
        }
        join(board, player);
        return read(id, read).toBuilder().joined(true).build();
    }

    /** Whether nothing changes on this board any more. */
    public boolean isFinal(String id) {
        return find(id).isFinal();
    }

    /** One bot of each board scores. */
    public void tick() {
        live.forEach(board -> board.board.moveOneBot().forEach(bot -> publish(board, bot)));
    }

    /** [choice] Ended by hand means {@code session_terminated}. */
    public void terminate(String id) {
        finish(find(id), FinalizedReason.SESSION_TERMINATED);
    }

    /** The latest as they are now, newest first. */
    public List<EventBoardView> look() {
        return Ordered.latest(byId.values(), MOST_SHOWN, EventBoard::look);
    }

    /** Lets the bots of all boards do what they did since the last call. */
    public void advanceAll() {
        live.forEach(this::advance);
    }

    /** Forgets boards that were final for long. */
    public void sweep() {
        over.sweep(now());
    }

    public int size() {
        return byId.size();
    }

    EventBoard create(String id, EventDefinition event, BotsDefinition bots) {
        Board board = new Board(id, seeds, bots, now());
        EventBoard created = new EventBoard(board, event, seeds.id("event", event.key()));
        byId.put(id, created);
        live.add(created);
        return created;
    }

    /** Puts the player on the board, with nothing yet. */
    void join(EventBoard board, Player player) {
        advance(board);
        if (board.board.of(player) == null) {
            publish(board, board.board.join(player));
        }
    }

    void score(EventBoard board, Player player, double score) {
        // Bots come first with what they did before, or it would depend on the timer who was there earlier.
        advance(board);
        Participant row = board.board.join(player);
        if (score > row.score()) {
            board.board.score(row, score);
            publish(board, row);
        }
    }

    void finish(EventBoard board, FinalizedReason reason) {
        if (board.isFinal()) {
            return;
        }
        advance(board);
        board.finish(reason, now());
        live.remove(board);
        over.add(board.event.key(), board, now());
        List<LeaderboardStanding> standings = new ArrayList<>();
        for (Participant row : board.board.ranked()) {
            standings.add(row.standing(standings.size() + 1));
        }
        prizes.award(board);
        feed.publish(board.id(), new LeaderboardFinalized(board.id(), board.eventId, reason, standings, now()));
        close(board);
    }

    private void advance(EventBoard board) {
        board.board.moveBots(now(), settings.botInterval()).forEach(bot -> publish(board, bot));
    }

    private void publish(EventBoard board, Participant row) {
        String id = board.id();
        feed.publish(id, new LeaderboardScoreUpdate(id, row.id(), row.score(), board.board.rankOf(row)));
    }

    private void close(EventBoard board) {
        feed.publish(board.id(), new LeaderboardClosed(board.id()));
        feed.end(board.id());
    }

    private EventBoard find(String id) {
        EventBoard board = byId.get(id);
        if (board == null) {
            throw ApiError.notFound("leaderboard");
        }
        return board;
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
