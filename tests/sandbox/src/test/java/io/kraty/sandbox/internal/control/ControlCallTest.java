package io.kraty.sandbox.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlCallTest {
    @Test
    void package_explainsEveryCall() throws IOException {
        String text = Files.readString(Path.of("src/main/java/io/kraty/sandbox/internal/control/package-info.java"))
                .replaceAll("\\s+\\*?\\s*", " ");
        for (JsonElement call : ControlCall.describe().getAsJsonArray("calls")) {
            JsonObject described = call.getAsJsonObject();
            String name = described.get("method").getAsString() + " "
                    + described.get("path").getAsString();
            assertTrue(text.contains("<td>{@code " + name + "}") || text.contains("<td>{@code " + name + "?"), name);
        }
    }

    @Test
    void path_isCutBeforeItIsDecoded() {
        assertEquals(List.of("a%2Fb"), ControlCall.GET_PLAYER.match("/players/a%2Fb"));
        assertEquals(null, ControlCall.GET_PLAYER.match("/players/a/b"));
        assertEquals(null, ControlCall.GET_PLAYER.match("/players/"));
    }
}
