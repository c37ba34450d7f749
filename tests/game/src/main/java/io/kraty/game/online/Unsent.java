package io.kraty.game.online;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The file of what the platform has not confirmed yet. Used by one thread at a time, and never by the one that draws. */
final class Unsent {
    private static final Logger LOG = Logger.getLogger("io.kraty.game");

    private final Path file;
    private final Gson gson = new Gson();

    Unsent(Path file) {
        this.file = file;
    }

    /** What can be sent. If there is something else, written by hand or by another version, the whole file is kept aside. */
    List<Deed> read() {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // whatever they are
            List<Deed> sound = sound(text);
            if (sound == null || sound.size() != count(text)) {
                Path aside = file.resolveSibling(file.getFileName() + ".damaged");
                Files.writeString(aside, text);
                LOG.log(Level.WARNING, "{0} holds what cannot be sent; it is kept as {1}", new Object[] {file, aside});
            }
            return sound == null ? List.of() : sound;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable List<Deed> sound(String text) {
        try {
            Deed[] deeds = gson.fromJson(text, Deed[].class);
            return deeds == null
                    ? List.of()
                    : Arrays.stream(deeds)
                            .filter(deed -> deed != null && deed.isSound())
                            .toList();
        } catch (JsonParseException e) {
            return null;
        }
    }

    private int count(String text) {
        JsonElement all = gson.fromJson(text, JsonElement.class);
        return all != null && all.isJsonArray() ? all.getAsJsonArray().size() : 0;
    }

    /** All or nothing: a game that is killed meanwhile finds what was there before. */
    void write(List<Deed> deeds) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, gson.toJson(deeds));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
