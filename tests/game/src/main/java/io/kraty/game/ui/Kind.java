package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;

/** How much a button asks to be pressed. */
public enum Kind {
    PRIMARY(Palette.SPARK, Palette.NIGHT),
    SECONDARY(Palette.mix(Palette.RAISED, Palette.LINE, 0.6f), Palette.TEXT),
    QUIET(Palette.faint(Palette.RAISED, 0), Palette.MUTED),
    DANGER(Palette.SHARD, Palette.NIGHT);

    final Color face;
    final Color text;

    Kind(Color face, Color text) {
        this.face = face;
        this.text = text;
    }
}
