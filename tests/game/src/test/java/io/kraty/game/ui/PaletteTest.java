package io.kraty.game.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every text can be read on everything that it is put on. */
class PaletteTest {
    @Test
    void textsStandOutFromTheirGround() {
        for (Color ground : List.of(Palette.SKY, Palette.NIGHT, Palette.SURFACE, Palette.RAISED)) {
            for (Color text : List.of(
                    Palette.TEXT,
                    Palette.MUTED,
                    Palette.SPARK,
                    Palette.SHARD,
                    Palette.GOOD,
                    Palette.INFO,
                    Palette.GOLD,
                    Palette.GEM,
                    Palette.VIOLET)) {
                assertContrast(text, ground);
            }
        }
        assertContrast(Palette.NIGHT, Palette.SPARK);
        assertContrast(Palette.NIGHT, Palette.SHARD);
        assertContrast(Palette.TEXT, Palette.DUSK);
        assertContrast(Palette.MUTED, Palette.DUSK);
        assertContrast(Palette.TEXT, Palette.LINE);
    }

    private static void assertContrast(Color text, Color ground) {
        double one = light(text) + 0.05;
        double other = light(ground) + 0.05;
        double contrast = Math.max(one, other) / Math.min(one, other);
        assertTrue(contrast >= 4.5, () -> text + " on " + ground + ": " + contrast);
    }

    private static double light(Color color) {
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
    }

    private static double linear(float part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
