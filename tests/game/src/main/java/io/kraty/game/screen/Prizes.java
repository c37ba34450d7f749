package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.kraty.game.state.EventCard;
import io.kraty.game.state.Game;
import io.kraty.game.state.Prize;
import io.kraty.game.state.Reward;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What an event looks like wherever it is shown: its colour, its sign and what it promises. */
final class Prizes {
    private Prizes() {}

    static Color accent(EventCard card) {
        return switch (String.valueOf(card.colour())) {
            case "spark" -> Palette.SPARK;
            case "shard" -> Palette.SHARD;
            case "gem" -> Palette.GEM;
            case "gold" -> Palette.GOLD;
            case "good" -> Palette.GOOD;
            case "info" -> Palette.INFO;
            default -> Palette.VIOLET;
        };
    }

    static Table badge(Ui ui, EventCard card, float size, Color accent) {
        Table badge = new Table();
        badge.setBackground(ui.surface(accent, 12));
        badge.add(ui.icon(card.usesLobby() ? Icon.FRIENDS : Icon.BOLT, size * 0.6f, Palette.NIGHT));
        return badge;
    }

    /** {@code Solo · 4:09 left}. */
    static String kindAndTime(Ui ui, Game game, EventCard card) {
        String kind = ui.text(card.usesLobby() ? "events.lobby" : "events.solo");
        Duration left = card.timeLeft(game.now());
        return left == null
                ? kind
                : kind + " · " + ui.text("events.left", ui.texts().left(left));
    }

    /** A line for each prize, the ranks first. */
    static Table lines(Ui ui, Game game, EventCard card, int atMost) {
        Table lines = new Table();
        lines.top().left().defaults().padBottom(Ui.S1).padRight(Ui.S2);
        List<Prize> prizes = card.prizes().stream()
                .sorted(Comparator.comparing(prize -> prize.reason() == Prize.Reason.MILESTONE))
                .toList();
        if (prizes.isEmpty()) {
            lines.add(ui.label(ui.text("events.noprize"), Type.SMALL, Palette.MUTED));
        }
        for (int i = 0; i < Math.min(atMost, prizes.size()); i++) {
            Prize prize = prizes.get(i);
            boolean isLast = i == atMost - 1 && prizes.size() > atMost;
            Label reason = ui.label(reason(ui, card, prize), Type.SMALL, Palette.MUTED);
            Label won = Page.cut(ui.label(all(ui, game, prize.rewards()), Type.SMALL));
            Label more = ui.label(isLast ? "+" + (prizes.size() - atMost) : "", Type.SMALL, Palette.MUTED);
            String first =
                    prize.rewards().isEmpty() ? "" : prize.rewards().get(0).key();
            lines.add(reason).left().minWidth(56);
            lines.add(ui.icon(Words.icon(game, first), 16, Words.color(game, first)));
            lines.add(won).growX().minWidth(0);
            lines.add(more).padRight(0).row();
        }
        return lines;
    }

    /** For what a prize is won. */
    static String reason(Ui ui, EventCard card, Prize prize) {
        return switch (prize.reason()) {
            case MILESTONE -> {
                int metric = MathUtils.clamp(card.metrics().indexOf(prize.metric()), 0, 2);
                yield ui.text("events.at." + metric, prize.from());
            }
            case RANKS ->
                prize.from() == prize.to()
                        ? ui.text("events.rank", prize.from())
                        : ui.text("events.ranks", prize.from(), prize.to());
            case EVERYBODY -> ui.text("events.everybody");
            case POOL -> ui.text("events.pool");
        };
    }

    static String all(Ui ui, Game game, List<Reward> rewards) {
        return rewards.stream().map(reward -> Words.of(ui, game, reward)).collect(Collectors.joining(", "));
    }
}
