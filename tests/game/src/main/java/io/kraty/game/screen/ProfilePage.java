package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.utils.ClickListener;
import io.kraty.game.state.Game;
import io.kraty.game.state.Profile;
import io.kraty.game.ui.Avatar;
import io.kraty.game.ui.Kind;
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
    private final Profile profile;
    private final Table picker = new Table();
    private final Table note = new Table();
    private final Table account = new Table().left();
    private final TextField name;
    private @Nullable String known;
    private @Nullable String picked;

    ProfilePage(Ui ui, Game game) {
        super(ui, game);
        profile = game.profile();
        name = named("profile.name", ui.field("", ui.text("profile.name")));
        name.setMaxLength(24);
        Table naming = new Table();
        naming.add(name).growX().minWidth(0).height(40).padRight(Ui.S2);
        naming.add(named("profile.save", ui.button(ui.text("profile.save"), Kind.PRIMARY, this::save)));
        Table who = ui.card().top();
        who.defaults().growX().padBottom(Ui.S3);
        who.add(ui.label(ui.text("profile.who"), Type.HEADING)).padBottom(Ui.S1).row();
        who.add(note).row();
        who.add(picker).row();
        who.add(naming).row();
        part(who, "profile.language");
        Table languages = new Table().left();
        for (Locale each : List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-PT"))) {
            boolean isSpoken = each.getLanguage().equals(ui.texts().locale().getLanguage());
            languages
                    .add(choice(
                            "profile." + each.getLanguage(),
                            ui.text("profile." + each.getLanguage()),
                            isSpoken,
                            () -> firstAscendant(Shell.class).speak(each)))
                    .padRight(Ui.S2);
        }
        who.add(languages);
        Table right = ui.card().top();
        right.add(account).growX().row();
        part(right, "profile.keys");
        right.add(ui.paragraph(ui.text("profile.keys.help"), Type.BODY, Palette.TEXT))
                .growX();
        add(who).grow().uniformX().padRight(Ui.S3);
        add(right).grow().uniformX();
    }

    private void part(Table card, String title) {
        card.add(ui.label(ui.text(title), Type.SMALL, Palette.MUTED))
                .left()
                .growX()
                .padTop(Ui.S3)
                .padBottom(Ui.S1)
                .row();
    }

    @Override
    void refresh() {
        String now = profile.name();
        if (now != null && !now.equals(known)) {
            known = now;
            name.setText(profile.isNamed() ? now : "");
            picked = profile.avatar();
        }
        fill(
                note,
                Arrays.asList(known, profile.isNamed()),
                () -> note.add(ui.paragraph(
                                ui.text(
                                        profile.isNamed()
                                                ? "profile.named"
                                                : known == null ? "profile.reading" : "profile.unnamed",
                                        Objects.toString(known, "")),
                                Type.BODY,
                                Palette.MUTED))
                        .growX());
        fillPicker();
        fill(account, Arrays.asList(profile.id(), profile.slot()), this::fillAccount);
    }

    private void fillPicker() {
        fill(picker, Arrays.asList(picked), () -> {
            for (String key : Avatar.KEYS) {
                Container<?> face = new Container<>(ui.avatar(key, 64)).size(64).pad(Ui.S1);
                face.setBackground(key.equals(picked) ? ui.surface(Palette.SPARK, 999) : null);
                face.setTouchable(Touchable.enabled);
                face.addListener(new ClickListener() {
                    @Override
                    public void clicked(InputEvent event, float x, float y) {
                        picked = key;
                        fillPicker();
                    }
                });
                picker.add(named("profile.avatar." + key, face)).expandX().padBottom(Ui.S2);
                if (picker.getChildren().size == 4) {
                    picker.row();
                }
            }
        });
    }

    private void save() {
        if (!name.getText().isBlank() && picked != null) {
            profile.rename(name.getText().strip(), picked);
        }
    }

    private void fillAccount() {
        String id = profile.id();
        account.add(ui.label(ui.text("profile.account"), Type.HEADING)).left().row();
        part(account, "profile.id");
        Table own = new Table();
        own.add(cut(ui.label(id == null ? "…" : id, Type.BODY)))
                .growX()
                .minWidth(0)
                .padRight(Ui.S2);
        if (id != null) {
            own.add(copy("profile.copy", id));
        }
        account.add(own).growX().row();
        part(account, "profile.players");
        Table players = new Table().left();
        for (int slot = 1; slot <= 2; slot++) {
            int other = slot;
            players.add(choice(
                            "profile.player." + slot,
                            ui.text("profile.player", slot),
                            slot == profile.slot(),
                            () -> game.switchTo(other)))
                    .padRight(Ui.S2);
        }
        account.add(players).growX().row();
        part(account, "profile.device");
        Table sign = new Table().left();
        sign.add(named("profile.sign_in", ui.button(ui.text("profile.sign_in"), Kind.SECONDARY, this::signIn)))
                .padRight(Ui.S2);
        sign.add(named("profile.sign_out", ui.button(ui.text("profile.sign_out"), Kind.QUIET, this::signOut)));
        account.add(sign).growX().row();
    }

    private void signIn() {
        TextField id = named("profile.sign_in.id", ui.field("", ui.text("profile.sign_in.id")));
        TextField secret = named("profile.sign_in.secret", ui.field("", ui.text("profile.sign_in.secret")));
        secret.setPasswordMode(true);
        secret.setPasswordCharacter('•');
        Table fields = new Table();
        fields.add(id).growX().height(40).padBottom(Ui.S2).row();
        fields.add(secret).growX().height(40);
        ask(
                ui.text("profile.sign_in"),
                ui.text("profile.sign_in.hint"),
                fields,
                ui.button(ui.text("profile.sign_in.go"), Kind.PRIMARY, () -> {
                    if (!id.getText().isBlank() && !secret.getText().isBlank()) {
                        profile.signIn(id.getText().strip(), secret.getText().strip());
                    }
                }));
    }

    private void signOut() {
        ask(
                ui.text("profile.sign_out.title"),
                ui.text("profile.sign_out.hint"),
                null,
                ui.button(ui.text("profile.sign_out"), Kind.DANGER, profile::signOut));
    }
}
