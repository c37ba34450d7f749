package io.kraty.sandbox.internal.definition;

import java.time.Duration;

/**
 * How many requests the SDK key is good for.
 *
 * @param requests how many
 * @param per within which time
 */
public record RateLimit(int requests, Duration per) {}
