package io.kraty.api.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader over bytes reads, it reads as Gson's own reader does over the text; everything else it gives up. */
class ByteReaderTest {
    private static final String[] DOCUMENTS = {
        "{\"data\":[{\"id\":\"a1\",\"score\":-12.50,\"rank\":3,\"isSelf\":true,\"at\":\"2026-03-01T12:00:00.000Z\"},"
                + "{\"id\":\"b\\n\\u00e9\\\"\",\"score\":7,\"rank\":null,\"isSelf\":false,\"more\":{\"x\":[[],{}]}}],\"n\":0}",
        " { \"a\" : [ 1 , 2.0 , 123456789012345678 , -1 ] ,\t\"b\" :\r\n\"\" , \"name\" : \"Zoë \uD83D\uDE00 Łódź\" } ",
        "[\"2026-03-01T12:00:00Z\",\"12\",0.1,1e3,-0,0,12345678901234567890,\"\\ud83d\\ude00\",true,false,null]",
        "{\"ключ\":{\"\":1,\"a\\tb\":2},\"a\":\"a\",\"aa\":\"aa\",\"aaaaaaaaaaaaaaaaaaaaaaaa\":\"b\"}"
    };

    /** What makes a difference where it lands. */
    private static final byte[] BYTES = "{}[]:,\"\\/'-+.eE0123u \n\tntf\0;#=".getBytes(StandardCharsets.ISO_8859_1);

