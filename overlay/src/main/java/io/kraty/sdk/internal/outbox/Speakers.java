package io.kraty.sdk.internal.outbox;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * For whom writes may be sent at the moment, and with which secrets: whoever is active, and players that views speak for.
 * Thread-safe, but that one thread at a time looks.
 */
final class Speakers {
    private static final Log LOG = Log.of("outbox");

    private final Identity identity;
    private final Waits waits;
    // Of players that views speak for; in memory only.
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    // Whether who is to play could not be found out yet, and whether that can be of use to try again.
    private volatile boolean isUnresolved;
    private volatile boolean isUnresolvable;
    // How often there was reason to look again.
    private int hopes;

    Speakers(Identity identity, Waits waits) {
        this.identity = identity;
        this.waits = waits;
    }

    /** A view speaks for {@code player}. */
    void add(String player, String secret) {
        secrets.put(player, secret);
    }

    /** What could not be found out may be found out now. */
    synchronized void lookAgain() {
        hopes++;
        isUnresolvable = false;
    }

    /** Whether somebody has writes who could not be found out yet. */
    boolean isUnresolved() {
        return isUnresolved;
    }

    /** Whether the player may still be found out. */
    boolean mayBe(String player) {
        return isUnresolved && player.equals(identity.upcoming());
    }

    /**
     * The secrets of those whose writes can be sent. Registers who is to play, if there is something to send
     * for them.
     */
    Map<String, String> known(Contents all) {
        Map<String, String> known = new HashMap<>(secrets);
        PlayerCredentials active = identity.active();
        if (active == null) {
            Set<String> waiting = all.heads().stream().map(Entry::player).collect(Collectors.toSet());
            String upcoming = waiting.isEmpty() ? null : identity.upcoming();
            isUnresolved = upcoming != null && waiting.contains(upcoming) && !isUnresolvable;
            if (isUnresolved && waits.left().isZero()) {
                active = resolve();
            }
        }
        isUnresolved &= active == null && !isUnresolvable;
        if (active != null) {
            known.put(active.externalPlayerId(), active.secret());
        }
        return known;
    }

    /** The secret with which a player's writes may be sent now; null if they are not active. */
    @Nullable
    String secretOf(String player) {
        PlayerCredentials active = identity.active();
        return active != null && active.externalPlayerId().equals(player) ? active.secret() : secrets.get(player);
    }

    private @Nullable PlayerCredentials resolve() {
        int before = hopes();
        try {
            return identity.ensure();
        } catch (KratyException e) {
            LOG.get().log(Level.FINE, "who plays could not be found out; what is in the outbox waits", e);
            if (!Attempts.mayPass(e)) {
                giveUpUnlessThereIsHope(before);
            }
            waits.failed(e);
            return null;
        }
    }

    private synchronized int hopes() {
        return hopes;
    }

    /** What gave hope while the answer was on its way is a reason to ask once more. */
    private synchronized void giveUpUnlessThereIsHope(int before) {
        isUnresolvable = hopes == before;
    }
}
