package io.kraty.sandbox.internal.game.grants;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one player was given.
 *
 * <p>[choice] Whatever waits is kept for as long as it waits. Of what was claimed or has lapsed, the latest 1,000 are
 * kept; an older one is as if it had never been, so claiming it again is a 404.
 */
final class GrantBook {
    private static final int MOST_DONE = 1000;

    private final Map<String, GrantRecord> byId = new LinkedHashMap<>();
    private final Map<String, GrantRecord> pending = new LinkedHashMap<>();
    /** The ids of those that are over, in the order in which they came to be so. */
    private final Deque<String> done = new ArrayDeque<>();
    /** The id of the contents by the id of the crate they came out of. */
    private final Map<String, String> openedCrates = new LinkedHashMap<>();

    private @Nullable Instant nextExpiry;
    private long made;

    /** How many there ever were. */
    long made() {
        return made;
    }

    GrantRecord add(Grant grant) {
        GrantRecord record = new GrantRecord(made++, grant);
        byId.put(grant.id(), record);
        pending.put(grant.id(), record);
        expectExpiry(grant);
        return record;
    }

    @Nullable
    GrantRecord find(String id) {
        return byId.get(id);
    }

    /** Oldest first. */
    Collection<GrantRecord> pending() {
        return Collections.unmodifiableCollection(pending.values());
    }

    /** All that are known, oldest first. */
    Collection<GrantRecord> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    int size() {
        return byId.size();
    }

    /** The grant is over, one way or the other. */
    void done(GrantRecord record, Grant changed) {
        record.grant(changed);
        pending.remove(changed.id());
        done.addLast(changed.id());
        if (done.size() > MOST_DONE) {
            String oldest = done.removeFirst();
            byId.remove(oldest);
            openedCrates.remove(oldest);
        }
    }

    void opened(String crateId, String contentsId) {
        openedCrates.put(crateId, contentsId);
    }

    /** What came out of the crate; null while it is closed. */
    @Nullable
    GrantRecord contentsOf(String crateId) {
        String id = openedCrates.get(crateId);
        return id == null ? null : byId.get(id);
    }

    /** Takes the chance from whoever let it pass. */
    void expire(Instant now) {
        if (nextExpiry == null || now.isBefore(nextExpiry)) {
            return;
        }
        nextExpiry = null;
        for (GrantRecord record : List.copyOf(pending.values())) {
            Grant grant = record.grant();
            if (grant.expiresAt() != null && !now.isBefore(grant.expiresAt())) {
                done(record, grant.toBuilder().status(GrantStatus.EXPIRED).build());
            } else {
                expectExpiry(grant);
            }
        }
    }

    private void expectExpiry(Grant grant) {
        Instant expiry = grant.expiresAt();
        if (expiry != null && (nextExpiry == null || expiry.isBefore(nextExpiry))) {
            nextExpiry = expiry;
        }
    }
}
