package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.SelectBox;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.utils.Align;
import io.kraty.api.model.LeaderboardPeriod;
import io.kraty.api.model.StandingsSegment;
import io.kraty.game.state.Boards;
import io.kraty.game.state.Boards.Choice;
import io.kraty.game.state.EventCard;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All boards, and one of them live for as long as somebody looks at it. */
final class BoardsPage extends Page {
    private final Boards boards;
    private final Table list = new Table().top();
    private final Table head = new Table();
    private final Table tabs = new Table().left();
    private final Table body = new Table();
    private final Label time;
    private @Nullable Ranking ranking;

    BoardsPage(Ui ui, Game game) {
        super(ui, game);
        boards = game.boards();
        time = ui.label("", Type.SMALL, Palette.MUTED);
        add(ui.scroll(list)).width(232).growY().padRight(Ui.S3);
        Table board = ui.card();
        board.add(head).growX().row();
        board.add(tabs).growX().padTop(Ui.S1).padBottom(Ui.S2).row();
        board.add(body).grow();
        add(board).grow();
    }

    @Override
    void closed() {
        boards.close();
    }

    @Override
    void refresh() {
        List<Choice> choices = boards.choices();
        Choice at = boards.choice();
        if (at == null && !choices.isEmpty()) {
            at = choices.get(0);
            boards.open(at);
        }
        BoardView view = boards.view();
        if (at == null || view == null) {
            fill(body, List.of(game.isOffline()), () -> body.add(nothing()).grow());
            return;
        }
        show(choices, at, view);
        second();
    }

    private void show(List<Choice> choices, Choice at, BoardView view) {
        fill(list, List.of(choices, at.id()), () -> {
            group("boards.events", choices, true, at);
            group("boards.game", choices, false, at);
        });
        String state = state(view);
        boolean mayJoin = mayJoin(at, view);
        fill(
                head,
                Arrays.asList(at, state, mayJoin, boards.periods(), boards.period()),
                () -> fillHead(at, state, mayJoin));
        List<String> parts = boards.segments().stream()
                .map(part -> Objects.toString(part.segment(), ""))
                .toList();
        fill(tabs, Arrays.asList(at, parts), () -> fillTabs(at, parts));
        boolean isEmpty = view.entries().isEmpty() && view.self() == null;
        fill(
                body,
                Arrays.asList(
                        at, boards.period(), isEmpty, isEmpty && view.version() == 0, isEmpty && game.isOffline()),
                () -> {
                    ranking = isEmpty ? null : new Ranking(ui, game, 30);
                    body.add(
                                    ranking != null
                                            ? ranking
                                            : view.version() == 0
                                                    ? nothing()
                                                    : empty(
                                                            Icon.TROPHY,
                                                            ui.text("boards.empty"),
                                                            ui.text("boards.first")))
                            .grow();
                });
        if (ranking != null) {
            ranking.show(view);
        }
    }

    private Table nothing() {
        return game.isOffline() ? offline() : empty(Icon.TROPHY, ui.text("boards.reading"), "");
    }

    private void group(String title, List<Choice> choices, boolean ofEvents, Choice at) {
        list.add(ui.label(ui.text(title), Type.SMALL, Palette.MUTED))
                .left()
                .pad(Ui.S2, Ui.S2, Ui.S1, 0)
                .row();
        for (Choice each : choices) {
            if ((each.event() != null) == ofEvents) {
                TextButton entry = choice(
                        "boards." + (ofEvents ? each.event() : each.id()),
                        title(each),
                        each.id().equals(at.id()),
                        () -> boards.open(each));
                cut(entry.getLabel()).setAlignment(Align.left);
                list.add(entry).growX().minWidth(0).padBottom(Ui.S1).row();
            }
        }
    }

    private String title(Choice of) {
        return of.event() != null
                ? Words.name(ui, game, of.event())
                : ui.texts().orWord("boards.name." + of.id());
    }

