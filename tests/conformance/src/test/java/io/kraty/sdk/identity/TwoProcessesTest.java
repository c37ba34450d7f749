package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.wire.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
    @TempDir
    Path directory;

    @Test
    void onOneFile_loseNothingAndAgree() throws Exception {
        Path file = directory.resolve("player.json");
        ChildJvm one = ChildJvm.run(StoreChild.class, file.toString(), "one");
        ChildJvm two = ChildJvm.run(StoreChild.class, file.toString(), "two");
        one.say("go");
        two.say("go");

        List<String> seenByOne = one.output().lines().toList();
        List<String> seenByTwo = two.output().lines().toList();
        assertEquals(0, one.exitCode());
        assertEquals(0, two.exitCode());
        assertEquals(StoreChild.WRITES, seenByOne.size());
        assertEquals(seenByOne, seenByTwo, "both got the value that was there first");

        FileSecretStore store = new FileSecretStore(file);
        for (int i = 0; i < StoreChild.WRITES; i++) {
            assertEquals("value", store.read("one" + i));
            assertEquals("value", store.read("two" + i));
            assertEquals(seenByOne.get(i), store.read("shared" + i));
        }
    }
}
