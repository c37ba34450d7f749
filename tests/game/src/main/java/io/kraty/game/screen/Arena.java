package io.kraty.game.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.ui.Widget;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.badlogic.gdx.utils.Align;
import io.kraty.game.round.Body;
import io.kraty.game.round.Happening;
import io.kraty.game.round.Round;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import org.jspecify.annotations.Nullable;

/** Shows a round, and steers it by pointer, finger or keys; as large as fits in the middle. */
public final class Arena extends Widget {
    private static final Color PALE = Palette.mix(Palette.SPARK, Color.WHITE, 0.8f);

    private final BitmapFont font;
    private final Drawable ground;
    private final TextureRegion glow;
    private final TextureRegion disc;
    private final TextureRegion star;
    private final TextureRegion shard;
    private final TextureRegion wedge;
    private final Particles particles = new Particles();
    private final Vector2 pointer = new Vector2();
    private @Nullable Round round;
    private String combo = "";
    private int lastCombo = 1;
    private float comboShown;
    private float time;
    private float shake;
    private float unit = 1;
    private float left;
    private float bottom;

    public Arena(Ui ui) {
        font = ui.font(Type.TITLE);
        ground = ui.surface(Palette.NIGHT, 4);
        glow = ui.art().glow();
        disc = ui.art().picture("disc", 40, Color.WHITE);
        star = ui.art().picture("STAR", 40, Color.WHITE);
        shard = ui.art().picture("shard", 48, Color.WHITE);
        wedge = ui.art().picture("wedge", 48, Color.WHITE);
    }

    /** Shows this round from now on. */
    public void show(Round next) {
        round = next;
    }

    @Override
    public void act(float delta) {
        super.act(delta);
        if (round == null) {
            return;
        }
        if (Gdx.input.isTouched() || Gdx.input.getDeltaX() != 0 || Gdx.input.getDeltaY() != 0) {
            screenToLocalCoordinates(pointer.set(Gdx.input.getX(), Gdx.input.getY()));
            round.steer((getX() + pointer.x - left) / unit, (getY() + pointer.y - bottom) / unit);
        }
        round.push(held(Keys.RIGHT, Keys.D) - held(Keys.LEFT, Keys.A), held(Keys.UP, Keys.W) - held(Keys.DOWN, Keys.S));
        round.happenings().forEach(this::burst);
        if (round.combo() > lastCombo) {
            combo = "×" + round.combo();
            comboShown = 1;
        }
        lastCombo = round.combo();
        particles.burst(round.player().x(), round.player().y(), 1, 0.6f, Palette.SPARK);
        particles.act(delta);
        time += delta;
        shake = Math.max(0, shake - delta * 3);
        comboShown = Math.max(0, comboShown - delta);
    }

    private static int held(int key, int other) {
        return Gdx.input.isKeyPressed(key) || Gdx.input.isKeyPressed(other) ? 1 : 0;
    }

    private void burst(Happening happening) {
        switch (happening.kind()) {
            case CAUGHT -> particles.burst(happening.x(), happening.y(), 10, 5, Palette.SPARK);
            case GOLDEN -> particles.burst(happening.x(), happening.y(), 40, 8, Palette.GOLD);
            case MISSED -> particles.burst(happening.x(), happening.y(), 5, 1, Palette.LINE);
            case HIT -> {
                particles.burst(happening.x(), happening.y(), 30, 7, Palette.SHARD);
                shake = 1;
            }
        }
    }

    @Override
    public void draw(Batch batch, float parentAlpha) {
        validate();
        unit = Math.min(getWidth() / Round.WIDTH, getHeight() / Round.HEIGHT);
        float width = Round.WIDTH * unit;
        float height = Round.HEIGHT * unit;
        left = getX() + (getWidth() - width) / 2;
        bottom = getY() + (getHeight() - height) / 2;
        batch.setColor(1, 1, 1, parentAlpha);
        ground.draw(batch, left, bottom, width, height);
        batch.flush();
        if (round == null || !clipBegin(left, bottom, width, height)) {
            return;
        }
        left += MathUtils.sin(time * 75) * shake * shake * 0.15f * unit;
        bottom += MathUtils.cos(time * 60) * shake * shake * 0.1f * unit;
        batch.setBlendFunction(GL20.GL_SRC_ALPHA, GL20.GL_ONE);
        drawSky(batch);
        for (int i = 0; i < round.sparksOut().size(); i++) {
            drawSpark(batch, round.sparksOut().get(i));
        }
        for (int i = 0; i < round.shards().size(); i++) {
            drawShard(batch, round.shards().get(i));
        }
        drawPlayer(batch, round);
        batch.setBlendFunction(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA);
        batch.flush();
        clipEnd();
    }

