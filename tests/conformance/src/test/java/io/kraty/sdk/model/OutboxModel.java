package io.kraty.sdk.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a write that the outbox accepted comes to its end: {@code Outbox.round}, {@code Attempts.send} and {@code
 * Results.tell}, with the {@code Journal} as the disk that two processes share. Two writes in one lane, so
 * their order counts. Each step is one change of the journal, or one thing that the platform or the listener
 * gets, so a crash may come between any two.
 */
record OutboxModel(Variant variant) implements Explorer.Model<OutboxModel.State> {
    /** Ways to do it, all but the first of them wrong. */
    enum Variant {
        AS_IT_IS,
        /** The game is told that it is accepted before {@code Journal.add} has returned. */
        ACCEPTED_BEFORE_KEPT,
        /** {@code Outbox.send} does not note that it is sent. */
        SENDING_IS_NOT_NOTED,
        /** Each attempt has a key of its own. */
        NEW_KEY_EACH_TIME,
        /** What got no answer is given up. */
        DOUBT_IS_DROPPED,
        /** {@code Results} forgets a verdict before a listener has taken it. */
        FORGOTTEN_BEFORE_TOLD,
        /** {@code Attempts.send} does not look at its age again. */
        SLEEPER_SENDS
    }

    enum Sent {
        NEVER,
        LATELY,
        /** So long ago that the platform may have forgotten the key. */
        LONG_AGO
    }

    enum Verdict {
        OPEN,
        DONE,
        UNKNOWN
    }

    enum At {
        IDLE,
        SENDING,
        ANSWERED,
        TELLING,
        TOLD
    }

    /**
     * @param accepted whether the game was told so
     * @param kept whether it is in the journal
     * @param claimed who tells it, from 1; 0 for nobody
     * @param remembered whether the platform knows the key
     * @param effects how often it happened
     * @param told how often the listener was told
     */
    record Write(
            boolean accepted,
            boolean kept,
            Sent sent,
            Verdict verdict,
            int claimed,
            boolean remembered,
            int effects,
            int told) {
        static final Write NONE = new Write(false, false, Sent.NEVER, Verdict.OPEN, 0, false, 0, 0);

        Write keep() {
            return new Write(accepted, true, sent, verdict, claimed, remembered, effects, told);
        }

        Write accept() {
            return new Write(true, kept, sent, verdict, claimed, remembered, effects, told);
        }

        Write sent(Sent when) {
            return new Write(accepted, kept, when, verdict, claimed, remembered, effects, told);
        }

        Write end(Verdict how) {
            return verdict == Verdict.OPEN
                    ? new Write(accepted, kept, sent, how, claimed, remembered, effects, told)
                    : this;
        }

        Write claim(int who) {
            return new Write(accepted, kept, sent, verdict, who, remembered, effects, told);
        }

        Write happen(boolean isNewKey) {
            int more = remembered && !isNewKey ? 0 : 1;
            return new Write(accepted, kept, sent, verdict, claimed, true, effects + more, told);
        }

        Write tell() {
            return new Write(accepted, kept, sent, verdict, claimed, remembered, effects, told + 1);
        }

        Write forget() {
            return new Write(accepted, false, sent, verdict, 0, remembered, effects, told);
        }

        Write aDayLater() {
            Sent then = sent == Sent.NEVER ? Sent.NEVER : Sent.LONG_AGO;
            return new Write(accepted, kept, then, verdict, claimed, false, effects, told);
        }
    }

    record Proc(At at, int write) {}

    record State(List<Write> writes, List<Proc> processes, int mishaps, boolean isNextDay, int crashes) {
        State at(int i, At at, int write) {
            List<Proc> all = new ArrayList<>(processes);
            all.set(i, new Proc(at, write));
            return new State(writes, List.copyOf(all), mishaps, isNextDay, crashes);
        }

        State put(int which, Write write) {
            List<Write> all = new ArrayList<>(writes);
            all.set(which, write);
            return new State(List.copyOf(all), processes, mishaps, isNextDay, crashes);
        }

        State mishap(boolean isCrash) {
            return new State(writes, processes, mishaps - 1, isNextDay, crashes + (isCrash ? 1 : 0));
        }
    }

    static State start(int processes, int mishaps) {
        return new State(
                List.of(Write.NONE, Write.NONE),
                Collections.nCopies(processes, new Proc(At.IDLE, 0)),
                mishaps,
                false,
                0);
    }

    @Override
    public Map<String, State> next(State state) {
        Map<String, State> next = new LinkedHashMap<>();
        accept(state, next);
        for (int i = 0; i < state.processes().size(); i++) {
            Proc process = state.processes().get(i);
            step(state, i, process, next);
            if (state.mishaps() > 0 && process.at() != At.IDLE) {
                next.put(
                        i + " crashes, and is started again", state.mishap(true).at(i, At.IDLE, 0));
            }
        }
        if (!state.isNextDay()) {
            next.put(
                    "a day passes",
                    new State(
                            state.writes().stream().map(Write::aDayLater).toList(),
                            state.processes(),
                            state.mishaps(),
                            true,
                            state.crashes()));
        }
        return next;
    }

