package io.kraty.game.state;

import io.kraty.api.model.EventListing;
import io.kraty.game.online.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be played now. Read again when a window opens or closes, and from time to time. */
public final class Events extends Area {
    private static final float SECONDS_BETWEEN_READS = 12;

    private final Map<String, EventCard> seen = new HashMap<>();
    private List<EventCard> cards = List.of();
    private boolean loaded;
    private boolean reading;
    private @Nullable Problem problem;
    private float untilRead;

    Events(Game game) {
        super(game);
    }

    @Override
    void begin() {
        refresh();
    }

    @Override
    void end() {
        cards = List.of();
        loaded = false;
        reading = false;
        problem = null;
    }

    @Override
    void tick(float seconds) {
        untilRead -= seconds;
        if (untilRead <= 0 && !game.isOffline() && !game.quest().isPlaying()) {
            refresh();
        }
    }

    /** Reads what there is now. */
    public void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        untilRead = SECONDS_BETWEEN_READS;
        ask(kraty -> kraty.events().listForPlayer(), this::show, failed -> {
            reading = false;
            // Read again as soon as the network is back, so that it is nothing to say.
            problem = failed.kind() == Problem.Kind.OFFLINE ? null : failed;
        });
    }

    private void show(List<EventListing> listings) {
        reading = false;
        problem = null;
        List<EventCard> next = listings.stream().map(EventCard::of).toList();
        if (loaded) {
            compare(next);
        }
        loaded = true;
        cards = next;
        next.forEach(card -> seen.put(card.key(), card));
        untilRead = Math.min(SECONDS_BETWEEN_READS, untilNextClosing());
    }

    private void compare(List<EventCard> next) {
        Set<String> before = keys(cards);
        Set<String> now = keys(next);
        Set<String> opened = new HashSet<>(now);
        opened.removeAll(before);
        before.removeAll(now);
        opened.forEach(key -> game.say(Notice.Tone.INFO, "events.opened", new Notice.Thing(key)));
        before.forEach(key -> game.say(Notice.Tone.INFO, "events.closed", new Notice.Thing(key)));
    }

    private static Set<String> keys(List<EventCard> cards) {
        return cards.stream().map(EventCard::key).collect(Collectors.toCollection(HashSet::new));
    }

    private float untilNextClosing() {
        Instant now = game.now();
        float next = SECONDS_BETWEEN_READS;
        for (EventCard card : cards) {
            Duration left = card.timeLeft(now);
            if (left != null && !left.isNegative()) {
                next = Math.min(next, left.toMillis() / 1000f + 0.5f);
            }
        }
        return next;
    }

    /** The events of the list, in the platform's order. */
    public List<EventCard> cards() {
        return cards;
    }

    /** The card of an event that is on the list; null if it is not. */
    public @Nullable EventCard card(String key) {
        return cards.stream().filter(card -> card.key().equals(key)).findFirst().orElse(null);
    }

    /** The card of an event as it was last on the list, also if it is over; null if it never was. */
    public @Nullable EventCard lastSeen(String key) {
        return seen.get(key);
    }

    /** Whether the list was read at all. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Why the list could not be read; null if it could. */
    public @Nullable Problem problem() {
        return problem;
    }
}
