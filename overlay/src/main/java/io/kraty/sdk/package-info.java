/**
 * The Kraty SDK: one {@link io.kraty.sdk.Kraty} per game, shared by all threads, with a client per area of the platform.
 * What travels is in {@code io.kraty.api.model}.
 */
@NullMarked
package io.kraty.sdk;

import org.jspecify.annotations.NullMarked;
