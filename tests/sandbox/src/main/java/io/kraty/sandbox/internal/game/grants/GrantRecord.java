package io.kraty.sandbox.internal.game.grants;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantStatus;

/** A grant as it stands now. Whoever holds one sees it change, even after the {@link GrantBook} has forgotten it. */
public final class GrantRecord {
    /** How many the player had been given before. */
    private final long index;

    private Grant grant;

    GrantRecord(long index, Grant grant) {
        this.index = index;
        this.grant = grant;
    }

    long index() {
        return index;
    }

    public Grant grant() {
        return grant;
    }

    void grant(Grant changed) {
        grant = changed;
    }

    public boolean isPending() {
        return grant.status().equals(GrantStatus.PENDING);
    }
}
