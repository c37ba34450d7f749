package io.kraty.game.ui;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.CheckBox;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.SelectBox;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.ExtendViewport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows every widget in a window and writes a picture of it: {@code Gallery WIDTH HEIGHT FILE}. */
public final class Gallery extends ApplicationAdapter {
    private final String file;
    private final ExtendViewport viewport = new ExtendViewport(1024, 640);
    private final List<Runnable> steps = new ArrayList<>();
    private Stage stage;
    private Ui ui;
    private float time;

    private Gallery(String file) {
        this.file = file;
    }

    public static void main(String[] arguments) {
        Lwjgl3ApplicationConfiguration window = new Lwjgl3ApplicationConfiguration();
        window.setWindowedMode(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        window.disableAudio(true);
        new Lwjgl3Application(new Gallery(arguments[2]), window);
    }

    @Override
    public void create() {
        viewport.update(Gdx.graphics.getWidth(), Gdx.graphics.getHeight(), true);
        long before = System.nanoTime();
        ui = new Ui(new Texts(Locale.UK), viewport.getScreenWidth() / viewport.getWorldWidth());
        System.out.println("Ui " + (System.nanoTime() - before) / 1_000_000 + " ms");
        stage = new Stage(viewport);
        Gdx.input.setInputProcessor(stage);
        Image sky = new Image(ui.sky());
        sky.setFillParent(true);
        stage.addActor(sky);
        Table root = new Table();
        root.setFillParent(true);
        root.pad(Ui.S3).top();
        root.add(left()).width(310).top().padRight(Ui.S3);
        root.add(middle()).width(330).top().padRight(Ui.S3);
        root.add(right()).growX().top();
        stage.addActor(root);
        Toasts toasts = new Toasts(ui);
        stage.addActor(toasts);
        steps.add(() -> shot(""));
        steps.add(() -> {
            toasts.show(Icon.GIFT, Palette.SPARK, "A gift from Marisa", "25 gems");
            toasts.show(Icon.OFFLINE, Palette.SHARD, "No connection", null);
            Table card = ui.card();
            card.pad(Ui.S4);
            card.add(ui.icon(Icon.TROPHY, 72, Palette.GOLD)).row();
            card.add(ui.label("Second place", Type.TITLE)).padTop(Ui.S2).row();
            card.add(ui.paragraph("You have won the crate of the season.", Type.BODY, Palette.MUTED))
                    .width(280)
                    .padBottom(Ui.S3)
                    .row();
            card.add(ui.button("Collect", Kind.PRIMARY, () -> {})).growX();
            new Modal(ui, true).show(stage, card);
        });
        steps.add(() -> shot("-modal"));
        steps.add(() -> {
            stage.keyDown(Input.Keys.ESCAPE);
            stage.keyUp(Input.Keys.ESCAPE);
        });
        steps.add(() -> shot("-after"));
        steps.add(Gdx.app::exit);
    }

    private Table left() {
        Table table = new Table();
        table.defaults().left().growX().padBottom(Ui.S2);
        for (Type type : Type.values()) {
            table.add(ui.label(
                            type == Type.HERO
                                    ? "Sparkfall"
                                    : type == Type.TITLE ? "Title Ação ×5" : type + " Olá, João! “1 234” ×5",
                            type))
                    .row();
        }
        Table card = ui.card();
        for (Kind kind : Kind.values()) {
            card.add(ui.button(
                            kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT), kind, () -> {}))
                    .pad(Ui.S1)
                    .growX();
            if (kind == Kind.SECONDARY) {
                card.row();
            }
        }
        card.row();
        TextButton disabled = ui.button("Disabled", Kind.PRIMARY, () -> {});
        disabled.setDisabled(true);
        card.add(disabled).pad(Ui.S1).growX();
        TextButton focused = ui.button("Focused", Kind.SECONDARY, () -> {});
        stageFocus(focused);
        card.add(focused).pad(Ui.S1).growX().row();
        TextButton pressed = ui.button("Pressed", Kind.PRIMARY, () -> {});
        press(pressed);
        TextButton hover = ui.button("Hover", Kind.PRIMARY, () -> {});
        hover(hover);
        card.add(pressed).pad(Ui.S1).growX();
        card.add(hover).pad(Ui.S1).growX().row();
        table.add(card).row();
        Table avatars = new Table();
        for (String key : Avatar.KEYS) {
            avatars.add(ui.avatar(key, 64)).size(64).pad(Ui.S1);
            if (avatars.getChildren().size == 4) {
                avatars.row();
            }
        }
        table.add(avatars).row();
        return table;
    }