    /** The game writes one after the other. {@code Journal.add} keeps it, and only then returns. */
    private void accept(State state, Map<String, State> next) {
        for (int w = 0; w < state.writes().size(); w++) {
            Write write = state.writes().get(w);
            boolean isTurn = w == 0 || state.writes().get(w - 1).accepted();
            if (isTurn && variant == Variant.ACCEPTED_BEFORE_KEPT && write.equals(Write.NONE)) {
                next.put("game: told that " + w + " is accepted", state.put(w, write.accept()));
                if (state.mishaps() > 0) {
                    next.put("game: crashes after it was told that " + w + " is accepted", lostBeforeKept(state, w));
                }
            } else if (isTurn && write.equals(Write.NONE)) {
                next.put("game: keeps " + w, state.put(w, write.keep()));
            } else if (isTurn && write.kept() && !write.accepted()) {
                next.put("game: told that " + w + " is accepted", state.put(w, write.accept()));
            } else if (write.equals(Write.NONE.accept())) {
                next.put("game: keeps " + w, state.put(w, write.keep()));
            }
        }
    }

    /** Nobody is left who would keep it; told never, so this is what its end looks like. */
    private static State lostBeforeKept(State state, int w) {
        return state.put(w, Write.NONE.accept().end(Verdict.UNKNOWN)).mishap(true);
    }

    private void step(State state, int i, Proc process, Map<String, State> next) {
        int w = process.write();
        Write write = state.writes().get(w);
        switch (process.at()) {
            case IDLE -> {
                look(state, i, next);
            }
            case SENDING -> {
                boolean isOld = write.sent() == Sent.LONG_AGO && variant != Variant.SLEEPER_SENDS;
                if (isOld) { // the device slept; the next round gives it up
                    next.put(i + ": finds " + w + " too old", state.at(i, At.IDLE, 0));
                    return;
                }
                State happened = state.put(w, write.happen(variant == Variant.NEW_KEY_EACH_TIME));
                next.put(i + ": sends " + w, happened.at(i, At.ANSWERED, w));
                if (state.mishaps() > 0) {
                    State lost = variant == Variant.DOUBT_IS_DROPPED
                            ? happened.put(w, happened.writes().get(w).forget().end(Verdict.UNKNOWN))
                            : happened;
                    next.put(
                            i + " gets no answer about " + w, lost.mishap(false).at(i, At.IDLE, 0));
                }
            }
            case ANSWERED ->
                next.put(
                        i + ": notes that " + w + " is done",
                        state.put(w, write.kept() ? write.end(Verdict.DONE) : write)
                                .at(i, At.IDLE, 0));
            case TELLING ->
                next.put(i + ": tells " + w, state.put(w, write.tell()).at(i, At.TOLD, w));
            case TOLD ->
                next.put(i + ": forgets " + w, state.put(w, write.forget()).at(i, At.IDLE, 0));
        }
    }

    /** A round: results are claimed, what is too old is given up, and of the lane the first is sent. */
    private void look(State state, int i, Map<String, State> next) {
        for (int w = 0; w < state.writes().size(); w++) {
            Write write = state.writes().get(w);
            if (write.kept() && write.verdict() != Verdict.OPEN && isFree(state, write.claimed(), w)) {
                State claimed =
                        state.put(w, variant == Variant.FORGOTTEN_BEFORE_TOLD ? write.forget() : write.claim(i + 1));
                next.put(i + ": claims " + w, claimed.at(i, At.TELLING, w));
            }
        }
        for (int w = 0; w < state.writes().size(); w++) {
            Write head = state.writes().get(w);
            if (head.kept() && head.verdict() == Verdict.OPEN) {
                boolean isNoted = variant != Variant.SENDING_IS_NOT_NOTED;
                next.put(
                        i + (head.sent() == Sent.LONG_AGO ? ": gives up " : ": notes that it sends ") + w,
                        head.sent() == Sent.LONG_AGO
                                ? state.put(w, head.end(Verdict.UNKNOWN))
                                : state.put(w, isNoted ? head.sent(Sent.LATELY) : head)
                                        .at(i, At.SENDING, w));
                return; // what comes after it in the lane waits
            }
        }
    }

    /** A claim lapses: longer than telling takes, so never while somebody who lives is at it. */
    private static boolean isFree(State state, int claimed, int w) {
        if (claimed == 0) {
            return true;
        }
        Proc owner = state.processes().get(claimed - 1);
        return (owner.at() != At.TELLING && owner.at() != At.TOLD) || owner.write() != w;
    }

    @Override
    public String violation(State state) {
        for (int w = 0; w < state.writes().size(); w++) {
            Write write = state.writes().get(w);
            if (write.effects() > 1) {
                return w + " happened " + write.effects() + " times";
            }
            if (write.verdict() == Verdict.DONE && write.effects() != 1) {
                return w + " is done, but did not happen";
            }
            if (write.verdict() == Verdict.UNKNOWN && !state.isNextDay() && write.kept()) {
                return w + " was given up too early";
            }
            if (write.told() > 1 + state.crashes()) {
                return w + " was told " + write.told() + " times";
            }
            if (w > 0 && write.effects() > 0 && state.writes().get(w - 1).verdict() == Verdict.OPEN) {
                return w + " overtook";
            }
        }
        return null;
    }

    @Override
    public String unfinished(State state) {
        for (Write write : state.writes()) {
            if (write.accepted() && write.told() == 0) {
                return "accepted, and never told";
            }
        }
        return null;
    }

    @Override
    public boolean isProgress(String step) {
        return step.contains(":");
    }
}
