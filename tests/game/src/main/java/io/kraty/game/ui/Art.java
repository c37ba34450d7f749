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
import com.badlogic.gdx.scenes.scene2d.utils.BaseDrawable;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
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
            for (int x = 0; x < 128; x++) {
                for (int y = 0; y < 128; y++) {
                    double near = Math.max(0, 1 - Math.hypot(x - 63.5, y - 63.5) / 63.5);
                    pixmap.drawPixel(x, y, 0xFFFFFF00 | (int) (255 * near * near));
                }
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
                () -> new Sketch(pixels, colors).draw(sketch).pixmap());
    }

    /** A rectangle with round corners, or with half discs for ends where it is too low for them. */
    Drawable rounded(Color fill, float radius) {
        TextureRegion disc = picture("disc", 2 * Math.min(radius, 16), Color.WHITE);
        int half = disc.getRegionWidth() / 2 - 1;
        float most = radius > 16 ? radius : half / scale;
        NinePatch patch = new NinePatch(new NinePatch(disc, half, half, half, half), fill);
        Drawable drawable = new NinePatchDrawable(patch) {
            @Override
            public void draw(Batch batch, float x, float y, float width, float height) {
                float corner = Math.min(most, Math.min(width, height) / 2);
                patch.setLeftWidth(corner);
                patch.setRightWidth(corner);
                patch.setTopHeight(corner);
                patch.setBottomHeight(corner);
                super.draw(batch, x, y, width, height);
            }
        };
        drawable.setMinSize(0, 0);
        drawable.setPadding(0, 0, 0, 0);
        return drawable;
    }

    /** A rounded rectangle within an edge; with a lip it stands out of the ground by so much, and can sink in. */
    Drawable plate(Color fill, float radius, Color edge, float width, float lip, float sink) {
        Drawable below = rounded(edge, radius);
        Drawable above = rounded(fill, radius - width);
        return new BaseDrawable() {
            @Override
            public void draw(Batch batch, float x, float y, float w, float h) {
                below.draw(batch, x, y, w, h - sink - lip);
                above.draw(batch, x + width, y + width + lip, w - 2 * width, h - 2 * width - lip - sink);
            }
        };
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
        for (PixmapPacker.Page page : packer.getPages()) {
            if (page.getTexture() != null) {
                page.getTexture().dispose(); // with its pixels; the packer leaves it to whoever uses it
            }
        }
        packer.dispose();
    }
}
