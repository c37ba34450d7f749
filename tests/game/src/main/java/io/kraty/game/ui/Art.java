package io.kraty.game.ui;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.graphics.g2d.PixmapPacker;
import com.badlogic.gdx.graphics.g2d.PixmapPacker.PixmapPackerRectangle;
import com.badlogic.gdx.graphics.g2d.PixmapPacker.SkylineStrategy;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator.FreeTypeFontParameter;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator.Hinting;
import com.badlogic.gdx.scenes.scene2d.utils.NinePatchDrawable;
import com.badlogic.gdx.utils.Disposable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Makes every picture once, at the size in pixels in which it is shown, and keeps them together in few textures. */
final class Art implements Disposable {
    private static final String CHARACTERS = characters();

    final float scale;
    private final PixmapPacker packer;
    private final Map<String, TextureRegion> regions = new HashMap<>();

    Art(float scale) {
        this.scale = scale;
        packer = new PixmapPacker(2048, 2048, Pixmap.Format.RGBA8888, 2, false, new SkylineStrategy());
        packer.setTransparentColor(new Color(1, 1, 1, 0));
        packer.setPackToTexture(true);
    }

    private static String characters() {
        StringBuilder all = new StringBuilder("\u0000“”‘’–—…•·×→↑↓€£");
        for (char c = ' '; c < 0x180; c++) {
            all.append(c < 0x7F || c >= 0xA0 ? Character.toString(c) : "");
        }
        return all.toString();
    }

    BitmapFont font(Type type) {
        FreeTypeFontGenerator generator =
                new FreeTypeFontGenerator(Gdx.files.classpath("io/kraty/game/fonts/Nunito-" + type.weight + ".ttf"));
        FreeTypeFontParameter wanted = new FreeTypeFontParameter();
        wanted.size = Math.round(type.size * scale);
        wanted.characters = CHARACTERS;
        wanted.hinting = Hinting.Slight;
        wanted.packer = packer;
        wanted.minFilter = TextureFilter.Linear;
        wanted.magFilter = TextureFilter.Linear;
        BitmapFont font = generator.generateFont(wanted);
        generator.dispose();
        font.setUseIntegerPositions(false);
        font.getData().setScale(1 / scale);
        return font;
    }

    /** A picture on a grid of 24, that is shown in a square of {@code size} units. */
    TextureRegion picture(String sketch, float size, Color... colors) {
        int pixels = Math.max(1, (int) Math.ceil(size * scale));
        StringBuilder key = new StringBuilder(sketch).append(pixels);
        for (Color color : colors) {
            key.append(color);
        }
        return region(
                key.toString(),
                () -> new Sketch(pixels, pixels, pixels / 24f, colors)
                        .draw(sketch)
                        .finish());
    }

    /** Light that fades from the middle of a disc. */
    TextureRegion glow() {
        return region("glow", () -> {
            int pixels = 128;
            Pixmap pixmap = new Pixmap(pixels, pixels, Pixmap.Format.RGBA8888);
            pixmap.setBlending(Pixmap.Blending.None);
            for (int i = 0; i < pixels * pixels; i++) {
                double far = Math.hypot(i % pixels - 63.5, i / pixels - 63.5) / 63.5;
                int alpha = (int) (255 * Math.pow(Math.max(0, 1 - far), 2));
                pixmap.drawPixel(i % pixels, i / pixels, 0xFFFFFF00 | alpha);
            }
            return pixmap;
        });
    }

    /** A disc with a radius in units. */
    TextureRegion disc(float radius) {
        return picture("L 11.9 12 12", radius * 2, Color.WHITE);
    }

    /** From the top colour to the bottom one. */
    TextureRegion gradient(Color top, Color bottom) {
        return region("gradient" + top + bottom, () -> {
            Pixmap pixmap = new Pixmap(4, 256, Pixmap.Format.RGBA8888);
            for (int y = 0; y < 256; y++) {
                pixmap.setColor(Palette.mix(top, bottom, y / 255f));
                pixmap.fillRectangle(0, y, 4, 1);
            }
            return pixmap;
        });
    }

    /** A rounded rectangle within an edge; with a lip it stands out of the ground by so much, and can sink in. */
    NinePatchDrawable plate(Color fill, float radius, Color edge, float width, float lip, float sink) {
        int corner = (int) Math.ceil(radius * scale);
        int below = corner + Math.round(lip * scale);
        int above = corner + Math.round(sink * scale);
        float w = (corner * 2 + 2) / scale;
        float h = (above + below + 2) / scale;
        TextureRegion region = region(
                "plate" + fill + radius + edge + width + lip + sink,
                () -> new Sketch(corner * 2 + 2, above + below + 2, scale, edge)
                        .box(0, sink, w, h - sink, radius)
                        .color(fill)
                        .box(width, sink + width, w - 2 * width, h - sink - lip - 2 * width, radius - width)
                        .finish());
        NinePatch patch = new NinePatch(region, corner, corner, above, below);
        patch.scale(1 / scale, 1 / scale);
        patch.setPadding(0, 0, 0, 0);
        return free(new NinePatchDrawable(patch));
    }

    NinePatchDrawable plate(Color fill, float radius) {
        return plate(fill, radius, fill, 0, 0, 0);
    }

    /** A rectangle whose ends are half discs, whatever its height. */
    NinePatchDrawable pill(Color fill) {
        TextureRegion region = disc(12);
        int half = region.getRegionWidth() / 2 - 1;
        return free(new Pill(new NinePatch(new NinePatch(region, half, half, half, half), fill)));
    }

    private static NinePatchDrawable free(NinePatchDrawable drawable) {
        drawable.setMinWidth(0);
        drawable.setMinHeight(0);
        return drawable;
    }

    private TextureRegion region(String key, Supplier<Pixmap> painter) {
        return regions.computeIfAbsent(key, name -> {
            Pixmap pixmap = painter.get();
            packer.pack(name, pixmap);
            pixmap.dispose();
            packer.updatePageTextures(TextureFilter.Linear, TextureFilter.Linear, false);
            PixmapPackerRectangle place = packer.getRect(name);
            return new TextureRegion(
                    packer.getPage(name).getTexture(), place.getX(), place.getY(), place.getWidth(), place.getHeight());
        });
    }

    @Override
    public void dispose() {
        packer.dispose();
    }
}
