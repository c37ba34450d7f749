package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.CheckBox;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.SelectBox;
import com.badlogic.gdx.scenes.scene2d.ui.Stack;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import io.kraty.api.model.BlockedPlayer;
import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendRequest;
import io.kraty.api.model.FriendSearchResult;
import io.kraty.api.model.FriendSuggestion;
import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftableResource;
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
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The player's friends, what they give each other, and how one finds more of them. */
final class FriendsPage extends Page {
    private static final long[] AMOUNTS = {1, 2, 5, 10, 25, 50, 100};

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
        side.add(ui.label(ui.text("friends.code"), Type.SMALL, Palette.MUTED)).row();
        side.add(code).padBottom(Ui.S3).row();
        side.add(entry("friends.add", friends::add)).row();
        side.add(entry("friends.find", this::seek)).row();
        side.add(ui.scroll(found)).grow().padBottom(0);
        Table all = ui.card();
        all.add(ui.scroll(people)).grow();
        add(side).width(312).growY().padRight(Ui.S3);
        add(all).grow();
    }

    @Override
    void opened() {
        friends.shown(true);
    }

    @Override
    void closed() {
        friends.shown(false);
    }

    /** A field with a button behind it. */
    private Table entry(String name, Consumer<String> use) {
        TextField field = named(name, ui.field("", ui.text(name + ".hint")));
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
        entry.add(named(name + ".go", ui.button(ui.text(name), Kind.SECONDARY, send)));
        return entry;
    }

    private void seek(String text) {
        sought = text;
        friends.search(text);
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
        fill(
                people,
                List.of(
                        friends.gifts(),
                        friends.requests(),
                        friends.friends(),
                        pauses,
                        friends.giftable(),
                        friends.suggestions(),
                        friends.blocked(),
                        game.isOffline(),
                        game.bag().names()),
                this::fillPeople);
    }

    private void fillFound() {
        for (FriendSearchResult one : friends.found()) {
            person(found, one.displayIdentity(), one.externalPlayerId(), "", false, add(one.externalPlayerId()));
        }
        if (friends.found().isEmpty() && !sought.isEmpty()) {
            found.add(ui.paragraph(ui.text("friends.nobody", sought), Type.SMALL, Palette.MUTED))
                    .growX();
        }
    }

    /** Asks somebody to be a friend, or says why not. */
    private Actor add(String id) {
        boolean isFriend = friends.friends().stream()
                .anyMatch(one -> one.externalPlayerId().equals(id));
        boolean isAsked = friends.requests().outgoing().stream()
                .anyMatch(one -> one.player().externalPlayerId().equals(id));
        return isFriend || isAsked
                ? ui.label(ui.text(isFriend ? "friends.is" : "friends.waits"), Type.SMALL, Palette.MUTED)
                : named(
                        "friends.ask." + id,
                        ui.button(ui.text("friends.ask"), Kind.SECONDARY, () -> friends.addById(id)));
    }

    private void fillPeople() {
        section("friends.gifts", friends.gifts().size());
        for (Gift gift : friends.gifts()) {
            String from = gift.player() == null
                    ? "…"
                    : Words.name(gift.player().displayIdentity(), gift.player().externalPlayerId());
            Table line = line(
                    ui.icon(Words.icon(gift.resourceKey()), 28, Words.color(gift.resourceKey())),
                    ui.texts().number(gift.amount()) + " " + Words.name(ui, game, gift.resourceKey()),
                    ui.text("friends.from", from));
            line.add(named(
                    "friends.take." + gift.giftId(),
                    ui.button(ui.text("friends.take"), Kind.PRIMARY, () -> friends.take(gift))));
            people.add(line).growX().padBottom(Ui.S1).padRight(Ui.S2).row();
        }
        section("friends.incoming", friends.requests().incoming().size());
        for (FriendRequest one : friends.requests().incoming()) {
            String id = one.requestId();
            person(
                    people,
                    one.player().displayIdentity(),
                    one.player().externalPlayerId(),
                    ui.text("friends.wants"),
                    false,
                    named(
                            "friends.accept." + id,
                            ui.button(ui.text("friends.accept"), Kind.PRIMARY, () -> friends.accept(id))),
                    ui.button(ui.text("friends.decline"), Kind.QUIET, () -> friends.decline(id)));
        }
        section("friends.friends", Math.max(1, friends.friends().size()));
        friends.friends().forEach(this::show);
        if (friends.friends().isEmpty()) {
            people.add(
                            game.isOffline()
                                    ? offline()
                                    : empty(Icon.FRIENDS, ui.text("friends.none"), ui.text("friends.none.hint")))
                    .growX()
                    .pad(Ui.S3)
                    .row();
        }
        section("friends.outgoing", friends.requests().outgoing().size());
        for (FriendRequest one : friends.requests().outgoing()) {
            person(
                    people,
                    one.player().displayIdentity(),
                    one.player().externalPlayerId(),
                    ui.text("friends.waits"),
                    false,
                    ui.button(ui.text("friends.withdraw"), Kind.QUIET, () -> friends.withdraw(one.requestId())));
        }
        section("friends.suggestions", friends.suggestions().size());
        for (FriendSuggestion one : friends.suggestions()) {
            person(
                    people,
                    one.displayIdentity(),
                    one.externalPlayerId(),
                    presence(one.online(), one.status(), one.lastActiveAt()),
                    one.online(),
                    add(one.externalPlayerId()));
        }
        section("friends.blocks", friends.blocked().size());
        for (BlockedPlayer one : friends.blocked()) {
            person(
                    people,
                    one.displayIdentity(),
                    one.externalPlayerId(),
                    "",
                    false,
                    ui.button(ui.text("friends.unblock"), Kind.QUIET, () -> friends.unblock(one.externalPlayerId())));
        }
    }

    private void section(String title, int size) {
        if (size > 0) {
            people.add(ui.label(ui.text(title), Type.HEADING))
                    .left()
                    .padTop(people.hasChildren() ? Ui.S3 : 0)
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
        Image dot = new Image(ui.art().picture("disc", 10, Color.WHITE));
        dot.setColor(isOnline ? Palette.GOOD : Palette.faint(Palette.GOOD, 0));
        Table line = line(
                new Stack(ui.avatar(avatar, 36), new Container<>(dot).bottom().right()),
                Words.name(identity, id),
                detail);
        for (Actor action : actions) {
            line.add(action).padLeft(Ui.S1);
        }
        list.add(line).growX().padBottom(Ui.S1).padRight(Ui.S2).row();
    }

    private void show(Friend friend) {
        String id = friend.externalPlayerId();
        long pause = pause(friend);
        TextButton give = named(
                "friends.give." + id,
                ui.button(
                        pause > 0 ? ui.text("friends.pause", pause) : ui.text("friends.give"),
                        Kind.SECONDARY,
                        () -> give(friend)));
        give.setDisabled(pause > 0 || friends.giftable().isEmpty());
        person(
                people,
                friend.displayIdentity(),
                id,
                presence(friend.online(), friend.status(), friend.lastActiveAt()),
                friend.online(),
                give,
                named("friends.part." + id, ui.iconButton(Icon.CLOSE, ui.text("friends.part"), () -> part(friend))));
    }

    /** How many minutes one has to wait before the next gift. */
    private long pause(Friend friend) {
        Instant until = friend.giftCooldownUntil();
        return until == null
                ? 0
                : Math.max(0, Duration.between(game.now(), until).toSeconds() / 60 + 1);
    }

    private String presence(boolean isOnline, @Nullable String status, @Nullable Instant seen) {
        if (isOnline) {
            return status != null && game.events().card(status) != null
                    ? ui.text("friends.playing", Words.name(ui, game, status))
                    : ui.text("friends.online");
        }
        return seen == null
                ? ui.text("friends.away")
                : ui.text("friends.seen", ui.texts().date(seen));
    }

    private void give(Friend friend) {
        List<GiftableResource> things = friends.giftable();
        SelectBox<String> what = named("friends.what", new SelectBox<>(ui.skin()));
        SelectBox<Long> amount = named("friends.amount", new SelectBox<>(ui.skin()));
        what.setItems(
                things.stream().map(thing -> Words.name(ui, game, thing.key())).toArray(String[]::new));
        Runnable choose = () -> {
            GiftableResource thing = things.get(what.getSelectedIndex());
            long most = thing.costsSender()
                    ? Math.min(thing.maxAmount(), game.bag().amount(thing.key()))
                    : thing.maxAmount();
            amount.setItems(
                    LongStream.of(AMOUNTS).filter(each -> each <= most).boxed().toArray(Long[]::new));
        };
        what.addListener(new ChangeListener() {
            @Override
            public void changed(ChangeEvent event, Actor actor) {
                choose.run();
            }
        });
        choose.run();
        Table choice = new Table();
        choice.add(what).growX().padRight(Ui.S2);
        choice.add(amount).width(96);
        ask(
                ui.text("friends.give.title", Words.name(friend.displayIdentity(), friend.externalPlayerId())),
                ui.text("friends.give.hint"),
                choice,
                ui.button(ui.text("friends.send"), Kind.PRIMARY, () -> {
                    if (amount.getSelected() != null) {
                        friends.send(friend, things.get(what.getSelectedIndex()), amount.getSelected());
                    }
                }));
    }

    private void part(Friend friend) {
        String id = friend.externalPlayerId();
        CheckBox block = named("friends.block", new CheckBox(" " + ui.text("friends.block"), ui.skin()));
        ask(
                ui.text("friends.part.title", Words.name(friend.displayIdentity(), id)),
                ui.text("friends.part.hint"),
                block,
                ui.button(ui.text("friends.remove"), Kind.DANGER, () -> {
                    if (block.isChecked()) {
                        friends.block(id);
                    } else {
                        friends.remove(id);
                    }
                }));
    }
}
