package io.kraty.api.runtime;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads ordinary JSON from the bytes it came in, without turning all of them into characters first: names are compared as
 * bytes, numbers and timestamps are made from their digits, and what is skipped is never made. At the first thing that is not
 * ordinary (no proper JSON, another type than was asked for, a number with an exponent) it gives up with a runtime exception.
 * Then Gson's own reader has to begin anew, which knows what to make of it, and where it stands. So this one knows no places
 * and no messages, and what it does read it reads as that one would.
 */
final class ByteReader extends JsonReader {
    /** Fewer than Gson allows, and more than an answer needs. */
    private static final int DEEPEST = 64;
    // Of whole numbers, and of others: what is longer is rare.
    private static final int LONG_DIGITS = 18;
    private static final int FRACTION_DIGITS = 100;
    // What comes next, in the order of JsonToken. Numbers, since to keep one costs less than to keep a reference.
    private static final JsonToken[] TOKENS = JsonToken.values();
    private static final int UNKNOWN = -1;
    private static final int BEGIN_ARRAY = 0;
    private static final int END_ARRAY = 1;
    private static final int BEGIN_OBJECT = 2;
    private static final int END_OBJECT = 3;
    private static final int NAME = 4;
    private static final int STRING = 5;
    private static final int NUMBER = 6;
    private static final int BOOLEAN = 7;
    private static final int NULL = 8;
    private static final int END_DOCUMENT = 9;
    // Where it stands.
    private static final byte START = 0;
    private static final byte END = 1;
    private static final byte FIRST_NAME = 2;
    private static final byte NEXT_NAME = 3;
    private static final byte VALUE = 4;
    private static final byte FIRST_ELEMENT = 5;
    private static final byte NEXT_ELEMENT = 6;

    /** Those that were read, by their hashes. Threads may overwrite each other's: each is complete. */
    private static final Name[] NAMES = new Name[1024];
    /** In bytes. Longer ones are not of the platform, and are not kept. */
    private static final int LONGEST_NAME = 64;

    // What Gson's own reader would read. Reader.nullReader is too new for Android.
    private static final Reader NOTHING = new StringReader("");

    private final byte[] json;
    private int at;
    /** What comes next; of a text or name, {@link #at} is behind its first quote. */
    private int next = UNKNOWN;

    private byte scope = START;
    private final byte[] outerScopes = new byte[DEEPEST];
    private int depth;
    private Name lastName = Name.NONE;
    private boolean truth;
    private boolean isAscii;
    // Of the number that comes next: where it ends, and what it is if it is whole.
    private int numberEnd;
    private boolean isWhole;
    private long digits;

    ByteReader(byte[] json) {
        super(NOTHING);
        this.json = json;
    }

    @Override
    public JsonToken peek() throws IOException {
        return TOKENS[token()];
    }

    @Override
    public boolean hasNext() throws IOException {
        int token = token();
        return token != END_OBJECT && token != END_ARRAY && token != END_DOCUMENT;
    }

    @Override
    public void beginObject() throws IOException {
        enter(BEGIN_OBJECT, FIRST_NAME);
    }

    @Override
    public void endObject() throws IOException {
        leave(END_OBJECT);
    }

    @Override
    public void beginArray() throws IOException {
        enter(BEGIN_ARRAY, FIRST_ELEMENT);
    }

    @Override
    public void endArray() throws IOException {
        leave(END_ARRAY);
    }

    @Override
    public String nextName() throws IOException {
        take(NAME);
        Name name = NAMES[lastName.next];
        if (name == null || !name.stands(json, at)) {
            name = lookUp();
        }
        lastName = name;
        at += name.bytes.length;
        return name.text;
    }

