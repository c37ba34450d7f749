/**
 * A game session in a console: each chapter shows one part of the SDK, in the order in which a game meets it. Start at
 * {@link io.kraty.sample.Tour}, and copy from the chapters.
 */
@NullMarked
package io.kraty.sample;

import org.jspecify.annotations.NullMarked;
