package io.kraty.sdk.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a first call gets its player: {@code Identity.resolve}, with {@code StoredPlayers} as the disk that two
 * processes share, and a {@code Registration} as the record of what was begun. Each step is one use of the
 * store or of the platform, so a crash may come between any two. Players and keys are numbers; 0 is none.
 */
record RegistrationModel(boolean isNamed, Variant variant) implements Explorer.Model<RegistrationModel.State> {
    /** Ways to do it, all but the first of them wrong. */
    enum Variant {
        AS_IT_IS,
        /** {@code StoredPlayers.begin} keeps nothing. */
        WITHOUT_RECORD,
        /** {@code Identity.begin} does not look again when it has written its record. */
        WITHOUT_SECOND_LOOK,
        /** Nor when it goes on with somebody else's record; it takes three processes to see that. */
        WITHOUT_SECOND_LOOK_BESIDE,
        /** {@code Identity.register} ends the record before it has kept the secret. */
        RECORD_ENDS_FIRST
    }

    /** What a process does next. */
    enum At {
        LOOK,
        BEGIN,
        LOOK_AGAIN,
        GIVE_WAY,
        /** The same when the record is somebody else's, which stays. */
        LOOK_AGAIN_BESIDE,
        ASK,
        PUT,
        SET_ACTIVE,
        END,
        KNOWN
    }

    /**
     * @param at where it is
     * @param key of the registration it is about, or the player it has
     */
    record Proc(At at, int key) {}

    /**
     * @param begun the key in {@code …/registering}
     * @param active {@code …/active}
     * @param kept of whom {@code …/secret/<id>} is there
     * @param registered the platform's players: with which key each was registered
     * @param fresh the next number
     * @param mishaps how many crashes and losses may still happen
     */
    record State(
            int begun,
            int active,
            List<Integer> kept,
            Map<Integer, Integer> registered,
            int fresh,
            int mishaps,
            List<Proc> processes) {
        State with(int which, At at, int key) {
            List<Proc> all = new ArrayList<>(processes);
            all.set(which, new Proc(at, key));
            return new State(begun, active, kept, registered, fresh, mishaps, List.copyOf(all));
        }

        State begun(int key) {
            return new State(key, active, kept, registered, fresh + (key == fresh ? 1 : 0), mishaps, processes);
        }

        State active(int player) {
            return new State(begun, player, kept, registered, fresh, mishaps, processes);
        }

        State kept(int player) {
            List<Integer> all = new ArrayList<>(kept);
            all.add(player);
            return kept.contains(player)
                    ? this
                    : new State(begun, active, all.stream().sorted().toList(), registered, fresh, mishaps, processes);
        }

        State registered(int player, int key) {
            Map<Integer, Integer> all = new LinkedHashMap<>(registered);
            all.putIfAbsent(player, key);
            return new State(begun, active, kept, Map.copyOf(all), fresh, mishaps, processes);
        }

        State mishap() {
            return new State(begun, active, kept, registered, fresh, mishaps - 1, processes);
        }
    }

    /** A new device, and so many processes that make their first call. */
    static State start(int processes, int mishaps) {
        return new State(
                0, 0, List.of(), Map.of(), 1, mishaps, java.util.Collections.nCopies(processes, new Proc(At.LOOK, 0)));
    }

    /** The id that goes with a key: a fresh one each, or the one that the game named. */
    private int player(int key) {
        return isNamed ? 1 : key;
    }

    /** {@code Identity.kept}: who is to be resumed. */
    private int resumable(State state) {
        int candidate = isNamed ? 1 : state.active();
        return state.kept().contains(candidate) ? candidate : 0;
    }

