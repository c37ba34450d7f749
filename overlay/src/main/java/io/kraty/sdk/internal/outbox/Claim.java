package io.kraty.sdk.internal.outbox;

import java.time.Instant;

/**
 * That somebody is telling the game a result. It lapses, so that a process that dies meanwhile keeps nothing from the next.
 *
 * @param owner who; each Kraty has a name of its own
 * @param until for how long nobody else tells it
 */
record Claim(String owner, Instant until) {}
