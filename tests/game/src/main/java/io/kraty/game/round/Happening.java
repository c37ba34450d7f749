package io.kraty.game.round;

/** Something that should be seen and heard: where it was, and the combo after it. */
public record Happening(Kind kind, float x, float y, int combo) {
    /** What it was: a spark caught, a golden one caught, a shard run into, a spark gone out. */
    public enum Kind {
        CAUGHT,
        GOLDEN,
        HIT,
        MISSED
    }
}