    @Override
    public String nextString() throws IOException {
        if (token() == NUMBER) {
            return numberText();
        }
        take(STRING);
        int from = at;
        int end = textEnd(from);
        if (json[end] != '"') {
            return escaped();
        }
        at = end + 1;
        return new String(json, from, end - from, isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    @Override
    public boolean nextBoolean() throws IOException {
        take(BOOLEAN);
        return truth;
    }

    @Override
    public void nextNull() throws IOException {
        take(NULL);
    }

    @Override
    public double nextDouble() throws IOException {
        return hasLong() ? nextLong() : Double.parseDouble(numberText());
    }

    @Override
    public long nextLong() throws IOException {
        ordinary(hasLong());
        next = UNKNOWN;
        at = numberEnd;
        return digits;
    }

    @Override
    public int nextInt() throws IOException {
        long value = nextLong();
        ordinary((int) value == value);
        return (int) value;
    }

    /** Whether a whole number comes next that {@link #nextLong} gives as it is. */
    boolean hasLong() {
        return token() == NUMBER && isWhole;
    }

    @Override
    public void skipValue() throws IOException {
        int outside = depth;
        do {
            int token = token();
            if (token == BEGIN_OBJECT) {
                beginObject();
            } else if (token == BEGIN_ARRAY) {
                beginArray();
            } else if (token == END_OBJECT || token == END_ARRAY) {
                leave(token);
            } else {
                take(token);
                int end = token == STRING || token == NAME ? textEnd(at) : -1;
                if (end >= 0 && json[end] != '"') {
                    escaped();
                } else {
                    at = end >= 0 ? end + 1 : token == NUMBER ? numberEnd : at;
                }
            }
        } while (depth > outside);
    }

    @Override
    public String getPath() {
        throw new IllegalStateException("not ordinary: somebody asks for the place");
    }

    @Override
    public String getPreviousPath() {
        return getPath();
    }

    private static void ordinary(boolean is) {
        if (!is) {
            throw new IllegalStateException("not ordinary");
        }
    }

    private void take(int token) {
        ordinary(token() == token);
        next = UNKNOWN;
    }

    private void leave(int token) {
        take(token);
        scope = outerScopes[--depth];
    }

    private void enter(int token, byte inner) {
        take(token);
        ordinary(depth < DEEPEST);
        outerScopes[depth++] = scope;
        scope = inner;
    }

    private int token() {
        if (next < 0) {
            next = look();
        }
        return next;
    }

    /** One large method, so that the small ones which call it, and those which call these, stay small when compiled. */
    private int look() {
        int c = nextByte();
        switch (scope) {
            case VALUE -> {
                c = after(':', c);
                scope = NEXT_NAME;
            }
            case FIRST_NAME, NEXT_NAME -> {
                if (c == '}') {
                    return END_OBJECT;
                }
                c = scope == FIRST_NAME ? c : after(',', c);
                ordinary(c == '"');
                scope = VALUE;
                return NAME;
            }
            case FIRST_ELEMENT, NEXT_ELEMENT -> {
                if (c == ']') {
                    return END_ARRAY;
                }
                c = scope == FIRST_ELEMENT ? c : after(',', c);
                scope = NEXT_ELEMENT;
            }
            case START -> scope = END;
            default -> {
                ordinary(c < 0);
                return END_DOCUMENT;
            }
        }
        truth = c == 't';
        return switch (c) {
            case '"' -> STRING;
            case '{' -> BEGIN_OBJECT;
            case '[' -> BEGIN_ARRAY;
            case 't' -> word("rue", BOOLEAN);
            case 'f' -> word("alse", BOOLEAN);
            case 'n' -> word("ull", NULL);
            default -> number(c);
        };
    }

    private int after(char expected, int c) {
        ordinary(c == expected);
        return nextByte();
    }

    /** The next byte that is no white space, which is passed; -1 at the end. */
    private int nextByte() {
        byte[] json = this.json;
        for (int i = at; i < json.length; i++) {
            byte c = json[i];
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                at = i + 1;
                return c & 0xFF;
            }
        }
        return -1;
    }

    private int word(String rest, int token) {
        for (int i = 0; i < rest.length(); i++) {
            ordinary(at < json.length && json[at++] == rest.charAt(i));
        }
        endsAt(at);
        return token;
    }

    /** Numbers and words end before a comma or bracket, or before white space. */
    private int endsAt(int end) {
        int c = end < json.length ? json[end] : -1;
        ordinary(c == ',' || c == '}' || c == ']' || c == ' ' || c == '\n' || c == '\r' || c == '\t');
        return end;
    }

    /** Finds where the number ends whose first byte, {@code c}, was passed, and what it is. */
    private int number(int c) {
        byte[] json = this.json;
        ordinary(c >= 0);
        at--;
        int first = c == '-' ? at + 1 : at;
        int end = first;
        long value = 0;
        while (end < json.length && json[end] >= '0' && json[end] <= '9') {
            value = value * 10 + json[end++] - '0';
        }
        ordinary(end > first && (json[first] != '0' || end == first + 1));
        isWhole = end == json.length || json[end] != '.';
        if (!isWhole) {
            int point = end++;
            while (end < json.length && json[end] >= '0' && json[end] <= '9') {
                end++;
            }
            ordinary(end > point + 1);
        }
        ordinary(isWhole ? end - first <= LONG_DIGITS && (value != 0 || c != '-') : end - first <= FRACTION_DIGITS);
        numberEnd = endsAt(end);
        digits = c == '-' ? -value : value;
        return NUMBER;
    }

    private String numberText() {
        take(NUMBER);
        int from = at;
        at = numberEnd;
        return new String(json, from, at - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the text has its first quote or backslash. */
    private int textEnd(int from) {
        byte[] json = this.json;
        int all = 0;
        for (int end = from; end < json.length; end++) {
            byte c = json[end];
            if (c == '"' || c == '\\') {
                isAscii = all >= 0;
                return end;
            }
            all |= c;
        }
        throw new IllegalStateException("not ordinary");
    }

    /** A text with escape sequences, which Gson's own reader gets alone. */
    private String escaped() {
        int from = at - 1;
        int end = textEnd(at);
        while (json[end] == '\\') {
            end = textEnd(Math.min(end + 2, json.length));
        }
        at = end + 1;
        try {
            return new JsonReader(new StringReader(new String(json, from, at - from, StandardCharsets.UTF_8)))
                    .nextString();
        } catch (IOException e) {
            throw new IllegalStateException("no proper text", e);
        }
    }

    private Name lookUp() {
        int end = textEnd(at);
        ordinary(json[end] == '"');
        int hash = 0;
        for (int i = at; i < end; i++) {
            hash = 31 * hash + json[i];
        }
        int place = (hash ^ (hash >>> 10)) & (NAMES.length - 1);
        Name known = NAMES[place];
        if (known == null || !known.stands(json, at)) {
            known = new Name(Arrays.copyOfRange(json, at, end + 1));
            if (end - at > LONGEST_NAME) {
                return known;
            }
            NAMES[place] = known;
        }
        lastName.next = place;
        return known;
    }

    /** A name that was read before, so that it is made once. */
    private static final class Name {
        static final Name NONE = new Name(new byte[1]);
        final byte[] bytes; // with the quote behind it
        final String text;
        /** Where the one is kept that came behind it last time, which it mostly does again. No reference: chains would grow. */
        int next;

        private Name(byte[] bytes) {
            this.bytes = bytes;
            // The very one that the adapters compare it with.
            this.text = new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8).intern();
        }

        boolean stands(byte[] json, int from) {
            byte[] bytes = this.bytes;
            if (from + bytes.length > json.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) { // Arrays.equals of a part is too new for Android
                if (bytes[i] != json[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
