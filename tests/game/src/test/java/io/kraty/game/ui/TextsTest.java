package io.kraty.game.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Both languages say all there is to say, and numbers and times look as they do there. */
class TextsTest {
    private final Texts english = new Texts(Locale.UK);
    private final Texts portuguese = new Texts(Locale.forLanguageTag("pt-PT"));

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        Properties en = load("en");
        Properties pt = load("pt");
        assertEquals(en.stringPropertyNames(), pt.stringPropertyNames());
        for (String key : en.stringPropertyNames()) {
            assertEquals(places(en.getProperty(key)), places(pt.getProperty(key)), key);
        }
    }

    @Test
    void numbersAreWrittenAsInThePlayersCountry() {
        assertEquals("12,450.5", english.number(12_450.5));
        assertEquals("12\u00A0450,5", portuguese.number(12_450.5));
        assertEquals("12,450.5", new Texts(Locale.JAPAN).number(12_450.5));
    }

    @Test
    void timeLeftIsShort() {
        assertEquals("0:00", english.left(Duration.ofSeconds(-5)));
        assertEquals("4:09", english.left(Duration.ofSeconds(249)));
        assertEquals("2 h 05 min", portuguese.left(Duration.ofMinutes(125)));
        assertEquals("3 d 04 h", english.left(Duration.ofHours(76)));
        assertFalse(english.date(Instant.EPOCH).contains("\u202F"));
    }

    @Test
    void aTextThatIsMissingIsNoticed() {
        assertThrows(IllegalArgumentException.class, () -> english.get("no.such.text"));
    }

    private static int places(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String language) throws IOException {
        String name = "/io/kraty/game/texts_" + language + ".properties";
        try (InputStreamReader file = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(file);
            return texts;
        }
    }
}