    @Override
    public Map<String, State> next(State state) {
        Map<String, State> next = new LinkedHashMap<>();
        for (int i = 0; i < state.processes().size(); i++) {
            Proc process = state.processes().get(i);
            next.put(i + ": " + process.at(), step(state, i, process));
            if (state.mishaps() > 0) {
                next.put(i + " crashes, and is started again", state.mishap().with(i, At.LOOK, 0));
                if (process.at() == At.ASK) {
                    State asked = state.registered(player(process.key()), process.key());
                    next.put(
                            i + " gets no answer, and tries again",
                            asked.mishap().with(i, At.LOOK, 0));
                }
            }
        }
        next.values().removeIf(state::equals);
        return next;
    }

    private State step(State state, int i, Proc process) {
        int key = process.key();
        int resumable = resumable(state);
        return switch (process.at()) {
            case LOOK -> resumable > 0 ? state.with(i, At.KNOWN, resumable) : state.with(i, At.BEGIN, 0);
            case BEGIN -> begin(state, i);
            case LOOK_AGAIN -> resumable > 0 ? state.with(i, At.GIVE_WAY, key) : state.with(i, At.ASK, key);
            case LOOK_AGAIN_BESIDE -> resumable > 0 ? state.with(i, At.KNOWN, resumable) : state.with(i, At.ASK, key);
            case GIVE_WAY -> end(state, key).with(i, At.KNOWN, resumable);
            case ASK -> {
                State asked = state.registered(player(key), key);
                // Another key of the same player: the platform says that they are registered already.
                boolean isAnswered = asked.registered().get(player(key)) == key;
                yield isAnswered
                        ? asked.with(i, afterAnswer(), key)
                        : end(state, key).with(i, At.LOOK, 0);
            }
            case PUT -> state.kept(player(key)).with(i, At.SET_ACTIVE, key);
            case SET_ACTIVE ->
                state.active(player(key)).with(i, isEarly() ? At.KNOWN : At.END, isEarly() ? player(key) : key);
            case END ->
                isEarly()
                        ? end(state, key).with(i, At.PUT, key)
                        : end(state, key).with(i, At.KNOWN, player(key));
            case KNOWN -> state;
        };
    }

    private boolean isHasty() {
        return variant == Variant.WITHOUT_SECOND_LOOK || variant == Variant.WITHOUT_SECOND_LOOK_BESIDE;
    }

    private boolean isEarly() {
        return variant == Variant.RECORD_ENDS_FIRST;
    }

    private At afterAnswer() {
        return isEarly() ? At.END : At.PUT;
    }

    /** {@code SecretStore.writeIfAbsent}: one step, which says what is there then. */
    private State begin(State state, int i) {
        if (variant == Variant.WITHOUT_RECORD) {
            State counted = state.begun(state.fresh()).begun(0);
            return counted.with(i, At.ASK, state.fresh());
        }
        if (state.begun() > 0) {
            return state.with(i, isHasty() ? At.ASK : At.LOOK_AGAIN_BESIDE, state.begun());
        }
        At then = variant == Variant.WITHOUT_SECOND_LOOK ? At.ASK : At.LOOK_AGAIN;
        return state.begun(state.fresh()).with(i, then, state.fresh());
    }

    /** {@code Identity.endIfBegun}: somebody else's record stays. */
    private static State end(State state, int key) {
        return state.begun() == key ? state.begun(0) : state;
    }

    @Override
    public String violation(State state) {
        List<Integer> known = state.processes().stream()
                .filter(process -> process.at() == At.KNOWN)
                .map(Proc::key)
                .distinct()
                .toList();
        if (known.size() > 1) {
            return "two processes have two players: " + known;
        }
        return known.isEmpty() || state.kept().containsAll(known) ? null : "a player without a secret that is kept";
    }

    @Override
    public String unfinished(State state) {
        if (state.processes().stream().anyMatch(process -> process.at() != At.KNOWN)) {
            return "somebody never gets a player";
        }
        return state.registered().size() > 1
                ? "players whom nobody plays: " + state.registered().keySet()
                : null;
    }

    @Override
    public boolean isProgress(String step) {
        return step.contains(":");
    }
}
