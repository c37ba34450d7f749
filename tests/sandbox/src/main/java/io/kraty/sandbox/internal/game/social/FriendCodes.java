package io.kraty.sandbox.internal.game.social;

import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The codes that players tell each other. Made on first use, then always the same.
 *
 * <p>[choice] Codes are read in either case and with blanks around them, since people type them.
 */
final class FriendCodes {
    private static final int LENGTH = 6;

    /** Without 0 and O, 1, I and L, which look alike. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final Seeds seeds;
    private final Map<Player, String> codes = new HashMap<>();
    private final Map<String, Player> owners = new HashMap<>();

    FriendCodes(Seeds seeds) {
        this.seeds = seeds;
    }

    String of(Player player) {
        return codes.computeIfAbsent(player, this::mint);
    }

    @Nullable
    Player owner(String code) {
        return owners.get(code.strip().toUpperCase(Locale.ROOT));
    }

    private String mint(Player player) {
        SplittableRandom dice = seeds.dice("friend code", player.externalId());
        String code = roll(dice);
        while (owners.putIfAbsent(code, player) != null) {
            code = roll(dice);
        }
        return code;
    }

    private static String roll(SplittableRandom dice) {
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(LETTERS.charAt(dice.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
