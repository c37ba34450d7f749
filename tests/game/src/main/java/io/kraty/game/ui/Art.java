package io.kraty.game.ui;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.graphics.g2d.PixmapPacker;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator.FreeTypeFontParameter;
import com.badlogic.gdx.scenes.scene2d.utils.NinePatchDrawable;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.ObjectMap;
import com.badlogic.gdx.utils.PropertiesUtils;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes every picture once, at the size in pixels in which it is shown, and keeps them together in few textures. */
public final class Art implements Disposable {
    private static final String FONT = "io/kraty/game/fonts/Nunito-";

    private final float scale;
    private final PixmapPacker packer = new PixmapPacker(2048, 2048, Pixmap.Format.RGBA8888, 2, false);
    private final Map<String, FreeTypeFontGenerator> fonts = new HashMap<>();
    private final Map<String, TextureRegion> regions = new HashMap<>();
    private final ObjectMap<String, String> sketches = new ObjectMap<>();

    Art(float scale) {
        this.scale = scale;
        packer.setTransparentColor(Palette.faint(Palette.SKY, 0));
        packer.setPackToTexture(true);
        try (Reader file =
                Gdx.files.classpath("io/kraty/game/sketches.properties").reader("UTF-8")) {
            PropertiesUtils.load(sketches, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** White light that fades from the middle of a disc. */
    public TextureRegion glow() {
        return region("glow", () -> {
            Pixmap pixmap = new Pixmap(128, 128, Pixmap.Format.RGBA8888);
            for (int i = 0; i < 128 * 128; i++) {
                double far = Math.hypot(i % 128 - 63.5, i / 128 - 63.5) / 63.5;
                pixmap.drawPixel(i % 128, i / 128, 0xFFFFFF00 | (int) (255 * Math.pow(Math.max(0, 1 - far), 2)));
            }
            return pixmap;
        });
    }

    /** From one colour at the top to another at the bottom. */
    public TextureRegion gradient(Color top, Color bottom) {
        TextureRegion whole = region("gradient" + top + bottom, () -> {
            Pixmap pixmap = new Pixmap(4, 258, Pixmap.Format.RGBA8888);
            for (int y = 0; y < 258; y++) {
                pixmap.setColor(Palette.mix(top, bottom, y / 257f));
                pixmap.drawLine(0, y, 3, y);
            }
            return pixmap;
        });
        return new TextureRegion(whole, 1, 1, 2, 256);
    }

    /** A picture of {@code sketches.properties} in a square of so many units. */
    public TextureRegion picture(String name, float size, Color... colors) {
        int pixels = Math.max(1, (int) Math.ceil(size * scale));
        String sketch = Objects.requireNonNull(sketches.get(name), name);
        return region(
                name + pixels + Arrays.toString(colors),
                () -> new Sketch(pixels, pixels, pixels / 24f, colors)
                        .draw(sketch)
                        .pixmap());
    }

    /** A rounded rectangle within an edge; with a lip it stands out of the ground by so much, and can sink in. */
    NinePatchDrawable plate(Color fill, float radius, Color edge, float width, float lip, float sink) {
        int corner = (int) Math.ceil(radius * scale);
        int below = corner + Math.round(lip * scale);
        int above = corner + Math.round(sink * scale);
        float w = (corner * 2 + 2) / scale;
        float h = (above + below + 2) / scale - sink;
        TextureRegion region = region("plate" + fill + radius + edge + width + lip + sink + "x", () -> {
            boolean edged = lip + width > 0;
            Sketch sketch = new Sketch(corner * 2 + 2, above + below + 2, scale, edged ? edge : fill);
            if (edged) {
                sketch.box(edge, 0, sink + lip, w, h - lip, radius);
            }
            return sketch.box(fill, width, sink + width, w - 2 * width, h - lip - 2 * width, radius - width)
                    .pixmap();
        });
        NinePatch patch = new NinePatch(region, corner, corner, above, below);
        patch.scale(1 / scale, 1 / scale);
        return bare(new NinePatchDrawable(patch));
    }

    /** A rectangle whose ends are half discs, whatever its height. */
    NinePatchDrawable pill(Color fill) {
        TextureRegion disc = picture("disc", 24, Color.WHITE);
        int half = disc.getRegionWidth() / 2 - 1;
        NinePatch patch = new NinePatch(new NinePatch(disc, half, half, half, half), fill);
        return bare(new NinePatchDrawable(patch) {
            @Override
            public void draw(Batch batch, float x, float y, float width, float height) {
                float corner = Math.min(width, height) / 2;
                patch.setLeftWidth(corner);
                patch.setRightWidth(corner);
                patch.setTopHeight(corner);
                patch.setBottomHeight(corner);
                super.draw(batch, x, y, width, height);
            }
        });
    }

    private static NinePatchDrawable bare(NinePatchDrawable drawable) {
        drawable.setMinSize(0, 0);
        drawable.setPadding(0, 0, 0, 0);
        return drawable;
    }

    private TextureRegion region(String key, Supplier<Pixmap> painter) {
        return regions.computeIfAbsent(key, name -> {
            Pixmap pixmap = painter.get();
            var place = packer.pack(name, pixmap);
            packer.updatePageTextures(TextureFilter.Linear, TextureFilter.Linear, false);
            pixmap.dispose();
            return new TextureRegion(
                    packer.getPage(name).getTexture(), place.getX(), place.getY(), place.getWidth(), place.getHeight());
        });
    }

    /** Text is drawn letter by letter as it is first needed, so any letter of the font will do. */
    BitmapFont font(float size, String weight) {
        FreeTypeFontParameter wanted = new FreeTypeFontParameter();
        wanted.size = Math.round(size * scale);
        wanted.characters = " ";
        wanted.incremental = true;
        wanted.hinting = FreeTypeFontGenerator.Hinting.Slight;
        wanted.packer = packer;
        wanted.minFilter = TextureFilter.Linear;
        wanted.magFilter = TextureFilter.Linear;
        BitmapFont font = fonts.computeIfAbsent(
                        weight, name -> new FreeTypeFontGenerator(Gdx.files.classpath(FONT + name + ".ttf")))
                .generateFont(wanted);
        font.setUseIntegerPositions(false);
        font.getData().setScale(1 / scale);
        return font;
    }

    @Override
    public void dispose() {
        fonts.values().forEach(FreeTypeFontGenerator::dispose);
        packer.dispose();
    }
}
