package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;

/** The colours: a sky just after sunset, and warm light in it; none of them may be changed in place. */
public final class Palette {
    public static final Color NIGHT = Color.valueOf("17132F");
    public static final Color SURFACE = Color.valueOf("251F49");
    public static final Color RAISED = Color.valueOf("342C62");
    public static final Color LINE = Color.valueOf("4A3F82");
    public static final Color TEXT = Color.valueOf("F8F4FF");
    public static final Color MUTED = Color.valueOf("B9AFDB");
    public static final Color SPARK = Color.valueOf("FFB84D");
    public static final Color SHARD = Color.valueOf("FF6B8B");
    public static final Color GOOD = Color.valueOf("6FE3A5");
    public static final Color INFO = Color.valueOf("7CC8FF");
    public static final Color GOLD = Color.valueOf("FFD76A");
    public static final Color GEM = Color.valueOf("8DEBF2");
    public static final Color VIOLET = Color.valueOf("B48CFF");
    /** The upper and the lower end of the sky behind everything. */
    public static final Color SKY = Color.valueOf("131028"), GLOW = Color.valueOf("4A2A5E");

    private Palette() {}

    /** The colour, but so much less of it that what is behind shows through. */
    public static Color faint(Color color, float alpha) {
        return new Color(color.r, color.g, color.b, alpha);
    }

    /** Some way from one colour to another. */
    public static Color mix(Color from, Color to, float share) {
        return from.cpy().lerp(to, share);
    }
}
