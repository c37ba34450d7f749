package io.kraty.game.round;

public final class Round {
    private float t;

    public Round(long seed) {}

    public void advance(float s) {
        t += s;
    }

    public boolean isOver() {
        return t > 40;
    }

    public int score() {
        return (int) (t * 3);
    }

    public int bestCombo() {
        return (int) t / 4;
    }

    public int hits() {
        return 1;
    }
}
