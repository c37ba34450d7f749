package io.kraty.benchmark.speed;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Answers as the platform sends them: the examples of the contract, in numbers, with ids and keys that are different in
 * each entry.
 */
public enum Payload {
    /** A board of an event: rows of both kinds, half of them with progression. */
    BOARD(50) {
        @Override
        Map<String, @Nullable Object> data(Examples examples) {
            Map<String, @Nullable Object> board = examples.object("EventLeaderboardRunning");
            List<Object> rows = new ArrayList<>(Examples.list(board, "entries"));
            rows.addAll(Examples.list(examples.object("LeaderboardWeekly"), "entries"));
            board.put("entries", many(rows));
            return Map.of("data", board);
        }
    },
    /** Events that a player can start; rewards are fixed amounts. */
    LISTING(20) {
        @Override
        Map<String, @Nullable Object> data(Examples examples) {
            return Map.of("data", many(List.of(fixed(examples.list("EventList")).toArray())));
        }
    },
    /** The same as the contract has it: an amount is a range. */
    RANGES(20) {
        @Override
        Map<String, @Nullable Object> data(Examples examples) {
            return Map.of("data", many(examples.list("EventList")));
        }
    },
    /** Rewards to claim and crates to open. */
    GRANTS(50) {
        @Override
        Map<String, @Nullable Object> data(Examples examples) {
            return Map.of("data", many(examples.list("PendingGrants")));
        }
    },
    /** Friends, half of them online. */
    FRIENDS(50) {
        @Override
        Map<String, @Nullable Object> data(Examples examples) {
            return Map.of("data", Map.of("friends", many(Examples.list(examples.object("FriendList"), "friends"))));
        }
    };

    private final int entries;

    Payload(int entries) {
        this.entries = entries;
    }

    abstract Map<String, @Nullable Object> data(Examples examples);

    /** The answer, as it comes over the connection. */
    public byte[] json() {
        return new GsonBuilder()
                .serializeNulls()
                .disableHtmlEscaping()
                .create()
                .toJson(data(new Examples()))
                .getBytes(StandardCharsets.UTF_8);
    }

    List<Object> many(List<Object> few) {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            Map<String, @Nullable Object> entry = Examples.copy(few.get(i % few.size()));
            int number = i;
            entry.replaceAll((name, value) -> isUnique(name, value) ? numbered((String) value, number) : value);
            many.add(entry);
        }
        return many;
    }

    private static boolean isUnique(String name, @Nullable Object value) {
        return value instanceof String
                && (name.equals("id") || name.equals("name") || name.endsWith("Id") || name.endsWith("Key"));
    }

    /** Of the same length, so that an id stays one. */
    private static String numbered(String text, int number) {
        String digits = String.valueOf(100 + number);
        return text.length() <= digits.length() ? text : text.substring(digits.length()) + digits;
    }

    /** With a range replaced by the least of it, wherever one stands. */
    private static List<Object> fixed(List<Object> values) {
        return values.stream().map(Payload::fixed).toList();
    }

    private static Object fixed(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Payload::fixed).toList();
        }
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("min") && map.containsKey("max")) {
                return Objects.requireNonNull(map.get("min"));
            }
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(name, each == null ? null : fixed(each)));
            return copy;
        }
        return value;
    }

    /** The examples of the contract. */
    static final class Examples {
        private final Map<String, @Nullable Object> all = load();

        private static Map<String, @Nullable Object> load() {
            try (InputStream in = Payload.class.getResourceAsStream("/META-INF/openapi/kraty-sdk-v1.yaml")) {
                Object root = new Load(LoadSettings.builder()
                                .setCodePointLimit(Integer.MAX_VALUE)
                                .build())
                        .loadFromInputStream(in);
                return map(map(root, "components"), "examples");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Map<String, @Nullable Object> object(String example) {
            return copy(map(map(all, example), "value").get("data"));
        }

        List<Object> list(String example) {
            return list(map(map(all, example), "value"), "data");
        }

        @SuppressWarnings("unchecked")
        static List<Object> list(Map<String, @Nullable Object> object, String name) {
            if (object.get(name) instanceof List<?> list) {
                return (List<Object>) list;
            }
            throw new IllegalStateException("no list " + name);
        }

        @SuppressWarnings("unchecked")
        static Map<String, @Nullable Object> copy(@Nullable Object object) {
            if (object instanceof Map<?, ?> map) {
                return new LinkedHashMap<>((Map<String, @Nullable Object>) map);
            }
            throw new IllegalStateException("no object");
        }

        private static Map<String, @Nullable Object> map(Object object, String name) {
            return copy(copy(object).get(name));
        }
    }
}
