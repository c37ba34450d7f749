package io.kraty.game.ui;

/** The five sizes of text, in units; how many pixels that is depends on the window. */
public enum Type {
    HERO(44, "Black"),
    TITLE(28, "Black"),
    HEADING(19, "Black"),
    BODY(15, "SemiBold"),
    SMALL(12.5f, "SemiBold");

    final float size;
    final String weight;

    Type(float size, String weight) {
        this.size = size;
        this.weight = weight;
    }
}
