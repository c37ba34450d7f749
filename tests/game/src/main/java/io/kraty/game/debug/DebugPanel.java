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
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The panel over the whole window: every call by hand, what goes over the wire, and trouble with the sandbox. */
public final class DebugPanel extends Table {
    private static final List<Operation> OPERATIONS = Operations.all();
    private static final int LONGEST = 8_000;
    private static final Map<String, String> HINTS = Map.of(
            "Operations", "Choose a call at the left, and run it.",
            "Wire", "Choose a request at the left to read all of it.",
            "Telemetry", "Choose an attempt at the left to read all of it.",
            "Sandbox", "Choose what goes wrong, or happens, on the sandbox.");

    /** Something that happened, in one line and in full. */
    interface Noted {
        String line();

        String text();

        boolean isGood();
    }

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
    private final TextButton copy;
    private String whole = "";
    private @Nullable Label chosen;
    private @Nullable Future<?> running;
    private Runnable refresh = () -> {};
    private float sinceRefresh;
    private @Nullable Actor focusBefore;
    private final InputListener keys = new InputListener() {
        @Override
        public boolean keyDown(InputEvent event, int key) {
            if (key == Keys.ESCAPE) {
                event.stop();
                return remove();
            }
            return false;
        }
    };

    /** For the client of the moment; {@code trouble} only where the game is played on a sandbox. */
    public DebugPanel(Ui ui, Supplier<Kraty> kraty, Wire wire, Telemetry telemetry, @Nullable Troublemaker trouble) {
        this.ui = ui;
        this.kraty = kraty;
        this.wire = wire;
        this.telemetry = telemetry;
        this.trouble = trouble;
        head = ui.label("", Type.SMALL, Color.WHITE);
        body = ui.paragraph("", Type.SMALL, Palette.TEXT);
        copy = ui.button("Copy", Kind.QUIET, () -> Gdx.app.getClipboard().setContents(whole));
        setFillParent(true);
        setTouchable(Touchable.enabled);
        setBackground(ui.surface(Palette.NIGHT, 0));
        pad(Ui.S2, Ui.S3, Ui.S3, Ui.S3);
        calls();
    }

    /** Opens it, or closes it: for F12. It closes itself on ESC. */
    public void toggle(Stage stage) {
        if (!remove()) {
            focusBefore = stage.getKeyboardFocus();
            stage.addActor(this);
            stage.setKeyboardFocus(this);
            stage.addCaptureListener(keys);
        }
    }

