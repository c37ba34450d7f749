package io.kraty.sdk.soak;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What happens to players without their doing: gifts of the house, boards and windows that end, lost connections. */
final class Operator implements Runnable {
    private static final List<String> EVENTS = List.of("quick_brawl", "endless_run", "vip_gala");
    private static final List<String> CURRENCIES = List.of("gold", "gems", "xp");
    private static final List<String> ITEMS = List.of("health_potion", "arena_ticket", "vip_pass");

    private final Soak soak;
    private final SplittableRandom dice;

    Operator(Soak soak, long seed) {
        this.soak = soak;
        this.dice = new SplittableRandom(~seed);
    }

    @Override
    public void run() {
        while (soak.isRunning()) {
            try {
                act();
                TimeUnit.MILLISECONDS.sleep(2); // a pace, not a wait
            } catch (IllegalArgumentException e) {
                soak.tally.error("operator: gone already"); // a board that is final, a player that is not there yet
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                soak.violation("the operator got " + Trace.of(e));
            }
        }
    }

    private void act() {
        String player = soak.seen.player(dice);
        String board = soak.seen.board(dice);
        String lobby = soak.seen.lobby(dice);
        int what = dice.nextInt(100);
        if (player != null && what < 25) {
            soak.sandbox.grantCurrency(player, any(CURRENCIES), dice.nextLong(1, 200));
        } else if (player != null && what < 40) {
            soak.sandbox.grantItem(player, any(ITEMS), dice.nextLong(1, 4));
        } else if (player != null && what < 55) {
            soak.sandbox.grantCrate(player, dice.nextBoolean() ? "silver_crate" : "gold_crate");
        } else if (player != null && what < 70) {
            soak.sandbox.credit(player, "gold", dice.nextLong(1, 300));
        } else if (lobby != null && what < 85) {
            soak.sandbox.fillLobby(lobby);
        } else if (lobby != null && what < 88) {
            soak.sandbox.closeLobby(lobby);
        } else if (board != null && what < 90) {
            soak.sandbox.finalizeBoard(board);
        } else if (what < 91) {
            rarely(() -> soak.sandbox.closeWindow(any(EVENTS)));
        } else if (what < 92) {
            rarely(soak.sandbox::dropStreams);
        } else {
            soak.sandbox.tickBots();
        }
    }

    /** It concerns everybody, and there is no other window for a while. */
    private void rarely(Runnable action) {
        if (dice.nextInt(20) == 0) {
            action.run();
        }
    }

    private String any(List<String> list) {
        return list.get(dice.nextInt(list.size()));
    }
}
