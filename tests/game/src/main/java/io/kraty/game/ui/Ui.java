package io.kraty.game.ui;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.CheckBox;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.List;
import com.badlogic.gdx.scenes.scene2d.ui.ProgressBar;
import com.badlogic.gdx.scenes.scene2d.ui.ScrollPane;
import com.badlogic.gdx.scenes.scene2d.ui.SelectBox;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.ui.TextTooltip;
import com.badlogic.gdx.scenes.scene2d.utils.BaseDrawable;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.badlogic.gdx.scenes.scene2d.utils.TextureRegionDrawable;
import com.badlogic.gdx.utils.Disposable;

/** All that is drawn comes from here; made anew when the scale of the window changes. */
public final class Ui implements Disposable {
    /** The grid that distances come from. */
    public static final float S1 = 4, S2 = 8, S3 = 16, S4 = 24, S5 = 32;

    private static final float LIP = 3;

    private final Texts texts;
    private final Art art;
    private final Skin skin = new Skin();

    /** For a window in which a unit is {@code scale} pixels. */
    public Ui(Texts texts, float scale) {
        this.texts = texts;
        art = new Art(scale);
        for (Type type : Type.values()) {
            skin.add(type.name(), art.font(type.size, type.weight));
        }
        skin.add("button", art.font(Type.BODY.size, Type.TITLE.weight));
        for (Kind kind : Kind.values()) {
            skin.add(kind.name(), style(kind));
        }
        addDefaults();
    }

    public Texts texts() {
        return texts;
    }

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    public Label label(CharSequence text, Type type) {
        return label(text, type, Palette.TEXT);
    }

    /** A text that stays in one line. */
    public Label label(CharSequence text, Type type, Color color) {
        return new Label(text, new Label.LabelStyle(font(type), color));
    }

    /** A text that goes on in the next line where there is no more room. */
    public Label paragraph(CharSequence text, Type type, Color color) {
        Label label = label(text, type, color);
        label.setWrap(true);
        return label;
    }

    public TextButton button(CharSequence text, Kind kind, Runnable onClick) {
        TextButton button = new TextButton(text.toString(), skin, kind.name());
        button.getLabelCell().minSize(96 - 2 * S3, 40 - LIP).pad(0, S3, LIP, S3);
        return clicked(button, onClick);
    }

    /** A button with a sign alone, and what it does if the pointer rests on it. */
    public Button iconButton(Icon icon, String tooltip, Runnable onClick) {
        Button button = new Button(skin.get(Kind.QUIET.name(), TextButton.TextButtonStyle.class));
        button.add(icon(icon, 22, Palette.TEXT)).pad(9);
        button.addListener(new TextTooltip(tooltip, skin));
        return clicked(button, onClick);
    }

    public Image icon(Icon icon, float size, Color color) {
        Image image = new Image(sized(art.picture(icon.name(), size, Color.WHITE), size));
        image.setColor(color);
        return image;
    }

    /** A surface to put things on. */
    public Table card() {
        Table card = panel(Palette.SURFACE);
        card.setBackground(art.plate(Palette.SURFACE, 16, Palette.RAISED, 1, 0, 0));
        return card;
    }

    public Table panel(Color fill) {
        Table panel = new Table();
        panel.setBackground(surface(fill, 16));
        panel.pad(S3);
        return panel;
    }

    /** A small badge. */
    public Table chip(Icon icon, Color iconColor, CharSequence text) {
        Table chip = new Table();
        chip.setBackground(surface(Palette.RAISED, 999));
        chip.pad(S1, S2, S1, S2 + S1);
        chip.add(icon(icon, 16, iconColor)).padRight(S1 + 2);
        chip.add(label(text, Type.SMALL));
        return chip;
    }

    public Meter meter(Color fill) {
        ProgressBar.ProgressBarStyle style = new ProgressBar.ProgressBarStyle(art.rounded(Palette.NIGHT, 999), null);
        style.knobBefore = art.rounded(fill, 999);
        style.background.setMinHeight(10);
        style.knobBefore.setMinHeight(10);
        return new Meter(style);
    }

    /** The face of a player: one of {@link Avatar#KEYS}, or made up for any other key. */
    public Actor avatar(String key, float size) {
        return new Image(sized(Avatar.picture(art, key, size), size));
    }

    /** Shows as much of the content as there is room for; wheel, finger or bar move it up and down. */
    public ScrollPane scroll(Actor content) {
        ScrollPane pane = new ScrollPane(content, skin);
        pane.setScrollingDisabled(true, false);
        pane.setOverscroll(false, false);
        pane.setFadeScrollBars(false);
        pane.addListener(event -> {
            if (event instanceof InputEvent input && input.getType() == InputEvent.Type.enter) {
                pane.getStage().setScrollFocus(pane);
            }
            return false;
        });
        return pane;
    }

    public TextField field(String value, String hint) {
        TextField field = new TextField(value, skin);
        field.setMessageText(hint);
        return field;
    }

    /** A rounded rectangle; with a radius of 999 its ends are half discs. */
    public Drawable surface(Color fill, float radius) {
        if (radius < 2) {
            return new TextureRegionDrawable(art.gradient(Color.WHITE, Color.WHITE)).tint(fill);
        }
        return art.rounded(fill, radius);
    }

    /** The sky behind everything. */
    public Drawable sky() {
        return new TextureRegionDrawable(art.gradient(Palette.SKY, Palette.DUSK));
    }

    public BitmapFont font(Type type) {
        return skin.getFont(type.name());
    }

    /** The pictures, for what draws itself. */
    public Art art() {
        return art;
    }

