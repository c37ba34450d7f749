package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.boards.Segments;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On which board an attempt is ranked.
 *
 * <p>[choice] In an event that is split into segments or groups, a player stays for the whole window where the first
 * start led, whatever later starts say. A start has to state the facts that segments go by each time. If that board was
 * made final by hand, the window is over for its players. Bots come on top of the players of a segment or a group.
 */
final class Rankings {
    private final Seeds seeds;
    private final Holdings holdings;
    private final EventBoards boards;
    private final Lobbies lobbies;

    Rankings(Seeds seeds, Holdings holdings, EventBoards boards, Lobbies lobbies) {
        this.seeds = seeds;
        this.holdings = holdings;
        this.boards = boards;
        this.lobbies = lobbies;
    }

    /**
     * Makes sure that a start says what its segment follows from.
     *
     * @throws ApiError 400 if it does not
     */
    void requireFacts(Player player, EventDefinition event, Map<String, String> facts) {
        segment(player, event, facts);
    }

    EventBoard board(Player player, EventDefinition event, EventWindow window, Map<String, String> facts) {
        if (event.ranking() instanceof Ranking.Lobbies ranking) {
            return lobbies.boardOf(player, event, ranking.lobby(), window);
        }
        EventBoard board = window.seatOf(player);
        if (board == null) {
            board = seat(player, event, window, facts);
            window.seat(player, board);
        }
        if (board.isFinal()) {
            throw new ApiError(409, ErrorCode.NO_ACTIVE_WINDOW, "The player's board of this window is final.");
        }
        return board;
    }

    private EventBoard seat(Player player, EventDefinition event, EventWindow window, Map<String, String> facts) {
        if (event.ranking() instanceof Ranking.Grouped ranking) {
            return window.nextInGroup(ranking.size(), name -> create(event, window, name));
        }
        String segment = segment(player, event, facts);
        return window.board(segment == null ? "" : segment, name -> create(event, window, name));
    }

    private @Nullable String segment(Player player, EventDefinition event, Map<String, String> facts) {
        return event.ranking() instanceof Ranking.Segmented ranking
                ? Segments.of(ranking.by(), holdings).forStart(player, facts)
                : null;
    }

    private EventBoard create(EventDefinition event, EventWindow window, String name) {
        return boards.create(seeds.id("board", window.id, name), event, event.bots());
    }
}