    // ---- what it reads

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["plain"]                       | plain
            [""]                            | ``
            ["Zoë Łódź 日本"]                | Zoë Łódź 日本
            ["\\"\\\\\\/\\b\\f\\n\\r\\t"]   | `"\\/\b\f\n\r\t`
            ["\\u0041\\u00e9\\uD83D\\ude00"] | `Aé😀`
            ["\\ud83d"]                     | `\ud83d`
            [7]                             | 7
            [7.50]                          | 7.50
            """)
    void aText(String json, String text) throws Exception {
        JsonReader in = inArray(json);
        assertEquals(JsonToken.valueOf(json.contains("7") ? "NUMBER" : "STRING"), in.peek());
        assertEquals(text, in.nextString());
        in.endArray();
        assertEquals(JsonToken.END_DOCUMENT, in.peek());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483647", "-2147483648", "999999999999999999", "-999999999999999999"})
    void aWholeNumber(String digits) throws Exception {
        assertEquals(Long.parseLong(digits), inArray("[" + digits + "]").nextLong());
        assertEquals(Double.parseDouble(digits), inArray("[" + digits + "]").nextDouble());
        assertEquals(digits, inArray("[" + digits + "]").nextString());
        if (digits.length() < 12) {
            assertEquals(Integer.parseInt(digits), inArray("[" + digits + "]").nextInt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "-0.0", "12.50", "0.30000000000000004", "123456789.123456789123456789"})
    void aFraction(String digits) throws Exception {
        assertEquals(Double.parseDouble(digits), inArray("[" + digits + "]").nextDouble());
    }

    @Test
    void bytesThatAreNoTextAsTheJdkTakesThem() throws Exception {
        for (String hex :
                List.of("C3", "E282", "F09F98", "FF", "C080", "EDA080", "80", "F8888080", "E228", "F0288C28")) {
            byte[] bytes = new byte[hex.length() / 2];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
            }
            byte[] json = "[\"a?b\",{\"?\":1}]".getBytes(StandardCharsets.ISO_8859_1);
            json = replaced(replaced(json, bytes), bytes);
            assertEquals(read(gson(json), 0), read(new ByteReader(json), 0), hex);
        }
    }

    @Test
    void whatIsSkipped() throws Exception {
        ByteReader in =
                bytes("{\"a\":[1,{\"b\":\"]}\\\"\",\"c\":[[],null]}],\"d\":-2.5,\"e\":\"x\",\"f\":true,\"g\":9}");
        in.beginObject();
        for (int i = 0; i < 3; i++) {
            in.skipValue(); // the name
            in.skipValue();
        }
        in.nextName();
        in.skipValue();
        assertEquals("g", in.nextName());
        assertEquals(9, in.nextInt());
        in.endObject();
    }

    @Test
    void aNameIsMadeOnce() throws Exception {
        ByteReader in = bytes("[{\"aNameNobodyElseHas\":1},{\"aNameNobodyElseHas\":2}]");
        in.beginArray();
        in.beginObject();
        String first = in.nextName();
        in.skipValue();
        in.endObject();
        in.beginObject();
        assertSame(first, in.nextName());
    }

    /** More names than there are places for, so that they take each other's; each is still itself. */
    @Test
    void aNameIsNeverTakenForAnother() throws Exception {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 5_000; i++) {
            json.append('"')
                    .append(Integer.toString(i, 36))
                    .append("\":")
                    .append(i)
                    .append(',');
        }
        ByteReader in = bytes(json.append("\"last\":0}").toString());
        in.beginObject();
        for (int i = 0; i < 5_000; i++) {
            assertEquals(Integer.toString(i, 36), in.nextName());
            assertEquals(i, in.nextInt());
        }
    }

    // ---- what it gives up

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[",
                "]",
                "{",
                "}",
                "[1",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1;2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\"=1}",
                "{a:1}",
                "{'a':1}",
                "['a']",
                "[a]",
                "[nul]",
                "[nulll]",
                "[True]",
                "[tru",
                "[true",
                "[01]",
                "[-]",
                "[1.]",
                "[.5]",
                "[+1]",
                "[1.e1]",
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[0x10]",
                "[1a]",
                "[1/2]",
                "[\"]",
                "[\"a",
                "[\"\\",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"\\u123\"]",
                "[\"a\"b]",
                "[]]",
                "[] []",
                "{} x",
                "[1}",
                "{\"a\":1]",
                "[/*no*/1]",
                "[#no\n1]",
                ")]}'\n[]",
                "[true\"a\"]"
            })
    void whatIsNoProperJson(String json) {
        assertThrows(RuntimeException.class, () -> read(bytes(json), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E-2", "-0", "1000000000000000000", "12345678901234567890"})
    void numbersThatNeedACloserLook(String number) {
        assertThrows(RuntimeException.class, () -> inArray("[" + number + "]").peek());
    }

    @Test
    void whatIsOfAnotherType() {
        assertThrows(RuntimeException.class, () -> inArray("[\"1\"]").nextInt());
        assertThrows(RuntimeException.class, () -> inArray("[\"1\"]").nextDouble());
        assertThrows(RuntimeException.class, () -> inArray("[1.5]").nextLong());
        assertThrows(RuntimeException.class, () -> inArray("[2147483648]").nextInt());
        assertThrows(RuntimeException.class, () -> inArray("[true]").nextString());
        assertThrows(RuntimeException.class, () -> inArray("[null]").nextBoolean());
        assertThrows(RuntimeException.class, () -> inArray("[1]").nextNull());
        assertThrows(RuntimeException.class, () -> inArray("[1]").nextName());
        assertThrows(RuntimeException.class, () -> inArray("[1]").endArray());
        assertThrows(RuntimeException.class, () -> inArray("[[]]").beginObject());
        assertThrows(RuntimeException.class, () -> inArray("[]").endObject());
        assertThrows(RuntimeException.class, () -> bytes("[]").getPath());
        assertThrows(RuntimeException.class, () -> bytes("[]").getPreviousPath());
    }

    @Test
    void whatIsTooDeep() throws Exception {
        assertNotNull(read(bytes("[".repeat(64) + "]".repeat(64)), 0));
        assertThrows(RuntimeException.class, () -> read(bytes("[".repeat(65) + "]".repeat(65)), 0));
    }

    // ---- as Gson

    @Test
    void endedAnywhere() {
        for (String document : DOCUMENTS) {
            byte[] json = document.trim().getBytes(StandardCharsets.UTF_8);
            for (int end = 0; end < json.length; end++) {
                assertNull(
                        ordinarily(Arrays.copyOf(json, end), end),
                        document.substring(0, Math.min(end, document.length())));
            }
        }
    }

    @Test
    void changedAnyhow() throws Exception {
        Random random = new Random(14);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] json = DOCUMENTS[random.nextInt(DOCUMENTS.length)].getBytes(StandardCharsets.UTF_8);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                json = changed(json, random);
            }
            long seed = random.nextLong();
            Object ordinary = ordinarily(json, seed);
            if (ordinary != null) {
                read++;
                assertEquals(read(gson(json), seed), ordinary, () -> "seed " + seed);
            }
        }
        assertTrue(read > 5_000, read + " of them were read at all");
    }

    private static byte[] changed(byte[] json, Random random) {
        int at = random.nextInt(json.length);
        byte other = random.nextInt(4) == 0 ? (byte) random.nextInt(256) : BYTES[random.nextInt(BYTES.length)];
        switch (random.nextInt(3)) {
            case 0 -> json[at] = other;
            case 1 -> {
                byte[] longer = new byte[json.length + 1];
                System.arraycopy(json, 0, longer, 0, at);
                longer[at] = other;
                System.arraycopy(json, at, longer, at + 1, json.length - at);
                return longer;
            }
            default -> {
                byte[] shorter = Arrays.copyOf(json, json.length - 1);
                System.arraycopy(json, at + 1, shorter, at, shorter.length - at);
                return shorter.length == 0 ? json : shorter;
            }
        }
        return json;
    }

    /** What is read; null if it was given up. */
    private static @Nullable Object ordinarily(byte[] json, long seed) {
        try {
            return read(new ByteReader(json), seed);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** All that is in it, each value by one of the ways to read it, or skipped. */
    private static List<Object> read(JsonReader in, long seed) throws IOException {
        List<Object> all = new ArrayList<>();
        read(in, new Random(seed), all);
        all.add(in.peek());
        assertEquals(JsonToken.END_DOCUMENT, in.peek());
        return all;
    }

    private static void read(JsonReader in, Random random, List<Object> all) throws IOException {
        JsonToken token = in.peek();
        all.add(token);
        if (random.nextInt(8) == 0) {
            in.skipValue();
            return;
        }
        switch (token) {
            case BEGIN_ARRAY -> {
                in.beginArray();
                while (in.hasNext()) {
                    read(in, random, all);
                }
                in.endArray();
            }
            case BEGIN_OBJECT -> {
                in.beginObject();
                while (in.hasNext()) {
                    all.add(in.nextName());
                    read(in, random, all);
                }
                in.endObject();
            }
            case NUMBER ->
                all.add(
                        switch (random.nextInt(4)) {
                            case 0 -> in.nextInt();
                            case 1 -> in.nextLong();
                            case 2 -> in.nextDouble();
                            default -> in.nextString();
                        });
            case BOOLEAN -> all.add(in.nextBoolean());
            case NULL -> in.nextNull();
            case STRING -> all.add(in.nextString());
            default -> throw new IOException("no value: " + token);
        }
    }

    private static byte[] replaced(byte[] json, byte[] mark) {
        String text = new String(json, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("\\?", new String(mark, StandardCharsets.ISO_8859_1).replace("\\", "\\\\"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static JsonReader gson(byte[] json) {
        return new JsonReader(new StringReader(new String(json, StandardCharsets.UTF_8)));
    }

    private static ByteReader bytes(String json) {
        return new ByteReader(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteReader inArray(String json) throws IOException {
        ByteReader in = bytes(json);
        in.beginArray();
        return in;
    }
}