    private Table middle() {
        Table table = new Table();
        table.defaults().left().growX().padBottom(Ui.S3);
        Table icons = ui.card();
        for (Icon icon : Icon.values()) {
            icons.add(ui.icon(icon, 28, Palette.TEXT)).size(28).pad(5);
            if (icons.getChildren().size % 8 == 0) {
                icons.row();
            }
        }
        table.add(icons).row();
        Table small = ui.card();
        for (Icon icon : Icon.values()) {
            small.add(ui.icon(icon, 18, Palette.SPARK)).size(18).pad(3);
            if (small.getChildren().size % 12 == 0) {
                small.row();
            }
        }
        table.add(small).row();
        Table chips = new Table();
        chips.add(ui.chip(Icon.COIN, Palette.GOLD, ui.texts().number(12_450))).padRight(Ui.S2);
        chips.add(ui.chip(Icon.GEM, Palette.GEM, "85")).padRight(Ui.S2);
        chips.add(ui.chip(Icon.CLOCK, Palette.MUTED, ui.texts().left(Duration.ofMinutes(125))));
        table.add(chips).fill(false).row();
        for (float share : new float[] {0.02f, 0.35f, 1}) {
            Meter meter = ui.meter(share == 1 ? Palette.GOOD : Palette.SPARK);
            meter.set(share);
            table.add(meter).row();
        }
        table.add(ui.field("", "Your name")).row();
        table.add(ui.field("Marisa", "Your name")).row();
        return table;
    }

    private Table right() {
        Table table = new Table();
        table.defaults().left().growX().padBottom(Ui.S3);
        Table rows = new Table();
        for (int i = 1; i < 12; i++) {
            String key = "player-" + i;
            rows.add(ui.label("" + i, Type.HEADING, i < 4 ? Palette.GOLD : Palette.MUTED))
                    .width(28);
            rows.add(ui.avatar(key, 36)).size(36).pad(Ui.S1, 0, Ui.S1, Ui.S2);
            rows.add(ui.label("Player " + i, Type.BODY)).growX();
            rows.add(ui.label(ui.texts().number(2000 - i * 83), Type.HEADING)).row();
        }
        Table card = ui.card();
        card.add(ui.scroll(rows)).grow().height(250);
        table.add(card).row();
        SelectBox<String> select = new SelectBox<>(ui.skin());
        select.setItems("English", "Português");
        table.add(select).row();
        CheckBox check = new CheckBox(" Sound", ui.skin());
        check.setChecked(true);
        table.add(check).fill(false).row();
        table.add(new CheckBox(" Music", ui.skin())).fill(false).row();
        Table buttons = new Table();
        for (Icon icon : List.of(Icon.GEAR, Icon.FRIENDS, Icon.GLOBE)) {
            buttons.add(ui.iconButton(icon, icon.name(), () -> {})).padRight(Ui.S2);
        }
        table.add(buttons).fill(false).row();
        table.add(ui.paragraph(
                "It began " + ui.texts().date(Instant.EPOCH) + ", and goes on.", Type.SMALL, Palette.MUTED));
        return table;
    }

    private void stageFocus(Actor actor) {
        Gdx.app.postRunnable(() -> stage.setKeyboardFocus(actor));
    }

    private static void hover(Actor actor) {
        send(actor, InputEvent.Type.enter);
    }

    private static void press(Actor actor) {
        send(actor, InputEvent.Type.touchDown);
    }

    private static void send(Actor actor, InputEvent.Type type) {
        Gdx.app.postRunnable(() -> {
            InputEvent event = new InputEvent();
            event.setType(type);
            event.setPointer(type == InputEvent.Type.enter ? -1 : 0);
            event.setStage(actor.getStage());
            event.setStageX(actor.localToStageCoordinates(new com.badlogic.gdx.math.Vector2(5, 5)).x);
            event.setStageY(actor.localToStageCoordinates(new com.badlogic.gdx.math.Vector2(5, 5)).y);
            actor.fire(event);
        });
    }

    private void shot(String name) {
        Pixmap pixmap = Pixmap.createFromFrameBuffer(0, 0, Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
        for (int i = 3; i < pixmap.getPixels().limit(); i += 4) {
            pixmap.getPixels().put(i, (byte) 255);
        }
        PixmapIO.writePNG(Gdx.files.absolute(file.replace(".png", name + ".png")), pixmap, -1, true);
        pixmap.dispose();
    }

    @Override
    public void render() {
        ScreenUtils.clear(Color.BLACK);
        stage.act(Math.min(0.05f, Gdx.graphics.getDeltaTime()));
        stage.draw();
        time += Math.min(0.05f, Gdx.graphics.getDeltaTime());
        if (time > 0.9f) {
            time = 0;
            steps.remove(0).run();
        }
    }

    @Override
    public void dispose() {
        stage.dispose();
        ui.dispose();
    }
}
