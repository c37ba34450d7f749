package io.kraty.sample;

import io.kraty.sdk.error.KratyException;

/** Takes the steps of the tour one after the other and counts how they went. */
final class Steps {
    /** What a step does. */
    interface Action {
        void run() throws Exception;
    }

    /** Thrown by a step that cannot be taken here, through nobody's fault. */
    static final class Skipped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Skipped(String why) {
            super(why);
        }
    }

    private final Screen screen;
    private int ok;
    private int failed;

    Steps(Screen screen) {
        this.screen = screen;
    }

    /** Takes a step. One that fails is told and counted, and the tour goes on. */
    void take(String title, Action action) {
        screen.step(title);
        try {
            action.run();
            ok++;
        } catch (Skipped e) {
            screen.line("skipped: " + e.getMessage());
            ok++;
        } catch (Exception e) {
            fail(e);
        }
        screen.pause(40);
    }

    /** Counts something that went wrong outside of a step. */
    void fail(Throwable problem) {
        failed++;
        boolean isSaid = problem instanceof Failed || problem instanceof KratyException;
        screen.failure(isSaid ? String.valueOf(problem.getMessage()) : problem.toString());
    }

    boolean allOk() {
        return failed == 0;
    }

    String summary() {
        return "tour: " + (ok + failed) + " steps, " + ok + " ok, " + failed + " failed";
    }

    /** Fails the step unless it is so. */
    static void check(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new Failed(otherwise);
        }
    }

    /** Something was not as it should be. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String why) {
            super(why);
        }
    }
}