    private void fillHead(Choice at, String state, boolean mayJoin) {
        Table texts = new Table();
        texts.add(cut(ui.label(title(at), Type.HEADING))).growX().minWidth(0).row();
        texts.add(time).left();
        head.add(texts).growX();
        if (mayJoin) {
            head.add(named("boards.join", ui.button(ui.text("boards.join"), Kind.PRIMARY, boards::join)))
                    .padRight(Ui.S2);
        }
        if (!boards.periods().isEmpty()) {
            head.add(named("boards.period", periods(at))).padRight(Ui.S2);
        }
        boolean isLive = state.equals("boards.live");
        boolean isFinal = state.equals("boards.final");
        head.add(ui.chip(
                isFinal ? Icon.CHECK : isLive ? Icon.BOLT : Icon.CLOCK,
                isLive ? Palette.GOOD : isFinal ? Palette.MUTED : Palette.SPARK,
                ui.text(state)));
    }

    private SelectBox<String> periods(Choice at) {
        List<LeaderboardPeriod> over = boards.periods();
        SelectBox<String> select = new SelectBox<>(ui.skin());
        String[] names = new String[over.size() + 1];
        names[0] = ui.text("boards.now");
        int shown = 0;
        for (int i = 0; i < over.size(); i++) {
            Instant end = over.get(i).periodEndedAt();
            names[i + 1] = ui.text("boards.until", end == null ? "" : ui.texts().date(end));
            shown = Objects.equals(over.get(i).periodStartedAt(), boards.period()) ? i + 1 : shown;
        }
        select.setItems(names);
        select.setSelectedIndex(shown);
        select.addListener(new ChangeListener() {
            @Override
            public void changed(ChangeEvent event, Actor actor) {
                int index = select.getSelectedIndex();
                boards.open(at, index == 0 ? null : over.get(index - 1).periodStartedAt());
            }
        });
        return select;
    }

    private void fillTabs(Choice at, List<String> parts) {
        boolean isRegional = at.kind() == Boards.Kind.REGIONS;
        List<String> names = isRegional ? boards.regions() : parts.size() > 1 ? parts : List.of();
        String here = isRegional ? boards.region() : at.segment() != null ? at.segment() : home();
        for (String name : names) {
            Runnable open = () -> {
                if (isRegional) {
                    boards.region(name);
                } else {
                    boards.open(new Choice(at.kind(), at.id(), null, name));
                }
            };
            tabs.add(choice("boards.tab." + name, ui.texts().orWord("boards.part." + name), name.equals(here), open))
                    .padRight(Ui.S1);
        }
    }

    /** The part that the player is in. */
    private String home() {
        return boards.segments().stream()
                .filter(StandingsSegment::participated)
                .map(part -> Objects.toString(part.segment(), ""))
                .findFirst()
                .orElse("");
    }

    private boolean mayJoin(Choice at, BoardView view) {
        boolean isIn = view.self() != null || at.kind() == Boards.Kind.LEAGUE && !home().isEmpty();
        return boards.state() instanceof SubscriptionState.Live
                && !isIn
                && !view.finalized()
                && boards.period() == null;
    }

    private String state(BoardView view) {
        if (view.finalized() || boards.period() != null) {
            return "boards.final";
        }
        SubscriptionState state = boards.state();
        if (state instanceof SubscriptionState.Live) {
            return "boards.live";
        }
        if (state instanceof SubscriptionState.Ended ended) {
            return ended.reason() == null ? "boards.final" : "boards.closed";
        }
        return state instanceof SubscriptionState.Degraded ? "boards.slow" : "boards.catching_up";
    }

    @Override
    void second() {
        Choice at = boards.choice();
        if (at == null) {
            return;
        }
        EventCard card = at.event() == null ? null : game.events().card(at.event());
        Instant end = card == null ? boards.ends() : card.event().endsAt();
        Duration left = end == null ? null : Duration.between(game.now(), end);
        boolean isOver = boards.period() != null || left != null && left.isNegative();
        String key =
                isOver ? "boards.over" : left == null ? "boards.open" : card == null ? "boards.resets" : "boards.ends";
        time.setText(ui.text(key, left == null ? "" : ui.texts().left(left)));
    }
}
