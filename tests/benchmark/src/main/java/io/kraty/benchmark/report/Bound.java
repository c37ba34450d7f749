package io.kraty.benchmark.report;

import java.util.Locale;

/**
 * A goal.
 *
 * @param limit the least or the most
 * @param isMost whether less is better
 * @param unit of the limit and of what is measured: {@code ""} for a ratio, {@code "ms"}, {@code "bytes"}, {@code "%"}
 */
public record Bound(double limit, boolean isMost, String unit) {
    /** A ratio of at most {@code limit}. */
    public static Bound atMost(double limit) {
        return new Bound(limit, true, "");
    }

    /** At most {@code limit} of {@code unit}. */
    public static Bound atMost(double limit, String unit) {
        return new Bound(limit, true, unit);
    }

    /** A ratio of at least {@code limit}. */
    public static Bound atLeast(double limit) {
        return new Bound(limit, false, "");
    }

    /** None: it is only told how much it is. */
    public static Bound none() {
        return new Bound(Double.NaN, true, "times");
    }

    boolean isRatio() {
        return unit.isEmpty();
    }

    /** As it is shown: nobody should see 1.10 that is more than 1.10. */
    boolean isReachedBy(double measured) {
        if (Double.isNaN(limit)) {
            return true;
        }
        double shown = Double.parseDouble(text(measured));
        return isMost ? shown <= limit : shown >= limit;
    }

    /** A figure of this unit, with as many digits as it is worth. */
    String text(double figure) {
        return String.format(Locale.ROOT, isRatio() || figure < 10 ? "%.2f" : "%.0f", figure);
    }

    @Override
    public String toString() {
        if (Double.isNaN(limit)) {
            return "–";
        }
        String number = isRatio() ? text(limit) : String.format(Locale.ROOT, "%,.0f", limit);
        return (isMost ? "≤ " : "≥ ") + number + (isRatio() ? "" : " " + unit);
    }
}
