package io.kraty.sdk.chaos;

import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.chaos.Effort.Told;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets what is left come to its end, and holds what callers were told against what the platform did. */
final class Books {
    private static final LeaderboardReadOptions WITH_SELF =
            LeaderboardReadOptions.builder().includeSelf(true).build();
    private static final Pattern OWNER = Pattern.compile("\"player\":\"([^\"]+)\"");
    private static final int DIGIT_BITS = 2;
    private static final long DIGIT = 3;

    private final Stage stage;
    private final Device device;
    private final List<Effort> efforts;
    private final List<String> violations;
    private final boolean mayTellTwice;
    private String first;
    private boolean confused;
    private double scored;
    private double progressed;

    Books(Stage stage, Device device, List<Effort> efforts, List<String> violations, boolean mayTellTwice) {
        this.stage = stage;
        this.device = device;
        this.efforts = efforts;
        this.violations = violations;
        this.mayTellTwice = mayTellTwice;
    }

    void close(Schedule schedule, String attempt, int mayRegister, List<String> known) throws InterruptedException {
        first = known.get(0);
        confused = schedule.confusesClocks();
        Kraty last = device.lastLaunch().kraty();
        try {
            identity(last, mayRegister, known);
            drain(last, known);
        } catch (KratyException e) {
            violations.add("without any trouble: " + e);
        }
        efforts.forEach(this::resume);
        sums(attempt);
        List<LedgerEntry> ledger = stage.sandbox.ledger();
        for (Effort effort : efforts) {
            if (effort.why != null
                    && !(effort.why instanceof KratyException)
                    && effort.told == Told.NOTHING
                    && !effort.life.isDead()) {
                violations.add("an unexpected exception: " + effort);
            }
            stage.tally.add("told " + effort.told);
            check(effort, times(effort, ledger));
        }
    }

    /** There is a player with a working secret, and nobody was registered in vain. */
    private void identity(Kraty last, int mayRegister, List<String> known) {
        PlayerCredentials now = last.ensureIdentity();
        if (!stage.sandbox
                .secretOf(now.externalPlayerId())
                .map(now.secret()::equals)
                .orElse(false)) {
            violations.add("the player of the next launch has no working secret: " + now.externalPlayerId());
        }
        long made = stage.sandbox.players().stream()
                .filter(player -> !known.contains(player))
                .count();
        if (made > mayRegister) {
            violations.add("more players than there was reason for: " + stage.sandbox.players());
        }
    }

    /** Everybody comes back, so that each outbox is emptied. */
    private void drain(Kraty last, List<String> known) throws InterruptedException {
        Set<String> owners = new LinkedHashSet<>(known);
        efforts.stream().map(effort -> effort.player).filter(Objects::nonNull).forEach(owners::add);
        owners.addAll(stage.sandbox.players());
        // Also who was decided on and never registered, of writes whose caller died before it heard whose they are.
        Matcher kept = OWNER.matcher(String.valueOf(device.outboxText(stage)));
        while (kept.find()) {
            owners.add(kept.group(1));
        }
        for (String owner : owners) {
            String secret = stage.sandbox.secretOf(owner).orElseGet(() -> stage.sandbox.register(owner));
            last.signIn(owner, secret);
            boolean isEmpty = device.until(() -> last.outbox().pending().isEmpty());
            if (!isEmpty) {
                violations.add(
                        owner + "'s outbox is never empty: " + last.outbox().pending());
            }
        }
        boolean isTold = device.until(
                () -> efforts.stream().allMatch(effort -> effort.told != Told.ACCEPTED || !effort.results.isEmpty()));
        if (!isTold) {
            violations.add("accepted, but never told: "
                    + efforts.stream()
                            .filter(effort -> effort.told == Told.ACCEPTED && effort.results.isEmpty())
                            .toList());
        }
        // Also those whose caller died before it heard that they were accepted.
        if (!device.until(() -> !String.valueOf(device.outboxText(stage)).contains("\"key\""))) {
            violations.add("results that nobody is told: " + device.outboxText(stage));
        }
    }

