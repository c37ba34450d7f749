package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.ScrollPane;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.WidgetGroup;
import com.badlogic.gdx.utils.Align;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.api.model.ParticipantKind;
import io.kraty.api.model.ProgressionBand;
import io.kraty.api.model.ProgressionLimits;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.live.BoardView;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a board. Everybody climbs and falls in the row that is theirs, and the player's own is always in view. */
final class Ranking extends Table {
    private static final float GAP = 26;

    private final Ui ui;
    private final Game game;
    private final int limit;
    private final boolean isShort;
    private final float height;
    private final Map<String, Row> rows = new HashMap<>();
    private final Rows list;
    private final ScrollPane pane;
    private final Row pinned;
    private int promoted;
    private int stays = Integer.MAX_VALUE;
    private @Nullable Row own;

    /** Shows so many rows at most; a short ranking, up to ten, says only the most necessary in each. */
    Ranking(Ui ui, Game game, int rows) {
        this.ui = ui;
        this.game = game;
        limit = rows;
        isShort = rows <= 10;
        height = isShort ? 36 : 44;
        list = new Rows();
        pane = ui.scroll(list);
        pinned = new Row();
        add(pane).grow();
    }

    /** Shows the board as it is now; what has changed since it was shown last is seen to change. */
    void show(BoardView view) {
        List<LeaderboardEntry> entries = view.entries().stream().limit(limit).toList();
        Set<LeaderboardEntry> here = new HashSet<>(entries);
        own = null;
        for (LeaderboardEntry entry : entries) {
            Row row = rows.computeIfAbsent(entry.participantId(), id -> list.enter(entry.rank()));
            row.show(entry);
            own = entry.isSelf() ? row : own;
        }
        rows.values().removeIf(row -> !here.contains(row.entry) && row.remove());
        limits(view.progression(), entries.size() == view.entries().size() ? entries.size() : Integer.MAX_VALUE);
        LeaderboardEntry self = own != null ? own.entry : mine(view.self());
        if (self == null) {
            pinned.entry = null;
        } else {
            pinned.show(self);
        }
        list.invalidateHierarchy();
    }

    /** The player's row, for who is further down than the board was read. */
    private @Nullable LeaderboardEntry mine(@Nullable LeaderboardSelf self) {
        if (self == null) {
            return null;
        }
        LeaderboardEntry.Builder mine =
                LeaderboardEntry.builder().participantId("").kind(ParticipantKind.PLAYER);
        mine.name(game.profile().name()).avatar(game.profile().avatar()).isSelf(true);
        mine.progression(Map.of("level", game.bag().amount("level")));
        return mine.rank(self.rank()).score(self.score()).build();
    }

    private void limits(@Nullable ProgressionLimits limits, int size) {
        int up = places(limits == null ? null : limits.promotion());
        int down = places(limits == null ? null : limits.relegation());
        promoted = up < size ? up : 0;
        stays = down > 0 && size - down > promoted ? size - down : Integer.MAX_VALUE;
        list.up.setVisible(promoted > 0);
        list.down.setVisible(stays < size);
    }

    private static int places(@Nullable ProgressionBand band) {
        return band == null ? 0 : band.places();
    }

    @Override
    public void act(float seconds) {
        super.act(seconds);
        float top = own == null ? 0 : own.getTop();
        float seen = list.getHeight() - pane.getScrollY();
        boolean isSeen = own != null && top <= seen + height / 2 && top - height / 2 >= seen - pane.getHeight();
        if (own != null) {
            own.setVisible(isSeen); // at the foot instead, never at both
        }
        if (pinned.hasParent() != (pinned.entry != null && !isSeen)) {
            boolean wasPinned = pinned.remove();
            clearChildren();
            add(pane).grow().row();
            add(wasPinned ? null : pinned).growX().height(wasPinned ? 0 : height);
        }
    }

    /** What moves in the pane: rows at their places, and the lines between divisions. */
    private final class Rows extends WidgetGroup {
        private final Table up = line("boards.promotion", Icon.UP, Palette.GOOD);
        private final Table down = line("boards.relegation", Icon.DOWN, Palette.SHARD);

        Rows() {
            addActor(up);
            addActor(down);
        }

        private Table line(String key, Icon icon, Color color) {
            Table line = new Table();
            line.add(ui.icon(icon, 14, color)).size(14).padLeft(Ui.S3).padRight(Ui.S1);
            line.add(ui.label(ui.text(key), Type.SMALL, color)).padRight(Ui.S2);
            Table rule = new Table();
            rule.setBackground(ui.surface(Palette.faint(color, 0.4f), 0));
            line.add(rule).height(1).growX().padRight(Ui.S3);
            return line;
        }

