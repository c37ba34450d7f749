package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.List;

/** Faces for players: those one can choose, and for any other key one that is no animal, in colours of its own. */
public final class Avatar {
    public static final List<String> KEYS = List.of("fox", "owl", "orca", "cat", "bear", "frog", "bunny", "robot");

    private static final List<String> GROUNDS =
            List.of("3E5C76", "4B3F8F", "2D7F8F", "8A4F7D", "5D6BB0", "36735E", "9A5B6B", "5B4A78");
    private static final List<String> COATS =
            List.of("FF9A4D", "C79A6B", "FFFFFF", "F4C76B", "B98055", "8FDB6C", "F3E9F7", "B9C6DA");

    private Avatar() {}

    static TextureRegion picture(Art art, String key, float size) {
        int chosen = KEYS.indexOf(key);
        int mixed = key.hashCode() * 0x9E3779B9;
        int ground = chosen < 0 ? mixed >>> 26 & 7 : chosen;
        int coat = chosen < 0 ? mixed >>> 23 & 7 : chosen;
        return art.picture(
                chosen < 0 ? "somebody" : KEYS.get(chosen),
                size,
                Color.valueOf(GROUNDS.get(ground)),
                Color.valueOf(COATS.get(coat)),
                Color.valueOf("FFF6EA"),
                Color.valueOf("221A3A"),
                Color.valueOf("FF8FA3"));
    }
}