    /** What is in doubt goes on with its key, as the documentation says. */
    private void resume(Effort effort) {
        if (effort.told != Told.UNKNOWN
                || effort.key == null
                || effort.isOld
                || effort.step.door() == Step.Door.OUTBOX) {
            return;
        }
        RecordedRequest sent = stage.sandbox.requests().stream()
                .filter(request -> effort.key.equals(request.idempotencyKey())
                        && effort.step.op().operation.equals(request.operation()))
                .findFirst()
                .orElse(null);
        if (sent == null || sent.externalPlayerId() == null) {
            return; // nobody has seen it
        }
        try {
            effort.call(stage.again(sent.externalPlayerId(), effort.key));
            effort.told = Told.DONE;
            stage.tally.add("resumed");
        } catch (KratyApiException e) {
            effort.told = Told.REFUSED;
            effort.why = e;
            stage.tally.add("resumed and refused");
            if (e.isIdempotencyConflict()) {
                violations.add("another request under the same key: " + effort);
            }
        }
    }

    private void sums(String attempt) {
        if (efforts.stream().anyMatch(effort -> effort.step.op() == Step.Op.SCORE)) {
            for (String player : stage.sandbox.players()) {
                LeaderboardSelf self = stage.as(player)
                        .leaderboards()
                        .read(Stage.BOARD, WITH_SELF)
                        .self();
                scored += self == null ? 0 : self.score();
            }
        }
        if (attempt != null) {
            progressed = stage.as(first)
                    .events()
                    .finish(Stage.EVENT, attempt)
                    .attempt()
                    .score();
        }
    }

    /** How often it really happened. */
    private long times(Effort effort, List<LedgerEntry> ledger) {
        return switch (effort.step.op()) {
            case DEBIT ->
                ledger.stream()
                        .filter(entry -> entry.reason().equals(effort.name()))
                        .count();
            case CLAIM ->
                ledger.stream()
                        .filter(entry -> effort.target.equals(entry.sourceId()))
                        .count();
            case OPEN ->
                stage.sandbox.players().stream()
                        .flatMap(player -> stage.sandbox.grantsOf(player).stream())
                        .filter(grant -> effort.target.equals(grant.parentGrantId()))
                        .count();
            case SCORE -> digit(scored, effort);
            case PROGRESS -> digit(progressed, effort);
            case FINISH -> isFinished(effort) ? 1 : 0;
            case PURCHASE ->
                stage.sandbox.players().stream()
                        .filter(player -> isBought(stage.as(player), effort))
                        .count();
        };
    }

    private static long digit(double sum, Effort effort) {
        return (long) sum >> (Long.numberOfTrailingZeros(effort.amount) / DIGIT_BITS * DIGIT_BITS) & DIGIT;
    }

    private boolean isFinished(Effort effort) {
        try {
            stage.as(first).events().finish(Stage.event(effort.step.number()), effort.target);
            return false;
        } catch (KratyApiException e) {
            return e.isAttemptFinished();
        }
    }

    private static boolean isBought(KratyView player, Effort effort) {
        return player.purchases().track(effort.purchase()).deduplicated();
    }

    private void check(Effort effort, long times) {
        stage.tally.add("happened " + times);
        if (times > 1) {
            violations.add("happened " + times + " times: " + effort);
        }
        switch (effort.told) {
            case DONE -> expect(times == 1, "reported as done, but happened " + times + " times: ", effort);
            case NOT_SENT, REFUSED ->
                expect(times == 0, "reported as not done, but happened " + times + " times: ", effort);
            case ACCEPTED, NOTHING, UNKNOWN -> {}
        }
        results(effort, times);
    }

    private void results(Effort effort, long times) {
        if (effort.step.door() != Step.Door.OUTBOX) {
            return;
        }
        boolean isKnown = effort.told == Told.ACCEPTED;
        long kinds = effort.results.stream().map(Object::getClass).distinct().count();
        expect(kinds <= 1, "told in different ways: ", effort);
        expect(!isKnown || kinds == 1, "accepted, but not told: ", effort);
        expect(mayTellTwice || effort.results.size() <= 1, "told twice: ", effort);
        if (kinds == 0) {
            expect(times == 0, "happened, but nobody was told: ", effort);
            return;
        }
        OutboxResult result = effort.results.get(0);
        expect(effort.told != Told.NOT_SENT && effort.told != Told.REFUSED, "not accepted, but told: ", effort);
        if (result instanceof OutboxResult.Done) {
            expect(times == 1, "told as done, but happened " + times + " times: ", effort);
        } else if (result instanceof OutboxResult.Unknown) {
            expect(effort.isOld || confused, "given up, although its key is known: ", effort);
        } else {
            expect(times == 0, "told as not done, but happened " + times + " times: ", effort);
        }
    }

    private void expect(boolean isSo, String otherwise, Effort effort) {
        if (!isSo) {
            violations.add(otherwise + effort);
        }
    }
}
