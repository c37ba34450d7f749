package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ServerTime;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time as clients are told it.
 *
 * <p>[choice] Zones are known by their exact IANA names; an offset such as {@code +01:00} is not a name.
 */
final class ServerClock {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private ServerClock() {}

    static ServerTime read(Instant now, String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw ApiError.invalid("timezone", "must be the IANA name of a time zone");
        }
        ZonedDateTime there = now.atZone(ZoneId.of(zone));
        return ServerTime.builder()
                .epochMs(now.toEpochMilli())
                .iso(now)
                .timezone(zone)
                .offsetMinutes(there.getOffset().getTotalSeconds() / 60)
                .local(LOCAL.format(there))
                .build();
    }
}
