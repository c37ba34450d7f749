package io.kraty.benchmark.calls;

/** The calls of a game that are measured, however it makes them. Each blocks, and may be made by many at a time. */
interface Game extends AutoCloseable {
    String KEY = "kraty_sdk_test.not-a-real-key";
    String PLAYER = "player_42";
    String SECRET = "ps_not-a-real-secret";
    String BOARD = "5b0f2c1e-7d64-4a39-9c7e-2f6a1d3b8e90";
    String EVENT = "bounty_hunt";
    String ATTEMPT = "0d6f1a52-3c7b-4e8d-9f10-a2b3c4d5e6f7";

    /** A read with a small answer. */
    Object wallet() throws Exception;

    /** A read with fifty rows. */
    Object board() throws Exception;

    /** A write. */
    Object progress() throws Exception;

    @Override
    void close();
}
