package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.math.MathUtils;
import java.util.Arrays;

/**
 * Draws a small picture out of one idea, all that is near enough to a line, four times as fine as needed and then smoothed.
 *
 * <p>{@link #draw} reads a picture from words, with y downwards: {@code L radius x y …} a line with round ends, or a disc if it
 * has one point; {@code P radius x y …} what the line encloses, too; {@code A radius x y r from to} an arc in degrees, clockwise
 * from the right; a minus before any of them wipes; {@code #n} takes another colour.
 */
final class Sketch {
    private static final int FINE = 4;

    private final int width;
    private final int height;
    private final float scale;
    private final int[] samples;
    private final Color[] colors;
    private int ink;

    /** A sheet of so many pixels on which a unit is {@code scale} of them. */
    Sketch(int width, int height, float scale, Color... colors) {
        this.width = width;
        this.height = height;
        this.scale = scale * FINE;
        this.colors = colors;
        this.samples = new int[width * FINE * height * FINE];
        ink = Color.rgba8888(colors[0]);
    }

    Sketch draw(String picture) {
        for (String shape : picture.split(";")) {
            String[] words = shape.strip().split(" ");
            boolean wipe = words[0].startsWith("-");
            char what = words[0].charAt(wipe ? 1 : 0);
            if (what == '#') {
                color(colors[Integer.parseInt(words[0].substring(1))]);
                continue;
            }
            float[] numbers = new float[words.length - 1];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Float.parseFloat(words[i + 1]);
            }
            int before = ink;
            ink = wipe ? 0 : ink;
            shape(numbers[0], what == 'P', what == 'A' ? arc(numbers) : rest(numbers));
            ink = before;
        }
        return this;
    }

    Sketch color(Color color) {
        ink = Color.rgba8888(color);
        return this;
    }

    /** A rectangle with round corners. */
    Sketch box(float x, float y, float w, float h, float corner) {
        float r = Math.min(corner, Math.min(w, h) / 2);
        return shape(r, true, x + r, y + r, x + w - r, y + r, x + w - r, y + h - r, x + r, y + h - r);
    }

    private Sketch shape(float radius, boolean filled, float... points) {
        float left = Float.MAX_VALUE, top = Float.MAX_VALUE, right = 0, bottom = 0;
        for (int i = 0; i < points.length; i += 2) {
            left = Math.min(left, points[i] - radius);
            right = Math.max(right, points[i] + radius);
            top = Math.min(top, points[i + 1] - radius);
            bottom = Math.max(bottom, points[i + 1] + radius);
        }
        int endX = Math.min(width * FINE - 1, (int) (right * scale));
        int endY = Math.min(height * FINE - 1, (int) (bottom * scale));
        for (int y = Math.max(0, (int) (top * scale)); y <= endY; y++) {
            for (int x = Math.max(0, (int) (left * scale)); x <= endX; x++) {
                if (covers(points, radius, filled, (x + 0.5f) / scale, (y + 0.5f) / scale)) {
                    samples[y * width * FINE + x] = ink;
                }
            }
        }
        return this;
    }

    private static boolean covers(float[] points, float radius, boolean filled, float x, float y) {
        boolean inside = false;
        int last = points.length - 2;
        for (int i = 0; i <= last; i += 2) {
            int j = i > 0 ? i - 2 : filled ? last : 0;
            float ax = points[j], ay = points[j + 1], bx = points[i], by = points[i + 1];
            float dx = bx - ax, dy = by - ay;
            float length = dx * dx + dy * dy;
            float along = length == 0 ? 0 : MathUtils.clamp(((x - ax) * dx + (y - ay) * dy) / length, 0, 1);
            float ex = x - ax - along * dx, ey = y - ay - along * dy;
            if (ex * ex + ey * ey <= radius * radius) {
                return true;
            }
            inside ^= filled && (ay > y) != (by > y) && x < ax + (y - ay) * dx / dy;
        }
        return inside;
    }

    private static float[] arc(float[] numbers) {
        float[] points = new float[50];
        for (int i = 0; i < 25; i++) {
            double angle = Math.toRadians(numbers[4] + (numbers[5] - numbers[4]) * i / 24);
            points[2 * i] = numbers[1] + numbers[3] * (float) Math.cos(angle);
            points[2 * i + 1] = numbers[2] + numbers[3] * (float) Math.sin(angle);
        }
        return points;
    }

    private static float[] rest(float[] numbers) {
        return Arrays.copyOfRange(numbers, 1, numbers.length);
    }

    /** What was drawn, smoothed: each pixel is what its samples are together. */
    Pixmap finish() {
        Pixmap pixmap = new Pixmap(width, height, Pixmap.Format.RGBA8888);
        pixmap.setBlending(Pixmap.Blending.None);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixmap.drawPixel(x, y, together(x * FINE, y * FINE));
            }
        }
        return pixmap;
    }

    private int together(int left, int top) {
        int r = 0, g = 0, b = 0, a = 0;
        for (int i = 0; i < FINE * FINE; i++) {
            int sample = samples[(top + i / FINE) * width * FINE + left + i % FINE];
            int alpha = sample & 0xFF;
            r += (sample >>> 24) * alpha;
            g += (sample >>> 16 & 0xFF) * alpha;
            b += (sample >>> 8 & 0xFF) * alpha;
            a += alpha;
        }
        return a == 0
                ? Color.rgba8888(colors[0]) & 0xFFFFFF00
                : r / a << 24 | g / a << 16 | b / a << 8 | a / (FINE * FINE);
    }
}