        Row enter(int rank) {
            Row row = new Row();
            row.place = rank - 1;
            row.getColor().a = 0;
            row.addAction(Actions.fadeIn(0.3f));
            addActor(row);
            return row;
        }

        /** How far down a place begins; places between two ranks are where somebody is on the way. */
        private float below(float place) {
            return place * height
                    + GAP * (promoted > 0 ? MathUtils.clamp(place - promoted + 1, 0, 1) : 0)
                    + GAP * MathUtils.clamp(place - stays + 1, 0, 1);
        }

        @Override
        public float getPrefHeight() {
            return below(rows.size());
        }

        @Override
        public void act(float seconds) {
            super.act(seconds);
            for (Actor actor : getChildren()) {
                if (actor instanceof Row row) {
                    row.setBounds(0, getHeight() - below(row.place) - height, getWidth(), height);
                    row.validate();
                }
            }
            up.setBounds(0, getHeight() - below(promoted), getWidth(), GAP);
            down.setBounds(0, getHeight() - below(stays), getWidth(), GAP);
        }
    }

    /** Somebody on the board. */
    private final class Row extends Table {
        private final Label rank = ui.label("", Type.HEADING, Color.WHITE);
        private final Label score = ui.label("", Type.HEADING);
        private @Nullable LeaderboardEntry entry;
        private float place;
        private double counted;

        void show(LeaderboardEntry now) {
            LeaderboardEntry before = entry;
            entry = now;
            List<?> looks = Arrays.asList(now.name(), now.avatar(), now.kind(), now.isSelf(), now.progression());
            Page.fill(this, looks, () -> build(now));
            Color calm = now.rank() == 1 ? Palette.GOLD : now.rank() <= 3 ? Palette.TEXT : Palette.MUTED;
            if (before == null) {
                rank.setColor(calm);
                counted = now.score();
                score.setText(ui.texts().number(counted));
            } else if (before.rank() != now.rank()) {
                boolean climbs = now.rank() < before.rank();
                rank.clearActions();
                rank.setColor(climbs ? Palette.GOOD : Palette.SHARD);
                rank.addAction(Actions.delay(0.8f, Actions.color(calm, 0.6f)));
                if (climbs) {
                    toFront();
                }
            }
            rank.setText(ui.texts().number(now.rank()));
        }

        private void build(LeaderboardEntry now) {
            if (now.isSelf()) {
                setBackground(ui.surface(Palette.mix(Palette.RAISED, Palette.SPARK, 0.1f), 12));
            }
            boolean isBot = ParticipantKind.BOT.equals(now.kind());
            String avatar = now.avatar() == null ? now.participantId() : now.avatar();
            add(rank).width(isShort ? 28 : 40).padLeft(Ui.S2);
            add(ui.avatar(avatar, height - 10)).padRight(Ui.S2);
            Label name = ui.label(Words.name(now), Type.BODY, isBot ? Palette.MUTED : Palette.TEXT);
            add(Page.cut(name)).growX().minWidth(0);
            if (now.isSelf()) {
                add(ui.label(ui.text("boards.you"), Type.SMALL, Palette.SPARK)).padLeft(Ui.S2);
            } else if (isBot) {
                Color soft = Palette.mix(Palette.LINE, Palette.MUTED, 0.3f);
                add(ui.icon(Icon.BOT, 16, soft)).padLeft(Ui.S2);
            }
            if (!isShort) {
                Long level = now.progression().get("level");
                String number = level == null ? "" : ui.texts().number(level);
                String country = now.country() == null ? "" : now.country();
                add(ui.label(country, Type.SMALL, Palette.MUTED)).width(28).padLeft(Ui.S3);
                add(ui.icon(Icon.STAR, 14, level == null ? Color.CLEAR : Palette.VIOLET));
                add(ui.label(number, Type.SMALL, Palette.MUTED)).width(28).padLeft(Ui.S1);
            }
            score.setAlignment(Align.right);
            add(score).minWidth(isShort ? 40 : 72).padLeft(Ui.S2).padRight(Ui.S3);
        }

        @Override
        public void act(float seconds) {
            super.act(seconds);
            if (entry == null) {
                return;
            }
            float ease = Math.min(1, seconds * 9);
            float home = entry.rank() - 1;
            place = Math.abs(home - place) < 0.01f ? home : place + (home - place) * ease;
            if (counted != entry.score()) {
                boolean isThere = Math.abs(entry.score() - counted) < 1;
                counted = isThere ? entry.score() : counted + (entry.score() - counted) * ease;
                score.setText(ui.texts().number(isThere ? counted : Math.rint(counted)));
            }
        }
    }
}
