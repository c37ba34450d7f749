package io.kraty.game.round;

/** Something round that moves in the field; it is the same object for as long as it is there. */
public final class Body {
    /** What it is. */
    public enum Kind {
        PLAYER,
        SPARK,
        GOLDEN,
        SHARD
    }

    private final Kind kind;
    private final float radius;
    float x;
    float y;
    float vx;
    float vy;
    float age;
    float life = Float.MAX_VALUE;

    Body(Kind kind, float radius, float x, float y) {
        this.kind = kind;
        this.radius = radius;
        this.x = x;
        this.y = y;
    }

    public Kind kind() {
        return kind;
    }

    public float radius() {
        return radius;
    }

    public float x() {
        return x;
    }

    public float y() {
        return y;
    }

    public float vx() {
        return vx;
    }

    public float vy() {
        return vy;
    }

    /** Seconds since it is there; below zero it is a shard's warning yet, at the place where that will come in. */
    public float age() {
        return age;
    }

    /** Seconds until it goes out by itself. */
    public float left() {
        return life - age;
    }
}
