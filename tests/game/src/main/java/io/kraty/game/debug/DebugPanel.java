package io.kraty.game.debug;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.List.ListStyle;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.utils.ClickListener;
import com.badlogic.gdx.utils.Array;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.Kraty;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The panel over the whole window: every call by hand, what goes over the wire, and trouble with the sandbox. */
public final class DebugPanel extends Table {
    private static final List<Operation> OPERATIONS = Operations.all();
    private static final int LONGEST = 8_000;

    private final Ui ui;
    private final Supplier<Kraty> kraty;
    private final Wire wire;
    private final Telemetry telemetry;
    private final @Nullable Troublemaker trouble;
    private final Map<String, String> ids = new HashMap<>();
    private final Table list = new Table().top().left();
    private final Table form = new Table().top().left();
    private final Label head;
    private final Label body;
    private String whole = "";
    private @Nullable Label chosen;
    private Runnable refresh = () -> {};
    private float sinceRefresh;
    private @Nullable Actor focusBefore;

    /** For the client of the moment; {@code trouble} only where the game is played on a sandbox. */
    public DebugPanel(Ui ui, Supplier<Kraty> kraty, Wire wire, Telemetry telemetry, @Nullable Troublemaker trouble) {
        this.ui = ui;
        this.kraty = kraty;
        this.wire = wire;
        this.telemetry = telemetry;
        this.trouble = trouble;
        head = ui.label("", Type.SMALL, Color.WHITE);
        body = ui.paragraph("", Type.SMALL, Palette.TEXT);
        setFillParent(true);
        setTouchable(Touchable.enabled);
        setBackground(ui.surface(Palette.NIGHT, 4));
        pad(Ui.S2, Ui.S3, Ui.S3, Ui.S3);
        addListener(new InputListener() {
            @Override
            public boolean keyDown(InputEvent event, int key) {
                return key == Keys.ESCAPE && remove();
            }
        });
        calls();
    }

    /** Opens it, or closes it: for F12. It closes itself on ESC. */
    public void toggle(Stage stage) {
        if (!remove()) {
            focusBefore = stage.getKeyboardFocus();
            stage.addActor(this);
            stage.setKeyboardFocus(this);
        }
    }

    @Override
    public boolean remove() {
        Stage stage = getStage();
        boolean open = super.remove();
        if (stage != null) {
            stage.setKeyboardFocus(focusBefore);
        }
        return open;
    }

    @Override
    public void act(float delta) {
        super.act(delta);
        sinceRefresh += delta;
        if (sinceRefresh > 0.25f) {
            sinceRefresh = 0;
            refresh.run();
        }
    }

    private void calls() {
        TextField search = ui.field("", "Search");
        search.setTextFieldListener(
                (field, key) -> listCalls(field.getText().strip().toLowerCase(Locale.ROOT)));
        listCalls("");
        Table left = new Table();
        left.add(search).growX().height(34).padBottom(Ui.S1).row();
        left.add(ui.scroll(list)).grow();
        open("Operations", left, 230);
    }

    private void listCalls(String words) {
        list.clear();
        String area = "";
        for (Operation operation : OPERATIONS) {
            if ((operation.area() + " " + operation.name())
                    .toLowerCase(Locale.ROOT)
                    .contains(words)) {
                if (!area.equals(operation.area())) {
                    area = operation.area();
                    list.add(ui.label(area.toUpperCase(Locale.ROOT), Type.SMALL, Palette.SPARK))
                            .left()
                            .padTop(Ui.S2)
                            .row();
                }
                Label name = ui.label(operation.name(), Type.SMALL);
                clicks(name, () -> choose(operation, name));
                list.add(name).growX().row();
            }
        }
    }

    private void choose(Operation operation, Label name) {
        if (chosen != null) {
            chosen.setColor(Color.WHITE);
        }
        chosen = name;
        name.setColor(Palette.SPARK);
        form.clear();
        Map<String, TextField> fields = new LinkedHashMap<>();
        TextButton run = ui.button("Run", Kind.PRIMARY, () -> run(operation, fields));
        form.add(ui.label(operation.area() + ": " + operation.name(), Type.HEADING))
                .colspan(3)
                .left();
        form.add(run).right().height(34).row();
        for (Values.Argument argument : operation.arguments()) {
            String initial = argument.initial().isEmpty() && !argument.optional()
                    ? ids.getOrDefault(argument.name(), "")
                    : argument.initial();
            TextField field = ui.field(initial, argument.kind() + (argument.optional() ? ", optional" : ""));
            fields.put(argument.name(), field);
            form.add(ui.label(argument.name(), Type.SMALL, Palette.MUTED))
                    .left()
                    .padRight(Ui.S2);
            form.add(field).growX().uniformX().height(34).pad(2, 0, 2, Ui.S3);
            if (fields.size() % 2 == 0) {
                form.row();
            }
        }
        show("", Palette.MUTED, "");
    }

    private void run(Operation operation, Map<String, TextField> fields) {
        Map<String, String> typed = new HashMap<>();
        fields.forEach((name, field) -> typed.put(name, field.getText()));
        show("running …", Palette.MUTED, "");
        Kraty now = kraty.get();
        CompletableFuture<Operation.Outcome> running = now.async(() -> operation.run(now, new Values(typed), wire));
        running.whenComplete((outcome, error) -> Gdx.app.postRunnable(() -> show(operation, outcome, error)));
    }

