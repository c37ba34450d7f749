package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.SelectBox;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.utils.Align;
import io.kraty.api.model.LeaderboardPeriod;
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
import java.util.ArrayList;
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
        if (boards.choice() == null && !choices.isEmpty()) {
            boards.open(choices.get(0));
        }
        Choice at = boards.choice();
        BoardView view = boards.view();
        if (at != null && view != null) {
            fill(list, List.of(choices, at.id()), () -> fillList(choices, at));
            show(at, view);
            second();
        } else {
            fill(body, List.of(game.isOffline()), () -> body.add(nothing()).grow());
        }
    }

    private Table nothing() {
        return game.isOffline() ? offline() : empty(Icon.TROPHY, text("boards.reading"), "");
    }

    private void fillList(List<Choice> choices, Choice at) {
        String group = "";
        for (Choice each : choices) {
            String own = each.event() == null ? "boards.game" : "boards.events";
            if (!own.equals(group)) {
                list.add(ui.label(text(own), Type.SMALL, Palette.MUTED))
                        .left()
                        .pad(Ui.S2, Ui.S2, Ui.S1, 0)
                        .row();
                group = own;
            }
            String name = "boards." + Objects.requireNonNullElse(each.event(), each.id());
            TextButton entry = choice(name, title(each), each.id().equals(at.id()), () -> boards.open(each));
            cut(entry.getLabel()).setAlignment(Align.left);
            list.add(entry).growX().minWidth(0).padBottom(Ui.S1).row();
        }
    }

    private String title(Choice of) {
        return of.event() != null
                ? Words.name(ui, game, of.event())
                : ui.texts().orWord("boards.name." + of.id());
    }

    private void show(Choice at, BoardView view) {
        String state = state(view);
        boolean mayJoin = mayJoin(at, view);
        List<?> about = Arrays.asList(at, title(at), state, mayJoin, boards.periods(), boards.period());
        fill(head, about, () -> fillHead(at, state, mayJoin));
        List<String> parts = boards.segments().stream()
                .map(part -> Objects.toString(part.segment(), ""))
                .toList();
        fill(tabs, List.of(at, parts, boards.home()), () -> fillTabs(at, parts));
        boolean isEmpty = view.entries().isEmpty() && view.self() == null;
        boolean isRead = view.version() > 0;
        fill(body, Arrays.asList(at, boards.period(), isEmpty, isRead, isEmpty && game.isOffline()), () -> {
            ranking = isEmpty ? null : new Ranking(ui, game, 30);
            Table none = isRead ? empty(Icon.TROPHY, text("boards.empty"), text("boards.first")) : nothing();
            body.add(ranking == null ? none : ranking).grow();
        });
        if (ranking != null) {
            ranking.show(view);
        }
    }

    private void fillHead(Choice at, String state, boolean mayJoin) {
        Table texts = new Table();
        texts.add(cut(ui.label(title(at), Type.HEADING))).growX().minWidth(0).row();
        texts.add(time).left();
        head.add(texts).growX();
        if (mayJoin) {
            head.add(button("boards.join", text("boards.join"), Kind.PRIMARY, boards::join))
                    .padRight(Ui.S2);
        }
        if (!boards.periods().isEmpty()) {
            head.add(periods(at)).padRight(Ui.S2);
        }
        boolean isLive = state.equals("boards.live");
        boolean isFinal = state.equals("boards.final");
        Color colour = isLive ? Palette.GOOD : isFinal ? Palette.MUTED : Palette.SPARK;
        head.add(ui.chip(isLive ? Icon.BOLT : isFinal ? Icon.CHECK : Icon.CLOCK, colour, text(state)));
    }

    private SelectBox<String> periods(Choice at) {
        List<@Nullable Instant> starts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        starts.add(null);
        names.add(text("boards.now"));
        for (LeaderboardPeriod over : boards.periods()) {
            Instant end = over.periodEndedAt();
            starts.add(over.periodStartedAt());
            names.add(text("boards.until", end == null ? "…" : ui.texts().date(end)));
        }
        SelectBox<String> select = named("boards.period", new SelectBox<>(ui.skin()));
        select.setItems(names.toArray(String[]::new));
        select.setSelectedIndex(Math.max(0, starts.indexOf(boards.period())));
        onChange(select, () -> boards.open(at, starts.get(select.getSelectedIndex())));
        return select;
    }

    private void fillTabs(Choice at, List<String> parts) {
        boolean isRegional = at.kind() == Boards.Kind.REGIONS;
        List<String> names = isRegional ? boards.regions() : parts.size() > 1 ? parts : List.of();
        String here = isRegional ? boards.region() : Objects.requireNonNullElse(at.segment(), boards.home());
        for (String name : names) {
            Choice part = new Choice(at.kind(), at.id(), null, name);
            Runnable open = isRegional ? () -> boards.region(name) : () -> boards.open(part);
            String title = ui.texts().orWord("boards.part." + name);
            tabs.add(choice("boards.part." + name, title, name.equals(here), open))
                    .padRight(Ui.S1);
        }
    }

    private boolean mayJoin(Choice at, BoardView view) {
        boolean isIn = view.self() != null
                || (at.kind() == Boards.Kind.LEAGUE && !boards.home().isEmpty());
        boolean isOpen = !view.finalized() && boards.period() == null;
        return isOpen && !isIn && boards.state() instanceof SubscriptionState.Live;
    }

    private String state(BoardView view) {
        SubscriptionState state = boards.state();
        if (view.finalized() || boards.period() != null) {
            return "boards.final";
        }
        if (state instanceof SubscriptionState.Ended ended) {
            return ended.reason() == null ? "boards.final" : "boards.closed";
        }
        boolean isLate = state instanceof SubscriptionState.Degraded && view.version() > 0;
        return state instanceof SubscriptionState.Live ? "boards.live" : isLate ? "boards.slow" : "boards.catching_up";
    }

    @Override
    void second() {
        Choice at = boards.choice();
        EventCard card = at == null || at.event() == null ? null : game.events().card(at.event());
        Instant end = card == null ? boards.ends() : card.event().endsAt();
        Duration left = end == null ? null : Duration.between(game.now(), end);
        boolean isGone = at != null && at.event() != null && card == null;
        boolean isOver = isGone || boards.period() != null || (left != null && left.isNegative());
        String key = isOver ? "over" : left == null ? "open" : card == null ? "resets" : "ends";
        boolean isUnknown = key.equals("open") && card == null && !boards.isKnown();
        time.setText(
                isUnknown
                        ? ""
                        : text("boards." + key, left == null ? "" : ui.texts().left(left)));
    }
}
