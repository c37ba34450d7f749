package io.kraty.sample;

/**
 * One part of the tour.
 *
 * <p>Calls of the SDK block until they are answered, and the chapters simply wait, as this console has nothing else to draw.
 * A game makes the same calls on a thread of its own and hands the results to the one that draws; only what is marked as
 * never blocking belongs there.
 */
interface Chapter {
    String title();

    void play(Session session);
}
