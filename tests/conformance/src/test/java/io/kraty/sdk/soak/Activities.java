package io.kraty.sdk.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Everything that players do, and how often. */
final class Activities {
    static final Map<String, Activity> ALL = new LinkedHashMap<>();
    private static final List<String> DRAW = new ArrayList<>();

    static {
        add("events", 6, Playing::list);
        add("start", 12, Playing::start);
        add("progress", 20, Playing::progress);
        add("finish", 3, Playing::finish);
        add("boards", 8, Boards::read);
        add("scores", 6, Boards::submit);
        add("join boards", 3, Boards::join);
        add("debit", 12, Spending::debit);
        add("consume", 8, Spending::consume);
        add("earn xp", 6, Spending::earn);
        add("holdings", 4, Spending::look);
        add("claim", 10, Collecting::claim);
        add("collect all", 6, Collecting::collectAll);
        add("collect on two devices", 2, Collecting::onTwoDevices);
        add("help yourself", 4, Collecting::helpYourself);
        add("find friends", 5, Friendship::find);
        add("answer requests", 5, Friendship::answer);
        add("presence", 3, Friendship::heartbeat);
        add("fall out", 1, Friendship::fallOut);
        add("send gift", 6, Gifting::send);
        add("claim gifts", 4, Gifting::claim);
        add("purchase", 3, Profile::purchase);
        add("metadata", 3, Profile::metadata);
        add("name", 2, Profile::name);
        add("catalog", 1, Profile::catalog);
        add("clock", 2, Profile::clock);
        add("watch holdings", 2, Watching::holdings);
        add("watch a board", 2, Watching::board);
        add("watch grants", 1, Watching::grants);
        add("restart", 2, Identities::restart);
        add("quit in the middle", 2, Identities::quitInTheMiddle);
        add("log out and in", 1, Identities::logOutAndIn);
        add("start over", 1, Identities::startOver);
        add("rotate", 1, Identities::rotate);
        add("save slot", 1, Identities::slot);
        add("register a guest", 1, Identities::guest);
    }

    private Activities() {}

    private static void add(String name, int weight, Activity activity) {
        ALL.put(name, activity);
        for (int i = 0; i < weight; i++) {
            DRAW.add(name);
        }
    }

    static String any(SplittableRandom dice) {
        return DRAW.get(dice.nextInt(DRAW.size()));
    }
}