    private void drawSky(Batch batch) {
        put(batch, glow, 8, -1, 22, 0, Palette.DUSK, 0.8f);
        put(batch, glow, 8, 5, 30, 0, Palette.SHARD, 0.4f * shake);
        for (int i = 1; i <= 90; i++) {
            float twinkle = 0.35f + 0.25f * MathUtils.sin(time * (0.6f + i % 5 * 0.3f) + i);
            put(
                    batch,
                    glow,
                    i * 0.7549f % 1 * 16,
                    i * 0.5698f % 1 * 10,
                    0.12f + i % 4 * 0.05f,
                    0,
                    Color.WHITE,
                    twinkle);
        }
        for (int i = 0; i < Particles.SIZE; i++) {
            float lit = particles.left[i];
            if (lit > 0) {
                put(batch, glow, particles.x[i], particles.y[i], 0.2f + 0.5f * lit, 0, particles.color[i], lit);
            }
        }
    }

    private void drawSpark(Batch batch, Body spark) {
        float flicker = spark.left() < 1.2f ? 0.6f + 0.4f * MathUtils.sin(time * 22) : 1;
        float alpha = Math.min(1, spark.age() * 4) * flicker;
        float swell = 0.15f * MathUtils.sin(time * 5 + spark.x());
        if (spark.kind() == Body.Kind.GOLDEN) {
            put(batch, glow, spark.x(), spark.y(), 2.8f + swell, 0, Palette.GOLD, 0.8f * alpha);
            put(batch, star, spark.x(), spark.y(), 1, time * 90, Palette.GOLD, alpha);
        } else {
            put(batch, glow, spark.x(), spark.y(), 1.5f + swell, 0, Palette.SPARK, alpha);
            put(batch, disc, spark.x(), spark.y(), 0.26f, 0, PALE, alpha);
        }
    }

    private void drawShard(Batch batch, Body body) {
        float angle = MathUtils.atan2Deg(body.vy(), body.vx());
        if (body.age() < 0) {
            float near = 1 + body.age() / Round.WARNING;
            float in = 0.7f + 0.12f * MathUtils.sin(time * 14);
            float x = body.x() + MathUtils.cosDeg(angle) * in;
            float y = body.y() + MathUtils.sinDeg(angle) * in;
            put(batch, wedge, x, y, 0.6f + 0.35f * near, angle, Palette.SHARD, 0.25f + 0.75f * near);
            return;
        }
        for (int i = 0; i < 6; i++) {
            float back = Math.min(i * 0.05f, body.age());
            float x = body.x() - body.vx() * back;
            put(batch, glow, x, body.y() - body.vy() * back, 1.7f - i * 0.22f, 0, Palette.SHARD, 0.26f - i * 0.04f);
        }
        put(batch, shard, body.x(), body.y(), 1.15f, angle, Palette.SHARD, 0.9f);
    }

    private void drawPlayer(Batch batch, Round round) {
        Body player = round.player();
        Color color = round.isStunned() ? Palette.SHARD : Palette.SPARK;
        float blink = round.isStunned() ? 0.55f + 0.35f * MathUtils.sin(time * 40) : 1;
        put(batch, glow, player.x(), player.y(), 2.6f + 0.4f * round.combo(), 0, color, 0.6f);
        put(batch, disc, player.x(), player.y(), 0.84f, 0, color, 0.7f * blink);
        put(batch, disc, player.x(), player.y(), 0.52f, 0, PALE, blink);
        if (comboShown > 0) {
            font.setColor(Palette.GOLD.r, Palette.GOLD.g, Palette.GOLD.b, Math.min(1, comboShown * 2));
            float y = bottom + (player.y() + 1.9f - comboShown) * unit;
            font.draw(batch, combo, left + player.x() * unit, y, 0, Align.center, false);
        }
    }

    /** Draws a picture around a place of the field. */
    private void put(
            Batch batch, TextureRegion what, float x, float y, float size, float angle, Color tint, float alpha) {
        float half = size * unit / 2;
        batch.setColor(tint.r, tint.g, tint.b, alpha);
        batch.draw(what, left + x * unit - half, bottom + y * unit - half, half, half, half * 2, half * 2, 1, 1, angle);
    }
}
