package io.kraty.game.state;

import io.kraty.game.online.Deed;
import io.kraty.game.online.Online;
import io.kraty.game.online.Outbox;
import io.kraty.game.online.Problem;
import io.kraty.game.online.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The whole game: what is so, and what a player can do about it. Read and changed on one thread, the one that draws; nothing
 * in it ever waits.
 */
public final class Game implements AutoCloseable {
    private static final Duration WRONG = Duration.ofMinutes(1);

    private final Setup setup;
    private final Online online;
    private final Bag bag = new Bag(this);
    private final Events events = new Events(this);
    private final Quest quest = new Quest(this);
    private final Boards boards = new Boards(this);
    private final Results results = new Results(this);
    private final Profile profile = new Profile(this);
    private final Friends friends = new Friends(this);
    private final Shop shop = new Shop(this);
    private final List<Area> areas = List.of(bag, events, quest, boards, results, profile, friends, shop);
    private final Queue<Notice> notices = new ArrayDeque<>();
    private Outbox outbox;
    private Problem.@Nullable Kind barred;
    private boolean wasOffline;
    private boolean saidClock;
    private boolean saidDisk;
    private long version;

    /** A game that has not begun. */
    public Game(Setup setup) {
        this.setup = setup;
        this.online = new Online(setup, this::reconnected);
        this.outbox = openOutbox();
    }

    private Outbox openOutbox() {
        return new Outbox(online, setup.files(), new Outbox.Listener() {
            @Override
            public void done(Deed deed, Object answer) {
                Game.this.done(deed, answer);
            }

            @Override
            public void refused(Deed deed, Problem problem) {
                Game.this.refused(deed, problem);
            }

            @Override
            public void kept(Deed deed, Problem problem) {
                Game.this.kept(deed, problem);
            }
        });
    }

    /** Begins to play. Returns at once; what is read shows when it is there. */
    public void begin() {
        syncClock();
        areas.forEach(Area::begin);
    }

    /** To be called every frame. */
    public void tick(float seconds) {
        online.tick(seconds);
        if (wasOffline != isOffline()) {
            wasOffline = isOffline();
            changed();
        }
        outbox.tick(seconds);
        if (outbox.isFailing() && !saidDisk) {
            saidDisk = true;
            say(Notice.Tone.WARNING, "disk.failed");
        }
        for (int i = 0; i < areas.size(); i++) {
            areas.get(i).tick(seconds);
        }
    }

    /** The window went to the background: nothing is sent meanwhile. */
    public void pause() {
        online.kraty().pause();
        quest.hold();
    }

    /** It is back. */
    public void resume() {
        online.kraty().resume();
        events.refresh();
    }

    /** Goes on as the device's other player. */
    public void switchTo(int slot) {
        if (slot == online.slot()) {
            return;
        }
        areas.forEach(Area::end);
        barred = null;
        online.become(slot);
        outbox = openOutbox();
        begin();
        changed();
    }

    /** Somebody else plays in this slot by now: everything is read again. */
    void startOver() {
        areas.forEach(Area::end);
        barred = null;
        online.renew();
        begin();
        changed();
    }

    private void reconnected() {
        say(Notice.Tone.GOOD, "connection.back");
        outbox.hurry();
        begin();
    }

    private void syncClock() {
        online.ask(
                kraty -> {
                    kraty.syncTime();
                    return Duration.between(Instant.now(), kraty.serverNow());
                },
                this::compare,
                this::met);
    }

    private void compare(Duration ahead) {
        if (ahead.abs().compareTo(WRONG) > 0 && !saidClock) {
            saidClock = true;
            say(Notice.Tone.INFO, "clock.wrong", Math.abs(ahead.toMinutes()));
        }
    }

    private void done(Deed deed, Object answer) {
        if (deed.kind() == Deed.Kind.PURCHASE || deed.kind() == Deed.Kind.TRADE) {
            shop.confirmed(deed, answer);
        } else {
            quest.confirmed(deed, answer);
        }
        changed();
    }

    private void refused(Deed deed, Problem problem) {
        met(problem);
        if (!quest.refused(deed, problem)) {
            tell(problem);
        }
        changed();
    }

    private void kept(Deed deed, Problem problem) {
        met(problem);
        if (Outbox.isPaid(deed, problem)) {
            say(Notice.Tone.WARNING, "shop.owed", new Notice.Thing(deed.subject()));
        } else {
            say(Notice.Tone.WARNING, "problem.kept");
        }
        changed();
    }

    /** Keeps in mind what bars the player from the whole game. */
    void met(Problem problem) {
        if (problem.kind() == Problem.Kind.BANNED || problem.kind() == Problem.Kind.SIGN_IN) {
            barred = problem.kind();
        }
        changed();
    }

    /** Shows a problem in passing. That nothing answers is on the screen anyway. */
    void tell(Problem problem) {
        if (problem.kind() == Problem.Kind.REFUSED) {
            say(Notice.Tone.WARNING, "problem.refused", problem.detail());
        } else if (problem.kind() != Problem.Kind.OFFLINE && barred == null) {
            say(Notice.Tone.WARNING, "problem." + problem.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    void say(Notice.Tone tone, String key, Object... arguments) {
        say(Notice.of(tone, key, arguments));
    }

    void say(Notice notice) {
        notices.add(notice);
    }

    /** The next word in passing; null for none. */
    public @Nullable Notice nextNotice() {
        return notices.poll();
    }

    /** The time on the platform's clock, which nobody on this device can set. */
    public Instant now() {
        return online.now();
    }

    /** Whether nothing answers at the moment. */
    public boolean isOffline() {
        return online.isOffline();
    }

    /** Why the player cannot play at all: banned, or not signed in; null if they can. */
    public Problem.@Nullable Kind barred() {
        return barred;
    }

    /** How much of what the player has earned is not confirmed yet. */
    public int unsent() {
        return outbox.size();
    }

    /** Changes whenever there is something new to show. */
    public long version() {
        return version;
    }

    void changed() {
        version++;
    }

    Outbox outbox() {
        return outbox;
    }

    Setup setup() {
        return setup;
    }

    /** Where the SDK is, for the debug panel and for tests. */
    public Online online() {
        return online;
    }

    public Bag bag() {
        return bag;
    }

    public Events events() {
        return events;
    }

    public Quest quest() {
        return quest;
    }

    public Boards boards() {
        return boards;
    }

    public Results results() {
        return results;
    }

    public Profile profile() {
        return profile;
    }

    public Friends friends() {
        return friends;
    }

    public Shop shop() {
        return shop;
    }

    @Override
    public void close() {
        areas.forEach(Area::end);
        outbox.close();
        online.close();
    }
}
