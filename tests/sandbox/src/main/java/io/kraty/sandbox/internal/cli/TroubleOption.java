package io.kraty.sandbox.internal.cli;

import io.kraty.sandbox.Trouble;
import java.util.List;

/** What {@code --trouble} says. */
final class TroubleOption {
    private TroubleOption() {}

    static List<Trouble> parse(List<String> values) {
        return List.of();
    }
}
