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
import io.kraty.sdk.internal.stream.FollowingMeans;
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
    private final boolean hasOwnPlace;
    private @Nullable LeaderboardSelf self;
    private long ownSince;
    private @Nullable ProgressionLimits progression;
    private boolean finalized;
    private volatile BoardView view = new BoardView(0, List.of(), null, null, false);

    /** The first {@code limit} rows; begins when it is started. {@code hasOwnPlace} if it shows the place of who plays. */
    public LiveBoard(
            FollowingMeans means,
            Subject<LeaderboardEvent, LeaderboardSnapshot> subject,
            int limit,
            boolean hasOwnPlace,
            BoardListener listener) {
        super(means, subject, listener, listener::onState);
        this.listener = listener;
        this.rows = new BoardRows(limit);
        this.hasOwnPlace = hasOwnPlace;
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
        if (view.version() != 0) {
            show();
        }
        if (more) {
            readSoon();
        }
    }

    @Override
    protected boolean wasRead(LeaderboardSnapshot board, long begun) {
        boolean more = rows.read(board.entries(), begun);
        self = board.self();
        if (begun < ownSince) {
            forgetOwnPlace(); // that of who played before
        }
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

    /** No place is shown until that of who plays now is read. */
    @Override
    public void playerChanged() {
        if (hasOwnPlace) {
            outdated(number -> {
                ownSince = number;
                forgetOwnPlace();
                if (view.version() != 0) {
                    show();
                }
            });
        }
    }

    private void forgetOwnPlace() {
        self = null;
        rows.forgetOwn();
    }

    /** Also what was read first, even if it is nothing. */
    private void show() {
        List<LeaderboardEntry> ranked = rows.ranked();
        LeaderboardSelf place = place(ranked);
        BoardView same = new BoardView(view.version(), ranked, place, progression, finalized);
        if (view.version() == 0 || !same.equals(view)) {
            BoardView next = new BoardView(same.version() + 1, same.entries(), place, progression, finalized);
            view = next;
            tell(() -> listener.onBoard(next));
        }
    }

    /** That of the own row; if it is not shown, what was said last, but behind all that are. */
    private @Nullable LeaderboardSelf place(List<LeaderboardEntry> ranked) {
        LeaderboardSelf read = self;
        if (read == null || !rows.knowsOwn()) {
            return read;
        }
        for (LeaderboardEntry row : ranked) {
            if (row.isSelf()) {
                return new LeaderboardSelf(row.rank(), row.score());
            }
        }
        LeaderboardScoreUpdate pushed = rows.ownPush();
        int rank = pushed == null ? read.rank() : pushed.rank();
        return new LeaderboardSelf(Math.max(rank, ranked.size() + 1), pushed == null ? read.score() : pushed.score());
    }
}