    @Override
    public boolean remove() {
        Stage stage = getStage();
        boolean open = super.remove();
        if (stage != null) {
            stage.setKeyboardFocus(focusBefore);
            stage.removeCaptureListener(keys);
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
            String name = operation.area() + " " + operation.name();
            if (name.toLowerCase(Locale.ROOT).contains(words)) {
                if (!area.equals(operation.area())) {
                    area = operation.area();
                    Label heading = ui.label(area.toUpperCase(Locale.ROOT), Type.SMALL, Palette.SPARK);
                    list.add(heading).left().padTop(Ui.S2).row();
                }
                Label label = ui.label(operation.name(), Type.SMALL);
                clicks(label, () -> choose(operation, label));
                list.add(label).growX().row();
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
        Label title = ui.label(operation.area() + ": " + operation.name(), Type.HEADING);
        form.add(title).colspan(3).left();
        form.add(run).right().height(34).row();
        for (Values.Argument argument : operation.arguments()) {
            String initial = argument.initial().isEmpty() && !argument.optional()
                    ? ids.getOrDefault(argument.name(), "")
                    : argument.initial();
            TextField field = ui.field(initial, argument.kind() + (argument.optional() ? ", optional" : ""));
            fields.put(argument.name(), field);
            Label label = ui.label(argument.name(), Type.SMALL, Palette.MUTED);
            form.add(label).left().padRight(Ui.S2);
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
        if (running != null) {
            running.cancel(true);
        }
        Kraty now = kraty.get();
        running = now.runAsync(() -> {
            Operation.Outcome outcome = operation.run(now, new Values(typed), wire);
            Gdx.app.postRunnable(() -> show(operation, outcome));
        });
    }

    private void show(Operation operation, Operation.Outcome outcome) {
        ids.putAll(operation.idsIn(outcome));
        boolean good = outcome.failure() == null;
        StringBuilder head = new StringBuilder(good ? "done" : "failed");
        head.append("  ·  ")
                .append(outcome.took().toMillis())
                .append(" ms  ·  ")
                .append(outcome.sent().size())
                .append(" on the wire");
        StringBuilder text = new StringBuilder(outcome.text());
        outcome.sent().forEach(sent -> text.append("\n\n———\n").append(sent.text()));
        outcome.sent().stream()
                .map(Wire.Exchange::key)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(key -> head.append("  ·  key ").append(key));
        show(head.toString(), good ? Palette.GOOD : Palette.SHARD, text.toString());
    }

    private void log(String tab, Supplier<List<? extends Noted>> all) {
        ListStyle style = new ListStyle(ui.font(Type.SMALL), Palette.NIGHT, Palette.TEXT, ui.surface(Palette.SPARK, 4));
        var lines = new com.badlogic.gdx.scenes.scene2d.ui.List<Noted>(style) {
            @Override
            public String toString(Noted one) {
                return one.line();
            }

            @Override
            protected GlyphLayout drawItem(
                    Batch batch, BitmapFont font, int index, Noted one, float x, float y, float wide) {
                Color plain = one.isGood() ? Palette.TEXT : Palette.SHARD;
                font.setColor(one.equals(getSelected()) ? Palette.NIGHT : plain);
                return super.drawItem(batch, font, index, one, x, y, wide);
            }
        };
        lines.getSelection().setRequired(false);
        clicks(
                lines,
                () -> show(
                        "",
                        Palette.MUTED,
                        lines.getSelected() == null ? "" : lines.getSelected().text()));
        open(tab, ui.scroll(lines), 520);
        refresh = () -> {
            Array<Noted> newestFirst = new Array<>();
            all.get().forEach(newestFirst::add);
            newestFirst.reverse();
            if (!newestFirst.equals(lines.getItems())) {
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
            TextButton button = ui.button(trick, kind, () -> play(maker, trick));
            buttons.add(button).growX().uniformX().pad(2);
            if (buttons.getChildren().size % 2 == 0) {
                buttons.row();
            }
        }
        open("Sandbox", ui.scroll(buttons), 450);
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
        maker.play(
                trick,
                said -> Gdx.app.postRunnable(() -> {
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
        tabs.add(tab("Wire", tab, () -> log("Wire", wire::exchanges)));
        tabs.add(tab("Telemetry", tab, () -> log("Telemetry", telemetry::entries)));
        tabs.add(tab("Sandbox", tab, this::tricks));
        tabs.add().growX();
        tabs.add(ui.iconButton(Icon.CLOSE, "ESC", this::remove));
        Table reading = new Table();
        reading.add(head).growX().left();
        reading.add(copy).height(30).row();
        reading.add(ui.scroll(body)).colspan(2).grow();
        Table right = new Table();
        right.add(form).growX().row();
        right.add(reading).grow();
        add(tabs).colspan(2).growX().padBottom(Ui.S2).row();
        add(left).width(width).growY().padRight(Ui.S3);
        add(right).grow();
        show(HINTS.getOrDefault(tab, ""), Palette.MUTED, "");
    }

    private TextButton tab(String name, String current, Runnable open) {
        return ui.button(name, name.equals(current) ? Kind.PRIMARY : Kind.QUIET, open);
    }

    private void show(String title, Color color, String text) {
        head.setText(title);
        head.setColor(color);
        whole = text;
        copy.setDisabled(text.isEmpty());
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
