package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.CheckBox;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Stack;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import io.kraty.api.model.BlockedPlayer;
import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendRequest;
import io.kraty.api.model.FriendSearchResult;
import io.kraty.api.model.FriendSuggestion;
import io.kraty.api.model.Gift;
import io.kraty.api.model.OtherPlayer;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.game.state.Friends;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The player's friends, what they give each other, and how one finds more of them. */
final class FriendsPage extends Page {
    private final Friends friends;
    private final Table code = new Table();
    private final Table found = new Table().top();
    private final Table people = new Table().top();
    private String sought = "";

    FriendsPage(Ui ui, Game game) {
        super(ui, game);
        friends = game.friends();
        Table side = ui.card();
        side.defaults().growX().padBottom(Ui.S2);
        side.add(ui.label(text("friends.code"), Type.SMALL, Palette.MUTED)).row();
        side.add(code).padBottom(Ui.S3).row();
        side.add(entry("friends.add", friends::add)).row();
        side.add(entry("friends.find", this::seek)).row();
        side.add(ui.scroll(found)).grow().padBottom(0);
        Table all = ui.card();
        all.add(ui.scroll(people)).grow();
        add(side).width(328).growY().padRight(Ui.S3);
        add(all).grow();
    }

    /** A field with a button behind it. */
    private Table entry(String name, Consumer<String> use) {
        TextField field = named(name, ui.field("", text(name + ".hint")));
        Runnable send = () -> {
            if (!field.getText().isBlank()) {
                use.accept(field.getText().strip());
                field.setText("");
            }
        };
        field.setTextFieldListener((typedIn, key) -> {
            if (key == '\n' || key == '\r') {
                send.run();
            }
        });
        Table entry = new Table();
        entry.add(field).growX().minWidth(0).height(40).padRight(Ui.S2);
        entry.add(button(name + ".go", text(name), Kind.SECONDARY, send));
        return entry;
    }

    private void seek(String text) {
        sought = text;
        friends.search(text);
    }

    @Override
    void opened() {
        friends.shown(true);
    }

    @Override
    void closed() {
        friends.shown(false);
    }

    @Override
    void refresh() {
        String own = friends.code();
        fill(code, Arrays.asList(own), () -> {
            code.add(ui.label(own == null ? "…" : own, Type.HEADING, Palette.SPARK))
                    .growX();
            if (own != null) {
                code.add(copy("friends.copy", own));
            }
        });
        fill(found, List.of(sought, friends.found(), friends.friends(), friends.requests()), this::fillFound);
        List<Long> pauses = friends.friends().stream().map(this::pause).toList();
        List<?> known = List.of(friends.friends(), friends.requests(), friends.suggestions(), friends.blocked());
        List<?> gifts =
                List.of(friends.gifts(), friends.giftable(), pauses, game.bag().amount("gold"));
        List<?> around = Arrays.asList(
                own, game.isOffline(), game.bag().names(), game.events().cards().size());
        fill(people, List.of(known, gifts, around), this::fillPeople);
    }

    private void fillFound() {
        for (FriendSearchResult one : friends.found()) {
            person(found, one.displayIdentity(), one.externalPlayerId(), "", false, add(one.externalPlayerId()));
        }
        if (friends.found().isEmpty() && !sought.isEmpty()) {
            found.add(ui.paragraph(text("friends.nobody", sought), Type.SMALL, Palette.MUTED))
                    .growX();
        }
    }

    private void fillPeople() {
        section("friends.gifts", friends.gifts().size());
        for (Gift gift : friends.gifts()) {
            String key = gift.resourceKey();
            String what = ui.texts().number(gift.amount()) + " " + Words.name(ui, game, key);
            OtherPlayer by = gift.player();
            String from =
                    by == null ? "" : text("friends.from", Words.name(by.displayIdentity(), by.externalPlayerId()));
            String name = "friends.take." + gift.giftId();
            TextButton take = button(name, text("friends.take"), Kind.PRIMARY, () -> friends.take(gift));
            row(people, Words.icon(key), Words.color(key), what, from, take);
        }
        section("friends.incoming", friends.requests().incoming().size());
        for (FriendRequest one : friends.requests().incoming()) {
            String id = one.requestId();
            TextButton yes =
                    button("friends.accept." + id, text("friends.accept"), Kind.PRIMARY, () -> friends.accept(id));
            TextButton no =
                    button("friends.decline." + id, text("friends.decline"), Kind.QUIET, () -> friends.decline(id));
            person(
                    people,
                    one.player().displayIdentity(),
                    one.player().externalPlayerId(),
                    text("friends.wants"),
                    false,
                    yes,
                    no);
        }
        section("friends.friends", 1);
        friends.friends().forEach(this::show);
        if (friends.friends().isEmpty() && (friends.code() != null || game.isOffline())) {
            Table none = empty(Icon.FRIENDS, text("friends.none"), text("friends.none.hint"));
            people.add(friends.code() == null ? offline() : none)
                    .growX()
                    .pad(Ui.S3)
                    .row();
        }
        section("friends.outgoing", friends.requests().outgoing().size());
        for (FriendRequest one : friends.requests().outgoing()) {
            String id = one.requestId();
            TextButton no =
                    button("friends.withdraw." + id, text("friends.withdraw"), Kind.QUIET, () -> friends.withdraw(id));
            person(people, one.player().displayIdentity(), one.player().externalPlayerId(), "", false, no);
        }
        section("friends.suggestions", friends.suggestions().size());
        for (FriendSuggestion one : friends.suggestions()) {
            String id = one.externalPlayerId();
            String presence = presence(one.online(), one.status(), one.lastActiveAt());
            person(people, one.displayIdentity(), id, presence, one.online(), add(id));
        }
        section("friends.blocks", friends.blocked().size());
        for (BlockedPlayer one : friends.blocked()) {
            String id = one.externalPlayerId();
            TextButton unblock =
                    button("friends.unblock." + id, text("friends.unblock"), Kind.QUIET, () -> friends.unblock(id));
            person(people, one.displayIdentity(), id, "", false, unblock);
        }
    }