    /** The styles, for the widgets of scene2d that are made without this class. */
    public Skin skin() {
        return skin;
    }

    @Override
    public void dispose() {
        skin.dispose();
        art.dispose();
    }

    private static Drawable sized(TextureRegion region, float size) {
        Drawable drawable = new TextureRegionDrawable(region);
        drawable.setMinSize(size, size);
        return drawable;
    }

    private static <B extends Button> B clicked(B button, Runnable onClick) {
        button.addListener(event -> {
            if (event instanceof ChangeListener.ChangeEvent) {
                onClick.run();
            } else if (event instanceof InputEvent input && input.getType() == InputEvent.Type.keyDown) {
                if (!button.isDisabled() && (input.getKeyCode() == Keys.ENTER || input.getKeyCode() == Keys.SPACE)) {
                    button.toggle();
                }
            }
            return false;
        });
        return button;
    }

    private TextButton.TextButtonStyle style(Kind kind) {
        boolean quiet = kind == Kind.QUIET;
        Color face = switch (kind) {
            case PRIMARY -> Palette.SPARK;
            case SECONDARY -> Palette.mix(Palette.RAISED, Palette.LINE, 0.6f);
            case QUIET -> Palette.faint(Palette.RAISED, 0);
            case DANGER -> Palette.SHARD;
        };
        Color over = quiet ? Palette.RAISED : Palette.mix(face, Color.WHITE, 0.2f);
        Color edge = quiet ? face : Palette.mix(face, Palette.SKY, 0.45f);
        TextButton.TextButtonStyle style = new TextButton.TextButtonStyle();
        style.font = skin.getFont("button");
        style.fontColor = quiet ? Palette.MUTED : kind == Kind.SECONDARY ? Palette.TEXT : Palette.NIGHT;
        style.disabledFontColor = Palette.faint(Palette.MUTED, 0.7f);
        style.up = art.plate(face, 12, edge, 0, LIP, 0);
        style.over = art.plate(over, 12, edge, 0, LIP, 0);
        style.down = art.plate(Palette.mix(over, Palette.SKY, 0.15f), 12, edge, 0, LIP - 2, 2);
        style.focused = art.plate(face, 12, Palette.TEXT, 2, 0, 0);
        style.disabled = art.rounded(Palette.mix(Palette.SURFACE, Palette.RAISED, 0.5f), 12);
        style.pressedOffsetY = -2;
        return style;
    }

    private void addDefaults() {
        BitmapFont font = font(Type.BODY);
        Drawable raised = padded(art.plate(Palette.RAISED, 12, Palette.LINE, 1, 0, 0), S2);
        Drawable edged = padded(art.plate(Palette.NIGHT, 12, Palette.LINE, 1.5f, 0, 0), S2 + S1);
        Drawable bright = padded(art.plate(Palette.NIGHT, 12, Palette.SPARK, 1.5f, 0, 0), S2 + S1);
        skin.add("default", new Label.LabelStyle(font, Palette.TEXT));
        skin.add("default", skin.get(Kind.SECONDARY.name(), TextButton.TextButtonStyle.class));

        ScrollPane.ScrollPaneStyle scroll = new ScrollPane.ScrollPaneStyle();
        scroll.vScroll = new BaseDrawable();
        scroll.vScroll.setMinWidth(S2 + S1);
        scroll.vScrollKnob = art.rounded(Palette.LINE, 999);
        scroll.vScrollKnob.setMinWidth(S1);
        skin.add("default", scroll);

        List.ListStyle list =
                new List.ListStyle(font, Palette.NIGHT, Palette.TEXT, padded(surface(Palette.SPARK, 8), S2));
        list.background = raised;
        list.over = surface(Palette.LINE, 8);
        skin.add("default", list);
        SelectBox.SelectBoxStyle select = new SelectBox.SelectBoxStyle(font, Palette.TEXT, opens(edged), scroll, list);
        select.backgroundOver = opens(bright);
        skin.add("default", select);

        TextField.TextFieldStyle field = new TextField.TextFieldStyle(
                font, Palette.TEXT, surface(Palette.SPARK, 0), surface(Palette.faint(Palette.SPARK, 0.35f), 0), edged);
        field.cursor.setMinWidth(2);
        field.focusedBackground = bright;
        field.messageFontColor = Palette.MUTED;
        skin.add("default", field);

        Drawable off = sized(art.picture("unchecked", 24, Palette.LINE, Palette.NIGHT), 24);
        Drawable on = sized(art.picture("checked", 24, Palette.SPARK, Palette.NIGHT), 24);
        skin.add("default", new CheckBox.CheckBoxStyle(off, on, font, Palette.TEXT));

        TextTooltip.TextTooltipStyle tooltip =
                new TextTooltip.TextTooltipStyle(new Label.LabelStyle(font(Type.SMALL), Palette.TEXT), raised);
        tooltip.wrapWidth = 260;
        skin.add("default", tooltip);
    }

    /** The same with a sign that there is more below. */
    private Drawable opens(Drawable ground) {
        TextureRegion down = art.picture(Icon.DOWN.name(), 18, Color.WHITE);
        Drawable opens = new BaseDrawable(ground) {
            @Override
            public void draw(Batch batch, float x, float y, float width, float height) {
                ground.draw(batch, x, y, width, height);
                batch.draw(down, x + width - 28, y + (height - 18) / 2, 18, 18);
            }
        };
        opens.setRightWidth(S5);
        return opens;
    }

    private static Drawable padded(Drawable drawable, float sides) {
        drawable.setLeftWidth(sides);
        drawable.setRightWidth(sides);
        drawable.setTopHeight(S2);
        drawable.setBottomHeight(S2);
        return drawable;
    }
}
