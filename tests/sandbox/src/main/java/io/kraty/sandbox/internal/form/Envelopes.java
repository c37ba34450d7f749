package io.kraty.sandbox.internal.form;

import io.kraty.api.model.ErrorBody;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.ErrorEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The answers of a server in trouble, as the API words them. */
public final class Envelopes {
    public static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static final String RETRY_AFTER = "Retry-After";
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private Envelopes() {}

    /**
     * The code that goes with a status. [choice] Server errors are all of the general kind, though single codes arrive
     * with 500 and 503 too: those are about one event.
     */
    public static String code(int status) {
        ErrorCode code = switch (status) {
            case 202 -> ErrorCode.LOBBY_FORMING;
            case 400 -> ErrorCode.VALIDATION_FAILED;
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 402 -> ErrorCode.INSUFFICIENT_ENTRY_COST;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 409 -> ErrorCode.CONFLICT;
            case 429 -> ErrorCode.RATE_LIMITED;
            default -> ErrorCode.INTERNAL_ERROR;
        };
        return code.value();
    }

    public static String error(String code) {
        ErrorBody body = ErrorBody.builder()
                .code(ErrorCode.of(code))
                .message("This is trouble that was asked for.")
                .build();
        return ErrorEnvelope.Adapter.INSTANCE.toJson(new ErrorEnvelope(body));
    }

    /** The headers of an answer that asks to wait for so long, in whole seconds, rounded up. */
    public static Map<String, String> retryAfter(Duration retryAfter) {
        if (retryAfter.isNegative()) {
            throw Arguments.refuse("retryAfter", retryAfter, "at least " + Duration.ZERO);
        }
        long seconds = retryAfter.plusNanos(999_999_999).toMillis() / 1_000;
        return retryAfter(Long.toString(seconds));
    }

    /** The headers of an answer that asks to wait until then. */
    public static Map<String, String> retryAt(Instant time) {
        return retryAfter(date(time));
    }

    private static Map<String, String> retryAfter(String value) {
        return Map.of("Content-Type", "application/json", RETRY_AFTER, value);
    }

    /** An IMF-fixdate (RFC 9110, 5.6.7): English in every locale, and two digits for every day. */
    private static String date(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%s, %02d %s %04d %02d:%02d:%02d GMT",
                DAYS.get(utc.getDayOfWeek().getValue() - 1),
                utc.getDayOfMonth(),
                MONTHS.get(utc.getMonthValue() - 1),
                utc.getYear(),
                utc.getHour(),
                utc.getMinute(),
                utc.getSecond());
    }
}
