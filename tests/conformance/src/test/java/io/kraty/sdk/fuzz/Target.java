package io.kraty.sdk.fuzz;

import java.io.IOException;
import java.util.Random;

/** Something that reads what others wrote. */
interface Target extends AutoCloseable {
    /**
     * Makes one input out of what is right, and has it read. Whatever the reader may throw by contract is caught; anything
     * else comes out.
     *
     * @param random where all decisions come from, so that the same one makes the same input
     * @param trace hears what the input is before it is read
     */
    void feed(Random random, Trace trace) throws Exception;

    /** What is right is still read as what it is, by the same reader. */
    void check() throws Exception;

    @Override
    default void close() throws IOException {}

    /** Hears of inputs. */
    interface Trace {
        void input(String what, byte[] bytes);
    }
}
