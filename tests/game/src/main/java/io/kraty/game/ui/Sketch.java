package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Pixmap.Blending;
import com.badlogic.gdx.math.MathUtils;
import java.util.Arrays;

/** Draws a small picture out of one idea: all that is near enough to a line is inked, and half of it where half is. */
final class Sketch {
    private final Pixmap pixmap;
    private final float scale;
    private final Color[] colors;
    private Color ink;

    /** A square of so many pixels; the first colour is the one to begin with. */
    Sketch(int size, Color... colors) {
        scale = size / 24f;
        this.colors = colors;
        ink = colors[0];
        pixmap = new Pixmap(size, size, Pixmap.Format.RGBA8888);
        pixmap.setBlending(Blending.None);
        pixmap.setColor(ink.r, ink.g, ink.b, 0);
        pixmap.fill();
    }

    Pixmap pixmap() {
        return pixmap;
    }

    /** Draws what is described in words as {@code sketches.properties} tells. */
    Sketch draw(String picture) {
        for (String shape : picture.split("; *", -1)) {
            String[] words = shape.split(" ", -1);
            if (words[0].startsWith("#")) {
                ink = colors[Integer.parseInt(words[0].substring(1))];
                continue;
            }
            float[] numbers = new float[words.length - 1];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Float.parseFloat(words[i + 1]);
            }
            boolean arc = words[0].endsWith("A");
            float[] points = arc ? arc(numbers) : Arrays.copyOfRange(numbers, 1, numbers.length);
            shape(words[0].startsWith("-"), words[0].endsWith("P"), numbers[0], points);
        }
        return this;
    }

    private static float[] arc(float[] numbers) {
        float[] points = new float[50];
        for (int i = 0; i < points.length; i += 2) {
            float angle = MathUtils.lerp(numbers[4], numbers[5], i / 48f) * MathUtils.degreesToRadians;
            points[i] = numbers[1] + numbers[3] * (float) Math.cos(angle);
            points[i + 1] = numbers[2] + numbers[3] * (float) Math.sin(angle);
        }
        return points;
    }

    private void shape(boolean wipe, boolean filled, float radius, float... points) {
        for (int y = 0; y < pixmap.getHeight(); y++) {
            for (int x = 0; x < pixmap.getWidth(); x++) {
                float far = distance(filled, points, (x + 0.5f) / scale, (y + 0.5f) / scale) - radius;
                float share = MathUtils.clamp(0.5f - far * scale, 0, 1);
                if (wipe && share > 0) {
                    int pixel = pixmap.getPixel(x, y);
                    pixmap.setBlending(Blending.None);
                    pixmap.drawPixel(x, y, (pixel & ~0xFF) | Math.round((pixel & 0xFF) * (1 - share)));
                } else if (share > 0) {
                    pixmap.setBlending(Blending.SourceOver);
                    pixmap.drawPixel(x, y, Color.rgba8888(ink.r, ink.g, ink.b, ink.a * share));
                }
            }
        }
    }

    /** How far it is to the line; less than nothing within what it encloses. */
    private static float distance(boolean filled, float[] points, float x, float y) {
        float nearest = Float.MAX_VALUE;
        boolean inside = false;
        for (int i = 0; i < points.length; i += 2) {
            int j = i > 0 ? i - 2 : filled ? points.length - 2 : 0;
            float dx = points[i] - points[j];
            float dy = points[i + 1] - points[j + 1];
            float px = x - points[j];
            float py = y - points[j + 1];
            float along = MathUtils.clamp((px * dx + py * dy) / Math.max(1e-9f, dx * dx + dy * dy), 0, 1);
            nearest = Math.min(nearest, (float) Math.hypot(px - along * dx, py - along * dy));
            inside ^= filled && (py < 0) != (py < dy) && px < py * dx / dy;
        }
        return inside ? -nearest : nearest;
    }
}
