package io.kraty.sdk.internal.board;

import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.model.ProgressionLimits;
import io.kraty.sdk.internal.stream.Following;
import io.kraty.sdk.internal.stream.Subject;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A board that is kept current. */
public final class LiveBoard extends Following<LeaderboardEvent, LeaderboardSnapshot> implements BoardSubscription {
    private final BoardListener listener;
    private final BoardRows rows;
    private @Nullable LeaderboardSelf self;
    private @Nullable ProgressionLimits progression;
    private boolean finalized;
    private volatile BoardView view = new BoardView(0, List.of(), null, null, false);

    /** The first {@code limit} rows; begins when it is started. */
    public LiveBoard(
            Means means, Subject<LeaderboardEvent, LeaderboardSnapshot> subject, int limit, BoardListener listener) {
        super(means, subject, listener, listener::onState);
        this.listener = listener;
        this.rows = new BoardRows(limit);
    }

    @Override
    public BoardView board() {
        return view;
    }

    @Override
    protected void pushed(LeaderboardEvent event, long number) {
        if (!(event instanceof LeaderboardScoreUpdate update)) {
            tell(() -> listener.onEvent(event));
            return;
        }
        boolean more = rows.push(update, number);
        tellOnce(update);
        show();
        if (more) {
            readSoon();
        }
    }

    @Override
    protected boolean wasRead(LeaderboardSnapshot board, long begun) {
        boolean more = rows.read(board.entries(), begun);
        self = board.self();
        if (board instanceof EventLeaderboard ofAnEvent) {
            progression = ofAnEvent.progression();
            finalized = ofAnEvent.finalized();
        } else if (board instanceof Leaderboard configured) {
            progression = configured.progression();
        }
        for (LeaderboardEntry row : rows.ranked()) {
            tellOnce(new LeaderboardScoreUpdate(board.leaderboardId(), row.participantId(), row.score(), row.rank()));
        }
        show();
        if (more) {
            readSoon();
        }
        return finalized;
    }

    private void tellOnce(LeaderboardScoreUpdate update) {
        if (rows.isNews(update)) {
            tell(() -> listener.onEvent(update));
        }
    }

    private void show() {
        List<LeaderboardEntry> ranked = rows.ranked();
        for (LeaderboardEntry row : ranked) {
            if (self != null && row.isSelf()) {
                self = new LeaderboardSelf(row.rank(), row.score());
            }
        }
        BoardView same = new BoardView(view.version(), ranked, self, progression, finalized);
        if (!same.equals(view)) {
            BoardView next = new BoardView(same.version() + 1, same.entries(), self, progression, finalized);
            view = next;
            tell(() -> listener.onBoard(next));
        }
    }
}
