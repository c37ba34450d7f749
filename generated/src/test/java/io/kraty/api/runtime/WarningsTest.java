package io.kraty.api.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is lost is said: once for each field, by its name, and never with the value. */
class WarningsTest {
    private static final Logger LOG = Logger.getLogger("io.kraty.api.reading");

    private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void eachFieldIsWarnedOfOnceAndNamesItsPath() throws Exception {
        TypeAdapter<?> events = listOfEventsInANewProcess();
        String answer = """
                {"data":[
                  {"eventKey":"a","windowId":"w","leaderboardId":["s3cret"],"name":[]},
                  {"eventKey":"b","windowId":"w","leaderboardId":{"p4ssword":1},"metadata":{"p4ssword":1e99999999999}},
                  {"eventKey":"c","windowId":"w","leaderboardId":true,"rewardPolicy":{"type":"t","tiers":[
                      {"fromRank":1,"toRank":2,"bundle":"s3cret"},
                      {"fromRank":"s3cret"}]}},
                  {"eventKey":"d","windowId":"w","milestoneRewards":[{"p4ssword":"s3cret"}],"name":{"en":{},"pt":[]}},
                  {"eventKey":{"s3cret":"s3cret"}},
                  "s3cret"]}""";
        for (int i = 0; i < 3; i++) {
            assertTrue(events.fromJson(answer).toString().contains("eventKey=d"));
        }
        assertEquals(
                List.of(
                        "EventListing.leaderboardId (at $.data[].leaderboardId)",
                        "EventListing.name (at $.data[].name)",
                        "EventListing.metadata{}",
                        "RankTier.bundle (at $.data[].rewardPolicy.tiers[].bundle)",
                        "RewardPolicySummary.tiers[] (at $.data[].rewardPolicy.tiers[].fromRank)",
                        "EventListing.milestoneRewards[] (at $.data[].milestoneRewards[].key)",
                        "LocalizedString.translations{}",
                        "EventListEnvelope.data[] (at $.data[].eventKey)"),
                records.stream().map(WarningsTest::said).toList());
        for (LogRecord each : records) {
            assertEquals(Level.WARNING, each.getLevel());
            assertFalse(each.getMessage().matches("(?s).*(s3cret|p4ssword).*"), each::getMessage);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"item","itemKey":"i","parameters":"s3cret"} | ItemRewardEntry.parameters (at $.entries[].parameters)
            {"itemKey":"i","parameters":"s3cret","type":"item"} | ItemRewardEntry.parameters
            """)
    void insideOfAUnionThePlaceIsNamedIfItIsKnown(String entry, String said) throws Exception {
        assertNotNull(inANewProcess("RewardBundlePreview").fromJson("{\"key\":\"b\",\"entries\":[" + entry + "]}"));
        assertEquals(List.of(said), records.stream().map(WarningsTest::said).toList());
    }

    @Test
    void whatFitsIsNotWarnedOf() throws Exception {
        assertNotNull(listOfEventsInANewProcess().fromJson("""
                        {"new":1,"data":[null,{"eventKey":"a","windowId":"w","startsAt":"","name":null,"new":{}}]}"""));
        assertEquals(List.of(), records);
    }

    @Test
    void manyThreadsWarnOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        start.await();
                        Fields.optional(new JsonReader(new StringReader("{}")), "WarningsTest.shared", Json.STRING);
                    } catch (InterruptedException | IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, records.size());
    }

    @Test
    void fieldsWithoutNumberFillNoMemory() {
        Warnings warnings = new Warnings(LOG, 10);
        Misfit misfit = new Misfit("$", ": odd");
        for (int i = 0; i < 100; i++) {
            warnings.lost("WarningsTest." + i, misfit, new JsonReader(new StringReader("")));
        }
        assertEquals(10, records.size());
    }

    private static String said(LogRecord warning) {
        String message = warning.getMessage();
        assertTrue(message.contains("what cannot be read was left out"), message);
        return message.replaceAll("(.*): what cannot be read was left out(.*)\\. The rest of .*", "$1$2");
    }

    /** The adapter of a record as a process has it that has warned of nothing yet. */
    private static TypeAdapter<?> listOfEventsInANewProcess() throws ReflectiveOperationException {
        TypeAdapter<?> event = inANewProcess("EventListing");
        Class<?> json = event.getClass().getClassLoader().loadClass(Json.class.getName());
        Object list = json.getMethod("list", TypeAdapter.class).invoke(null, event);
        return (TypeAdapter<?>) json.getMethod("unwrapped", String.class, String.class, TypeAdapter.class)
                .invoke(null, "EventListEnvelope", "data", list);
    }

    private static TypeAdapter<?> inANewProcess(String record) throws ReflectiveOperationException {
        return (TypeAdapter<?>) new Fresh()
                .loadClass("io.kraty.api.model." + record + "$Adapter")
                .getField("INSTANCE")
                .get(null);
    }

    /** Loads our classes anew, and everything else from where it is. */
    private static final class Fresh extends ClassLoader {
        private final Map<String, Class<?>> loaded = new HashMap<>();

        Fresh() {
            super(WarningsTest.class.getClassLoader());
        }

        @Override
        protected synchronized Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.kraty.api.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = loaded.get(name);
            if (known == null) {
                known = define(name);
                loaded.put(name, known);
            }
            return known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = WarningsTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