    private void show(Operation operation, Operation.@Nullable Outcome outcome, @Nullable Throwable error) {
        if (outcome == null) {
            show("ended", Palette.SHARD, String.valueOf(error));
            return;
        }
        ids.putAll(operation.idsIn(outcome));
        String keys = outcome.sent().stream()
                .map(Wire.Exchange::key)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        show(
                (outcome.failure() == null ? "done" : "failed") + "  ·  "
                        + outcome.took().toMillis() + " ms  ·  "
                        + outcome.sent().size() + " on the wire" + (keys.isEmpty() ? "" : "  ·  key " + keys),
                outcome.failure() == null ? Palette.GOOD : Palette.SHARD,
                outcome.text()
                        + outcome.sent().stream()
                                .map(sent -> "\n\n———\n" + sent.text())
                                .collect(Collectors.joining()));
    }

    private <T> void log(
            String tab,
            Supplier<List<T>> items,
            Function<T, String> line,
            Predicate<T> good,
            Function<T, String> text) {
        ListStyle style = new ListStyle(ui.font(Type.SMALL), Palette.NIGHT, Palette.TEXT, ui.surface(Palette.SPARK, 4));
        var lines = new com.badlogic.gdx.scenes.scene2d.ui.List<T>(style) {
            @Override
            public String toString(T item) {
                return line.apply(item);
            }

            @Override
            protected GlyphLayout drawItem(
                    Batch batch, BitmapFont font, int index, T item, float x, float y, float wide) {
                if (!good.test(item) && item != getSelected()) {
                    font.setColor(Palette.SHARD);
                }
                return super.drawItem(batch, font, index, item, x, y, wide);
            }
        };
        lines.getSelection().setRequired(false);
        clicks(lines, () -> {
            T selected = lines.getSelected();
            show("", Palette.MUTED, selected == null ? "" : text.apply(selected));
        });
        open(tab, ui.scroll(lines), 520);
        refresh = () -> {
            List<T> latest = items.get();
            Array<T> shown = lines.getItems();
            if (!latest.isEmpty() && (shown.isEmpty() || shown.first() != latest.get(latest.size() - 1))) {
                Array<T> newestFirst = new Array<>();
                latest.forEach(newestFirst::add);
                newestFirst.reverse();
                lines.setItems(newestFirst);
            }
        };
    }

    private void tricks() {
        Troublemaker maker = trouble;
        if (maker == null) {
            open("Sandbox", ui.paragraph("Not played on a sandbox of this program.", Type.BODY, Palette.MUTED), 360);
            return;
        }
        Table buttons = new Table().top();
        for (String trick : maker.tricks()) {
            Kind kind = maker.lasts(trick) ? Kind.DANGER : Kind.SECONDARY;
            buttons.add(ui.button(trick, kind, () -> play(maker, trick)))
                    .growX()
                    .uniformX()
                    .pad(2);
            if (buttons.getChildren().size % 2 == 0) {
                buttons.row();
            }
        }
        open("Sandbox", ui.scroll(buttons), 380);
        TextField event = ui.field(maker.event, "event");
        TextField board = ui.field(maker.board, "board");
        event.setTextFieldListener((field, key) -> maker.event = field.getText());
        board.setTextFieldListener((field, key) -> maker.board = field.getText());
        form.add(ui.label("event", Type.SMALL, Palette.MUTED)).padRight(Ui.S2);
        form.add(event).growX().height(34).padRight(Ui.S3);
        form.add(ui.label("board", Type.SMALL, Palette.MUTED)).padRight(Ui.S2);
        form.add(board).growX().height(34);
    }

    private void play(Troublemaker maker, String trick) {
        maker.play(trick)
                .thenAccept(said -> Gdx.app.postRunnable(() -> {
                    tricks();
                    show(said, Palette.MUTED, "");
                }));
    }

    private void open(String tab, Actor left, float width) {
        clear();
        form.clear();
        refresh = () -> {};
        Table tabs = new Table();
        tabs.add(tab("Operations", tab, this::calls));
        tabs.add(tab(
                "Wire",
                tab,
                () -> log("Wire", wire::exchanges, Wire.Exchange::line, Wire.Exchange::isGood, Wire.Exchange::text)));
        tabs.add(tab(
                "Telemetry",
                tab,
                () -> log(
                        "Telemetry",
                        telemetry::entries,
                        Telemetry.Entry::line,
                        entry -> entry.info().ok(),
                        Telemetry.Entry::text)));
        tabs.add(tab("Sandbox", tab, this::tricks));
        tabs.add().growX();
        tabs.add(ui.iconButton(Icon.CLOSE, "ESC", this::remove));
        Table reading = new Table();
        reading.add(head).growX().left();
        reading.add(ui.button("Copy", Kind.QUIET, () -> Gdx.app.getClipboard().setContents(whole)))
                .height(30)
                .row();
        reading.add(ui.scroll(body)).colspan(2).grow();
        Table right = new Table();
        right.add(form).growX().row();
        right.add(reading).grow();
        add(tabs).colspan(2).growX().padBottom(Ui.S2).row();
        add(left).width(width).growY().padRight(Ui.S3);
        add(right).grow();
        show("", Palette.MUTED, "");
    }

    private TextButton tab(String name, String current, Runnable open) {
        return ui.button(name, name.equals(current) ? Kind.PRIMARY : Kind.QUIET, open);
    }

    private void show(String title, Color color, String text) {
        head.setText(title);
        head.setColor(color);
        whole = text;
        body.setText(text.length() > LONGEST ? text.substring(0, LONGEST) + "\n… (all of it by Copy)" : text);
    }

    private static void clicks(Actor actor, Runnable onClick) {
        actor.addListener(new ClickListener() {
            @Override
            public void clicked(InputEvent event, float x, float y) {
                onClick.run();
            }
        });
    }
}
