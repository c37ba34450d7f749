package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.badlogic.gdx.scenes.scene2d.utils.TextureRegionDrawable;
import io.kraty.game.state.Game;
import io.kraty.game.state.Profile;
import io.kraty.game.ui.Avatar;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Motion;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who plays: name and avatar, the account behind them, and the language. */
final class ProfilePage extends Page {
    private static final int LONGEST_NAME = 32;

    private final Profile profile;
    private final Table note = new Table();
    private final Table picker = new Table();
    private final Table account = new Table();
    private final TextField name;
    private @Nullable String known;
    private @Nullable String picked;

    ProfilePage(Ui ui, Game game) {
        super(ui, game);
        profile = game.profile();
        name = named("profile.name", ui.field("", text("profile.name")));
        name.setMaxLength(LONGEST_NAME);
        Table naming = new Table();
        naming.add(name).growX().minWidth(0).height(40).padRight(Ui.S2);
        naming.add(button("profile.save", text("profile.save"), Kind.PRIMARY, this::save));
        Table left = ui.card().top();
        left.add(ui.label(text("profile.who"), Type.HEADING)).left().row();
        left.add(note).growX().padBottom(Ui.S3).row();
        left.add(picker).growX().padBottom(Ui.S3).row();
        left.add(naming).growX().row();
        part(left, "profile.language", language(Locale.ENGLISH), language(Locale.forLanguageTag("pt-PT")));
        Table right = ui.card().top();
        right.add(account).growX().row();
        part(right, "profile.keys");
        right.add(ui.paragraph(text("profile.keys.help"), Type.BODY, Palette.TEXT))
                .growX();
        add(left).grow().uniformX().padRight(Ui.S3);
        add(right).grow().uniformX();
    }

    private TextButton language(Locale other) {
        String key = "profile." + other.getLanguage();
        boolean isSpoken = other.getLanguage().equals(ui.texts().locale().getLanguage());
        Runnable speak = () -> firstAscendant(Shell.class).speak(other);
        return choice(key, text(key), isSpoken, speak);
    }

    /** A part of a card, with what one can do there. */
    private void part(Table card, String title, Button... actions) {
        Label head = ui.label(text(title), Type.SMALL, Palette.MUTED);
        card.add(head).left().padTop(Ui.S3).padBottom(Ui.S1).row();
        Table line = new Table().left();
        for (Button action : actions) {
            line.add(action).padRight(Ui.S2);
        }
        card.add(line).growX().row();
    }

    @Override
    void refresh() {
        String now = profile.name();
        if (!Objects.equals(now, known)) {
            known = now;
            name.setText(profile.isNamed() ? now : "");
            picked = profile.avatar();
        }
        String key = known == null ? "profile.reading" : profile.isNamed() ? "profile.named" : "profile.unnamed";
        String sentence = text(key, Objects.toString(known, ""));
        Label says = ui.paragraph(sentence, Type.BODY, Palette.MUTED);
        fill(note, List.of(sentence), () -> note.add(says).growX());
        fill(picker, Arrays.asList(picked), this::fillPicker);
        fill(account, Arrays.asList(profile.id(), profile.slot()), this::fillAccount);
    }

    private void fillPicker() {
        Drawable ring = new TextureRegionDrawable(ui.art().picture("disc", 80, Palette.SPARK));
        ring.setMinSize(0, 0);
        for (String avatar : Avatar.KEYS) {
            Button.ButtonStyle look = new Button.ButtonStyle();
            look.up = avatar.equals(picked) ? ring : null;
            Button face = named("profile.avatar." + avatar, new Button(ui.avatar(avatar, 72), look));
            face.pad(Ui.S1);
            onChange(face, () -> {
                picked = avatar;
                refresh();
            });
            picker.add(face).expandX().padBottom(Ui.S2);
            if (picker.getChildren().size == Avatar.KEYS.size() / 2) {
                picker.row();
            }
        }
    }

    private void save() {
        if (name.getText().isBlank() || picked == null) {
            Motion.shake(name);
        } else {
            profile.rename(name.getText().strip(), picked);
        }
    }

    private void fillAccount() {
        String id = profile.id();
        account.add(ui.label(text("profile.account"), Type.HEADING)).left().row();
        Table own = new Table();
        Label text = ui.label(id == null ? "…" : id, Type.SMALL, Palette.MUTED);
        own.add(cut(text)).growX().minWidth(0).padRight(Ui.S2);
        if (id != null) {
            own.add(copy("profile.copy", id));
        }
        account.add(own).growX().row();
        part(account, "profile.players", player(1), player(2));
        Button in = button("profile.sign_in", text("profile.sign_in"), Kind.SECONDARY, this::signIn);
        Button out = button("profile.sign_out", text("profile.sign_out"), Kind.QUIET, this::signOut);
        part(account, "profile.device", in, out);
    }

    private TextButton player(int slot) {
        boolean isHere = slot == profile.slot();
        return choice("profile.player." + slot, text("profile.player", slot), isHere, () -> game.switchTo(slot));
    }

    private void signIn() {
        TextField id = named("profile.sign_in.id", ui.field("", text("profile.sign_in.id")));
        TextField secret = named("profile.sign_in.secret", ui.field("", text("profile.sign_in.secret")));
        secret.setPasswordMode(true);
        secret.setPasswordCharacter('•');
        Table fields = new Table();
        fields.add(id).growX().height(40).padBottom(Ui.S2).row();
        fields.add(secret).growX().height(40);
        TextButton go = ui.button(text("profile.sign_in.go"), Kind.PRIMARY, () -> {
            if (!id.getText().isBlank() && !secret.getText().isBlank()) {
                profile.signIn(id.getText().strip(), secret.getText().strip());
            }
        });
        ask(text("profile.sign_in.title"), text("profile.sign_in.hint"), fields, go);
        getStage().setKeyboardFocus(id);
    }

    private void signOut() {
        TextButton go = ui.button(text("profile.sign_out"), Kind.DANGER, profile::signOut);
        ask(text("profile.sign_out.title"), text("profile.sign_out.hint"), null, go);
    }
}
