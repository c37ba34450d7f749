package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import java.util.List;

/** Faces for players: those one can choose, and for any other key one that is its own. */
public final class Avatar {
    public static final List<String> KEYS = List.of("fox", "owl", "orca", "cat", "bear", "frog", "bunny", "robot");

    private static final List<String> FACES = List.of(
            "#1; P 1 5 5 10 9 5 13; P 1 19 5 14 9 19 13; P 2 6 11 18 11 12 19; #2; P 1 6 14 10.5 15 12 19; P 1 18 14 13.5 15 12 19;"
                    + "#3; L 1.1 9 13; L 1.1 15 13; L 1.3 12 18.6",
            "#1; P 2 6.5 6 12 9 17.5 6 17 17 12 20 7 17; #2; L 3.2 8.8 11.6; L 3.2 15.2 11.6; #3; L 1.5 9 11.6; L 1.5 15 11.6;"
                    + "#4; P .5 11.2 14 12.8 14 12 16.4",
            "#3; L 7.2 12 13; P 1 10 8 12 2.8 14 8; #2; L 5 12 17; L 1.5 7.8 11.2 9 10.4; L 1.5 16.2 11.2 15 10.4; #3; L .8 9.6 13;"
                    + "L .8 14.4 13; L .6 10.4 17 12 17.8 13.6 17",
            "#1; P 1 6 4.6 10.4 8.6 6 12; P 1 18 4.6 13.6 8.6 18 12; P 4.6 9.4 12.6 14.6 12.6 14.6 14 9.4 14; #3; L .9 9 12.6 9 13.4;"
                    + "L .9 15 12.6 15 13.4; #4; P .6 11.4 15 12.6 15 12 15.8; #2; L .35 3.4 15 7 15.4; L .35 20.6 15 17 15.4",
            "#1; L 2.8 6.4 7; L 2.8 17.6 7; L 7.4 12 13; #2; L 3.4 11.4 16 12.6 16; #3; L 1 9 11.6; L 1 15 11.6;"
                    + "P .8 11.2 14.4 12.8 14.4 12 15.6",
            "#1; L 3.2 7.4 8; L 3.2 16.6 8; P 5 8.4 13.2 15.6 13.2 15.6 14.6 8.4 14.6; #2; L 2.1 7.4 8; L 2.1 16.6 8; #3;"
                    + "L 1.1 7.4 8; L 1.1 16.6 8; L .6 7 15 9.4 16.8 14.6 16.8 17 15",
            "#1; L 2.2 8.8 4.4 9.6 10; L 2.2 15.2 4.4 14.4 10; L 6.6 12 14; #4; L .9 8.8 4.6 9.4 8; L .9 15.2 4.6 14.6 8; #3;"
                    + "L .9 9.4 13; L .9 14.6 13; #4; P .6 11.4 15.4 12.6 15.4 12 16.2; #2; P .3 11.2 17.6 12.8 17.6 12.8 19.2 11.2 19.2",
            "#1; L .7 12 8 12 4.4; L 1.4 12 4.2; P 2.4 7 9.4 17 9.4 17 16.8 7 16.8; #3; P 1.4 8 11 16 11 16 13.4 8 13.4; #4;"
                    + "L 1 9.4 12.2; L 1 14.6 12.2; #3; L .6 9.6 17 14.4 17");

    private static final String[] GROUNDS = {
        "3E5C76", "4B3F8F", "2D7F8F", "8A4F7D", "5D6BB0", "36735E", "9A5B6B", "5B4A78"
    };
    private static final String[] COATS = {
        "FF9A4D", "C79A6B", "FFFFFF", "F4C76B", "B98055", "8FDB6C", "F3E9F7", "B9C6DA"
    };

    private Avatar() {}

    static Image image(Art art, String key, float size) {
        int chosen = KEYS.indexOf(key);
        int hash = key.hashCode() * 0x9E3779B9;
        int face = chosen >= 0 ? chosen : (hash >>> 8) % FACES.size();
        int ground = chosen >= 0 ? chosen : (hash >>> 14) % GROUNDS.length;
        int coat = chosen >= 0 ? chosen : (hash >>> 20) % COATS.length;
        TextureRegion region = art.picture(
                "L 11.9 12 12;" + FACES.get(face),
                size,
                Color.valueOf(GROUNDS[ground]),
                Color.valueOf(COATS[coat]),
                Color.valueOf("FFF6EA"),
                Color.valueOf("221A3A"),
                Color.valueOf("FF8FA3"));
        Image image = new Image(region);
        image.setSize(size, size);
        return image;
    }
}
