package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.math.MathUtils;

/** Glowing dust that flies apart and goes out; a fixed number of grains that are used again and again. */
final class Particles {
    static final int SIZE = 200;

    final float[] x = new float[SIZE];
    final float[] y = new float[SIZE];
    final float[] left = new float[SIZE];
    final Color[] color = new Color[SIZE];
    private final float[] vx = new float[SIZE];
    private final float[] vy = new float[SIZE];
    private int next;

    void burst(float fromX, float fromY, int count, float speed, Color tint) {
        for (int i = 0; i < count; i++) {
            float fast = speed * MathUtils.random(0.2f, 1);
            float angle = MathUtils.random(MathUtils.PI2);
            next = (next + 1) % SIZE;
            x[next] = fromX;
            y[next] = fromY;
            vx[next] = fast * MathUtils.cos(angle);
            vy[next] = fast * MathUtils.sin(angle);
            left[next] = MathUtils.random(0.5f, 1);
            color[next] = tint;
        }
    }

    void act(float seconds) {
        for (int i = 0; i < SIZE; i++) {
            left[i] = Math.max(0, left[i] - seconds * 1.6f);
            x[i] += vx[i] * seconds;
            y[i] += vy[i] * seconds;
            vx[i] -= vx[i] * 2 * seconds;
            vy[i] -= vy[i] * 2 * seconds;
        }
    }
}
