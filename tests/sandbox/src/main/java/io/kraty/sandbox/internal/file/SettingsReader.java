package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.InventoryManagement;
import io.kraty.sandbox.internal.definition.RateLimit;
import io.kraty.sandbox.internal.definition.SettingsDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Reads what holds for the whole game. */
final class SettingsReader {
    private static final Map<String, InventoryManagement> INVENTORY = Words.of(
            "platform", InventoryManagement.PLATFORM,
            "studio", InventoryManagement.STUDIO,
            "permissive", InventoryManagement.PERMISSIVE);

    private static final SettingsDefinition DEFAULT = new SettingsDefinition(
            InventoryManagement.PLATFORM,
            false,
            Duration.ofMillis(700),
            null,
            Duration.ofSeconds(75),
            null,
            ZoneOffset.UTC);

    private SettingsReader() {}

    static SettingsDefinition read(Field field) {
        return field.or(DEFAULT, SettingsReader::readGiven);
    }

    private static SettingsDefinition readGiven(Field field) {
        Mapping settings = field.mapping(
                "inventory", "liveKey", "botInterval", "grantLifetime", "presenceLifetime", "rateLimit", "zone");
        return new SettingsDefinition(
                settings.get("inventory").or(DEFAULT.inventory(), value -> value.word(INVENTORY)),
                settings.get("liveKey").or(DEFAULT.liveKey(), Field::truth),
                settings.get("botInterval").or(DEFAULT.botInterval(), Field::duration),
                settings.get("grantLifetime").orNull(Field::positiveDuration),
                settings.get("presenceLifetime").or(DEFAULT.presenceLifetime(), Field::positiveDuration),
                settings.get("rateLimit").orNull(SettingsReader::rateLimit),
                settings.get("zone").or(DEFAULT.zone(), SettingsReader::zone));
    }

    private static RateLimit rateLimit(Field field) {
        Mapping limit = field.mapping("requests", "per");
        return new RateLimit(
                limit.get("requests").count(1, 1_000_000),
                limit.get("per").or(Duration.ofMinutes(1), Field::positiveDuration));
    }

    private static ZoneId zone(Field field) {
        if (field.isText()) {
            try {
                // UTC by whichever of its names is the same zone.
                return ZoneId.of(field.anyText()).normalized();
            } catch (DateTimeException e) {
                // Told below, like anything else that is no zone.
            }
        }
        field.expected("a time zone like UTC or America/Sao_Paulo");
        return ZoneOffset.UTC;
    }
}
