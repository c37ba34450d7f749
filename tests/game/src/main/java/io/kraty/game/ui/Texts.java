package io.kraty.game.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** All that a player reads, in Portuguese for who speaks it and in English for everyone else. */
public final class Texts {
    private final Locale locale;
    private final Properties patterns = new Properties();

    public Texts(Locale wanted) {
        boolean portuguese = wanted.getLanguage().equals("pt");
        Locale spoken = portuguese || wanted.getLanguage().equals("en") ? wanted : Locale.ENGLISH;
        // A language alone says nothing of how money is written.
        locale = portuguese && spoken.getCountry().isEmpty() ? Locale.forLanguageTag("pt-PT") : spoken;
        String name = "/io/kraty/game/texts_" + locale.getLanguage() + ".properties";
        try (InputStream file = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            patterns.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Locale locale() {
        return locale;
    }

    /** The text of that key; the arguments take the places of {0}, {1} and so on in it. */
    public String get(String key, Object... arguments) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key + " in " + locale);
        }
        return plain(new MessageFormat(pattern, locale).format(arguments));
    }

    /** The text of that key if there is one, or the last word of the key, made readable. */
    public String orWord(String key) {
        String word = key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
        return patterns.containsKey(key) ? get(key) : Character.toTitleCase(word.charAt(0)) + word.substring(1);
    }

    /** An amount of real money, in cents. */
    public String money(long cents, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        return plain(format.format(cents / 100.0));
    }

    public String number(long number) {
        return number((double) number);
    }

    public String number(double number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        return plain(format.format(number));
    }

    /** What is left of some time, in the two units that matter: 3 d 04 h, 2 h 05 min, 4:09. */
    public String left(Duration time) {
        Duration left = time.isNegative() ? Duration.ZERO : time;
        if (left.toDays() > 0) {
            return String.format(locale, "%d d %02d h", left.toDays(), left.toHoursPart());
        }
        return left.toHours() > 0
                ? String.format(locale, "%d h %02d min", left.toHours(), left.toMinutesPart())
                : String.format(locale, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }

    public String date(Instant time) {
        return plain(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(time));
    }

    /** Without the thin space that some languages put into numbers and times, as the font has none. */
    private static String plain(String text) {
        return text.replace('\u202F', '\u00A0');
    }
}
