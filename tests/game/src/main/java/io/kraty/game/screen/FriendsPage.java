package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.CheckBox;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.SelectBox;
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
import io.kraty.api.model.GiftableResource;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The player's friends, what they give each other, and how one finds more of them. */
final class FriendsPage extends Page {
    private static final long[] AMOUNTS = {1, 2, 5, 10, 25, 50};

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
        List<?> gifts = List.of(friends.gifts(), presents(), pauses, game.bag().names());
        fill(people, Arrays.asList(known, gifts, own, game.isOffline()), this::fillPeople);
    }

    private void fillFound() {
        for (FriendSearchResult one : friends.found()) {
            String id = one.externalPlayerId();
            person(found, new OtherPlayer(id, one.displayIdentity(), Map.of()), "", add(id));
        }
        if (friends.found().isEmpty() && !sought.isEmpty()) {
            found.add(ui.paragraph(text("friends.nobody", sought), Type.SMALL, Palette.MUTED))
                    .growX();
        }
    }

    private void fillPeople() {
        section("friends.gifts", friends.gifts().size());
        friends.gifts().forEach(this::show);
        section("friends.incoming", friends.requests().incoming().size());
        for (FriendRequest one : friends.requests().incoming()) {
            Button yes = act("accept", one.requestId(), Kind.PRIMARY, friends::accept);
            Button no = act("decline", one.requestId(), Kind.QUIET, friends::decline);
            person(people, one.player(), text("friends.wants"), yes, no);
        }
        section("friends.friends", 1);
        friends.friends().forEach(this::show);
        if (friends.friends().isEmpty() && (friends.code() != null || game.isOffline())) {
            Table none = empty(Icon.FRIENDS, text("friends.none"), text("friends.none.hint"));
            people.add(friends.code() == null ? offline() : none).growX().row();
        }
        section("friends.outgoing", friends.requests().outgoing().size());
        for (FriendRequest one : friends.requests().outgoing()) {
            person(people, one.player(), "", act("withdraw", one.requestId(), Kind.QUIET, friends::withdraw));
        }
        section("friends.suggestions", friends.suggestions().size());
        for (FriendSuggestion one : friends.suggestions()) {
            Actor face = face(one.displayIdentity(), one.externalPlayerId(), one.online());
            String presence = presence(one.online(), one.status(), one.lastActiveAt());
            row(
                    people,
                    face,
                    name(one.displayIdentity(), one.externalPlayerId()),
                    presence,
                    add(one.externalPlayerId()));
        }
        section("friends.blocks", friends.blocked().size());
        for (BlockedPlayer one : friends.blocked()) {
            OtherPlayer player = new OtherPlayer(one.externalPlayerId(), one.displayIdentity(), Map.of());
            person(people, player, "", act("unblock", one.externalPlayerId(), Kind.QUIET, friends::unblock));
        }
    }

    private void section(String title, int size) {
        float above = people.hasChildren() ? Ui.S3 : 0;
        Label head = ui.label(text(title), Type.HEADING);
        if (size > 0) {
            people.add(head).left().padTop(above).padBottom(Ui.S1).row();
        }
    }

    private TextButton act(String verb, String id, Kind kind, Consumer<String> deed) {
        return button("friends." + verb + "." + id, text("friends." + verb), kind, () -> deed.accept(id));
    }

    private void person(Table list, OtherPlayer who, String detail, Actor... actions) {
        Actor face = face(who.displayIdentity(), who.externalPlayerId(), false);
        row(list, face, name(who.displayIdentity(), who.externalPlayerId()), detail, actions);
    }

    private Actor face(@Nullable PlayerIdentity identity, String id, boolean isOnline) {
        String avatar = identity == null || identity.avatar() == null ? id : identity.avatar();
        Image dot = new Image(ui.surface(isOnline ? Palette.GOOD : Color.CLEAR, 999));
        Container<Image> corner = new Container<>(dot).size(10).bottom().right();
        return new Stack(ui.avatar(avatar, 36), corner);
    }

    private void show(Gift gift) {
        String key = gift.resourceKey();
        String what = ui.texts().number(gift.amount()) + " " + Words.name(ui, game, key);
        OtherPlayer by = gift.player();
        String from = by == null ? "" : text("friends.from", name(by.displayIdentity(), by.externalPlayerId()));
        Button take = act("take", gift.giftId(), Kind.PRIMARY, id -> friends.take(gift));
        row(people, key, what, from, take);
    }

    private void show(Friend friend) {
        String id = friend.externalPlayerId();
        long pause = pause(friend);
        TextButton give = act("give", id, Kind.SECONDARY, one -> give(friend));
        give.setDisabled(pause > 0 || presents().isEmpty());
        give.setText(pause > 0 ? text("friends.pause", pause) : text("friends.give"));
        Actor part = named("friends.part." + id, ui.iconButton(Icon.CLOSE, text("friends.part"), () -> part(friend)));
        String presence = presence(friend.online(), friend.status(), friend.lastActiveAt());
        Actor face = face(friend.displayIdentity(), id, friend.online());
        row(people, face, name(friend.displayIdentity(), id), presence, give, part);
    }

    /** Asks somebody to be a friend, or says why there is nothing to ask. */
    private Actor add(String id) {
        boolean isFriend = friends.friends().stream().anyMatch(one -> id.equals(one.externalPlayerId()));
        boolean isAsked = friends.requests().outgoing().stream()
                .anyMatch(one -> id.equals(one.player().externalPlayerId()));
        return isFriend || isAsked
                ? ui.label(text(isFriend ? "friends.is" : "friends.waits"), Type.SMALL, Palette.MUTED)
                : act("ask", id, Kind.SECONDARY, friends::addById);
    }

    /** How many minutes one has to wait before the next gift. */
    private long pause(Friend friend) {
        Instant until = friend.giftCooldownUntil();
        Duration left = until == null ? Duration.ZERO : Duration.between(game.now(), until);
        return left.isZero() || left.isNegative() ? 0 : left.toMinutes() + 1;
    }

    private String presence(boolean isOnline, @Nullable String status, @Nullable Instant seen) {
        if (!isOnline) {
            return text(
                    seen == null ? "friends.away" : "friends.seen",
                    seen == null ? "" : ui.texts().date(seen));
        }
        return status == null || game.events().card(status) == null
                ? text("friends.online")
                : text("friends.playing", Words.name(ui, game, status));
    }

    private record Present(GiftableResource thing, long amount) {}

    /** What one can give away, as far as one has it. */
    private List<Present> presents() {
        List<Present> presents = new ArrayList<>();
        for (GiftableResource thing : friends.giftable()) {
            long has = thing.costsSender() ? game.bag().amount(thing.key()) : thing.maxAmount();
            LongStream.of(AMOUNTS)
                    .filter(amount -> amount <= Math.min(has, thing.maxAmount()))
                    .forEach(amount -> presents.add(new Present(thing, amount)));
        }
        return presents;
    }

    private void give(Friend friend) {
        List<Present> presents = presents();
        SelectBox<String> choice = named("friends.present", new SelectBox<>(ui.skin()));
        choice.setItems(presents.stream()
                .map(one ->
                        one.amount() + " " + Words.name(ui, game, one.thing().key()))
                .toArray(String[]::new));
        Runnable send = () -> {
            Present chosen = presents.get(choice.getSelectedIndex());
            friends.send(friend, chosen.thing(), chosen.amount());
        };
        String title = text("friends.give.title", name(friend.displayIdentity(), friend.externalPlayerId()));
        ask(title, text("friends.give.hint"), choice, ui.button(text("friends.send"), Kind.PRIMARY, send));
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
        ask(text("friends.part.title", name(friend.displayIdentity(), id)), text("friends.part.hint"), block, part);
    }

    /** Somebody's name if they have one, or as much of their id as tells them from others. */
    private static String name(@Nullable PlayerIdentity identity, String id) {
        return identity != null ? identity.name() : id.substring(0, Math.min(12, id.length()));
    }
}