    private void section(String title, int size) {
        if (size > 0) {
            float above = people.hasChildren() ? Ui.S3 : 0;
            people.add(ui.label(text(title), Type.HEADING))
                    .left()
                    .padTop(above)
                    .padBottom(Ui.S1)
                    .row();
        }
    }

    private void person(
            Table list,
            @Nullable PlayerIdentity identity,
            String id,
            String detail,
            boolean isOnline,
            Actor... actions) {
        String avatar = identity == null || identity.avatar() == null ? id : identity.avatar();
        Image dot = new Image(ui.surface(isOnline ? Palette.GOOD : Color.CLEAR, 999));
        Stack face = new Stack(
                ui.avatar(avatar, 36), new Container<>(dot).size(10).bottom().right());
        row(list, face, Words.name(identity, id), detail, actions);
    }

    private void show(Friend friend) {
        String id = friend.externalPlayerId();
        long pause = pause(friend);
        String label = pause > 0 ? text("friends.pause", pause) : text("friends.give");
        TextButton give = button("friends.give." + id, label, Kind.SECONDARY, () -> give(friend));
        give.setDisabled(pause > 0 || GiftChoice.affordable(game).isEmpty());
        Actor part = named("friends.part." + id, ui.iconButton(Icon.CLOSE, text("friends.part"), () -> part(friend)));
        String presence = presence(friend.online(), friend.status(), friend.lastActiveAt());
        person(people, friend.displayIdentity(), id, presence, friend.online(), give, part);
    }

    /** Asks somebody to be a friend, or says why there is nothing to ask. */
    private Actor add(String id) {
        boolean isFriend = friends.friends().stream()
                .anyMatch(one -> one.externalPlayerId().equals(id));
        boolean isAsked = friends.requests().outgoing().stream()
                .anyMatch(one -> one.player().externalPlayerId().equals(id));
        return isFriend || isAsked
                ? ui.label(text(isFriend ? "friends.is" : "friends.waits"), Type.SMALL, Palette.MUTED)
                : button("friends.ask." + id, text("friends.ask"), Kind.SECONDARY, () -> friends.addById(id));
    }

    /** How many minutes one has to wait before the next gift. */
    private long pause(Friend friend) {
        Instant until = friend.giftCooldownUntil();
        Duration left = until == null ? Duration.ZERO : Duration.between(game.now(), until);
        return left.isZero() || left.isNegative() ? 0 : left.toMinutes() + 1;
    }

    private String presence(boolean isOnline, @Nullable String status, @Nullable Instant seen) {
        if (!isOnline) {
            return seen == null
                    ? text("friends.away")
                    : text("friends.seen", ui.texts().date(seen));
        }
        boolean isPlaying = status != null && game.events().card(status) != null;
        return isPlaying ? text("friends.playing", Words.name(ui, game, status)) : text("friends.online");
    }

    private void give(Friend friend) {
        GiftChoice choice = new GiftChoice(ui, game);
        TextButton send = ui.button(
                text("friends.send"), Kind.PRIMARY, () -> friends.send(friend, choice.what(), choice.amount()));
        String name = Words.name(friend.displayIdentity(), friend.externalPlayerId());
        ask(text("friends.give.title", name), text("friends.give.hint"), choice, send);
    }

    private void part(Friend friend) {
        String id = friend.externalPlayerId();
        CheckBox block = named("friends.block", new CheckBox(" " + text("friends.block"), ui.skin()));
        TextButton part = ui.button(text("friends.remove"), Kind.DANGER, () -> {
            if (block.isChecked()) {
                friends.block(id);
            } else {
                friends.remove(id);
            }
        });
        ask(
                text("friends.part.title", Words.name(friend.displayIdentity(), id)),
                text("friends.part.hint"),
                block,
                part);
    }
}
