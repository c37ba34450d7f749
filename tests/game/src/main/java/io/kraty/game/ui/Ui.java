package io.kraty.game.ui;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.Button.ButtonStyle;
import com.badlogic.gdx.scenes.scene2d.ui.CheckBox.CheckBoxStyle;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Label.LabelStyle;
import com.badlogic.gdx.scenes.scene2d.ui.List.ListStyle;
import com.badlogic.gdx.scenes.scene2d.ui.ProgressBar.ProgressBarStyle;
import com.badlogic.gdx.scenes.scene2d.ui.ScrollPane;
import com.badlogic.gdx.scenes.scene2d.ui.ScrollPane.ScrollPaneStyle;
import com.badlogic.gdx.scenes.scene2d.ui.SelectBox.SelectBoxStyle;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton.TextButtonStyle;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.ui.TextField.TextFieldStyle;
import com.badlogic.gdx.scenes.scene2d.ui.TextTooltip;
import com.badlogic.gdx.scenes.scene2d.ui.TextTooltip.TextTooltipStyle;
import com.badlogic.gdx.scenes.scene2d.utils.BaseDrawable;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.badlogic.gdx.scenes.scene2d.utils.TextureRegionDrawable;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.Scaling;

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
            skin.add(type.name(), art.font(type), BitmapFont.class);
        }
        for (Kind kind : Kind.values()) {
            skin.add(kind.name(), buttonStyle(kind));
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

    /** One line of text. */
    public Label label(CharSequence text, Type type, Color color) {
        return new Label(text, new LabelStyle(font(type), color));
    }

    /** Text that goes on in the next line where there is no room. */
    public Label paragraph(CharSequence text, Type type, Color color) {
        Label label = label(text, type, color);
        label.setWrap(true);
        return label;
    }

    public TextButton button(CharSequence text, Kind kind, Runnable onClick) {
        TextButton button = new TextButton(text.toString(), skin, kind.name());
        button.getLabelCell().minSize(96 - 2 * S3, 40 - LIP - 2).pad(0, S3, LIP, S3);
        clicks(button, onClick);
        return button;
    }

    public Button iconButton(Icon icon, String tooltip, Runnable onClick) {
        Button button = new Button(skin.get(Kind.QUIET.name(), TextButtonStyle.class));
        button.add(icon(icon, 22, Palette.TEXT)).size(22).pad(9);
        button.addListener(new TextTooltip(tooltip, skin));
        clicks(button, onClick);
        return button;
    }

    public Image icon(Icon icon, float size, Color color) {
        Image image = new Image(new TextureRegionDrawable(art.picture(icon.sketch, size, Color.WHITE)), Scaling.fit);
        image.setColor(color);
        image.setSize(size, size);
        return image;
    }

    /** A surface to put things on. */
    public Table card() {
        Table card = new Table();
        card.setBackground(art.plate(Palette.SURFACE, 16, Palette.mix(Palette.SURFACE, Palette.LINE, 0.6f), 1, 0, 0));
        card.pad(S3);
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
        chip.add(icon(icon, 16, iconColor)).size(16).padRight(S1 + 2);
        chip.add(label(text, Type.SMALL));
        return chip;
    }

    public Meter meter(Color fill) {
        ProgressBarStyle style = new ProgressBarStyle();
        style.background = art.pill(Palette.NIGHT);
        style.background.setMinHeight(10);
        style.knobBefore = art.pill(fill);
        style.knobBefore.setMinHeight(10);
        return new Meter(style);
    }

    /** The face of a player, see {@link Avatar#KEYS}. */
    public Actor avatar(String key, float size) {
        return Avatar.image(art, key, size);
    }

    /** Content that is moved up and down by wheel, finger or bar. */
    public ScrollPane scroll(Actor content) {
        ScrollPane pane = new ScrollPane(content, skin);
        pane.setScrollingDisabled(true, false);
        pane.setOverscroll(false, false);
        pane.setFadeScrollBars(false);
        pane.addListener(new InputListener() {
            @Override
            public void enter(InputEvent event, float x, float y, int pointer, Actor from) {
                pane.getStage().setScrollFocus(pane);
            }
        });
        return pane;
    }

    public TextField field(String value, String hint) {
        TextField field = new TextField(value, skin);
        field.setMessageText(hint);
        return field;
    }

    /** A rounded rectangle; a radius of 999 makes its ends half discs. */
    public Drawable surface(Color fill, float radius) {
        if (radius > 16) {
            return art.pill(fill);
        }
        return art.plate(fill, radius <= 0 ? 0 : Math.max(4, Math.round(radius / 4) * 4));
    }

    /** The sky behind everything. */
    public Drawable sky() {
        return new TextureRegionDrawable(art.gradient(Palette.SKY, Palette.GLOW));
    }

    /** Soft light, white, to be tinted. */
    public TextureRegion glow() {
        return art.glow();
    }

    /** A sign, white, to be tinted, for what draws itself. */
    public TextureRegion picture(Icon icon, float size) {
        return art.picture(icon.sketch, size, Color.WHITE);
    }

    /** A disc, white, to be tinted. */
    public TextureRegion disc(float radius) {
        return art.disc(radius);
    }

    public BitmapFont font(Type type) {
        return skin.getFont(type.name());
    }

    /** For the widgets of scene2d that want one. */
    public Skin skin() {
        return skin;
    }

    @Override
    public void dispose() {
        skin.dispose();
        art.dispose();
    }

    private static void clicks(Button button, Runnable onClick) {
        button.addListener(new ChangeListener() {
            @Override
            public void changed(ChangeEvent event, Actor actor) {
                onClick.run();
            }
        });
        button.addListener(new InputListener() {
            @Override
            public boolean keyDown(InputEvent event, int key) {
                if ((key == Keys.ENTER || key == Keys.SPACE) && !button.isDisabled()) {
                    onClick.run();
                    return true;
                }
                return false;
            }
        });
    }

    private TextButtonStyle buttonStyle(Kind kind) {
        Color face = kind.face;
        Color over = kind == Kind.QUIET ? Palette.RAISED : Palette.mix(face, Color.WHITE, 0.18f);
        Color edge = kind == Kind.QUIET ? face : Palette.mix(face, Palette.SKY, 0.42f);
        TextButtonStyle style = new TextButtonStyle();
        style.font = font(Type.BODY);
        style.fontColor = kind.text;
        style.overFontColor = kind == Kind.QUIET ? Palette.TEXT : kind.text;
        style.disabledFontColor = Palette.mix(Palette.MUTED, Palette.SURFACE, 0.3f);
        style.up = art.plate(face, 12, edge, 0, LIP, 0);
        style.over = art.plate(over, 12, edge, 0, LIP, 0);
        style.down = art.plate(Palette.mix(over, Palette.SKY, 0.12f), 12, edge, 0, LIP - 2, 2);
        style.focused = art.plate(face, 12, Palette.TEXT, 2, 0, 0);
        style.disabled = art.plate(Palette.mix(Palette.RAISED, Palette.SURFACE, 0.4f), 12);
        style.pressedOffsetY = -2;
        return style;
    }

    private void addDefaults() {
        BitmapFont font = font(Type.BODY);
        Drawable raised = padded(art.plate(Palette.RAISED, 12), S2);
        skin.add("default", new LabelStyle(font, Palette.TEXT));
        skin.add("default", skin.get(Kind.SECONDARY.name(), TextButtonStyle.class));
        skin.add("default", new ButtonStyle(skin.get(Kind.SECONDARY.name(), TextButtonStyle.class)));

        ScrollPaneStyle scroll = new ScrollPaneStyle();
        scroll.vScrollKnob = art.pill(Palette.LINE);
        scroll.vScrollKnob.setMinWidth(6);
        skin.add("default", scroll);

        ListStyle list = new ListStyle(font, Palette.NIGHT, Palette.TEXT, padded(art.plate(Palette.SPARK, 8), S2));
        list.background = raised;
        list.over = art.plate(Palette.LINE, 8);
        skin.add("default", list);

        Drawable edged = padded(art.plate(Palette.NIGHT, 12, Palette.LINE, 1.5f, 0, 0), S2 + S1);
        Drawable bright = padded(art.plate(Palette.NIGHT, 12, Palette.SPARK, 1.5f, 0, 0), S2 + S1);
        SelectBoxStyle select = new SelectBoxStyle(font, Palette.TEXT, edged, scroll, list);
        select.backgroundOver = bright;
        select.backgroundOpen = bright;
        skin.add("default", select);

        TextFieldStyle field = new TextFieldStyle(
                font,
                Palette.TEXT,
                art.plate(Palette.SPARK, 0),
                art.plate(Palette.faint(Palette.SPARK, 0.35f), 0),
                edged);
        field.cursor.setMinWidth(2);
        field.focusedBackground = bright;
        field.messageFontColor = Palette.MUTED;
        skin.add("default", field);

        CheckBoxStyle check = new CheckBoxStyle(
                sign("P 5 7 7 17 7 17 17 7 17; #1; P 3.6 7 7 17 7 17 17 7 17", Palette.LINE, Palette.NIGHT),
                sign("P 5 7 7 17 7 17 17 7 17; #1; L 1.4 7 12.4 10.6 16 17 8.6", Palette.SPARK, Palette.NIGHT),
                font,
                Palette.TEXT);
        skin.add("default", check);

        TextTooltipStyle tooltip = new TextTooltipStyle(new LabelStyle(font(Type.SMALL), Palette.TEXT), raised);
        tooltip.wrapWidth = 260;
        skin.add("default", tooltip);
    }

    private Drawable sign(String sketch, Color... colors) {
        TextureRegionDrawable drawable = new TextureRegionDrawable(art.picture(sketch, 24, colors));
        drawable.setMinSize(24, 24);
        return drawable;
    }

    private static Drawable padded(BaseDrawable drawable, float by) {
        drawable.setLeftWidth(by);
        drawable.setRightWidth(by);
        drawable.setTopHeight(S2);
        drawable.setBottomHeight(S2);
        return drawable;
    }
}
