package io.kraty.sdk.internal.outbox;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that an outbox holds at one moment, in the order in which it was accepted. What cannot be read, because it is damaged or
 * of a newer version, is carried along as it is, and in nobody's way. Not thread-safe.
 */
final class Contents {
    private static final TypeAdapter<List<Map<String, String>>> TEXTS = Json.list(Json.map(Json.STRING));

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Map<String, String>> unreadable = new ArrayList<>();

    /** What {@code text} says; null if it is no outbox. */
    static @Nullable Contents parse(@Nullable String text) {
        Contents contents = new Contents();
        try {
            List<Map<String, String>> all = text == null ? List.of() : Json.orEmpty(TEXTS.fromJson(text));
            all.forEach(contents::take);
            return contents;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            return null;
        }
    }

    private void take(Map<String, String> texts) {
        try {
            Entry entry = Entry.parse(texts);
            entries.put(entry.key(), entry);
        } catch (IOException | RuntimeException e) {
            unreadable.add(texts);
        }
    }

    /** To be kept; null for nothing. */
    @Nullable
    String format() {
        List<Map<String, String>> all = Stream.concat(entries.values().stream().map(Entry::format), unreadable.stream())
                .collect(Collectors.toList());
        return all.isEmpty() ? null : TEXTS.toJson(all);
    }

    /** How many cannot be read. */
    int unreadable() {
        return unreadable.size();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Nullable
    Entry get(String key) {
        return entries.get(key);
    }

    void put(Entry entry) {
        entries.put(entry.key(), entry);
    }

    void remove(String key) {
        entries.remove(key);
    }

    /** Changes an entry if it is still open. */
    void changeOpen(String key, UnaryOperator<Entry> change) {
        entries.computeIfPresent(key, (same, entry) -> entry.isOpen() ? change.apply(entry) : entry);
    }

    /** Changes an entry if it is there. */
    void changeAny(String key, UnaryOperator<Entry> change) {
        entries.computeIfPresent(key, (same, entry) -> change.apply(entry));
    }

    /** The first of each lane, which is all that may be sent. */
    List<Entry> heads() {
        return List.copyOf(entries.values().stream()
                .filter(Entry::isOpen)
                .collect(Collectors.toMap(Entry::queue, head -> head, (first, next) -> first, LinkedHashMap::new))
                .values());
    }

    List<Entry> ended() {
        return entries.values().stream().filter(entry -> !entry.isOpen()).collect(Collectors.toList());
    }

    /**
     * Makes it so small, out of results that nobody has come for: the oldest first, and those of what was done before those of
     * what was not. What is not sent yet stays.
     *
     * @param most how many entries may be left
     * @param mostText how many characters {@link #format} may give
     * @return whether it is
     */
    boolean shrink(int most, int mostText) {
        List<Entry> giveWay = ended().stream()
                .sorted(Comparator.comparingInt((Entry entry) -> isDone(entry) ? 0 : 1))
                .collect(Collectors.toList());
        int text = length(format());
        for (int i = 0; (entries.size() > most || text > mostText) && i < giveWay.size(); i++) {
            Entry each = giveWay.get(i);
            entries.remove(each.key());
            text -= length(TEXTS.toJson(List.of(each.format()))) - 1; // the brackets, less the comma
        }
        return entries.size() <= most && text <= mostText;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static boolean isDone(Entry entry) {
        return entry.verdict() != null && entry.verdict().kind() == Verdict.Kind.DONE;
    }

    /** Forgets results of a time that is {@code tooOld}, which nobody came for. */
    void forgetEnded(Predicate<Instant> tooOld) {
        entries.values()
                .removeIf(entry ->
                        entry.verdict() != null && tooOld.test(entry.verdict().at()));
    }
}
