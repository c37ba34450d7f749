package io.kraty.sdk.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What players saw and others may look at, too; the latest of each. */
final class Seen {
    private static final int ROOM = 300;

    private final List<String> players = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<String> boards = new ArrayList<>();
    private final List<String> lobbies = new ArrayList<>();

    void player(String id) {
        add(players, id);
    }

    void code(String code) {
        add(codes, code);
    }

    void board(@Nullable String id) {
        if (id != null) {
            add(boards, id);
        }
    }

    void lobby(String id) {
        add(lobbies, id);
    }

    @Nullable
    String player(SplittableRandom dice) {
        return any(players, dice);
    }

    @Nullable
    String code(SplittableRandom dice) {
        return any(codes, dice);
    }

    @Nullable
    String board(SplittableRandom dice) {
        return any(boards, dice);
    }

    @Nullable
    String lobby(SplittableRandom dice) {
        return any(lobbies, dice);
    }

    private static void add(List<String> list, String id) {
        synchronized (list) {
            if (!list.contains(id)) {
                list.add(id);
            }
            if (list.size() > ROOM) {
                list.remove(0);
            }
        }
    }

    private static @Nullable String any(List<String> list, SplittableRandom dice) {
        synchronized (list) {
            return list.isEmpty() ? null : list.get(dice.nextInt(list.size()));
        }
    }
}
