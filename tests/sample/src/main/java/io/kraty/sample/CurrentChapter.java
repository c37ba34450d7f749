package io.kraty.sample;

import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.HoldingsListener;
import io.kraty.sdk.live.HoldingsOptions;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.SubscriptionState;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Boards and holdings that stay current by themselves, also when the connection does not. */
final class CurrentChapter implements Chapter {
    private static final String LAP = "daily_lap";

    @Override
    public String title() {
        return "A board that stays current";
    }

    @Override
    public void play(Session session) {
        session.step("Follow a board through a lost connection", () -> follow(session));
        session.step("Follow boards that have no stream", () -> followConfigured(session));
        session.step("Keep the purse current", () -> watch(session));
    }

    private static void follow(Session session) throws InterruptedException {
        Kraty kraty = session.kraty();
        Session.Run run = session.questRun.get();
        States states = new States(new LinkedBlockingQueue<>());
        BoardOptions options = BoardOptions.builder()
                .limit(8)
                .includeSelf(true)
                .progression(session.names().progressions())
                .readInterval(Duration.ofSeconds(15))
                .reconnect(true)
                .build();
        try (BoardSubscription board = kraty.eventLeaderboards().subscribe(run.leaderboardId(), states, options)) {
            states.await(session, SubscriptionState.Live.class);
            long drawn = board.board().version();
            kraty.events().progress(run.eventKey(), run.attemptId(), ProgressInput.increment(1));
            while (board.board().version() == drawn) { // what a renderer looks at, every frame
                session.screen().frame();
            }
            session.screen().line("drawn again: " + board.board().entries().size() + " rows");
            session.sandbox().dropStreams();
            states.await(session, SubscriptionState.Degraded.class);
            states.await(session, SubscriptionState.Live.class);
            session.screen().line("nothing was missed, " + (board.state() instanceof SubscriptionState.Live));
        }
    }

    private static void followConfigured(Session session) throws InterruptedException {
        session.sandbox(); // which keys there are is not known of a real backend
        Kraty kraty = session.kraty();
        States lap = new States(new LinkedBlockingQueue<>());
        BoardOptions harbour =
                BoardOptions.builder().segment("harbour").period("current").build();
        try (BoardSubscription split = kraty.leaderboards().subscribe(LAP, lap, harbour);
                BoardSubscription plain = kraty.leaderboards().subscribe(session.boardKey(), event -> {});
                BoardSubscription quest = kraty.eventLeaderboards()
                        .subscribe(session.questRun.get().leaderboardId(), event -> {})) {
            lap.await(session, SubscriptionState.Live.class);
            Steps.check(!(plain.state() instanceof SubscriptionState.Ended), "it ended");
            Steps.check(!(quest.state() instanceof SubscriptionState.Ended), "it ended");
            session.screen().line(split.board().entries().size() + " rows, by reading every 15 s");
        }
    }

    private static void watch(Session session) throws InterruptedException {
        Kraty kraty = session.kraty();
        Changes changes = new Changes(new LinkedBlockingQueue<>());
        try (HoldingsWatch purse = kraty.inventory().watch(changes, new HoldingsOptions(true, true));
                HoldingsWatch other = kraty.inventory().watch(event -> {})) {
            changes.await(SubscriptionState.Live.class);
            Steps.check(!(other.state() instanceof SubscriptionState.Ended), "it ended");
            session.screen()
                    .line(purse.items().size() + " items and "
                            + purse.balances().size() + " balances, as of now ("
                            + (purse.state() instanceof SubscriptionState.Live) + ")");
        }
    }

    /** From the SDK's threads to the one that draws. */
    private record States(BlockingQueue<SubscriptionState> states) implements BoardListener {
        @Override
        public void onEvent(LeaderboardEvent event) {
            if (event instanceof LeaderboardScoreUpdate) {
                return; // the board has it
            }
        }

        @Override
        public void onState(SubscriptionState state) {
            states.add(state);
        }

        private void await(Session session, Class<? extends SubscriptionState> wanted) throws InterruptedException {
            session.screen().line(CurrentChapter.await(states, wanted).toString());
        }
    }

    private record Changes(BlockingQueue<SubscriptionState> states) implements HoldingsListener {
        @Override
        public void onEvent(InventoryEvent event) {}

        @Override
        public void onState(SubscriptionState state) {
            states.add(state);
        }

        private void await(Class<? extends SubscriptionState> wanted) throws InterruptedException {
            CurrentChapter.await(states, wanted);
        }
    }

    private static SubscriptionState await(
            BlockingQueue<SubscriptionState> states, Class<? extends SubscriptionState> wanted)
            throws InterruptedException {
        @Nullable SubscriptionState next;
        do {
            next = states.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new Steps.Failed("never " + wanted.getSimpleName());
            }
        } while (!wanted.isInstance(next));
        return next;
    }
}
