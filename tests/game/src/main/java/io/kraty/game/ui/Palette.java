package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;

/** The colours: a sky just after sunset and warm lights in it. Nobody changes one of them in place. */
public final class Palette {
    public static final Color SKY = Color.valueOf("120F29");
    public static final Color DUSK = Color.valueOf("4A2A5E");
    public static final Color NIGHT = Color.valueOf("17132F");
    public static final Color SURFACE = Color.valueOf("251F49");
    public static final Color RAISED = Color.valueOf("362E66");
    public static final Color LINE = Color.valueOf("54488F");
    public static final Color TEXT = Color.valueOf("F8F4FF");
    public static final Color MUTED = Color.valueOf("B9AFDB");
    public static final Color SPARK = Color.valueOf("FFB84D");
    public static final Color SHARD = Color.valueOf("FF7692");
    public static final Color GOOD = Color.valueOf("6FE3A5");
    public static final Color INFO = Color.valueOf("7CC8FF");
    public static final Color GOLD = Color.valueOf("FFD76A");
    public static final Color GEM = Color.valueOf("8DEBF2");
    public static final Color VIOLET = Color.valueOf("B99BFF");

    private Palette() {}

    /** The colour, but so thin that what is behind shows through. */
    public static Color faint(Color color, float alpha) {
        return new Color(color.r, color.g, color.b, alpha);
    }

    /** Some way from one colour to another. */
    public static Color mix(Color from, Color to, float share) {
        return from.cpy().lerp(to, share);
    }
}
